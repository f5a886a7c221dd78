"""What the frame around every page needs: who is signed in, in which post, and where they may go."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from cases.emergency import OPENERS
from desk.navigation import address, side_navigation
from desk.pages.parts import Who
from desk.worded import worded
from permissions.choice_models import keys_of
from permissions.notices import unseen
from registry import clock
from registry.models import Person, Post, on


@dataclass(frozen=True)
class Me:
    """The signed-in person as the top bar shows them: name, today's posts, body, and unseen notices.

    `may_open` leads those who lead or audit to the page on which a file is opened in an emergency;
    `keys` is whether the account uses single keys.
    """

    who: Who
    posts: list[str]
    body: str
    positions: frozenset[str] = frozenset()
    notices: int = 0
    may_open: bool = False
    keys: bool = True

    @property
    def post(self) -> str:
        """The post held first; the others stand in the account menu."""
        return self.posts[0] if self.posts else ""


def shell(request) -> dict[str, object]:
    """Context of the frame. Nothing here is asked of the database unless the frame is drawn."""
    me = SimpleLazyObject(lambda: _me(request.user))
    return {
        "demo": settings.DEMO,
        "me": me,
        "navigation": SimpleLazyObject(lambda: side_navigation(_page_name(request), me.positions)),
        "search_url": address("search"),
    }


def _page_name(request) -> str:
    match = request.resolver_match
    return match.view_name if match else ""


def _me(user) -> Me:
    today = clock.today()
    posts = list(
        Post.objects.filter(on(today), person__account=user)
        .annotate(notices=unseen(user, today), keys=keys_of(user))
        .select_related("person", "body")
        .order_by("first_day", "pk")
    )
    if not posts:
        person = getattr(user, "person", None)
        name = str(person or user.get_full_name() or user.get_username())
        if person is None:
            return Me(Who(name), [], "")
        asked = Person.objects.filter(pk=person.pk)
        waiting, keys = asked.values_list(unseen(user, today), keys_of(user))[0]
        return Me(Who(name), [], "", notices=waiting, keys=keys)
    return Me(
        Who(posts[0].person.full_name),
        [f"{worded(post.get_position_display())} · {post.body.name}" for post in posts],
        posts[0].body.name,
        frozenset(post.position for post in posts),
        posts[0].notices,
        any(post.position in OPENERS for post in posts),
        posts[0].keys,
    )
