"""Django's entry for this room."""

from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation.reloader import translation_file_changed


class DeskConfig(AppConfig):
    """The room `desk`."""

    name = "desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from desk.catalogues import compile_changed  # noqa: PLC0415 -- needs the settings

        for catalogue in compile_changed():
            translation_file_changed(None, catalogue)  # the models have read the one of before
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # or whitenoise warns
        _listen()


def _listen():
    """What the account's own pages must know of a sign-in, a new password, a new second step."""
    from allauth.account.signals import password_changed  # noqa: PLC0415 -- needs the apps
    from allauth.mfa.signals import authenticator_added  # noqa: PLC0415
    from django.contrib.auth.signals import user_logged_in  # noqa: PLC0415

    from desk.account import second_step, sessions  # noqa: PLC0415

    user_logged_in.connect(sessions.note_sign_in)
    user_logged_in.connect(second_step.note_at_sign_in)
    authenticator_added.connect(second_step.note_set_up)
    password_changed.connect(sessions.end_others)
