"""Laying the tables that lists read, by statements: bodies, posts, cases, work, deadlines, teams.

No history and no papers: the lists read neither. The walls that ask a case for its history stand aside
while the owner lays the rows, and stand again before anything is measured.
"""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db import connection, transaction

from bench.province.told import TODAY
from registry.models import (
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

COMMUNES = 150

#: Of ten cases the province's own committee handles three; of the whole field four in five are closed.
OWN_IN_TEN, CLOSED_IN_FIVE = 3, 4

#: One inspection committee: who sits in it.
POSTS = (
    Position.CHAIR, Position.VICE_CHAIR, Position.MEMBER, Position.MEMBER, Position.OFFICER,
    Position.OFFICER, Position.CLERK,
)  # fmt: skip

#: Procedures of the files, in equal parts.
PROCEDURES = ("P1.CD", "P1.TX", "P3.DV", "P5.DV")

#: What waits in open files, in equal parts: a step, and the role of the office it waits for.
WAITS = (
    ("decide", "chu_nhiem"), ("announce", "truong_doan"), ("draft", "truong_doan"),
    ("draft_decide", "can_bo_dia_ban"), ("number_paper", "van_thu"),
)  # fmt: skip

_CASES = """
INSERT INTO cases_case (id, reference, procedure, title, body_id, stage, opened_on, moved_on, closed_on, records, head)
SELECT n, 'DO-' || n, (%(procedures)s::text[])[1 + n %% 4],
  'Giám sát chuyên đề số ' || n, CASE WHEN n %% 10 < %(own)s THEN (%(bodies)s::bigint[])[1]
    ELSE (%(bodies)s::bigint[])[2 + (n / 10 * 7 + n %% 10) %% %(communes)s] END,
  (%(stages)s::text[])[1 + n %% 4 * 2 + closed::int],
  %(today)s::date - (%(cases)s - n) / (%(cases)s / 1500 + 1), %(today)s::date - n %% 60,
  CASE WHEN closed THEN %(today)s::date - n %% 60 END, 1, repeat('0', 64)
FROM (SELECT n, n / 10 %% 5 < %(closed)s AS closed FROM generate_series(1, %(cases)s) n) made
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
    bodies = _committees()
    steps, roles = (list(column) for column in zip(*WAITS, strict=True))
    ends = [list(catalogue.get(code).stage.enum) for code in PROCEDURES]
    said = {
        "cases": cases, "bodies": bodies, "communes": COMMUNES, "own": OWN_IN_TEN, "today": TODAY,
        "closed": CLOSED_IN_FIVE, "procedures": list(PROCEDURES),
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


def _committees() -> list[int]:
    """The province's inspection committee and one for each commune under it; the numbers of the bodies."""
    province, *communes = [
        Organisation.objects.create(
            code=f"do-{place}", kind=OrganisationKind.COMMUNE if place else OrganisationKind.PROVINCE,
            name=f"Đảng ủy xã Đo {place}" if place else "Tỉnh ủy Đo", first_day=TODAY.replace(2020),
        )
        for place in range(COMMUNES + 1)
    ]  # fmt: skip
    Placement.objects.bulk_create(
        Placement(organisation=one, parent=province, first_day=one.first_day) for one in communes
    )
    return [_committee(one) for one in (province, *communes)]


def _committee(organisation: Organisation) -> int:
    day = organisation.first_day
    body = Body.objects.create(
        organisation=organisation, kind=BodyKind.INSPECTION, first_day=day, symbol="UBKT",
        name=f"Ủy ban Kiểm tra {organisation.name}", superior_line="", issuing_line="",
    )  # fmt: skip
    for place, position in enumerate(POSTS):
        name = f"do-{organisation.pk}-{place}"
        account = get_user_model().objects.create(username=name)
        person = Person.objects.create(full_name=f"Nguyễn Văn {place}", account=account)
        Post.objects.create(person=person, body=body, position=position, first_day=day)
    return body.pk
