"""English pages speak English: whatever stands there in Vietnamese is data, and is marked as Vietnamese."""

import pytest
from django.conf import settings

from tests.campaign import WHOLE
from tests.desk.addresses import ADDRESSES
from tests.desk.english import Data, unmarked

PAGES = [one for one in ADDRESSES if one.page and one.seen_by and not one.alike]
# A campaign reads every kind of page; otherwise an eighth.
ASKED = PAGES[:: 1 if WHOLE else 8]
#: Pages that still say words of ours in Vietnamese.
NOT_YET: set[str] = set()


@pytest.fixture(scope="module")
def data(world):
    return Data()


@pytest.mark.parametrize("address", ASKED, ids=str)
def test_what_is_vietnamese_on_an_english_page_is_data_and_is_marked(address, world, data):
    client = world.client(min(address.seen_by))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    page = client.get(address.url(world)).content.decode()

    del client.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert unmarked(page) == []
    assert address.name in NOT_YET or data.not_explained(page) == []
