"""The law the ledger is told under: where nobody could read what rests a whole step, an invented answer stands for it.

No row of the site's law is changed, and nobody is asked to believe it: the answer stands in the editions of the
ledger's own records, cites nothing, and says that it is supposed. Every other question is put to the file, and
answered there. What can be put to no file is the basis of its first step, and what is never left to anyone's
answer: the floor of due process.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import law
from law import LawBook
from law.rows import Parameter, Row

FIRST = date(2014, 1, 1)
NOTE = "giả định để dựng sổ cái số liệu; chưa tìm thấy quy định của những ngày này"


def sample_law() -> LawBook:
    """Return the law in use, with an answer from FIRST on for each basis and each rule of the floor that has none."""
    book = law.book()
    answered = {one.id: replace(one, rows=_rows(one)) for one in _silent(book)}
    return replace(book, parameters={**book.parameters, **answered}, _hits={})


def _silent(book: LawBook) -> Iterator[Parameter]:
    for id_ in book.parameters:
        rests = id_.startswith("basis.") or id_ in book.floor_rules
        if rests and book.rule(id_, FIRST).force == "ask":
            yield book.parameter(id_)


def _rows(rule: Parameter) -> tuple[Row, ...]:
    """What the rule first says, said from FIRST on; what it says later stays as it is."""
    later = [row for row in rule.rows if row.start > FIRST and row.gives_verdict]
    if not later:
        return rule.rows
    supposed = replace(
        later[0], start=FIRST, end=later[0].start - timedelta(days=1), confidence="one_text",
        cites=(), sources=(), note=NOTE,
    )  # fmt: skip
    return (supposed, *later)
