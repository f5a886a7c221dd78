"""What the tests of erasing share: a file that is over, the deeds, and a look for a name in every table."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection, models

from cases.erasing.deeds import AskErasing, Erase, record
from cases.models import Case
from registry.erasure_models import Erasure
from registry.names import search_key
from tests.cases.supervision import TODAY, Supervision

#: On whose paper, and when it was over that the file had to be kept.
PAPER: dict[str, Any] = {
    "document": "Quyết định số 12-QĐ/TU", "issued_by": "Ban Thường vụ Tỉnh ủy", "issued_on": date(2026, 11, 2),
    "kept_until": date(2026, 10, 31),
}  # fmt: skip


def asks(told: Supervision, by: str = "vanthu", **said: Any) -> Erasure:
    """Whoever keeps the files asks that the words of the file be erased."""
    case = Case.objects.get(pk=told.case.pk)
    who = told.who(by)
    deed = AskErasing(
        in_body=case.body, case=case, asked_by=who, asked_on=TODAY, **{**PAPER, **said}
    )
    return record(deed, by=who, today=TODAY)


def agrees(told: Supervision, erasure: Erasure, by: str = "chunhiem") -> Erasure:
    """Another one, who leads the body, agrees."""
    who = told.who(by)
    deed = Erase(erasure=erasure, decided_by=who, decided_on=TODAY, document=erasure.document)
    return record(deed, by=who, today=TODAY)


def told_in(name: str) -> list[str]:
    """Every table and column, of text, of JSON or of words to search, in which a name is still found."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if not model._meta.managed:
                continue
            for field in model._meta.concrete_fields:
                kind = (field.db_type(connection) or "").split("(")[0]
                if kind not in ("varchar", "text", "jsonb", "tsvector", "character varying"):
                    continue
                cursor.execute(
                    f'SELECT count(*) FROM "{model._meta.db_table}" WHERE "{field.column}"::text ILIKE %s'
                    f' OR "{field.column}"::text ILIKE %s',
                    [f"%{name}%", f"%{search_key(name)}%"],
                )
                if cursor.fetchone()[0]:
                    found.append(f"{model._meta.db_table}.{field.column}")
    return found


def has_bytes(name: str) -> list[str]:
    """Likewise of what is kept as bytes."""
    found = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.BinaryField):
                kept = model._default_manager.values_list(field.attname, flat=True)
                if any(name.encode() in bytes(one or b"") for one in kept):
                    found.append(f"{model._meta.db_table}.{field.column}")
    return found
