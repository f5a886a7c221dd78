"""The law's part of an edition: every row in force on a day, kept for ever and read back.

`as_of` and `whole` give plain values; `restore` makes a law book of them again, so that an old
verdict is judged by the law it was given under; `diff` tells two states apart in words.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

from law import decision_tables
from law.citations import Instrument, Instruments
from law.lawbook import LawBook
from law.plain import frozen, thawed
from law.rows import Cite, Parameter, Row
from law.violations import Catalogue
from law.working_calendar import WorkingCalendar

#: Raised when the shape below changes, so that two editions of one law never look different.
FORMAT = 1


def as_of(book: LawBook, day: date) -> dict[str, Any]:
    """Return the law of a day as plain values: regimes, floor, instruments, tables, rules, rows."""
    rows = [row for parameter in book.all_parameters() if (row := parameter.on(day))]
    return {"on": day.isoformat()} | _plain(book, rows, day)


def changes(book: LawBook, since: date) -> list[date]:
    """Return `since` and each later day on which the law may read otherwise than the day before."""
    spans = [*book.rows(), *book.instruments]
    starts = {one.start for one in spans}
    after = {one.end + timedelta(days=1) for one in spans if one.end}
    return sorted({since, *(day for day in starts | after if day > since)})


def whole(book: LawBook) -> dict[str, Any]:
    """Return every row of every day as plain values: one law version in full."""
    return {"on": None} | _plain(book, book.rows(), None)


def _plain(book: LawBook, rows: Iterable[Row], day: date | None) -> dict[str, Any]:
    kept = {row.key: row for row in rows}
    cited = {cite.instrument for row in kept.values() for cite in row.cites}
    named = [i for i in book.instruments if day is None or i.in_force(day) or i.id in cited]
    used = {(row.rule, row.layer) for row in kept.values()}
    rules = [rule for rule in book.all_parameters() if (rule.id, rule.layer) in used]
    return {
        "format": FORMAT,
        "regimes": {line: thawed(entries) for line, entries in sorted(book.regimes.items())},
        "floor": thawed(book.floor),
        "floor_exceptions": thawed(book.floor_exceptions),
        "instruments": {instrument.id: instrument.as_json() for instrument in named},
        "calendar": _plain_calendar(book.calendar()),
        "tables": {"authority": book.authority_table.as_json()} | thawed(book.tables),
        "rules": {rule.id: _plain_rule(rule) for rule in rules},
        "rows": {key: plain_row(row) for key, row in sorted(kept.items())},
    }


def _plain_rule(rule: Parameter) -> dict[str, Any]:
    return {
        "label": rule.label_vi,
        "kind": rule.kind,
        "selector": rule.selector,
        "covers": list(rule.covers),
        "cumulates": rule.cumulates,
    }


def plain_row(row: Row) -> dict[str, Any]:
    """Return what decides about a row: value, state, confidence, dates, citations, readings."""
    return {
        "rule": row.rule,
        "from": row.start.isoformat(),
        "to": row.end.isoformat() if row.end else None,
        "state": row.state,
        "value": thawed(row.value),
        "unit": row.unit,
        "confidence": row.confidence,
        "cites": [[cite.instrument, cite.article] for cite in row.cites],
        "proposal": thawed(row.proposal),
        "other_reading": thawed(row.other_reading),
        "layer": row.layer,
    }


def _plain_calendar(calendar: WorkingCalendar) -> dict[str, Any]:
    return {
        "library": f"holidays {version('holidays')}",
        "make_up": thawed({day.isoformat(): why for day, why in calendar.make_up.items()}),
        "pending": thawed({day.isoformat(): asked for day, asked in calendar.pending.items()}),
        "announced_through": thawed(calendar.announced_through),
    }


def restore(plain: Mapping[str, Any]) -> LawBook:
    """Return the law book an edition describes; it knows no more than the edition kept."""
    rows = [_row(row) for row in plain["rows"].values()]
    layers = sorted({row.layer for row in rows if row.layer})
    return LawBook(
        folder=Path(),
        instruments=(
            instruments := Instruments(map(Instrument.of_json, plain["instruments"].values()))
        ),
        sources={},
        parameters=_rules(plain["rules"], rows, None),
        layers={layer: _rules(plain["rules"], rows, layer) for layer in layers},
        layer_labels={layer: layer for layer in layers},
        areas={},
        regimes={
            line: [_dated(entry) for entry in entries] for line, entries in plain["regimes"].items()
        },
        floor=frozen(plain["floor"]),
        floor_exceptions=frozen(plain["floor_exceptions"]),
        calendars={None: _calendar(plain["calendar"])},
        authority_table=decision_tables.restore(plain["tables"]["authority"]),
        tables={name: table for name, table in plain["tables"].items() if name != "authority"},
        catalogue=Catalogue((), {}, {}, instruments),
    )


def _rules(
    rules: Mapping[str, Mapping[str, Any]], rows: list[Row], layer: str | None
) -> dict[str, Parameter]:
    found = {}
    for id_, rule in rules.items():
        own = tuple(row for row in rows if row.rule == id_ and row.layer == layer)
        if own:
            found[id_] = Parameter(
                id=id_,
                label_vi=rule["label"],
                kind=rule["kind"],
                selector=rule["selector"],
                rows=tuple(sorted(own, key=lambda row: row.start)),
                covers=tuple(rule["covers"]),
                cumulates=rule["cumulates"],
                layer=layer,
            )
    return found


def _row(plain: Mapping[str, Any]) -> Row:
    return Row(
        rule=plain["rule"],
        start=date.fromisoformat(plain["from"]),
        end=_day(plain["to"]),
        state=plain["state"],
        value=frozen(plain["value"]),
        unit=plain["unit"],
        confidence=plain["confidence"],
        cites=tuple(Cite(instrument, article) for instrument, article in plain["cites"]),
        sources=(),
        proposal=frozen(plain["proposal"]),
        other_reading=frozen(plain["other_reading"]),
        layer=plain["layer"],
    )


def _dated(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {**entry, "from": date.fromisoformat(entry["from"])}


def _calendar(plain: Mapping[str, Any]) -> WorkingCalendar:
    return WorkingCalendar(
        make_up={date.fromisoformat(day): why for day, why in plain["make_up"].items()},
        pending={
            date.fromisoformat(day): (working, why)
            for day, (working, why) in plain["pending"].items()
        },
        announced_through=_day(plain["announced_through"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
