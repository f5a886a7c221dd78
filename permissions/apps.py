"""Django's entry for this room."""

from django.apps import AppConfig


class PermissionsConfig(AppConfig):
    """The room `permissions`."""

    name = "permissions"
    default_auto_field = "django.db.models.BigAutoField"
