"""The case page, gathered from one reading of the file and a handful of lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

import law
from cases.incoming import letter_of
from cases.models import Case, StepRecord, StepTaken
from cases.queries import papers_for, taken_in, visible_to, with_step
from cases.read_log import oversees
from cases.reading import File, Reader, read_file
from desk.gathering import titles, words
from desk.gathering.addresses import case_url
from desk.gathering.beside import answering, beside, undoing
from desk.gathering.deeds import actions_of, whose_turn
from desk.gathering.dossier import demands_of, findings_of, index_of
from desk.gathering.exceptions import reading_tags
from desk.gathering.flags import proposal_fact
from desk.gathering.going_on import goes_on_in
from desk.gathering.handed import HANDED_IN, handed_in
from desk.gathering.heeds import heeds_of
from desk.gathering.intake import book_fact, links_onward, still_open
from desk.gathering.pledges import yardsticks_of
from desk.gathering.reviews import reviews_of, standing_facts
from desk.gathering.team_work import followed_facts, team_work
from desk.gathering.votes import votes_of
from desk.gathering.way import ANSWER, way_of
from desk.pages.case import (
    CaseHeader,
    CasePage,
    MapPhase,
    MapStep,
    Right,
)
from desk.pages.parts import (
    Deadline,
    Event,
    Fact,
    Link,
    PaperRow,
    Progress,
    Tab,
    Tag,
    Tone,
    Who,
)
from desk.worded import worded
from permissions.roles import Relation, Role
from permissions.ways import Part
from proof.reader import as_the_system
from registry.models import Person
from workflows import catalogue
from workflows.conditions.responsibility import undecided
from workflows.everyday.team_work import PLAN_DAY
from workflows.letters import Source
from workflows.matter import Matter
from workflows.rows import RowKind

#: The outcome of a finding that another matter must follow: whether it disciplines, and the words to open it.
FOLLOWED_BY = {
    "dh": (False, lambda: _("Lập hồ sơ kiểm tra")),
    "c3": (True, lambda: _("Lập hồ sơ kỷ luật")),
    "c4": (True, lambda: _("Lập hồ sơ kỷ luật")),
}

SECTIONS = (
    "papers", "index", "handed", "findings", "team", "votes", "people", "deadlines", "history",
)  # fmt: skip


def case_page(
    case: Case, person: Person, today: date, section: str, parts: frozenset[Part]
) -> CasePage:
    """Gather the page of `case` for `person`, who reads `parts` of it, with one of SECTIONS open."""
    file = read_file(case.pk, Reader(person.pk, today, today))
    assert file is not None
    procedure = file.procedure
    papers = papers_of_file(case, person, today, procedure)
    steps_taken = list(taken_in(case))
    records = [one.record for one in steps_taken if one.record]
    traced = [one for one in records if Part.HISTORY in parts or one.actor_id == person.pk]
    deadlines = [
        words.deadline(d.explained, d.last_day, today) for d in case.deadlines.order_by("last_day")
    ]
    phases = phases_of(file)
    steps = [step for phase in phases for step in phase.steps]
    inside = Part.EVIDENCE in parts
    votes = votes_of(file) if inside else []
    people = _people(case)
    findings = findings_of(case, procedure) if inside and section == "findings" else []
    index = index_of(file, papers) if inside else []
    export_url = case_url(case, "case-export") if inside and not procedure.is_meeting else ""
    goes_out = [Link(_("Tóm tắt, xuất hồ sơ"), export_url, "printer")] if export_url else []
    counts = {
        "papers": len(papers), "index": len(index),
        "handed": sum(r.kind in HANDED_IN for r in file.facts.rows) if inside else 0,
        "findings": len(file.facts.findings) if inside else 0, "votes": len(votes), "people": len(people),
        "team": len(_of_team(file)) if inside else 0,
        "deadlines": len(deadlines), "history": len(traced),
    }  # fmt: skip
    looks_back = case if Part.HISTORY in parts and not procedure.is_meeting else None
    events = [event_of(record, procedure, looks_back) for record in reversed(traced)]
    return CasePage(
        header=header(
            case,
            procedure,
            deadlines,
            [*goes_out, *_family(case, file, person, today, Part.DRAFTS in parts)],
        ),
        facts=_facts(case, file, papers, deadlines, people),
        progress=Progress(sum(step.state != "todo" for step in steps) or 1, len(steps)),
        phases=phases,
        map=Link(_("Sơ đồ, căn cứ từng bước"), case_url(case, "case-map")),
        way=way_of(file, today, case_url(case, "step", step=ANSWER)) if inside else None,
        actions=(todo := actions_of(case, file)),
        no_action=""
        if todo
        else whose_turn(case, list(case.work.select_related("person", "body"))),
        rights_of=titles.rights_title(procedure),
        rights=_rights(file),
        deadlines=deadlines,
        recent=[
            event_of(one.record, procedure, looks_back)
            if one.record in traced
            else passed(one, procedure)
            for one in reversed(steps_taken[-4:])
        ],
        history=Link(_("Xem cả %(n)d") % {"n": len(traced)}, _section_url(case, "history")),
        chain=_("Nhật ký nối chuỗi, %(n)d bản ghi") % {"n": case.records},
        tabs=[
            Tab(_SECTION_NAMES[name](), _section_url(case, name), counts[name], name == section)
            for name in SECTIONS
            if name != "team" or PLAN_DAY in procedure.steps
        ],
        section=section,
        only_own_acts=Part.HISTORY not in parts,
        papers=papers,
        handed=handed_in(case) if inside and section == "handed" else (),
        findings=findings,
        yardsticks=yardsticks_of(case, file.facts) if inside and section == "findings" else (),
        team_work=team_work(case, file.facts, writes=_on_the_team(file, person), today=today)
        if inside and section == "team"
        else None,
        votes=votes,
        heeds=heeds_of(file) if inside else (),
        index=index,
        export_url=export_url,
        demands=demands_of(case, file, today, {n: row.subject for n, row in enumerate(findings, 1)})
        if inside and section == "findings"
        else (),
        people=people,
        readers=_readers(case, file),
        events=events,
        look_back_url=case_url(case, "case-as-of") if looks_back else "",
    )


def header(
    case: Case,
    procedure: type[Matter],
    deadlines: Sequence[Deadline] = (),
    links: Sequence[Link] = (),
) -> CaseHeader:
    """The identity bar of a file, with the files it came from and led to."""
    late = [d.due.tag for d in deadlines if d.due.tone in (Tone.LATE, Tone.SOON)][:1]
    return CaseHeader(
        ref=case.reference,
        url=case_url(case),
        title=case.title,
        sentence=f"{case.body.name} · {worded(procedure.label)}",
        tags=[
            Tag(
                worded(procedure.stage.enum(case.stage).label),
                Tone.OK if case.closed_on else Tone.INFO,
            ),
            *late,
            *reading_tags(case),
            Tag(_("Nội bộ"), Tone.HOLD, "lock"),
        ],
        links=links,
        listed=Link(_("Kỳ họp, biểu quyết"), reverse("meetings")) if procedure.is_meeting else None,
    )


def _family(case: Case, file: File, person: Person, today: date, whole: bool) -> list[Link]:
    """The files around this one that the reader may open; the one to open next; if `whole`, the story."""
    related = visible_to(person, today).filter(Q(pk=case.origin_id) | Q(origin=case)).order_by("pk")
    readers = [Link(_("Ai đã đọc"), case_url(case, "case-reads"), "eye")]
    links = [
        Link(
            f"{one.reference} · {worded(catalogue.get(one.procedure).label)}",
            case_url(one),
            "folder",
        )
        for one in related
    ]
    if file.standing.roles.get(Relation.HANDLING):
        links += [*_to_open_next(case, file), *links_onward(case, file)]
    links += [*goes_on_in(case, file), *beside(case, file, related), *undoing(case, file)]
    links += answering(case, file)
    links += reviews_of(file, person, today)
    told = (
        [
            Link(_("Vì sao ở bước này"), case_url(case, "case-explained"), "question"),
            Link(_("Kể lại vụ việc"), case_url(case, "case-retold"), "play"),
        ]
        if whole
        else []
    )
    traced = [*readers, Link(_("Theo quy định khác"), case_url(case, "case-law"), "scale")]
    return [*told, *(traced if oversees(file.standing) else []), *links]


def _to_open_next(case: Case, file: File) -> Iterator[Link]:
    """The matter that an outcome leads to, once; a discipline of one's own for whoever is responsible."""
    following = list(_next_matters(file))[:1]
    if following and _was_followed(case):
        following = []
    if undecided(file.facts):
        title = _("Lập hồ sơ kỷ luật cá nhân")
        following += [(kind, title) for kind in _that_may_follow(file, True, "person")[:1]]
    for kind, title in following:
        url = reverse("case-new", kwargs={"procedure": kind.code, "body": file.body})
        yield Link(title, f"{url}?tu={case.reference}", "plus")


def _next_matters(file: File) -> Iterator[tuple[type[Matter], str]]:
    """The procedures that may follow a finding of this file, run by its own body about that subject."""
    kinds = {
        one.number: "person" if one.is_person else "organisation" for one in file.facts.subjects
    }
    for finding in file.facts.findings:
        if finding.stage in FOLLOWED_BY:
            disciplines, title = FOLLOWED_BY[finding.stage]
            for kind in _that_may_follow(file, disciplines, kinds.get(finding.subject, "")):
                yield kind, title()


def _that_may_follow(file: File, disciplines: bool, about: str) -> list[type[Matter]]:
    """The inspections, or the disciplines, that this file's own body may open out of it about such a subject."""
    return [
        kind
        for kind in catalogue.DECLARED
        if (kind.disciplines if disciplines else kind.inspects and not kind.disciplines)
        and kind.comes_after(file.procedure)
        and kind.run_by(file.facts.body, file.facts.level)
        and about in kind.subjects
    ]


@as_the_system()  # a file that followed counts, also one this reader may not open
def _was_followed(case: Case) -> bool:
    return case.followed_by.exists()


def _section_url(case: Case, section: str) -> str:
    return f"{case_url(case)}?muc={section}#noi-dung"


def _facts(
    case: Case, file: File, papers: list[PaperRow], deadlines: list[Deadline], people: list[Who]
) -> list[Fact]:
    if file.procedure.is_intake:
        return [
            Fact(titles.body_label(file.procedure), case.body.name),
            book_fact(entry := letter_of(case)),
            *(proposal_fact(case) if entry and entry.source == Source.OWN_FINDING else ()),
            _procedure_fact(file),
        ]
    decision = next((p for p in papers if p.number and "-QĐ/" in p.number), None)
    decided = Fact(
        titles.decision_name(file.procedure),
        decision.number if decision else _("chưa có"),
        words.day(decision.day) if decision and decision.day else "",
        decision.url if decision else "",
    )
    first = deadlines[0] if deadlines else None
    ends = Fact(
        worded(first.label) if first else _("Thời hạn"),
        words.day(first.due.day) if first and first.due.day else _("không có hạn đang chạy"),
        f"{first.due.note}{' · ' + first.note if first.note else ''}" if first else "",
    )
    return [
        Fact(titles.body_label(file.procedure), case.body.name),
        *([_team_fact(file, people)] if file.team or not _without_a_team(file.procedure) else []),
        decided,
        *standing_facts(file),
        ends,
        _procedure_fact(file),
        *followed_facts(file.facts),
    ]


def _of_team(file: File) -> list[Any]:
    return [row for row in file.facts.rows if row.kind in (RowKind.TEAM_DAY, RowKind.DIARY)]


def _on_the_team(file: File, person: Person) -> bool:
    open_one = not file.procedure.is_final(file.facts.stage)
    return open_one and person.pk in {one for one, _role in file.team}


def _procedure_fact(file: File) -> Fact:
    return Fact(
        _("Quy trình áp dụng"),
        worded(file.procedure.label),
        _("theo quy định hiệu lực ngày của từng bước"),
    )


def _without_a_team(procedure: type[Matter]) -> bool:
    return procedure.disciplines or not titles.team_name(procedure)


def _team_fact(file: File, people: list[Who]) -> Fact:
    lead = next((one for one in people if one.role == worded(Role.TEAM_LEAD.label)), None)
    name = lead.name if lead else ""
    return Fact(
        titles.team_name(file.procedure),
        _("%(name)s (trưởng đoàn)") % {"name": name} if lead else _("chưa lập đoàn"),
        _("và %(n)d thành viên") % {"n": len(file.team) - 1} if lead else "",
    )


def phases_of(file: File) -> list[MapPhase]:
    """The ordinary path in the three official phases: what was done, where the file stands."""
    facts, procedure = file.facts, file.procedure
    path = [s for s in procedure.steps.values() if s.moves and not s.aside]
    if procedure.is_intake:  # of the ways a letter may go, the one decided or proposed
        path = still_open(path, facts)
    here = next((s.code for s in path if facts.stage in s.source and not s.optional), None)
    phases: dict[str, list[MapStep]] = {}
    for step in path:
        taken = facts.taken.get(step.code)
        state = "done" if taken else "current" if step.code == here else "todo"
        note = f"{taken.last:%d/%m/%Y}" if taken else ""
        phase = worded(procedure.phase_of(step.target or "").label)
        phases.setdefault(phase, []).append(
            MapStep(worded(step.short) or worded(step.label), state, note, step.optional)
        )
    return [MapPhase(title, steps) for title, steps in phases.items()]


def _rights(file: File) -> list[Right]:
    rights = []
    for right in file.procedure.rights:
        taken = file.facts.taken.get(right.kept_by) or file.facts.taken.get(right.or_by)
        state = (
            Tag(f"{taken.last:%d/%m/%Y}", Tone.OK, "check")
            if taken
            else Tag(right.until, Tone.HOLD)
        )
        hit = law.rule(right.rule, on=file.facts.acted_on) if right.rule else None
        rights.append(Right(worded(right.words), state, hit.cited or "" if hit else ""))
    return rights


def papers_of_file(
    case: Case, person: Person, today: date, procedure: type[Matter]
) -> list[PaperRow]:
    """The papers of a file that its reader may open."""
    held: QuerySet[Any] = (
        with_step(papers_for(person, today).filter(case=case))
        .annotate(pages=F("paper__print__pages"))
        .select_related("paper__signed_by")
        .defer("paper__values")
        .order_by("-paper_id")
    )
    return paper_rows(held, procedure)


def paper_rows(held: Iterable[Any], procedure: type[Matter]) -> list[PaperRow]:
    """Papers of a file as its page lists them."""
    return [
        PaperRow(
            title=one.paper.title,
            url=reverse("paper", kwargs={"paper": one.paper_id}),
            number=one.paper.number_text,
            day=one.paper.dated or one.paper.signed_on,
            step=_label(procedure, one.step),
            status=words.paper_state(one.paper.state, one.paper.state_label),
            signer=one.paper.signed_by.full_name if one.paper.signed_by else "",
            printed=one.paper.state not in ("da_ky", "cho_in"),
            pages=getattr(one, "pages", None) or 0,  # counted only where they are asked for
        )
        for one in held
    ]


def _people(case: Case) -> list[Who]:
    """Whom the file is about, then its team. One statement."""
    subjects = case.subjects.filter(superseded_by=None).order_by()
    named = Coalesce("person__full_name", "organisation__name")
    about = subjects.values_list(Value(0), "number", named, Value(""))
    team = case.team.order_by().values_list(Value(1), "pk", "person__full_name", "role")
    return [
        Who(name, worded(Role(role).label) if role else _("đối tượng"))
        for _part, _place, name, role in sorted(about.union(team, all=True))
    ]


def _readers(case: Case, file: File) -> Link | None:
    """To everyone who may open the file: for those who hold a post in the body that handles it."""
    if not file.standing.roles.get(Relation.HANDLING):
        return None
    return Link(_("Ai xem được hồ sơ này, vì sao"), case_url(case, "case-readers"), "eye")


def event_of(record: StepRecord, procedure: type[Matter], of: Case | None = None) -> Event:
    """A record as a line of the history; with `of` it leads to the file as it stood after it."""
    step = procedure.step(record.step)
    post = worded(record.post.get_position_display()) if record.post else ""
    cited = dict.fromkeys(hit["citation"] for hit in record.hits if hit["citation"])
    return Event(
        text=worded(step.label) if step else record.step,
        day=record.acted_on,
        by=f"{record.actor.full_name}{', ' + post.lower() if post else ''}",
        tone=Tone.OK if record.moves else Tone.INFO if record.finding else Tone.HOLD,
        note="; ".join([*words.entered(record), *cited]),
        url=f"{case_url(of, 'case-as-of')}?ban_ghi={record.sequence}" if of else "",
    )


def passed(taken: StepTaken, procedure: type[Matter]) -> Event:
    """A step as a reader sees it who may not trace it: that it was taken, and on which day."""
    return Event(text=_label(procedure, taken.step), day=taken.acted_on, by="", tone=Tone.HOLD)


def _label(procedure: type[Matter], code: str) -> str:
    step = procedure.step(code)
    return worded(step.label) if step else code


_SECTION_NAMES = {
    "papers": lambda: _("Văn bản"),
    "index": lambda: _("Mục lục"),
    "handed": lambda: _("Tài liệu"),
    "findings": lambda: _("Nội dung"),
    "team": lambda: _("Lịch, nhật ký"),
    "votes": lambda: _("Biểu quyết"),
    "people": lambda: _("Người liên quan"),
    "deadlines": lambda: _("Thời hạn"),
    "history": lambda: _("Nhật ký"),
}
