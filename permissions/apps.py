"""Django's entry for this room."""

from django.apps import AppConfig
from django.conf import settings


class PermissionsConfig(AppConfig):
    """The room `permissions`."""

    name = "permissions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Where the identity vault is on, keys that others can read stop the start."""
        from permissions.vault import keyring  # noqa: PLC0415 -- needs the settings

        if settings.IDENTITY_VAULT:
            keyring.kept().refuse_if_exposed()
