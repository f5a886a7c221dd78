"""Our system checks: a database worth trusting, and no history without its walls."""

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connections

from config.logins import APP, NOBODY
from config.postgresql import conditions
from config.refusals import CannotRun
from documents.signatures.keyring import WrongKeyring, keyring
from proof import grants


@register(Tags.database)
def database_can_be_trusted(databases=None, **_kwargs):
    """Connect as the current login and tell all that is wrong with driver, server or login."""
    ours = [
        connections[alias]
        for alias in databases or []
        if connections[alias].settings_dict["LOGIN"] != NOBODY
    ]
    return [error for connection in ours for error in _errors(connection)]


@register(Tags.models)
def every_history_has_its_walls(**_kwargs):
    """Refuse a history whose Meta forgot its triggers: it could be edited."""
    return [
        Error(
            f"{model._meta.label} là nhật ký nhưng không có lớp bảo vệ chỉ ghi thêm.",
            hint="Meta phải kế thừa Entry.Meta.",
            obj=model,
            id="config.E002",
        )
        for model in grants.histories_without_walls()
    ]


@register(Tags.security)
def signing_keys_can_be_read(**_kwargs):
    """Tell what is wrong with the site's file of signing keys, before somebody signs."""
    path = settings.SIGNING_KEYS
    if path is None or (settings.DEMO and not path.exists()):  # the demo makes its own
        return []
    try:
        path.read_bytes()
        keyring()
    except (OSError, WrongKeyring) as fault:
        return [Error(f"Cấu hình ký số: {fault}", hint="docs/signing.md", id="config.E003")]
    return []


def _errors(connection):
    try:
        connection.ensure_connection()
        found = conditions.ask(connection.connection)
    except CannotRun as refusal:
        return [Error(str(refusal), id="config.E001")]
    reasons = conditions.reasons_against(found, app=connection.settings_dict["LOGIN"] == APP)
    return [Error(reason, id="config.E001") for reason in reasons]
