"""The pages of plans as their only readers see them, in Chromium: whole, and without barriers."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from registry.models import UnitTransfer
from registry.reorganisation.plan import Line, LineKind, Target
from tests.desk.browser import visit
from tests.desk.test_walk import _troubles


@pytest.fixture(scope="module")
def cookies(world):
    """Signed in: the secretary of the standing committee, who keeps its register."""
    person = world.province.people["bithuxa"]
    person.account = get_user_model().objects.create_user("bi-thu-xa")
    person.save()
    client = Client()
    client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
    held = {
        settings.LANGUAGE_COOKIE_NAME: "vi",
        settings.SESSION_COOKIE_NAME: client.session.session_key,
    }
    return [{"name": name, "value": value, "url": world.address} for name, value in held.items()]


def _addresses(world):
    plan, btv, units = world.plan(), world.province.bodies["btv"], world.province.organisations
    line = Line(LineKind.MERGE, (units["thon2"].code,), (Target(units["thon1"].code),))
    plan.lines = [line.as_json()]  # a cell with a matter that is open
    plan.save(update_fields=["lines"])
    transfer, _ = UnitTransfer.objects.get_or_create(
        organisation=units["hop"], giver=world.province.bodies["ubkt"],
        receiver=btv, first_day=plan.dated, document="QĐ 5 (mẫu)",
    )  # fmt: skip
    return [
        reverse("reorganisations"),
        reverse("reorganisation-new", args=[btv.pk]),
        reverse("reorganisation", args=[plan.pk]),
        reverse("reorganisation-preview", args=[plan.pk]),
        reverse("reorganisation-do", args=[plan.pk]),
        reverse("unit-give", args=[btv.pk]),
        reverse("unit-take-in", args=[transfer.pk]),
        reverse("file-take-up", args=[btv.pk]),
    ]


@pytest.mark.browser
def test_each_page_is_whole_and_without_barriers(world, browser, cookies):
    trouble = []

    for url in _addresses(world):
        with visit(browser, world.address + url, cookies=cookies) as seen:
            assert seen.status == 200
            trouble += [(url, one) for one in _troubles(seen, "vi")]

    assert not trouble
