"""Django's entry for this room."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """The room `registry`."""

    name = "registry"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from registry.lists import in_background  # noqa: F401, PLC0415 -- marks its jobs
        from registry.members import taking_in  # noqa: F401, PLC0415 -- a kind of list
