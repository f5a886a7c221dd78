"""The door's statements are planned once for each connection, or not at all where none may be kept."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

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
