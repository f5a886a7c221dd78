"""Views: find what this person may see, fill a form, call one service, go somewhere."""

from django.http import Http404, HttpRequest

from registry.models import Person


def person_of(request: HttpRequest) -> Person:
    """The register's person who is signed in; an account without one sees nothing (404)."""
    person = getattr(request.user, "person", None)
    if person is None:
        raise Http404("This account belongs to nobody in the register.")
    return person
