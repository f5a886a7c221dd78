"""Django's entry for this room."""

from django.apps import AppConfig


class ProofConfig(AppConfig):
    """The room `proof`."""

    name = "proof"
    default_auto_field = "django.db.models.BigAutoField"
