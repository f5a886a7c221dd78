"""Sổ văn bản đi: the papers with a number that a reader may see, narrowed by words, year and kind."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.paging import Place, leaf
from cases.queries import papers_for
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.leaves import PAGE, filters_of, pager_between, place_of, read_dated, so_many
from desk.pages.paper import BookRow, RegisterPage
from desk.pages.parts import Link, Tab
from documents.models import Paper
from registry.models import Person, Post
from registry.names import search_key

#: The first year a register may be asked for: papers of before are on paper.
FIRST_YEAR = 2016


class RegisterFilters(forms.Form):
    """Filters above the register; they stay in the address."""

    so = forms.CharField(widget=forms.HiddenInput, required=False, max_length=8)
    q = forms.CharField(
        label=gettext_lazy("Lọc theo số, trích yếu, người ký, hồ sơ"),
        required=False,
        max_length=100,
    )
    nam = forms.ChoiceField(label=gettext_lazy("Năm"), required=False)

    def __init__(self, data: Any, today: date) -> None:
        super().__init__(data)
        years = range(today.year, FIRST_YEAR - 1, -1)
        self.fields["nam"].choices = [("", _("Mọi năm")), *((str(y), str(y)) for y in years)]
        self.is_valid()

    def said(self, name: str) -> str:
        """What was asked under a name; what nobody could have chosen is nothing."""
        return self.cleaned_data.get(name) or ""

    def narrow(self, papers: QuerySet[Paper]) -> QuerySet[Paper]:
        """The papers that the filters leave."""
        if symbol := self.said("so"):
            papers = papers.filter(symbol=symbol)
        if year := self.said("nam"):
            papers = papers.filter(dated__year=int(year))
        if words_ := self.said("q").strip():
            papers = papers.filter(
                Q(number_text__icontains=words_)
                | Q(title__icontains=words_)
                | Q(signed_by__search_key__contains=search_key(words_))
                | Q(record_paper__case__reference__icontains=words_)
            )
        return papers


def numbered_for(person: Person, today: date) -> QuerySet[Paper]:
    """The papers with a number, of the bodies in which `person` holds a post, in files open to them."""
    return Paper.objects.filter(
        number__isnull=False,
        body__in=Post.objects.filter(person=person).values("body"),
        record_paper__in=papers_for(person, today),
    )


def register_page(person: Person, today: date, asked: Any) -> RegisterPage:
    """Gather the register of the papers with a number in files the reader may see."""
    numbered = numbered_for(person, today)
    symbols = sorted(set(numbered.values_list("symbol", flat=True)))
    filters = RegisterFilters(asked, today)
    symbol = filters.said("so")
    shown = (
        filters.narrow(numbered).select_related("signed_by", "record_paper__case").defer("values")
    )
    found = leaf(partial(_newest, shown), place_of(asked, read_dated), PAGE)
    kept = asked.copy()
    for name in ("so", "sau", "truoc"):
        kept.pop(name, None)
    rest = f"&{kept.urlencode()}" if kept else ""
    return RegisterPage(
        sentence=_("Số chạy liên tục trong từng loại văn bản, từng nhiệm kỳ; không bỏ cách."),
        rows=[_book_row(paper) for paper in found.rows],
        tabs=[
            Tab(_("Mọi loại"), f"?{rest.lstrip('&')}", None, not symbol),
            *(Tab(one, f"?so={one}{rest}", None, one == symbol) for one in symbols),
        ],
        filters=filters,
        narrowed=any(filters.cleaned_data.values()),
        export_url=f"{reverse('papers-export')}?{filters_of(asked)}",
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
