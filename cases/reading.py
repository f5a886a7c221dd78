"""Reading one file whole, in one statement, whatever the length of its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

import law
from cases.prepared import Prepared
from permissions.conflicts import MANAGING, grounds
from permissions.roles import LEADING, ROLES_OF_POSITION, Relation, Role
from permissions.standing import Standing
from proof.reader import as_the_system
from workflows import catalogue
from workflows.aftermath import row_fact
from workflows.facts import (
    FURTHER_DOWN,
    RIGHT_UNDER,
    SAME,
    BodyFact,
    Facts,
    Finding,
    PaperFact,
    Subject,
    Taken,
)
from workflows.matter import Matter
from workflows.reviews import reviewed
from workflows.rows import RowKind


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks, on which day, and under which key of request."""

    person: int
    on: date
    today: date
    key: str = ""


@dataclass(frozen=True, slots=True)
class RouteRow:
    """One row of a body's routes as a file is read with it."""

    body: int
    paper: str
    first_day: date
    stations: tuple[str, ...]
    waits_for_opinions: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class Entered:
    """A step of the file since its reader last entered one on behalf of a body (that one first)."""

    sequence: int
    step: str
    by: int


@dataclass(frozen=True, slots=True)
class File:
    """A case as it lies: what the rule book may know, where the reader stands, where it may be led.

    `held` are the posts in which the reader can act: number, body, position. `since_entered` are the
    steps from the last one that the reader entered on behalf of a body that keeps its files on paper.
    """

    id: int
    reference: str
    body: int
    records: int
    head: str
    edition: str | None
    procedure: type[Matter]
    facts: Facts
    standing: Standing
    team: tuple[tuple[int, str], ...]
    next_number: int
    next_finding: int
    answered: dict[str, Any] | None
    routes: tuple[RouteRow, ...] = ()
    held: tuple[tuple[int, int, str], ...] = ()
    since_entered: tuple[Entered, ...] = ()


# OFFSET 0 keeps the planner from joining a whole register where a few rows are looked up, one step at a time.
# Two statements in one message: the second takes its own snapshot once the lock is held, so it sees
# what the winner of a race has written. (One statement with FOR UPDATE would read the older rows.)
_LOCK = "SELECT 1 FROM cases_case WHERE id = %(case)s FOR UPDATE;"

READ = Prepared(
    "read_file",
    {"case": "bigint", "on": "date", "person": "bigint", "key": "text"},
    """
SELECT c.id, c.reference, c.body_id, c.records, c.head,
  (SELECT e.edition_id FROM cases_steprecord e WHERE e.case_id = c.id AND e.sequence = c.records),
  c.procedure, c.stage, c.opened_on, c.moved_on,
  b.kind, (SELECT o.kind FROM registry_organisation o WHERE o.id = b.organisation_id),
  CASE WHEN b.kind = 'chi_bo' THEN (SELECT count(*) FROM registry_membership cm
     WHERE cm.cell_id = b.organisation_id AND cm.status = 'chinh_thuc'
     AND cm.first_day <= %(on)s AND (cm.last_day IS NULL OR cm.last_day >= %(on)s))
  ELSE (SELECT count(*) FROM registry_post p WHERE p.body_id = c.body_id
     AND p.position IN ('bi_thu', 'pho_bi_thu', 'chu_nhiem', 'pho_chu_nhiem', 'uy_vien')
     AND p.first_day <= %(on)s AND (p.last_day IS NULL OR p.last_day >= %(on)s)) END,
  (SELECT json_agg(json_build_array(s.number, s.person_id, s.organisation_id,
       coalesce(s.organisation_id, m.cell_id), m.status,
       (SELECT array_agg(DISTINCT pb.kind) FROM registry_post sp JOIN registry_body pb ON pb.id = sp.body_id
          WHERE sp.person_id = s.person_id AND sp.first_day <= %(on)s
          AND sp.position IN ('bi_thu', 'pho_bi_thu', 'chu_nhiem', 'pho_chu_nhiem', 'uy_vien')
          AND (sp.last_day IS NULL OR sp.last_day >= %(on)s)),
       (SELECT so.kind FROM registry_organisation so WHERE so.id = s.organisation_id),
       (WITH RECURSIVE up (id, steps) AS (SELECT s.organisation_id, 0 UNION ALL
          SELECT n.over, up.steps + 1 FROM up JOIN registry_organisation uo ON uo.id = up.id CROSS JOIN LATERAL (
            SELECT pl.parent_id AS over FROM registry_placement pl WHERE pl.organisation_id = up.id
              AND pl.first_day <= least(%(on)s, uo.last_day)
              AND (pl.last_day IS NULL OR pl.last_day >= least(%(on)s, uo.last_day))
            UNION ALL SELECT sc.successor_id FROM registry_succession sc
              WHERE sc.predecessor_id = up.id AND uo.last_day < %(on)s AND sc.day <= %(on)s) n
          WHERE up.steps < 20)
        SELECT min(steps) FROM up WHERE id = b.organisation_id),
       (SELECT true FROM registry_unittransfer ut WHERE ut.first_day <= %(on)s
          AND (ut.last_day IS NULL OR ut.last_day >= %(on)s) AND ut.organisation_id IN (
          WITH RECURSIVE over (id) AS (SELECT coalesce(s.organisation_id, m.cell_id) UNION
            SELECT pl.parent_id FROM over CROSS JOIN LATERAL (SELECT parent_id FROM registry_placement
            WHERE organisation_id = over.id
            AND first_day <= %(on)s AND (last_day IS NULL OR last_day >= %(on)s) OFFSET 0) pl)
          SELECT id FROM over) LIMIT 1),
       EXISTS (SELECT FROM registry_post lp WHERE lp.body_id = c.body_id AND lp.person_id = s.person_id
          AND lp.position = 'bi_thu' AND lp.first_day <= %(on)s
          AND (lp.last_day IS NULL OR lp.last_day >= %(on)s)),
       s.managed_on IS NOT NULL AND g.manager IS DISTINCT FROM CASE WHEN k.confirmed IS NULL THEN s.managed_by_id
         ELSE registry_manager_of(s.person_id, k.confirmed) END,
       EXISTS (WITH RECURSIVE over (id) AS (SELECT pl.parent_id FROM registry_placement pl
            WHERE pl.organisation_id = b.organisation_id
            AND pl.first_day <= %(on)s AND (pl.last_day IS NULL OR pl.last_day >= %(on)s)
          UNION SELECT pl.parent_id FROM over CROSS JOIN LATERAL (SELECT parent_id FROM registry_placement
            WHERE organisation_id = over.id
            AND first_day <= %(on)s AND (last_day IS NULL OR last_day >= %(on)s) OFFSET 0) pl)
          SELECT FROM over WHERE id = g.manager)) ORDER BY s.number)
     FROM cases_subject s LEFT JOIN LATERAL (SELECT cell_id, status FROM registry_membership
          WHERE person_id = s.person_id AND first_day <= %(on)s
          AND (last_day IS NULL OR last_day >= %(on)s) LIMIT 1) m ON TRUE
     LEFT JOIN LATERAL (SELECT registry_manager_of(s.person_id, %(on)s) AS manager
          WHERE s.person_id IS NOT NULL OFFSET 0) g ON TRUE
     LEFT JOIN LATERAL (SELECT q.acted_on AS confirmed FROM cases_filerow r
          JOIN cases_steprecord q ON q.id = r.laid_by_id
          WHERE r.case_id = c.id AND r.kind = 'tra_loi' AND r.superseded_by_id IS NULL
          AND r.facts ->> 'rule' = 'cadre.management.changed' ORDER BY r.number DESC LIMIT 1) k ON TRUE
     WHERE s.case_id = c.id AND s.superseded_by_id IS NULL),
  (SELECT json_agg(json_build_array(f.number, s.number, f.stage) ORDER BY f.number)
     FROM cases_finding f JOIN cases_subject s ON s.id = f.subject_id
     WHERE f.case_id = c.id AND f.superseded_by_id IS NULL),
  (SELECT json_object_agg(t.step, json_build_array(t.first, t.last, t.times)) FROM
     (SELECT step, min(acted_on) AS first, max(acted_on) AS last, count(*) AS times
        FROM cases_steprecord WHERE case_id = c.id GROUP BY step) t),
  (SELECT json_agg(json_build_array(r.number, r.kind, q.sequence, q.actor_id, q.acted_on, q.step, r.facts)
       ORDER BY r.number)
     FROM cases_filerow r JOIN cases_steprecord q ON q.id = r.laid_by_id
     WHERE r.case_id = c.id AND r.superseded_by_id IS NULL),
  (SELECT json_agg(json_build_array(p.id, p.kind,
       CASE WHEN p.state = 'da_tong_dat' AND EXISTS (SELECT FROM documents_paper n
         WHERE n.replaces_id = p.id AND n.state <> 'da_huy') THEN 'da_thay' ELSE p.state END,
       CASE WHEN p.replaces_id IS NULL THEN q.step ELSE coalesce(
         (WITH RECURSIVE back(id, up) AS (SELECT p.id, p.replaces_id UNION ALL
            SELECT b.id, b.replaces_id FROM back JOIN documents_paper b ON b.id = back.up)
          SELECT r.step FROM back JOIN cases_recordpaper x ON x.paper_id = back.id
            JOIN cases_steprecord r ON r.id = x.record_id WHERE back.up IS NULL), q.step) END,
       p.dated) ORDER BY p.id)
     FROM cases_recordpaper rp JOIN documents_paper p ON p.id = rp.paper_id
     JOIN cases_steprecord q ON q.id = rp.record_id WHERE rp.case_id = c.id),
  (SELECT json_agg(json_build_array(p.id, p.body_id,
       (SELECT pb.organisation_id FROM registry_body pb WHERE pb.id = p.body_id), p.position,
       p.awaits_approval AND coalesce(p.approved_on > %(on)s, TRUE)))
     FROM registry_post p
     WHERE p.first_day <= %(on)s AND (p.last_day IS NULL OR p.last_day >= %(on)s)
     AND (p.person_id = %(person)s OR p.id = ANY(ARRAY(SELECT d.post_id FROM registry_delegation d
        WHERE d.to_id = %(person)s AND d.first_day <= %(on)s
        AND (d.last_day IS NULL OR d.last_day >= %(on)s))))),
  (SELECT pl.parent_id FROM registry_placement pl WHERE pl.organisation_id = b.organisation_id
     AND pl.first_day <= %(on)s AND (pl.last_day IS NULL OR pl.last_day >= %(on)s) LIMIT 1),
  (SELECT json_agg(json_build_array(ob.id, ob.kind, oo.kind, coalesce(
       (SELECT CASE ob.organisation_id WHEN p1.parent_id THEN 1 WHEN p2.parent_id THEN 2 END
          FROM cases_subject hs JOIN registry_placement p1 ON p1.organisation_id = hs.organisation_id
            AND p1.first_day <= %(on)s AND (p1.last_day IS NULL OR p1.last_day >= %(on)s)
          LEFT JOIN registry_placement p2 ON p2.organisation_id = p1.parent_id
            AND p2.first_day <= %(on)s AND (p2.last_day IS NULL OR p2.last_day >= %(on)s)
          WHERE hs.case_id = c.id AND hs.number = 1 AND hs.superseded_by_id IS NULL LIMIT 1), 0)) ORDER BY ob.id)
     FROM registry_body ob
     JOIN registry_organisation oo ON oo.id = ob.organisation_id
     WHERE ob.id = ANY(ARRAY(SELECT c.body_id UNION SELECT cp.body_id
       FROM cases_participant cp WHERE cp.case_id = c.id))),
  (SELECT json_agg(json_build_array(ts.person_id, ts.role) ORDER BY ts.id)
     FROM cases_teamseat ts WHERE ts.case_id = c.id),
  (SELECT coalesce(max(number), 0) + 1 FROM cases_filerow WHERE case_id = c.id),
  (SELECT coalesce(max(number), 0) + 1 FROM cases_finding WHERE case_id = c.id),
  (SELECT json_build_object('id', k.id, 'case', k.case_id, 'request', k.request)
     FROM cases_steprecord k WHERE k.actor_id = %(person)s AND k.key = %(key)s),
  EXISTS (SELECT 1 FROM registry_kinship kin JOIN cases_subject s ON s.person_id IN (kin.person_id, kin.relative_id)
     WHERE %(person)s IN (kin.person_id, kin.relative_id) AND s.person_id <> %(person)s
     AND s.case_id = c.id AND s.superseded_by_id IS NULL),
  (SELECT json_agg(json_build_array(ar.body_id, ar.paper, ar.first_day, ar.stations, ar.waits_for_opinions,
       ar.ended) ORDER BY ar.first_day, ar.id) FROM cases_approvalroute ar
     WHERE ar.body_id = ANY(ARRAY(SELECT c.body_id UNION SELECT cp.body_id
       FROM cases_participant cp WHERE cp.case_id = c.id))),
  (SELECT json_agg(json_build_array(po.body_id, po.entered_by_id) ORDER BY po.id) FROM registry_paperonly po
     WHERE po.first_day <= %(on)s AND (po.last_day IS NULL OR po.last_day >= %(on)s)
     AND po.body_id = ANY(ARRAY(SELECT c.body_id UNION SELECT cp.body_id
       FROM cases_participant cp WHERE cp.case_id = c.id))),
  (SELECT json_agg(json_build_array(n.sequence, n.step, n.actor_id) ORDER BY n.sequence) FROM cases_steprecord n
     WHERE n.case_id = c.id AND n.sequence >= (SELECT max(e.sequence) FROM cases_steprecord e
        WHERE e.case_id = c.id AND e.actor_id = %(person)s AND e.on_behalf_of_id IS NOT NULL)),
  (WITH RECURSIVE up (id) AS (SELECT b.organisation_id UNION ALL
     SELECT pl.parent_id FROM up CROSS JOIN LATERAL (SELECT parent_id FROM registry_placement
     WHERE organisation_id = up.id
     AND first_day <= %(on)s AND (last_day IS NULL OR last_day >= %(on)s) OFFSET 0) pl)
   SELECT o.name FROM up JOIN registry_organisation o ON o.id = up.id WHERE o.kind = 'tinh' LIMIT 1),
  (SELECT array_agg(DISTINCT ob.kind ORDER BY ob.kind) FROM registry_body ob
     WHERE ob.organisation_id = b.organisation_id AND ob.id <> b.id
     AND ob.first_day <= %(on)s AND (ob.last_day IS NULL OR ob.last_day >= %(on)s)),
  (SELECT uo.kind FROM registry_placement pl JOIN registry_organisation uo ON uo.id = pl.parent_id
     WHERE pl.organisation_id = b.organisation_id
     AND pl.first_day <= %(on)s AND (pl.last_day IS NULL OR pl.last_day >= %(on)s) LIMIT 1)
FROM cases_case c JOIN registry_body b ON b.id = c.body_id WHERE c.id = %(case)s
""",
)


#: The same for many files at once, in the order of their numbers.
READ_MANY = Prepared(
    "read_files",
    {**READ.types, "case": "bigint[]"},
    READ.text.replace("WHERE c.id = %(case)s", "WHERE c.id = ANY(%(case)s) ORDER BY c.id"),
)


@as_the_system()  # where somebody stands towards a file is told from all of it, also to whoever is kept out
def read_file(case: int, reader: Reader, *, lock: bool = False) -> File | None:
    """Return the file as it lies for `reader`, or None when there is no such case.

    With `lock` the case row stays locked until the transaction ends. One statement either way.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            (_LOCK if lock else "") + READ.run_in(cursor),
            {"case": case, "on": reader.on, "person": reader.person, "key": reader.key},
        )
        row = cursor.fetchone()
    return file_of(row, reader) if row else None


@as_the_system()  # for commands that judge every file: nobody reads what they read
def read_files(cases: Sequence[int], reader: Reader) -> list[File]:
    """Return the files of these numbers as they lie for `reader`, those that there are, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            READ_MANY.run_in(cursor),
            {"case": list(cases), "on": reader.on, "person": reader.person, "key": reader.key},
        )
        return [file_of(row, reader) for row in cursor.fetchall()]


def file_of(row: tuple[Any, ...], reader: Reader) -> File:
    (case, reference, body, records, head, edition, procedure, stage, opened_on, moved_on, body_kind, level,
     members, subjects, findings, taken, rows, papers, posts, above, bodies, team, next_number, next_finding,
     answered, is_kin, routes, on_paper, since_entered, province, beside,
     under) = row  # fmt: skip
    facts = Facts(
        procedure=procedure,
        stage=stage,
        acted_on=reader.on,
        today=reader.today,
        opened_on=opened_on,
        moved_on=moved_on,
        body=body_kind,
        level=level,
        members=members,
        own=body,
        bodies={one[0]: BodyFact(*one) for one in bodies or ()},
        subjects=tuple(
            subject_fact(number, person, organisation, status, kinds, kind, below)
            for number, person, organisation, _, status, kinds, kind, below, *_ in subjects or ()
        ),
        in_transfer=tuple(subject[0] for subject in subjects or () if subject[8]),
        secretaries=tuple(subject[0] for subject in subjects or () if subject[9]),
        managed_otherwise=tuple(subject[0] for subject in subjects or () if subject[10]),
        managed_above=tuple(subject[0] for subject in subjects or () if subject[11]),
        findings=tuple(Finding(*finding) for finding in findings or ()),
        taken={
            step: Taken(date.fromisoformat(first), date.fromisoformat(last), times)
            for step, (first, last, times) in (taken or {}).items()
        },
        rows=tuple(
            row_fact(number, kind, laid_by, by, date.fromisoformat(on), step, read)
            for number, kind, laid_by, by, on, step, read in rows or ()
        ),
        papers=tuple(
            PaperFact(paper, kind, state, step, dated and date.fromisoformat(dated))
            for paper, kind, state, step, dated in papers or ()
        ),
        on_paper=dict(on_paper or ()),
        locality=law.book().locality(province or "", body_kind),
        beside=tuple(beside or ()) if body_kind == "chi_bo" else (),
        under=under or "" if body_kind == "chi_bo" else "",
    )
    seats = tuple((person, role) for person, role in team or ())
    standing = _standing(reader, posts or (), seats, facts, above, subjects or (), is_kin)
    return File(
        case, reference, body, records, head, edition, catalogue.get(procedure), facts, standing, seats,
        next_number, next_finding, answered,
        tuple(
            RouteRow(body, paper, date.fromisoformat(first), tuple(stations), waits, ended)
            for body, paper, first, stations, waits, ended in routes or ()
        ),
        tuple((post, of_body, position) for post, of_body, _org, position, _ in posts or ()),
        tuple(Entered(*one) for one in since_entered or ()),
    )  # fmt: skip


def subject_fact(
    number: int,
    person: int | None,
    organisation: int | None,
    status: str | None,
    kinds: Any,
    level: str | None = None,
    below: int | None = None,
) -> Subject:
    """A subject as the law's tables know them on the day: by membership and by offices held.

    Of an organisation: its kind, and how many steps `below` the handling one it stands (None: elsewhere).
    """
    held = set(kinds or ())
    if person is None:
        stands = {None: "", 0: SAME, 1: RIGHT_UNDER}.get(below, FURTHER_DOWN)
        return Subject(
            number, False, organisation or 0, "to_chuc_dang", level=level or "", stands=stands
        )
    if status == "du_bi":
        category = "du_bi"
    elif held & {"cap_uy", "btv", "ubkt"}:
        category = "cap_uy_vien"
    else:
        category = "chi_uy_vien" if held else "dang_vien"
    return Subject(number, True, person, category, bool(held))


def _standing(reader, posts, team, facts, above, subjects, is_kin) -> Standing:
    homes = {subject[3] for subject in subjects}
    ours = facts.body_at(Relation.HANDLING)
    roles: dict[Relation, frozenset[Role]] = {}
    held: dict[Relation, int] = {}
    signing: dict[Relation, list[tuple[str, bool]]] = {}
    for post, post_body, organisation, position, unapproved in posts:
        for relation, there in (
            (Relation.HANDLING, post_body == ours),
            (Relation.ABOVE, organisation == above),
            (Relation.SUBJECT, organisation in homes and post_body != ours),
            (Relation.LEVEL, post_body == facts.body_at(Relation.LEVEL)),
            (Relation.DECIDING, post_body == facts.body_at(Relation.DECIDING)),
            (Relation.ASSISTING, post_body == facts.body_at(Relation.ASSISTING)),
        ):
            if there:
                roles[relation] = roles.get(relation, frozenset()) | ROLES_OF_POSITION[position]
                held.setdefault(relation, post)
                if position in LEADING:
                    signing.setdefault(relation, []).append((position, unapproved))
    if seat := next((role for person, role in team if person == reader.person), None):
        roles[Relation.TEAM] = frozenset({Role(seat)})
    is_subject = any(subject[1] == reader.person for subject in subjects)
    if is_subject:
        roles[Relation.SELF] = frozenset({Role.CONCERNED})
    manages = any(post[2] in homes and post[3] in MANAGING for post in posts)
    declared = any(row.by == reader.person for row in facts.of(RowKind.WITHDRAWAL))
    decided = reader.person in reviewed(facts).get("people", ())
    return Standing(
        person=reader.person,
        on=reader.on,
        roles=roles,
        posts=held,
        is_subject=is_subject,
        unapproved={
            relation: leading[0][0]
            for relation, leading in signing.items()
            if all(unapproved for _, unapproved in leading)
        },
        conflicts=grounds(is_subject, is_kin, manages, declared, decided),
    )
