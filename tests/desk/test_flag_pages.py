"""Flags and screening over HTTP: a person decides with a reason, a committee takes a proposal in, nobody is removed."""

import pytest

from cases.models import Case
from registry.flag_models import FlagDecision
from registry.grade_models import Grade
from registry.models import Membership
from registry.screening_models import ScreeningRound, ScreeningRow
from tests.desk.test_grade_pages import GradeSite
from tests.registry.grades.conftest import grade_of
from tests.registry.members.conftest import TODAY

DAY = f"{TODAY:%d/%m/%Y}"


@pytest.fixture
def site(db, settings):
    settings.STANDS_ON = TODAY
    made = GradeSite()
    made.members(6)
    made.take_grades([grade_of(0, "khong_hoan_thanh"), *(grade_of(n) for n in range(1, 6))])
    return made


def source():
    return f"grade:{Grade.objects.get(level='khong_hoan_thanh', superseded_in=None).pk}:lowest"


def decides(site, outcome, *, by=None, **said):
    body = site.body.pk
    return site.browser(by or site.keeper).post(
        f"/dau-hieu/quyet-dinh/{body}/?nguon={source()}",
        {"outcome": outcome, "reason": "Chi bộ báo cáo.", **said},
        follow=True,
    )


def test_a_flag_becomes_a_proposal_and_a_file_linked_both_ways(site):
    committee, clerk = site.province.bodies["ubkt_an"], site.province.people["van"]
    assert "không hoàn thành nhiệm vụ" in site.reads("flags")

    decides(site, "de_nghi", to=committee.pk)
    decision = FlagDecision.objects.get()
    assert "Đề nghị, chờ tiếp nhận" in site.reads("flag-decision", pk=decision.pk)
    assert "Không có dấu hiệu nào chờ xem xét" in site.reads("flags")
    assert not Case.objects.exists()

    assert "Năm 2025: không hoàn thành nhiệm vụ" in site.reads(
        "flags", by=clerk
    )  # where a clerk begins
    form = site.reads("proposal-take-in", by=clerk, pk=decision.pk)
    key = form.split('name="key" value="')[1].split('"')[0]
    said = {"acted_on": DAY, "arrived_on": DAY, "summary": "Không hoàn thành nhiệm vụ.", "key": key}
    site.browser(clerk).post(f"/dau-hieu/da-xet/{decision.pk}/tiep-nhan/", said)
    case = Case.objects.get()

    assert case.reference in site.reads("flag-decision", by=clerk, pk=decision.pk)
    assert f"ĐN-{decision.pk}" in site.reads("case", by=clerk, reference=case.reference)
    told = site.reads("flag-decision", pk=decision.pk, by=site.keeper)
    assert "đã tiếp nhận" in told


def test_no_proposal_is_a_decision_too_and_stays_to_be_read(site):
    decides(site, "khong_de_nghi")

    read = site.reads("flags", query="?muc=da-xet")

    assert "Không đề nghị" in read
    assert "Chi bộ báo cáo." in site.reads("flag-decision", pk=FlagDecision.objects.get().pk)


def test_what_is_missing_is_told_at_its_field(site):
    answer = decides(site, "de_nghi", reason="")

    assert answer.status_code == 422
    assert "aria-invalid" in answer.content.decode()
    assert not FlagDecision.objects.exists()


def test_who_comes_late_finds_the_decision(site):
    decides(site, "khong_de_nghi")

    again = decides(site, "khong_de_nghi")

    assert again.redirect_chain
    assert FlagDecision.objects.count() == 1


def test_others_have_no_such_page(site):
    decides(site, "khong_de_nghi")
    voter = site.province.people["giam"]
    secretary = site.province.people["hieu"]

    pk = FlagDecision.objects.get().pk
    site.reads("flag-decision", by=secretary, status=404, pk=pk)
    site.reads("flag-decide", by=voter, status=404, body=site.body.pk, query="?nguon=x")


def test_a_screened_member_leads_to_the_page_that_opens_a_matter_and_no_further(site):
    secretary = site.province.people["hieu"]
    body = site.province.bodies["chi_bo_truong"]
    browser = site.browser(secretary)
    browser.post(
        f"/ra-soat/moi/{body.pk}/", {"name": "Đợt quý I", "opened_on": DAY, "document": "KH (mẫu)"}
    )
    opened = ScreeningRound.objects.get()
    member = (
        Membership.objects.filter(cell=body.organisation).exclude(person=secretary).first().person
    )
    said = {"person": member.pk, "reason": "Bỏ sinh hoạt.", "added_on": DAY, "document": "BB (mẫu)"}
    browser.post(f"/ra-soat/{opened.pk}/them/", said)
    row = ScreeningRow.objects.get()
    before = list(Membership.objects.order_by("pk").values())
    said = {
        "outcome": "xem_xet_xoa_ten",
        "said": "Chi bộ đề nghị.",
        "decided_on": DAY,
        "document": "BB (mẫu)",
    }
    browser.post(f"/ra-soat/dong/{row.pk}/ket-qua/", said)

    read = site.reads("screening", by=secretary, pk=opened.pk)
    way = f"/ho-so/moi/P8.XT/{body.pk}/?nguoi={member.pk}"
    assert way in read
    form = browser.get(way).content.decode()
    assert f'<option value="{member.pk}" selected>' in form
    assert not Case.objects.exists()
    assert list(Membership.objects.order_by("pk").values()) == before


def test_the_organisation_line_reads_the_round_and_is_told_who_opens(site):
    body = site.province.bodies["chi_bo_truong"]
    site.browser(site.province.people["hieu"]).post(
        f"/ra-soat/moi/{body.pk}/", {"name": "Đợt quý I", "opened_on": DAY, "document": "KH (mẫu)"}
    )
    opened = ScreeningRound.objects.get()
    member = Membership.objects.filter(cell=body.organisation).last()
    ScreeningRow.objects.create(
        screening=opened, person=member.person, cell=member.cell, reason="Mẫu.", added_on=TODAY,
        outcome="xem_xet_xoa_ten", said="Mẫu.", decided_on=TODAY, decided_by="BB (mẫu)",
    )  # fmt: skip

    read = site.reads("screening", pk=opened.pk)

    assert "mở hồ sơ xem xét." in read
    assert "/ho-so/moi/P8" not in read
    site.reads("screening-add", pk=opened.pk, status=404)


def test_the_lowest_grades_stand_beside_a_round_as_something_to_look_at(site):
    site.sends(
        "screening-new",
        {"name": "Đợt năm", "opened_on": DAY, "document": "KH (mẫu)"},
        body=site.body.pk,
    )

    read = site.reads("screening", pk=ScreeningRound.objects.get().pk)

    assert "Nguyễn Mẫu Số 0" in read
    assert "không phải kết luận" in read
    assert "Danh sách còn trống" in read
