"""The wet-signed original of a paper: its scan held against the print, and where it lies from day to day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from documents import journal
from documents.books import Keeping
from documents.drafting import PaperRefused
from documents.models import BookEntry, Custody, Original, Paper
from documents.wording import figures
from law import Reason
from proof.reader import as_the_system
from registry.models import Person


@dataclass(frozen=True)
class Scan:
    """A file that was handed in: its bytes, its name, its kind."""

    content: bytes
    name: str
    kind: str


def is_signed_by_hand(paper: Paper) -> bool:
    """Whether the original is on paper: an organ that signs electronically keeps its own papers as files."""
    of_the_organ = bool(paper.symbol) and not paper.series
    return not (paper.body.signs_electronically and of_the_organ)


@as_the_system()  # what is kept is written as the system; who may ask, the page has asked
def keep_original(
    paper: Paper, scan: Scan, deed: Keeping, *, place: str, holder: Person
) -> Original:
    """Keep the scan of a signed paper that `deed.by` held against its print on that day, and where the paper lies.

    A later scan stands beside the first. Raises PaperRefused with every reason.
    """
    reasons = [*_about_paper(paper), *_about_day(paper, deed)]
    if not paper.custody.exists():
        reasons += _about_place(place)
    if reasons:
        raise PaperRefused(reasons)
    sha = hashlib.sha256(scan.content).hexdigest()
    if earlier := paper.originals.filter(
        sha256=sha, compared_by=deed.by, compared_on=deed.on
    ).first():
        return earlier
    with transaction.atomic():
        kept = Original.objects.create(
            paper=paper, scan=scan.content, name=scan.name, kind=scan.kind, sha256=sha,
            print_sha256=paper.print.sha256, compared_by=deed.by, compared_on=deed.on,
            recorded_at=timezone.now(),
        )  # fmt: skip
        journal.write(
            journal.lock(paper.body), BookEntry.Deed.ORIGINAL, paper,
            sha256=sha, print_sha256=paper.print.sha256, on=deed.on, by=deed.by.pk,
        )  # fmt: skip
        if place.strip():
            _lay(paper, place, holder, "", deed)
    return kept


@as_the_system()
def move_original(paper: Paper, deed: Keeping, *, place: str, holder: Person, why: str) -> Custody:
    """Record that the original lies elsewhere from that day on, and why. Raises PaperRefused with every reason."""
    last = paper.custody.order_by("-pk").first()
    reasons = [*_about_day(paper, deed), *_about_place(place)]
    if last is None:
        text = "Chưa ghi bản gốc của văn bản này."
        reasons.append(Reason("original.none", text, remedy="Tải bản chụp bản gốc lên trước."))
    elif deed.on < last.since:
        text = f"Bản gốc đã ở “{last.place}” từ ngày {figures(last.since)}."
        reasons.append(Reason("input.on", text, remedy="Ghi từ ngày đó trở đi."))
    if not why.strip():
        text = "Chuyển nơi giữ bản gốc phải nêu lý do."
        reasons.append(Reason("input.why", text, remedy="Ghi lý do chuyển."))
    if reasons:
        raise PaperRefused(reasons)
    with transaction.atomic():
        return _lay(paper, place, holder, why, deed)


def _lay(paper: Paper, place: str, holder: Person, why: str, deed: Keeping) -> Custody:
    journal.write(
        journal.lock(paper.body), BookEntry.Deed.CUSTODY, paper,
        place=place.strip(), holder=holder.pk, why=why.strip(), on=deed.on, by=deed.by.pk,
    )  # fmt: skip
    return Custody.objects.create(
        paper=paper, place=place.strip(), holder=holder, since=deed.on, why=why.strip(),
        recorded_by=deed.by, recorded_at=timezone.now(),
    )  # fmt: skip


def _about_paper(paper: Paper) -> Iterator[Reason]:
    if not is_signed_by_hand(paper):
        yield Reason(
            "original.electronic",
            f"{paper.body.name} ký số: tệp đã ký là bản gốc, không có bản ký tay.",
            remedy="Giữ tệp đã ký số ở trang văn bản.",
        )
    if not hasattr(paper, "print"):
        yield Reason(
            "original.print",
            "Văn bản chưa có bản in để đối chiếu với bản gốc.",
            remedy="Chờ bản in được lập, rồi ký, đóng dấu, chụp và đối chiếu.",
        )


def _about_day(paper: Paper, deed: Keeping) -> Iterator[Reason]:
    if deed.on > deed.today:
        yield Reason("input.on", "Ngày này còn ở phía trước.", remedy="Ghi ngày đến hôm nay.")
    if paper.dated and deed.on < paper.dated:
        yield Reason(
            "input.on",
            f"Ngày {figures(deed.on)} trước ngày ban hành {figures(paper.dated)}.",
            remedy="Ghi ngày từ ngày ban hành trở đi.",
        )


def _about_place(place: str) -> list[Reason]:
    if place.strip():
        return []
    text = "Chưa ghi nơi giữ bản gốc."
    return [Reason("input.place", text, remedy="Ghi kho, tủ, cặp nơi giữ bản gốc.")]
