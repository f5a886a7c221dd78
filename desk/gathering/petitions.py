"""Sổ đơn, thư đến: the lines a reader may see, narrowed by year and words, with the way to enter a letter."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import incoming
from cases.incoming_models import IncomingEntry
from cases.paging import Place, leaf
from desk.gathering.addresses import case_url
from desk.gathering.leaves import PAGE, filters_of, pager_between, place_of, read_dated, so_many
from desk.pages.parts import Link, Tag, Tone
from desk.pages.petitions import PetitionRow, PetitionsPage
from desk.worded import worded
from registry.models import Body, Person, Post, held_by
from workflows import catalogue
from workflows.letters import Sender, Source
from workflows.procedures.intake import Intake

#: The first year a book may be asked for: letters of before are on paper.
FIRST_YEAR = 2016


#: The two registers that are read out of the one book: what organs sent, and what people wrote.
PAPERS, LETTERS = "van_ban", "don_thu"


class Filters(forms.Form):
    """Filters above the book; they stay in the address."""

    q = forms.CharField(
        label=gettext_lazy("Lọc theo số, người gửi, hồ sơ"), required=False, max_length=100
    )
    loai = forms.ChoiceField(label=gettext_lazy("Loại"), required=False)
    nam = forms.ChoiceField(label=gettext_lazy("Năm đến"), required=False)

    def __init__(self, data: Any, today: date) -> None:
        super().__init__(data)
        years = range(today.year, FIRST_YEAR - 1, -1)
        self.fields["nam"].choices = [("", _("Mọi năm")), *((str(y), str(y)) for y in years)]
        self.fields["loai"].choices = [
            ("", _("Văn bản và đơn thư")), (PAPERS, _("Văn bản đến")), (LETTERS, _("Đơn, thư")),
        ]  # fmt: skip

    def narrow(self, entries: QuerySet[IncomingEntry]) -> QuerySet[IncomingEntry]:
        """The lines that the filters leave; a filter nobody could have chosen filters nothing."""
        self.is_valid()
        year = self.cleaned_data.get("nam") or ""
        if kind := self.cleaned_data.get("loai"):
            organ = Q(sender_kind=Sender.ORGAN)
            entries = entries.filter(organ if kind == PAPERS else ~organ)
        return incoming.found(entries, self.cleaned_data.get("q", ""), int(year) if year else None)


def petitions_page(person: Person, today: date, asked: Any) -> PetitionsPage:
    """Gather one page of the incoming books that `person` reads on `today`, newest first."""
    filters = Filters(asked, today)
    shown = filters.narrow(incoming.book_for(person, today)).select_related("case", "body")
    found = leaf(partial(_newest, shown), place_of(asked, read_dated), PAGE)
    bodies = _writing_for(person, today)
    return PetitionsPage(
        rows=[_row(one) for one in found.rows],
        filters=filters,
        narrowed=any(filters.cleaned_data.values()),
        register=[
            Link(
                _("Vào sổ đơn, thư mới") if len(bodies) == 1 else body.name,
                reverse("case-new", kwargs={"procedure": Intake.code, "body": body.pk}),
                "plus",
            )
            for body in bodies
        ],
        export_url=f"{reverse('petitions-export')}?{filters_of(asked)}",
        pager=pager_between(
            found, asked, so_many(found, _("đơn, thư")), lambda one: f"{one.arrived_on}.{one.pk}"
        ),
    )


def reads_a_book(person: Person, today: date) -> bool:
    """Whether `person` holds a post that reads the incoming book of its body."""
    return Post.objects.filter(held_by(person, today), position__in=incoming.READERS).exists()


def sender_of(entry: IncomingEntry) -> str:
    """Who sent it, as a list may say it."""
    said = incoming.sender_in_words(entry)
    return said[:1].upper() + said[1:]


def stage_of(entry: IncomingEntry) -> str:
    """Where the file of the letter stands, in words."""
    return worded(catalogue.get(entry.case.procedure).stage.enum(entry.case.stage).label)


def _writing_for(person: Person, today: date) -> list[Body]:
    """The bodies for which `person` enters letters, in the order of their names."""
    held = Post.objects.filter(held_by(person, today), position__in=incoming.WRITERS)
    return list(
        Body.objects.filter(pk__in=held.values("body"), kind__in=Intake.bodies).order_by("name")
    )


def _newest(
    entries: QuerySet[IncomingEntry], place: Place[tuple[date, int]], limit: int
) -> list[IncomingEntry]:
    """Read at most `limit` lines from a place on, by their day of arrival."""
    if place.key is not None:
        day, pk = place.key
        beyond = "gt" if place.back else "lt"
        entries = entries.filter(
            Q(**{f"arrived_on__{beyond}": day}) | Q(**{"arrived_on": day, f"pk__{beyond}": pk})
        )
    order = ("arrived_on", "pk") if place.back else ("-arrived_on", "-pk")
    return list(entries.order_by(*order)[:limit])


def _row(entry: IncomingEntry) -> PetitionRow:
    case = entry.case
    return PetitionRow(
        number=entry.number,
        arrived=entry.arrived_on,
        postmarked=entry.postmarked_on,
        kind=worded(Source(entry.source).label),
        sender=sender_of(entry),
        sender_number=entry.sender_number,
        case=Link(case.reference, case_url(case)),
        stage=Tag(stage_of(entry), Tone.OK if case.closed_on else Tone.INFO),
        body=entry.body.name,
    )
