"""The two walls side by side: what Python's queries show to a person, and what the database does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import Q
from psycopg2 import extensions

from cases.foreign import access_to
from cases.models import StepRecord
from cases.queries import papers_for, visible_to
from cases.readers import own
from cases.second_wall import WALLED
from documents.copy_models import Copy
from documents.models import Custody, Original, Print, SignedState
from permissions.vault import rights
from permissions.vault.models import EnvelopeEntry
from permissions.ways import Part
from proof import reader
from registry.journey_models import ForeignRelation
from registry.models import Person

Rows = dict[str, set[int]]


def first_wall(person: Person, day: date) -> Rows:
    """The rows of each walled table that the site's own queries open to `person` on `day`."""
    seen, inside, drafts, history = (
        _keys(visible_to(person, day, part))
        for part in (Part.HEADER, Part.EVIDENCE, Part.DRAFTS, Part.HISTORY)
    )
    prepares = Q(step__startswith="draft_")
    traced = ~prepares & Q(case__in=inside | history) | prepares & Q(case__in=drafts)
    their_own = Q(actor=person, case__in=seen - _about(person))
    papers = set(papers_for(person, day).values_list("paper", flat=True))
    envelopes = rights.visible_to(person, day)
    return {
        "cases_case": seen,
        "cases_steprecord": _keys(StepRecord.objects.filter(traced | their_own)),
        "documents_paper": papers,
        "documents_print": _keys(Print.objects.filter(paper__in=papers)),
        "documents_signedstate": _keys(SignedState.objects.filter(paper__in=papers)),
        "documents_copy": _keys(Copy.objects.filter(paper__in=papers)),
        "documents_original": _keys(Original.objects.filter(paper__in=papers)),
        "documents_custody": _keys(Custody.objects.filter(paper__in=papers)),
        "permissions_envelope": _keys(envelopes),
        "permissions_envelopeentry": _keys(EnvelopeEntry.objects.filter(envelope__in=envelopes)),
        "permissions_sealedidentity": set(),
        "registry_foreignrelation": _keys(
            ForeignRelation.objects.filter(person__in=_open(person, day))
        ),
    }


def second_wall(person: Person, day: date) -> Rows:
    """The rows that the database shows for `person` on `day` to a statement without any condition."""
    with reader.as_person(person.pk, day):
        return everything()


def everything() -> Rows:
    """Every row of each walled table that the database shows to whoever asks now."""
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in WALLED}


def without_the_setting() -> Rows:
    """What the login `app` sees from a cursor that says nothing of whom it asks for."""
    with connection.connection.cursor(cursor_factory=extensions.cursor) as cursor:
        cursor.execute(f"RESET {reader.SETTING}")
        return {table: _rows(cursor, table) for table in WALLED}


def agree(days: Iterable[date], *people: Person) -> dict[str, int]:
    """Compare both walls for `people`, or else everybody, on `days`; return the rows that somebody saw."""
    seen: dict[str, set[int]] = {table: set() for table in WALLED}
    for day in days:
        for person in people or Person.objects.order_by("pk"):
            first, second = first_wall(person, day), second_wall(person, day)
            for table in WALLED:
                assert second[table] == first[table], (person.full_name, day, table)
                seen[table] |= first[table]
    return {table: len(rows) for table, rows in seen.items()}


def _about(person: Person) -> set[int]:
    return set(
        own(person)
        .model.objects.filter(person=person, superseded_by=None)
        .values_list("case", flat=True)
    )


def _open(reader: Person, day: date) -> list[Person]:
    """Whose declarations open to the reader in one way or another."""
    declared = Person.objects.filter(foreign_relations__isnull=False).distinct()
    return [holder for holder in declared if access_to(holder, reader, day)]


def _keys(found) -> set[int]:
    return set(found.values_list("pk", flat=True))


def _rows(cursor, table: str) -> set[int]:
    key = "paper_id" if table == "documents_print" else "id"
    cursor.execute(f"SELECT {key} FROM {table}")
    return {row[0] for row in cursor.fetchall()}
