"""What waits for one person today, in figures: deadlines, papers to sign or number, decisions that were served."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from cases import worklist
from cases.queries import papers_for
from desk.pages.parts import SOON_DAYS, Tile, Tone
from documents.kinds.for_subject import CONCLUSIONS
from registry.models import Person

#: A decision served is told of for so many days, that of the service included.
SERVED_DAYS = 7


def digest(person: Person, today: date) -> list[Tile]:
    """Return the figures, each with the list behind it; none is more than "99+". Three statements."""
    offices = worklist.Offices.of(person, today)
    late, soon, sign, number = worklist.count(
        offices,
        [
            worklist.late(today), worklist.soon(today, SOON_DAYS), worklist.Asked(worklist.Kind.SIGN),
            worklist.Asked(worklist.Kind.NUMBER),
        ],
    )  # fmt: skip
    work, papers = reverse("worklist"), reverse("papers")
    told = (
        (late, _("quá hạn"), f"{work}?nhom=late", Tone.LATE, "warning"),
        (soon, _("đến hạn trong %(n)d ngày") % {"n": SOON_DAYS}, f"{work}?nhom=soon", Tone.SOON, "clock"),
        (sign + number, _("văn bản chờ tôi ký, chờ lấy số"), f"{work}?nhom={'sign' if sign else 'number'}",
         Tone.INFO, "pen"),
        (_served(person, today), _("quyết định, thông báo đã tống đạt trong %(n)d ngày") % {"n": SERVED_DAYS},
         papers, Tone.OK, "letter"),
    )  # fmt: skip
    return [
        Tile(_at_most(figure), text, url, "", tone, icon) for figure, text, url, tone, icon in told
    ]


def _served(person: Person, today: date) -> int:
    since = today - timedelta(days=SERVED_DAYS - 1)
    served = papers_for(person, today).filter(
        paper__kind__in=CONCLUSIONS, paper__services__on__gte=since, paper__services__on__lte=today
    )
    return served.distinct()[: worklist.MANY].count()


def _at_most(figure: int) -> int | str:
    return f"{worklist.MANY - 1}+" if figure >= worklist.MANY else figure
