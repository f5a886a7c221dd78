"""The law with every open question supposed to be answered: for walks that must not stop at a question.

It decides nothing about anybody. What is supposed is the value nearest to what the law proposes; where
nothing is near, the most that a rule of that kind can allow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from law.hits import Hit
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


def _answered(rule: Parameter, hit: Hit, power: Any) -> Parameter:
    near = next((one for one in hit.proposals if one.value is not None), None)
    value, unit = (near.value, near.unit) if near else _USUAL.get(rule.kind, (power, None))
    cites = next((row.cites for row in rule.rows if row.cites), ())
    row = Row(
        rule=rule.id,
        start=date.min,
        end=None,
        state="known",
        value=value,
        unit=unit,
        confidence="confirmed",
        cites=cites,
        sources=(),
        note="giả định để đi thử",
    )
    return replace(rule, rows=(row,), layer=None)
