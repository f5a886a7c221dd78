"""A procedure: declared stages and steps, and the one answer to "why not?", with every reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from viewflow.fsm import State

from law import Hit, Reason
from permissions.standing import Standing
from workflows.facts import Facts
from workflows.guards import asking, look_up
from workflows.inputs import Cleaned, clean_all
from workflows.stages import Phase, Stages, Step
from workflows.variants import declare_kept, in_order


@dataclass(frozen=True)
class Verdict:
    """Every reason why a step may not be taken (none = it may), and every rule that was looked up."""

    reasons: tuple[Reason, ...]
    hits: tuple[dict[str, Any], ...]

    @property
    def allowed(self) -> bool:
        return not self.reasons


class Procedure:
    """Base of every procedure. A subclass declares `stage` and its steps, and nothing else runs."""

    code: ClassVar[str]
    label: ClassVar[str]
    prefix: ClassVar[str] = ""
    stage: ClassVar[Any]
    findings: ClassVar[type[Procedure] | None] = None
    bodies: ClassVar[frozenset[str]] = frozenset()
    steps: ClassVar[dict[str, Step]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        stages: Stages | None = cls.__dict__.get("stage")
        if stages is None:  # an abstract base, such as Matter
            return
        declare_kept(cls, stages)
        for add in cls.additions():
            add(cls, stages)
        cls.steps = {step.code: step for step in _declared(cls)}

    @classmethod
    def additions(cls) -> Iterable[Any]:
        """Functions that declare further steps on a new procedure: the everyday ones, the drafts."""
        return ()

    @classmethod
    def step(cls, code: str) -> Step | None:
        """The declared step of this code, the findings' machine included; nothing else is a step."""
        found = cls.steps.get(code)
        return found or (cls.findings.steps.get(code) if cls.findings else None)

    @classmethod
    def all_steps(cls) -> list[Step]:
        """Every step an officer meets in a file of this procedure, in the order of the regulation."""
        return [*cls.steps.values(), *(cls.findings.steps.values() if cls.findings else ())]

    @classmethod
    def for_people(cls) -> list[Step]:
        """The steps that a person may meet on a page, a list or in a program: all but what the door alone takes."""
        return [step for step in cls.all_steps() if not step.door_only]

    @classmethod
    def machines(cls) -> tuple[type[Procedure], ...]:
        """The file's own machine and, where it has findings, the machine over each of them."""
        return (cls, cls.findings) if cls.findings else (cls,)

    @classmethod
    def phase_of(cls, stage: str) -> Phase:
        """The official phase to which a stage belongs (the last one when none is declared)."""
        phases: Mapping[Phase, Iterable[str]] = cls.stage.phases
        return next((phase for phase, stages in phases.items() if stage in stages), Phase.FINISH)

    @classmethod
    def is_final(cls, stage: str) -> bool:
        return stage in cls.stage.ends

    @classmethod
    def move(cls, step: Step, stage: str) -> str:
        """Return the stage after `step` from `stage`, as viewflow's machine moves it.

        Raises viewflow's NoTransition when the machine knows no such move.
        """
        machine = (cls if step.code in cls.steps else cls.findings or cls)()
        state: State = type(machine).__dict__["stage"]
        state.set(machine, state.enum(stage))
        getattr(machine, step.code)()
        return str(state.get(machine).value)

    @classmethod
    def clean(cls, step: Step, answers: Mapping[str, Any]) -> Cleaned:
        """Clean the answers to what `step` asks."""
        return clean_all(step.inputs, answers)

    @classmethod
    def refusals(
        cls,
        step: Step,
        facts: Facts,
        standing: Standing | None,
        answers: Mapping[str, Any] | None = None,
    ) -> Verdict:
        """Judge one step: permission, order, days, answers and all its guards, all at once.

        With `answers` None only what can be known before the form is filled is judged; with `standing`
        None, whoever would take it.
        """
        faults: list[Reason] = []
        if answers is not None:
            cleaned = cls.clean(step, answers)
            faults = [_unclear(step, name, fault) for name, fault in cleaned.faults.items()]
            facts = replace(facts, inputs={**facts.inputs, **cleaned.values})
        return cls.judged(step, facts, standing, faults, filled=answers is not None)

    @classmethod
    def judged(
        cls,
        step: Step,
        facts: Facts,
        standing: Standing | None,
        faults: Iterable[Reason] = (),
        *,
        filled: bool = True,
    ) -> Verdict:
        """Judge one step on facts that hold its cleaned answers; `faults` is what could not be cleaned.

        Not `filled`, what the answers alone could tell is not judged.
        """
        reasons = [
            *(step.by.refusals(standing) if standing else ()),
            *_out_of_order(cls, step, facts),
            *_wrong_days(step, facts),
            *faults,
        ]
        basis = look_up(step.basis, facts)
        if basis.force == "ask":
            reasons.append(asking(basis))
        asked = [
            one
            for guard in step.when
            if filled or not guard.reads_inputs
            for one in guard.judgements(facts)
        ]
        reasons += [one.reason for one in asked if one.reason]
        return Verdict(
            tuple(_cited(reason, basis) for reason in reasons),
            (basis.as_json(), *(one.hit for one in asked if one.hit)),
        )

    @classmethod
    def on_the_table(cls, facts: Facts) -> list[Step]:
        """Steps that this stage offers to people (of the file; of its findings while any is open)."""
        closed = cls.findings is None or cls.is_final(facts.stage)
        of_findings = set() if closed else {finding.stage for finding in facts.findings}
        return [
            step
            for step in cls.for_people()
            if ({facts.stage} if step.code in cls.steps else of_findings) & set(step.source)
        ]


def _declared(procedure: type[Procedure]) -> list[Step]:
    """Steps in the order in which the file declares them (everyday ones after); a variant's, in its base's."""
    stages: Stages = vars(procedure)["stage"]
    found = {
        transition.custom["step"].code: transition.custom["step"]
        for value in vars(procedure).values()
        for transition in getattr(value, "get_transitions", list)()
    }
    steps = list(found.values())
    if stages.varies is not None:
        steps = in_order(stages.varies.base, steps, stages)
    return sorted(steps, key=lambda step: step.everyday)


def _out_of_order(procedure: type[Procedure], step: Step, facts: Facts) -> list[Reason]:
    about = facts.finding if step.about_finding else None
    stage = about.stage if about else facts.stage
    if step.about_finding and about is None:
        return [
            Reason(
                "finding",
                "Chưa chọn nội dung được kết luận.",
                None,
                None,
                "Chọn một nội dung của hồ sơ.",
            )
        ]
    if stage in step.source:
        return []
    machine = procedure if step.code in procedure.steps else procedure.findings or procedure
    enum = machine.stage.enum
    wanted = ", ".join(f"“{enum(source).label}”" for source in step.source)
    done = facts.taken.get(step.code) if not step.about_finding else None
    if done and step.moves:
        return [
            Reason(
                "order",
                f"Bước “{step.label}” đã làm ngày {done.last:%d/%m/%Y}; hồ sơ đang ở “{enum(stage).label}”.",
                remedy="Xem bước đã ghi trong nhật ký; ghi sai thì đính chính.",
            )
        ]
    return [
        Reason(
            "order",
            f"Chưa đến lượt bước “{step.label}”: đang ở “{enum(stage).label}”, làm khi ở {wanted}.",
            remedy="Làm các bước trước theo trình tự của quy trình.",
        )
    ]


def _wrong_days(step: Step, facts: Facts) -> list[Reason]:
    reasons = []
    if facts.acted_on > facts.today:
        reasons.append(
            Reason(
                "day.future",
                "Ngày thực hiện không được sau hôm nay.",
                None,
                None,
                "Ghi đúng ngày đã thực hiện.",
            )
        )
    floor = facts.moved_on if step.moves else facts.opened_on
    if facts.acted_on < floor:
        reasons.append(
            Reason(
                "day.before_last_move",
                f"Ngày thực hiện không được trước {floor:%d/%m/%Y}, ngày của bước chuyển gần nhất.",
                None,
                None,
                "Kiểm tra lại ngày; nếu bước trước ghi sai ngày thì đính chính bước đó.",
            )
        )
    return reasons


def _unclear(step: Step, name: str, fault: str) -> Reason:
    label = next((asked.label for asked in step.inputs if asked.name == name), name)
    return Reason(f"input.{name}", f"{label}: {fault}", None, None, "Sửa mục này rồi gửi lại.")


def _cited(reason: Reason, basis: Hit) -> Reason:
    """A reason of the procedure's own order rests on the step's basis."""
    if reason.citation or reason.rule == "permission" or reason.rule.startswith(("input.", "day.")):
        return reason
    return replace(reason, citation=basis.cited, confidence=reason.confidence or basis.confidence)
