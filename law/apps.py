"""Django's entry for this room."""

from django.apps import AppConfig


class LawConfig(AppConfig):
    """The room `law`."""

    name = "law"
    default_auto_field = "django.db.models.BigAutoField"
