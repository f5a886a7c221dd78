"""Finding files and papers by words, of what one person may open: the newest first, a page at a time.

Words are looked for way by way, among the files that the way leads to and in no others: what lies in a
file that somebody may not open is neither found nor come across.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

#: A way in, and what of the words it opens.
WordsWay = tuple[opened.Arm, dict[str, str]]
#: Papers of open files that are asked at once whether they may be opened too, and how often for one page.
_ASKED_AT_ONCE, _TIMES = 100, 3

#: Where the words lie, and by what their rows are known.
_OF_FILES = {"table": "cases_filewords", "key": "case_id"}
_OF_PAPERS = {"table": "cases_paperwords", "key": "paper_id", "words": "words"}

_PAGE = """SELECT w.{key} AS found FROM ({files}) AS files JOIN {table} w ON w.case_id = files.pk
    WHERE {body}w.{words} @@ %s::tsquery AND {asked} ORDER BY w.{key} {way} LIMIT %s"""
_BODY = f"w.body_id = {opened.THROUGH} AND "
#: Before all that words find in one body its newest rows are looked through, and no further where they fill the page:
#: common words stand in them, and rare ones cost little to miss.
_NEAR = 1000
_NEAR_FIRST = """WITH newest AS MATERIALIZED (SELECT w.{key} AS found, w.case_id, w.{words} @@ %s::tsquery AS hit
    FROM {table} w WHERE {body}{asked} ORDER BY w.{key} {way} LIMIT {near}),
  near AS MATERIALIZED (SELECT w.found FROM ({files}) AS files JOIN newest w ON w.case_id = files.pk WHERE w.hit)
  SELECT found FROM near UNION ALL SELECT far.found FROM ({page}) AS far
    WHERE (SELECT count(*) FROM near) < %s AND (SELECT count(*) FROM newest) = {near}"""
#: Of so many bodies of a way each is asked by its number: the database then weighs whether the words are many
#: there, and reads the newest files until a page is full, or few, and looks the words up.
_NAMED = 12
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
    that lies in it. Each with its next deadline. Three statements.
    """
    if not (query := as_query(words)):
        return Leaf([])
    arms, only = _named(_ways_to_words(person, at)), _among(among)

    def read(here: Place[int], limit: int) -> list[Any]:
        keys = _keys(_OF_FILES, arms, query, only, here, limit)
        cases = with_next_deadline(Case.objects.filter(pk__in=keys)).select_related("body")
        return list(cases.order_by("pk" if here.back else "-pk"))

    return leaf(read, place, size)


def find_papers(
    person: Person, at: date, words: str, place: Place[int], size: int
) -> Leaf[RecordPaper]:
    """Return one page of the papers that `words` find, of those `person` may open on the day `at`."""
    if not (query := as_query(words)):
        return Leaf([])
    arms = _named([(arm, {}) for arm in opened.arms(person, at, every_file, Part.HEADER)])
    return leaf(partial(_openable, person, at, query, arms), place, size)


def _ways_to_words(person: Person, at: date) -> list[WordsWay]:
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


def _named(arms: Sequence[WordsWay]) -> list[WordsWay]:
    """Each way through few bodies as one way for each of them, by its number; one through none is left out."""
    asked = [arm.bodies for arm, _words in arms if arm.bodies]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(f'ARRAY({bodies})' for bodies, _values in asked)}",
            [value for _bodies, values in asked for value in values],
        )
        through = dict(zip(map(id, asked), cursor.fetchone(), strict=True))
    found = []
    for arm, words in arms:
        bodies = through[id(arm.bodies)] if arm.bodies else None
        if bodies is None or len(bodies) > _NAMED:
            found.append((arm, words))
            continue
        files, values = arm.files
        for body in bodies:
            of_body = files.replace(opened.THROUGH, str(body))
            named = {**words, "body": _BODY.replace(opened.THROUGH, str(body))}
            found.append((opened.Arm(arm.way, (of_body, values), None), named))
    return found


def every_file(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Leave nothing out: papers of meetings are found too."""
    return cases


def _openable(
    person: Person, at: date, query: str, arms: Any, place: Place[int], limit: int
) -> list[RecordPaper]:
    """Read at most `limit` papers: those of open files, and of them those that open themselves."""
    found: list[RecordPaper] = []
    for _time in range(_TIMES):
        keys = _keys(_OF_PAPERS, arms, query, ("", []), place, _ASKED_AT_ONCE)
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
    where: Mapping[str, str],
    arms: Sequence[WordsWay],
    query: str,
    only: tuple[str, list[object]],
    place: Place[int],
    limit: int,
) -> list[int]:
    """The keys of one page: of each way a page, of each body it leads through, merged."""
    way = "ASC" if place.back else "DESC"
    asked, values = "true" + only[0], list(only[1])
    if place.key is not None:
        asked += f" AND w.{where['key']} {'>' if place.back else '<'} %s"
        values.append(place.key)
    pages, said = [], list[object]()
    for arm, named in arms:
        files, there = arm.files
        parts = {
            "body": _BODY if arm.bodies else "",
            "files": files,
            "asked": asked,
            "way": way,
            **where,
            **named,
        }
        page, own = _PAGE.format(**parts), [*there, query, *values, limit]
        if "body" in named and not only[0]:
            page = _NEAR_FIRST.format(page=page, near=_NEAR, **parts)
            own = [query, *values, *there, *own, limit]
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
