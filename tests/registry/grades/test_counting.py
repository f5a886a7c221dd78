"""Who is graded, counted on the last day of the year: exempt, suspended and newly admitted members are left out.

One official member came from elsewhere in July: late in the register, and no new member.
"""

from datetime import date

from registry.grades.counting import graded_in
from registry.models import Membership, Person, VotingStatus
from registry.provinces import load

DAY = date(2025, 12, 31)


def hundred_members(cell):
    people = Person.objects.bulk_create(
        [
            Person(full_name=f"Lê Mẫu Số {n}", sort_key=f"so {n:03}", search_key=f"so {n}")
            for n in range(100)
        ]
    )
    Membership.objects.bulk_create(
        [
            Membership(
                person=one, cell=cell, status="du_bi" if n in (98, 99) else "chinh_thuc",
                first_day=date(2025, 7, 1) if n in (97, 98, 99) else date(2015, 1, 1),
            )
            for n, one in enumerate(people)
        ]
    )  # fmt: skip
    for n, status in (
        (0, "mien_sinh_hoat"),
        (1, "mien_sinh_hoat"),
        (2, "mien_sinh_hoat"),
        (3, "dinh_chi"),
    ):
        VotingStatus.objects.create(
            person=people[n], status=status, document="QĐ (mẫu)", first_day=date(2025, 3, 1)
        )
    return people


def a_cell_of_its_own(db):
    return load("mau_giang", code="dg").organisations["truong"]


def test_of_a_hundred_three_exempt_one_suspended_two_new_leave_ninety_four(db):
    cell = a_cell_of_its_own(db)
    Membership.objects.filter(cell=cell).update(last_day=date(2025, 6, 1))
    hundred_members(cell)

    found = graded_in({cell.pk}, DAY)

    sizes = [len(one) for one in (found.members, found.exempt, found.suspended, found.new)]
    assert sizes == [100, 3, 1, 2]
    assert len(found.to_grade) == 94


def test_who_was_admitted_six_months_before_is_graded(db):
    cell = a_cell_of_its_own(db)
    people = hundred_members(cell)
    Membership.objects.filter(person=people[99]).update(first_day=date(2025, 6, 30))

    found = graded_in({cell.pk}, DAY)

    assert people[98].pk in found.new
    assert people[99].pk in found.to_grade


def test_before_anybody_read_the_time_nobody_is_left_out_as_new(db):
    cell = a_cell_of_its_own(db)
    people = hundred_members(cell)
    Membership.objects.filter(person=people[99]).update(first_day=date(2024, 12, 1))

    found = graded_in({cell.pk}, date(2024, 12, 31))

    assert not found.hit.gives_verdict
    assert not found.new
    assert people[99].pk in found.to_grade
