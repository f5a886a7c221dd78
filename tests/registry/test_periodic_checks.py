"""What a base committee owes in turns: done, missed and written down, closed when it is done after all."""

from datetime import date

import pytest

from registry import offices, register
from registry.keeping import OfficeRefused
from registry.member_models import MemberFinding
from registry.periodic_checks import FindMissed, RecordCheck, turns
from registry.provinces import load

DONE, TODAY = date(2025, 11, 10), date(2026, 3, 20)


class Base:
    """The commune's committee, and the base organisation under it."""

    def __init__(self):
        self.province = load("mau_giang", code="dk")
        self.unit, self.body = self.province.organisations["an"], self.province.bodies["btv_an"]

    def does(self, kind, what, day, **said):
        deed = kind(
            in_body=self.body, unit=self.unit, what=what, day=day, document="Biên bản (mẫu)", **said
        )
        return offices.record(deed, by=self.province.people["ky"], today=TODAY)

    def turn(self, what, day=TODAY):
        return next(one for one in turns([self.unit.pk], day) if one.kind == what)


@pytest.fixture
def base(db):
    return Base()


def test_a_turn_comes_again_after_its_months(base):
    assert base.turn("phieu_chuyen").due is None, "nothing was done here yet"

    base.does(RecordCheck, "phieu_chuyen", DONE, result="Đủ phiếu.")
    base.does(RecordCheck, "ho_so", DONE)

    assert base.turn("phieu_chuyen").due == date(2026, 2, 10)
    assert base.turn("ho_so").due == date(2026, 5, 10)
    assert [one.missed_on(TODAY) for one in turns([base.unit.pk], TODAY)] == [True, False]


def test_a_missed_turn_is_a_finding_once_and_closed_when_it_is_done(base):
    base.does(RecordCheck, "phieu_chuyen", DONE)
    missed = base.does(FindMissed, "phieu_chuyen", TODAY)
    assert (missed.kind, missed.unit) == (MemberFinding.Kind.UPDATE, base.unit)

    with pytest.raises(OfficeRefused, match="đã được ghi"):
        base.does(FindMissed, "phieu_chuyen", TODAY)
    with pytest.raises(OfficeRefused, match="Chưa quá kỳ"):
        base.does(FindMissed, "ho_so", TODAY)
    base.does(RecordCheck, "phieu_chuyen", TODAY)

    missed.refresh_from_db()
    assert missed.fixed_on == TODAY
    assert base.turn("phieu_chuyen").finding is None
    assert list(register.faults()) == []
