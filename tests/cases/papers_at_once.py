"""Decisions and plans signed electronically that wait for their numbers, and the clerk who gives them."""

from __future__ import annotations

from django.contrib.auth import get_user_model

from documents.models import Paper, State
from registry.models import Person
from registry.provinces import Province
from tests.cases.supervision import Supervision, lay_province


def lay_signed(papers: int) -> Province:
    """A province whose committee signs electronically, with that many papers signed and not numbered."""
    province = lay_province()
    body = province.bodies["ubkt"]
    body.signs_electronically = True
    body.save()
    while waiting().count() < papers:
        Supervision(province).goes_to("decide")
    return province


def waiting():
    return Paper.objects.filter(state=State.SIGNED)


def account_of(person: Person):
    person.account = get_user_model().objects.create_user(f"nguoi-{person.pk}")
    person.save()
    return person.account
