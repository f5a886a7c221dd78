"""The door's statements are planned once for each connection, or not at all where none may be kept."""

import pytest
from django.db import DataError, connection, transaction
from django.test.utils import CaptureQueriesContext

from cases import prepared

EVIDENCE = {"title": "Sổ theo dõi", "given_by": "Chi bộ"}


def _planned() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_prepared_statements")
        return {name for (name,) in cursor.fetchall()}


def test_a_connection_plans_each_statement_once(supervision):
    supervision.goes_to("prepare")

    with CaptureQueriesContext(connection) as asked:
        supervision.take("add_evidence", by="uyvien", **EVIDENCE)

    assert {"read_file", "write_step"} <= _planned()
    assert not [one for one in asked.captured_queries if "PREPARE" in one["sql"]]


def test_behind_a_pool_that_keeps_no_names_the_whole_text_is_sent(supervision, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)

    with CaptureQueriesContext(connection) as asked:
        supervision.goes_to("open")

    assert supervision.stage == "da_trien_khai"
    assert not [one for one in asked.captured_queries if "EXECUTE" in one["sql"]]


ADDING = "SELECT %s::int + %s::int"


def added(*values: object, text: str = ADDING) -> int:
    with connection.cursor() as cursor:
        prepared.run(cursor, text, values)
        return cursor.fetchone()[0]


def test_a_statement_run_by_its_text_is_planned_in_the_message_that_first_runs_it(db):
    with CaptureQueriesContext(connection) as asked:
        assert [added(*two, text=f"{ADDING} /* once */") for two in ((1, 2), (3, 4))] == [3, 7]

    first, second = (one["sql"] for one in asked.captured_queries if "EXECUTE" in one["sql"])
    assert first.startswith("PREPARE")
    assert "PREPARE" not in second


def test_what_failed_leaves_no_name_that_stands_in_the_way(db):
    with pytest.raises(DataError), transaction.atomic():
        added(1, "không phải số")

    assert added(1, 2) == 3
    assert added(5, 6) == 11


def test_behind_such_a_pool_it_is_sent_whole_too(db, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)

    with CaptureQueriesContext(connection) as asked:
        assert added(1, 2) == 3

    assert asked.captured_queries[-1]["sql"] == "SELECT 1::int + 2::int"
