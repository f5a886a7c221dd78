"""A member's rows are told in several registers: the newest entry of all is what a row has to say."""

from datetime import timedelta

from registry import offices, register
from registry.leaving import LeaveParty
from registry.member_models import MemberRow
from registry.models import Membership
from tests.registry.members.conftest import SYNCED, TODAY, Commune, rows_of


def test_who_leaves_after_an_import_of_the_list_is_no_fault_of_either_register(db):
    commune = Commune()
    commune.take_in(rows_of(3, commune.cells[:1]))
    member = MemberRow.objects.get(personal_id="990000000000").person
    deed = LeaveParty(
        membership=member.memberships.get(), in_body=commune.province.bodies["chi_bo_doai"],
        way="xoa_ten", document="QĐ 9 (mẫu)", decided_on=SYNCED + timedelta(days=3),
        last_day=SYNCED + timedelta(days=5),
    )  # fmt: skip

    offices.record(deed, by=commune.keeper, today=TODAY)

    assert list(register.faults()) == []


def test_a_row_changed_behind_the_registers_is_told_of_the_register_that_spoke_last(db):
    commune = Commune()
    commune.take_in(rows_of(3, commune.cells[:1]))
    held = Membership.objects.filter(person__member_rows__personal_id="990000000000").get()

    Membership.objects.filter(pk=held.pk).update(status="du_bi")

    (fault,) = register.faults()
    assert "Đảng ủy xã Mẫu An" in str(fault)
