"""One matter carried from proposal to closed file through the pages alone, each step by its own person."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from cases.models import Case, RecordPaper
from documents.printing import print_pending
from registry import clock
from tests.desk.world import World

LEAD, SECRETARY, MEMBER = "phochunhiem", "uyvien", "uyvien2"
SESSION = {
    "place": "Trường Trung học Thử Đông",
    "chair": "Đỗ Văn Mẫu Phó, Trưởng đoàn",
    "attendance": "Đỗ Văn Mẫu Phó, Trưởng đoàn\nPhạm Thị Mẫu Ủy, Thư ký đoàn",
    "subject_side": "Nguyễn Văn Thử, Bí thư Chi bộ",
    "proceedings": "Công bố quyết định, kế hoạch; thông báo các quyền.",
}


class Journey:
    """A matter as its people see it: pages opened, forms filled and sent."""

    def __init__(self, world: World):
        self.world = world
        self.case: Case | None = None
        self.clients: dict[str, Client] = {}

    def client(self, who: str) -> Client:
        """A client in which the person of that sign-in name has signed in."""
        if who == "giamsat":  # signs in with two steps; the world has done it
            return self.world.client("auditor")
        if who not in self.clients:
            self.clients[who] = client = Client()
            said = {"login": who, "password": settings.DEMO_PASSWORD}
            assert client.post(reverse("account_login"), said).status_code == 302
        return self.clients[who]

    def page(self, role: str, section: str = "") -> str:
        assert self.case is not None
        url = reverse("case", kwargs={"reference": self.case.reference})
        answer = self.client(role).get(f"{url}{section}")
        assert answer.status_code == 200
        return answer.content.decode()

    def proposes(self, **said) -> None:
        body = self.world.province.bodies["ubkt"]
        url = reverse("case-new", kwargs={"procedure": "P1.CD", "body": body.pk})
        answer = self._send("canbo", url, said)
        self.case = Case.objects.get(reference=answer["Location"].split("/")[-2])

    def takes(self, role: str, step: str, **said):
        """Fill the form of one step and send it; it must be kept."""
        assert self.case is not None
        assert f"/buoc/{step}/" in self.page(role), f"{role} is not offered {step}"
        answer = self._send(role, self._step(step), said)
        assert answer.status_code == 302, _faults(answer)
        self.case.refresh_from_db()

    def signs(self, who: str, step: str) -> None:
        """Open the page of the waiting draft from the file, sign it, and confirm who one is."""
        assert self.case is not None
        url = reverse("approval", kwargs={"reference": self.case.reference, "step": step})
        assert url in self.page(who), f"{who} is not offered to sign {step}"
        client = self.client(who)
        page = client.get(url).content.decode()
        hidden = dict(re.findall(r'type="hidden" name="(key|draft)" value="([^"]+)"', page))
        ticked = {"deed": "sign", "read": "on", "capacity": "on"}
        answer = client.post(url, {"acted_on": clock.today().isoformat(), **hidden, **ticked})
        answer = self._confirms(client, url, answer)
        assert answer.status_code == 302, _faults(answer)
        self.case.refresh_from_db()

    def refused(self, role: str, step: str, **said) -> str:
        """Send one step that may not be taken; return what the page says."""
        answer = self._send(role, self._step(step), said)
        assert answer.status_code == 422
        return answer.content.decode()

    def _step(self, step: str) -> str:
        return reverse("step", kwargs={"reference": self.case.reference, "step": step})

    def _send(self, role: str, url: str, said: dict):
        client = self.client(role)
        page = client.get(url).content.decode()
        key = re.search(r'name="key" value="([^"]+)"', page)[1]
        asked = {"acted_on": clock.today().isoformat(), "key": key, "secrecy": "khong_mat"}
        answer = client.post(url, {**asked, **said})
        return self._confirms(client, url, answer)

    def _confirms(self, client: Client, url: str, answer):
        """Where who one is was asked first: give the password, and go on with what was sent."""
        asked = answer.headers.get("Location", "")
        if not asked.startswith(reverse("account_reauthenticate")):
            return answer
        return client.post(asked, {"password": settings.DEMO_PASSWORD, "next": url})


def _faults(answer) -> str:
    return " ".join(
        re.findall(
            r'class="fault".*?</p>|class="reason.*?</li>', answer.content.decode(), re.DOTALL
        )
    )


@pytest.fixture
def journey(world):
    return Journey(world)


def test_a_supervision_from_proposal_to_closed_file(journey):
    people = journey.world.province.people
    period = {"period_from": "2026-01-01", "period_to": "2026-06-30"}
    school = journey.world.province.organisations["truong"]

    journey.proposes(
        organisation=school.pk, source="chuong_trinh_nam", theme="việc thực hiện quy chế làm việc",
        **period, reasons="Theo chương trình năm.",
    )  # fmt: skip
    journey.takes(
        "canbo", "draft_decide", theme="việc thực hiện quy chế làm việc", **period, days=30, unit="day",
        **{f"team__{people[LEAD].pk}": "truong_doan", f"team__{people[SECRETARY].pk}": "thu_ky_doan",
           f"team__{people[MEMBER].pk}": "thanh_vien_doan"},
    )  # fmt: skip
    assert "không được tự ký duyệt" not in journey.page("chunhiem")
    journey.signs("chunhiem", "decide")
    for held in RecordPaper.objects.filter(case=journey.case, paper__state="da_ky"):
        journey.takes("vanthu", "number_paper", paper=held.paper_id)
    print_pending()
    assert re.search(r"\d\d-QĐ/UBKTĐU", journey.page("canbo"))

    journey.takes(
        LEAD, "prepare", outline="Tình hình chung.", schedule="Tuần 1: triển khai",
        tasks="Đỗ Văn Mẫu Phó: chỉ đạo chung",
    )  # fmt: skip
    journey.takes(LEAD, "open", **SESSION)
    journey.takes(
        SECRETARY, "receive_report", subject=1, number="05-BC/CB", summary="Theo đề cương."
    )
    journey.takes(LEAD, "record_finding", subject=1, content="Thực hiện đúng quy chế.")
    journey.takes(LEAD, "draft", draft="Dự thảo báo cáo.")
    journey.takes(
        SECRETARY, "confer", **{k: v for k, v in SESSION.items() if k != "proceedings"},
        opinions="Nguyễn Văn Thử: nhất trí.", conclusion="Nhất trí.",
    )  # fmt: skip
    journey.takes(
        LEAD,
        "finalise",
        strengths="Nền nếp.",
        faults="Không.",
        causes="Phân công rõ.",
        proposals="Thông báo kết quả.",
    )
    said = journey.refused("chunhiem", "find_no_violation", finding=1, grounds="Rõ.")
    assert "Ủy ban kiểm tra phải họp xem xét" in said
    journey.takes(
        "canbo", "consider_result", present=5, yes=5, no=0, place="Trụ sở", chair="Vũ Thị Mẫu Chủ, Chủ nhiệm",
        attendance="Năm ủy viên", opinions="Các ủy viên: nhất trí.", conclusion="Không có dấu hiệu vi phạm.",
    )  # fmt: skip
    journey.takes("chunhiem", "find_no_violation", finding=1, grounds="Thực hiện đúng.")
    journey.takes(
        "canbo",
        "draft_conclude",
        strengths="Nền nếp.",
        faults="Không.",
        demands="Tiếp tục phát huy.",
    )
    journey.signs("chunhiem", "conclude")
    notice = RecordPaper.objects.get(case=journey.case, paper__kind="TB-01")
    journey.takes("vanthu", "number_paper", paper=notice.paper_id)
    journey.takes(LEAD, "announce", **SESSION)
    print_pending()
    journey.takes(SECRETARY, "close", archive="HS-01")

    assert journey.case.stage == "da_luu"
    assert "Đã nộp lưu hồ sơ" in journey.page("giamsat", "?muc=history")
    assert "/buoc/" not in journey.page("giamsat")


def test_a_tired_officer_loses_nothing(journey):
    school = journey.world.province.organisations["truong"]
    body = journey.world.province.bodies["ubkt"]
    url = reverse("case-new", kwargs={"procedure": "P1.CD", "body": body.pk})
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    before = Case.objects.count()

    answer = journey._send(
        "canbo", url,
        {"organisation": school.pk, "acted_on": tomorrow, "source": "nhiem_vu", "theme": "việc mẫu",
         "period_from": "2026-06-30", "period_to": "2026-01-01", "reasons": "Lý do đã gõ rất dài."},
    )  # fmt: skip
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Ngày thực hiện không được sau hôm nay" in page
    assert "phải bắt đầu trước khi kết thúc" in page
    assert "Lý do đã gõ rất dài." in page
    assert Case.objects.count() == before


def test_pressing_twice_opens_one_file(journey):
    body = journey.world.province.bodies["ubkt"]
    url = reverse("case-new", kwargs={"procedure": "P1.CD", "body": body.pk})
    client = journey.client("canbo")
    key = re.search(r'name="key" value="([^"]+)"', client.get(url).content.decode())[1]
    said = {
        "organisation": journey.world.province.organisations["truong"].pk, "source": "nhiem_vu", "key": key,
        "secrecy": "khong_mat", "acted_on": clock.today().isoformat(),
        "theme": "việc mẫu", "period_from": "2026-01-01", "period_to": "2026-06-30", "reasons": "Theo nhiệm vụ.",
    }  # fmt: skip

    first, again = client.post(url, said), client.post(url, said)

    assert first["Location"] == again["Location"]
