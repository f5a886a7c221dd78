"""The first wall: what the login `app` may do with each table, as the model's triggers state it.

Triggers alone are no wall: a session could switch pgtrigger's off. Here the login lacks the right,
and the switch itself is taken out.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from proof.entries import Entry
from proof.walls import EndsSooner, NoChange, OnlyTheseChange, SupersededOnce

ANYTHING = "SELECT, INSERT, UPDATE, DELETE"
ADDING = "SELECT, INSERT"

#: pgtrigger asks this function whether a session has switched a trigger off. The answer is no.
NEVER_IGNORED = """
CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(trigger_name name) RETURNS boolean
LANGUAGE sql IMMUTABLE AS 'SELECT false'
"""


def lay(connection: BaseDatabaseWrapper, role: str) -> None:
    """Give `role` exactly its rights on every table, taking away any other; run as the owner."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for statement in _statements(connection.ops.quote_name, role, there):
            cursor.execute(statement)


def privileges(model: type[Model]) -> str:
    """Return the rights of the login `app` on the table of `model`, as SQL."""
    if model._meta.label_lower in settings.NEVER_WRITTEN:
        return "SELECT"
    for trigger in _triggers(model):
        if isinstance(trigger, (NoChange, SupersededOnce, OnlyTheseChange, EndsSooner)):
            written = () if isinstance(trigger, NoChange) else trigger.columns(model)
            erased = trigger.erased.columns(model) if trigger.erased else ()
            columns = ", ".join(f'"{column}"' for column in dict.fromkeys((*written, *erased)))
            return f"{ADDING}, UPDATE ({columns})" if columns else ADDING
    return ANYTHING


def histories_without_walls() -> list[type[Model]]:
    """Every history whose rows could be edited because its Meta does not continue that of Entry."""
    histories = (model for model in apps.get_models() if issubclass(model, Entry))
    return [one for one in histories if not any(isinstance(t, NoChange) for t in _triggers(one))]


def _statements(quote: Callable[[str], str], role: str, there: Iterable[str]) -> Iterator[str]:
    app = quote(role)
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {app}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {app}"
    yield f"GRANT SELECT ON django_migrations TO {app}"
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and model._meta.db_table in there:
            yield f"GRANT {privileges(model)} ON {quote(model._meta.db_table)} TO {app}"
    yield NEVER_IGNORED


def _triggers(model: type[Model]) -> list[Any]:
    return getattr(model._meta, "triggers", None) or []
