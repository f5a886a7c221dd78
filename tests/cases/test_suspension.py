"""A member suspended, extended, returned; the register and the next meeting know it, nothing ends by itself."""

from datetime import date

import pytest

from cases import sittings
from cases.models import Case, StepRecord
from cases.verification import verify
from law.electorate import electorate
from registry import register
from registry.models import RegisterEntry, VotingStatus
from tests.cases.discipline import POWER, World, refused_whole
from tests.cases.suspension import proposed

DAY = date(2026, 5, 4)
#: What the law of May 2026 leaves open for a member who holds no office.
OPEN = ("suspension.grounds", "authority.suspension", POWER, "suspension.complaint")
BACK = date(2026, 8, 10)


@pytest.fixture
def world(db):
    return World()


@pytest.fixture
def served(world):
    """A member of the workshop's cell, suspended by the standing committee for ninety days."""
    matter = proposed(world, DAY, body="ubkt_an", by="soan")
    matter.sign("submit", draft="soan", by="chu", on=DAY)
    matter.asks(OPEN, DAY).decided(DAY, days=90)
    matter.take("hand_over", by="nghe", on=DAY)
    return matter


def meets(world, body, on):
    """Who counts at a meeting of that body on that day."""
    meeting = world.meets(body, "xuong1", on)
    facts = __import__("cases.reading", fromlist=["read_file"])
    return meeting, facts


def test_a(served):
    assert served.stage == "dang_dinh_chi"
    assert served.ends == date(2026, 8, 2)
    print([ (p.paper.kind, p.paper.number_text) for p in served.case.papers.all()])
    print(VotingStatus.objects.filter(status="dinh_chi").values())
    served.extended(date(2026,7,30), days=30)
    assert served.ends == date(2026, 9, 1)
    served.sign("notify", draft="soan", by="ky", on=date(2026,7,30))
    served.number(on=date(2026,7,30))
    served.sign("lift", draft="soan", by="ky", on=BACK, returns_on="2026-08-11")
    served.number(on=BACK)
    served.take("announce_return", by="nghe", on=BACK)
    served.take("close", by="soan", on=BACK)
    print([ (p.paper.kind, p.paper.number_text) for p in served.case.papers.all()])
    print(VotingStatus.objects.filter(status="dinh_chi").values())
    print(list(RegisterEntry.objects.values()))
    assert not verify().faults
    assert not list(register.faults())
