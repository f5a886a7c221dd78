"""What one box finds: files, papers, members, organisations and rules, each as far as the reader may open them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import law
from cases import search
from cases.models import Case
from cases.paging import Leaf, Place, leaf
from desk.gathering import members, words
from desk.gathering.addresses import case_url
from desk.gathering.law import hit_of
from desk.gathering.law_words import rule_url, state
from desk.gathering.leaves import PAGE, filters_of, pager_between, place_of, read_number, so_many
from desk.pages.parts import Link, Tag, Tone
from desk.pages.search import Group, Hit, SearchPage
from desk.worded import worded
from registry.member_models import MemberRow
from registry.members.rights import units_read_by
from registry.models import Membership, Organisation, OrganisationKind, Person
from registry.names import as_query, search_words, typed_so
from registry.organs import reading
from workflows import catalogue

#: How much of each kind stands on the page of all kinds.
FEW = 5

#: Files are kept here since then; a year before has none.
FIRST_YEAR = 2016


class Narrow(forms.Form):
    """What is looked for, and what narrows the files; it stays in the address."""

    q = forms.CharField(label=gettext_lazy("Từ cần tìm"), required=False, max_length=100)
    loai = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    procedure = forms.ChoiceField(label=gettext_lazy("Thủ tục"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("Tình trạng"), required=False)
    nam = forms.ChoiceField(label=gettext_lazy("Năm lập hồ sơ"), required=False)

    def __init__(self, asked: Any, today: date) -> None:
        super().__init__(asked)
        matters = [one for one in catalogue.PROCEDURES.values() if not one.is_meeting]
        self.fields["procedure"].choices = [
            ("", _("Mọi thủ tục")), *((one.code, worded(one.label)) for one in matters),
        ]  # fmt: skip
        self.fields["state"].choices = [
            ("", _("Mọi tình trạng")), ("mo", _("Đang giải quyết")), ("dong", _("Đã kết thúc")),
        ]  # fmt: skip
        years = [str(year) for year in range(today.year, FIRST_YEAR - 1, -1)]
        self.fields["nam"].choices = [("", _("Mọi năm")), *((year, year) for year in years)]
        self.is_valid()

    def said(self, name: str) -> str:
        """What was asked under a name; what nobody could have chosen is nothing."""
        return (self.cleaned_data.get(name) or "").strip()

    def without_facets(self) -> Narrow:
        """Keep only the words, for kinds that nothing else narrows."""
        for name in ("procedure", "state", "nam"):
            del self.fields[name]
        return self

    def among(self) -> QuerySet[Case] | None:
        """The files that the filters leave; None where nothing is filtered."""
        asked = {}
        if code := self.said("procedure"):
            asked["procedure"] = code
        if state_ := self.said("state"):
            asked["closed_on__isnull"] = state_ == "mo"
        if year := self.said("nam"):
            asked["opened_on__year"] = int(year)
        return Case.objects.filter(**asked) if asked else None


@dataclass(frozen=True)
class Looking:
    """Who looks for what, when, and among which files."""

    person: Person
    today: date
    words: str
    among: QuerySet[Case] | None


#: Reads one page of a kind.
Read = Callable[[Looking, Place[Any], int], Leaf[Any]]


@dataclass(frozen=True)
class Kind:
    """One kind of thing: how a page of it is read, shown, and named in an address."""

    label: Any
    icon: str
    read: Read
    show: Callable[[Any, date], Hit]
    noun: Any
    key: Callable[[Any], str] = lambda one: str(one.pk)
    place: Callable[[str], Any] = read_number


def search_page(person: Person, today: date, asked: Any) -> SearchPage:
    """Find what the words of an address name: of all kinds the first few, or of one kind a page."""
    filters = Narrow(asked, today)
    said, name = filters.said("q"), filters.said("loai")
    kind = KINDS.get(name)
    looking = Looking(person, today, said, filters.among() if name == "ho-so" else None)
    if name != "ho-so":
        filters.without_facets()
    if kind is None:
        groups = [_few(one, looking, _to(asked, code)) for code, one in KINDS.items()]
        return SearchPage(said, filters, _kinds(asked, ""), [one for one in groups if one.hits])
    found = kind.read(looking, place_of(asked, kind.place), PAGE)
    hits = _exact_first(said, [kind.show(one, today) for one in found.rows])
    group = Group(worded(kind.label), kind.icon, hits)
    pager = pager_between(found, asked, so_many(found, str(kind.noun)), kind.key)
    return SearchPage(said, filters, _kinds(asked, name), [group] if hits else [], pager)


def _few(kind: Kind, looking: Looking, url: str) -> Group:
    found = kind.read(looking, Place(), PAGE)
    hits = _exact_first(looking.words, [kind.show(one, looking.today) for one in found.rows])
    more = Link(_("Xem tất cả"), url) if len(hits) > FEW else None
    return Group(worded(kind.label), kind.icon, hits[:FEW], more)


def _exact_first(said: str, hits: Sequence[Hit]) -> list[Hit]:
    """Of one page, first what bears the number that was typed, then what bears the words with those very marks."""
    asked = set(search_words(said))
    return sorted(
        hits,
        key=lambda one: (not asked <= set(search_words(one.above)), not typed_so(said, one.title)),
    )


def _kinds(asked: Any, chosen: str) -> list[tuple[Link, bool]]:
    every = [("", _("Tất cả"), "search"), *((c, worded(k.label), k.icon) for c, k in KINDS.items())]
    return [(Link(text, _to(asked, code), icon), code == chosen) for code, text, icon in every]


def _to(asked: Any, code: str) -> str:
    kept = asked.copy()
    for name in ("sau", "truoc", "loai", "procedure", "state", "nam"):
        kept.pop(name, None)
    if code:
        kept["loai"] = code
    return f"?{filters_of(kept)}"


# --- Each kind ----------------------------------------------------------------------------------


def _files(looking: Looking, place: Place[int], size: int) -> Leaf[Any]:
    return search.find_files(
        looking.person, looking.today, looking.words, place, size, looking.among
    )


def _file(case: Case, _today: date) -> Hit:
    procedure = catalogue.get(case.procedure)
    stage = worded(procedure.stage.enum(case.stage).label)
    return Hit(
        above=f"{case.reference} · {worded(procedure.label)}",
        title=case.title,
        url=case_url(case),
        beside=case.body.name,
        tag=Tag(stage, Tone.OK if case.closed_on else Tone.INFO),
    )


def _papers(looking: Looking, place: Place[int], size: int) -> Leaf[Any]:
    return search.find_papers(looking.person, looking.today, looking.words, place, size)


def _paper(held: Any, _today: date) -> Hit:
    paper = held.paper
    above = [paper.number_text or _("không lấy số"), words.day(paper.dated) if paper.dated else ""]
    return Hit(
        above=" · ".join(one for one in above if one),
        title=paper.title,
        url=reverse("paper", kwargs={"paper": paper.pk}),
        beside=held.case.reference,
        tag=words.paper_state(paper.state, paper.state_label),
    )


def _members(looking: Looking, place: Place[Any], size: int) -> Leaf[Any]:
    query = as_query(looking.words)
    if not query or not (units := units_read_by(looking.person, looking.today)):
        return Leaf([])
    named = Person.objects.annotate(said=SearchVector("search_key", config="simple")).filter(
        said=SearchQuery(query, search_type="raw", config="simple")
    )
    living = MemberRow.objects.filter(superseded_in=None, cell__in=units)
    rows = living.filter(person__in=named.values("pk")).select_related("cell", "person")
    return leaf(partial(members.by_name, rows), place, size)


def _member(row: Any, _today: date) -> Hit:
    official = row.status == Membership.Status.OFFICIAL
    return Hit(
        above=row.post,
        title=row.person.full_name,
        url=reverse("member", kwargs={"pk": row.person_id}),
        beside=row.cell.name,
        tag=Tag(worded(Membership.Status(row.status).label), Tone.OK if official else Tone.INFO),
    )


def _organisations(looking: Looking, place: Place[Any], size: int) -> Leaf[Any]:
    asked = search_words(looking.words)
    if not asked or not (units := reading.reach(looking.person, looking.today, looking.today)):
        return Leaf([])
    found = reading.found(units, " ".join(asked), looking.today)
    return leaf(partial(_by_own_name, found), place, size)


def _by_own_name(
    found: QuerySet[Organisation], place: Place[tuple[str, int]], limit: int
) -> list[Organisation]:
    if place.key is not None:
        name, pk = place.key
        beyond = "lt" if place.back else "gt"
        found = found.filter(Q(**{f"name__{beyond}": name}) | Q(name=name, **{f"pk__{beyond}": pk}))
    return list(found.order_by(*(("-name", "-pk") if place.back else ("name", "pk")))[:limit])


def _read_organisation(written: str) -> tuple[str, int]:
    one = Organisation.objects.filter(pk=read_number(written)).first()
    if one is None:
        raise ValueError(written)
    return one.name, one.pk


def _organisation(one: Organisation, _today: date) -> Hit:
    return Hit(
        above=worded(OrganisationKind(one.kind).label),
        title=one.name,
        url=reverse("organisation", kwargs={"pk": one.pk}),
        beside=one.place,
    )


@dataclass(frozen=True)
class _Rule:
    """A rule as it stands today, under its place in the book."""

    number: int
    hit: law.Hit


def _rules(looking: Looking, place: Place[int], size: int) -> Leaf[Any]:
    asked = set(search_words(looking.words))
    if not asked:
        return Leaf([])
    book = law.book()
    every = [
        _Rule(number, hit_of(book, rule, looking.today))
        for number, rule in enumerate(book.rule_ids)
    ]
    found = [one for one in every if asked <= set(search_words(_rule_text(one.hit)))]
    return leaf(partial(_in_order, found), place, size)


def _rule_text(hit: law.Hit) -> str:
    return " ".join((hit.label_vi, worded(hit.label_vi), hit.rule, hit.cited or ""))


def _in_order(found: Sequence[_Rule], place: Place[int], limit: int) -> list[_Rule]:
    if place.back:
        before = [one for one in found if place.key is None or one.number < place.key]
        return before[::-1][:limit]
    return [one for one in found if place.key is None or one.number > place.key][:limit]


def _rule(one: _Rule, _today: date) -> Hit:
    hit = one.hit
    return Hit(hit.rule, worded(hit.label_vi), rule_url(hit.rule), hit.cited or "", state(hit))


KINDS = {
    "ho-so": Kind(gettext_lazy("Hồ sơ"), "folder", _files, _file, gettext_lazy("hồ sơ")),
    "van-ban": Kind(
        gettext_lazy("Văn bản"), "file", _papers, _paper, gettext_lazy("văn bản"),
        key=lambda held: str(held.paper_id),
    ),
    "dang-vien": Kind(
        gettext_lazy("Đảng viên"), "people", _members, _member, gettext_lazy("đảng viên"),
        place=members.read_place,
    ),
    "to-chuc": Kind(
        gettext_lazy("Tổ chức đảng"), "map", _organisations, _organisation,
        gettext_lazy("tổ chức đảng"), place=_read_organisation,
    ),
    "quy-dinh": Kind(
        gettext_lazy("Quy định"), "scale", _rules, _rule, gettext_lazy("quy định"),
        key=lambda one: str(one.number),
    ),
}  # fmt: skip
