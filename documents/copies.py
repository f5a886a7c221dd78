"""Copies of a printed paper (36-HD/VPTW, II.3): who may make which, its number, its file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

import law
from documents import copying, journal, refusals
from documents.catalogue import SignedBy
from documents.copy_models import Copy
from documents.drafting import PaperRefused
from documents.letterhead import Letterhead, committee_of
from documents.models import BookEntry, Paper, Service, State
from documents.numbering import COPIES, Series, take_next
from documents.pages import recipients_of
from documents.shapes import Unfit, names, paragraphs
from documents.wording import figures, two_figures
from law import Reason
from permissions.roles import ROLES_OF_POSITION
from proof.reader import as_the_system
from registry.models import Body, BodyKind, Person, Post, Term
from registry.models import on as within

#: Only what was printed and stands can be copied.
COPIED_IN = (State.ISSUED, State.SERVED)


@dataclass(frozen=True)
class Wish:
    """The copy that somebody asks for; `pages` (from 1) or `passages` say what an extract takes over."""

    kind: Copy.Kind
    body: Body
    on: date
    signer: Post
    recipients: Any
    pages: tuple[int, ...] = ()
    passages: Any = ()


@as_the_system()  # the book and the copy are written by the door, whoever reads them
@transaction.atomic
def make(paper: Paper, wish: Wish, *, by: Person) -> Copy:
    """Make a copy of the stored print of `paper`, give it the next number of the copying body, keep it.

    The number and the file are one deed: a fault leaves neither. Raises PaperRefused with every reason.
    """
    reasons = list(reasons_against(paper, wish))
    if reasons:
        raise PaperRefused(reasons)
    printed, term = bytes(paper.print.pdf), _term(wish)
    assert term is not None, "a body without a term has been refused"
    held = journal.lock(wish.body)
    number = take_next(Series(wish.body, term, COPIES))
    part = _part(wish)
    pdf = copying.copy_of(printed, _block(wish, number), title=_title(paper, wish), **part)
    copy = Copy.objects.create(
        paper=paper,
        kind=wish.kind,
        part=part,
        body=wish.body,
        term=term,
        number=number,
        number_text=_number_text(wish.body, number),
        dated=wish.on,
        signed_by=wish.signer.person,
        post=wish.signer,
        recipients=names(wish.recipients),
        made_by=by,
        made_at=timezone.now(),
        copied_sha256=paper.print.sha256,
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        pages=copying.pages_of(pdf),
    )
    journal.write(
        held,
        BookEntry.Deed.COPIED,
        paper,
        symbol=COPIES,
        number=number,
        kind=copy.kind,
        copied=copy.copied_sha256,
        sha256=copy.sha256,
        on=wish.on,
        by=by.pk,
    )
    return copy


def open_to(body: Body, paper: Paper) -> list[Copy.Kind]:
    """Return the kinds of copy that `body` may make of `paper`."""
    return [
        kind
        for kind in Copy.Kind
        if not list(_of_body(kind, body, paper, paper.dated or paper.signed_on))
    ]


def reasons_against(paper: Paper, wish: Wish) -> Iterator[Reason]:
    """Every reason why this copy may not be made."""
    yield from _of_paper(paper, wish)
    yield from _of_body(wish.kind, wish.body, paper, wish.on)
    if hasattr(paper, "print"):
        yield from _of_part(paper, wish)
    yield from _of_signer(wish)
    if not names(wish.recipients or ()):
        yield Reason(
            "paper.copy.recipients",
            "Chưa ghi nơi nhận bản sao.",
            remedy="Ghi ít nhất một nơi nhận.",
        )
    yield from refusals.of_texts({"recipients": list(wish.recipients or ())})
    for name, label in (
        ("symbol", "ký hiệu trên văn bản"),
        ("issuing_line", "dòng cơ quan ban hành"),
    ):
        if not getattr(wish.body, name):
            yield Reason(
                f"paper.letterhead.{name}",
                f"Danh bạ chưa ghi {label} của {wish.body.name}.",
                remedy="Bổ sung trong danh bạ tổ chức rồi lập lại bản sao.",
            )


def _of_paper(paper: Paper, wish: Wish) -> Iterator[Reason]:
    if paper.state not in COPIED_IN or not hasattr(paper, "print"):
        yield Reason(
            "paper.copy.state",
            f"Văn bản đang ở trạng thái “{paper.state_label.lower()}”, chưa có bản in để sao.",
            remedy="Sao văn bản sau khi đã in, ban hành.",
        )
    if paper.dated and wish.on < paper.dated:
        yield Reason(
            "paper.copy.day",
            f"Ngày sao {figures(wish.on)} trước ngày ban hành {figures(paper.dated)}.",
            remedy="Ghi ngày sao từ ngày ban hành trở đi.",
        )
    if _term(wish) is None:
        yield Reason(
            "paper.copy.term",
            f"Danh bạ chưa ghi nhiệm kỳ của {wish.body.name} vào ngày {figures(wish.on)}.",
            remedy="Bổ sung nhiệm kỳ trong danh bạ.",
        )


def _of_body(kind: Copy.Kind, body: Body, paper: Paper, on: date) -> Iterator[Reason]:
    issuer, received, archive = body == paper.body, has_received(body, paper), keeps(body, paper)
    if kind == Copy.Kind.TRUE_COPY and not issuer:
        yield _not_theirs(
            body,
            on,
            f"Sao y bản chính do cơ quan ban hành ({paper.body.name}) thực hiện",
            "Cơ quan nhận văn bản chọn hình thức sao lục.",
        )
    if kind == Copy.Kind.RECEIVED_COPY and (issuer or not received):
        yield _not_theirs(
            body,
            on,
            "Sao lục do cơ quan đã nhận văn bản thực hiện",
            "Cơ quan ban hành chọn sao y bản chính; cơ quan khác phải là nơi nhận, đã được giao văn bản.",
        )
    if kind == Copy.Kind.EXTRACT and not (issuer or archive):
        yield _not_theirs(
            body,
            on,
            f"Trích sao do cơ quan ban hành ({paper.body.name}) hoặc cơ quan lưu trữ thực hiện",
            "Đề nghị cơ quan ban hành hoặc cơ quan lưu trữ trích sao.",
        )


def has_received(body: Body, paper: Paper) -> bool:
    """Whether a paper was handed to a body or its committee, or names it among those it goes to."""
    meant = {body.name, committee_of(body), body.organisation.name}
    known = {one.casefold() for one in meant}
    given = paper.services.filter(outcome=Service.Outcome.RECEIVED).values_list("to", flat=True)
    listed = recipients_of(paper.catalogued, paper.values)
    told = (one.partition(" (")[0] for one in [*given, *listed])
    return any(one.strip().casefold() in known for one in told)


def keeps(body: Body, paper: Paper) -> bool:
    """Whether a body keeps the archive in which the papers of the issuer lie: the office of its committee."""
    office = body.kind == BodyKind.ORGAN and body.name.casefold().startswith("văn phòng")
    return office and body.organisation_id == paper.body.organisation_id


def _not_theirs(body: Body, on: date, rule: str, remedy: str) -> Reason:
    hit = law.rule("papers.copies", on=on)
    return Reason(
        "paper.copy.body",
        f"{rule}; {body.name} không được sao theo hình thức này.",
        citation=hit.cited,
        confidence=hit.confidence,
        remedy=remedy,
    )


def _of_part(paper: Paper, wish: Wish) -> Iterator[Reason]:
    if wish.kind != Copy.Kind.EXTRACT:
        if wish.pages or wish.passages:
            yield Reason(
                "paper.copy.part",
                "Sao y bản chính, sao lục lấy toàn bộ văn bản, không chọn trang, đoạn.",
                remedy="Bỏ phần đã chọn, hoặc chọn hình thức trích sao.",
            )
        return
    if bool(wish.pages) == bool(wish.passages):
        yield Reason(
            "paper.copy.part",
            "Trích sao phải chọn các trang, hoặc các đoạn của văn bản (một trong hai).",
            remedy="Ghi số trang, hoặc chép đúng nguyên văn các đoạn cần trích.",
        )
    if strange := sorted(n for n in wish.pages if not 1 <= n <= paper.print.pages):
        yield Reason(
            "paper.copy.pages",
            f"Văn bản có {paper.print.pages} trang, không có trang {', '.join(map(str, strange))}.",
            remedy="Chọn lại số trang.",
        )
    try:
        passages = paragraphs(wish.passages or ())
    except Unfit as fault:
        yield Reason("paper.copy.passages", f"Đoạn trích {fault}.", remedy="Rút gọn đoạn trích.")
        return
    for one in copying.not_in(bytes(paper.print.pdf), passages):
        yield Reason(
            "paper.copy.passages",
            f"Bản in không có nguyên văn đoạn “{one[:60]}”.",
            remedy="Chép đúng từng chữ, từng dấu của bản in.",
        )


def _of_signer(wish: Wish) -> Iterator[Reason]:
    post, roles = wish.signer, ROLES_OF_POSITION.get(wish.signer.position, frozenset())
    held = post.first_day <= wish.on and (post.last_day is None or wish.on <= post.last_day)
    if post.body_id != wish.body.pk or not held or not roles & SignedBy.COMMITTEE.roles:
        yield Reason(
            "paper.copy.signer",
            f"{post.person.full_name} không giữ chức vụ được ký thay mặt {wish.body.name} "
            f"vào ngày {figures(wish.on)}.",
            remedy="Chọn người đang giữ chức vụ có thẩm quyền ký.",
        )


def _term(wish: Wish) -> Term | None:
    return Term.objects.filter(within(wish.on), body=wish.body).first()


def _part(wish: Wish) -> dict[str, list[Any]]:
    if wish.kind != Copy.Kind.EXTRACT:
        return {}
    if wish.pages:
        return {"pages": sorted(set(wish.pages))}
    return {"passages": paragraphs(wish.passages)}


def _number_text(body: Body, number: int) -> str:
    return f"{two_figures(number)}-{COPIES}/{body.symbol}"


def _title(paper: Paper, wish: Wish) -> str:
    return f"{Copy.Kind(wish.kind).label}: {paper}"


def _block(wish: Wish, number: int) -> copying.Block:
    letterhead = Letterhead.of(wish.body).as_json()
    return copying.Block(
        heading=Copy.Kind(wish.kind).label.upper(),
        letterhead=letterhead,
        number=_number_text(wish.body, number),
        on=wish.on,
        signatory={
            "name": wish.signer.person.full_name,
            "post": wish.signer.get_position_display(),
        },
        recipients=names(wish.recipients),
        signed_by=SignedBy.CELL if wish.body.kind == BodyKind.CELL else SignedBy.COMMITTEE,
    )
