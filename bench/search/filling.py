"""A province of cases, as the lists are measured in, whose titles name people and matters; and their words."""

from __future__ import annotations

import json

from django.db import connection, transaction

from bench.scale import filling
from cases import search_words
from cases.search_models import FileWords
from workflows import catalogue

#: Invented. Family names come up as often as the common ones do; of given names most are rare.
FAMILIES = (
    *("Nguyễn",) * 8, *("Trần",) * 3, *("Lê",) * 2, "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Khổng", "Lương",
)  # fmt: skip
MIDDLES = (
    "Văn",
    "Thị",
    "Đức",
    "Hữu",
    "Ngọc",
    "Minh",
    "Quỳnh",
    "Xuân",
    "Thanh",
    "Đình",
    "Kim",
    "Bá",
)
GIVEN = (
    "Hoà", "Thuỷ", "Khuê", "Uyển", "Bằng", "Cường", "Dũng", "Giáp", "Hạnh", "Kiên", "Lượng", "Mẫn", "Nghĩa",
    "Oanh", "Phượng", "Quý", "Rạng", "Sáng", "Tuệ", "Ước", "Vượng", "Xuyến", "Yến", "Đạt", "Ánh", "Ân", "Ẩn",
    "Bưởi", "Chiến", "Diễm", "Đoan", "Hoạch", "Khoáng", "Loan", "Mùi", "Nhường",
)  # fmt: skip
MATTERS = (
    "việc quản lý đảng viên đi làm ăn xa", "việc kê khai tài sản, thu nhập", "việc quản lý đất đai",
    "việc thực hiện quy chế làm việc", "việc thu, nộp và sử dụng đảng phí", "việc giữ đoàn kết nội bộ",
    "việc tiếp công dân", "việc mua sắm trang thiết bị", "việc tuyển dụng cán bộ",
)  # fmt: skip
#: One file in fifty thousand is about this.
SELDOM, EVERY = "việc trồng rừng thay thế", 50_000

_TITLES = """
UPDATE cases_case SET title = 'Giám sát chuyên đề đối với đồng chí '
  || (%(families)s::text[])[1 + (id * 7919) %% cardinality(%(families)s::text[])] || ' '
  || (%(middles)s::text[])[1 + (id / 7 * 104729) %% cardinality(%(middles)s::text[])] || ' '
  || (%(given)s::text[])[1 + (id / 3 * 15485863) %% cardinality(%(given)s::text[])] || ' về '
  || CASE WHEN id %% %(every)s < 5 THEN %(seldom)s
       ELSE (%(matters)s::text[])[1 + (id / 11 * 1299709) %% cardinality(%(matters)s::text[])] END
"""

#: What `cases.search_words` lays, for all files at once: it reads them in Python, which takes a quarter of an hour.
_WORDS = """
INSERT INTO cases_filewords (case_id, body_id, records, heading, inside)
SELECT id, body_id, records, words, words FROM (
  SELECT c.id, c.body_id, c.records, to_tsvector('simple', regexp_replace(lower(unaccent(concat_ws(' ', c.reference,
    c.title, (%(labels)s::jsonb) ->> c.procedure, b.name))), '[^a-z0-9]+', ' ', 'g')) AS words
  FROM cases_case c JOIN registry_body b ON b.id = c.body_id) AS read
"""


class OtherWords(Exception):
    """The words laid at once are not those that the site lays: there is nothing to measure."""


def fill(cases: int) -> None:
    """Lay `cases` cases with names in their titles, and the words of each, into an empty database."""
    filling.fill(cases)
    said = {
        "families": list(FAMILIES), "middles": list(MIDDLES), "given": list(GIVEN), "matters": list(MATTERS),
        "seldom": SELDOM, "every": EVERY,
    }  # fmt: skip
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE cases_case DISABLE TRIGGER USER")
        cursor.execute(_TITLES, said)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE cases_case ENABLE TRIGGER USER")
        # What is measured beside needs it, the site does not.
        cursor.execute("CREATE EXTENSION unaccent")
    _lay_words()
    _compare(cases)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _lay_words() -> None:
    """Lay the words of every file; the indexes, which grow slowly row by row, are made afterwards, as they were."""
    labels = {code: str(one.label) for code, one in catalogue.PROCEDURES.items()}
    with connection.schema_editor() as schema:
        for index in FileWords._meta.indexes:
            schema.remove_index(FileWords, index)
    with connection.cursor() as cursor:
        cursor.execute(_WORDS, {"labels": json.dumps(labels)})
    with connection.schema_editor() as schema:
        for index in FileWords._meta.indexes:
            schema.add_index(FileWords, index)


def _compare(cases: int) -> None:
    """Lay some of the words as the site does, and make sure that they are the same. Raises OtherWords."""
    some = list(range(1, cases, cases // 50))
    laid = FileWords.objects.filter(pk__in=some)
    before = dict(laid.values_list("pk", "heading"))
    laid.update(records=0)
    search_words.refresh_all()
    if before != dict(laid.values_list("pk", "heading")):
        raise OtherWords
