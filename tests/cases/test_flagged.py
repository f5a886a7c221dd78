"""Flags decided by people: a proposal goes into the committee's book, both ways linked; nothing happens by itself."""

import pkgutil
from datetime import timedelta
from importlib import import_module

import pytest

import registry as registry_room
from cases import proposals
from cases.flagged import SOURCES, open_flags
from cases.incoming_models import IncomingEntry
from cases.models import Case, ProposalTaken
from cases.refused import StepRefused
from registry import offices, register
from registry.flag_models import FlagDecision
from registry.flags.deciding import DecideFlag, committees_above
from registry.keeping import OfficeRefused
from registry.models import Membership, Post
from tests.registry.grades.conftest import Graded, grade_of
from tests.registry.members.conftest import TODAY


class Office(Graded):
    """The commune, one of whose members was graded lowest last year."""

    def __init__(self):
        super().__init__()
        self.members(6)
        self.take_grades([grade_of(0, "khong_hoan_thanh"), *(grade_of(n) for n in range(1, 6))])
        self.officer, self.clerk = self.province.people["soan"], self.province.people["van"]
        self.committee = self.province.bodies["ubkt_an"]

    def flags(self, by=None):
        return open_flags(by or self.keeper, TODAY)

    def decides(self, flag, outcome="de_nghi", *, by=None, body=None, **said):
        to = self.committee if outcome == "de_nghi" else None
        deed = DecideFlag(
            **{
                "document": "", "flag": flag, "in_body": body or self.body, "decided_by": by or self.keeper,
                "outcome": outcome, "reason": "Chi bộ báo cáo hai lần bỏ việc được giao.",
                "decided_on": TODAY, "to": to, **said,
            }
        )  # fmt: skip
        return offices.record(deed, by=by or self.keeper, today=TODAY)

    def takes_in(self, decision, key="k1"):
        said = {
            "acted_on": TODAY,
            "arrived_on": TODAY,
            "summary": "Việc không hoàn thành nhiệm vụ.",
        }
        return proposals.take_in(decision, actor=self.clerk, today=TODAY, said=said, key=key)


@pytest.fixture
def office(db):
    return Office()


def test_the_lowest_grade_of_last_year_is_one_flag(office):
    (flag,) = office.flags()

    assert (flag.kind, flag.words) == ("xep_loai", "Năm 2025: không hoàn thành nhiệm vụ")
    assert not Case.objects.exists()


def test_a_grade_that_changes_takes_its_flag_away_and_an_older_year_raises_none(office):
    office.take_grades([grade_of(0, "hoan_thanh"), grade_of(1, "khong_hoan_thanh", 2024)])

    assert office.flags() == []


def test_a_proposal_becomes_a_finding_in_the_committees_book_linked_both_ways(office):
    decision = office.decides(office.flags()[0])
    assert not Case.objects.exists()

    case = office.takes_in(decision)

    entry = IncomingEntry.objects.get(case=case)
    assert (entry.source, entry.sender_kind, entry.sender_number) == (
        "qua_kiem_tra", "to_chuc", proposals.number_of(decision),
    )  # fmt: skip
    assert case.stage == "da_vao_so"
    assert case.proposal.decision == decision
    assert proposals.case_of(decision, office.clerk, TODAY) == case
    assert list(register.faults()) == []


def test_it_is_taken_in_once(office):
    decision = office.decides(office.flags()[0])
    first = office.takes_in(decision)

    assert office.takes_in(decision) == first
    with pytest.raises(StepRefused, match="đã được tiếp nhận"):
        office.takes_in(decision, key="k2")
    assert (Case.objects.count(), ProposalTaken.objects.count()) == (1, 1)


def test_a_flag_decided_does_not_come_back_unless_its_source_changes(office):
    office.decides(office.flags()[0], "khong_de_nghi")
    assert office.flags() == []
    assert office.flags(office.officer) == []

    office.take_grades([grade_of(0, "hoan_thanh")])
    office.take_grades([grade_of(0, "khong_hoan_thanh")])

    assert len(office.flags()) == 1


def test_nobody_decides_twice_or_about_themselves_or_without_a_reason(office):
    (flag,) = office.flags()

    with pytest.raises(OfficeRefused, match="Chưa ghi lý do"):
        office.decides(flag, reason=" ")
    with pytest.raises(OfficeRefused, match="Chưa chọn ủy ban kiểm tra"):
        office.decides(flag, to=None)
    with pytest.raises(OfficeRefused, match="không có nơi nhận"):
        office.decides(flag, "khong_de_nghi", to=office.committee)
    office.decides(flag)
    with pytest.raises(OfficeRefused, match="đã có quyết định"):
        office.decides(flag, by=office.officer, body=office.committee)


def test_who_decides_is_the_line_of_the_unit(office):
    (flag,) = office.flags()
    secretary = office.province.people["hieu"]  # of another cell

    assert office.flags(secretary) == []
    with pytest.raises(OfficeRefused, match="không thuộc"):
        office.decides(flag, by=secretary, body=office.province.bodies["chi_bo_truong"])
    with pytest.raises(OfficeRefused, match="Chỉ bí thư"):
        office.decides(flag, by=office.province.people["giam"], body=office.committee)
    assert committees_above(flag.unit, TODAY) == [office.committee]


def test_a_person_neither_sees_flags_nor_decisions_about_themselves(office):
    (flag,) = office.flags()
    decision = office.decides(flag)
    Membership.objects.filter(person=flag.person).update(
        cell=office.province.organisations["truong"]
    )
    Post.objects.create(
        person=flag.person, body=office.province.bodies["btv_an"], position="pho_bi_thu",
        first_day=TODAY - timedelta(days=1),
    )  # fmt: skip

    assert not proposals.readable(flag.person, TODAY).filter(pk=decision.pk).exists()
    assert proposals.readable(office.officer, TODAY).filter(pk=decision.pk).exists()


def test_points_that_contradict_their_grade_are_a_flag_without_a_name_in_it(office):
    office.take_grades([grade_of(3, "tot", diem="40")])

    flag = next(one for one in office.flags() if one.source.startswith("finding:"))

    assert flag.person.full_name == "Nguyễn Mẫu Số 3"
    assert flag.person.full_name not in flag.words
    assert "40 điểm, xếp loại hoàn thành tốt nhiệm vụ" in flag.words


def test_the_history_of_the_register_does_not_say_about_whom(office):
    (flag,) = office.flags()
    office.decides(flag)

    entry = office.body.register_entries.latest("pk")

    assert entry.person is None
    assert flag.person.full_name not in entry.content
    assert "bỏ việc được giao" not in entry.content
    assert FlagDecision.objects.get().reason == "Chi bộ báo cáo hai lần bỏ việc được giao."


def test_a_decision_is_kept_as_it_was(office):
    office.decides(office.flags()[0])

    with pytest.raises(Exception, match=r"ghi thêm|permission denied"):
        FlagDecision.objects.update(reason="Khác")


def test_every_register_that_raises_flags_is_asked():
    raising = set()
    for module in pkgutil.walk_packages(registry_room.__path__, "registry."):
        if ".migrations" not in module.name:
            found = vars(import_module(module.name)).get("flags")
            if callable(found) and found.__module__ == module.name:
                raising.add(found)

    assert raising == {one for one in SOURCES.values() if one.__module__.startswith("registry.")}
