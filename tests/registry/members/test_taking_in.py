"""A member list taken in: a copy with its source, the same list changes nothing, faults are found and close."""

from collections import Counter
from datetime import date, timedelta

import pytest

from registry import offices, register
from registry.keeping import OfficeRefused
from registry.member_models import MemberFinding, MemberImport, MemberRow
from registry.models import Membership, Person, on
from tests.registry.members.conftest import SYNCED, TODAY, rows_of

LATER = SYNCED + timedelta(days=7)


def faults(**asked):
    return Counter(MemberFinding.objects.filter(**asked).values_list("kind", flat=True))


def with_seven_faults(rows):
    """Two entry faults, two of update, three of synchronising… planted where nobody would look."""
    rows[11] |= {"ma_dinh_danh": "12345"}
    rows[222] |= {"ngay_sinh": "31/02/1980"}
    rows[333] |= {"ho_ten": "NguyÔn V¨n MÉu"}
    rows[444] |= {"ma_chi_bo": "=A1"}
    rows[555] |= {"loai": "chinh_thuc", "ngay_chinh_thuc": None}
    rows[664] |= {"ngay_chinh_thuc": date(2026, 9, 9)}
    rows[777] |= {"ho_ten": rows[7]["ho_ten"], "ngay_sinh": rows[7]["ngay_sinh"]}
    return rows


def test_the_first_list_makes_the_copy(commune):
    taken = commune.take_in(rows_of(10, commune.cells))

    assert (taken.rows, taken.created, taken.held_back) == (10, 10, 0)
    row = MemberRow.objects.get(personal_id="990000000004")
    assert (row.status, row.taken_in.source) == ("du_bi", "Cơ sở dữ liệu đảng viên (mẫu)")
    assert row.person.memberships.get().first_day == date(2026, 3, 3)
    assert list(register.faults()) == []


def test_the_same_file_twice_changes_nothing(commune):
    commune.take_in(rows_of(60, commune.cells))
    before = (Person.objects.count(), Membership.objects.count(), MemberRow.objects.count())

    again = commune.take_in(rows_of(60, commune.cells))

    assert (again.created, again.changed, again.unchanged) == (0, 0, 60)
    assert (Person.objects.count(), Membership.objects.count(), MemberRow.objects.count()) == before


def test_a_thousand_rows_with_seven_faults_give_seven_findings(commune):
    good = rows_of(1000, commune.cells)
    commune.take_in(good[:8])  # so that a twin of row 7 can be told

    taken = commune.take_in(with_seven_faults(rows_of(1000, commune.cells)))

    assert faults() == {"nhap": 4, "cap_nhat": 2, "dong_bo": 1}
    assert (taken.held_back, taken.created) == (5, 987)
    assert {one.found_on for one in MemberFinding.objects.all()} == {SYNCED}


def test_what_was_put_right_closes_with_the_next_list(commune):
    commune.take_in(rows_of(8, commune.cells))
    commune.take_in(with_seven_faults(rows_of(1000, commune.cells)))
    put_right = with_seven_faults(rows_of(1000, commune.cells))
    for n in (11, 222, 333, 555):
        put_right[n] = rows_of(1000, commune.cells)[n]

    commune.take_in(put_right, on=LATER)

    assert faults(fixed_on=None) == {"nhap": 1, "cap_nhat": 1, "dong_bo": 1}
    assert faults(fixed_on=LATER) == {"nhap": 3, "cap_nhat": 1}
    assert MemberFinding.objects.count() == 7


def test_a_member_goes_on_in_another_cell_without_a_gap(commune):
    rows = rows_of(3, commune.cells)
    commune.take_in(rows)
    rows[0]["ma_chi_bo"] = commune.cells[1]

    taken = commune.take_in(rows, on=LATER)

    person = MemberRow.objects.get(personal_id=rows[0]["ma_dinh_danh"], superseded_in=None).person
    old, new = person.memberships.order_by("first_day")
    assert (taken.changed, new.first_day - old.last_day) == (1, timedelta(days=1))
    assert person.memberships.filter(on(LATER)).get().cell.code == commune.cells[1]
    assert list(register.faults()) == []


def test_who_is_missing_from_the_list_stays_a_member(commune):
    rows = rows_of(5, commune.cells)
    commune.take_in(rows)

    commune.take_in(rows[1:], on=LATER)

    finding = MemberFinding.objects.get()
    assert (finding.kind, finding.check_name) == ("dong_bo", "vang_trong_tep")
    copies = MemberRow.objects.values("person")
    assert not Membership.objects.filter(person__in=copies).exclude(last_day=None).exists()


def test_somebody_already_in_the_register_is_found_there(commune):
    known = Membership.objects.filter(cell__code=commune.cells[0], last_day=None).first().person
    rows = rows_of(1, commune.cells)
    rows[0]["ho_ten"] = known.full_name

    commune.take_in(rows)

    assert MemberRow.objects.get().person == known


def test_only_a_keeper_takes_a_list_in_and_never_an_older_one(commune):
    commune.take_in(rows_of(2, commune.cells))
    stranger = Person.objects.exclude(posts__body=commune.body).first()
    deed = commune.deed(rows_of(2, commune.cells), on=SYNCED - timedelta(days=1))

    with pytest.raises(OfficeRefused) as refused:
        offices.record(deed, by=stranger, today=TODAY)

    assert {one.rule for one in refused.value.reasons} == {"permission", "input.synced_on"}
    assert MemberImport.objects.count() == 1


def test_a_change_beside_the_door_is_found(commune):
    commune.take_in(rows_of(2, commune.cells))
    MemberRow.objects.first().person.memberships.update(first_day=date(2001, 1, 1))

    [fault] = register.faults()

    assert "khác với nhật ký" in fault.what
