"""What a paper may say about its file: names, papers and words of the matter, gathered as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import law
from cases.models import FileRow, Finding, RecordPaper, StepRecord, Subject
from cases.reading import File
from documents.wording import figures
from permissions.roles import Role
from registry.models import Body, BodyKind, Person, Post, on
from workflows import balloting, dossiers, motions
from workflows.facts import Row
from workflows.rows import RowKind
from workflows.stages import Step

PersonOnPaper = dict[str, str]
#: A cell sets up a tổ, not a đoàn; its papers say so.
_IN_A_CELL = {
    Role.TEAM_LEAD: "Tổ trưởng",
    Role.TEAM_SECRETARY: "Thư ký tổ",
    Role.TEAM_MEMBER: "Thành viên tổ",
}


@dataclass
class Dossier:
    """One file on the day of a paper: asked lazily, so that a paper reads only what it prints."""

    file: File
    step: Step
    inputs: Mapping[str, Any]
    acted_on: date
    signer: int | None = None

    @cached_property
    def body(self) -> Body:
        """The body for which the step is done; its papers are its own."""
        at = self.file.facts.body_at(self.step.at) or self.file.body
        return Body.objects.select_related("organisation").get(pk=at)

    @cached_property
    def subjects(self) -> list[Subject]:
        laid = list(
            Subject.objects.filter(case=self.file.id, superseded_by=None)
            .select_related("person", "organisation")
            .order_by("number")
        )
        return laid or [self._unlaid(fact) for fact in self.file.facts.subjects]

    @cached_property
    def subject_names(self) -> list[str]:
        return [f"đồng chí {s.person}" if s.person else str(s.organisation) for s in self.subjects]

    @cached_property
    def host(self) -> str:
        """The organisation that hosts the conference: the subject's own, or the subject itself."""
        first = self.subjects[0]
        if first.organisation:
            return first.organisation.name
        home = first.person.memberships.filter(on(self.acted_on)).select_related("cell").first()
        return home.cell.name if home else str(first.person)

    @cached_property
    def rows(self) -> dict[str, FileRow]:
        """The newest live row of each kind, with its words."""
        laid = FileRow.objects.filter(case=self.file.id, superseded_by=None).order_by("number")
        return {row.kind: row for row in laid.select_related("laid_by")}

    def said(self, name: str, *kinds: RowKind) -> Any:
        """What was last said under `name`: in this step, or in the newest row of the kinds given."""
        if name in self.inputs:
            return self.inputs[name]
        for kind in kinds:
            row = self.rows.get(kind)
            if row and (name in row.facts or name in row.words):
                return row.facts.get(name, row.words.get(name))
        return None

    @cached_property
    def theme(self) -> str:
        return (
            self.said("theme", RowKind.SCOPE, RowKind.PLAN, RowKind.ORIGIN)
            or self.said("area", RowKind.ASSIGNMENT, RowKind.ORIGIN)
            or ""
        )

    @cached_property
    def period(self) -> str:
        first, last = (
            self.said(end, RowKind.SCOPE, RowKind.PLAN, RowKind.ASSIGNMENT, RowKind.ORIGIN)
            for end in ("period_from", "period_to")
        )
        return f"từ ngày {figures(first)} đến ngày {figures(last)}" if first and last else ""

    @cached_property
    def duration(self) -> str:
        days, unit = self.said("days", RowKind.PLAN), self.said("unit", RowKind.PLAN)
        words = {"day": "ngày", "working_day": "ngày làm việc"}
        return f"{days:02d} {words[unit]}, kể từ ngày ký quyết định" if days else ""

    @cached_property
    def team(self) -> list[PersonOnPaper]:
        seats = self.inputs.get("team") or [
            {"person": person, "role": role} for person, role in self.file.team
        ]
        named = self.every_named({seat["person"] for seat in seats})
        return [{**named[seat["person"]], "role": self._role(seat["role"])} for seat in seats]

    def _role(self, role: str) -> str:
        """What a member of the team is called; a cell's team is a tổ."""
        label = str(Role(role).label)
        is_cell = self.body.kind == BodyKind.CELL
        return _IN_A_CELL.get(role, label) if is_cell else label

    def named(self, person: int) -> PersonOnPaper:
        """A person with the post they hold in the handling body that day (or any other post)."""
        return self.every_named([person])[person]

    def every_named(self, people: Collection[int]) -> dict[int, PersonOnPaper]:
        """The same of several people, in two statements."""
        held: dict[int, list[Post]] = defaultdict(list)
        posts = Post.objects.filter(on(self.acted_on), person__in=people).select_related("body")
        for post in posts:
            held[post.person_id].append(post)
        found = Person.objects.in_bulk(people)
        return {one: self._with_post(found[one], held[one]) for one in people}

    def _with_post(self, person: Person, posts: Sequence[Post]) -> PersonOnPaper:
        post = next((p for p in posts if p.body_id == self.body.pk), next(iter(posts), None))
        title = {"post": f"{post.get_position_display()} {post.body.name}"} if post else {}
        return {"name": person.full_name, **title}

    @cached_property
    def doer(self) -> PersonOnPaper:
        return self.named(self.file.standing.person)

    @cached_property
    def signatory(self) -> PersonOnPaper:
        """Who signs, under the bare title of their post ("CHỦ NHIỆM", never the organ again)."""
        signer = self.signer or self.file.standing.person
        post = Post.objects.filter(on(self.acted_on), person=signer, body=self.body).first()
        return {
            "name": Person.objects.get(pk=signer).full_name,
            **({"post": post.get_position_display()} if post else {}),
        }

    @cached_property
    def leader(self) -> PersonOnPaper:
        return next(
            (one for one in self.team if one["role"] == self._role(Role.TEAM_LEAD)), self.doer
        )

    @cached_property
    def papers(self) -> dict[str, dict[str, str]]:
        """The newest numbered or dated paper of each kind, as other papers refer to it."""
        held = (
            RecordPaper.objects.filter(case=self.file.id)
            .select_related("paper")
            .order_by("paper__id")
        )
        return {one.paper.kind: one.paper.as_reference for one in held}

    @cached_property
    def opening_decision(self) -> dict[str, str] | None:
        """The decision or plan by which the team was set up, as papers that change it refer to it."""
        plan = self.file.facts.last(RowKind.PLAN)
        codes = [one.kind for one in self.file.facts.papers if plan and one.step == plan.step]
        return next((self.papers[code] for code in codes if code in self.papers), None)

    @cached_property
    def grounds(self) -> list[Any]:
        """The căn cứ: the Charter and the instruments of the step's basis in force that day."""
        cited = [law.cite("DL-2011"), *law.rule(self.step.basis, on=self.acted_on).citations]
        return list(dict.fromkeys(c.instrument for c in cited if c.in_force(self.acted_on)))

    @cached_property
    def meeting(self) -> dict[str, Any]:
        """What the meeting's own file says: place, hour, chair, recorder, who came; empty without one."""
        named = self.vote.get("meeting") or (
            self.file.reference if self.file.procedure.is_meeting else None
        )
        if named is None:
            return {}
        rows = FileRow.objects.filter(case__reference=named, superseded_by=None).order_by("number")
        said: dict[str, Any] = {}
        for row in rows.filter(kind__in=(RowKind.ORIGIN, RowKind.ATTENDANCE)):
            said |= {**row.facts, **row.words}
        return said

    @cached_property
    def vote(self) -> dict[str, Any]:
        """The ballot the paper is about: the one being recorded, else the newest of the file."""
        facts = self.file.facts
        if self.step.votes and facts.sitting:
            totals = self.inputs["totals"]
            found = balloting.outcome(facts, facts.sitting, self.step.votes, totals)
            return {**self.inputs, **balloting.laid(found, facts.sitting, totals)}
        if self.step.motion and facts.sitting:
            totals = self.inputs["totals"]
            put = motions.outcome(facts, facts.sitting, self.step.motion, totals)
            return {**self.inputs, **motions.laid(put, facts.sitting, totals)}
        kinds = (RowKind.BALLOT, RowKind.MOTION)
        row = FileRow.objects.filter(case=self.file.id, kind__in=kinds, superseded_by=None)
        last = row.order_by("-number").first()
        return {**last.facts, **last.words} if last else {}

    @cached_property
    def findings(self) -> list[Finding]:
        return list(
            Finding.objects.filter(case=self.file.id, superseded_by=None).order_by("number")
        )

    @cached_property
    def concluded(self) -> dict[int, str]:
        """What the committee said of each finding when it concluded it, by the finding's number."""
        records = StepRecord.objects.filter(case=self.file.id, finding__isnull=False).order_by(
            "sequence"
        )
        return {r.finding: r.inputs["grounds"] for r in records if r.inputs.get("grounds")}

    @cached_property
    def contents(self) -> list[dict[str, str]]:
        """The papers of the file in the official order of its dossier, as its index lists them."""
        held = RecordPaper.objects.filter(case=self.file.id).select_related("paper__print")
        papers = {one.paper_id: one.paper for one in held}
        rows = {row.number: row for row in self.file.facts.rows}
        return [
            listed
            for place in dossiers.index(self.file.procedure, self.file.facts)
            for listed in (
                *(_listed_paper(papers[one.id]) for one in place.papers if one.id in papers),
                *(_listed_row(place.heading.title, rows[number]) for number in place.rows),
            )
        ]

    @cached_property
    def observed(self) -> list[str]:
        """What was noted while watching, oldest first."""
        noted = FileRow.objects.filter(case=self.file.id, superseded_by=None, kind=RowKind.EVIDENCE)
        return [row.words.get("proceedings", "") for row in noted.order_by("number") if row.words]

    @staticmethod
    def _unlaid(fact: Any) -> Subject:
        """A subject whose row is laid by the very step that writes this paper."""
        return Subject(
            number=fact.number,
            **{"person_id" if fact.is_person else "organisation_id": fact.register},
        )


def _listed_paper(paper: Any) -> dict[str, str]:
    return {
        "title": paper.title,
        "on": (paper.dated or paper.signed_on).isoformat(),
        "number": paper.number_text,
        "pages": str(getattr(getattr(paper, "print", None), "pages", 1)),
    }


def _listed_row(title: str, row: Row) -> dict[str, str]:
    """What came without a paper of ours: by the day it came, its pages not counted."""
    return {"title": title, "on": row.on.isoformat(), "note": "tài liệu nhận"}


def lines(text: Any) -> list[str]:
    """The lines of what somebody wrote, without empty ones."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def people(text: str) -> list[PersonOnPaper]:
    """Read lines "Họ và tên, chức vụ" into the people a paper names."""
    found = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        name, _, post = line.partition(",")
        found.append({"name": name.strip(), **({"post": post.strip()} if post.strip() else {})})
    return found


def opinions(text: str) -> list[dict[str, str]]:
    """Read lines "người phát biểu: ý kiến" into the opinions a paper records."""
    found = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        name, colon, words = line.partition(":")
        found.append(
            {"name": name.strip(), "text": words.strip()}
            if colon
            else {"name": "Ý kiến chung", "text": line}
        )
    return found
