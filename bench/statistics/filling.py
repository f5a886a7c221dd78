"""Laying counted rows by one statement: subjects of five years in a province of 150 communes.

Each subject is one row for how it was concluded; one in four has a later state too, as records leave it.
"""

from __future__ import annotations

from django.db import connection, transaction

from bench.province.told import TODAY
from bench.scale.filling import lay_bodies

#: Subjects to one person: who is examined comes again.
TIMES_A_PERSON = 3
YEARS = 5

_PEOPLE = """
INSERT INTO registry_person (full_name, sort_key, search_key)
SELECT 'Đảng viên Đo ' || n, 'do ' || n, 'do ' || n FROM generate_series(1, %(people)s) n
"""
# Numbers that share no factor with each other spread what a row says independently of its number.
_ROWS = """
INSERT INTO reports_counted (what, subject, person_id, organisation_id, procedure, day, since, until, body_id,
  body_kind, unit_id, level, origin, form, outcome, marks, themes)
SELECT made.what, 1, CASE WHEN n %% 11 > 0 THEN %(first_person)s + (n * 7919::bigint) %% %(people)s END,
  CASE WHEN n %% 11 = 0 THEN made.unit END, made.procedure, made.day,
  CASE WHEN later THEN made.day + 60 ELSE made.day END,
  CASE WHEN n %% 4 = 0 AND NOT later THEN made.day + 60 END,
  made.body, made.body_kind, made.unit, made.level,
  (ARRAY['giam_sat', 'kiem_tra', 'to_cao', 'don_thu', 'khong_ro'])[1 + n %% 5],
  CASE WHEN made.what = 'ky_luat' THEN (ARRAY['khien_trach', 'canh_cao', 'cach_chuc', 'khai_tru'])[1 + n %% 13 %% 4]
    ELSE '' END,
  CASE WHEN n %% 7 < 3 THEN CASE WHEN later THEN 'da_ky_luat' ELSE 'dang_xem_xet' END ELSE '' END,
  CASE n %% 7 WHEN 0 THEN ARRAY['phai_ky_luat', 'vi_pham'] WHEN 1 THEN ARRAY['vi_pham', 'cap_uy_vien']
    WHEN 2 THEN ARRAY['da_ky_luat', 'phai_ky_luat', 'vi_pham'] WHEN 3 THEN ARRAY['dau_hieu']
    ELSE ARRAY['tot'] END::varchar[],
  CASE WHEN n %% 17 = 0 THEN ARRAY[]::varchar[]
    ELSE ARRAY[(%(themes)s::text[])[1 + n %% cardinality(%(themes)s::text[])]]::varchar[] END
FROM (SELECT n,
    (ARRAY['kiem_tra', 'kiem_tra_dhvp', 'giam_sat', 'ky_luat', 'ho_so', 'kiem_tra_dhvp'])[1 + n %% 6] AS what,
    (ARRAY['P2.CD', 'P3.DV', 'P1.CD', 'P5.DV', 'P3.DV', 'P3.DV'])[1 + n %% 6] AS procedure,
    %(today)s::date - ((n * 104729::bigint) %% %(days)s)::int AS day,
    u.organisation_id AS unit, u.kind AS body_kind, u.id AS body, u.level
  FROM generate_series(1, %(subjects)s) n
  JOIN (SELECT b.id, b.organisation_id, b.kind, o.kind AS level,
      row_number() OVER (ORDER BY b.id) - 1 AS place, count(*) OVER () AS bodies
    FROM registry_body b JOIN registry_organisation o ON o.id = b.organisation_id) u
    ON u.place = (n * 31::bigint) %% u.bodies) made
CROSS JOIN LATERAL (SELECT false AS later UNION ALL SELECT true WHERE n %% 4 = 0) stood
"""


def fill(subjects: int) -> None:
    """Lay the rows of `subjects` subjects into an empty database, as its owner."""
    import law  # noqa: PLC0415 -- after Django

    lay_bodies()
    said = {
        "subjects": subjects, "people": max(subjects // TIMES_A_PERSON, 1), "today": TODAY,
        "days": 365 * YEARS, "themes": list(law.book().catalogue.themes),
    }  # fmt: skip
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) + 1 FROM registry_person")
        (said["first_person"],) = cursor.fetchone()
        cursor.execute(_PEOPLE, said)
        cursor.execute(_ROWS, said)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
