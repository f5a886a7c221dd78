"""Stages and steps: declarations that read like the regulation, on top of viewflow.fsm."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from viewflow import fsm

from documents.catalogue import FOR_REPORT, Kind
from permissions.predicates import Predicate
from permissions.roles import Relation
from workflows.components import asked_for
from workflows.forms import Part
from workflows.guards import Guard
from workflows.inputs import Input
from workflows.motions import Motion
from workflows.reviews import Tells
from workflows.rows import RowKind

#: An empty method whose docstring is the regulation's sentence.
Deed = Callable[[Any], None]


def stages_of(name: str, members: Iterable[tuple[str, tuple[str, str]]]) -> Any:
    """The stages of a procedure made out of another's: each member's name, stored value and label."""
    made_by_call: Any = TextChoices  # the stubs know the class form alone
    return made_by_call(name, list(members))


class Phase(TextChoices):
    """The three official phases of every procedure."""

    PREPARE = "chuan_bi", "Chuẩn bị"
    CONDUCT = "tien_hanh", "Tiến hành"
    FINISH = "ket_thuc", "Kết thúc"


class InRegister(TextChoices):
    """What a step makes of the member's standing in the register: nothing else there follows from a file."""

    SUSPENDED = "dinh_chi", "Ghi đình chỉ vào danh bạ"
    RESTORED = "tro_lai", "Ghi hết đình chỉ vào danh bạ"
    LEFT = "ra_khoi_dang", "Ghi việc ra khỏi Đảng vào danh bạ"
    EXPELLED = "khai_tru", "Khai trừ thì ghi vào danh bạ"
    READMITTED = "phuc_hoi", "Ghi phục hồi quyền đảng viên vào danh bạ"


@dataclass(frozen=True)
class Step:
    """One declared deed: who, when, on what basis, what it asks, lays and issues.

    `target` is None for a step that stays. `issues` are papers signed by the step; `writes` are
    papers without a book number that the step leaves in the file (minutes, outlines). `drafted`
    says that someone must first prepare the papers for the signer; `prepares` names the step that
    this one prepares; `carries_out` says that the paper only carries out what a meeting decided: its
    signer does not refuse, and may put it to the collective again. `finds` marks the step that lays a
    finding; `aside` a way out of the ordinary path; `optional` a move that may be left out. `short` is
    the label for narrow places. `at` says for which body the step is done and its papers signed;
    `drafted_by` who prepares them where that is not the usual hands. `votes` marks a ballot and what
    the body does with it, `motion` a vote on one question, yes or no; `serves` names the step whose
    papers this one hands over; `keeps_team` that the team of the file before goes on; `calls_the_roll`
    that the step judges who belongs to the meeting; `drops` the answer that names the row it takes out
    of the file; `in_register` what the register then says of the member. `second_hand` names a step
    whose taker may not take this one too; `enters_book` that it takes the next number of the incoming book.
    `tells` is what it makes known to the file of the decision reviewed. `door_only` marks a step that no person
    fills in: the door takes it out of another file, out of a plan, or because the law says so.
    """

    code: str
    label: str
    sentence: str
    source: tuple[str, ...]
    target: str | None
    by: Predicate
    basis: str
    when: tuple[Guard, ...] = ()
    inputs: tuple[Input, ...] = ()
    lays: RowKind | None = None
    issues: tuple[Kind, ...] = ()
    writes: tuple[Kind, ...] = ()
    about_finding: bool = False
    finds: bool = False
    aside: bool = False
    optional: bool = False
    short: str = ""
    everyday: bool = False
    drafted: bool = False
    prepares: str | None = None
    at: Relation = Relation.HANDLING
    drafted_by: Predicate | None = None
    carries_out: RowKind | None = None
    votes: Part | None = None
    motion: Motion | None = None
    serves: str = ""
    keeps_team: bool = False
    calls_the_roll: bool = False
    drops: str = ""
    in_register: InRegister | None = None
    second_hand: str = ""
    enters_book: bool = False
    tells: Tells | None = None
    door_only: bool = False

    @property
    def at_a_meeting(self) -> Part | None:
        """What a body does with the vote this step records, be it on a form or on one question; None: no vote."""
        return self.votes or (self.motion.part if self.motion else None)

    @property
    def moves(self) -> bool:
        """Whether the step changes the stage."""
        return self.target is not None

    @property
    def reports_up(self) -> bool:
        """Whether a paper of the step is addressed to the committee as a report."""
        return any(FOR_REPORT in to for kind in self.issues for to in kind.recipients)


class Stages(fsm.State):
    """The stages of one procedure: an enum with official labels, a start, phases and ends.

    `varies` says, of a variant, in what it differs from its base (workflows.variants.Variation).
    """

    def __init__(
        self,
        states: type[TextChoices],
        *,
        start: TextChoices,
        ends: Sequence[TextChoices],
        phases: dict[Phase, Sequence[TextChoices]] | None = None,
        basis: str = "",
        about_finding: bool = False,
        varies: Any = None,
    ):
        super().__init__(states, default=start)
        self.enum: Any = states  # a variant's is made of its base's, name by name
        self.start, self.ends = start, frozenset(ends)
        self.phases, self.basis = phases or {}, basis
        self.about_finding = about_finding
        self.varies = varies
        self._declared: set[tuple[str, str]] = set()

    def step(
        self,
        source: TextChoices | Sequence[TextChoices],
        target: TextChoices | None = None,
        *,
        label: str,
        by: Predicate,
        basis: str = "",
        **said: Any,
    ) -> Callable[[Callable[[Any], None]], Any]:
        """Declare a step on an empty method whose docstring is the regulation's sentence.

        `basis` is a rule of law whose citation the step rests on; left out, that of the procedure.
        Raises TypeError for a method without a docstring or with a second target for one stage:
        viewflow would silently keep only one of them.
        """
        sources = (source,) if isinstance(source, TextChoices) else tuple(source)

        more: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in said.items()}

        def declare(method: Callable[[Any], None]) -> Any:
            step = Step(
                code=method.__name__,
                label=label,
                sentence=_sentence(method),
                source=tuple(stage.value for stage in sources),
                target=target.value if target is not None else None,
                by=by,
                basis=basis or self.basis,
                about_finding=self.about_finding,
                **more,
            )
            step = asked_for(step)
            self._refuse_second_target(step)
            goal = {} if target is None else {"target": target}
            return self.transition(
                source=list(sources), label=label, permission=None, custom={"step": step}, **goal
            )(method)

        return declare

    def _refuse_second_target(self, step: Step) -> None:
        for stage in step.source:
            if (step.code, stage) in self._declared:
                raise TypeError(
                    f"Step {step.code} is declared twice from stage {stage}; name a second step."
                )
            self._declared.add((step.code, stage))


def shared(**said: Any) -> Callable[[Deed], Callable[..., Any]]:
    """Write a step down once that several procedures have, as `Stages.step` does.

    Each calls it with its own stages, where the step stands, where it leads (left out: nowhere) and who
    takes it; what is said there stands in the place of what is said here.
    """

    def keep(deed: Deed) -> Callable[..., Any]:
        def declare(
            stage: Stages,
            source: TextChoices | Sequence[TextChoices],
            target: TextChoices | None = None,
            **here: Any,
        ) -> Any:
            return stage.step(source, target, **{**said, **here})(deed)

        return declare

    return keep


def _sentence(method: Callable[[Any], None]) -> str:
    if not method.__doc__:
        raise TypeError(
            f"Step {method.__name__} has no docstring; it is the procedure's own sentence."
        )
    return " ".join(method.__doc__.split())
