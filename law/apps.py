"""Django's entry for this room."""

from pathlib import Path

from django.apps import AppConfig
from django.conf import settings


class LawConfig(AppConfig):
    """The room `law`: it has no tables; what a site adopts lies in files beside its database."""

    name = "law"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open the site's own law versions; a changed one stops the start, with its name."""
        from law import shelf  # noqa: PLC0415 -- needs the settings

        shelf.keep_adoptions(Path(settings.VAR) / "law", Path(settings.VAR) / "keys" / "law")
