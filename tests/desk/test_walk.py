"""A walk over every address as every role: nothing is open by oversight, broken, barred or costly."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.addresses import ADDRESSES, every_name
from tests.desk.browser import NARROW, visit
from tests.desk.world import ROLES

NAMES = sorted(ADDRESSES)
#: Every page with every role that sees it; "" is nobody.
VIEWS = [(name, role) for name in NAMES if ADDRESSES[name].page for role in sorted(ADDRESSES[name].seen_by)]
VIEWS += [(name, "") for name in NAMES if ADDRESSES[name].nobody == 200]


def _url(name, world):
    return reverse(name, kwargs=ADDRESSES[name].parts(world))


def test_every_address_is_declared_and_every_declaration_exists():
    assert every_name() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_nobody_enters_without_signing_in(name, world):
    answer = Client().get(_url(name, world))

    if (expected := ADDRESSES[name].nobody) is not None:
        assert answer.status_code == expected
    else:
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(reverse(settings.LOGIN_URL))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", NAMES)
def test_each_role_sees_what_is_its_own_at_the_declared_cost(name, role, world):
    declared, client, url = ADDRESSES[name], world.client(role), _url(name, world)

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(url)

    if role in declared.seen_by:
        assert answer.status_code == declared.status
        statements = [one["sql"] for one in asked.captured_queries]
        assert len(statements) == declared.statements, "\n".join(statements)
    else:
        assert answer.status_code == declared.otherwise


@pytest.mark.browser
@pytest.mark.parametrize("language", dict(settings.LANGUAGES))
@pytest.mark.parametrize(("name", "role"), VIEWS)
def test_each_page_is_whole_and_without_barriers(name, role, language, world, browser):
    there = {"address": world.address + _url(name, world), "cookies": world.cookies(role, language)}

    with visit(browser, **there) as seen:
        assert seen.status == 200
        assert seen.page.locator("html").get_attribute("lang") == language
        assert not seen.look_for_barriers()
        assert not seen.overflows(NARROW)
        assert not seen.faults


@pytest.mark.browser
@pytest.mark.parametrize(("name", "role"), VIEWS)
def test_each_page_says_the_same_without_javascript(name, role, world, browser):
    there = {"address": world.address + _url(name, world), "cookies": world.cookies(role, "vi")}

    with visit(browser, **there) as seen, visit(browser, **there, script=False) as bare:
        assert bare.heading() == seen.heading()
        assert bare.said() == seen.said()
        assert not bare.faults
