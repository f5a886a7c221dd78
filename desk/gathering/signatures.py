"""What the pages of electronic signatures show: whose turn it is on a paper, what a checked file proves."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import services
from cases.models import Case, RecordPaper
from cases.reading import Reader, read_file
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.pages.parts import Fact, Link, SignOff, Tag, Tone, Who
from desk.pages.signatures import SignatureRow, SignPaperPage
from documents.models import Paper, SignedState, State
from documents.pictures import pictures
from documents.services import awaits_signature
from documents.signatures.deeds import file_so_far, sign_refusals
from documents.signatures.examination import Examination, Found
from documents.signatures.keyring import keyring
from documents.signatures.verdicts import Weight, form_of, moment, on_signature
from law import Reason
from registry.models import Person

#: Whose turn it is: the signer's, then the organ's clerk's.
PERSON, ORGAN = "ky", "dong-dau"

_MARKS = {
    SignedState.Of.PERSON: gettext_lazy("chữ ký của người ký"),
    SignedState.Of.NUMBER: gettext_lazy("cơ quan ký số văn bản"),
    SignedState.Of.DAY: gettext_lazy("cơ quan ký ngày ban hành"),
    SignedState.Of.SEAL: gettext_lazy("con dấu của cơ quan"),
}

_TONES = {
    Weight.GOOD: (Tone.OK, "check-circle"),
    Weight.NOTE: (Tone.LINE, "info"),
    Weight.DOUBT: (Tone.SOON, "warning"),
    Weight.BAD: (Tone.LATE, "x-circle"),
}


def turn_on(paper: Paper) -> str:
    """Return whose electronic signature the paper waits for: PERSON, ORGAN, or nobody's ("")."""
    if awaits_signature(paper):
        return PERSON
    if paper.state == State.READY and paper.signed_states.exists():
        return ORGAN
    return ""


def against(held: Any, turn: str, person: Person, today: date) -> list[Reason]:
    """Every reason why the reader may not do what is next on the paper."""
    if turn == ORGAN:
        return [] if _may_number(held.case, person, today) else [_not_the_clerk(held.paper)]
    return sign_refusals(held.paper, person)


def signing_page(
    held: RecordPaper, turn: str, form: Any, reasons: Iterable[Reason]
) -> SignPaperPage:
    """Gather the page on which a paper is signed, or marked and sealed."""
    paper, case = held.paper, held.case
    press, icon = {
        PERSON: (_("Ký số"), "pen"),
        ORGAN: (_("Đóng dấu, phát hành"), "stamp"),
    }.get(turn, ("", ""))
    return SignPaperPage(
        title=paper.title,
        case=Link(case.reference, case_url(case)),
        paper=Link(paper.title, reverse("paper", args=[paper.pk])),
        sentence=_sentence(paper, turn),
        number=paper.number_text,
        pages=_pages(file_so_far(paper)) if turn else (),
        chain=digital_chain(paper, turn),
        facts=_facts(paper),
        form=form,
        reasons=[words.reason(one) for one in reasons],
        press=press,
        icon=icon,
    )


def digital_chain(paper: Paper, turn: str = "") -> list[SignOff]:
    """The electronic signatures in the file of a paper, and the one it waits for."""
    states = paper.signed_states.order_by("sequence").defer("added")
    chain = [
        SignOff(Who(one.holder, str(_MARKS[one.mark])), one.at, note=one.issuer) for one in states
    ]
    if turn == PERSON:
        chain.append(SignOff(Who(paper.signed_by.full_name, str(_MARKS["chu_ky"]))))
    if turn == ORGAN:
        chain.append(SignOff(Who(paper.body.name, _("số, ngày và con dấu"))))
    return chain


def to_sign(person: Person, case: Case | None = None) -> list[Link]:
    """Papers whose words this person signed and whose file waits for their electronic signature; of one file."""
    if not keyring().bodies:
        return []
    signed = Paper.objects.filter(state=State.SIGNED, signed_by=person, signed_states=None)
    if case is not None:
        signed = signed.filter(record_paper__case=case)
    waiting = signed.select_related("body__organisation").defer("values").order_by("pk")
    return [
        Link(one.title, reverse("paper-sign", args=[one.pk]), "pen")
        for one in waiting
        if keyring().serves(one.body)
    ]


def signature_rows(found: Examination) -> list[SignatureRow]:
    """Each signature of a checked file, with every sentence about it."""
    return [_row(number, one, found.revisions) for number, one in enumerate(found.signatures, 1)]


def kind_of(weight: Weight) -> str:
    """The look of the sentence about a whole file."""
    return {Weight.GOOD: "success", Weight.NOTE: "info", Weight.DOUBT: "warning"}.get(
        weight, "error"
    )


def _row(number: int, one: Found, revisions: int) -> SignatureRow:
    valid = f"{moment(one.valid_from)} – {moment(one.valid_to)}"
    return SignatureRow(
        title=_("Chữ ký %(n)d: %(holder)s") % {"n": number, "holder": one.holder or "—"},
        facts=[
            Fact(_("Nơi cấp"), one.issuer or "—", sub=_("số %(n)s") % {"n": one.serial or "—"}),
            Fact(_("Hiệu lực"), valid),
            Fact(_("Giờ ký đã ghi"), moment(one.said_at)),
            Fact(_("Dạng chữ ký"), form_of(one), sub=_("ô %(field)s") % {"field": one.field}),
        ],
        verdicts=[Tag(said.text, *_TONES[said.weight]) for said in on_signature(one, revisions)],
    )


def _facts(paper: Paper) -> list[Fact]:
    return [
        Fact(_("Loại"), paper.catalogued.title),
        Fact(_("Cơ quan ban hành"), paper.body.name),
        Fact(_("Người ký"), paper.signed_by.full_name if paper.signed_by else "—"),
        Fact(_("Ngày ký duyệt"), words.day(paper.signed_on) if paper.signed_on else "—"),
    ]


def _sentence(paper: Paper, turn: str) -> str:
    if turn == PERSON:
        return _(
            "Tệp để trống số và ngày. Ký rồi, văn thư lấy số; cơ quan ký số, ngày và đóng dấu."
        )
    if turn == ORGAN:
        return _("Văn bản đã có số. Cơ quan ký số, ngày và con dấu; sau đó văn bản được phát hành.")
    return _("Văn bản này không chờ chữ ký số nào.")


def _pages(pdf: bytes) -> Sequence[str]:
    return [f"data:image/png;base64,{b64encode(one).decode()}" for one in pictures(pdf)]


def _may_number(case: Case, person: Person, today: date) -> bool:
    """Whoever may take the number of a paper of the file also seals it."""
    file = read_file(case.pk, Reader(person.pk, today, today))
    step = file.procedure.step("number_paper") if file else None
    if file is None or step is None:
        return False
    return not any(reason.rule == "permission" for reason in services.judge(file, step))


def _not_the_clerk(paper: Paper) -> Reason:
    return Reason(
        "paper.digital.clerk",
        f"Chỉ văn thư giữ con dấu số của {paper.body.name} mới đóng dấu văn bản này.",
        remedy="Chờ văn thư đóng dấu, hoặc chờ lượt in tự động.",
    )
