"""Django's entry for this room."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The room `cases`."""

    name = "cases"
    default_auto_field = "django.db.models.BigAutoField"
