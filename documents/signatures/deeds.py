"""The two deeds of e-order: the person signs a paper without number; then the organ marks it and seals it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from documents.drafting import PaperRefused
from documents.layouts import layout_named
from documents.models import Paper, SignedState, State
from documents.pages import Issue, page_of
from documents.press import boxes_of, press
from documents.signatures.fields import reserve, reserved_in
from documents.signatures.keyring import keyring
from documents.signatures.keys import Key
from documents.signatures.marks import Mark, Place, places_in
from documents.wording import figures, two_figures
from law import Reason
from proof.reader import as_the_system
from registry.models import Person

if TYPE_CHECKING:
    from documents.signatures.embedding import Signed


@dataclass(frozen=True)
class Sealed:
    """The finished file of a paper, and the record of its last signature, not yet saved."""

    pdf: bytes
    last: SignedState


def awaits_signature(paper: Paper) -> bool:
    """Whether the person who signed the paper here still has to sign its file with their own key."""
    return (
        paper.state == State.SIGNED
        and _in_e_order(paper)
        and keyring().serves(paper.body)
        and not paper.signed_states.exists()
    )


def sign_refusals(paper: Paper, by: Person) -> list[Reason]:
    """Every reason why `by` may not put their signature into the file of the paper now."""
    return list(_against_signing(paper, by))


def unsigned_file(paper: Paper) -> bytes:
    """The file that is going to be signed: number and day left open, an empty field for each mark.

    The same for the same frozen words, wherever and however often it is made.
    """
    issue = Issue(paper.signed_on, day_known=False)
    page = page_of(paper.catalogued, layout_named(paper.layout), paper.values, issue)
    return reserve(press(page), places_in(boxes_of(page)))


def file_so_far(paper: Paper) -> bytes:
    """The file of a paper in e-order as it stands: open, or with the signatures kept until now."""
    return _file_of(paper) or unsigned_file(paper)


@as_the_system()  # whoever signs may read the paper; the signature is written by the site
def sign_digitally(paper: Paper, *, by: Person, pin: str = "") -> SignedState:
    """Sign the file of a paper with the person's own key and keep it; asked again, return what is kept.

    Never inside a transaction: it may wait for a device. Raises PaperRefused with every reason.
    """
    if kept := paper.signed_states.filter(mark=Mark.PERSON.value).first():
        return kept
    if reasons := sign_refusals(paper, by):
        raise PaperRefused(reasons)
    before = unsigned_file(paper)
    key = keyring().of_person(by)
    signed = _mark(before, reserved_in(before)[Mark.PERSON], key, [by.full_name], by, pin)
    return _keep(paper, Mark.PERSON, b"", signed, by)


def seal(paper: Paper) -> Sealed:
    """Mark a numbered paper with its number and its day and seal it, each signed with the organ's key.

    Every signature but the last is kept as soon as it is made: killed in between, the next try goes
    on from there. Never inside a transaction. Raises PaperRefused where the key is not to be had.
    """
    key = keyring().of_body(paper.body)
    pdf = _file_of(paper)
    done = set(paper.signed_states.values_list("mark", flat=True))
    *first, last = [one for mark, one in reserved_in(pdf).items() if mark.value not in done]
    for place in first:
        _keep(paper, place.mark, pdf, _mark(pdf, place, key, _words(paper, place.mark)))
        pdf = _file_of(paper)  # what was kept: another may have been quicker
    signed = _mark(pdf, last, key, _words(paper, last.mark))
    return Sealed(signed.pdf, _state(paper, last.mark, signed, b""))


def number_refusals(paper: Paper, on: date) -> Iterator[Reason]:
    """Why a paper in e-order may not take its number on that day."""
    if not _in_e_order(paper):
        return
    if awaits_signature(paper):
        yield Reason(
            "paper.number.unsigned",
            "Người ký chưa ký số vào văn bản.",
            remedy=f"{paper.signed_by.full_name} mở văn bản, bấm “Ký số”; sau đó văn thư lấy số.",
        )
    elif _printed_month(paper) not in (None, (on.year, on.month)):
        yield Reason(
            "paper.number.month",
            f"Bản đã ký số ghi tháng {paper.signed_on.month} năm {paper.signed_on.year}; "
            f"ngày {figures(on)} thuộc tháng khác.",
            remedy="Ghi ngày trong tháng đã ký; quá tháng thì hủy và ban hành văn bản mới.",
        )


def _in_e_order(paper: Paper) -> bool:
    """Whether the paper's own body numbers it in a later deed; a team numbers its papers as it signs them."""
    return paper.body.signs_electronically and not paper.catalogued.in_team_series


def _file_of(paper: Paper) -> bytes:
    """The file as the last signature that was kept left it."""
    states = paper.signed_states.order_by("sequence")
    return b"".join(bytes(added) for added in states.values_list("added", flat=True))


def _printed_month(paper: Paper) -> tuple[int, int] | None:
    """The month that stands in the signed file, where there is one: only its day was left open."""
    if not paper.signed_states.exists():
        return None
    return paper.signed_on.year, paper.signed_on.month


def _against_signing(paper: Paper, by: Person) -> Iterator[Reason]:
    if by.pk != paper.signed_by_id:
        yield Reason(
            "paper.digital.signer",
            "Chỉ người đã ký ban hành văn bản mới ký số vào văn bản đó.",
            remedy="Chuyển cho người ký của văn bản.",
        )
    if keyring().serves(paper.body):
        yield from _without_a_key(by)
    else:
        yield Reason(
            "paper.digital.body",
            f"{paper.body.name} không ban hành văn bản ký số ở trang này.",
            remedy="In, ký tay và đóng dấu; hoặc cấu hình khóa ký số cho cơ quan.",
        )
    if paper.state != State.SIGNED:
        yield Reason(
            "paper.digital.state",
            f"Văn bản đang ở trạng thái “{paper.state_label.lower()}”, không chờ ký số.",
            remedy="Chỉ ký số văn bản đã ký duyệt và chưa cấp số.",
        )


def _without_a_key(by: Person) -> Iterator[Reason]:
    try:
        keyring().of_person(by)
    except PaperRefused as refused:
        yield from refused.reasons


def _words(paper: Paper, mark: Mark) -> list[str]:
    """What an organ's signature shows where no picture of it is given."""
    return {
        Mark.NUMBER: [two_figures(paper.number)],
        Mark.DAY: [two_figures(paper.dated.day)],
        Mark.SEAL: [paper.values["letterhead"]["symbol"], "đã đóng dấu", "ký số"],
    }[mark]


def _mark(
    pdf: bytes,
    place: Place,
    key: Key,
    words: list[str],
    holder: Person | None = None,
    pin: str = "",
) -> Signed:
    """Put one signature into its place; only a person's and a seal's have a picture."""
    from documents.signatures.embedding import Request, embed  # noqa: PLC0415 -- slow import
    from documents.signatures.stamps import style_of  # noqa: PLC0415 -- slow import

    picture = key.picture if place.mark in (Mark.PERSON, Mark.SEAL) else None
    return embed(
        Request(
            pdf=pdf,
            mark=place.mark,
            look=style_of(place, words, picture),
            key=key,
            holder=holder.full_name if holder else "",
            pin=pin,
            time_stamps=keyring().time_stamps,
        )
    )


def _keep(
    paper: Paper, mark: Mark, before: bytes, signed: Signed, by: Person | None = None
) -> SignedState:
    """Keep what one signature added. Of two made at once the first stays; a paper cancelled meanwhile refuses."""
    with transaction.atomic():
        held = Paper.objects.select_for_update().get(pk=paper.pk)
        if kept := held.signed_states.filter(mark=mark.value).first():
            return kept
        if by and (reasons := sign_refusals(held, by)):
            raise PaperRefused(reasons)
        state = _state(paper, mark, signed, signed.pdf[len(before) :])
        state.by = by
        state.save(force_insert=True)
        return state


def _state(paper: Paper, mark: Mark, signed: Signed, added: bytes) -> SignedState:
    return SignedState(
        paper=paper,
        sequence=paper.signed_states.count() + 1,
        mark=mark.value,
        added=added,
        sha256=hashlib.sha256(signed.pdf).hexdigest(),
        holder=signed.holder,
        issuer=signed.issuer,
        certificate_sha256=signed.certificate_sha256,
        at=timezone.now(),
    )
