"""The final print: made once, after the deed is kept; then handing the paper over."""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterable
from datetime import date

import pikepdf
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from documents.drafting import PaperRefused
from documents.layouts import layout_named
from documents.models import Paper, Print, Service, SignedState, State
from documents.pages import Issue, page_of, wording_of
from documents.press import press
from documents.signatures import deeds as digital
from documents.wording import figures
from law import Reason
from proof.reader import as_the_system

log = logging.getLogger(__name__)


def pending_prints() -> QuerySet[Paper]:
    """Papers signed and numbered but not yet printed, oldest first."""
    return Paper.objects.filter(state=State.READY, print=None).order_by("pk")


def print_pending() -> int:
    """Print every paper left "numbered, not yet printed"; return how many were. Run by the schedule.

    One whose organ's key is not to be had now waits for the next run, and keeps none from printing.
    """
    return _print_all(pending_prints())


def _print_all(papers: QuerySet[Paper]) -> int:
    printed = 0
    for paper in list(papers.values_list("pk", flat=True)):
        try:
            print_paper(paper)
            printed += 1
        except PaperRefused as refused:
            log.warning("Paper %s is not printed yet: %s", paper, refused)
    return printed


def print_issued(papers: Iterable[int]) -> int:
    """Print those of these papers that count as issued and wait for somebody to open them; return how many.

    One whose organ's key is not to be had now goes on waiting.
    """
    issued = Paper.objects.filter(
        pk__in=papers, print=None, state__in=(State.ISSUED, State.SERVED)
    ).order_by("pk")
    return _print_all(issued)


def issue_pending() -> int:
    """Let everything numbered count as issued, to be printed when it is first opened; return how many.

    For papers of files that are told in bulk: their values and wording are frozen, so the bytes can wait.
    """
    return pending_prints().update(state=State.ISSUED)


@as_the_system()  # whoever asks for a print may read the paper; the print is written by the site
def print_paper(paper_id: int) -> Print:
    """Print a paper and return its print; asked again, return the same one.

    Rendered outside any transaction; of two at once the first print stays. Stored bytes are the
    paper: nothing is ever rendered again to compare. A paper the signer signed electronically is
    not rendered but marked and sealed by the organ. Raises PaperRefused before the number, and
    where the organ's key is not to be had.
    """
    paper = Paper.objects.select_related("print", "body").get(pk=paper_id)
    if hasattr(paper, "print"):
        return paper.print
    if paper.state not in (State.READY, State.ISSUED, State.SERVED):
        raise PaperRefused([_not_ready(paper)])
    if paper.body.signs_electronically and paper.signed_states.exists():
        sealed = digital.seal(paper)
        return _keep(paper, sealed.pdf, sealed.last)
    return _keep(paper, press(final_page(paper)))


def final_page(paper: Paper) -> str:
    """Return the page of a paper from its frozen values and wording, its number and its day."""
    issue, layout = Issue(paper.dated, number=paper.number), layout_named(paper.layout)
    return page_of(paper.catalogued, layout, paper.values, issue, paper.source or None)


def serve(
    paper: Paper,
    *,
    on: date,
    to: str,
    evidence: str,
    outcome: Service.Outcome = Service.Outcome.RECEIVED,
) -> Service:
    """Record that a paper was handed over, or that it was refused with a record made of it.

    `evidence` names the receipt or the minutes. Raises PaperRefused before the paper is printed.
    """
    if reasons := list(_serve_refusals(paper, on)):
        raise PaperRefused(reasons)
    Paper.objects.filter(pk=paper.pk, state=State.ISSUED).update(state=State.SERVED)
    paper.state = State.SERVED
    return Service.objects.create(
        paper=paper, on=on, to=to, outcome=outcome, evidence=evidence, recorded_at=timezone.now()
    )


def _keep(paper: Paper, pdf: bytes, last: SignedState | None = None) -> Print:
    """Keep the print, and with it the record of the signature that finished it."""
    with transaction.atomic():
        kept, is_ours = Print.objects.get_or_create(paper=paper, defaults=_particulars(paper, pdf))
        if is_ours and last:
            last.save(force_insert=True)
        Paper.objects.filter(pk=paper.pk, state=State.READY).update(state=State.ISSUED)
    return kept


def _particulars(paper: Paper, pdf: bytes) -> dict[str, object]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = len(opened.pages)
    return {
        "pdf": pdf,
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "pages": pages,
        "wording": wording_of(paper.catalogued, paper.source or None),
        "printed_at": timezone.now(),
    }


def _not_ready(paper: Paper) -> Reason:
    return Reason(
        "paper.print.state",
        f"Văn bản đang ở trạng thái “{paper.state_label.lower()}”, chưa in chính thức được.",
        remedy="Ký và cấp số trước khi in.",
    )


def _serve_refusals(paper: Paper, on: date):
    if paper.state not in (State.ISSUED, State.SERVED):
        yield Reason(
            "paper.serve.state",
            f"Văn bản đang ở trạng thái “{paper.state_label.lower()}”, chưa tống đạt được.",
            remedy="In văn bản trước khi tống đạt.",
        )
    if paper.dated and on < paper.dated:
        yield Reason(
            "paper.serve.day",
            f"Ngày tống đạt {figures(on)} trước ngày ban hành {figures(paper.dated)}.",
            remedy="Kiểm tra lại ngày tống đạt.",
        )
