"""What a file would be under the law of another day, gathered for its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

import law
from cases.another_law import Compared, Taken, compare
from cases.models import Case
from cases.reading import Reader, read_file
from desk.forms import DayInput
from desk.gathering import words
from desk.gathering.case import header
from desk.gathering.law_words import rule_url
from desk.pages.another_law import AnotherLawPage, OtherBasis, OtherStep, OtherTerm
from desk.pages.parts import Link, Reason
from desk.worded import worded
from law.differences import value_in_words
from registry.models import Person
from workflows import catalogue

#: What labels the lines of law, in `law/regimes.yaml`'s order.
LINES = {
    "procedure": gettext_lazy("Kiểm tra, giám sát, kỷ luật"),
    "charter": gettext_lazy("Thi hành Điều lệ Đảng"),
    "penalty": gettext_lazy("Xử lý kỷ luật đảng viên"),
    "penalty_organisation": gettext_lazy("Xử lý kỷ luật tổ chức đảng"),
    "layout": gettext_lazy("Thể thức văn bản"),
    "paper_kinds": gettext_lazy("Thể loại, thẩm quyền ban hành văn bản"),
}


class Choose(forms.Form):
    """Under which law: that of a regulation's first day, or of any day."""

    quy_dinh = forms.ChoiceField(
        label=gettext_lazy("Chế độ quy định"), required=False,
        help_text=gettext_lazy("Lấy toàn bộ quy định của ngày văn bản đó bắt đầu có hiệu lực."),
    )  # fmt: skip
    ngay = forms.DateField(
        label=gettext_lazy("Hoặc quy định của ngày"), required=False, widget=DayInput,
        help_text=gettext_lazy("Ghi ngày thì lấy theo ngày, ví dụ 30/06/2018."),
    )  # fmt: skip

    def __init__(self, data: Any):
        super().__init__(data or None)
        regimes = law.book().regimes
        self.fields["quy_dinh"].choices = [
            ("", _("– chọn –")),
            *(
                (str(label), [(f"{one['from']}", _regime(one)) for one in regimes[line]])
                for line, label in LINES.items()
                if line in regimes
            ),
        ]

    def clean(self) -> dict[str, Any]:
        """One of the two is given."""
        said = super().clean()
        if not self.errors and not said.get("ngay") and not said.get("quy_dinh"):
            raise forms.ValidationError(_("Chọn một chế độ quy định, hoặc ghi một ngày."))
        return said

    @property
    def day(self) -> date:
        """The day whose law is meant; a day written wins over a regulation chosen."""
        said = self.cleaned_data
        return said.get("ngay") or date.fromisoformat(said["quy_dinh"])


def _regime(one: Mapping[str, Any]) -> str:
    return _("%(number)s, từ %(day)s") % {
        "number": one["instrument"],
        "day": words.day(one["from"]),
    }


def another_law_page(case: Case, person: Person, today: date, asked: Any) -> AnotherLawPage:
    """Gather the page: the form alone until a day is asked for."""
    form = Choose(asked)
    head = header(case, catalogue.get(case.procedure))
    if not form.is_valid():
        return AnotherLawPage(head, form)
    file = read_file(case.pk, Reader(0, today, today))
    assert file is not None
    found = compare(file, form.day)
    taken = [_taken(one) for one in found.taken]
    ahead = list(_ahead(found))
    return AnotherLawPage(
        header=head,
        form=form,
        day=found.day,
        said=_said(found),
        lines=list(_lines(case, found)),
        taken=taken,
        ahead=ahead,
        terms=[
            OtherTerm(found.change.label(name), was, now) for name, was, now in found.change.terms
        ],
        asked=[Link(label, rule_url(rule)) for rule, label in found.asked.items()],
    )


def _said(found: Compared) -> str:
    refused = sum(bool(one.reasons) for one in found.taken)
    said = ngettext(
        "Trong %(n)d bước đã ghi: %(refused)d bước sẽ không được làm như đã làm,",
        "Trong %(n)d bước đã ghi: %(refused)d bước sẽ không được làm như đã làm,",
        found.steps,
    ) % {"n": found.steps, "refused": refused}
    return (
        said
        + " "
        + _("%(other)d bước khác căn cứ hoặc thời hạn.") % {"other": len(found.taken) - refused}
    )


def _lines(case: Case, found: Compared) -> Iterator[tuple[str, str, str]]:
    """Each line of law: what led it when the file was opened, and what led it on the other day."""
    for line, label in LINES.items():
        was, now = (book.regime(line, case.opened_on) for book in (law.book(), found.other))
        told = [one["instrument"] if one else _("chưa rõ") for one in (was, now)]
        if told[0] != told[1]:
            yield str(label), told[0], told[1]


def _taken(one: Taken) -> OtherStep:
    return OtherStep(
        label=worded(one.step.label),
        on=one.on,
        record=one.sequence,
        reasons=[words.reason(reason) for reason in one.reasons],
        bases=[
            OtherBasis(
                Link((reading.now or reading.was or {})["label"], rule_url(reading.rule)),
                _row(reading.was),
                _row(reading.now),
            )
            for reading in one.readings
        ],
        terms=[OtherTerm(*term) for term in one.terms],
    )


def _row(hit: Mapping[str, Any] | None) -> str:
    if hit is None:
        return _("không hỏi đến")
    if hit["unit"] == "basis" and hit["citation"] and hit["state"] == "known":
        return str(hit["citation"])
    cited = f" ({hit['citation']})" if hit["citation"] else ""
    return f"{value_in_words(hit)}{cited}"


def _ahead(found: Compared) -> Iterator[OtherStep]:
    """Steps on the table today: those the other law would open, bar, or let rest on something else."""
    change = found.change
    for step in change.gained:
        yield OtherStep(change.label(step), opens=True)
    for step in change.lost:
        reasons = [Reason(text) for text in change.after.barred[step]]
        yield OtherStep(change.label(step), reasons=reasons)
    for step in change.rests:
        was, now = change.before.rests_on.get(step, ()), change.after.rests_on[step]
        before = {row[0]: row for row in was}
        bases = [
            OtherBasis(
                Link(found.other.parameter(row[0]).label_vi, rule_url(row[0])),
                _ahead_row(before.get(row[0])), _ahead_row(row),
            )
            for row in now
            if _ahead_row(before.get(row[0])) != _ahead_row(row)
        ]  # fmt: skip
        if bases:
            yield OtherStep(change.label(step), bases=bases)


def _ahead_row(row: tuple[str, ...] | None) -> str:
    """Rule, key, value, force and citation as `cases.simulation` keeps them, in words."""
    if row is None:
        return _("không hỏi đến")
    _rule, _key, value, force, cited = row
    if force == "ask":
        return f"{_('phải hỏi')} ({cited})" if cited else _("phải hỏi")
    if value in ("True", "None"):
        return cited or _("có quy định")
    return f"{value} ({cited})" if cited else value
