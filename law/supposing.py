"""The law with every open question supposed to be answered: for walks that must not stop at a question.

It decides nothing about anybody. What is supposed is the value nearest to what the law proposes; where
nothing is near, the most that a rule of that kind can allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any

from law.hits import Hit, Proposal
from law.lawbook import LawBook
from law.plain import frozen
from law.rows import Parameter, Row


class _Everything(tuple[Any, ...]):
    """A list on which whatever is looked for stands."""

    def __contains__(self, _one: object) -> bool:
        return True


#: What is supposed of a rule that nothing near is known of, by its kind.
_USUAL: dict[str, Any] = {
    "duration": (1, "year"),
    "count": (1, None),
    "flag": (True, None),
    "list": (_Everything(), None),
}
#: What a rule says that permits nothing, by its kind.
_NO: dict[str, Any] = {"flag": False, "text": ""}


def supposed(book: LawBook, on: date, forms: Iterable[str]) -> LawBook:
    """Return the law in which each rule that gives no verdict on `on` has one, from the first day on.

    `forms` are those a power is supposed over where the law says nothing of it.
    """
    power = frozen({"mode": "decide", "forms": tuple(forms)})
    asked = (hit for id_ in book.rule_ids if (hit := book.rule(id_, on)).force == "ask")
    answered = {hit.rule: _answered(book.parameter(hit.rule), hit, power) for hit in asked}
    return replace(book, parameters={**book.parameters, **answered}, _hits={})


def unread(book: LawBook, rules: Iterable[str]) -> LawBook:
    """Return the law as if nobody had read these rules: each without any row."""
    gone = {id_: replace(book.parameter(id_), rows=()) for id_ in rules}
    return replace(book, parameters={**book.parameters, **gone}, _hits={})


def denied(book: LawBook, rules: Iterable[str]) -> LawBook:
    """Return the law as if it said no wherever these rules permit something."""
    said = {
        rule.id: replace(rule, rows=(_row(rule, _NO[rule.kind], None),), layer=None)
        for id_ in rules
        if (rule := book.parameter(id_)).kind in _NO
    }
    return replace(book, parameters={**book.parameters, **said}, _hits={})


def _answered(rule: Parameter, hit: Hit, power: Any) -> Parameter:
    said: Iterable[Proposal | Row] = chain(hit.proposals, _of_other_days(rule))
    near = next((one for one in said if one.value is not None), None)
    value, unit = (near.value, near.unit) if near else _USUAL.get(rule.kind, (power, None))
    return replace(rule, rows=(_row(rule, value, unit),), layer=None)


def _of_other_days(rule: Parameter) -> tuple[Row, ...]:
    """The rows of a share, or of a rule that tells cases apart: what is usual has not their form."""
    in_cases = any(isinstance(row.value, Mapping) for row in rule.rows)
    if rule.kind == "share" or (rule.kind in _USUAL and in_cases):
        return rule.rows
    return ()


def _row(rule: Parameter, value: Any, unit: str | None) -> Row:
    """The only row of a rule that is supposed, on whatever the rule itself cites."""
    return Row(
        rule=rule.id,
        start=date.min,
        end=None,
        state="known",
        value=value,
        unit=unit,
        confidence="confirmed",
        cites=next((row.cites for row in rule.rows if row.cites), ()),
        sources=(),
        note="giả định để đi thử",
    )
