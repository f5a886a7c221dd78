"""Sample sign-ins, offered on the sign-in page of a demonstration and nowhere else."""

from dataclasses import dataclass

from django.conf import settings

from desk.pages.parts import Who
from registry import clock
from registry.models import Post, on


@dataclass(frozen=True)
class SampleSignIn:
    """A sample person with an account, and the password all sample accounts share."""

    who: Who
    username: str
    password: str


def sign_ins() -> list[SampleSignIn]:
    """Every person of the register who has an account, once, in the order of bodies; empty outside a demo."""
    if not settings.DEMO:
        return []
    posts = (
        Post.objects.filter(on(clock.today()), person__account__is_active=True)
        .select_related("person__account", "body")
        .order_by("body", "pk")
    )
    first_posts = {post.person_id: post for post in reversed(posts)}
    return [
        _sample(post)
        for post in sorted(first_posts.values(), key=lambda post: (post.body_id, post.pk))
    ]


def _sample(post: Post) -> SampleSignIn:
    who = Who(post.person.full_name, f"{post.get_position_display()} · {post.body.name}")
    return SampleSignIn(who, post.person.account.get_username(), settings.DEMO_PASSWORD)
