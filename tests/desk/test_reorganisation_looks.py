"""Each page of plans as the one who keeps the register sees it, in Chromium: whole, and without barriers."""

import pytest
from django.urls import reverse

from desk.navigation import AREAS
from tests.desk.addresses import ADDRESSES, DECIDING
from tests.desk.browser import visit
from tests.desk.test_walk import _troubles

#: The pages of the area, by the side navigation.
PAGES = next(
    {area.name, *area.pages}
    for _title, areas in AREAS
    for area in areas
    if area.name == "reorganisations"
)


@pytest.mark.browser
def test_each_page_is_whole_and_without_barriers(world, browser):
    theirs = [one.url(world) for one in ADDRESSES if one.seen_by == DECIDING and one.name in PAGES]
    with_files = world.plan("03-QĐ/ĐU", unit="thon2", into="thon1")
    theirs.append(reverse("reorganisation-preview", args=[with_files.pk]))
    trouble = []

    for url in theirs:
        there = {"cookies": world.cookies("keeper", "vi")}
        with visit(browser, world.address + url, **there) as seen:
            assert seen.status == 200, url
            trouble += [(url, one) for one in _troubles(seen, "vi")]

    assert len(theirs) > 6
    assert not trouble
