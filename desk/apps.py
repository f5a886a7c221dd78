"""Django's entry for this room."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The room `desk`."""

    name = "desk"
    default_auto_field = "django.db.models.BigAutoField"
