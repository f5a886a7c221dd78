"""The wordings of a site: every kind with what it is written in, and one of them beside a wording handed in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from desk.gathering import words
from desk.pages.parts import Tag, Tone
from desk.pages.wordings import Looks, Version, WordingPage, WordingRow, WordingsPage
from documents.catalogue import Kind, every_kind
from documents.pages import shipped_source
from documents.pictures import pictures
from documents.site_wording_faults import sample_pdf
from documents.site_wording_models import SiteWording
from law import Reason

#: Wide enough to compare two pages beside each other.
WIDTH = 620


def wordings_page(today: date) -> WordingsPage:
    """Gather the list: one statement, whatever the number of kinds."""
    adopted: dict[str, list[SiteWording]] = {}
    for one in SiteWording.objects.defer("source").order_by("first_day", "pk"):
        adopted.setdefault(one.kind, []).append(one)
    return WordingsPage([_row(kind, adopted.get(kind.code, []), today) for kind in every_kind()])


def wording_page(
    kind: Kind,
    today: date,
    form: Any,
    *,
    reasons: Sequence[Reason] = (),
    tried: str | None = None,
    present: str | None = None,
) -> WordingPage:
    """Gather one kind; `tried` is a wording without fault, shown beside the `present` one."""
    versions = list(
        SiteWording.objects.filter(kind=kind.code)
        .select_related("adopted_by")
        .order_by("-first_day", "-pk")
    )
    begun = next((one for one in versions if one.first_day <= today), None)
    looks = [] if tried is None else [
        _looks(_("Đang dùng"), kind, today, present),
        _looks(_("Mẫu thay thế"), kind, today, tried or None),
    ]  # fmt: skip
    return WordingPage(
        code=kind.code,
        title=kind.title,
        state=_state(begun),
        form=form,
        blocks=kind.blocks,
        versions=[_version(one) for one in versions],
        reasons=[words.reason(one) for one in reasons],
        looks=looks,
        tried=tried is not None,
    )


def present_source(kind: Kind, adopted: str | None) -> str:
    """Return the text a clerk starts from: the site's own wording, else the shipped one."""
    return adopted or shipped_source(kind)


def _row(kind: Kind, adopted: Sequence[SiteWording], today: date) -> WordingRow:
    begun = [one for one in adopted if one.first_day <= today]
    coming = [one for one in adopted if one.first_day > today]
    return WordingRow(
        code=kind.code,
        title=kind.title,
        url=reverse("wording", kwargs={"code": kind.code}),
        state=_state(begun[-1] if begun else None),
        coming=_("mẫu mới từ ngày %(day)s") % {"day": words.day(coming[0].first_day)} if coming else "",
    )  # fmt: skip


def _state(adopted: SiteWording | None) -> Tag:
    if adopted is None or adopted.sha256 == EMPTY:
        return Tag(_("mẫu có sẵn"), Tone.HOLD, "file")
    day = words.day(adopted.first_day)
    return Tag(_("mẫu riêng từ ngày %(day)s") % {"day": day}, Tone.INFO, "pen")


#: The SHA-256 of nothing: the version that goes back to the shipped wording.
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def _version(one: SiteWording) -> Version:
    return Version(
        one.first_day,
        one.adopted_by.full_name,
        one.adopted_at.date(),
        one.reason,
        one.sha256,
        one.sha256 == EMPTY,
    )


def _looks(title: str, kind: Kind, today: date, source: str | None) -> Looks:
    drawn = pictures(sample_pdf(kind, today, source), width=WIDTH)
    return Looks(title, [f"data:image/png;base64,{b64encode(one).decode()}" for one in drawn])
