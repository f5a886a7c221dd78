"""What may be answered to each word of the closed vocabulary, given a file: one mapping, nothing by name.

The first answer of each list is the ordinary one. The others are there to be refused, or to lead elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

from permissions.roles import Role
from workflows import inputs as asked
from workflows.aftermath import ISSUED, SIGNED
from workflows.facts import Facts
from workflows.rows import RowKind
from workflows.sitting import Sitting
from workflows.stages import Step

#: Persons of no register: who write, sign, sit on the team; the first subject is number 1.
DRAFTER, SIGNER, LEAD, MATE = 101, 102, 103, 104
SOURCE = {"document": "01-QC/MẪU", "dated": "2010-01-01", "clause": "mục mẫu", "scan": "a" * 64}
#: A sealed envelope, the file of a meeting, and any other file.
ENVELOPE = "NTC-2026-0001"
MEETING, CASE = "HN-2026-0001", "KL-2026-0001"
#: In the place of an answer that is not given.
LEFT_OUT = "(không trả lời)"
_TEXT = "Người thứ nhất\nNgười thứ hai"
#: No body has so many members; what may not be more is no count of them but a length.
_LENGTH, _A_FEW = 1000, 9
_LATER, _LONG_AGO = timedelta(days=30), timedelta(days=365 * 20)


@dataclass(frozen=True, slots=True)
class Form:
    """A filled form, and which of its answers are not the ordinary ones."""

    answers: Mapping[str, Any]
    unusual: frozenset[tuple[str, str]] = frozenset()


def forms_of(
    step: Step, facts: Facts, on: date, sitting: Sitting | None
) -> Iterator[Iterator[Form]]:
    """Yield forms in two helpings: the ordinary one and each answer varied alone; then two at once.

    In the second an answer that need not be given may be left out too.

    A form that cannot be filled (a row to choose where none lies) yields nothing.
    """
    choices = {one.name: possible(one, facts, on, sitting) for one in step.inputs}
    if any(not choices[one.name] for one in step.inputs if one.required):
        return
    given = {name: values for name, values in choices.items() if values}
    ordinary = {name: values[0] for name, values in given.items()}
    yield _alone(ordinary, given)
    optional = [one.name for one in step.inputs if not one.required and one.name in given]
    yield _together(ordinary, given, optional)


def possible(one: asked.Input, facts: Facts, on: date, sitting: Sitting | None = None) -> list[Any]:
    """The answers tried to one question, the ordinary one first; KeyError for a word without any."""
    return list(_POSSIBLE[one.kind](one, facts, on, sitting))


def _alone(ordinary: Mapping[str, Any], given: Mapping[str, Sequence[Any]]) -> Iterator[Form]:
    yield Form(ordinary)
    for name, values in given.items():
        for other in values[1:]:
            yield _form(ordinary, {name: other})


def _together(
    ordinary: Mapping[str, Any], given: Mapping[str, Sequence[Any]], optional: Sequence[str]
) -> Iterator[Form]:
    nothing_more = dict.fromkeys(optional, LEFT_OUT)
    if nothing_more:
        yield _form(ordinary, nothing_more)
    others = {
        name: [*values[1:], *([LEFT_OUT] if name in optional else [])]
        for name, values in given.items()
    }
    for one, two in combinations(given, 2):
        for first, second in product(others[one], others[two]):
            yield _form(ordinary, {one: first, two: second})


def _form(ordinary: Mapping[str, Any], other: Mapping[str, Any]) -> Form:
    said = {name: one for name, one in {**ordinary, **other}.items() if one is not LEFT_OUT}
    return Form(said, frozenset((name, str(one)) for name, one in other.items()))


_Possible = Callable[[Any, Facts, date, Sitting | None], Iterable[Any]]


def _days(_one: Any, facts: Facts, on: date, _sitting: Any) -> Iterator[str]:
    """The day itself, a later one, one long gone by, and each on which something was laid in the file."""
    laid = dict.fromkeys(row.on for row in facts.rows if row.on != on)
    for day in (on, on + _LATER, on - _LONG_AGO, *laid):
        yield day.isoformat()


def _texts(one: asked.Text, *_: Any) -> list[str]:
    return [_TEXT if one.long else _TEXT.partition("\n")[0]]


def _amounts(one: asked.Amount, facts: Facts, *_: Any) -> list[int]:
    """Of a length the most that may be written, of people as many as sit in the body; a few, the least, the most."""
    ordinary = one.most if one.most <= _LENGTH else max(one.least, facts.members)
    few = [_A_FEW] if one.least < _A_FEW < one.most else []
    return list(dict.fromkeys((ordinary, *few, one.least, one.most)))


def _months(_one: Any, _facts: Facts, on: date, _sitting: Any) -> Iterator[list[str]]:
    """Six months of the year before, then one alone."""
    year = on.year - 1
    yield [f"{year}-{month:02}" for month in range(1, 7)]
    yield [f"{year}-01"]


def _teams(_one: Any, facts: Facts, *_: Any) -> Iterator[list[dict[str, Any]]]:
    """A lead with one more; nobody who leads; the subject himself among them."""
    lead, member = Role.TEAM_LEAD.value, Role.TEAM_MEMBER.value
    yield [{"person": LEAD, "role": lead}, {"person": MATE, "role": member}]
    yield [{"person": LEAD, "role": member}]
    subject = next((one.register for one in facts.subjects if one.is_person), None)
    if subject is not None:
        yield [{"person": LEAD, "role": lead}, {"person": subject, "role": member}]


def _levels(_one: Any, facts: Facts, *_: Any) -> list[list[int]]:
    """No body below, one, two: the register of the walk numbers them from the lowest up."""
    return [[], [facts.own + 1], [facts.own + 1, facts.own + 2]]


def _deciding(_one: Any, facts: Facts, *_: Any) -> list[int]:
    """The body itself, one above it, and those that propose; of a cell or an organ first the one above."""
    others = [facts.own + 1, facts.own + 2]
    first = (
        [facts.own + 3, facts.own]
        if facts.body in ("chi_bo", "ban")
        else [facts.own, facts.own + 3]
    )
    return [*first, *others]


def _roll(_one: Any, _facts: Facts, _on: date, sitting: Sitting | None) -> Iterator[Any]:
    """Everyone is there; one is missing on the list; somebody else stands on it."""
    people = [int(one.id) for one in sitting.people] if sitting else []
    everyone = [{"person": one, "here": "co_mat"} for one in people]
    yield everyone
    yield everyone[1:]
    yield [*everyone, {"person": 999, "here": "co_mat"}]


def _totals(
    one: asked.BallotTotals, _facts: Facts, _on: date, sitting: Sitting | None
) -> Iterator[Any]:
    """Everyone for one option, for each of them; an even split; a slip too many."""
    everyone = len(sitting.people) if sitting else 5
    options = list(dict(one.options))
    for option in (*options[1:], *options[:1]):
        yield _slips(everyone, {option: everyone})
    half = everyone // 2
    yield _slips(everyone, {options[0]: everyone - half, options[-1]: half})
    yield _slips(everyone + 1, {options[0]: everyone + 1})


def _slips(number: int, votes: Mapping[str, int]) -> dict[str, int]:
    return {
        "phat_ra": number,
        "thu_vao": number,
        "hop_le": number,
        "khong_hop_le": 0,
        **votes,
    }


def _rows(one: asked.RowOf, facts: Facts, *_: Any) -> list[int]:
    """The newest row of each kind that may be chosen, then the oldest."""
    found = [row.number for row in facts.rows if row.kind in one.of]
    return list(dict.fromkeys((*found[::-1][:1], *found[:1])))


def _records(_one: Any, facts: Facts, *_: Any) -> list[int]:
    """The newest record of each step that laid a row still there."""
    newest = {row.step: row.laid_by for row in facts.rows}
    return sorted(newest.values(), reverse=True)


def _papers(_one: Any, facts: Facts, *_: Any) -> list[int]:
    """The first paper that waits for its number, the first that may be handed over."""
    states = (SIGNED, ISSUED)
    found = (next((p.id for p in facts.papers if p.state == state), None) for state in states)
    return [one for one in found if one is not None]


_POSSIBLE: dict[str, _Possible] = {
    asked.Day.kind: _days,
    asked.Text.kind: _texts,
    asked.Months.kind: _months,
    asked.Choice.kind: lambda one, *_: [value for value, _label in one.options],
    asked.Amount.kind: _amounts,
    asked.PostHolder.kind: lambda *_: [MATE],
    asked.MemberOf.kind: lambda *_: [MATE],
    asked.OrganisationOf.kind: lambda *_: [MATE],
    asked.Concerned.kind: lambda *_: [MATE],
    asked.People.kind: lambda *_: [[LEAD, MATE]],
    **dict.fromkeys(
        (asked.DirectiveOf.kind, asked.ItemOf.kind, asked.PointOf.kind), lambda *_: [1]
    ),
    asked.TeamMates.kind: lambda *_: [[LEAD, MATE]],
    asked.SubjectOf.kind: lambda _one, facts, *_: [one.number for one in facts.subjects],
    asked.FindingOf.kind: lambda _one, facts, *_: [one.number for one in facts.findings],
    asked.EvidenceOf.kind: lambda _one, facts, *_: [
        row.number for row in facts.of(RowKind.EVIDENCE)
    ],
    asked.RowOf.kind: _rows,
    asked.RecordOf.kind: _records,
    asked.PaperOf.kind: _papers,
    asked.EnvelopeOf.kind: lambda *_: [ENVELOPE],
    asked.CaseOf.kind: lambda *_: [CASE],
    asked.MeetingOf.kind: lambda *_: [MEETING],
    asked.BodyOf.kind: _deciding,
    asked.Bodies.kind: _levels,
    asked.Attendance.kind: _roll,
    asked.Team.kind: _teams,
    asked.BallotTotals.kind: _totals,
    asked.File.kind: lambda *_: [{"sha256": "b" * 64, "name": "don.pdf", "size": 1}],
    asked.LawSource.kind: lambda *_: [SOURCE],
    asked.Components.kind: lambda *_: [],  # what a paper bears besides its words decides nothing
}
