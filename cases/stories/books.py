"""Number books as they stood before a story begins: the last number each organ had given."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from documents.services import Series, open_book
from registry.models import Body, Term, on


@transaction.atomic
def opened(body: Body, day: date, last: Mapping[str, int]) -> None:
    """Open the books of `body` for its term of that day, each going on after its `last` number."""
    term = Term.objects.get(on(day), body=body)
    for symbol, number in last.items():
        open_book(Series(body, term, symbol), next_number=number + 1, on=day)


def numbered(teller, clerk, day: date) -> None:
    """Let the clerk number every paper of the file that waits for it, in the order of signing."""
    for held in teller.told.papers.filter(paper__state="da_ky").order_by("paper_id"):
        teller.takes("number_paper", by=clerk, on=day, paper=held.paper_id)
