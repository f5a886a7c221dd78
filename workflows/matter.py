"""A matter: a procedure that runs as a case file, with the everyday steps and the drafts it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from law import Reason
from permissions.predicates import Predicate
from permissions.standing import Standing
from workflows import in_transfer, managed_otherwise
from workflows.clocks import Clock, Deadline
from workflows.dossiers import Heading
from workflows.drafts import declare_drafts
from workflows.everyday import declare_everyday, declare_shared
from workflows.everyday.pausing import against
from workflows.facts import Facts
from workflows.offices import chair_off_the_team
from workflows.own_steps import declare_own_steps
from workflows.procedure import Procedure, Verdict
from workflows.route_deeds import declare_route_deeds
from workflows.signing_route import declare_route
from workflows.stages import Step


@dataclass(frozen=True)
class Right:
    """A right of the person concerned: in words, the step that keeps it, what is shown until then.

    `rule` names the row of law that grants it, where one was found; `or_by` the step by which the
    person uses it without anybody else.
    """

    words: str
    kept_by: str
    until: str = "chưa đến bước"
    rule: str = ""
    or_by: str = ""


class Matter(Procedure):
    """Base of every procedure that opens a case: `opens` names its first step (`also_opens` others).

    Those of `also_opens` follow a file before; `may_open` name further first steps that follow none.

    `inspects` tells kiểm tra from giám sát, where a screen names one of them; `subjects` says whom
    the procedure is about. A meeting (`is_meeting`) is a file too, but no matter of anybody. `disciplines` marks
    the matters that may end in a discipline, `one_subject` those about exactly one, `dissolves` those in which an
    organisation may be dissolved; `answers_law` is
    who answers for the law in such a file. `follows` are the procedures out of whose files this one
    may be opened: what leads to what, and nothing else does; what follows a procedure follows its
    variants too. `follows_parts` says it of every procedure of a part at once ("P3" for P3.DV, P3.TC and
    those still to come). `leads_on_at` are the stages out of which another matter may be opened,
    `disciplined_from` the stages of a finding out of which a discipline may be (all, where none is named).
    `levels` are the kinds of organisation whose bodies run it, any where none is named. `is_intake` marks
    a file of what came in: it may be without a subject, and nobody it is about is told of it. `reviews` marks what
    reviews a decision of discipline, on a complaint or without one. `merges` marks
    a discipline that runs together with the inspection it was opened out of, `of_guests` one of members
    whose own cell is another. `dossier` is the order of its archive file where its line has another;
    `may_be_reopened` is False where an end stands for good, `reopens_at` the stage to which a file goes back
    where the last one left would suppose too much. `restores` marks what gives back to whoever may
    have died, left or ended since: those who decided are looked for where the subject stood last.

    `question` is what the bodies are asked in a removal, as their resolutions word it; `leaves_by` how the
    register calls the way out of the Party that it ends in, `waits_at` the steps that wait while another file
    looks into a violation of the same member. `of_former` says that it is about somebody who has left,
    `of_newcomers` about somebody whose papers never arrived.

    `follows_at` are the stages of the file before out of
    which this one may be opened, in the place of what that file says itself. `seals_sender` marks a matter whose
    sender stays in an envelope: no form asks a name that may be theirs. `settles` says in words what it settles,
    where that is neither kiểm tra nor giám sát ("giải quyết tố cáo").
    """

    opens: ClassVar[str] = ""
    also_opens: ClassVar[tuple[str, ...]] = ()
    may_open: ClassVar[tuple[str, ...]] = ()
    levels: ClassVar[frozenset[str]] = frozenset()
    inspects: ClassVar[bool] = False
    is_meeting: ClassVar[bool] = False
    is_intake: ClassVar[bool] = False
    leads_on_at: ClassVar[frozenset[str]] = frozenset()
    disciplines: ClassVar[bool] = False
    one_subject: ClassVar[bool] = False
    reviews: ClassVar[bool] = False
    merges: ClassVar[bool] = False
    of_guests: ClassVar[bool] = False
    dissolves: ClassVar[bool] = False
    follows: ClassVar[frozenset[str]] = frozenset()
    disciplined_from: ClassVar[frozenset[str]] = frozenset()
    follows_parts: ClassVar[frozenset[str]] = frozenset()
    answers_law: ClassVar[Predicate] = chair_off_the_team
    subjects: ClassVar[frozenset[str]] = frozenset({"person", "organisation"})
    rights: ClassVar[tuple[Right, ...]] = ()
    clocks: ClassVar[tuple[Deadline, ...]] = ()
    dossier: ClassVar[tuple[Heading, ...]] = ()
    may_be_reopened: ClassVar[bool] = True
    reopens_at: ClassVar[str] = ""
    restores: ClassVar[bool] = False
    question: ClassVar[str] = ""
    leaves_by: ClassVar[str] = ""
    waits_at: ClassVar[frozenset[str]] = frozenset()
    of_former: ClassVar[bool] = False
    of_newcomers: ClassVar[bool] = False
    follows_at: ClassVar[frozenset[str]] = frozenset()
    seals_sender: ClassVar[bool] = False
    settles: ClassVar[str] = ""

    @classmethod
    def additions(cls) -> Iterable[Any]:
        steps = (
            declare_shared,
            declare_drafts,
            declare_everyday,
            declare_own_steps,
            declare_route,
            declare_route_deeds,
        )
        return steps if cls.opens else ()

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
        """Judge one step as every procedure does, and while the file is paused say so."""
        verdict = super().judged(step, facts, standing, faults, filled=filled)
        standing_still = (
            *against(step, facts),
            *in_transfer.against(step, facts),
            *managed_otherwise.against(step, facts),
        )
        if not standing_still:
            return verdict
        return replace(verdict, reasons=(*verdict.reasons, *standing_still))

    @classmethod
    def is_of_level(cls, level: str) -> bool:
        """Whether bodies of this kind of organisation run it."""
        return not cls.levels or level in cls.levels

    @classmethod
    def run_by(cls, kind: str, level: str) -> bool:
        """Whether a body of this kind runs it, of an organisation of this kind."""
        return kind in cls.bodies and cls.is_of_level(level)

    @classmethod
    def comes_after(cls, before: type[Matter]) -> bool:
        """Whether a file of this procedure may be opened out of one of `before`, or of what that varies."""
        part = before.code.partition(".")[0]
        return part in cls.follows_parts or bool(cls.follows & set(lineage(before)))

    @classmethod
    def opened_at(cls, before: type[Matter]) -> frozenset[str]:
        """The stages of a file of `before` out of which this one may be opened; empty: any."""
        return (cls.follows_at if before.is_intake else frozenset()) or before.leads_on_at

    @classmethod
    def running(cls, facts: Facts) -> list[Clock]:
        """The open deadlines of a file, each recomputed from its first date."""
        return [clock for find in cls.clocks for clock in find(facts)]


def lineage(procedure: type[Matter]) -> Iterator[str]:
    """Yield the codes of a procedure and of the ones it is a variant of, itself first."""
    yield procedure.code
    if procedure.stage.varies is not None:
        yield from lineage(procedure.stage.varies.base)
