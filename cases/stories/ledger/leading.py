"""Leading a file of the ledger through the one door: the right hands, ordinary words, an answer where the law asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import law
from cases import services
from cases.models import Case, StepRecord
from cases.reading import Reader, read_file
from cases.refused import StepRefused
from cases.sittings import people_of
from cases.stories import documents
from cases.stories.ledger import words
from documents.printing import issue_pending
from permissions.roles import LEADING, ROLES_OF_POSITION, Role
from registry.models import Body, BodyKind, Person
from workflows import catalogue
from workflows.stages import Step

#: Reasons that are about who acts, so that another may.
_OF_THE_HAND = ("permission", "signing.", "second", "draft.hand", "own_matter")
#: The invented document by which people answer what the law of those days does not tell us.
SOURCE = {**documents.sample("tra_loi_mau"), "dated": "2013-12-16"}
#: What they answer of a power where the law proposes nothing either: that of every form.
_POWER = "được: quyết định\nhình thức: khiển trách | cảnh cáo | cách chức | khai trừ"

_OF_A_TEAM = frozenset({Role.TEAM_LEAD, Role.TEAM_SECRETARY, Role.TEAM_MEMBER})


@dataclass
class World:
    """The bodies and people of one cell and of those above it; `posts` are who holds which post of which body."""

    bodies: dict[str, Body] = field(default_factory=dict)
    posts: list[tuple[Body, str, Person]] = field(default_factory=list)
    members: list[Person] = field(default_factory=list)
    #: The directive of the province that an inspection may follow.
    directive: int = 0
    #: Whoever took a step before is asked first.
    hands: dict[tuple[str, str], list[Person]] = field(default_factory=dict)

    def of(self, body: Body) -> list[Person]:
        """Who holds a post of the body, its head first."""
        return [person for held, _position, person in self.posts if held == body]

    def size(self, body: Body, on: date) -> int:
        """How many belong to the body that day, each with a slip."""
        return len(people_of(body, on))

    def ordered(self, step: Step) -> list[Person]:
        """Whoever may hold an office for the step: those who lead first where it is signed, last elsewhere."""
        asked = {role for _relation, role in step.by.seats}
        fitting = [
            (position, person)
            for body, position, person in self.posts
            if asked & {*ROLES_OF_POSITION.get(position, ()), *self._on_team(body, person)}
        ]
        leads = [person for position, person in fitting if position in LEADING]
        others = [person for position, person in fitting if position not in LEADING]
        return [*leads, *others] if step.drafted or step.about_finding else [*others, *leads[::-1]]

    def _on_team(self, body: Body, person: Person) -> frozenset[Role]:
        """The roles on a team of those whom the tellings send out: of an inspection committee, all but its head."""
        sent = body.kind == BodyKind.INSPECTION and person != self.of(body)[0]
        return _OF_A_TEAM if sent else frozenset()


class Leader:
    """Leads one file of a world, step by step, on the days it is told."""

    def __init__(self, world: World):
        self.world = world
        self.case: Case | None = None
        self.sittings: list[Case] = []
        self._side: tuple[str, ...] = ()
        self._at: Body | None = None

    def opens(
        self,
        procedure: str,
        body: Body,
        subjects: Sequence[Person],
        on: date,
        *,
        step: str = "",
        origin: Case | None = None,
        **said: Any,
    ) -> Leader:
        """Open the file by whoever may; the same day is the day of the telling."""
        machine = catalogue.get(procedure)
        declared = machine.step(step or machine.opens)
        assert declared is not None
        self._side, self._at = tuple(one.full_name for one in subjects), body
        inputs = words.answers(declared, on, None, said, self._names)

        def deed(actor: Person) -> Case:
            return services.open_case(
                procedure, step=declared.code, origin=origin, body=body, subjects=subjects,
                actor=actor, acted_on=on, inputs=inputs, today=on,
            )  # fmt: skip

        self.case = self._by_somebody(procedure, declared, on, deed)
        return self

    def takes(self, step: str, on: date, **said: Any) -> StepRecord:
        """Take one step by whoever may, answering first what the law leaves to be asked. Raises StepRefused."""
        assert self.case is not None
        case, declared = self.case, catalogue.get(self.case.procedure).step(step)
        assert declared is not None
        if declared.serves or step in ("close", "announce", "hand_over"):
            issue_pending()

        def deed(actor: Person) -> StepRecord:
            file = read_file(case.pk, Reader(actor.pk, on, on))
            assert file is not None
            if reasons := declared.by.refusals(file.standing):
                raise StepRefused(list(reasons))
            inputs = words.answers(declared, on, file.facts, said, self._names)
            return services.take_step(case, step, actor=actor, acted_on=on, inputs=inputs, today=on)

        return self._by_somebody(case.procedure, declared, on, deed)

    def signs(self, step: str, on: date, **said: Any) -> StepRecord:
        """One prepares the papers of a step, another signs them; a number is taken at once."""
        self.takes(f"draft_{step}", on, **said)
        return self.takes(step, on)

    def goes(self, on: date, *steps: str, **said: Any) -> None:
        """Take these steps on one day with the ordinary words."""
        for step in steps:
            self.takes(step, on, **said)

    def settles(self, on: date, *rules: str) -> None:
        """Answer rules before a paper needs them, where the law of the day does not tell them."""
        for rule in rules:
            if law.rule(rule, on=on).force == "ask":
                self._answers(rule, on)

    def votes(
        self, step: str, body: Body, on: date, purpose: str, votes: dict[str, int], **said: Any
    ) -> None:
        """Hold a meeting of the body over the file, with everybody there, and record its ballot."""
        assert self.case is not None
        meeting, kept = Leader(self.world), self._at
        self._at = body
        head = self._names("chair")
        meeting.opens(
            "HN", body, [], on, held_on=on.isoformat(), place="Hội trường", chair=head, recorder=head
        )  # fmt: skip
        meeting.takes("add_item", on, case=self.case.reference, purpose=purpose)
        everyone = [{"person": one.pk, "here": "co_mat"} for one in people_of(body, on)]
        meeting.takes("open_session", on, attendance=everyone)
        assert meeting.case is not None
        self.takes(step, on, meeting=meeting.case.reference, totals=votes, **said)
        meeting.takes("end_session", on, conclusion="Hội nghị đã biểu quyết.")
        self.sittings.append(meeting.case)
        self._at = kept

    def _by_somebody(
        self, procedure: str, step: Step, on: date, deed: Callable[[Person], Any]
    ) -> Any:
        usual = self.world.hands.setdefault((procedure, step.code), [])
        refused: StepRefused | None = None
        for actor in dict.fromkeys([*usual, *self.world.ordered(step)]):
            for _ in range(12):
                try:
                    done = deed(actor)
                except StepRefused as found:
                    if self._answered(step, found, on):
                        continue
                    refused = found if refused is None or not _about_hand(found) else refused
                    break
                if actor not in usual:
                    usual.append(actor)
                return done
        assert refused is not None
        raise refused

    def _answered(self, step: Step, refused: StepRefused, on: date) -> bool:
        """Answer what the law of the day leaves open, where nothing but that stands against the step."""
        known = law.book().rule_ids
        asked = [one.rule for one in refused.reasons if one.rule in known]
        asked = [one for one in dict.fromkeys(asked) if law.rule(one, on=on).force == "ask"]
        if not asked or step.code == "answer_rule" or self.case is None:
            return False
        for rule in asked:
            self._answers(rule, on)
        return True

    def _answers(self, rule: str, on: date) -> None:
        proposed = any(one.value is not None for one in law.rule(rule, on=on).proposals)
        value = (
            documents.proposed(rule, on)
            if proposed
            else documents.sample("tra_loi_so_cai").get(rule, _POWER)
        )
        self.takes("answer_rule", on, rule=rule, value=value, source=SOURCE)

    def _names(self, asked: str) -> str:
        """The names of people that a text tells, by what it is asked for; empty for any other text."""
        ours = [one.full_name for one in self.world.of(self._at)] if self._at else []
        ours += ["", ""]
        return {
            "chair": f"{ours[0]}, chủ trì",
            "recorder": f"{ours[1]}, thư ký",
            "attendance": f"{ours[0]}, chủ trì\n{ours[1]}, thư ký",
            "tellers": f"{ours[0]}, Tổ trưởng\n{ours[1]}, Thư ký",
            "subject_side": "\n".join(f"{one}, đảng viên" for one in self._side),
            "met": "\n".join(f"{one}, đảng viên" for one in self._side),
        }.get(asked, "")


def _about_hand(refused: StepRefused) -> bool:
    return all(one.rule.startswith(_OF_THE_HAND) for one in refused.reasons)
