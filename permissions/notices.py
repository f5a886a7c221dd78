"""Notices: one sentence for a person, or for whoever holds a post in a body, until it has been seen."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from proof.walls import Erased, superseded_once
from registry.erasure_models import ordered
from registry.models import Body, Person, Position, Post, held_by


class Notice(models.Model):
    """Thông báo. Addressed to `person`, or to the holders of `position` in `body`; seen once.

    A notice to a post is seen when any of its holders has seen it, and goes with the post.
    """

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="notices")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="notices")
    position = models.CharField("chức vụ", max_length=16, choices=Position.choices, blank=True)
    title = models.CharField("việc", max_length=200)
    text = models.TextField("nội dung")
    link = models.CharField("địa chỉ", max_length=200, blank=True)
    at = models.DateTimeField("lúc", default=timezone.now)
    seen_at = models.DateTimeField("đã xem lúc", null=True)
    seen_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "thông báo"
        verbose_name_plural = "thông báo"
        triggers = superseded_once(
            "seen_at",
            along=("seen_by",),
            erased=Erased(("title", "text"), ordered("e.covers -> 'notices' @> to_jsonb(OLD.id)")),
        )
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["person", "seen_at"]),
            models.Index(fields=["body", "position", "seen_at"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, body=None, position="")
                | (Q(person=None, body__isnull=False) & ~Q(position="")),
                name="a_notice_is_for_a_person_or_a_post",
            )
        ]

    def __str__(self) -> str:
        return self.title


def tell(title: str, text: str, link: str = "", **to: Any) -> Notice:
    """Write a notice to `person=`, or to whoever holds `position=` in `body=`."""
    return Notice.objects.create(title=title, text=text, link=link, **to)


def notices_for(person: Person | Subquery, day: date) -> QuerySet[Notice]:
    """Return the notices to `person` and to the posts in which they act on `day`, the newest first."""
    posts = Post.objects.filter(
        held_by(person, day), body=OuterRef("body"), position=OuterRef("position")
    )
    return Notice.objects.filter(Q(person=person) | Exists(posts))


def unseen(account: Any, day: date) -> Coalesce:
    """Return how many notices wait for whoever signs in as `account`, as a column of another question."""
    person = Subquery(Person.objects.filter(account=account).values("pk"))
    waiting = notices_for(person, day).filter(seen_at=None).order_by()
    counted = waiting.values(all=Value(1)).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def see(person: Person, day: date, only: int | None = None) -> int:
    """Mark the notices to `person` as seen, all of them or `only` one; return how many that were."""
    waiting = notices_for(person, day).filter(seen_at=None)
    if only is not None:
        waiting = waiting.filter(pk=only)
    return waiting.update(seen_at=timezone.now(), seen_by=person)
