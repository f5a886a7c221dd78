"""Django's entry for this room."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The room `jobs`."""

    name = "jobs"
    default_auto_field = "django.db.models.BigAutoField"
