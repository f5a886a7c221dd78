"""Sample sign-ins, offered on the sign-in page of a demonstration and nowhere else."""

from dataclasses import dataclass

from django.conf import settings

from desk.pages.parts import Who
from registry import clock
from registry.models import Membership, Person, Post, on


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
    members = (
        Membership.objects.filter(on(clock.today()), person__account__is_active=True)
        .exclude(person__in=first_posts)
        .select_related("person__account", "cell")
        .order_by("person__sort_key")
    )
    held = sorted(first_posts.values(), key=lambda post: (post.body_id, post.pk))
    return [
        *(_sample(one.person, f"{one.get_position_display()} · {one.body.name}") for one in held),
        *(_sample(one.person, f"Đảng viên · {one.cell.name}") for one in members),
    ]


def _sample(person: Person, holds: str) -> SampleSignIn:
    who = Who(person.full_name, holds)
    return SampleSignIn(who, person.account.get_username(), settings.DEMO_PASSWORD)
