"""Django's entry for this room."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The room `reports`."""

    name = "reports"
    default_auto_field = "django.db.models.BigAutoField"
