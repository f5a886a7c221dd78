"""Views: find what this person may see, fill a form, call one service, go somewhere."""

from django.http import Http404, HttpRequest

from proof.reader import become
from registry import clock
from registry.models import Person


def person_of(request: HttpRequest) -> Person:
    """The register's person who is signed in; an account without one sees nothing (404).

    From here on the database shows this request what that person may read today, and nothing else.
    """
    person = getattr(request.user, "person", None)
    if person is None:
        raise Http404("This account belongs to nobody in the register.")
    become(person.pk, clock.today())
    return person
