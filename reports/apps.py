"""Django's entry for this room."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The room `reports`."""

    name = "reports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand the filed figures to the rooms that may not ask for them."""
        from cases import locked_figures  # noqa: PLC0415 -- models are there only now
        from reports import periodic  # noqa: PLC0415 -- likewise

        locked_figures.read_by(periodic.standing)
