"""The forms that ask for a code: wrong codes count as failed sign-ins, and lock as those do."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth.signals import user_login_failed
from django.forms import ValidationError
from django.utils.translation import gettext as _


class _Counted:
    """Asks the counter before a code is looked at, and tells it of every wrong one."""

    user: Any

    def clean_code(self) -> str:
        request, name = context.request, {"username": self.user.get_username()}
        if not AxesProxyHandler.is_allowed(request, name):
            request.axes_locked_out = True  # its middleware shows the page of a locked name
            raise ValidationError(_("Sai quá nhiều lần."))
        try:
            return super().clean_code()  # type: ignore[misc]
        except ValidationError:
            user_login_failed.send(sender=type(self), credentials=name, request=request)
            raise


class CodeAtSignIn(_Counted, AuthenticateForm):
    """The code after the password."""


class CodeAgain(_Counted, ReauthenticateForm):
    """The code before something that matters."""
