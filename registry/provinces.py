"""Load an invented province from its file: organisations, places in the tree, bodies, people, posts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from registry.models import (
    Body,
    Membership,
    Organisation,
    PaperOnly,
    Person,
    Placement,
    Post,
    Succession,
    Term,
    VotingStatus,
)
from registry.organ_models import Mandate

_FOLDER = Path(__file__).with_name("provinces")


@dataclass
class Province:
    """The rows of one loaded province, by the short names its file uses."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)


@transaction.atomic
def load(name: str, *, code: str) -> Province:
    """Lay the province of `provinces/<name>.yaml` in the register, its codes beginning with `code`.

    Raises IntegrityError when a province of that code is there already.
    """
    told = yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    province = Province()
    for short, one in told["organisations"].items():
        province.organisations[short] = Organisation.objects.create(
            code=f"{code}-{short.replace('_', '-')}",
            kind=one["kind"],
            name=one["name"],
            place=one["place"],
            **_days(one["days"]),
        )
    places = province.organisations
    for child, parent, *days in told["placements"]:
        Placement.objects.create(organisation=places[child], parent=places[parent], **_days(days))
    for before, after, day, document in told.get("successions", ()):
        Succession.objects.create(
            predecessor=places[before], successor=places[after], day=day, document=document
        )
    for short, one in told["bodies"].items():
        province.bodies[short] = _body(province, one)
    for body, entering, document, *days in told.get("on_paper", ()):
        PaperOnly.objects.create(
            body=province.bodies[body],
            entered_by=province.bodies[entering],
            document=document,
            **_days(days),
        )
    for short, one in told["people"].items():
        province.people[short] = _person(province, one)
    for body, way, document, seats, approved_on, approval in told.get("mandates", ()):
        Mandate.objects.create(
            term=province.bodies[body].terms.latest("first_day"),
            way=way,
            document=document,
            seats=seats,
            approved_on=approved_on,
            approval_document=approval,
        )
    return province


def find(code: str, name: str) -> Province:
    """Return the province already laid under `code`, by the short names of its file."""
    told = yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    places = {
        short: Organisation.objects.get(code=f"{code}-{short.replace('_', '-')}")
        for short in told["organisations"]
    }
    bodies = {
        short: Body.objects.get(organisation=places[one["of"]], kind=one["kind"])
        for short, one in told["bodies"].items()
    }
    ours = Person.objects.filter(posts__body__in=bodies.values()) | Person.objects.filter(
        memberships__cell__in=places.values()
    )
    by_name = {person.full_name: person for person in ours.distinct()}
    people = {short: by_name[one["name"]] for short, one in told["people"].items()}
    return Province(places, bodies, people)


def _body(province: Province, one: dict[str, Any]) -> Body:
    superior, issuing = one["lines"]
    body = Body.objects.create(
        organisation=province.organisations[one["of"]],
        kind=one["kind"],
        name=one["name"],
        symbol=one["symbol"],
        superior_line=superior,
        issuing_line=issuing,
        signs_electronically=one.get("electronic", False),
        **_days(one["days"]),
    )
    for name, *days in one["terms"]:
        Term.objects.create(body=body, name=name, **_days(days))
    return body


def _person(province: Province, one: dict[str, Any]) -> Person:
    person = Person.objects.create(full_name=one["name"])
    if "cell" in one:
        cell = province.organisations[one["cell"]]
        Membership.objects.create(
            person=person,
            cell=cell,
            status=one.get("status", Membership.Status.OFFICIAL),
            first_day=cell.first_day,
        )
    for status, document, *days in one.get("voting", ()):
        VotingStatus.objects.create(person=person, status=status, document=document, **_days(days))
    for body, position, *days in one.get("posts", ()):
        Post.objects.create(
            person=person, body=province.bodies[body], position=position, **_days(days)
        )
    return person


def _days(days: list[Any]) -> dict[str, Any]:
    return {"first_day": days[0], "last_day": days[1]}
