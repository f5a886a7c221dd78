"""Laying the tables that lists read, by statements: bodies, posts, areas, cases, work, deadlines, teams.

No history and no papers: the lists read neither. What else opens a file is laid as the door leaves it: which
files were reported, to leaders and to officers who follow a cell, is the mark on the case. The walls that ask
a case for its history stand aside while the owner lays the rows, and stand again before anything is measured.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth import get_user_model
from django.db import connection, transaction

from bench.province.told import TODAY
from registry.models import (
    AreaAssignment,
    Body,
    BodyKind,
    Organisation,
    OrganisationKind,
    Person,
    Placement,
    Position,
    Post,
)
from workflows import catalogue

COMMUNES, CELLS_OF_COMMUNE = 150, 4

#: Of ten cases the province's own committee handles three and a cell one; of the whole field four in five are
#: closed, of the cells' all.
OWN_IN_TEN, CLOSED_IN_FIVE = 3, 4

#: One inspection committee: who sits in it.
POSTS = (
    Position.CHAIR, Position.VICE_CHAIR, Position.MEMBER, Position.MEMBER, Position.OFFICER,
    Position.OFFICER, Position.CLERK,
)  # fmt: skip

#: Procedures of the committees' files, in equal parts; last, that of the cells'.
PROCEDURES = ("P1.CD", "P1.TX", "P3.DV", "P5.DV", "P5.CB")

#: What waits in open files, in equal parts: a step, the role of the office it waits for, and whether the file was
#: reported by then, as every closed one was: three in five of the open, 23 in 25 of all.
WAITS = (
    ("decide", "chu_nhiem", False), ("announce", "truong_doan", True), ("draft", "truong_doan", True),
    ("draft_decide", "can_bo_dia_ban", False), ("number_paper", "van_thu", True),
)  # fmt: skip

_CASES = """
INSERT INTO cases_case (id, reference, procedure, title, body_id, stage, opened_on, moved_on, closed_on, reported,
  records, head)
SELECT n, 'DO-' || n, (%(procedures)s::text[])[kind], 'Giám sát chuyên đề số ' || n,
  CASE WHEN n %% 10 < %(own)s THEN (%(bodies)s::bigint[])[1]
    WHEN of_cell THEN (%(cells)s::bigint[])[1 + (n / 10 * 7) %% cardinality(%(cells)s::bigint[])]
    ELSE (%(bodies)s::bigint[])[2 + (n / 10 * 7 + n %% 10) %% %(communes)s] END,
  (%(stages)s::text[])[2 * kind - 1 + closed::int],
  %(today)s::date - (%(cases)s - n) / (%(cases)s / 1500 + 1), %(today)s::date - n %% 60,
  CASE WHEN closed THEN %(today)s::date - n %% 60 END,
  closed OR (%(reported)s::boolean[])[1 + n / 50 %% 5], 1, repeat('0', 64)
FROM (SELECT n, of_cell, of_cell OR n / 10 %% 5 < %(closed)s AS closed,
    CASE WHEN of_cell THEN 5 ELSE 1 + n %% 4 END AS kind
  FROM (SELECT n, n %% 10 = %(own)s AS of_cell FROM generate_series(1, %(cases)s) n) numbered) made
"""

# The leads and members of a team are plain members of the committee that handles the file.
_REST = """
INSERT INTO cases_teamseat (case_id, person_id, role)
SELECT c.id, p.person_id, CASE WHEN p.place = 1 + c.id %% 2 THEN 'truong_doan' ELSE 'thanh_vien_doan' END
FROM cases_case c JOIN (SELECT body_id, person_id, row_number() OVER (PARTITION BY body_id ORDER BY id) AS place
  FROM registry_post WHERE position = 'uy_vien') p USING (body_id) WHERE c.closed_on IS NULL;

INSERT INTO cases_deadlinerow (case_id, name, last_day, explained)
SELECT id, 'han', %(today)s::date + (id * 7919 %% 90)::int - 15, '{}' FROM cases_case
WHERE closed_on IS NULL AND id %% 7 > 0;

INSERT INTO cases_workrow (case_id, step, role, body_id, person_id, since, due)
SELECT c.id, x.step, x.role, CASE WHEN x.role <> 'truong_doan' THEN c.body_id END, s.person_id, c.moved_on, d.last_day
FROM cases_case c
JOIN unnest(%(steps)s::text[], %(roles)s::text[]) WITH ORDINALITY AS x (step, role, place)
  ON x.place = 1 + c.id / 50 %% 5 AND c.closed_on IS NULL
LEFT JOIN cases_teamseat s ON s.case_id = c.id AND s.role = x.role
LEFT JOIN cases_deadlinerow d ON d.case_id = c.id;

SELECT setval(pg_get_serial_sequence('cases_case', 'id'), %(cases)s)
"""


def fill(cases: int) -> None:
    """Lay `cases` cases in a province of 150 communes, into an empty database, as its owner."""
    bodies, cells = lay_bodies()
    steps, roles, reported = (list(column) for column in zip(*WAITS, strict=True))
    ends = [list(catalogue.get(code).stage.enum) for code in PROCEDURES]
    said = {
        "cases": cases, "bodies": bodies, "cells": cells, "communes": COMMUNES, "own": OWN_IN_TEN, "today": TODAY,
        "closed": CLOSED_IN_FIVE, "procedures": list(PROCEDURES), "reported": reported,
        "stages": [stage.value for one in ends for stage in (one[0], one[-1])], "steps": steps, "roles": roles,
    }  # fmt: skip
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE cases_case DISABLE TRIGGER USER")
        cursor.execute(_CASES, said)
        cursor.execute(_REST, said)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE cases_case ENABLE TRIGGER USER")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def lay_bodies() -> tuple[list[int], list[int]]:
    """The numbers of the inspection committees, the province's first and one for each commune; and of the cells.

    Each commune has cells under it, the first half of which its officers follow.
    """
    province = _organisation("Tỉnh ủy Đo", OrganisationKind.PROVINCE)
    inspections, cells = [_committees(province)], []
    for place in range(COMMUNES):
        commune = _organisation(f"Đảng ủy xã Đo {place}", OrganisationKind.COMMUNE, province)
        inspection = _committees(commune)
        inspections.append(inspection)
        below = [
            _organisation(f"Chi bộ Đo {place}.{cell}", OrganisationKind.CELL, commune)
            for cell in range(CELLS_OF_COMMUNE)
        ]
        cells += [_body(one, BodyKind.CELL, [Position.SECRETARY]) for one in below]
        for unit in below[: CELLS_OF_COMMUNE // 2]:
            _followed(unit, inspection)
    return [one.pk for one in inspections], [one.pk for one in cells]


def _organisation(
    name: str, kind: OrganisationKind, above: Organisation | None = None
) -> Organisation:
    day = TODAY.replace(2020)
    code = f"do-{Organisation.objects.count()}"
    one = Organisation.objects.create(code=code, kind=kind, name=name, first_day=day)
    if above is not None:
        Placement.objects.create(organisation=one, parent=above, first_day=day)
    return one


def _committees(organisation: Organisation) -> Body:
    """The committee, under its secretary, and its inspection committee, which is returned."""
    _body(organisation, BodyKind.COMMITTEE, [Position.SECRETARY])
    return _body(organisation, BodyKind.INSPECTION, POSTS)


def _body(organisation: Organisation, kind: BodyKind, positions: Sequence[Position]) -> Body:
    day = organisation.first_day
    body = Body.objects.create(
        organisation=organisation, kind=kind, first_day=day, symbol="DO",
        name=f"{kind.label} {organisation.name}", superior_line="", issuing_line="",
    )  # fmt: skip
    for place, position in enumerate(positions):
        account = get_user_model().objects.create(username=f"do-{body.pk}-{place}")
        person = Person.objects.create(full_name=f"Nguyễn Văn {place}", account=account)
        Post.objects.create(person=person, body=body, position=position, first_day=day)
    return body


def _followed(unit: Organisation, inspection: Body) -> None:
    for post in inspection.posts.filter(position=Position.OFFICER):
        AreaAssignment.objects.create(
            person_id=post.person_id, body=inspection, unit=unit, document="Phân công (mẫu)",
            first_day=post.first_day,
        )  # fmt: skip
