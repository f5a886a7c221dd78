"""What a step may name of programmes, guiding documents and commitments: offered, judged, and called by its name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.db.models import QuerySet

from cases.reading import File
from law import Reason
from registry import tree
from registry.guidance_models import Directive, PledgePoint, ProgrammeItem
from registry.models import Body
from workflows.inputs import DirectiveOf, ItemOf, PointOf
from workflows.stages import Step

#: The words of the closed vocabulary whose answer names one of these.
KINDS = (ItemOf.kind, DirectiveOf.kind, PointOf.kind)
_MOST_NAMED = 90


def items_for(file: File) -> QuerySet[ProgrammeItem]:
    """The items that a file may follow: of its own body, of its kind, not cancelled."""
    asked = (
        ProgrammeItem.Kind.INSPECTION if file.procedure.inspects else ProgrammeItem.Kind.SUPERVISION
    )
    ours = ProgrammeItem.objects.filter(body=file.body, kind=asked)
    return ours.exclude(ending=ProgrammeItem.Ending.CANCELLED).order_by("-year", "number")


def directives_for(file: File) -> QuerySet[Directive]:
    """The documents that a file may cite: living ones of its own organisation and of those above it."""
    line = tree.above(_organisation(file), file.facts.acted_on)
    return Directive.objects.filter(body__organisation__in=line, withdrawn_on=None).order_by(
        "-dated", "pk"
    )


def points_for(file: File) -> QuerySet[PledgePoint]:
    """The points that the members a file is about committed to, the newest year first."""
    people = [one.register for one in file.facts.subjects if one.is_person]
    living = PledgePoint.objects.filter(pledge__person__in=people, pledge__replaced_on=None)
    return living.select_related("pledge__person").order_by("-pledge__year", "pledge", "number")


_FOUND: Mapping[str, Callable[[File], QuerySet[Any]]] = {
    ItemOf.kind: items_for,
    DirectiveOf.kind: directives_for,
    PointOf.kind: points_for,
}


def offered(file: File, kinds: Collection[str]) -> dict[str, list[tuple[int, str]]]:
    """What a form may offer of each kind that it asks: number and name."""
    return {
        kind: [(one.pk, name_of(one)) for one in find(file)]
        for kind, find in _FOUND.items()
        if kind in kinds
    }


def called(named: Collection[tuple[str, int]]) -> dict[int | str, str]:
    """How each of these is called, under "directive 7"; no statement for none."""
    rows: Mapping[str, QuerySet[Any]] = {
        ItemOf.kind: ProgrammeItem.objects.all(),
        DirectiveOf.kind: Directive.objects.all(),
        PointOf.kind: PledgePoint.objects.select_related("pledge__person"),
    }
    found: dict[int | str, str] = {}
    for kind, all_of_them in rows.items():
        if numbers := [number for one, number in named if one == kind]:
            found |= {
                f"{kind} {one.pk}": name_of(one) for one in all_of_them.filter(pk__in=numbers)
            }
    return found


def name_of(row: Directive | ProgrammeItem | PledgePoint) -> str:
    """How a list calls one of them."""
    if isinstance(row, PledgePoint):
        pledge = row.pledge
        year = f"{pledge.get_kind_display().lower()} năm {pledge.year}, điểm {row.number}"
        return f"{pledge.person.full_name}, {year}: {_short(row.pledged)}"
    if isinstance(row, ProgrammeItem):
        return f"Mục {row.number:02}/{row.year}: {_short(row.theme)}"
    return f"{row.get_kind_display()} {row.number}, {row.dated:%d/%m/%Y}: {_short(row.theme)}"


def about_guidance(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Whatever a step names of these must be among what its file may name."""
    return [
        Reason(
            f"input.{question.name}",
            f"{question.label}: hồ sơ này không chọn được mục số {answers[question.name]}.",
            remedy="Chọn trong danh sách.",
        )
        for question in step.inputs
        if question.kind in KINDS
        and question.name in answers
        and not _FOUND[question.kind](file).filter(pk=answers[question.name]).exists()
    ]


def _organisation(file: File) -> int:
    return Body.objects.values_list("organisation", flat=True).get(pk=file.body)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_NAMED else f"{text[: _MOST_NAMED - 1].rstrip()}…"
