"""Somebody who takes a file from its first step to its end through the generated forms, one after another.

What has to be done next is read from the lawful way forward, who may do it from the door's own judgement,
and each form is filled by the kind of its fields; nothing here knows any procedure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

import law
from cases import services, sittings
from cases.models import Case
from cases.reading import File, Reader, read_file
from cases.stories.documents import proposed
from documents.printing import print_pending
from permissions.roles import LEADING, ROLES_OF_POSITION
from registry.models import Body, BodyKind, Person, Post
from tests.desk.asked import Asked
from tests.desk.hands import A_FILE, ByClient, Hand
from workflows import balloting
from workflows.catalogue import PROCEDURES
from workflows.components import COMPONENTS
from workflows.matter import Matter
from workflows.stages import Step
from workflows.way_forward import Ahead, needs, way_forward

PEOPLE = "Nguyễn Mẫu Một, thành viên: việc mẫu\nTrần Mẫu Hai, thành viên: việc mẫu"
#: Steps after which a file has gone far enough even if no end is in reach of a test's patience.
MOST_STEPS = 120
#: How many steps are taken before somebody tries what is not theirs.
AWAY = (1, 2, 3, 8, 16)
TEAM = ("truong_doan", "thu_ky_doan", "uy_vien_phu_trach")


@dataclass
class FormWalker:
    """A file on its way: `settings` carry the site's day, `prefers` answers by the name of a question."""

    settings: Any
    day: date
    prefers: dict[str, Any] = field(default_factory=dict)
    #: Of two steps that put the same right, the one to take in the place of the first.
    instead: dict[str, str] = field(default_factory=dict)
    case: Case | None = None
    body: Body | None = None
    walked: list[str] = field(default_factory=list)
    hand: Hand = field(default_factory=ByClient)
    #: Whether meetings too are called and opened by their forms; they are kept here, to be gone on with.
    meets_by_forms: bool = False
    meetings: list[FormWalker] = field(default_factory=list)
    #: Before which steps somebody without the office tried, by how many were taken until then.
    turned_away: dict[int, str] = field(default_factory=dict)
    #: Who is named to a team, by the place each takes in it.
    team: tuple[str, ...] = TEAM

    # Opening

    def open(
        self, procedure: type[Matter], body: Body, subject: Any, origin: Case | None = None
    ) -> Case:
        """Open a file of `procedure` by its first form; raises AssertionError with what was refused."""
        self._stand_on(self.day)
        self.body = body
        step = procedure.steps[procedure.opens]
        url = reverse("case-new", kwargs={"procedure": procedure.code, "body": body.pk})
        if origin is not None:
            url += f"?tu={origin.reference}"
        said: dict[str, Any] = {}
        if subject is not None:
            said["person" if isinstance(subject, Person) else "organisation"] = str(subject.pk)
        refusals = []
        for person in self._of_body(body, step):
            asked = self.hand.look(person, url)
            if asked is None:
                continue
            against = self.hand.send({**self._filled(asked, None), **said})
            if not against:
                self.case = Case.objects.latest("pk")
                self.walked.append(step.code)
                self._stands_there(person)
                return self.case
            refusals.append(against)
        raise AssertionError(f"Nobody of {body} opens {procedure.code}: {refusals[:2]}")

    # Walking

    def walk(self, until: str = "") -> list[str]:
        """Take what the way forward names until the file has ended, or `until` was taken; return the steps taken."""
        while len(self.walked) < MOST_STEPS:
            if until in self.walked:
                return self.walked
            file = self.file()
            way = way_forward(file.procedure, file.facts, self.day)
            if not way.steps:
                return self.walked
            self.reach(way.steps[0].step)
        raise AssertionError(f"No end after {MOST_STEPS} steps: {self.walked}")

    def reach(self, step: Step) -> None:
        """Take `step`, and before it whatever it needs."""
        for _ in range(MOST_STEPS):
            file = self.file()
            ahead = needs(file.procedure, file.facts, step, self.day)
            self._stand_on(max(self.day, ahead.day))
            for hit in ahead.questions:
                self.settle(hit.rule)
            following = self._next(file, ahead)
            other = self.instead.get(following.code, following.code)
            self.take(file.procedure.step(other) or following)
            if following.code == step.code:
                return
        raise AssertionError(f"{step.code} is not reached: {self.walked}")

    def settle(self, rule: str) -> None:
        """Answer what the law leaves open there."""
        self.prefers |= {"rule": rule, "value": _value(rule, self.day)}
        self.take(self.file().procedure.steps["answer_rule"])

    def _next(self, file: File, ahead: Ahead) -> Step:
        """Meetings and contents come before conclusions, those before a draft, the draft before its signature."""
        first = [one for one in ahead.before if one.prepares != ahead.step.code]
        if ahead.findings and not first:
            return next(iter(self._conclusions(file)))
        return next(iter((*first, *ahead.deeds)))

    def _conclusions(self, file: File) -> Iterator[Step]:
        """Steps of the findings' machine that fit an open finding; the first one declared is good enough."""
        machine = file.procedure.findings
        assert machine is not None
        for finding in file.facts.findings:
            if not machine.is_final(finding.stage):
                yield from (s for s in machine.steps.values() if finding.stage in s.source)

    def take(self, step: Step) -> None:
        """Take one step by its form, as somebody who may."""
        if step.at_a_meeting:
            self._hold_a_meeting(step)
        file, person = self._who_may(step)
        self._turn_somebody_away(step)
        deed = "sign" if step.drafted else ""
        asked = self.hand.look(person, self._url(step), deed)
        assert asked is not None, f"{step.code} is not shown to {person}"
        said = self._filled(asked, file, step)
        if step.drafted:
            said.pop("to", None)
        against = self.hand.send(said, deed)
        where = f"{file.procedure.code} {step.code} after {self.walked}"
        assert not against, f"{where}: {against}"
        assert self.file().records == file.records + 1, f"{where}: nothing was written down"
        self.walked.append(step.code)
        print_pending()
        self._stands_there(person)

    def _url(self, step: Step) -> str:
        assert self.case is not None
        name = "approval" if step.drafted else "step"
        return reverse(name, kwargs={"reference": self.case.reference, "step": step.code})

    def _stands_there(self, person: Person) -> None:
        """The page of the file says in words at which stage it now is."""
        if not self.hand.goes_on:
            return
        file = self.file()
        assert self.case is not None
        stage = file.procedure.stage.enum(file.facts.stage).label
        url = reverse("case", kwargs={"reference": self.case.reference})
        assert stage in self.hand.sees(person, url)

    # Refusals

    def _turn_somebody_away(self, step: Step) -> None:
        """At a few points of the way somebody without the office opens the page, and reads why they may not.

        Where nobody without it sees the file at all, there is no such page for them.
        """
        due = AWAY[len(self.turned_away) :]
        if not due or len(self.walked) < due[0]:
            return
        for person in self._without_the_office(step):
            against = self.hand.refusals(person, self._url(step))
            assert against != [], f"{person} is not told why they may not {step.code}"
            self.turned_away[len(self.walked)] = step.code
            if against:
                return

    def _without_the_office(self, step: Step) -> Iterator[Person]:
        """Those of the handling body who may not take the step."""
        for post in Post.objects.filter(body=self.file().body).order_by("-pk"):
            file = read_file(self._pk(), Reader(post.person_id, self.day, self.day))
            if file and step.by.refusals(file.standing):
                yield post.person

    # Who

    def _who_may(self, step: Step) -> tuple[File, Person]:
        against: list[str] = []
        for person in self._candidates(step):
            if step.at_a_meeting and not self._is_of_the_body(person, step):
                continue  # the meeting is named by somebody who was at it
            file = read_file(self._pk(), Reader(person.pk, self.day, self.day))
            assert file is not None
            reasons = services.judge(file, step)
            if not reasons:
                return file, person
            against += [one.text for one in reasons if one.rule != "permission"]
        raise AssertionError(f"Nobody may {step.code} after {self.walked}: {sorted(set(against))}")

    def _candidates(self, step: Step) -> list[Person]:
        """Whoever holds a seat of the step by post or in the team, or is the subject."""
        roles = {role for _where, role in step.by.seats}
        positions = [one for one, held in ROLES_OF_POSITION.items() if held & roles]
        posts = Post.objects.filter(position__in=positions).select_related("person").order_by("pk")
        file = self.file()
        team = Person.objects.filter(pk__in=[person for person, _role in file.team])
        own = Person.objects.filter(pk__in=[s.register for s in file.facts.subjects if s.is_person])
        return list(dict.fromkeys([*team, *(one.person for one in posts), *own]))

    def _of_body(self, body: Body, step: Step) -> Iterator[Person]:
        roles = {role for _where, role in step.by.seats}
        for post in Post.objects.filter(body=body).select_related("person").order_by("pk"):
            if ROLES_OF_POSITION[post.position] & roles:
                yield post.person

    def _is_of_the_body(self, person: Person, step: Step) -> bool:
        facts = self.file().facts
        body = facts.body_at(step.at) or facts.own
        return Post.objects.filter(person=person, body=body).exists()

    # Meetings

    def _hold_a_meeting(self, step: Step) -> None:
        """Hold the meeting at which a body votes on this file: called, on the agenda, everyone there."""
        file = self.file()
        body = Body.objects.get(pk=file.facts.body_at(step.at) or file.body)
        assert self.case is not None
        item = {"case": self.case.reference, "purpose": step.at_a_meeting}
        call = {
            "held_on": self.day.isoformat(), "starts": "08 giờ 00", "place": "Hội trường mẫu",
            "chair": "Người Mẫu, chủ trì", "recorder": "Người Mẫu, thư ký",
        }  # fmt: skip
        hold = self._by_its_forms if self.meets_by_forms else self._without_forms
        self.prefers["meeting"] = hold(body, call, item).reference

    def _by_its_forms(self, body: Body, call: dict[str, Any], item: dict[str, Any]) -> Case:
        """The meeting as its organisers call and open it on the site; it goes on from there."""
        call["held_on"] = f"{self.day:%d/%m/%Y}"
        meeting = FormWalker(self.settings, self.day, {**call, **item}, hand=self.hand)
        case = meeting.open(PROCEDURES["HN"], body, None)
        for code in ("add_item", "open_session"):
            meeting.take(meeting.file().procedure.steps[code])
        self.meetings.append(meeting)
        return case

    def _without_forms(self, body: Body, call: dict[str, Any], item: dict[str, Any]) -> Case:
        by = Post.objects.filter(body=body).order_by("pk")[0].person
        meeting = services.open_case(
            "HN", body=body, subjects=[], actor=by, acted_on=self.day, today=self.day, inputs=call
        )
        self._at(meeting, "add_item", by, item)
        roll = [{"person": one.pk, "here": "co_mat"} for one in sittings.people_of(body, self.day)]
        self._at(meeting, "open_session", by, {"attendance": roll})
        return meeting

    def _at(self, meeting: Case, step: str, by: Person, said: dict[str, Any]) -> None:
        services.take_step(meeting, step, actor=by, acted_on=self.day, inputs=said, today=self.day)

    def _slips(self, file: File) -> int:
        sitting = sittings.of_meeting(self.prefers["meeting"], file.facts, file.id)
        assert sitting is not None
        return len(balloting.electorate(file.facts, sitting).slips_for)

    # Filling forms

    def _filled(
        self, asked: Sequence[Asked], file: File | None, step: Step | None = None
    ) -> dict[str, Any]:
        """An answer to every field that is not left as it stands."""
        said, team = {}, iter(self.team)
        for one in asked:
            answer = self._answer(one, file, team)
            if answer is not None:
                said[one.name] = answer
        if step and step.at_a_meeting and file:
            said |= self._ballot(asked, self._slips(file))
        return said

    def _ballot(self, asked: Sequence[Asked], slips: int) -> dict[str, Any]:
        counts = [one.name for one in asked if one.kind == "count"]
        prefix = counts[0].rpartition("__")[0]
        options = [n for n in counts if n.rpartition("__")[2] not in balloting.SLIPS]
        wanted = self.prefers.get("form", "canh_cao")
        chosen = next((n for n in options if n.endswith(f"__{wanted}")), options[-1])
        return {
            **dict.fromkeys(counts, "0"), f"{prefix}__phat_ra": slips, f"{prefix}__thu_vao": slips,
            f"{prefix}__hop_le": slips, f"{prefix}__khong_hop_le": 0, chosen: slips,
        }  # fmt: skip

    def _answer(self, one: Asked, file: File | None, team: Iterator[str]) -> Any:
        bare = one.name.partition("__")[0]
        if bare == COMPONENTS.name or one.name in ("retained_by", "years"):
            return ""
        if one.name in self.prefers or bare in self.prefers:
            return self.prefers.get(one.name, self.prefers.get(bare))
        if bare == "deciding" and file is None and self.body:
            return self._deciding(one)
        if one.kind == "beside":
            return self._beside(one, team)
        if one.kind == "one":
            values = [value for value in one.choices if value]
            return (values[0] if values else "") if one.required else ""
        usual = {
            "file": A_FILE if one.required else None, "day": f"{self._date(one.name):%d/%m/%Y}",
            "several": list(one.choices[:2]), "tick": "on", "long": PEOPLE, "line": "Việc mẫu",
            "number": self._number(one, file),
        }  # fmt: skip
        return usual.get(one.kind)

    def _beside(self, one: Asked, team: Iterator[str]) -> str:
        """Everybody is there; whoever does not lead goes out with the team, each to a place of it."""
        if "co_mat" in one.choices:
            return "co_mat"
        return "" if self._leads(one.name.rpartition("__")[2]) else next(team, "")

    def _deciding(self, one: Asked) -> str:
        """The body itself; a cell asks the standing committee above it."""
        assert self.body is not None
        if self.body.kind != BodyKind.CELL:
            return str(self.body.pk)
        offered = [value for value in one.choices if value]
        return str(Body.objects.filter(pk__in=offered, kind=BodyKind.STANDING)[0].pk)

    def _date(self, name: str) -> date:
        days = {
            "period_from": -700,
            "act_ended": -300,
            "period_to": -10,
            "due": 30,
            "answer_by": 10,
        }
        return self.day + timedelta(days=days.get(name, 0))

    def _number(self, one: Asked, file: File | None) -> int:
        members = file.facts.members if file else 1
        usual = dict.fromkeys(("present", "yes", "called", "agreed"), members)
        usual |= {"no": 0, "days": 20}
        return usual.get(one.name, one.least or 1)

    # Small things

    def _leads(self, person: str) -> bool:
        """Whether a person leads a body: such people sign, they do not go out with the team."""
        return Post.objects.filter(person=int(person), position__in=LEADING).exists()

    def _stand_on(self, day: date) -> None:
        self.day = self.settings.STANDS_ON = day

    def _pk(self) -> int:
        assert self.case is not None
        return self.case.pk

    def file(self) -> File:
        """The file as nobody in particular reads it."""
        file = read_file(self._pk(), Reader(0, self.day, self.day))
        assert file is not None
        return file


def _value(rule: str, day: date) -> str:
    """What an officer answers: the value nearest to that day, or one of the shape the rule has."""
    if any(one.value is not None for one in law.rule(rule, on=day).proposals):
        return proposed(rule, day)
    usual = {
        "power": "được: quyết định\nhình thức: khiển trách | cảnh cáo | cách chức | khai trừ",
        "duration": "30 ngày", "flag": "có", "share": "1/2", "count": "5",
    }  # fmt: skip
    return usual.get(law.book().parameter(rule).kind, "Theo văn bản mẫu")
