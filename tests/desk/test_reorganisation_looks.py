"""Each page of plans as the one who keeps the register sees it, in Chromium: whole, and without barriers."""

import pytest

from registry.reorganisation.plan import Line, LineKind, Target
from tests.desk.addresses import ADDRESSES, DECIDING
from tests.desk.browser import visit
from tests.desk.test_walk import _troubles


@pytest.mark.browser
def test_each_page_is_whole_and_without_barriers(world, browser):
    plan, units = world.plan(), world.province.organisations
    line = Line(LineKind.MERGE, (units["thon2"].code,), (Target(units["thon1"].code),))
    plan.lines = [line.as_json()]  # a cell with a matter that is open
    plan.save(update_fields=["lines"])
    trouble, theirs = [], [one for one in ADDRESSES if one.seen_by == DECIDING and one.page]

    for address in theirs:
        url = world.address + address.url(world)
        with visit(browser, url, cookies=world.cookies("keeper", "vi")) as seen:
            assert seen.status == 200, address
            trouble += [(str(address), one) for one in _troubles(seen, "vi")]

    assert len(theirs) > 9
    assert not trouble
