"""The second step of signing in: who must have one, and how they are led to set it up."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import redirect

from permissions.roles import LEADING
from registry import clock
from registry.models import Person, Post, held_by

#: In the session of someone who must have a second step and has none yet.
DUE = "second_step_due"
#: All that such a person may open until it is set up.
OPEN = frozenset(
    {"mfa_activate_totp", "account_reauthenticate", "account_logout", "language", "csp-report"}
)


def is_on(user: Any) -> bool:
    """Whether the account asks for a code beside the password."""
    return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists()


def must_have(user: Any) -> bool:
    """Whether the site asks it of this account: who signs, acts for a signer, or administers the site."""
    if not settings.SECOND_STEP_REQUIRED:
        return False
    if user.is_staff or user.is_superuser:
        return True
    person = Person.objects.filter(account=user).first()
    if person is None:
        return False
    return Post.objects.filter(held_by(person, clock.today()), position__in=LEADING).exists()


def note_at_sign_in(sender: Any, request: Any, user: Any, **_: Any) -> None:
    """Mark the session of someone who must still set it up; their password was given just now."""
    if must_have(user) and not is_on(user):
        request.session[DUE] = True
        record_authentication(request, user, "password", reauthenticated=True)


def note_set_up(sender: Any, request: Any, user: Any, authenticator: Any, **_: Any) -> None:
    """The code with which a second step was set up confirms who one is."""
    if authenticator.type == Authenticator.Type.TOTP:
        confirmed = {"id": authenticator.pk, "type": authenticator.type, "reauthenticated": True}
        record_authentication(request, user, "mfa", **confirmed)


def leading_there(get_response: Any) -> Any:
    """Lead whoever must set up a second step to its page, from every other page but the way out."""

    def middleware(request: Any) -> Any:
        return get_response(request)

    def process_view(request: Any, *_: Any) -> Any:
        if request.resolver_match.view_name in OPEN or not request.user.is_authenticated:
            return None
        if not request.session.get(DUE) or _settled(request):
            return None
        if request.resolver_match.namespaces:  # a program is not led anywhere
            said = "Tài khoản này phải bật xác thực hai lớp trước. Đăng nhập trên trang để bật."
            return JsonResponse({"detail": said, "reasons": []}, status=403)
        return redirect("mfa_activate_totp")

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware


def _settled(request: Any) -> bool:
    """Whether it was set up meanwhile; the session is then like any other."""
    if is_on(request.user):
        del request.session[DUE]
        return True
    return False
