"""Laying the second wall: row-level security, by which the database itself knows who may read what."""

from collections.abc import Iterator
from pathlib import Path

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from permissions.roles import Relation
from workflows.catalogue import PROCEDURES

#: The tables behind it; the rules stand in second_wall.sql.
WALLED = (
    "cases_case",
    "cases_steprecord",
    "documents_paper",
    "documents_print",
    "documents_signedstate",
    "documents_copy",
    "documents_original",
    "documents_custody",
    "permissions_envelope",
    "permissions_envelopeentry",
    "permissions_sealedidentity",
    "registry_foreignrelation",
)
RULES = Path(__file__).with_suffix(".sql")

#: Nothing behind the wall is written on behalf of a person: only the doors write, as the system.
_WRITING = {
    "adding": "FOR INSERT WITH CHECK ((SELECT wall_is_system()))",
    "changing": "FOR UPDATE USING ((SELECT wall_is_system()))",
    "removing": "FOR DELETE USING ((SELECT wall_is_system()))",
}


def lay(connection: BaseDatabaseWrapper, role: str) -> None:
    """Lay the wall afresh; run as the owner, whom it does not bind, after the rights of `role`.

    While migrations are only half applied there is nothing to lay: not all the tables are there.
    """
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if set(connection.introspection.table_names(cursor)).issuperset(WALLED):
            for statement in statements(connection.ops.quote_name(role)):
                cursor.execute(statement)


def statements(app: str) -> Iterator[str]:
    """Return what lays the wall, in order; `app` is the quoted name of the site's login."""
    yield RULES.read_text().replace("{answered_above}", _answered_above())
    for table in WALLED:
        for name, rule in _WRITING.items():
            yield f"DROP POLICY IF EXISTS {name} ON {table}"
            yield f"CREATE POLICY {name} ON {table} {rule}"
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"GRANT SELECT ON cases_steptaken TO {app}"


def _answered_above() -> str:
    """The procedures for whose law somebody answers who stands above the body, as a list of SQL."""
    codes = [
        code
        for code, procedure in sorted(PROCEDURES.items())
        if any(where is Relation.ABOVE for where, _role in procedure.answers_law.seats)
    ]
    return ", ".join(f"'{code}'" for code in codes)
