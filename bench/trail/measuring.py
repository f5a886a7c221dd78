"""The auditors' page beside the fetch of what it shows, for who traces a few files and for who traces them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from bench import databases, rounds
from bench.province.told import TODAY
from cases.paging import Place
from cases.readers import AUDITOR
from cases.tracing import Auditor, Sought, statement
from desk.gathering.tracing import PAGE, trace_page
from proof.reader import as_the_system
from registry.models import Body, BodyKind, Person, Post

#: Statements of a page, and how many times the fetch it may take.
STATEMENTS, TIMES = 4, 5.0
FETCH, GATHERED, WHOLE = "the fetch alone", "in words", "page"


def measure(world: str, count: int) -> dict[str, Any]:
    """Return what each side needs in a copy of `world`, and whether the goals are met."""
    found: dict[str, Any] = {"readers": {}}
    with databases.copy_of(world):
        with databases.as_owner(databases.RUN):
            people = _auditors()
        for name, person in people.items():
            found["readers"][name] = _measured(person, count)
    found["goals"] = [
        goal
        for name, one in found["readers"].items()
        for goal in (
            _goal(f"{name}: statements of a page", one["statements"], STATEMENTS),
            _goal(f"{name}: × the fetch alone", one["sides"][WHOLE]["ratio"], TIMES),
        )
    ]
    return found


def _measured(person: Person, count: int) -> dict[str, Any]:
    with CaptureQueriesContext(connection) as asked:
        page = trace_page(Auditor.of(person, TODAY), QueryDict())
    deeds: dict[str, Callable[[], object]] = {
        FETCH: _fetch(person),
        GATHERED: lambda: trace_page(Auditor.of(person, TODAY), QueryDict()),
        WHOLE: lambda: render_to_string(
            "pages/audit/explorer.html",
            {"page": trace_page(Auditor.of(person, TODAY), QueryDict())},
        ),
    }
    times = rounds.run({name: [deed] * count for name, deed in deeds.items()})
    return {
        "rows": len(page.rows),
        "statements": len(asked.captured_queries),
        "sides": {name: spent.as_json(times[FETCH]) for name, spent in times.items()},
    }


def _fetch(person: Person) -> Callable[[], object]:
    """The rows of the page as the database gives them, and nothing done with them."""
    auditor = Auditor.of(person, TODAY)
    assert auditor is not None
    text, values = statement(auditor, auditor.files(), Sought(), Place(), PAGE + 1)

    @as_the_system()
    def fetch() -> object:
        with connection.cursor() as cursor:
            cursor.execute(text, values)
            return cursor.fetchall()

    return fetch


def _auditors() -> dict[str, Person]:
    """Who audits two committees of the province, and who audits every one."""
    bodies = list(Body.objects.filter(kind=BodyKind.INSPECTION).order_by("pk"))
    return {
        "auditor of two committees": _auditor("Lục Văn Thử Hai", bodies[:2]),
        f"auditor of all {len(bodies)}": _auditor("Lục Văn Thử Cả", bodies),
    }


def _auditor(name: str, bodies: list[Body]) -> Person:
    person = Person.objects.create(full_name=name)
    Post.objects.bulk_create(
        Post(person=person, body=body, position=AUDITOR, first_day="2020-01-01") for body in bodies
    )
    return person


def _goal(text: str, found: float, most: float) -> dict[str, Any]:
    return {"goal": text, "found": found, "at_most": most, "met": found <= most}
