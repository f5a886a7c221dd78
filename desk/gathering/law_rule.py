"""Quy định: one rule whole, with its history, who asks it, and the files it was applied to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

import law
from cases.models import FileRow, StepRecord
from cases.queries import visible_to
from desk.gathering.addresses import case_url
from desk.gathering.adoptions import adoption_row, proposals
from desk.gathering.law import hit_of
from desk.gathering.law_words import certainty, fill_url, says, state
from desk.pages.law import CaseUse, ChangeRow, History, PeriodRow, RulePage, Settled, UseRow
from desk.pages.parts import Fact, Tag, Tone
from desk.worded import worded
from law import Hit, LawBook
from law.differences import value_in_words
from law.editions import plain_row
from law.rows import Parameter, Row
from permissions.ways import Part
from registry.models import Person
from workflows import catalogue
from workflows.rows import RowKind
from workflows.uses import Use, uses

#: How many records of files a rule's page reads, and how many lines it shows; the newest first.
READ, SHOWN = 200, 25
DAY = timedelta(days=1)


def rule_page(rule: str, person: Person, today: date) -> RulePage:
    """One rule whole; UnknownRule for an id no file defines."""
    book = law.book()
    parameter, hit = book.parameter(rule), hit_of(book, rule, today)
    inside = visible_to(
        person, today, Part.EVIDENCE
    )  # what was judged or answered lies in the file
    asked = rule in uses()
    return RulePage(
        title=worded(parameter.label_vi),
        rule=rule,
        today=state(hit),
        facts=_facts(parameter, hit),
        histories=list(_histories(book, rule, today)),
        uses=_uses(rule),
        cases=_case_uses(rule, inside) if asked else [],
        settled=_settled(rule, inside),
        adoptions=[adoption_row(one) for one in proposals().filter(rule=rule).order_by("-pk")],
        warning=_("Đây là bảo đảm tối thiểu: không việc miễn, trả lời hay bổ sung nào bỏ được.")
        if hit.is_floor
        else "",
        fill_url=fill_url(rule, today),
    )


def _uses(rule: str) -> list[UseRow]:
    """Who asks the rule, by procedure; a basis of many steps is said once."""
    by_procedure: dict[str, list[Use]] = {}
    for use in uses().get(rule, ()):
        by_procedure.setdefault(worded(use.label), []).append(use)
    return [UseRow(label, [worded(use.words) for use in found]) for label, found in by_procedure.items()]


def _side(row: PeriodRow) -> str:
    """One side of a change: what was said, and where it stood."""
    return " – ".join((row.says, *row.citations))


def _facts(parameter: Parameter, hit: Hit) -> list[Fact]:
    selectors = {
        "step_day": _("ngày thực hiện bước"),
        "meeting_day": _("ngày họp"),
        "received_on": _("ngày nhận văn bản"),
    }
    inferred = _("suy ra, chưa đọc trong văn bản nào") if parameter.selector_inferred else ""
    return [
        Fact(_("Hôm nay"), says(hit), hit.cited or _("chưa có căn cứ")),
        Fact(_("Mức độ chắc chắn"), "", tag=state(hit)),
        Fact(_("Chọn quy định theo"), selectors[parameter.selector], inferred),
        Fact(_("Mã quy định"), parameter.id),
    ]


def _histories(book: LawBook, rule: str, today: date) -> Iterator[History]:
    if rule in book.parameters:
        yield _history(book, book.parameters[rule], _("Cả nước"), today)
    for layer, rules in book.layers.items():
        if rule in rules:
            yield _history(book, rules[rule], book.layer_labels[layer], today)


def _history(book: LawBook, parameter: Parameter, title: str, today: date) -> History:
    periods = list(_periods(parameter))
    rows = [_period(book, parameter, *period, today) for period in periods]
    changes = [
        ChangeRow(before.last, _side(before), after.first, _side(after))
        for before, after in pairwise(rows)
        if before.last and after.first
    ]
    return History(title, rows, changes)


def _periods(parameter: Parameter) -> Iterator[tuple[date | None, date | None, Row | None]]:
    """The rows in the order of time, with the days nobody's row covers between and around them."""
    first_unknown: date | None = None
    for row in parameter.rows:
        if first_unknown is None or first_unknown < row.start:
            yield first_unknown, row.start - DAY, None
        yield row.start, row.end, row
        if row.end is None:
            return
        first_unknown = row.end + DAY
    yield first_unknown, None, None


def _period(
    book: LawBook,
    parameter: Parameter,
    first: date | None,
    last: date | None,
    row: Row | None,
    today: date,
) -> PeriodRow:
    current = (first is None or first <= today) and (last is None or today <= last)
    fill = fill_url(parameter.id, first or (last or today), parameter.layer or "") if first else ""
    if row is None:
        unread = Tag(_("chưa có dòng nào"), Tone.HOLD, "question")
        return PeriodRow(
            first, last, _("chưa rõ"), unread, current=current, known=False, fill_url=fill
        )
    return PeriodRow(
        first=first,
        last=last,
        says=value_in_words(plain_row(row)),
        state=certainty(row.state, row.confidence),
        citations=[citation.text for citation in book.citations(row, row.start)],
        sources=book.sources_of(row),
        note="; ".join(filter(None, (row.applies_to, row.note, row.cite_note))),
        current=current,
        fill_url=fill,
    )


def _case_uses(rule: str, visible: Any) -> list[CaseUse]:
    """The newest records judged under the rule, those of one file under one row together."""
    records = (
        StepRecord.objects.filter(case__in=visible, hits__contains=[{"rule": rule}])
        .select_related("case")
        .only("case__reference", "case__procedure", "step", "acted_on", "hits")
        .order_by("-pk")[:READ]
    )
    together: dict[tuple[str, str], list[tuple[StepRecord, Mapping[str, Any]]]] = {}
    for record in records:
        hit = next(hit for hit in record.hits if hit["rule"] == rule)
        together.setdefault((record.case.reference, str(hit["key"])), []).append((record, hit))
    return [_case_use(found) for found in list(together.values())[:SHOWN]]


def _case_use(found: list[tuple[StepRecord, Mapping[str, Any]]]) -> CaseUse:
    record, hit = found[0]
    procedure = catalogue.get(record.case.procedure)
    steps = [worded(step.label) for one, _hit in reversed(found) if (step := procedure.step(one.step))]
    days = [one.acted_on for one, _hit in found]
    return CaseUse(
        ref=record.case.reference,
        url=case_url(record.case),
        steps=list(dict.fromkeys(steps)),
        first=min(days),
        last=max(days),
        row=hit["key"] or _("chưa có dòng nào"),
        citation=hit["citation"] or "",
        settled=_settled_words(hit.get("settled_by")),
    )


def _settled_words(settled: Mapping[str, Any] | None) -> str:
    if not settled:
        return ""
    words = {"asked": _("trả lời cho hồ sơ này"), "released": _("cho phép làm khác")}
    return f"{words[settled['kind']]}: {settled['document']['number']}"


def _settled(rule: str, visible: Any) -> list[Settled]:
    kinds = {
        RowKind.ANSWER.value: _("Trả lời"),
        RowKind.RELEASE.value: _("Cho phép làm khác"),
    }
    rows = (
        FileRow.objects.filter(
            case__in=visible, kind__in=kinds, facts__rule=rule, superseded_by=None
        )
        .select_related("case", "laid_by")
        .order_by("-pk")[:SHOWN]
    )
    return [
        Settled(
            ref=row.case.reference,
            url=case_url(row.case),
            kind=kinds[row.kind],
            words=row.facts.get("value") or row.words.get("reason", ""),
            document=f"{row.facts['source']['document']}, {row.facts['source']['clause']}",
            day=row.laid_by.acted_on,
        )
        for row in rows
    ]
