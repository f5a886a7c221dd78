"""The member list over HTTP: who reads it, a file looked over before it is taken in, what is wrong and its end."""

import html

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from registry.member_models import MemberFinding, MemberImport, MemberRow, WaitingList
from tests.registry.members.conftest import SYNCED, TODAY, Commune, excel, rows_of


class Site(Commune):
    """The commune, before the browsers of its people."""

    def browser(self, person):
        if person.account is None:
            person.account = get_user_model().objects.create_user(
                f"dv{person.pk}", password="Mau-danh-sach-2026"
            )
            person.save()
        client = Client()
        client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
        return client

    def reads(self, name, *, by=None, status=200, query="", **parts):
        answer = self.browser(by or self.keeper).get(reverse(name, kwargs=parts) + query)
        assert answer.status_code == status, (name, answer.status_code)
        return " ".join(html.unescape(answer.content.decode()).split())

    def sends(self, name, said, **parts):
        return self.browser(self.keeper).post(reverse(name, kwargs=parts), said, follow=True)

    def uploads(self, content, name="ds.xlsx"):
        said = {
            "file": SimpleUploadedFile(name, content),
            "source": "Cơ sở dữ liệu đảng viên (mẫu)",
            "synced_on": f"{SYNCED:%d/%m/%Y}",
        }
        return self.sends("list-import", said, code="dang-vien", body=self.body.pk)


@pytest.fixture
def site(db, settings):
    settings.STANDS_ON = TODAY
    return Site()


def test_a_list_is_looked_over_and_then_taken_in(site):
    rows = rows_of(30, site.cells)
    rows[3]["ma_dinh_danh"] = "123"

    page = html.unescape(site.uploads(excel(rows)).content.decode())
    assert "số định danh không đủ 12 chữ số" in page
    assert "Nhập 29 dòng" in page
    assert not MemberRow.objects.exists()

    site.sends("list-preview", {}, code="dang-vien", body=site.body.pk)
    assert MemberRow.objects.count() == 29
    assert not WaitingList.objects.exists()
    said = site.reads("members", query="?q=mau so 12")
    assert "Nguyễn Mẫu Số 12" in said
    assert "1 sai sót dữ liệu chưa khắc phục" in said


def test_a_list_put_away_leaves_nothing(site):
    site.uploads(excel(rows_of(3, site.cells)))

    site.sends("list-preview", {"away": "1"}, code="dang-vien", body=site.body.pk)

    assert not WaitingList.objects.exists()
    assert not MemberImport.objects.exists()


@pytest.mark.parametrize(("content", "name"), [(b"%PDF-1.7", "a.pdf"), (b"PK\x03\x04xx", "a.xlsx")])
def test_what_is_no_list_is_told_at_its_field(site, content, name):
    answer = site.uploads(content, name)

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not WaitingList.objects.exists()


def test_one_member_with_number_for_the_keeper_alone(site):
    site.take_in(rows_of(3, site.cells))
    row = MemberRow.objects.get(personal_id="990000000000")
    officer = site.province.people["soan"]

    assert row.personal_id in site.reads("member", pk=row.person_id)
    told = site.reads("member", by=officer, pk=row.person_id)
    assert row.full_name in told
    assert row.personal_id not in told


def test_who_holds_no_such_post_has_no_such_page(site):
    site.take_in(rows_of(3, site.cells))
    voter = site.province.people["giam"]

    site.reads("members", by=voter, status=404)
    site.reads("list-import", by=voter, status=404, code="dang-vien", body=site.body.pk)
    site.reads("member", by=voter, status=404, pk=MemberRow.objects.first().person_id)


def test_misuse_is_written_by_a_person_guided_and_closed(site):
    site.take_in(rows_of(3, site.cells))
    unit = site.province.organisations["doai"]
    said = {
        "unit": unit.pk, "said": "Gửi danh sách qua hộp thư cá nhân.", "found_on": f"{TODAY:%d/%m/%Y}",
        "document": "Biên bản ngày 20/11/2026 (mẫu)",
    }  # fmt: skip
    site.sends("misuse-new", said, body=site.body.pk)
    finding = MemberFinding.objects.get()
    assert finding.kind == MemberFinding.Kind.USE

    deed = {"day": f"{TODAY:%d/%m/%Y}", "document": "Công văn hướng dẫn (mẫu)"}
    at = {"pk": finding.pk, "body": site.body.pk}
    site.sends("finding-deed", deed, deed="huong-dan", **at)
    assert "Đã hướng dẫn" in site.reads("member-findings")
    site.sends("finding-deed", deed, deed="khac-phuc", **at)

    finding.refresh_from_db()
    assert (finding.guided_on, finding.fixed_on) == (TODAY, TODAY)
    assert "Không có sai sót nào" in site.reads("member-findings")


def test_the_empty_template_has_the_columns(site):
    answer = site.browser(site.keeper).get(reverse("list-template", args=["dang-vien"]))

    assert answer["Content-Type"].endswith("sheet")
