"""Eight clerks enter letters at the same moment: each gets the next number, and no number is lost."""

from __future__ import annotations

import pytest

from cases.incoming_models import IncomingEntry
from cases.models import Case
from cases.refused import StepRefused
from cases.verification import verify
from tests.cases.letters import Letters
from tests.cases.supervision import lay_province
from tests.cases.test_races import _race

CLERKS = 8


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_get_eight_numbers_without_a_gap_though_others_are_refused():
    office = Letters(lay_province())

    def enter(clerk: int) -> Case:
        # Every second one first tries a letter that is refused: its number must not be missed.
        if clerk % 2:
            with pytest.raises(StepRefused):
                office.comes("to_cao", kind="khong_ro", sender="Người mạo tên")
        return office.comes("phan_anh", kind="khong_ro")

    won, lost = _race(enter, CLERKS)

    assert lost == []
    assert sorted(office.book()) == list(range(1, CLERKS + 1))
    assert len({case.pk for case in won}) == CLERKS
    assert IncomingEntry.objects.count() == Case.objects.count() == CLERKS
    assert verify().faults == ()
