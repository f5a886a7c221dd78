"""The page of a discipline says how its decision stands, and leads to what reviewed it; the review leads back."""

import pytest

from desk.gathering.addresses import case_url
from tests.cases.complaints import SETTLED
from tests.cases.discipline import World
from tests.cases.test_complaint import reprimanded, settled_at_the_first_level
from tests.desk.hands import ByClient
from tests.desk.test_api import Program
from workflows.catalogue import PROCEDURES


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


def test_what_the_door_alone_takes_has_no_page_is_offered_nowhere_and_is_refused_with_its_source(
    db, settings
):
    discipline = reprimanded(World())
    settings.STANDS_ON = SETTLED
    who, reference = discipline.world.who("hieu"), discipline.case.reference
    client, program = ByClient().client(who), Program(who)
    of_the_door = {one.code for one in PROCEDURES["P5.CB"].steps.values() if one.door_only}

    said = client.get(case_url(discipline.case)).content.decode()
    offered = {one["step"] for one in program.get(f"/cases/{reference}/actions").json()}
    refused = program.post(
        f"/cases/{reference}/steps/note_annulment", {"acted_on": SETTLED.isoformat(), "inputs": {}}
    )

    assert of_the_door == {"note_review", "note_annulment", "pass_on_file", "lapse_by_law"}
    for page in [case_url(discipline.case, "step", step=one) for one in of_the_door]:
        assert client.get(page).status_code == client.post(page, {}).status_code == 404
        assert page not in said
    assert "record_lapse" in offered
    assert not of_the_door & offered
    assert refused.status_code == 422
    assert "chỉ được ghi từ hồ sơ giải quyết khiếu nại" in refused.json()["reasons"][0]["text"]
