"""Finding files and papers by words, of what one person may open: the newest first, a page at a time.

Words are looked for way by way, among the files that the way leads to and in no others: what lies in a
file that somebody may not open is neither found nor come across.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from cases import opened
from cases.models import Case, RecordPaper
from cases.paging import Leaf, Place, leaf
from cases.queries import matters, papers_for, with_next_deadline
from permissions.ways import Part, Way
from registry.models import Person
from registry.names import as_query

#: Papers of open files that are asked at once whether they may be opened too, and how often for one page.
_ASKED_AT_ONCE, _TIMES = 100, 3

_OF_FILES = """SELECT w.case_id AS found FROM ({files}) AS files JOIN cases_filewords w ON w.case_id = files.pk
    WHERE {body}w.{words} @@ %s::tsquery AND {asked} ORDER BY w.case_id {way} LIMIT %s"""
_OF_PAPERS = """SELECT w.paper_id AS found FROM ({files}) AS files JOIN cases_paperwords w ON w.case_id = files.pk
    WHERE {body}w.words @@ %s::tsquery AND {asked} ORDER BY w.paper_id {way} LIMIT %s"""
_BODY = f"w.body_id = {opened.THROUGH} AND "
_OF_EACH = """SELECT page.found FROM ({bodies}) AS through (body)
    CROSS JOIN LATERAL ({page}) AS page ORDER BY page.found {way} LIMIT %s"""


def find_files(
    person: Person,
    at: date,
    words: str,
    place: Place[int],
    size: int,
    among: QuerySet[Case] | None = None,
) -> Leaf[Any]:
    """Return one page of the files that `words` find, of those `person` may open on `at` and among `among`.

    Whoever reads only the heading of a file finds it by its heading; whoever reads its evidence by all
    that lies in it. Each with its next deadline. Two statements.
    """
    if not (query := as_query(words)):
        return Leaf([])
    arms, only = _ways_to_words(person, at), _among(among)

    def read(here: Place[int], limit: int) -> list[Any]:
        keys = _keys(_OF_FILES, arms, query, "w.case_id", only, here, limit)
        cases = with_next_deadline(Case.objects.filter(pk__in=keys)).select_related("body")
        return list(cases.order_by("pk" if here.back else "-pk"))

    return leaf(read, place, size)


def find_papers(
    person: Person, at: date, words: str, place: Place[int], size: int
) -> Leaf[RecordPaper]:
    """Return one page of the papers that `words` find, of those `person` may open on the day `at`."""
    if not (query := as_query(words)):
        return Leaf([])
    arms = [(arm, {}) for arm in opened.arms(person, at, every_file, Part.HEADER)]
    return leaf(partial(_openable, person, at, query, arms), place, size)


def _ways_to_words(person: Person, at: date) -> list[tuple[opened.Arm, dict[str, str]]]:
    """Each way to files, with the words it opens: those of the heading stand among all words too.

    A post in the handling body opens more or less by position, and is asked for both.
    """
    inside = [
        arm
        for arm in opened.arms(person, at, matters, Part.EVIDENCE)
        if arm.way is not Way.CALLED  # meetings alone
    ]
    asked = {arm.way for arm in inside} - {Way.BODY} | {Way.CALLED}
    heading = [arm for arm in opened.arms(person, at, matters, Part.HEADER) if arm.way not in asked]
    return [
        *((arm, {"words": "inside"}) for arm in inside),
        *((arm, {"words": "heading"}) for arm in heading),
    ]


def every_file(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Leave nothing out: papers of meetings are found too."""
    return cases


def _openable(
    person: Person, at: date, query: str, arms: Any, place: Place[int], limit: int
) -> list[RecordPaper]:
    """Read at most `limit` papers: those of open files, and of them those that open themselves."""
    found: list[RecordPaper] = []
    for _time in range(_TIMES):
        keys = _keys(_OF_PAPERS, arms, query, "w.paper_id", ("", []), place, _ASKED_AT_ONCE)
        if keys:
            held = papers_for(person, at).filter(paper__in=keys).select_related("paper", "case")
            found += held.defer("paper__values").order_by("paper" if place.back else "-paper")
        if len(keys) < _ASKED_AT_ONCE or len(found) >= limit:
            break
        place = Place(keys[-1], back=place.back)
    return found[:limit]


def _among(cases: QuerySet[Case] | None) -> tuple[str, list[object]]:
    if cases is None:
        return "", []
    inner, values = cases.values("pk").query.sql_with_params()
    return f" AND w.case_id IN ({inner})", list(values)


def _keys(
    pattern: str,
    arms: Sequence[tuple[opened.Arm, dict[str, str]]],
    query: str,
    key: str,
    only: tuple[str, list[object]],
    place: Place[int],
    limit: int,
) -> list[int]:
    """The keys of one page: of each way a page, of each body it leads through, merged."""
    way = "ASC" if place.back else "DESC"
    asked, values = "true" + only[0], list(only[1])
    if place.key is not None:
        asked += f" AND {key} {'>' if place.back else '<'} %s"
        values.append(place.key)
    pages, said = [], list[object]()
    for arm, named in arms:
        files, there = arm.files
        body = _BODY if arm.bodies else ""
        page = pattern.format(files=files, body=body, asked=asked, way=way, **named)
        own = [*there, query, *values, limit]
        if arm.bodies is not None:
            bodies, through = arm.bodies
            page = _OF_EACH.format(bodies=bodies, page=page, way=way)
            own = [*through, *own, limit]
        pages.append(f"({page})")
        said += own
    every = " UNION ".join(pages)
    statement = f"SELECT found FROM ({every}) AS every ORDER BY found {way} LIMIT %s"  # noqa: S608 -- kept text
    with connection.cursor() as cursor:
        cursor.execute(statement, [*said, limit])
        return [row[0] for row in cursor.fetchall()]
