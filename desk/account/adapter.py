"""Local accounts only: the administrator opens them, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter


class LocalAccounts(DefaultAccountAdapter):
    """What differs from allauth's own: no sign-up, and no letters sent by this site."""

    def is_open_for_signup(self, request):
        return False


def username_of(request, credentials=None) -> str | None:
    """The name typed at sign-in, by which failures are counted: from the call, or from the form."""
    typed = (credentials or {}).get("username")
    return typed or (request.POST.get("login") if request else None)
