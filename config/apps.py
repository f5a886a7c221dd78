"""Django's entry for this room."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The room `config`: it has no tables, but it checks the machine and migrates."""

    name = "config"

    def ready(self) -> None:
        from config import checks  # noqa: F401, PLC0415 -- registers the checks
