"""Django's entry for this room."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The room `cases`."""

    name = "cases"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cases import checks, papers_at_once  # noqa: F401, PLC0415 -- register checks and a job
        from cases.reorganisation import in_background  # noqa: F401, PLC0415 -- marks its jobs
