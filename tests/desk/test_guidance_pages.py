"""Guiding documents, the programme, commitments and team days over HTTP: entered by forms, read by whoever may."""

import html
from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from cases.models import Case, FileRow
from registry.guidance_models import Cascade, Directive, Pledge, PledgePoint, ProgrammeItem
from tests.cases.programme import PERIOD, TODAY
from tests.cases.test_guidance import Committee

ON = f"{TODAY:%d/%m/%Y}"


class Site(Committee):
    """The committee, before the browsers of its people."""

    def browser(self, short):
        person = self.province.people[short]
        if person.account is None:
            name = f"cd{person.pk}"
            person.account = get_user_model().objects.create_user(name, password="Mau-chi-dao-2026")
            person.save()
        client = Client()
        client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
        return client

    def reads(self, name, *, by, status=200, query="", **parts):
        answer = self.browser(by).get(reverse(name, kwargs=parts) + query)
        assert answer.status_code == status, (name, by, answer.status_code)
        return " ".join(html.unescape(answer.content.decode()).split())

    def sends(self, name, said, *, by, status=200, query="", **parts):
        answer = self.browser(by).post(reverse(name, kwargs=parts) + query, said, follow=True)
        assert answer.status_code == status, (name, answer.status_code)
        return " ".join(html.unescape(answer.content.decode()).split())

    def plans_by_form(self, **more):
        said = {
            "year": 2026, "type": "kiem_tra", "theme": "Việc thu, nộp đảng phí", "time": "4-6",
            "responsible": self.province.people["uy_vien"].pk, "document": "05-CTr/ĐU (mẫu)",
            "units": [self.province.organisations["lang"].pk],
        }  # fmt: skip
        self.sends("programme-new", {**said, **more}, by="bi_thu", body=self.body.pk)
        return ProgrammeItem.objects.latest("pk")


@pytest.fixture
def site(db, settings):
    settings.STANDS_ON = TODAY
    return Site()


def test_a_document_is_entered_its_units_counted_and_each_unit_reads_its_own_line(site):
    said = {
        "type": "chi_thi", "number": "02-CT/ĐU", "dated": "05/01/2026", "issuer": site.body.name,
        "theme": "Quản lý đảng viên đi làm ăn xa", "first_day": "05/01/2026",
    }  # fmt: skip
    site.sends("directive-new", said, by="bi_thu", body=site.body.pk)
    directive = Directive.objects.get()
    refused = site.sends("directive-new", said, by="bi_thu", status=422, body=site.body.pk)
    assert "đã có trong sổ" in refused

    cell = site.province.bodies["chi_bo"]
    own = {
        "unit": cell.organisation_id, "type": "ke_hoach", "number": "01-KH/CB", "dated": "20/01/2026",
        "title": "Triển khai Chỉ thị 02-CT/ĐU",
    }  # fmt: skip
    parts = {"pk": directive.pk, "body": cell.pk, "deed": "trien-khai"}
    site.sends("directive-deed", own, by="bi_thu_lang", **parts)

    page = site.reads("directive", by="bi_thu", pk=directive.pk)
    assert "<b>33,33%</b>" in page
    assert "1 trên 3 đơn vị" in page
    assert "<b>0%</b>" in page
    theirs = site.reads("directive", by="bi_thu_lang", pk=directive.pk)
    assert "01-KH/CB" in theirs
    assert "33,33%" not in theirs
    assert "Chi bộ xóm Báo Nhỏ" not in theirs
    site.reads("directive-export", by="bi_thu_lang", status=404, pk=directive.pk)
    content = site.browser("bi_thu").get(reverse("directive-export", args=[directive.pk])).content
    table = list(load_workbook(BytesIO(content)).active.values)
    assert table[-1][2] == "33,33%"
    unlinking = {"reason": "Nhầm văn bản.", "document": "Báo cáo (mẫu)"}
    site.sends(
        "cascade-unlink", unlinking, by="bi_thu", pk=Cascade.objects.get().pk, body=site.body.pk
    )
    assert "<b>33,33%</b>" not in site.reads("directive", by="bi_thu", pk=directive.pk)


def test_a_cited_document_stays_and_says_why(site):
    directive = site.directs()
    walk = site.inspects()
    walk.take("follow_guidance", "uy_vien", directive=directive.pk)

    parts = {"pk": directive.pk, "body": site.body.pk, "deed": "bo"}
    said = {"reason": "Ghi nhầm.", "document": "Báo cáo (mẫu)"}
    page = site.sends("directive-deed", said, by="bi_thu", status=422, **parts)

    assert "đang được viện dẫn: 1 hồ sơ" in page
    right = {
        "type": "chi_thi", "number": "02-CT/ĐU", "dated": "05/01/2026", "issuer": site.body.name,
        "theme": "Quản lý đảng viên đi làm ăn xa, đảng viên mới", "first_day": "05/01/2026",
        "reason": "Trích yếu thiếu.",
    }  # fmt: skip
    site.sends("directive-deed", right, by="bi_thu", **{**parts, "deed": "sua"})
    newest = Directive.objects.get(withdrawn_on=None)
    assert walk.case.reference in site.reads("directive", by="bi_thu", pk=newest.pk)
    assert "Mở dòng đang có hiệu lực" in site.reads("directive", by="bi_thu", pk=directive.pk)


def test_a_file_opened_from_an_item_is_tied_to_it_and_each_leads_to_the_other(site):
    item = site.plans_by_form()
    page = site.reads("programme-item", by="uy_vien", pk=item.pk)
    way = reverse("case-new", kwargs={"procedure": "P2.CU", "body": site.body.pk})
    assert f'href="{way}?muc={item.pk}"' in page
    form = site.browser("uy_vien").get(f"{way}?muc={item.pk}")
    key = form.context["page"].form.initial["key"]
    assert "Việc thu, nộp đảng phí" in html.unescape(form.content.decode())

    said = {
        "key": key, "acted_on": "02/02/2026", "person": site.member.pk, "secrecy": "khong_mat",
        "programme": "05-CTr/ĐU", "programme_on": "10/01/2026", "theme": "Việc thu, nộp đảng phí",
        "prepared_by": "Ủy ban kiểm tra", **PERIOD,
    }  # fmt: skip
    shown = site.sends(
        "case-new",
        said,
        by="uy_vien",
        query=f"?muc={item.pk}",
        procedure="P2.CU",
        body=site.body.pk,
    )

    case = Case.objects.get()
    assert "Mục 01/2026" in shown
    assert reverse("programme-item", args=[item.pk]) in shown
    item_page = site.reads("programme-item", by="uy_vien", pk=item.pk)
    assert case.reference in item_page
    assert "Đang thực hiện" in item_page
    site.reads("programme-item", by="bi_thu_lang", status=404, pk=item.pk)
    cancelling = {"day": ON, "reason": "Hoãn.", "document": "Kết luận (mẫu)"}
    parts = {"pk": item.pk, "deed": "huy"}
    assert "Có 1 hồ sơ" in site.sends("item-deed", cancelling, by="bi_thu", status=422, **parts)


def test_the_first_form_of_an_inspection_takes_its_programme_from_the_item_chosen_there(site):
    item, ended = site.plans_by_form(), site.plans_by_form(theme="Việc đã hoãn")
    site.sends(
        "item-deed", {"day": ON, "reason": "Hoãn.", "document": "Kết luận (mẫu)"},
        by="bi_thu", pk=ended.pk, deed="huy",
    )  # fmt: skip
    parts = {"procedure": "P2.CU", "body": site.body.pk}
    asked = site.browser("uy_vien").get(reverse("case-new", kwargs=parts)).context["page"].form
    said = {
        "key": asked.initial["key"], "acted_on": "02/02/2026", "person": site.member.pk, "secrecy": "khong_mat",
        "programme_on": "10/01/2026", "prepared_by": "Ủy ban kiểm tra", **PERIOD,
    }  # fmt: skip
    assert list(asked.fields["item"].queryset) == [item]
    left_out = site.browser("uy_vien").post(reverse("case-new", kwargs=parts), said)
    assert set(left_out.context["page"].form.errors) == {"programme", "theme"}

    site.sends("case-new", {**said, "item": item.pk}, by="uy_vien", **parts)

    told = FileRow.objects.get(kind="nguon").facts
    assert (told["programme"], told["theme"]) == ("05-CTr/ĐU (mẫu)", "Việc thu, nộp đảng phí")
    assert FileRow.objects.get(kind="can_cu_chi_dao").facts["item"] == item.pk


def test_the_year_is_counted_and_taken_out_as_a_spreadsheet(site):
    kept, cancelled = site.plans_by_form(), site.plans_by_form(time="1-3")
    late = site.plans_by_form(time="2-2")
    said = {"day": ON, "reason": "Đơn vị đang sáp nhập.", "document": "Kết luận (mẫu)"}
    site.sends("item-deed", said, by="bi_thu", pk=cancelled.pk, deed="huy")

    page = site.reads("programme", by="bi_thu")

    tiles = page[: page.index("</ul>", page.index('class="tiles"'))]
    assert tiles.count("<b>1</b>") == 2  # cancelled, late
    assert "1 chưa đến hạn" in tiles
    assert "<b>3</b>" in tiles
    assert "Đơn vị đang sáp nhập." in page
    content = site.browser("bi_thu").get(reverse("programme-export")).content
    states = [row[7] for row in list(load_workbook(BytesIO(content)).active.values)[3:]]
    assert (len(states), states[kept.number - 1], states[late.number - 1]) == (
        3,
        "Trong kế hoạch",
        "Chậm",
    )


def test_what_is_made_known_closes_on_evidence_that_its_readers_open(site):
    item = site.plans_by_form(type="pho_bien", units=[], theme="Quán triệt Điều lệ Đảng")
    closing = {"day": ON, "reason": "Đã tổ chức hội nghị.", "document": "Báo cáo (mẫu)"}
    parts = {"pk": item.pk, "deed": "ket-thuc"}
    assert "Chưa có bằng chứng" in site.sends(
        "item-deed", closing, by="bi_thu", status=422, **parts
    )

    scan = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7 bien ban")
    proof = {"title": "Biên bản hội nghị", "dated": "03/03/2026", "file": scan}
    site.sends("item-deed", proof, by="bi_thu", pk=item.pk, deed="bang-chung")
    site.sends("item-deed", closing, by="bi_thu", **parts)

    item.refresh_from_db()
    assert item.ending == "xong"
    file = reverse("item-evidence", args=[item.evidence.get().pk])
    assert site.browser("uy_vien").get(file).content == b"%PDF-1.7 bien ban"
    assert site.browser("bi_thu_lang").get(file).status_code == 404


def test_a_team_writes_its_days_and_its_diary_and_only_who_reads_the_file_sees_them(site):
    walk = site.inspects().goes("decide", "give_notice", "prepare")
    parts = {"reference": walk.case.reference}
    ahead = TODAY + timedelta(days=5)
    page = site.browser("pho_bi_thu").get(
        reverse("step", kwargs={**parts, "step": "plan_team_day"})
    )
    key = page.context["page"].form.initial["key"]
    said = {
        "key": key, "acted_on": ON, "planned_on": f"{ahead:%d/%m/%Y}", "place": "Nhà văn hóa thôn",
        "people": [walk.who("uy_vien2").pk], "work": "Đối chiếu sổ chi bộ.",
    }  # fmt: skip
    site.sends("step", said, by="pho_bi_thu", **parts, step="plan_team_day")
    walk.take("write_diary", "uy_vien2", done="Đã đọc sổ biên bản.")

    shown = site.reads("case", by="pho_bi_thu", query="?muc=team", **parts)
    assert "Nhà văn hóa thôn" in shown
    assert "Đã đọc sổ biên bản." in shown
    calendar = site.reads("calendar", by="uy_vien2")
    assert "Đối chiếu sổ chi bộ." in calendar
    assert walk.case.reference in calendar
    for other in ("bi_thu_xom", "lang2"):
        hidden = site.reads("calendar", by=other)
        assert "Nhà văn hóa thôn" not in hidden
        assert walk.case.reference not in hidden


def test_a_commitment_entered_by_the_cell_is_the_yardstick_of_an_inspection(site):
    cell = site.province.bodies["chi_bo"]
    said = {
        "year": 2017, "type": "cam_ket", "dated": "15/01/2017", "document": "Bản cam kết (mẫu)",
        "points": "Dự sinh hoạt đủ kỳ.\n\nNộp đảng phí đúng hạn.",
    }  # fmt: skip
    parts = {"pk": site.member.pk, "body": cell.pk}
    site.sends("pledge-new", said, by="bi_thu_lang", **parts)
    assert "Chưa ghi lý do" in site.sends("pledge-new", said, by="bi_thu_lang", status=422, **parts)
    point = PledgePoint.objects.get(pledge=Pledge.objects.get(), number=2)
    walk = site.inspects()
    offered = site.reads(
        "step", by="uy_vien", reference=walk.case.reference, step="measure_by_pledge"
    )
    assert "cam kết năm 2017, điểm 2: Nộp đảng phí đúng hạn." in offered

    walk.take("measure_by_pledge", "uy_vien", point=point.pk, met="chua_dat", ground="Sổ thu nộp.")

    case = site.reads("case", by="uy_vien", query="?muc=findings", reference=walk.case.reference)
    assert "2. Nộp đảng phí đúng hạn." in case
    assert "Chưa đạt" in case
    assert walk.case.reference in site.reads("pledges", by="bi_thu", pk=site.member.pk)
    assert FileRow.objects.filter(kind="doi_chieu_ck").count() == 1
    own = site.reads("pledges", by="lang2", pk=site.member.pk)
    assert "Nộp đảng phí đúng hạn." in own
    assert walk.case.reference not in own
    site.reads("pledges", by="bi_thu_xom", status=404, pk=site.member.pk)
