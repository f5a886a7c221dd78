"""The paper page and the register of papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases import opened, services
from cases.models import Case, RecordPaper
from cases.queries import papers_for, with_step
from cases.readers import own
from cases.reading import Reader, read_file
from cases.reissuing import is_replaceable
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.copies import copied_for, copies_of
from desk.gathering.signatures import ORGAN, PERSON, against, digital_chain, turn_on
from desk.pages.paper import CustodyRow, OriginalRow, PaperPage
from desk.pages.parts import Event, Fact, Link, SignOff, Tone, Who
from desk.worded import worded
from documents.books import keeps_books
from documents.layouts import layout_named
from documents.models import Paper
from documents.originals import is_signed_by_hand
from permissions.ways import Part
from registry.models import Person
from workflows import catalogue
from workflows.everyday.taking_back import CANCEL, REISSUE


def paper_page(held: Any, person: Person, today: date) -> PaperPage:
    """Gather the page of a paper of a file the reader may open."""
    paper, case = held.paper, held.case
    printed = getattr(paper, "print", None)
    pdf = reverse("paper-pdf", kwargs={"paper": paper.pk}) if printed else ""
    signed = paper.sign_offs.select_related("person", "post").order_by("at")
    turn = turn_on(paper)
    return PaperPage(
        title=paper.title,
        status=words.paper_state(paper.state, worded(paper.state_label)),
        number=paper.number_text,
        no_number=_("chưa cấp số") if paper.symbol else _("không lấy số"),
        case=Link(case.reference, case_url(case)),
        pdf_url=pdf,
        download_url=f"{pdf}?tai=1" if pdf else "",
        file_name=file_name(paper),
        waiting=_waiting(paper, turn),
        facts=[
            Fact(_("Loại"), paper.catalogued.title),
            Fact(_("Ngày"), words.day(paper.dated) if paper.dated else _("chưa ghi ngày")),
            Fact(_("Cơ quan ban hành"), paper.body.name),
            Fact(_("Người ký"), paper.signed_by.full_name if paper.signed_by else "—"),
            Fact(_("Thể thức"), worded(layout_named(paper.layout).label)),
            Fact(_("Bước"), _step_label(case, held.step)),
        ],
        signatures=[
            SignOff(Who(one.person.full_name, worded(one.get_level_display())), one.at)
            for one in (() if held.is_own else signed)
        ],
        events=_life(held),
        actions=(deeds := _deeds(paper, case, person, today, turn)),
        has_next=any(link.icon in (_NUMBER[2], _SERVE[2]) for link in deeds[:1]),
        copies=copies_of(paper) if printed else (),
        beside=list(_beside(held, person, today)),
        sha256=printed.sha256 if printed else "",
        digital=digital_chain(paper, turn) if paper.body.signs_electronically else (),
        related=_replaced(paper, person, today),
        **_original(held, person, today),
    )


def _replaced(paper: Paper, person: Person, today: date) -> list[Fact]:
    """What this paper took the place of, and what took its place; only what the reader may open is named."""
    told = []
    around = papers_for(person, today).filter(
        Q(paper__replaced_by=paper) | Q(paper__replaces=paper)
    )
    for one in around.select_related("paper").defer("paper__values").order_by("paper_id"):
        label = _("Thay thế cho") if one.paper_id == paper.replaces_id else _("Đã thay thế bằng")
        url = reverse("paper", kwargs={"paper": one.paper_id})
        told.append(Fact(label, one.paper.number_text or one.paper.title, url=url))
    if paper.cancelled_why:
        told.append(Fact(_("Lý do hủy"), paper.cancelled_why))
    return told


def _original(held: Any, person: Person, today: date) -> dict[str, Any]:
    """The wet-signed original: its scans, where it lay, what its keeper may do; nothing to whom it is about."""
    paper = held.paper
    if held.is_own or not is_signed_by_hand(paper):
        return {}
    scans = paper.originals.select_related("compared_by").defer("scan").order_by("pk")
    custody = list(paper.custody.select_related("holder").order_by("-pk"))
    deeds = []
    if hasattr(paper, "print") and keeps_books(person, paper.body, today):
        deeds.append(
            Link(
                _("Tải bản chụp, đối chiếu"), reverse("original-new", args=[paper.pk]), "file-plus"
            )
        )
        if custody:
            deeds.append(
                Link(_("Chuyển nơi giữ"), reverse("original-move", args=[paper.pk]), "arrow-right")
            )
    return {
        "by_hand": True,
        "originals": [
            OriginalRow(
                Link(one.name, reverse("original", args=[paper.pk, one.pk]), "file"),
                one.sha256,
                _("%(who)s đối chiếu với bản in ngày %(day)s")
                % {"who": one.compared_by.full_name, "day": words.day(one.compared_on)},
            )
            for one in scans
        ],
        "custody": [
            CustodyRow(one.place, one.since, one.holder.full_name, one.why) for one in custody
        ],
        "keeping": deeds,
    }


def visible_paper(person: Person, today: date, paper: int) -> QuerySet[Any]:
    """The paper of that number, if it lies in a file `person` may open on that day."""
    return (
        with_step(papers_for(person, today).filter(paper=paper))
        .annotate(
            is_own=Exists(own(person, of="case")),
            is_inside=opened.readable(person, today, Part.EVIDENCE, file="case"),
        )
        .select_related("paper__print", "paper__body", "paper__signed_by", "case")
    )


def file_name(paper: Paper) -> str:
    """A name for the downloaded file, without letters that a file system may refuse."""
    number = paper.number_text.replace("/", "-").replace("Đ", "D")
    return f"{number or paper.kind}.pdf"


def _beside(held: Any, person: Person, today: date) -> Iterator[Link]:
    """What may be made of the paper beside it: a copy, and the slip kept with the file copy."""
    parts = {"paper": held.paper.pk}
    if hasattr(held.paper, "print") and copied_for(person, today):
        yield Link(_("Sao văn bản"), reverse("paper-copy", kwargs=parts), "file")
    if held.is_inside and not held.is_own and held.paper.signed_on:
        yield Link(_("Phiếu kiểm soát"), reverse("paper-slip", kwargs=parts), "shield")


def _waiting(paper: Paper, turn: str) -> str:
    if turn == PERSON:
        return _("Văn bản đã ký duyệt, đang chờ người ký ký số vào tệp.")
    if turn == ORGAN:
        return _("Văn bản đã có số, đang chờ cơ quan ký số, ngày và đóng dấu.")
    if paper.state == "da_ky":
        return _("Văn bản đã ký, đang chờ văn thư lấy số.")
    return _("Văn bản đã đủ chữ ký và số, bản in đang được lập. Tải lại trang sau ít phút.")


def _life(held: RecordPaper) -> list[Event]:
    paper = held.paper
    signer = paper.signed_by.full_name if paper.signed_by else ""
    events = [Event(_("Ký"), paper.signed_on, signer, tone=Tone.INFO)]
    if paper.number_text and paper.dated:
        events.insert(
            0, Event(_("Lấy số %(n)s") % {"n": paper.number_text}, paper.dated, "", tone=Tone.OK)
        )
    for service in paper.services.order_by("on"):
        events.insert(
            0,
            Event(
                worded(service.get_outcome_display()),
                service.on,
                service.to,
                note=service.evidence,
                tone=Tone.OK,
            ),
        )
    return events


#: What can be done with a paper in a state: the step, its words and icon, the first one foremost.
_NUMBER = ("number_paper", lambda: _("Lấy số"), "stamp")
_SERVE = ("serve_paper", lambda: _("Ghi việc giao văn bản"), "letter")
_SERVE_MORE = ("serve_paper", lambda: _("Ghi thêm người nhận"), "letter")
_REISSUE = (REISSUE, lambda: _("Ban hành văn bản thay thế"), "return")
_CANCEL = (CANCEL, lambda: _("Hủy văn bản"), "x-circle")
_DEEDS = {
    "da_ky": (_NUMBER, _REISSUE, _CANCEL),
    "cho_in": (_REISSUE, _CANCEL),
    "da_ban_hanh": (_SERVE, _REISSUE, _CANCEL),
    "da_tong_dat": (_SERVE_MORE, _REISSUE),
    "da_huy": (_REISSUE,),
}


def _deeds(paper: Paper, case: Case, person: Person, today: date, turn: str) -> list[Link]:
    """What this reader may do with the paper now."""
    if turn:
        return _to_sign(paper, case, person, today, turn)
    deeds = _DEEDS.get(paper.state, ())
    file = read_file(case.pk, Reader(person.pk, today, today)) if deeds else None
    if file is None:
        return []
    found = []
    for code, words_, icon in deeds:
        step = file.procedure.step(code)
        if step is None or services.judge(file, step):
            continue
        if code == REISSUE and not is_replaceable(paper):
            continue
        url = case_url(case, "step", step=code) + f"?paper={paper.pk}"
        found.append(Link(words_(), url, icon))
    return found


def _to_sign(paper: Paper, case: Case, person: Person, today: date, turn: str) -> list[Link]:
    """The way to the electronic signature the paper waits for, for the one whose it is."""
    if against(RecordPaper(paper=paper, case=case), turn, person, today):
        return []
    text, icon = {PERSON: (_("Ký số"), "pen"), ORGAN: (_("Đóng dấu, phát hành"), "stamp")}[turn]
    return [Link(text, reverse("paper-sign", args=[paper.pk]), icon)]


def _step_label(case: Case, code: str) -> str:
    step = catalogue.get(case.procedure).step(code)
    return worded(step.label) if step else code
