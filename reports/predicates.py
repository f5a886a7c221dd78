"""What a row, a column or a form counts, as data: a closed list of words, each one condition on a counted row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import Q

import law
from registry.models import BodyKind, OrganisationKind
from reports.counted_models import Mark, Origin, What
from reports.periods import Period
from workflows.outcomes import Violation


class Unknown(ValueError):
    """A word or a value that no predicate has."""


def _contents(columns: Sequence[str], *, organisation: bool) -> Q:
    catalogue = law.book().catalogue
    known = catalogue.columns["organisation" if organisation else "member"]
    if strange := set(columns) - set(known):
        raise Unknown(f"nội dung thống kê không có: {', '.join(sorted(strange))}")
    themes = [
        theme for theme in catalogue.themes
        if catalogue.column(theme, organisation=organisation) in columns
    ]  # fmt: skip
    return Q(themes__overlap=themes)


def _of(field: str, values: Sequence[str]) -> Callable[[Any], Q]:
    def made(said: Any) -> Q:
        chosen = _list(said)
        if strange := set(chosen) - set(values):
            raise Unknown(f"{field}: không có {', '.join(sorted(strange))}")
        return Q(**{f"{field}__in": chosen})

    return made


def _marked(said: Any) -> Q:
    chosen = _list(said)
    if strange := set(chosen) - set(Mark.values):
        raise Unknown(f"dấu không có: {', '.join(sorted(strange))}")
    return Q(marks__contains=chosen)


def _any_mark(said: Any) -> Q:
    _marked(said)
    return Q(marks__overlap=_list(said))


def _whom(said: Any) -> Q:
    kinds = {"member": Q(person__isnull=False), "organisation": Q(organisation__isnull=False)}
    if said not in kinds:
        raise Unknown(f"whom: không có {said}")
    return kinds[said]


def _themes(said: Any) -> Q:
    chosen = _list(said)
    if strange := set(chosen) - set(law.book().catalogue.themes):
        raise Unknown(f"loại vi phạm không có: {', '.join(sorted(strange))}")
    return Q(themes__overlap=chosen)


def _procedures(said: Any) -> Q:
    found = Q(pk__in=())
    for code in _list(said):
        found |= Q(procedure=code) | Q(procedure__startswith=f"{code}.")
    return found


#: Every word a form may use in `where`.
WORDS: Mapping[str, Callable[[Any], Q]] = {
    "level": _of("level", OrganisationKind.values),
    "body": _of("body_kind", BodyKind.values),
    "origin": _of("origin", Origin.values),
    "outcome": _of("outcome", Violation.values),
    "form": lambda said: Q(form__in=_list(said)),
    "nature": lambda said: Q(outcome__in=_list(said)),
    "mark": _marked,
    "any_mark": _any_mark,
    "no_mark": lambda said: ~_any_mark(said),
    "whom": _whom,
    "procedure": _procedures,
    "theme": _themes,
    "content": lambda said: _contents(_list(said), organisation=False),
    "content_of_organisation": lambda said: _contents(_list(said), organisation=True),
    "unclassified": lambda said: Q(themes=[]) if said else ~Q(themes=[]),
}

#: When a row counts in a period: happened in it and still so at its end, happened in it, stands open at its end,
#: or was open on a day of it.
WHEN: Mapping[str, Callable[[Period], Q]] = {
    "in": lambda p: Q(day__range=(p.first, p.last)) & _holds_at(p),
    "happened": lambda p: Q(day__range=(p.first, p.last)),
    "open": lambda p: Q(day__lte=p.last) & _holds_at(p),
    "during": lambda p: Q(day__lte=p.last) & (Q(until=None) | Q(until__gte=p.first)),
}


def where(said: Mapping[str, Any]) -> Q:
    """Return the condition these words mean together. Raises Unknown for any other word or value."""
    found = Q()
    for word, value in said.items():
        if word not in WORDS:
            raise Unknown(f"không có điều kiện “{word}”; dùng: {', '.join(WORDS)}")
        found &= WORDS[word](value)
    return found


def counting(what: Sequence[str]) -> Q:
    """The condition "is one of these units"."""
    if strange := set(what) - set(What.values):
        raise Unknown(f"đơn vị tính không có: {', '.join(sorted(strange))}")
    return Q(what__in=what)


def _holds_at(period: Period) -> Q:
    return Q(since__lte=period.last) & (Q(until=None) | Q(until__gt=period.last))


def _list(said: Any) -> list[str]:
    return [str(one) for one in said] if isinstance(said, (list, tuple)) else [str(said)]
