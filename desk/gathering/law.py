"""Quy định: the lists of rules and of what is still to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

import law
from cases.models import LawProposal
from desk.gathering.law_words import fill_url, near, rule_url, says, state
from desk.pages.law import Chapter, GapRow, GapsPage, LawPage, RuleRow
from desk.pages.parts import Link, Tab, Tile, Tone
from desk.worded import worded
from law import Hit, LawBook
from law.gaps import Gap, gaps
from registry.names import search_key
from workflows.uses import uses


class Words(forms.Form):
    """Narrow the list of rules."""

    q = forms.CharField(
        label=gettext_lazy("Lọc theo tên, mã, căn cứ"), required=False, max_length=100
    )


def law_page(today: date, asked: Any) -> LawPage:
    """Every rule by chapter, as it stands on `today`, narrowed by the words asked."""
    filters = Words(asked)
    filters.is_valid()
    said = filters.cleaned_data.get("q", "").strip()
    book = law.book()
    rows = {rule: _rule_row(book, rule, today) for rule in book.rule_ids}
    shown = {rule: row for rule, row in rows.items() if _answers(row, said)}
    chapters = [
        Chapter(title, [shown[rule] for rule in rules if rule in shown])
        for title, rules in _chapters(book)
    ]
    return LawPage(
        sentence=_("Mỗi quy định có ngày, căn cứ và mức độ chắc chắn; hôm nay là %(day)s.")
        % {"day": f"{today:%d/%m/%Y}"},
        chapters=[chapter for chapter in chapters if chapter.rows],
        tiles=_tiles(book, today),
        tabs=tabs("law", today),
        filters=filters,
        words=said,
    )


def gaps_page(today: date) -> GapsPage:
    """What gives no verdict today: first what a procedure asks, then the rest."""
    book = law.book()
    found = {gap.hit.rule: gap for gap in gaps(book, today, asked=uses())}
    waiting = _waiting()
    rows = {rule: _gap_row(gap, waiting) for rule, gap in found.items()}
    first = [row for rule, row in rows.items() if rule in uses()]
    others = [row for rule, row in rows.items() if rule not in uses()]
    return GapsPage(
        sentence=ngettext(
            "Còn %(n)d quy định chưa đọc được toàn văn; phần mềm hỏi, không tự đoán.",
            "Còn %(n)d quy định chưa đọc được toàn văn; phần mềm hỏi, không tự đoán.",
            len(rows),
        )
        % {"n": len(rows)},
        first=first,
        others=others,
        tabs=tabs("law-gaps", today),
    )


def tabs(current: str, today: date) -> list[Tab]:
    """The three lists of the area."""
    book = law.book()
    waiting = LawProposal.objects.filter(answer=None).count()
    counts = {"law": len(book.rule_ids), "law-gaps": _gap_count(book, today)}
    return [
        Tab(_("Mọi quy định"), reverse("law"), counts["law"], current == "law"),
        Tab(_("Còn phải đọc"), reverse("law-gaps"), counts["law-gaps"], current == "law-gaps"),
        Tab(
            _("Bổ sung từ toàn văn"), reverse("law-adoptions"), waiting, current == "law-adoptions"
        ),
    ]


def _gap_count(book: LawBook, today: date) -> int:
    return len(gaps(book, today, asked=uses()))


def _chapters(book: LawBook) -> Iterator[tuple[str, list[str]]]:
    for area, title in book.areas.items():
        yield worded(title), [rule.id for rule in book.parameters.values() if rule.area == area]
    for layer, rules in book.layers.items():
        own = [rule for rule in rules if rule not in book.parameters]
        yield _("Quy định riêng: %(place)s") % {"place": book.layer_labels[layer]}, own


def _tiles(book: LawBook, today: date) -> list[Tile]:
    hits = [book.rule(rule, today) for rule in book.parameters]
    counted = {
        "hard": sum(hit.force == "hard" for hit in hits),
        "one": sum(hit.force == "releasable" for hit in hits),
    }
    return [
        Tile(counted["hard"], _("Đã xác nhận"), "?q=xac+nhan", "", Tone.OK, "check-circle"),
        Tile(counted["one"], _("Mới thấy ở một văn bản"), "?q=mot+van+ban", "", Tone.SOON, "scale"),
        Tile(
            _gap_count(book, today),
            _("Còn phải đọc"),
            reverse("law-gaps"),
            "",
            Tone.HOLD,
            "question",
        ),
        Tile(len(book.adopted), _("Bản bổ sung"), reverse("law-adoptions"), "", Tone.INFO, "stamp"),
    ]


def _rule_row(book: LawBook, rule: str, today: date) -> RuleRow:
    hit = hit_of(book, rule, today)
    asked = uses().get(rule, ())
    procedures = list(dict.fromkeys(worded(use.label) for use in asked))
    return RuleRow(
        worded(hit.label_vi), rule, rule_url(rule), says(hit), hit.cited or "", state(hit), procedures
    )


def hit_of(book: LawBook, rule: str, today: date) -> Hit:
    """What the rule says in the country, or where only one locality has it."""
    if rule in book.parameters:
        return book.rule(rule, today)
    layer = next(layer for layer, rules in book.layers.items() if rule in rules)
    return book.rule(rule, today, layer=layer)


def _answers(row: RuleRow, said: str) -> bool:
    key = search_key(said)
    text = " ".join((row.label, row.rule, row.citation, row.says, row.state.text))
    return not said or key in search_key(text)


def _asked_by(rule: str) -> list[str]:
    """The first place of each procedure that asks, and how many more."""
    by_procedure: dict[str, list[str]] = {}
    for use in uses().get(rule, ()):
        by_procedure.setdefault(worded(use.label), []).append(worded(use.words))
    said = []
    for label, places in by_procedure.items():
        more = _(" và %(n)d chỗ khác") % {"n": len(places) - 1} if len(places) > 1 else ""
        said.append(f"{label}: {places[0]}{more}")
    return said


def _waiting() -> dict[str, int]:
    return dict(LawProposal.objects.filter(answer=None).values_list("rule", "pk"))


def _gap_row(gap: Gap, waiting: Mapping[str, int]) -> GapRow:
    hit = gap.hit
    proposal = waiting.get(hit.rule)
    return GapRow(
        label=worded(hit.label_vi),
        rule=hit.rule,
        url=rule_url(hit.rule),
        why=state(hit),
        note=hit.note,
        near=near(hit),
        asked_by=_asked_by(hit.rule),
        fill_url=fill_url(hit.rule, hit.on),
        waiting=Link(_("Đang chờ xác nhận"), reverse("law-proposal", args=[proposal]), "hourglass")
        if proposal
        else None,
    )
