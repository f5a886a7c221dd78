"""Journeys abroad, declarations and the question of an obstacle over HTTP: who may, what is written down."""

import html
import zipfile
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from cases.models import ListTaken
from cases.obstacle_models import ForeignRead, ObstacleQuery
from registry import register
from registry.journey_models import ForeignRelation, Journey, ReportRule
from registry.journeys.comparing import SHAPE
from registry.member_models import MemberFinding, MemberRow
from registry.models import Membership, Post, on
from tests.desk.test_member_pages import Site as MemberSite
from tests.registry.members.conftest import SYNCED, TODAY, rows_of

SECRET = "Em ruột sống ở nước ngoài."


class Site(MemberSite):
    """The commune, a cell of it with its secretary, and a member of that cell."""

    def __init__(self):
        super().__init__()
        cell = self.province.organisations["doai"]
        here = Membership.objects.filter(on(TODAY), cell=cell).order_by("pk")
        self.member, self.other, self.secretary = [one.person for one in here[:3]]
        self.cell_body = self.province.bodies["chi_bo_doai"]
        Post.objects.create(
            person=self.secretary,
            body=self.cell_body,
            position="bi_thu",
            first_day=date(2026, 1, 1),
        )

    def posts(self, name, said, *, by=None, **parts):
        answer = self.browser(by or self.keeper).post(
            reverse(name, kwargs=parts), said, follow=True
        )
        return answer.status_code, " ".join(html.unescape(answer.content.decode()).split())

    def enters(self, **said):
        told = {
            "person": self.member.pk, "place": "Lào", "purpose": "viec_rieng", "leaves_on": "05/10/2026",
            "returns_on": "14/10/2026", "document": "Báo cáo (mẫu)",
        }  # fmt: skip
        return self.posts("journey-new", told | said, by=self.secretary, body=self.cell_body.pk)

    def declares(self, by=None):
        said = {
            "relation": "quan_he", "said": SECRET, "declared_on": "02/11/2026", "paper": "Bản kê khai (mẫu)",
        }  # fmt: skip
        return self.posts("foreign-declare", said, by=by or self.member, pk=self.member.pk)


@pytest.fixture
def site(db, settings):
    settings.STANDS_ON = TODAY
    return Site()


def test_a_journey_from_the_report_to_the_return(site):
    status, page = site.enters(reported_on="01/09/2026")
    assert (status, site.member.full_name in page) == (200, True)
    assert "Chưa có quy định thời hạn báo cáo, nên không tính muộn" in page
    rule = {"before": "7", "before_unit": "working_day", "after": "15", "after_unit": "day",
            "first_day": "01/01/2026", "document": "Quy chế (mẫu)"}  # fmt: skip
    site.posts("report-rule", rule, body=site.body.pk)
    assert ReportRule.objects.get().organisation == site.body.organisation

    at = {"pk": Journey.objects.get().pk, "body": site.cell_body.pk, "by": site.secretary}
    site.posts(
        "journey-deed",
        {"decision": "dong_y", "day": "05/09/2026", "document": "CV"},
        deed="y-kien",
        **at,
    )
    site.posts("journey-deed", {"day": "14/10/2026", "document": "Hộ chiếu"}, deed="ve-nuoc", **at)
    assert "chưa báo cáo sau khi về (hạn 29/10/2026)" in site.reads("journeys")
    _, page = site.posts(
        "journey-deed", {"day": "02/11/2026", "document": "BC"}, deed="bao-cao-sau", **at
    )

    assert "Báo cáo sau khi về ngày 02/11/2026, muộn (hạn 29/10/2026)." in page
    assert "Phần mềm không tự mở vụ việc nào" in page
    assert list(register.faults()) == []


def test_wrong_answers_stay_with_their_reasons_at_the_fields(site):
    status, page = site.enters(leaves_on="20/10/2026", reported_on="01/12/2026")

    assert status == 422
    assert "Ngày cuối trước ngày đầu." in page
    assert "Ngày này chưa đến." in page
    assert 'aria-invalid="true"' in page


def test_who_reads_and_who_writes_journeys(site):
    site.enters()
    journey = Journey.objects.get()

    assert "không báo cáo trước khi đi" in site.reads("journeys", by=site.province.people["soan"])
    assert "Gạch bỏ" not in site.reads(
        "journey", by=site.member, pk=journey.pk
    )  # one's own: read, not written
    assert site.member.full_name not in site.reads("journeys", by=site.other)
    site.reads("journey", by=site.other, pk=journey.pk, status=404)
    site.reads("journey-new", by=site.province.people["soan"], body=site.body.pk, status=404)
    at = {"pk": journey.pk, "body": site.body.pk, "deed": "gach-bo"}
    site.reads("journey-deed", by=site.keeper, status=404, **(at | {"body": site.cell_body.pk}))
    assert "Gạch bỏ" in site.reads("journey-deed", by=site.keeper, **at)


def listed(rows):
    book = Workbook()
    book.active.append(SHAPE.names)
    for row in rows:
        book.active.append([row.get(name) for name in SHAPE.names])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_list_is_taken_in_and_taken_out(site):
    site.take_in(rows_of(6, site.cells))
    keys = list(MemberRow.objects.order_by("pk").values_list("personal_id", flat=True))
    good = {
        "ho_ten": "Nguyễn Mẫu", "noi_den": "=Lào", "muc_dich": "viec_rieng", "ngay_di": "05/10/2026",
        "ngay_ve": "14/10/2026", "van_ban": "Báo cáo (mẫu)",
    }  # fmt: skip
    rows = [{**good, "ma_dinh_danh": key, "noi_den": "Lào"} for key in keys[:4]]
    rows += [
        {**good, "ma_dinh_danh": keys[4]},
        {**good, "noi_den": "Lào", "ma_dinh_danh": "990000009999"},
    ]

    def takes(rows):
        said = {
            "file": SimpleUploadedFile("nn.xlsx", listed(rows)), "source": "Sổ theo dõi (mẫu)",
            "synced_on": f"{SYNCED:%d/%m/%Y}",
        }  # fmt: skip
        _, page = site.posts("list-import", said, code="di-nuoc-ngoai", body=site.body.pk)
        assert "Chưa ghi gì" not in page
        site.posts("list-preview", {}, code="di-nuoc-ngoai", body=site.body.pk)
        return page

    page = takes(rows)
    assert "nơi đến là công thức" in page
    assert "không có trong danh sách đảng viên" in page
    assert Journey.objects.count() == 4
    assert MemberFinding.objects.filter(list_code="di_nuoc_ngoai", fixed_on=None).count() == 2
    takes(
        [
            {**row, "ngay_ve_thuc_te": "14/10/2026", "ngay_bao_cao_sau": "20/10/2026"}
            for row in rows[:4]
        ]
    )
    assert set(Journey.objects.values_list("after_on", flat=True)) == {date(2026, 10, 20)}
    assert not MemberFinding.objects.filter(list_code="di_nuoc_ngoai", fixed_on=None).exists()
    takes(rows[:4])
    assert Journey.objects.count() == 4
    assert list(register.faults()) == []

    sent = site.browser(site.keeper).post(reverse("journeys-export"), {"purpose": "Rà soát quý"})
    assert sent["Content-Type"].endswith("sheet")
    book = zipfile.ZipFile(BytesIO(sent.content))
    written = html.unescape("".join(book.read(name).decode() for name in book.namelist()))
    assert written.count("không báo cáo trước khi đi") == 4
    assert "Mục đích: Rà soát quý" in written
    line = ListTaken.objects.get()
    assert (line.by, line.register, line.purpose) == (site.keeper, "di_nuoc_ngoai", "Rà soát quý")
    assert line.rows == 4
    assert "Rà soát quý" in site.reads("lists-taken", by=site.keeper)
    assert "Rà soát quý" not in site.reads("lists-taken", by=site.secretary)


def test_what_a_member_declared_opens_to_few_and_each_reading_is_written_down(site):
    site.declares()
    assert ForeignRelation.objects.get().said == SECRET
    at = {"pk": site.member.pk}

    for reader in (site.member, site.secretary, site.keeper):
        assert SECRET in site.reads("foreign-of", by=reader, **at)
    officer, auditor = site.province.people["soan"], site.province.people["soat"]
    for stranger in (site.other, officer, auditor, site.province.people["chu"]):
        if stranger != site.province.people["chu"]:  # she is of the standing committee too
            site.reads("foreign-of", by=stranger, status=404, **at)

    ways = list(ForeignRead.objects.order_by("pk").values_list("way", flat=True))
    assert ways[-3:] == ["cua_minh", "bi_thu", "to_chuc"]
    log = site.reads("foreign-log", by=auditor)
    assert log.count("data-row") == len(ways)
    assert SECRET not in log
    site.reads("foreign-log", by=site.keeper, status=404)


def test_a_declaration_shows_in_no_list_search_export_or_history(site):
    site.declares(by=site.secretary)

    body = {"body": site.cell_body.pk}
    told = [
        site.reads("office-history", by=site.secretary, **body),
        site.reads("journeys", query="?q=ruột"),
        site.reads("members"),
        site.reads("foreign", query=f"?q={site.member.full_name}"),
    ]

    assert not [page for page in told if SECRET in page or "Quan hệ khác" in page]
    assert "Kê khai hạn chế người xem" in told[0]
    assert site.member.full_name not in told[0]
    entry = site.cell_body.register_entries.latest("pk")
    assert entry.person is None
    assert SECRET not in entry.content
    assert f'"person_id":{site.member.pk}' not in entry.content
    assert list(register.faults()) == []


def test_a_newer_declaration_takes_the_place_of_the_one_before(site):
    site.declares()
    first = ForeignRelation.objects.get()
    said = {
        "relation": "quan_he", "said": "Đã về nước.", "declared_on": "10/11/2026", "paper": "Bản 2 (mẫu)",
        "replaces": first.pk,
    }  # fmt: skip
    site.posts("foreign-declare", said, by=site.member, pk=site.member.pk)

    page = site.reads("foreign-of", by=site.member, pk=site.member.pk)
    assert "Đã về nước." in page
    assert SECRET not in page
    assert list(register.faults()) == []


def test_the_organisation_line_asks_and_is_told_one_word(site):
    said = {"purpose": "khen_thuong", "on": "20/11/2026", "reason": "Khen thưởng năm 2026"}

    _, page = site.posts("obstacle", said, pk=site.member.pk)
    assert "Không có vướng mắc" in page
    assert ObstacleQuery.objects.get().by == site.keeper
    status, page = site.posts("obstacle", {"purpose": "", "on": "x"}, pk=site.member.pk)
    assert (status, ObstacleQuery.objects.count()) == (422, 1)

    for stranger in (site.secretary, site.province.people["soan"], site.member):
        site.reads("obstacle", by=stranger, pk=site.member.pk, status=404)
        site.reads("obstacles", by=stranger, status=404)
    site.reads("obstacle", pk=site.keeper.pk, status=404)  # nobody asks about themselves
    assert site.member.full_name in site.reads("obstacles", query=f"?q={site.member.full_name}")
    log = site.reads("obstacle-log", by=site.province.people["soat"])
    assert "1 lượt, về 1 người" in log
    assert "Khen thưởng năm 2026 → Không có vướng mắc" in log
