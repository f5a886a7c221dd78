"""Exits from the Party: a row each, with kind, decision and day; put right and undone by further rows, never edited."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from registry import offices, register
from registry.exits import counted, exit_of, exits
from registry.keeping import OfficeRefused
from registry.leaving import CorrectExit, LeaveParty, RestoreMember
from registry.models import Exit, Membership, Person
from registry.provinces import load

DAY, NEXT = date(2026, 3, 2), date(2026, 3, 9)
#: What the seed counts: on request, struck off, expelled.
SEED = {"xin_ra": 80, "xoa_ten": 204, "khai_tru": 58}


@pytest.fixture
def province(db):
    return load("mau_giang", code="ra")


def seeded(province):
    """One row for each who left, in one cell, each with a decision of its own."""
    cell = province.organisations["xuong"]
    kinds = [kind for kind, number in SEED.items() for _ in range(number)]
    people = Person.objects.bulk_create(
        Person(full_name=f"Người Mẫu {n}", sort_key=f"mau {n:03}", search_key=f"mau {n}")
        for n in range(len(kinds))
    )
    ended = Membership.objects.bulk_create(
        Membership(person=one, cell=cell, status="chinh_thuc", first_day=date(2020, 1, 1), last_day=DAY)
        for one in people
    )  # fmt: skip
    Exit.objects.bulk_create(
        Exit(person=one, membership=membership, kind=kind, decision=f"Quyết định số {n}-QĐ/ĐU",
             decided_on=DAY, last_day=DAY, entered_on=DAY)
        for n, (one, membership, kind) in enumerate(zip(people, ended, kinds, strict=True), start=1)
    )  # fmt: skip
    return cell


def test_the_seed_is_counted_from_single_rows_and_a_corrected_kind_moves_one(province):
    cell = seeded(province)
    assert counted(DAY) == {**SEED, "huy_ket_nap": 0}
    wrong = exits(DAY).filter(kind="xoa_ten").order_by("pk").first()

    offices.record(
        CorrectExit(
            wrong=wrong, in_body=province.bodies["chi_bo_xuong"], way="khai_tru", decided_on=DAY,
            entered_on=NEXT, document="Quyết định số 9-QĐ/ĐU",
        ),
        by=province.people["xuong1"], today=NEXT,
    )  # fmt: skip

    after = counted(NEXT, [cell.pk])
    assert (after["xoa_ten"], after["khai_tru"], sum(after.values())) == (203, 59, 342)
    assert counted(DAY)["xoa_ten"] == 204  # what was counted that day stays counted
    assert not list(register.faults())


def left(province, who="thu"):
    person = province.people[who]
    return offices.record(
        LeaveParty(
            membership=person.memberships.get(), in_body=province.bodies["chi_bo_xuong"], way="khai_tru",
            document="Quyết định số 5-QĐ/ĐU", decided_on=DAY, last_day=DAY,
        ),
        by=province.people["xuong1"], today=DAY,
    )  # fmt: skip


def test_whoever_was_expelled_wrongly_is_restored_without_a_gap(province):
    found, thu = left(province), province.people["thu"]
    back = RestoreMember(
        exit=found, in_body=province.bodies["chi_bo_xuong"], document="Quyết định số 8-QĐ/ĐU",
        decided_on=NEXT, entered_on=NEXT,
    )  # fmt: skip

    offices.record(back, by=province.people["xuong1"], today=NEXT)

    before, after = thu.memberships.order_by("first_day")
    assert (before.last_day, after.first_day) == (DAY, date(2026, 3, 3))
    assert (exit_of(thu, DAY), exit_of(thu, NEXT)) == (found, None)
    with pytest.raises(OfficeRefused, match="đã được phục hồi"):
        offices.record(back, by=province.people["xuong1"], today=NEXT)
    assert not list(register.faults())


def test_nobody_leaves_twice_nor_writes_down_their_own_leaving(province):
    found = left(province)

    with pytest.raises(OfficeRefused, match="đã ghi Đặng Văn Thử ra khỏi Đảng"):
        left(province)
    with pytest.raises(OfficeRefused, match="Không ai tự ghi"):
        left(province, "xuong1")
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Exit.objects.filter(pk=found.pk).update(kind="xin_ra")
