"""A walk over every address as every role: nothing is open by oversight, broken, barred or costly."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from desk.chromium import NARROW
from tests.desk.addresses import ADDRESSES, ASKED, MORE, MOST, SAMPLES, WHOLE, every_name
from tests.desk.browser import visit

every_address = pytest.mark.parametrize("address", ADDRESSES, ids=str)
PAGES = [one for one in ADDRESSES if one.page or one.name == "account_login"]
# A campaign looks at every page as every reader. Otherwise one reader stands for the rest, another on
# each page, and of the pages a fifteenth: a look in Chromium takes seconds.
LOOKED_AT = [one for one in SAMPLES if one in PAGES][:: 1 if WHOLE else 25]
every_page = pytest.mark.parametrize("address", LOOKED_AT, ids=str)
# A campaign reads every kind of page in English and without JavaScript; otherwise a sixteenth of them each.
KINDS = [one for one in PAGES if not one.alike]
in_english = pytest.mark.parametrize("address", KINDS[:: 1 if WHOLE else 32], ids=str)
without_script = pytest.mark.parametrize("address", KINDS if WHOLE else KINDS[2::32], ids=str)


def test_every_address_is_declared_and_every_declaration_exists():
    assert every_name() == {address.name for address in ADDRESSES}


def test_no_page_costs_its_reader_more_statements_than_it_may():
    costly = {one.name for one in ADDRESSES if max(one.statements, *one.costs.values(), 0) > MOST}

    assert costly == set(MORE)


@every_address
def test_nobody_enters_without_signing_in(address, world):
    answer = Client().get(address.url(world))

    if address.nobody is not None:
        assert answer.status_code == address.nobody
    else:
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(reverse(settings.LOGIN_URL))


@pytest.mark.parametrize(("address", "role"), ASKED, ids=str)
def test_each_role_sees_what_is_its_own_at_the_declared_cost(address, role, world):
    client, url = world.client(role), address.url(world)

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(url)

    if role in address.seen_by:
        assert answer.status_code == address.status
        said = [one["sql"] for one in asked.captured_queries]
        # what a connection only prepares: whoever comes first prepares for all
        statements = [sql for sql in said if not sql.startswith("PREPARE ") or "; EXECUTE " in sql]
        assert len(statements) == address.costs.get(role, address.statements), "\n".join(statements)
    else:
        assert answer.status_code == address.otherwise


@pytest.mark.browser
@every_page
def test_each_page_is_whole_and_without_barriers_for_whoever_reads_it(address, world, browser):
    url, trouble = address.url(world), []

    for role in world.different_views(url, _lookers(address)):
        with visit(browser, world.address + url, cookies=world.cookies(role, "vi")) as seen:
            trouble += [(role, one) for one in _troubles(seen, "vi")]

    assert not trouble


@pytest.mark.browser
@in_english
def test_each_page_is_as_good_in_english(address, world, browser):
    there = {
        "address": world.address + address.url(world),
        "cookies": world.cookies(_readers(address)[0], "en"),
    }

    with visit(browser, **there) as seen:
        assert not list(_troubles(seen, "en"))


@pytest.mark.browser
@without_script
def test_each_page_says_the_same_without_javascript(address, world, browser):
    there = {
        "address": world.address + address.url(world),
        "cookies": world.cookies(_readers(address)[0], "vi"),
    }

    with visit(browser, **there) as seen, visit(browser, **there, script=False) as bare:
        assert bare.said() == seen.said()
        assert not bare.faults


def _readers(address):
    """The roles that see a page there; "" is nobody."""
    return [
        *(sorted(address.seen_by) if address.page else ()),
        *([""] if address.nobody == 200 else ()),
    ]


def _lookers(address):
    """The readers of this page whose look at it in Chromium is worth its time."""
    readers = _readers(address)
    if address.alike:
        return readers[:1]
    if WHOLE:
        return readers
    return [readers[PAGES.index(address) % len(readers)]]


def _troubles(seen, language):
    yield from [] if seen.status == 200 else [f"status {seen.status}"]
    yield from (
        [] if seen.page.locator("html").get_attribute("lang") == language else ["another language"]
    )
    yield from seen.barriers()
    yield from ["wider than a narrow screen"] if seen.overflows(NARROW) else []
    yield from seen.faults
