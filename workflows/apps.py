"""Django's entry for this room."""

from django.apps import AppConfig


class WorkflowsConfig(AppConfig):
    """The room `workflows`."""

    name = "workflows"
    default_auto_field = "django.db.models.BigAutoField"
