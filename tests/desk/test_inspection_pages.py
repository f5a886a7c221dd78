"""The pages of inspections: which are offered to whom, how one is opened, how each violation ends."""

from django.urls import reverse

from cases.models import Case
from registry.models import Organisation

SCREENING = {
    "acted_on": "20/11/2026", "source": "nam_tinh_hinh", "theme": "việc quản lý vốn",
    "period_from": "01/01/2025", "period_to": "31/12/2025", "situation": "Sổ sách thiếu chứng từ.",
    "proposals": "Đề xuất kiểm tra.", "secrecy": "khong_mat", "key": "mot-khoa",
}  # fmt: skip


def of_officer(concerned):
    return concerned.client(concerned.province.people["canbo"])


def test_a_commune_is_offered_the_inspections_of_its_level_with_both_first_steps(concerned):
    said = of_officer(concerned).get(reverse("case-choose")).content.decode()

    for offered in (
        "Kiểm tra khi có dấu hiệu vi phạm",
        "Kiểm tra khi có dấu hiệu vi phạm: báo cáo nắm tình hình",
        "Kiểm tra tổ chức đảng khi có dấu hiệu vi phạm",
    ):
        assert offered in said
    for other in ("cấp tỉnh, Trung ương", "Cấp ủy kiểm tra", "Chi bộ kiểm tra"):
        assert other not in said


def test_what_only_another_file_opens_is_not_offered_alone(concerned):
    said = of_officer(concerned).get(reverse("case-choose")).content.decode()

    assert "/ho-so/moi/P5.DV/" in said
    assert "/ho-so/moi/P5.KH/" not in said


def test_an_inspection_of_an_organisation_begins_with_what_was_seen(concerned):
    address = reverse("case-new", kwargs={"procedure": "P3.TC", "body": concerned.case.body_id})
    client = of_officer(concerned)
    page = client.get(f"{address}?buoc=screen").content.decode()
    assert "Tình hình nắm được" in page
    assert "Đối tượng là đảng viên" not in page
    cell = Organisation.objects.filter(kind="chi_bo").order_by("pk").first()

    answer = client.post(f"{address}?buoc=screen", {**SCREENING, "organisation": cell.pk})

    opened = Case.objects.latest("pk")
    assert answer.status_code == 302
    assert (opened.procedure, opened.stage) == ("P3.TC", "da_nam_tinh_hinh")
    page = client.get(answer.url).content.decode()
    assert "báo cáo cấp có thẩm quyền" in page


def test_a_step_that_a_file_does_not_open_with_is_not_opened_by_its_address(concerned):
    address = reverse("case-new", kwargs={"procedure": "P3.DV", "body": concerned.case.body_id})

    page = of_officer(concerned).get(f"{address}?buoc=decide").content.decode()

    assert "Dấu hiệu vi phạm, căn cứ" in page
    assert "Đoàn kiểm tra" not in page


def test_the_findings_say_how_a_violation_ends_and_nothing_of_a_shortcoming(concerned):
    address = reverse("case", kwargs={"reference": concerned.case.reference})

    said = of_officer(concerned).get(f"{address}?muc=findings").content.decode()

    assert "Xử lý vi phạm" in said
    assert "<td>—</td>" in said
