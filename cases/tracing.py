"""Everything an auditor may trace, over all files, in one order of time: one statement a page.

Deeds on files, reads, exceptions and emergencies, looks into envelopes, changes of the law, of offices and of the
registers overseen, lines of the number books, looks at what was declared of relations abroad: each source is read
from its own table, the newest first, and only as far as a page goes. Which files are meant is the one rule of
visibility (`cases.queries.visible_to`), for the part `Part.HISTORY`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from django.db import connection
from django.utils import timezone

from cases.paging import Leaf, Place, leaf
from cases.queries import visible_to
from permissions.exceptions import GrantKind
from permissions.vault.rights import POSITIONS as KNOW_ENVELOPES
from permissions.ways import Part, positions_opening
from proof.reader import as_the_system
from registry.journeys.rights import overseen_from
from registry.models import Body, Person, Post, held_by
from registry.names import search_key
from workflows.everyday import correction
from workflows.everyday.records import answer_rule, release_rule


class Source(StrEnum):
    """Where an entry is read from; in the order in which entries of one moment stand."""

    STEP = "buoc"
    READ = "doc"
    GRANT = "ngoai_le"
    ENVELOPE = "phong_bi"
    LAW = "luat"
    OFFICE = "chuc_vu"
    BOOK = "so_van_ban"
    FOREIGN = "doc_ke_khai"


class Kind(StrEnum):
    """What kind of entry one looks for; of deeds every one, but no reads."""

    DEEDS = ""
    STEPS = "buoc"
    CORRECTIONS = "dinh_chinh"
    ANSWERS = "tra_loi"
    RELEASES = "cho_phep"
    LAW = "luat"
    EXCEPTIONS = "ngoai_le"
    EMERGENCIES = "khan_cap"
    ENVELOPES = "phong_bi"
    OFFICES = "chuc_vu"
    BOOKS = "so_van_ban"
    READS = "doc"
    FOREIGN = "doc_ke_khai"


#: The steps that are meant by a kind narrower than all steps.
_STEPS: Mapping[str, Sequence[str]] = {
    Kind.CORRECTIONS: (correction.ASK, correction.CONFIRM, correction.SETTLE),
    Kind.ANSWERS: (answer_rule.__name__,),
    Kind.RELEASES: (release_rule.__name__,),
}
_GRANTS = {Kind.EXCEPTIONS: GrantKind.EXCEPTION, Kind.EMERGENCIES: GrantKind.EMERGENCY}
_SOURCES: Mapping[str, Sequence[Source]] = {
    Kind.DEEDS: [one for one in Source if one not in (Source.READ, Source.FOREIGN)],
    Kind.STEPS: [Source.STEP],
    **{kind: [Source.STEP] for kind in _STEPS},
    Kind.LAW: [Source.LAW],
    Kind.EXCEPTIONS: [Source.GRANT],
    Kind.EMERGENCIES: [Source.GRANT],
    Kind.ENVELOPES: [Source.ENVELOPE],
    Kind.OFFICES: [Source.OFFICE],
    Kind.BOOKS: [Source.BOOK],
    Kind.READS: [Source.READ, Source.FOREIGN],
    Kind.FOREIGN: [Source.FOREIGN],
}


@dataclass(frozen=True)
class Sought:
    """What one looks for: who, what, when (both days inclusive, as recorded), where, under which law.

    `law` is part of a citation, or the whole id of a rule. Empty values narrow nothing.
    """

    kind: str = Kind.DEEDS
    who: str = ""
    since: date | None = None
    until: date | None = None
    file: str = ""
    body: int | None = None
    law: str = ""


#: The place of an entry in the order: its moment, the rank of its source, its number there.
Key = tuple[datetime, int, int]


@dataclass(frozen=True)
class Traced:
    """One entry: who did it, when, as what, in which body, in which file; `told` is what its table says beside."""

    source: Source
    number: int
    at: datetime
    who: str
    position: str
    body: str
    file: str
    procedure: str
    told: Mapping[str, Any]

    @property
    def key(self) -> Key:
        """Its place in the order."""
        return self.at, _RANK[self.source], self.number


@dataclass(frozen=True)
class Auditor:
    """Whose entries may be traced: the reader, the day, the bodies in which they hold a post that traces.

    `keeping` are those of them whose envelopes they may know of: a post that is lent opens none. `units` are the
    organisations whose registers they oversee as an auditor of files.
    """

    person: Person
    day: date
    bodies: Sequence[Body]
    keeping: Sequence[int] = ()
    units: Sequence[int] = ()

    @classmethod
    def of(cls, person: Person, day: date) -> Auditor | None:
        """The reader as one who traces; None for whoever traces no body's files. One statement."""
        posts = (
            Post.objects.filter(held_by(person, day), position__in=positions_opening(Part.HISTORY))
            .select_related("body")
            .annotate(overseen=overseen_from(day))
        )
        held = list(posts.order_by("body__name"))
        bodies = {post.body_id: post.body for post in held}
        own = (one for one in held if one.person_id == person.pk and one.position in KNOW_ENVELOPES)
        keeping = sorted({post.body_id for post in own})
        units = sorted({one for post in held for one in post.overseen or ()})
        return cls(person, day, list(bodies.values()), keeping, units) if bodies else None

    def files(self) -> list[int]:
        """The numbers of the files whose history the reader may trace; both walls have been asked. One statement."""
        found = visible_to(self.person, self.day, Part.HISTORY)
        return list(found.values_list("pk", flat=True))


def page_of(auditor: Auditor, sought: Sought, place: Place[Key], size: int) -> Leaf[Traced]:
    """The page of at most `size` entries at `place`, the newest first. Two statements."""
    files = auditor.files()
    return leaf(lambda at, limit: read(auditor, files, sought, at, limit), place, size)


@as_the_system()  # of the files that both walls have opened, and of the bodies the reader traces, no others
def read(
    auditor: Auditor, files: Sequence[int], sought: Sought, place: Place[Key], limit: int
) -> list[Traced]:
    """At most `limit` entries from a place on, the nearest first, of `files` and beside them. One statement."""
    text, values = statement(auditor, files, sought, place, limit)
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        return [_traced(row) for row in cursor.fetchall()]


def statement(
    auditor: Auditor, files: Sequence[int], sought: Sought, place: Place[Key], limit: int
) -> tuple[str, list[Any]]:
    """The statement of `read`, and its values."""
    arms = [
        arm
        for source in _SOURCES[sought.kind]
        if (arm := _arm(source, auditor, files, sought, place, limit))
    ]
    text = " UNION ALL ".join(f"({sql})" for sql, _values in arms) or _NOTHING
    values = [value for _sql, own in arms for value in own]
    return f"SELECT * FROM ({text}) AS every {_order(place)} LIMIT %s", [*values, limit]  # noqa: S608 -- constants


def _order(place: Place[Key]) -> str:
    turn = "ASC" if place.back else "DESC"
    return f"ORDER BY at {turn}, rank {turn}, number {turn}"


def _arm(
    source: Source,
    auditor: Auditor,
    files: Sequence[int],
    sought: Sought,
    place: Place[Key],
    limit: int,
) -> tuple[str, list[Any]] | None:
    """The newest rows of one source that are sought, then told; None where it has nothing of the kind."""
    table = _TABLES[source]
    narrowed = list(_narrowed(source, table, sought))
    if None in narrowed:
        return None
    bodies, units = [one.pk for one in auditor.bodies], list(auditor.units)
    within: Mapping[Source, Sequence[Sequence[int]]] = {
        Source.ENVELOPE: [auditor.keeping], Source.OFFICE: [bodies, units], Source.BOOK: [files, bodies],
        Source.FOREIGN: [units],
    }  # fmt: skip
    conditions = [
        ("", [list(one) for one in within.get(source, [files])]),
        *(one for one in narrowed if one),
        *_from(source, table, place),
    ]
    text = "".join(sql for sql, _values in conditions)
    rows = (
        f"(SELECT {table.at} AS at, {_RANK[source]} AS rank, {table.number} AS number "  # noqa: S608 -- constants
        f"FROM {table.rows}{text} {_order(place)} LIMIT %s)"
    )
    values = [value for _sql, own in conditions for value in own]
    told = table.told.replace("{page}", rows).replace("{laid}", _LAID).replace("{gone}", _GONE)
    return told, [*values, limit]


#: A condition with its values; None where the source knows nothing of what is sought.
_Condition = tuple[str, list[Any]] | None


def _narrowed(source: Source, table: _Table, sought: Sought) -> Iterator[_Condition]:
    if source is Source.STEP and sought.kind in _STEPS:
        yield " AND r.step = ANY(%s)", [list(_STEPS[sought.kind])]
    if source is Source.GRANT and sought.kind in _GRANTS:
        yield " AND r.kind = %s", [_GRANTS[sought.kind]]
    if sought.who:
        key = f"%{search_key(sought.who)}%"
        named = f" AND EXISTS (SELECT FROM registry_person w WHERE w.id = {table.who} AND w.search_key LIKE %s)"
        yield named, [key]
    if sought.since:
        yield f" AND {table.at} >= %s", [_midnight(sought.since)]
    if sought.until:
        yield f" AND {table.at} < %s", [_midnight(sought.until + timedelta(days=1))]
    if sought.file:
        yield (f" AND {table.file} = %s", [sought.file]) if table.file else None
    if sought.body:
        yield (f" AND {table.body} = %s", [sought.body]) if table.body else None
    if sought.law:
        yield (f" AND {table.law}", [sought.law, f"%{sought.law}%"]) if table.law else None


def _from(source: Source, table: _Table, place: Place[Key]) -> Iterator[tuple[str, list[Any]]]:
    if place.key is None:
        return
    at, rank, number = place.key
    sign = ">" if place.back else "<"
    yield f" AND {table.at} {sign}= %s", [at]
    beyond = f" AND ({table.at} {sign} %s OR ({_RANK[source]}, {table.number}) {sign} (%s, %s))"
    yield beyond, [at, rank, number]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _traced(row: Sequence[Any]) -> Traced:
    at, rank, number, who, position, body, file, procedure, told = row
    told = json.loads(told) if isinstance(told, str) else told
    return Traced(
        list(Source)[rank], number, at, who or "", position or "", body or "", file or "", procedure or "", told
    )  # fmt: skip


# Each source ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Table:
    """How one source is read: its rows narrowed and put in order first, then told.

    `rows` is its FROM and the files or bodies it is narrowed to; `at`, `who`, `body`, `file`, `law` are what filters
    ask for (empty: it knows none of that, so such a filter leaves nothing of it); `told` tells the rows of {page}.
    """

    rows: str
    at: str
    number: str
    who: str
    body: str
    file: str
    told: str
    law: str = ""


_RANK = {source: rank for rank, source in enumerate(Source)}

_LAID = """(SELECT json_agg(json_build_array(f.number, f.kind, f.facts, f.words, q.step) ORDER BY f.number)
  FROM cases_filerow f JOIN cases_steprecord q ON q.id = f.laid_by_id WHERE f.laid_by_id = r.id)"""
_GONE = _LAID.replace("WHERE f.laid_by_id", "WHERE f.superseded_by_id")

_TABLES: Mapping[Source, _Table] = {
    Source.STEP: _Table(
        rows="cases_steprecord r JOIN cases_case c ON c.id = r.case_id WHERE r.case_id = ANY(%s)",
        at="r.recorded_at", number="r.id", who="r.actor_id", body="c.body_id", file="c.reference",
        law="""EXISTS (SELECT FROM jsonb_array_elements(r.hits) h
          WHERE h ->> 'rule' = %s OR h ->> 'citation' ILIKE %s)""",
        told="""SELECT x.at, x.rank, x.number, a.full_name, o.position, b.name, c.reference, c.procedure,
          json_build_object('sequence', r.sequence, 'records', c.records, 'step', r.step, 'finding', r.finding,
            'from', r.from_stage, 'to', r.to_stage, 'on', r.acted_on, 'inputs', r.inputs, 'hash', r.hash,
            'hits', (SELECT json_agg(json_build_array(h ->> 'rule', h ->> 'citation', h ->> 'label'))
              FROM jsonb_array_elements(r.hits) h WHERE h ->> 'citation' <> ''),
            'behalf', p.name, 'laid', {laid}, 'gone', {gone})
          FROM {page} x JOIN cases_steprecord r ON r.id = x.number JOIN cases_case c ON c.id = r.case_id
          JOIN registry_person a ON a.id = r.actor_id JOIN registry_body b ON b.id = r.body_id
          LEFT JOIN registry_post o ON o.id = r.post_id LEFT JOIN registry_body p ON p.id = r.on_behalf_of_id""",
    ),
    Source.READ: _Table(
        rows="cases_readentry r JOIN cases_case c ON c.id = r.case_id WHERE r.case_id = ANY(%s)",
        at="r.at", number="r.id", who="r.person_id", body="c.body_id", file="c.reference",
        told="""SELECT x.at, x.rank, x.number, a.full_name, o.position, b.name, c.reference, c.procedure,
          json_build_object('part', r.part, 'detail', r.detail, 'way', r.way, 'surface', r.surface,
            'purpose', r.purpose)
          FROM {page} x JOIN cases_readentry r ON r.id = x.number JOIN cases_case c ON c.id = r.case_id
          JOIN registry_person a ON a.id = r.person_id
          LEFT JOIN registry_post o ON o.id = r.post_id LEFT JOIN registry_body b ON b.id = o.body_id""",
    ),
    Source.GRANT: _Table(
        rows="""permissions_personalgrant r JOIN cases_case c ON c.id = r.object_pk::bigint
          JOIN django_content_type t ON t.id = r.content_type_id
          WHERE t.app_label = 'cases' AND t.model = 'case' AND c.id = ANY(%s)""",
        at="r.given_at", number="r.id", who="r.given_by_id", body="c.body_id", file="c.reference",
        told="""SELECT x.at, x.rank, x.number, a.full_name, o.position, b.name, c.reference, c.procedure,
          json_build_object('kind', r.kind, 'to', h.full_name, 'reason', r.reason, 'document', r.document,
            'purpose', r.purpose, 'first', r.first_day, 'last', r.last_day, 'until', r.until,
            'ended', r.ended_at, 'why', r.ended_why)
          FROM {page} x JOIN permissions_personalgrant r ON r.id = x.number
          JOIN cases_case c ON c.id = r.object_pk::bigint
          JOIN registry_person a ON a.id = r.given_by_id JOIN registry_person h ON h.id = r.person_id
          LEFT JOIN registry_post o ON o.id = r.given_as_id LEFT JOIN registry_body b ON b.id = o.body_id""",
    ),
    Source.ENVELOPE: _Table(
        rows="""permissions_envelopeentry r JOIN permissions_envelope c ON c.id = r.envelope_id
          WHERE c.body_id = ANY(%s)""",
        at="r.recorded_at", number="r.id", who="r.actor_id", body="c.body_id", file="",
        told="""SELECT x.at, x.rank, x.number, a.full_name, o.position, b.name, '', '',
          json_build_object('deed', r.deed, 'alias', c.alias, 'on', r.acted_on, 'sequence', r.sequence,
            'records', c.records, 'hash', r.hash)
          FROM {page} x JOIN permissions_envelopeentry r ON r.id = x.number
          JOIN permissions_envelope c ON c.id = r.envelope_id
          JOIN registry_person a ON a.id = r.actor_id JOIN registry_body b ON b.id = c.body_id
          LEFT JOIN registry_post o ON o.id = r.post_id""",
    ),
    Source.LAW: _Table(
        rows="""(SELECT l.id * 2 AS id, l.proposed_at AS at, l.proposed_by_id AS by, l.id AS proposal, l.rule
            FROM cases_lawproposal l
          UNION ALL SELECT d.id * 2 + 1, d.confirmed_at, d.confirmed_by_id, d.proposal_id, l.rule
            FROM cases_adoption d JOIN cases_lawproposal l ON l.id = d.proposal_id) r WHERE %s::bigint[] IS NOT NULL""",
        at="r.at", number="r.id", who="r.by", body="", file="",
        law="(r.rule = %s OR r.rule ILIKE %s)",
        told="""SELECT x.at, x.rank, x.number, a.full_name, o.position, b.name, '', '',
          json_build_object('rule', l.rule, 'content', l.content, 'replaces', l.replaces, 'proposal', l.id,
            'answers', x.number %% 2 = 1, 'version', d.version, 'number', d.number, 'reason', d.reason)
          FROM {page} x LEFT JOIN cases_adoption d ON x.number %% 2 = 1 AND d.id = x.number / 2
          JOIN cases_lawproposal l ON l.id = coalesce(d.proposal_id, x.number / 2)
          JOIN registry_person a ON a.id = coalesce(d.confirmed_by_id, l.proposed_by_id)
          JOIN registry_post o ON o.id = coalesce(d.post_id, l.post_id) JOIN registry_body b ON b.id = o.body_id""",
    ),
    Source.OFFICE: _Table(
        rows="registry_registerentry r WHERE (r.body_id = ANY(%s) OR r.organisation_id = ANY(%s))",
        at="r.recorded_at", number="r.id", who="r.by_id", body="r.body_id", file="",
        told="""SELECT x.at, x.rank, x.number, a.full_name, NULL, b.name, '', '',
          json_build_object('deed', r.deed, 'sequence', r.sequence, 'hash', r.hash,
            'about', CASE WHEN r.deed <> 'ke_khai_nn' THEN h.full_name END,
            'since', coalesce(r.content::jsonb #>> '{after,first_day}', r.content::jsonb ->> 'on'))
          FROM {page} x JOIN registry_registerentry r ON r.id = x.number
          LEFT JOIN registry_person a ON a.id = r.by_id LEFT JOIN registry_body b ON b.id = r.body_id
          LEFT JOIN registry_person h ON h.id = r.person_id""",
    ),
    Source.BOOK: _Table(
        rows="""documents_bookentry r LEFT JOIN cases_recordpaper p ON p.paper_id = r.paper_id
          LEFT JOIN cases_case c ON c.id = p.case_id
          WHERE (p.case_id = ANY(%s) OR p.case_id IS NULL AND r.body_id = ANY(%s))""",
        at="r.recorded_at", number="r.id", who="(r.content::jsonb ->> 'by')::bigint", body="r.body_id",
        file="c.reference",
        told="""SELECT x.at, x.rank, x.number, a.full_name, NULL, b.name, c.reference, c.procedure,
          json_build_object('deed', r.deed, 'sequence', r.sequence, 'hash', r.hash, 'on', r.content::jsonb ->> 'on',
            'number', coalesce(d.number_text, r.content::jsonb ->> 'number'), 'title', d.title)
          FROM {page} x JOIN documents_bookentry r ON r.id = x.number JOIN registry_body b ON b.id = r.body_id
          LEFT JOIN documents_paper d ON d.id = r.paper_id
          LEFT JOIN cases_recordpaper p ON p.paper_id = r.paper_id LEFT JOIN cases_case c ON c.id = p.case_id
          LEFT JOIN registry_person a ON a.id = (r.content::jsonb ->> 'by')::bigint""",
    ),
    Source.FOREIGN: _Table(
        rows="cases_foreignread r WHERE r.unit_id = ANY(%s)",
        at="r.at", number="r.id", who="r.by_id", body="", file="",
        told="""SELECT x.at, x.rank, x.number, a.full_name, o.position, b.name, '', '',
          json_build_object('way', r.way, 'about', h.full_name, 'reason', r.reason)
          FROM {page} x JOIN cases_foreignread r ON r.id = x.number JOIN registry_person a ON a.id = r.by_id
          JOIN registry_person h ON h.id = r.about_id LEFT JOIN registry_post o ON o.id = r.post_id
          LEFT JOIN registry_body b ON b.id = o.body_id""",
    ),
}  # fmt: skip

_NOTHING = """SELECT now() AS at, 0 AS rank, 0::bigint AS number, '' AS who, '' AS position, '' AS body, '' AS file,
  '' AS procedure, '{}'::json AS told WHERE false"""
