"""Phiên đăng nhập: where an account is signed in now; any of it can be ended from here."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desk.account import devices

#: In a session: when its last visit was written down.
SEEN = "seen_at"


@dataclass(frozen=True)
class SignedIn:
    """One place where the account is signed in, as its owner recognises it."""

    number: int
    device: str
    address: str
    since: datetime
    seen: datetime
    here: bool


@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """The list; sent with `end`, one of them ends, with `others`, all but this one. 404 for another's."""
    if request.method == "POST":
        if "others" in request.POST:
            count = end_all(request.user, but=request.session.session_key)
            messages.success(request, _("Đã kết thúc %(n)d phiên đăng nhập khác.") % {"n": count})
        else:
            _end_one(request)
            messages.success(request, _("Đã kết thúc phiên đăng nhập ấy."))
        return redirect("account_sessions")
    rows = _rows(request)
    page = {"rows": rows, "others": sum(not row.here for row in rows)}
    return render(request, "account/sessions.html", page)


def end_all(user: Any, *, but: str | None = None) -> int:
    """End every session of an account, except `but`, at their next request; return how many."""
    found = UserSession.objects.filter(user=user).exclude(session_key=but or "")
    for one in (ended := list(found)):
        one.end()
    return len(ended)


def end_others(sender: Any, request: Any, user: Any, **_said: Any) -> None:
    """After a change of password: only the session in which it was changed goes on."""
    end_all(user, but=request.session.session_key)


def note_sign_in(sender: Any, request: Any, user: Any, **_said: Any) -> None:
    """A sign-in is a visit."""
    request.session[SEEN] = time.time()


def noting_visits(get_response: Any) -> Any:
    """Write down from time to time, not at every request, that a session is in use and from where."""

    def middleware(request: Any) -> Any:
        response = get_response(request)
        session, now = request.session, time.time()
        if SEEN in session and session[SEEN] + settings.LAST_SEEN_EVERY < now:
            found = UserSession.objects.filter(session_key=session.session_key)
            found.update(last_seen_at=timezone.now())
            session[SEEN] = now
        return response

    return middleware


def _rows(request: HttpRequest) -> list[SignedIn]:
    """This session first, then the others, the last used first; those that ran out are left out."""
    here = request.session.session_key
    found = list(UserSession.objects.filter(user=request.user).order_by("-last_seen_at", "-pk"))
    keys = [one.session_key for one in found]
    live = set(
        Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now()).values_list(
            "session_key", flat=True
        )
    )
    rows = [
        SignedIn(
            one.pk, devices.named(one.user_agent), one.ip, one.created_at, one.last_seen_at,
            here=one.session_key == here,
        )
        for one in found
        if one.session_key in live
    ]  # fmt: skip
    return sorted(rows, key=lambda row: not row.here)


def _end_one(request: HttpRequest) -> None:
    number = request.POST.get("end", "")
    mine = UserSession.objects.filter(user=request.user)
    others = mine.exclude(session_key=request.session.session_key)
    get_object_or_404(others, pk=int(number) if number.isdecimal() else 0).end()
