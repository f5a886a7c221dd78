"""The approval page in use: signed, returned, put again, endorsed; what changed; who one is, asked again."""

from __future__ import annotations

import re

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cases.models import FileRow, StepRecord
from permissions.models import ApiToken
from tests.cases.supervision import TODAY, Supervision, lay_province

NOTICE = {"strengths": "Nền nếp.", "faults": "Ghi chép còn thiếu sót.", "demands": "Bổ sung sổ."}
LIST = reverse("approvals")
PASSWORD = settings.DEMO_PASSWORD


class Office:
    """A supervision and the people around it, each before a browser of their own."""

    def __init__(self):
        self.matter = Supervision(lay_province())
        self.clients: dict[str, Client] = {}

    def client(self, who: str) -> Client:
        if who not in self.clients:
            person = self.matter.who(who)
            person.account = get_user_model().objects.create_user(who, password=PASSWORD)
            person.save()
            self.clients[who] = client = Client()
            client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
        return self.clients[who]

    def url(self, step: str) -> str:
        return reverse("approval", kwargs={"reference": self.matter.case.reference, "step": step})

    def page(self, who: str, step: str) -> str:
        answer = self.client(who).get(self.url(step))
        assert answer.status_code == 200
        return answer.content.decode()

    def sends(self, who: str, step: str, deed: str, page: str = "", **said):
        """Press one button on the page as it was opened (now, unless given)."""
        page = page or self.page(who, step)
        hidden = dict(re.findall(r'type="hidden" name="(key|draft)" value="([^"]+)"', page))
        return self.client(who).post(
            self.url(step), {"acted_on": TODAY.isoformat(), **hidden, "deed": deed, **said}
        )

    def signs(self, who: str, step: str, page: str = "", **said):
        return self.sends(who, step, "sign", page, read="on", capacity="on", **said)

    def confirms(self, who: str, step: str, password: str = PASSWORD):
        said = {"password": password, "next": self.url(step)}
        return self.client(who).post(reverse("account_reauthenticate"), said)

    def drafts_anew(self, **said) -> None:
        self.matter.take("draft_conclude", by="canbo", **{**NOTICE, **said})

    def last(self) -> str:
        return StepRecord.objects.filter(case=self.matter.case).latest("sequence").step


@pytest.fixture
def office(db):
    return Office()


@pytest.fixture
def notice(office):
    """A notice that carries out a vote waits for the chair."""
    office.matter.goes_to("draft_conclude")
    return office


def test_a_signer_is_asked_who_they_are_and_loses_nothing(notice):
    asked = notice.signs("chunhiem", "conclude")

    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    assert notice.last() == "draft_conclude"

    signed = notice.confirms("chunhiem", "conclude")

    assert signed.status_code == 302
    assert notice.last() == "conclude"
    page = notice.client("chunhiem").get(signed["Location"]).content.decode()
    assert "Đã ký: Thông báo kết quả giám sát" in page


def test_a_wrong_password_signs_nothing_and_counts_as_a_failed_sign_in(notice):
    notice.signs("chunhiem", "conclude")

    answer = notice.confirms("chunhiem", "conclude", "khong-phai-mat-khau")

    assert answer.status_code == 200
    assert notice.last() == "draft_conclude"
    assert AccessAttempt.objects.get(username="chunhiem").failures_since_start == 1


def test_one_confirmed_a_moment_ago_signs_at_once(notice):
    notice.confirms("chunhiem", "conclude")

    notice.signs("chunhiem", "conclude")

    assert notice.last() == "conclude"


def test_nobody_signs_around_the_page(notice):
    notice.confirms("chunhiem", "conclude")
    step = reverse("step", kwargs={"reference": notice.matter.case.reference, "step": "conclude"})

    answer = notice.client("chunhiem").post(step, {"acted_on": TODAY.isoformat(), "key": "k"})

    assert answer["Location"] == notice.url("conclude")
    assert notice.last() == "draft_conclude"


def test_through_the_api_a_session_signs_only_after_confirming(notice):
    address = f"/api/cases/{notice.matter.case.reference}/steps/conclude"
    said = {"data": {"acted_on": TODAY.isoformat()}, "content_type": "application/json"}

    refused = notice.client("chunhiem").post(address, **said)
    assert refused.json()["reasons"][0]["rule"] == "signing.password"

    notice.confirms("chunhiem", "conclude")
    assert notice.client("chunhiem").post(address, **said).status_code == 200


def test_a_key_signs_only_when_it_was_given_for_that(notice):
    address = f"/api/cases/{notice.matter.case.reference}/steps/conclude"
    said = {"data": {"acted_on": TODAY.isoformat()}, "content_type": "application/json"}
    chair = notice.matter.who("chunhiem")

    plain, signing = (ApiToken.give(chair, may_sign=signs) for signs in (False, True))

    refused = Client(headers={"Authorization": f"Bearer {plain}"}).post(address, **said)
    assert refused.json()["reasons"][0]["rule"] == "signing.key"
    assert notice.last() == "draft_conclude"
    assert (
        Client(headers={"Authorization": f"Bearer {signing}"}).post(address, **said).status_code
        == 200
    )


def test_both_statements_are_ticked_before_signing(notice):
    notice.confirms("chunhiem", "conclude")

    answer = notice.sends("chunhiem", "conclude", "sign", read="on")

    assert answer.status_code == 422
    assert "Đánh dấu ô này trước khi ký." in answer.content.decode()
    assert notice.last() == "draft_conclude"


def test_the_signer_of_a_vote_has_exactly_three_choices(notice):
    assert _buttons(notice.page("chunhiem", "conclude")) == [
        "Ký ban hành",
        "Trả lại: văn bản khác biên bản",
        "Đưa ra tập thể xem xét lại",
    ]


def test_the_signer_of_another_paper_signs_returns_or_declines(office):
    office.matter.goes_to("draft_decide")

    assert _buttons(office.page("chunhiem", "decide")) == [
        "Ký ban hành",
        "Trả lại để sửa",
        "Không phê duyệt",
    ]


@pytest.mark.parametrize("deed", ["return_draft", "put_to_collective_again"])
def test_whoever_does_not_sign_gives_a_reason(notice, deed):
    without = notice.sends("chunhiem", "conclude", deed)
    assert without.status_code == 422
    assert "Nêu lý do." in without.content.decode()

    notice.sends("chunhiem", "conclude", deed, reason="Biên bản ghi khác ở mục 2.")

    assert notice.last() == deed
    row = FileRow.objects.filter(case=notice.matter.case).latest("number")
    assert row.words["reason"] == "Biên bản ghi khác ở mục 2."


def test_put_again_the_vote_is_set_aside_and_the_file_asks_for_a_meeting(notice):
    notice.sends("chunhiem", "conclude", "put_to_collective_again", reason="Có tài liệu mới.")

    reference = {"reference": notice.matter.case.reference}
    page = notice.client("chunhiem").get(reverse("step", kwargs={**reference, "step": "conclude"}))
    assert "Ủy ban kiểm tra phải họp xem xét báo cáo kết quả" in page.content.decode()
    assert not FileRow.objects.filter(
        case=notice.matter.case, kind="cuoc_hop", superseded_by=None
    ).exists()


def test_the_votes_are_shown_as_arithmetic(notice):
    page = notice.page("chunhiem", "conclude")

    assert "5/5" in page
    assert "tán thành 5; không tán thành 0; vắng 0 / 5" in page


def test_an_endorsement_is_shown_and_a_changed_draft_voids_it(notice):
    notice.confirms("phochunhiem", "conclude")
    notice.sends("phochunhiem", "conclude", "endorse_draft", opinion="Đúng biên bản.")
    page = notice.page("chunhiem", "conclude")
    assert "thẩm định, ký nháy bản 1" in page
    assert "Đúng biên bản." in page
    assert "hết hiệu lực" not in page

    notice.drafts_anew(faults="Ghi chép chưa đủ.")

    page = notice.page("chunhiem", "conclude")
    assert "hết hiệu lực do dự thảo đã thay đổi" in page
    assert "bản trình lần 2" in page.lower()


def test_a_reader_sees_word_by_word_what_changed_since_they_looked(notice):
    assert "Bạn chưa xem bản nào trước bản này." in notice.page("chunhiem", "conclude")

    notice.drafts_anew(faults="Ghi chép, theo dõi còn rất sơ sài.")

    page = notice.page("chunhiem", "conclude")
    assert "So với bản trình lần 1 mà bạn đã mở:" in page
    assert "<ins>rất sơ sài.</ins>" in page
    assert "<del>thiếu sót.</del>" in page
    assert "Thông báo kết quả giám sát" in page
    assert "Bạn chưa xem bản nào trước bản này." in notice.page("phochunhiem", "conclude")


def test_whoever_sent_a_version_back_has_seen_it(notice):
    draft = FileRow.objects.get(case=notice.matter.case, kind="trinh_ky", superseded_by=None)
    notice.matter.take("return_draft", by="chunhiem", draft=draft.number, reason="Ghi đủ hơn.")
    notice.drafts_anew(demands="Bổ sung sổ, báo cáo.")

    page = notice.page("chunhiem", "conclude")

    assert "So với bản trình lần 1 mà bạn đã mở:" in page
    assert "Ghi đủ hơn." in page


def test_a_draft_that_changed_while_one_read_is_not_signed_unread(notice):
    notice.confirms("chunhiem", "conclude")
    opened = notice.page("chunhiem", "conclude")
    notice.drafts_anew(faults="Khác.")

    answer = notice.signs("chunhiem", "conclude", opened)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "không phải bản bạn đã đọc" in page
    assert notice.last() == "draft_conclude"
    notice.signs("chunhiem", "conclude", page)
    assert notice.last() == "conclude"


def test_the_drafter_neither_signs_nor_endorses(notice):
    notice.matter.take("draft_conclude", by="phochunhiem", **NOTICE)
    notice.confirms("phochunhiem", "conclude")
    page = notice.page("phochunhiem", "conclude")

    assert "Người soạn dự thảo không được tự ký duyệt" in page
    assert 'value="endorse_draft"' not in page
    assert notice.signs("phochunhiem", "conclude").status_code == 422
    refused = notice.sends("phochunhiem", "conclude", "endorse_draft")
    assert "không tự ký nháy" in refused.content.decode()
    assert notice.last() == "draft_conclude"


@pytest.mark.parametrize("who", ["giamsat", "uyvien"])
def test_others_only_read(notice, who):
    notice.confirms(who, "conclude")
    page = notice.page(who, "conclude")

    assert "Bạn chỉ xem dự thảo này." in page
    assert 'name="deed"' not in page
    forged = re.findall(r"<input type=.hidden.*?>", notice.page("chunhiem", "conclude"))
    for deed in ("sign", "endorse_draft", "return_draft", "put_to_collective_again"):
        said = {"read": "on", "capacity": "on", "reason": "Thử."}
        assert notice.sends(who, "conclude", deed, "".join(forged), **said).status_code == 422
    assert notice.last() == "draft_conclude"


def test_no_other_deed_is_done_from_the_page(notice):
    assert notice.sends("chunhiem", "conclude", "correct").status_code == 400


def test_a_draft_already_signed_sends_its_reader_on(notice):
    notice.confirms("chunhiem", "conclude")
    opened = notice.page("phochunhiem", "conclude")
    notice.signs("chunhiem", "conclude")

    answer = notice.sends("phochunhiem", "conclude", "return_draft", opened, reason="Khoan.")

    assert answer.status_code == 302
    page = notice.client("phochunhiem").get(answer["Location"]).content.decode()
    assert "Dự thảo này không còn chờ" in page


def test_after_a_deed_one_goes_on_to_what_still_waits(notice):
    other = Supervision(notice.matter.province)
    other.matter.subject = "thon2"
    other.goes_to("draft_decide")
    notice.confirms("chunhiem", "conclude")

    first = notice.signs("chunhiem", "conclude")
    assert first["Location"] == LIST
    page = notice.client("chunhiem").get(LIST).content.decode()
    assert other.case.reference in page
    assert notice.matter.case.reference not in page.split('<section class="panel"')[1]

    url = reverse("approval", kwargs={"reference": other.case.reference, "step": "decide"})
    opened = notice.client("chunhiem").get(url).content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(key|draft)" value="([^"]+)"', opened))
    last = notice.client("chunhiem").post(
        url, {"acted_on": TODAY.isoformat(), **hidden, "deed": "return_draft", "reason": "Sửa."}
    )
    assert last["Location"] == reverse("case", kwargs={"reference": other.case.reference})


def test_the_case_and_the_worklist_lead_to_the_page(notice):
    case = reverse("case", kwargs={"reference": notice.matter.case.reference})

    for place in (case, reverse("worklist"), LIST):
        assert notice.url("conclude") in notice.client("chunhiem").get(place).content.decode()


def _buttons(page: str) -> list[str]:
    """What the signer can press; deeds beside the decision stand elsewhere on the page."""
    decide = page.split('<span class="decide">')[1].split("</form>", maxsplit=1)[0]
    offered = re.findall(r'<button[^>]*name="deed"[^>]*>(.*?)</button>', decide, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", one).strip() for one in offered]
