"""The bench's province: copies are whole matters of their own, and every history holds."""

import pytest

from bench.province import filling
from bench.province.copies import Block
from bench.province.told import MATTERS, tell
from cases.models import Case, StepRecord
from cases.verification import verify
from documents.models import Paper
from registry.models import Post
from tests import campaign

#: The province is told anew for each of them.
pytestmark = campaign.only


@pytest.fixture
def province(db) -> Block:
    """One commune told through the door, and two copies of it."""
    tell()
    block = Block.read()
    filling._copy_in(block, range(1, 3))
    return block


def test_every_history_of_every_copy_holds(province):
    report = verify()

    assert report.faults == ()
    assert report.cases == 3 * len(MATTERS)
    assert report.records == StepRecord.objects.count() == 3 * len(province.rows[StepRecord])


def test_a_copy_has_its_own_numbers_people_and_papers(province):
    references = Case.objects.values_list("reference", flat=True)
    bodies = set(Case.objects.values_list("body", flat=True))

    assert len(set(references)) == 3 * len(MATTERS)
    assert len(bodies) == 3
    for record in StepRecord.objects.select_related("case"):
        assert record.post is None or record.post.body_id == record.case.body_id
    for paper in Paper.objects.exclude(signed_by=None):
        assert Post.objects.filter(person=paper.signed_by, body=paper.body).exists()


def test_a_copy_judges_by_facts_about_itself(province):
    case = Case.objects.latest("pk")
    record = case.history.latest("sequence")

    assert f'"person":{record.actor_id}' in record.standing.content
    assert f",{case.subjects.get().organisation_id}," in record.facts.content
