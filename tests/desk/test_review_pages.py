"""The page of a discipline says how its decision stands, and leads to what reviewed it; the review leads back."""

import pytest

from desk.gathering.addresses import case_url
from tests.cases.complaints import SETTLED
from tests.cases.discipline import World
from tests.cases.test_complaint import reprimanded, settled_at_the_first_level
from tests.desk.hands import ByClient


@pytest.fixture
def read(db, settings):
    """A reader: the page of a matter as the person of that short name reads it on the day of the settlement."""
    hand = ByClient()
    settings.STANDS_ON = SETTLED

    def of(matter, who):
        answer = hand.client(matter.world.who(who)).get(case_url(matter.case))
        assert answer.status_code == 200
        return answer.content.decode()

    return of


def test_what_stands_of_a_decision_is_said_on_its_page(read):
    discipline = reprimanded(World())
    assert "Đang có hiệu lực: khiển trách" in read(discipline, "hieu")

    review = settled_at_the_first_level(discipline, khong=5)

    said = read(discipline, "hieu")
    assert "Đã xóa bỏ" in said
    assert review.case.reference in said
    assert "Hình thức kỷ luật đã bị xóa bỏ" in said
    assert discipline.case.reference in read(review, "soan")
