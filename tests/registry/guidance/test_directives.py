"""The register of guiding documents: entered, entered anew with a reason, and never gone while anything rests on it."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from registry import offices, register
from registry.guidance.directives import (
    EndDirective,
    RightDirective,
    UnlinkCascade,
    WithdrawDirective,
    newest,
)
from registry.guidance_models import Directive
from registry.keeping import OfficeRefused
from registry.models import RegisterEntry
from tests.registry.guidance.conftest import TODAY


def reasons(line, deed, by=None):
    return {one.rule for one in offices.reasons_against(deed, by=by or line.keeper, today=TODAY)}


def withdrawing(line, directive, **more):
    said = {"in_body": line.body, "document": "Báo cáo rà soát (mẫu)", "directive": directive}
    return WithdrawDirective(**said, reason="Ghi nhầm.", day=TODAY, **more)


def righting(line, directive, **more):
    return RightDirective(
        **{**vars(line.entering()), **more}, directive=directive, reason="Ghi nhầm trích yếu.", day=TODAY
    )  # fmt: skip


def test_a_directive_is_entered_with_all_that_names_it(line):
    directive = line.directive()

    assert (directive.number, directive.dated) == ("39-CT/TU", date(2014, 11, 5))
    assert str(directive) == "Chỉ thị 39-CT/TU, 05/11/2014"
    entry = RegisterEntry.objects.get(deed="van_ban_cd")
    assert (entry.body, entry.by) == (line.body, line.keeper)
    assert not list(register.faults())


def test_whoever_keeps_no_register_enters_nothing_and_hears_every_reason(line):
    stranger = line.holder(
        line.committee(line.units[0], "btv", "Ban Thường vụ xã"), "bi_thu", "Lê Mẫu"
    )
    line.directive()
    again = line.entering(dated=date(2014, 11, 5), last_day=date(2014, 1, 1))

    assert reasons(line, again, by=stranger) == {"permission", "input.last_day", "input.number"}


def test_a_wrong_entry_is_written_anew_and_what_cites_it_means_the_new_one(line):
    first = line.directive(theme="Quản lý đảng vien")
    line.puts_into_effect(first, line.units[0])

    right = line.does(righting(line, first, theme="Quản lý đảng viên"))

    first.refresh_from_db()
    assert (first.theme, first.replaced_by, first.reason) == (
        "Quản lý đảng vien",
        right,
        "Ghi nhầm trích yếu.",
    )
    assert newest(first) == right
    assert right.lineage == {first.pk, right.pk}
    assert reasons(line, righting(line, first)) >= {"directive.gone"}
    assert not list(register.faults())


def test_what_is_cited_is_not_withdrawn_and_history_is_kept(line):
    directive = line.directive()
    cascade = line.puts_into_effect(directive, line.units[0])

    assert reasons(line, withdrawing(line, directive)) == {"directive.cited"}
    unlinked = UnlinkCascade(
        in_body=line.body, document="Báo cáo", cascade=cascade, reason="Nhầm đơn vị.", day=TODAY
    )
    line.does(unlinked)
    assert reasons(line, withdrawing(line, directive, cited_by=("2 hồ sơ",))) == {"directive.cited"}
    line.does(withdrawing(line, directive))

    assert Directive.objects.get().withdrawn_on == TODAY
    assert reasons(line, withdrawing(line, directive)) == {"directive.gone"}
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        cascade.delete()


def test_nothing_of_an_entry_is_rewritten(line):
    directive = line.directive()

    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Directive.objects.filter(pk=directive.pk).update(theme="Khác")


def test_it_holds_from_its_first_day_to_its_last(line):
    directive = line.directive()

    ended = EndDirective(
        in_body=line.body,
        document="Quyết định (mẫu)",
        directive=directive,
        last_day=date(2026, 12, 31),
    )
    line.does(ended)

    days = (date(2014, 11, 4), date(2014, 11, 5), date(2026, 12, 31), date(2027, 1, 1))
    assert [directive.holds_on(day) for day in days] == [False, True, True, False]


def test_a_unit_enters_its_own_plan_and_nobody_elses(line):
    directive = line.directive()
    one, other = line.units[:2]
    body = line.committee(one, "btv", "Ban Thường vụ Đảng ủy xã Mẫu 01")
    clerk = line.holder(body, "van_thu", "Phạm Thị Mẫu Thư")

    line.does(line.linking(directive, one, in_body=body), by=clerk)

    assert reasons(line, line.linking(directive, other, in_body=body), by=clerk) == {"input.unit"}
    early = line.linking(directive, one, dated=date(2014, 11, 4), number="1-CV/ĐU")
    assert reasons(line, early) == {"input.dated"}
    with pytest.raises(OfficeRefused, match="đã ghi"):
        line.does(line.linking(directive, one, in_body=body), by=clerk)
