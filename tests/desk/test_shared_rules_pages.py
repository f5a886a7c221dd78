"""What every procedure keeps, on its pages: a correction, the index, demands, a pause, who goes on above."""

import html
from urllib.parse import quote

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cases.models import Case, FileRow, StepRecord
from tests.cases.superiors import body_above
from tests.cases.supervision import TODAY, Supervision, lay_province
from tests.cases.test_shared_rules import takes_over


class Browsing(Supervision):
    """The same supervision, whose file people open by browser."""

    def browser(self, who: str) -> Client:
        person = self.who(who)
        account, _new = get_user_model().objects.get_or_create(username=who)
        person.account = account
        person.save()
        client = Client()
        client.force_login(account, "django.contrib.auth.backends.ModelBackend")
        return client

    def reads(self, who: str, query: str = "", **parts: str) -> str:
        url = reverse(
            "step" if parts else "case", kwargs={"reference": self.case.reference, **parts}
        )
        answer = self.browser(who).get(url + query)
        assert answer.status_code == 200, url
        return " ".join(html.unescape(answer.content.decode()).split())

    def sends(self, who: str, step: str, query: str = "", **said: str):
        url = reverse("step", kwargs={"reference": self.case.reference, "step": step})
        sent = {"acted_on": f"{TODAY:%d/%m/%Y}", "key": f"{who} {step} {len(said)}", **said}
        return self.browser(who).post(url + query, sent)


@pytest.fixture
def file(db) -> Browsing:
    return Browsing(lay_province())


@pytest.fixture
def superior(file):
    return body_above(file)


def test_a_wrong_entry_is_chosen_seen_written_anew_and_confirmed_on_the_pages(file):
    file.goes_to("announce")
    met = StepRecord.objects.get(case=file.case, step="consider_result")
    first = file.reads("canbo", step="ask_correction")
    assert "Xem nội dung đã ghi" in first
    assert "new_yes" not in first

    chosen = file.sends("canbo", "ask_correction", record=str(met.sequence))
    assert chosen.status_code == 302
    assert chosen.url.endswith(f"?record={met.sequence}")
    page = file.reads("canbo", f"?record={met.sequence}", step="ask_correction")
    assert 'name="new_yes" value="5"' in page
    assert "Các ủy viên: nhất trí." in page  # the words as they were entered
    anew = {
        "new_on": f"{met.acted_on:%d/%m/%Y}", "new_present": "5", "new_yes": "2", "new_no": "3",
        "new_place": "Trụ sở", "new_chair": "Chủ nhiệm", "new_attendance": "Các ủy viên",
        "new_opinions": "Ý kiến khác nhau.", "new_conclusion": "Chưa thống nhất.",
    }  # fmt: skip
    sent = file.sends(
        "canbo", "ask_correction", f"?record={met.sequence}", record=str(met.sequence), what="ghi_lai",
        reason="Ghi nhầm số phiếu.", **anew,
    )  # fmt: skip
    assert sent.status_code == 302, sent.content.decode()
    request = FileRow.objects.get(case=file.case, kind="xin_dinh_chinh", superseded_by=None)
    assert "1 đề nghị đính chính chờ người thứ hai xác nhận" in file.reads("uyvien")
    confirmed = file.sends(
        "uyvien", "correct", request=str(request.number), result="dung", note="Biên bản gốc."
    )
    assert confirmed.status_code == 302

    told = file.reads("chunhiem")
    assert "làm các bước sau không còn đủ điều kiện" in told
    assert "Thông báo kết quả giám sát: Kết luận chưa được quá nửa số ủy viên" in told
    assert "Xem xét bước bị ảnh hưởng bởi đính chính" in told  # and what to do about it


def test_the_index_says_what_is_there_in_its_order_and_what_is_missing(file):
    file.goes_to("announce")
    page = file.reads("chunhiem", "?muc=index").partition("Mục lục hồ sơ theo thứ tự quy định")[2]

    order = [
        page.index(words)
        for words in (
            "Quyết định, kế hoạch",
            "Biên bản triển khai",
            "Báo cáo của đối tượng",
            "Biên bản công bố",
        )
    ]
    assert order == sorted(order)
    assert "còn thiếu, bắt buộc" not in page
    early = Browsing(file.province).goes_to("decide")
    assert "còn thiếu, bắt buộc" in early.reads("chunhiem", "?muc=index")


def test_each_demand_is_followed_on_the_page_until_it_is_done(file):
    file.goes_to("announce")
    demand = FileRow.objects.get(case=file.case, kind="yeu_cau").number
    assert "Chờ báo cáo" in file.reads("canbo", "?muc=findings")
    sent = file.sends("canbo", "receive_remedy", demand=str(demand), summary="Đã bổ sung sổ.")
    assert sent.status_code == 302
    assert "Chờ kiểm tra" in file.reads("canbo", "?muc=findings")
    assert "Kiểm tra kết quả khắc phục" in file.reads("uyvien")

    sent = file.sends("uyvien", "check_remedy", demand=str(demand), result="dat", note="Đã xem sổ.")

    assert sent.status_code == 302
    page = file.reads("canbo", "?muc=findings")
    assert "Đã khắc phục" in page
    assert file.who("uyvien").full_name in page


def test_a_pause_is_seen_first_and_in_the_way_a_day_was_found(file):
    file.goes_to("open")
    sent = file.sends("chunhiem", "pause_file", reason="Bão lụt.", document="Thông báo số 3")
    assert sent.status_code == 302
    page = file.reads("canbo")
    assert f"Hồ sơ đang tạm dừng từ ngày {TODAY:%d/%m/%Y}" in page

    sent = file.sends("chunhiem", "resume_file", reason="Đã khắc phục.")

    assert sent.status_code == 302
    assert "Hồ sơ đang tạm dừng" not in file.reads("canbo")


def test_new_subjects_are_chosen_from_those_under_the_body(file):
    file.goes_to("open")

    page = file.reads("uyvien", step="draft_change_scope")

    assert "Bổ sung tổ chức đảng" in page
    assert file.province.organisations["thon2"].name in page


def test_who_took_a_file_over_is_led_to_a_file_of_its_own(file, superior):
    file.goes_to("open")
    takes_over(file, by="bithu")

    page = file.reads("bithu")

    assert "Cấp trên đã rút hồ sơ lên xem xét" in page
    assert "Lập hồ sơ của cấp trên" in page
    lower = Case.objects.get(pk=file.case.pk)
    url = reverse("case-new", kwargs={"procedure": "P1.CD", "body": superior.pk})
    opened = file.browser("bithu").get(f"{url}?tu={quote(lower.reference)}")
    assert opened.status_code == 200
    assert lower.reference in opened.content.decode()
