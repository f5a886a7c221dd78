"""Django's entry for the compared flow."""

from django.apps import AppConfig


class FlowConfig(AppConfig):
    """The flow the bench compares with."""

    name = "bench.flow"
    label = "bench_flow"
    default_auto_field = "django.db.models.BigAutoField"
