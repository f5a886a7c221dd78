"""What the pages of a list taken in show, whatever it lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext as _

from desk.gathering import words
from desk.pages.lists import FindingLine, ListPage, ListPreview
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.worded import worded
from law import Reason
from registry.lists.looking_over import Finding, Kind, LookedOver
from registry.member_models import WaitingList
from registry.members.comparing import cells_of
from registry.models import Body

if TYPE_CHECKING:
    from desk.lists import ListKind

#: How many findings or changes a page lists; whoever wants the others narrows.
MOST = 100
TONES = {Kind.ENTRY: Tone.SOON, Kind.UPDATE: Tone.INFO, Kind.SYNC: Tone.SOON, Kind.USE: Tone.LATE}


def list_page(code: str, kind: ListKind, body: Body, form: BaseForm, today: date) -> ListPage:
    """Gather the page on which a file is chosen."""
    return ListPage(
        title=str(kind.title),
        area=area_of(kind),
        body=body.name,
        form=form,
        steps=[str(one) for one in kind.steps],
        columns=[Fact(column, str(label)) for column, label in kind.columns.items()],
        template_url=reverse("list-template", kwargs={"code": code}),
        codes=kind.codes(body, today),
        codes_of=str(kind.codes_of),
        earlier=_earlier(kind, body),
    )


def preview_page(
    kind: ListKind, waiting: WaitingList, found: LookedOver[Any, Any], reasons: Sequence[Reason]
) -> ListPreview:
    """Gather everything that taking the waiting list in would do."""
    taken = len(found.new) + len(found.changed)
    return ListPreview(
        area=area_of(kind),
        body=waiting.body.name,
        facts=_about_list(waiting),
        counts=[
            Fact(_("Số dòng"), str(found.rows)),
            Fact(_("Thêm mới"), str(len(found.new))),
            Fact(_("Thay đổi"), str(len(found.changed))),
            Fact(_("Không đổi"), str(found.unchanged)),
            Fact(_("Giữ lại, chưa nhập"), str(found.held_back)),
        ],
        changes=[Fact(whom, how) for whom, how in found.changes()[:MOST]],
        findings=[_found(one) for one in found.findings[:MOST]],
        more=max(len(found.findings) - MOST, 0),
        put_right=len(found.put_right),
        reasons=[words.reason(one) for one in reasons],
        press=_("Nhập %(n)d dòng") % {"n": taken} if taken else _("Chỉ ghi các sai sót"),
    )


def long_preview_page(
    kind: ListKind, waiting: WaitingList, told: Mapping[str, Any], reasons: Sequence[Reason]
) -> ListPreview:
    """Gather the same of a long list, as the job that looked it over told it."""
    lines = [
        FindingLine(kind=Tag(where, Tone.SOON), words=said, remedy="", unit="")
        for where, said in told["lines"]
    ]
    return ListPreview(
        area=area_of(kind),
        body=waiting.body.name,
        facts=_about_list(waiting),
        counts=[Fact(label, value) for label, value in told["figures"]],
        changes=[],
        findings=lines,
        more=0,
        put_right=0,
        reasons=[words.reason(one) for one in reasons],
        press=_("Nhập danh sách"),
        is_long=True,
    )


def _about_list(waiting: WaitingList) -> list[Fact]:
    return [
        Fact(_("Tệp"), waiting.file_name),
        Fact(_("Nguồn"), waiting.source),
        Fact(_("Số liệu tính đến ngày"), words.day(waiting.synced_on)),
    ]


def area_of(kind: ListKind) -> Link:
    """Where one goes back to."""
    name, text = kind.area
    return Link(str(text), reverse(name))


def unit_codes(body: Body, today: date) -> list[Fact]:
    """The units a line may name, by their code."""
    return [Fact(one.code, one.name) for one in cells_of(body.organisation_id, today).values()]


def _earlier(kind: ListKind, body: Body) -> list[Fact]:
    """What the lists of this kind before this one did."""
    taken = kind.deed.imports.objects.filter(body=body).order_by("-pk")[:10]
    said = _("%(rows)d dòng: %(new)d mới, %(changed)d thay đổi, %(held)d giữ lại")
    return [
        Fact(
            words.day(one.synced_on),
            said
            % {
                "rows": one.rows,
                "new": one.created,
                "changed": one.changed,
                "held": one.held_back,
            },
        )
        for one in taken
    ]


def _found(one: Finding) -> FindingLine:
    return FindingLine(
        kind=Tag(worded(one.kind.label), TONES[one.kind]),
        words=worded(one.words),
        remedy=one.remedy,
        unit=one.unit,
        line=one.line,
        note="" if one.holds_back else _("Dòng này vẫn được nhập."),
    )
