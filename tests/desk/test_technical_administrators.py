"""The flags of a technical administrator open nothing: no case, no paper, no name of a file anywhere."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import URLPattern, get_resolver

from cases.models import Case
from documents.models import Paper
from registry.models import Person
from tests.campaign import WHOLE
from tests.desk.addresses import SAMPLES

PASSWORD = "mat-khau-cua-kiem-thu"


@pytest.fixture(scope="module")
def administrators(world):
    """Two superusers: one who is nobody in the register, one who is a person without any post."""
    create = get_user_model().objects.create_superuser
    alone, person = create("kythuat1", password=PASSWORD), create("kythuat2", password=PASSWORD)
    Person.objects.create(full_name="Hoàng Văn Thử Máy", account=person)
    return {"nobody": _signed_in(alone), "no post": _signed_in(person)}


def _signed_in(account) -> Client:
    client = Client()
    client.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return client


def _told_by_a_case() -> set[str]:
    """What only someone who sees a file may read: references, titles, and titles of papers."""
    files = Case.objects.values_list("reference", "title")
    return {word for row in files for word in row} | set(
        Paper.objects.values_list("title", flat=True)
    )


#: A calendar's own secret address says who asks; whoever is signed in beside it is nothing to it.
PAGES = [one for one in SAMPLES if one.name != "calendar-feed"]
#: Both of them everything in a campaign; otherwise one of the two, in turn.
ASKED = [
    (address, who)
    for number, address in enumerate(PAGES)
    for turn, who in enumerate(("nobody", "no post"))
    if WHOLE or (number + turn) % 2 == 0
]


@pytest.mark.parametrize(("address", "who"), ASKED, ids=str)
def test_no_answer_tells_anything_of_a_case(address, who, world, administrators):
    url = address.url(world)

    answer = administrators[who].get(url)

    read = b"".join(answer) if answer.streaming else answer.content
    text = read.decode("utf-8", "replace") + answer.headers.get("Location", "").replace(url, "")
    asked = {word for word in _told_by_a_case() if word in url}
    assert not {word for word in _told_by_a_case() - asked if word in text}
    if set(address.parts(world)) & {"reference", "ref", "paper"}:
        assert answer.status_code in (401, 404, 405)


def test_no_page_of_an_administrator_is_served():
    names = {config.name for config in apps.get_app_configs()}

    assert "django.contrib.admin" not in names
    assert not [view for view in _views(get_resolver().url_patterns) if "admin" in view]


def _views(patterns) -> list[str]:
    found: list[str] = []
    for one in patterns:
        if isinstance(one, URLPattern):
            found.append(getattr(one.callback, "__module__", ""))
        else:
            found += _views(one.url_patterns)
    return found
