"""From draft to signature: keep, submit, agree, sign; the signature freezes the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from documents.catalogue import Kind
from documents.drafting import Draft, PaperRefused, values_sha256
from documents.layouts import layout_on
from documents.models import OPEN, Paper, SignOff, State
from documents.shapes import line
from documents.wording import figures
from law import Reason
from permissions.roles import ROLES_OF_POSITION
from proof.canonical import nfc
from registry.models import Body, Person, Post, Term
from registry.models import on as holding_on


def keep(drafted: Draft, *, paper: Paper | None = None, replaces: Paper | None = None) -> Paper:
    """Keep a draft so that others can see and agree to it; with `paper`, it takes that one's place.

    A changed text has another hash, so earlier agreements no longer count.
    """
    paper = paper or Paper(body=drafted.body, kind=drafted.kind.code, replaces=replaces)
    _refuse(_closed(paper))
    _write_words(paper, drafted)
    paper.state = State.DRAFT
    paper.save()
    return paper


def submit(paper: Paper) -> None:
    """Send a kept draft on for signature."""
    _refuse(_closed(paper))
    paper.state = State.SUBMITTED
    paper.save(update_fields=["state"])


def agree(
    paper: Paper, person: Person, level: SignOff.Level, *, post: Post | None = None
) -> SignOff:
    """Record that a person agrees to exactly these words."""
    _refuse(_closed(paper))
    return _sign_off(paper, person, post, level)


def valid_sign_offs(paper: Paper):
    """The agreements and signatures that still answer to the paper's words."""
    return SignOff.objects.filter(paper=paper, values_sha256=paper.values_sha256)


def sign(
    drafted: Draft,
    *,
    by: Person,
    post: Post | None = None,
    term: Term | None = None,
    paper: Paper | None = None,
    replaces: Paper | None = None,
) -> Paper:
    """Sign a draft on its day and return the paper, its words frozen; number and print come later.

    Runs in the caller's transaction. `post` is the office signed in, obliged for papers a committee
    signs; `paper` is the kept draft, where there is one; `term` saves a look-up. Raises
    PaperRefused.
    """
    _refuse([*_closed(paper), *_sign_refusals(drafted, by, post)])
    paper = paper or Paper(body=drafted.body, kind=drafted.kind.code, replaces=replaces)
    _write_words(paper, drafted)
    paper.term = term or term_of(drafted.body, drafted.on)
    paper.signed_on, paper.signed_by = drafted.on, by
    paper.state = State.SIGNED if drafted.kind.numbered else State.READY
    paper.dated = None if drafted.kind.numbered else drafted.on
    if drafted.kind.numbered and paper.term is None:
        raise PaperRefused([_no_term(drafted)])
    paper.save()
    _sign_off(paper, by, post, SignOff.Level.SIGNATURE)
    return paper


def receive(kind: Kind, *, body: Body, title: str, sender: str, number: str, dated: date) -> Paper:
    """Enter a paper that came from outside; its bytes stay with the file's evidence."""
    said = {"sender": line(sender), "number": line(number), "title": line(title)}
    layout = layout_on(dated).code
    return Paper.objects.create(
        kind=kind.code,
        title=said["title"],
        body=body,
        number_text=said["number"],
        dated=dated,
        state=State.RECEIVED,
        values=said,
        values_sha256=values_sha256(kind.code, layout, said),
        layout=layout,
    )


def term_of(body: Body, on: date) -> Term | None:
    """Return the term in which the body numbers its papers on a day."""
    return Term.objects.filter(holding_on(on), body=body).first()


def _write_words(paper: Paper, drafted: Draft) -> None:
    paper.title = drafted.title
    paper.symbol = drafted.kind.symbol or "" if drafted.kind.numbered else ""
    paper.series = _team_series(drafted.kind, drafted.values)
    paper.values, paper.values_sha256 = dict(drafted.values), drafted.sha256
    paper.sources = dict(drafted.sources)
    paper.layout, paper.wording = drafted.layout.code, drafted.wording
    paper.source = drafted.source or ""


def _team_series(kind: Kind, values: Mapping[str, Any]) -> str:
    """A team numbers its own papers; it is known by the number of the decision that set it up."""
    return values.get("decision", {}).get("number", "") if kind.in_team_series else ""


def _sign_off(paper: Paper, person: Person, post: Post | None, level: SignOff.Level) -> SignOff:
    return SignOff.objects.create(
        paper=paper,
        person=person,
        post=post,
        level=level,
        values_sha256=paper.values_sha256,
        at=timezone.now(),
    )


def _sign_refusals(drafted: Draft, by: Person, post: Post | None) -> Iterator[Reason]:
    if drafted.kind.received:
        yield Reason(
            "paper.sign.received",
            f"“{drafted.kind.title}” do nơi khác gửi đến, không ký ban hành ở đây.",
            remedy="Ghi nhận văn bản đến.",
        )
    signatory = drafted.values.get("signatory")
    if signatory and nfc(by.full_name) != signatory["name"]:
        yield Reason(
            "paper.sign.name",
            f"Văn bản ghi người ký là {signatory['name']}, người đang ký là {by.full_name}.",
            remedy="Lập lại văn bản với tên người ký đúng.",
        )
    if drafted.kind.signed_by.in_office:
        yield from _office_refusals(drafted, by, post)


def _office_refusals(drafted: Draft, by: Person, post: Post | None) -> Iterator[Reason]:
    roles = ROLES_OF_POSITION.get(post.position, frozenset()) if post else frozenset()
    holds = post is not None and post.body_id == drafted.body.pk and _held(post, drafted.on)
    if not holds or not roles & drafted.kind.signed_by.roles:
        yield Reason(
            "paper.sign.office",
            f"{by.full_name} không giữ chức vụ được ký thay mặt {drafted.body.name} "
            f"vào ngày {figures(drafted.on)}.",
            remedy="Trình người đang giữ chức vụ có thẩm quyền ký.",
        )


def _held(post: Post, on: date) -> bool:
    return post.first_day <= on and (post.last_day is None or on <= post.last_day)


def _no_term(drafted: Draft) -> Reason:
    return Reason(
        "paper.number.no_term",
        f"Danh bạ chưa ghi nhiệm kỳ của {drafted.body.name} vào ngày {figures(drafted.on)}.",
        remedy="Bổ sung nhiệm kỳ trong danh bạ.",
    )


def _closed(paper: Paper | None) -> list[Reason]:
    if paper is None or not paper.state or paper.state in OPEN:
        return []
    return [
        Reason(
            "paper.closed",
            f"Văn bản đang ở trạng thái “{paper.state_label.lower()}”: không sửa được nội dung.",
            remedy="Ban hành văn bản mới thay thế.",
        )
    ]


def _refuse(reasons: list[Reason]) -> None:
    if reasons:
        raise PaperRefused(reasons)
