"""Django's entry for this room."""

from pathlib import Path

from django.apps import AppConfig
from django.conf import settings


class DeskConfig(AppConfig):
    """The room `desk`."""

    name = "desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from desk.catalogues import compile_changed  # noqa: PLC0415 -- needs the settings

        compile_changed()
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # or whitenoise warns
