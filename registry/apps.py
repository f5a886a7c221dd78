"""Django's entry for this room."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """The room `registry`."""

    name = "registry"
    default_auto_field = "django.db.models.BigAutoField"
