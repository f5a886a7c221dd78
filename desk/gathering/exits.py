"""What the pages about leaving the Party show: rows and counts of the register, and the answer about coming back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.left import exits_of, of_exit
from desk.forms import DayInput
from desk.gathering import words
from desk.pages.exits import ExitRow, ExitsPage, ReadmissionPage
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.worded import worded
from registry.exit_models import Exit
from registry.models import Person
from workflows.readmission import Case, Convicted, Said, judge
from workflows.removals import OFFICIAL, PROBATIONARY, Ground

#: How many rows one page shows; whoever wants the others narrows by the day.
MOST = 200


class Narrow(forms.Form):
    """The day on which the register is read."""

    ngay = forms.DateField(label=gettext_lazy("Tính đến ngày"), widget=DayInput, required=False)


class Asked(forms.Form):
    """What an officer must be told before the law can answer."""

    ngay = forms.DateField(label=gettext_lazy("Xét theo quy định ngày"), widget=DayInput)
    can_cu = forms.ChoiceField(label=gettext_lazy("Căn cứ xóa tên"), required=False)
    ket_an = forms.ChoiceField(
        label=gettext_lazy("Bị tòa án kết án"),
        choices=[
            (Convicted.NOT.value, gettext_lazy("Không")),
            (Convicted.MINOR.value, gettext_lazy("Tội ít nghiêm trọng")),
            (Convicted.SERIOUS.value, gettext_lazy("Tội nghiêm trọng trở lên")),
            (Convicted.CORRUPTION.value, gettext_lazy("Tội tham nhũng")),
        ],
    )
    xoa_an = forms.DateField(
        label=gettext_lazy("Ngày được xóa án tích"), widget=DayInput, required=False
    )
    doan_ket = forms.BooleanField(
        label=gettext_lazy("Đã gây mất đoàn kết nghiêm trọng"), required=False
    )
    hoan_canh = forms.BooleanField(
        label=gettext_lazy("Xin ra vì gia đình đặc biệt khó khăn"), required=False
    )
    lan_truoc = forms.BooleanField(
        label=gettext_lazy("Đã được kết nạp lại một lần"), required=False
    )
    dong_y = forms.BooleanField(
        label=gettext_lazy("Ban thường vụ tỉnh ủy đã đồng ý bằng văn bản"), required=False
    )

    def __init__(self, data: Any, known: Case, today: date):
        first = {"ngay": today, "ket_an": Convicted.NOT.value, "can_cu": known.ground}
        super().__init__(data, initial=first)
        grounds = (*OFFICIAL, *PROBATIONARY, Ground.TRANSFER)
        self.fields["can_cu"].choices = [("", _("Không bị xóa tên, hoặc chưa rõ"))] + [
            (one.value, words.capitalised(worded(one.label))) for one in grounds
        ]

    def case(self, known: Case) -> Case:
        """What is known, with what was answered; call it on a valid form."""
        said = self.cleaned_data
        return replace(
            known,
            ground=said["can_cu"],
            convicted=Convicted(said["ket_an"]),
            cleared_on=said["xoa_an"],
            broke_unity=said["doan_ket"],
            hardship=said["hoan_canh"],
            readmitted_before=said["lan_truoc"],
            province_consents=said["dong_y"],
        )


def exits_page(person: Person, today: date, asked: Any) -> ExitsPage:
    """Gather who left out of the organisations in which `person` holds a post; an unreadable day is today."""
    filters = Narrow(asked)
    day = (filters.is_valid() and filters.cleaned_data["ngay"]) or today
    found = list(exits_of(person, day))
    counts = Counter(one.kind for one in found)
    return ExitsPage(
        filters=filters,
        counts=[
            Fact(worded(kind.label), str(counts.get(kind.value, 0))) for kind in Exit.Kind
        ] + [Fact(_("Tổng số"), str(len(found)))],
        rows=[_row(one) for one in found[:MOST]],
        more=max(len(found) - MOST, 0),
    )  # fmt: skip


def readmission_page(left: Exit, today: date, asked: Any) -> ReadmissionPage:
    """Gather the question about one who left, and the answer once everything was said."""
    known = of_exit(left)
    form = Asked(asked or None, known, today)
    page = ReadmissionPage(
        name=left.person.full_name,
        back_url=reverse("exits"),
        facts=[
            Fact(_("Ra khỏi Đảng"), worded(left.get_kind_display())),
            Fact(_("Quyết định"), left.decision),
            Fact(_("Đến hết ngày"), words.day(left.last_day)),
            Fact(_("Chi bộ"), left.membership.cell.name),
        ],
        form=form,
    )
    if not form.is_bound or not form.is_valid():
        return page
    answer = judge(form.case(known), form.cleaned_data["ngay"])
    return replace(
        page,
        answer=_ANSWERS[answer.said](),
        reasons=[words.reason(one) for one in answer.reasons],
        rules=[f"{worded(hit.label_vi)}: {hit.cited}" for hit in answer.hits if hit.cited],
    )


_ANSWERS = {
    Said.YES: lambda: Tag(_("Được xét kết nạp lại"), Tone.OK, "check"),
    Said.NO: lambda: Tag(_("Không được xét kết nạp lại"), Tone.LATE, "x-circle"),
    Said.ASK: lambda: Tag(_("Phải hỏi: quy định hoặc căn cứ chưa rõ"), Tone.SOON, "info"),
}


def _row(one: Exit) -> ExitRow:
    return ExitRow(
        name=one.person.full_name,
        kind=worded(one.get_kind_display()),
        decision=one.decision,
        last_day=one.last_day,
        cell=one.membership.cell.name,
        question=Link(_("Xét kết nạp lại"), reverse("readmission", kwargs={"pk": one.pk})),
    )
