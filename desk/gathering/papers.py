"""The paper page and the register of papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Exists, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases import opened, services
from cases.models import Case, RecordPaper
from cases.paging import Place, leaf
from cases.queries import papers_for, with_step
from cases.readers import own
from cases.reading import Reader, read_file
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.copies import copied_for, copies_of
from desk.gathering.leaves import PAGE, pager_between, place_of, read_dated, so_many
from desk.gathering.signatures import ORGAN, PERSON, against, digital_chain, turn_on
from desk.pages.paper import BookRow, PaperPage, RegisterPage
from desk.pages.parts import Event, Fact, Link, SignOff, Tab, Tone, Who
from documents.layouts import layout_named
from documents.models import Paper
from permissions.ways import Part
from registry.models import Person, Post
from workflows import catalogue


def paper_page(held: Any, person: Person, today: date) -> PaperPage:
    """Gather the page of a paper of a file the reader may open."""
    paper, case = held.paper, held.case
    printed = getattr(paper, "print", None)
    pdf = reverse("paper-pdf", kwargs={"paper": paper.pk}) if printed else ""
    signed = paper.sign_offs.select_related("person", "post").order_by("at")
    turn = turn_on(paper)
    return PaperPage(
        title=paper.title,
        status=words.paper_state(paper.state, paper.state_label),
        number=paper.number_text,
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
            Fact(_("Thể thức"), layout_named(paper.layout).label),
            Fact(_("Bước"), _step_label(case, held.step)),
        ],
        signatures=[
            SignOff(Who(one.person.full_name, one.get_level_display()), one.at)
            for one in (() if held.is_own else signed)
        ],
        events=_life(held),
        actions=_deeds(paper, case, person, today, turn),
        copies=copies_of(paper) if printed else (),
        beside=list(_beside(held, person, today)),
        sha256=printed.sha256 if printed else "",
        digital=digital_chain(paper, turn) if paper.body.signs_electronically else (),
    )


def register_page(person: Person, today: date, asked: Any) -> RegisterPage:
    """Gather the register of the papers with a number in files the reader may see."""
    numbered = Paper.objects.filter(
        number__isnull=False,
        body__in=Post.objects.filter(person=person).values("body"),
        record_paper__in=papers_for(person, today),
    )
    symbols = sorted(set(numbered.values_list("symbol", flat=True)))
    symbol = asked.get("so", "")
    shown = numbered.filter(symbol=symbol) if symbol in symbols else numbered
    shown = shown.select_related("signed_by", "record_paper__case").defer("values")
    found = leaf(partial(_newest, shown), place_of(asked, read_dated), PAGE)
    return RegisterPage(
        sentence=_("Số chạy liên tục trong từng loại văn bản, từng nhiệm kỳ; không bỏ cách."),
        rows=[_book_row(paper) for paper in found.rows],
        tabs=[
            Tab(_("Mọi loại"), "?", None, not symbol),
            *(Tab(one, f"?so={one}", None, one == symbol) for one in symbols),
        ],
        pager=pager_between(
            found, asked, so_many(found, _("văn bản")), lambda one: f"{one.dated}.{one.pk}"
        ),
    )


def _newest(papers: QuerySet[Paper], place: Place[tuple[date, int]], limit: int) -> list[Paper]:
    """Read at most `limit` papers from a place on, by their day and number in the database."""
    if place.key is not None:
        day, pk = place.key
        beyond = "gt" if place.back else "lt"
        papers = papers.filter(
            Q(**{f"dated__{beyond}": day}) | Q(**{"dated": day, f"pk__{beyond}": pk})
        )
    return list(papers.order_by(*(("dated", "pk") if place.back else ("-dated", "-pk")))[:limit])


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
                service.get_outcome_display(),
                service.on,
                service.to,
                note=service.evidence,
                tone=Tone.OK,
            ),
        )
    return events


#: What can be done with a paper in a state: the step, its words and icon.
_DEEDS = {
    "da_ky": ("number_paper", lambda: _("Lấy số"), "stamp"),
    "da_ban_hanh": ("serve_paper", lambda: _("Ghi việc giao văn bản"), "letter"),
}


def _deeds(paper: Paper, case: Case, person: Person, today: date, turn: str) -> list[Link]:
    """What this reader may do with the paper now."""
    if turn:
        return _to_sign(paper, case, person, today, turn)
    if paper.state not in _DEEDS:
        return []
    code, words_, icon = _DEEDS[paper.state]
    file = read_file(case.pk, Reader(person.pk, today, today))
    step = file.procedure.step(code) if file else None
    if file is None or step is None or services.judge(file, step):
        return []
    return [Link(words_(), case_url(case, "step", step=code) + f"?paper={paper.pk}", icon)]


def _to_sign(paper: Paper, case: Case, person: Person, today: date, turn: str) -> list[Link]:
    """The way to the electronic signature the paper waits for, for the one whose it is."""
    if against(RecordPaper(paper=paper, case=case), turn, person, today):
        return []
    text, icon = {PERSON: (_("Ký số"), "pen"), ORGAN: (_("Đóng dấu, phát hành"), "stamp")}[turn]
    return [Link(text, reverse("paper-sign", args=[paper.pk]), icon)]


def _book_row(paper: Paper) -> BookRow:
    case = paper.record_paper.case
    return BookRow(
        sequence=paper.number or 0,
        number=paper.number_text,
        day=paper.dated,
        kind=paper.catalogued.title,
        summary=paper.title,
        status=words.paper_state(paper.state, paper.state_label),
        url=reverse("paper", kwargs={"paper": paper.pk}),
        signer=paper.signed_by.full_name if paper.signed_by else "",
        case=Link(case.reference, case_url(case)),
    )


def _step_label(case: Case, code: str) -> str:
    step = catalogue.get(case.procedure).step(code)
    return step.label if step else code
