"""After the deed is kept: print the papers it issued, and tell those concerned."""

import logging

from cases.models import StepRecord
from cases.reading import File
from documents import services
from documents.models import Paper, State

log = logging.getLogger(__name__)


def tell(file: File, record: StepRecord, papers: list[int]) -> None:
    """Print what a step made ready. A failure is logged and leaves the paper visibly "not yet printed"."""
    for paper in Paper.objects.filter(pk__in=papers, state=State.READY).values_list(
        "pk", flat=True
    ):
        try:
            services.print_paper(paper)
        except Exception:
            log.exception("Paper %s of %s is not printed yet", paper, file.reference)
