"""A matter: a procedure that runs as a case file, with the everyday steps and the drafts it needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from permissions.predicates import Predicate
from workflows.clocks import Clock, Deadline
from workflows.drafts import declare_drafts
from workflows.everyday import declare_everyday
from workflows.facts import Facts
from workflows.offices import chair_off_the_team
from workflows.own_steps import declare_own_steps
from workflows.procedure import Procedure
from workflows.route_deeds import declare_route_deeds
from workflows.signing_route import declare_route


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

    `inspects` tells kiểm tra from giám sát, where a screen names one of them; `subjects` says whom
    the procedure is about. A meeting (`is_meeting`) is a file too, but no matter of anybody. `disciplines` marks
    the matters that may end in a discipline, `one_subject` those about exactly one; `answers_law` is
    who answers for the law in such a file. `follows` are the procedures out of whose files this one
    may be opened: what leads to what, and nothing else does. `levels` are the kinds of organisations
    whose bodies run it, where not all do. `merges` marks a discipline that runs
    together with the inspection it was opened out of, `of_guests` one of members whose own cell is another.
    """

    opens: ClassVar[str] = ""
    also_opens: ClassVar[tuple[str, ...]] = ()
    inspects: ClassVar[bool] = False
    is_meeting: ClassVar[bool] = False
    disciplines: ClassVar[bool] = False
    one_subject: ClassVar[bool] = False
    merges: ClassVar[bool] = False
    of_guests: ClassVar[bool] = False
    follows: ClassVar[frozenset[str]] = frozenset()
    levels: ClassVar[frozenset[str]] = frozenset()
    answers_law: ClassVar[Predicate] = chair_off_the_team
    subjects: ClassVar[frozenset[str]] = frozenset({"person", "organisation"})
    rights: ClassVar[tuple[Right, ...]] = ()
    clocks: ClassVar[tuple[Deadline, ...]] = ()

    @classmethod
    def additions(cls) -> Iterable[Any]:
        steps = (
            declare_drafts,
            declare_everyday,
            declare_own_steps,
            declare_route,
            declare_route_deeds,
        )
        return steps if cls.opens else ()

    @classmethod
    def is_of_level(cls, level: str) -> bool:
        """Whether bodies of this kind of organisation run it."""
        return not cls.levels or level in cls.levels

    @classmethod
    def running(cls, facts: Facts) -> list[Clock]:
        """The open deadlines of a file, each recomputed from its first date."""
        return [clock for find in cls.clocks for clock in find(facts)]
