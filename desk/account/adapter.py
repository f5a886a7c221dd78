"""Local accounts only: the administrator opens them, nobody signs up; who one is, confirmed again."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desk.account import second_step


class LocalAccounts(DefaultAccountAdapter):
    """What differs from allauth's own: no sign-up, no letters, and no way around a second step."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The second step for whoever has one, and never the password instead; else the password."""
        if not user.is_authenticated:
            return []
        name = "mfa_reauthenticate" if second_step.is_on(user) else "account_reauthenticate"
        return [{"id": name, "description": "", "url": reverse(name)}]


class SecondSteps(DefaultMFAAdapter):
    """A second step that must be there is not switched off."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _(
            "Chức trách của bạn bắt buộc có xác thực hai lớp, không ngừng được. "
            "Đổi điện thoại thì nhờ người quản trị đặt lại."
        ),
    }

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return not second_step.must_have(authenticator.user)


def username_of(request: Any, credentials: Any = None) -> str | None:
    """The name by which failures are counted: from the call, or from the form of the sign-in."""
    typed = (credentials or {}).get("username")
    return typed or (request.POST.get("login") if request else None)
