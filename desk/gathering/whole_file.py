"""A whole file before it is taken out, and the front pages under which it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.forms import BaseForm
from django.template import Context
from django.utils.translation import gettext as _

from cases.models import Case
from cases.reading import File
from cases.whole_file import Enclosed, WholeFile, parts_of
from desk.gathering.addresses import case_url
from desk.gathering.words import day
from desk.pages.parts import Link
from desk.pages.whole_file import EnclosedRow, EnclosedSection, WholeFilePage
from documents.binding import archive, bind, pages_in
from documents.pages import templates
from documents.press import press

ONE_PDF, PACKED = "pdf", "zip"
_FRONT, _STYLE = "dossier/front.html", "dossier/front.css"


def whole_file_page(case: Case, whole: WholeFile, form: BaseForm) -> WholeFilePage:
    """The contents of a file in the official order, before anything goes out."""
    rows = iter(_numbered(whole))
    return WholeFilePage(
        form=form,
        back=Link(case.reference, f"{case_url(case)}?muc=index#noi-dung"),
        title=_("Xuất toàn bộ hồ sơ"),
        counted=_("%(n)d văn bản, tài liệu; %(pages)d trang")
        % {"n": len(whole.enclosed), "pages": whole.pages},
        sections=[
            EnclosedSection(
                section.title, [_row(*next(rows)) for _one in section.enclosed], section.missing
            )
            for section in whole.sections
        ],
        missing=whole.missing,
        sealed=whole.sealed,
    )


def bound_file(case: Case, file: File, whole: WholeFile, mark: str, today: date) -> bytes:
    """The whole file as one PDF: front pages with the mark, then every paper as it is stored."""
    gathered = [(one, part) for one, part, _content, _name in parts_of(whole)]
    lengths = {one: pages_in(part.pdf) for one, part in gathered}

    def front(starts: Sequence[int]) -> str:
        where = [str(start) if start else "—" for start in starts]
        return _front(case, file, whole, mark, today, where, lengths.values())

    return bind(_title(case), front, [part for _one, part in gathered], _STYLE)


def packed_file(case: Case, file: File, whole: WholeFile, mark: str, today: date) -> bytes:
    """The whole file as a ZIP: the index, then every document under its number, byte by byte as stored."""
    found = list(parts_of(whole))
    names = [name or "—" for _one, _part, _content, name in found]
    lengths = (pages_in(part.pdf) for _one, part, _content, _name in found)
    index = press(_front(case, file, whole, mark, today, names, lengths, packed=True), _STYLE)
    going = [(name, content) for _one, _part, content, name in found if name]
    return archive([("000-muc-luc.pdf", index), *going])


def _front(
    case: Case,
    file: File,
    whole: WholeFile,
    mark: str,
    today: date,
    where: Sequence[str],
    lengths: Iterable[int],
    *,
    packed: bool = False,
) -> str:
    """The cover and the index in words of a paper: Vietnamese, whatever the screen speaks."""
    pages = list(lengths)
    lines = iter(_lines(whole, where, pages))
    sections = [
        {"title": one.title, "missing": one.missing, "lines": [next(lines) for _e in one.enclosed]}
        for one in whole.sections
    ]
    said = {
        "title": _title(case), "body": case.body.name, "reference": case.reference, "mark": mark,
        "procedure": str(file.procedure.label), "opened": day(case.opened_on), "taken": today.isoformat(),
        "closed": day(case.closed_on) if case.closed_on else "",
        "stage": str(file.procedure.stage.enum(case.stage).label), "count": len(whole.enclosed),
        "pages": sum(pages), "packed": packed, "sections": sections, "sealed": whole.sealed,
        "missing": "; ".join(whole.missing),
    }  # fmt: skip
    return templates().get_template(_FRONT).render(Context(said))


def _lines(
    whole: WholeFile, where: Sequence[str], pages: Sequence[int]
) -> Iterator[dict[str, str]]:
    for place, (one, at, length) in enumerate(
        zip(whole.enclosed, where, pages, strict=True), start=1
    ):
        yield {
            "place": f"{place:02d}",
            "number": one.number,
            "on": day(one.on) if one.on else "",
            "title": one.title or "Văn bản không thuộc phạm vi người xuất được xem",
            "pages": str(length) if length else "—",
            "where": at,
            "note": _unbound(one, length),
        }


def _unbound(one: Enclosed, length: int) -> str:
    """Why the pages of a document are not in the whole, for whoever looks for them."""
    if length or one.closed:
        return ""
    if one.paper:
        return "chưa in"
    return "tệp riêng, xem bản xuất ZIP" if one.scan else "giữ trên giấy"


def _numbered(whole: WholeFile) -> Iterator[tuple[int, Enclosed]]:
    return enumerate(whole.enclosed, start=1)


def _row(place: int, one: Enclosed) -> EnclosedRow:
    note = "" if one.pages or one.closed else _("có tệp kèm theo") if one.scan else ""
    note = _("in khi xuất") if one.pressed else note
    return EnclosedRow(
        place=f"{place:02d}",
        title=one.title or _("một văn bản bạn không xem được"),
        number=one.number,
        day=day(one.on) if one.on else "",
        pages=str(one.pages) if one.pages else "—",
        note=_("chưa in") if one.paper and not one.pages else note,
    )


def _title(case: Case) -> str:
    return case.title
