"""English pages speak English: whatever stands there in Vietnamese is data, and is marked as Vietnamese."""

import pytest
from django.conf import settings

from tests.campaign import WHOLE
from tests.desk.addresses import ADDRESSES
from tests.desk.english import Data, unmarked

PAGES = [one for one in ADDRESSES if one.page and one.seen_by and not one.alike]
# A campaign reads every kind of page; otherwise one in twenty-four.
ASKED = PAGES[:: 1 if WHOLE else 24]
#: Pages of which a campaign has shown that no word of ours stands there in Vietnamese.
CLEAN = {
    "absence-deed", "account_logout", "case-new", "case-reads-export", "cases", "envelope-deed", "file-loans-export",
    "foreign", "grades", "item-deed", "lists-taken", "member-manager", "mfa_deactivate_totp", "misuse-new",
    "number-book-open", "office-end", "office-new", "organisations", "overdue-list", "paper", "reorganisation-new",
    "signature-check", "term-deed",
}  # fmt: skip


@pytest.fixture(scope="module")
def read(world):
    """Each page in English, as its first reader sees it."""
    return {str(one): _in_english(one, world) for one in ASKED}


def test_what_is_vietnamese_on_an_english_page_is_marked(read):
    assert {where: left for where, page in read.items() if (left := unmarked(page))} == {}


def test_what_is_vietnamese_on_an_english_page_is_data(read):
    data, clean = Data(), [str(one) for one in ASKED if one.name in CLEAN]

    assert {where: left for where in clean if (left := data.not_explained(read[where]))} == {}


def _in_english(address, world):
    client, url = world.client(min(address.seen_by)), address.url(world)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = client.get(url).content.decode()
    del client.cookies[settings.LANGUAGE_COOKIE_NAME]
    return page
