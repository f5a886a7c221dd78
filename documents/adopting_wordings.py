"""Adopting another wording for a kind of paper: by whom, from when, why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from documents.catalogue import Kind
from documents.drafting import PaperRefused
from documents.keepers import WORDING_KEEPERS
from documents.site_wording_faults import faults
from documents.site_wording_models import SiteWording
from documents.wording import figures
from law import Reason
from registry.models import BodyKind, Person, Post, held_by


def post_of(person: Person, day: date) -> Post | None:
    """Return the post in which `person` may adopt a wording on `day`; None when they may not."""
    held = Post.objects.filter(
        held_by(person, day), position__in=WORDING_KEEPERS, body__kind=BodyKind.INSPECTION
    )
    return held.select_related("body", "person").order_by("first_day", "pk").first()


def adopt(
    kind: Kind, source: str, *, first_day: date, reason: str, by: Person, today: date
) -> SiteWording:
    """Put a wording in force from a day on; papers drafted before that day keep theirs.

    An empty `source` goes back to the shipped wording. Raises PaperRefused with every reason.
    """
    source, post = source.replace("\r\n", "\n").strip(), post_of(by, today)
    reasons = [*_refusals(post, first_day, reason, today)]
    reasons += faults(kind, source) if source else []
    if reasons or post is None:
        raise PaperRefused(reasons)
    return SiteWording.objects.create(
        kind=kind.code,
        first_day=first_day,
        source=source,
        sha256=hashlib.sha256(source.encode()).hexdigest(),
        reason=reason.strip(),
        adopted_by=by,
        post=post,
        adopted_at=timezone.now(),
    )


def _refusals(post: Post | None, first_day: date, reason: str, today: date) -> Iterator[Reason]:
    if post is None:
        yield Reason(
            "wording.keeper",
            "Chỉ văn thư, chủ nhiệm, phó chủ nhiệm ủy ban kiểm tra được thay mẫu văn bản.",
            remedy="Đề nghị người giữ chức vụ đó.",
        )
    if first_day < today:
        yield Reason(
            "wording.day",
            f"Mẫu không thể có hiệu lực từ ngày {figures(first_day)}, trước hôm nay.",
            remedy="Chọn ngày từ hôm nay trở đi; văn bản đã lập giữ nguyên mẫu cũ.",
        )
    if not reason.strip():
        yield Reason(
            "wording.reason", "Chưa ghi lý do thay mẫu.", remedy="Ghi lý do, văn bản yêu cầu."
        )
