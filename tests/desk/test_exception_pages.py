"""The pages on who reads a file: letting one in, taking it back, an emergency; and every page that obeys."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases import exceptions
from cases.models import Case
from desk.gathering.addresses import case_url
from documents.printing import pending_prints, print_paper
from permissions.exceptions import PersonalGrant
from permissions.notices import Notice
from tests.cases.meetings import Discipline
from tests.cases.supervision import TODAY, Supervision, lay_province
from tests.desk.test_api import Program

ASKED = {"purpose": "tra_loi", "reason": "Tỉnh ủy hỏi gấp.", "understood": "on"}


class Office:
    """A supervision with papers, and the pages of it as several people read them."""

    def __init__(self) -> None:
        self.told = Supervision(lay_province()).goes_to("decide")
        self.paper = pending_prints().get().pk
        print_paper(self.paper)
        self.clients: dict[str, Client] = {}

    @property
    def case(self) -> Case:
        return self.told.case

    def client(self, who: str) -> Client:
        if who not in self.clients:
            person = self.told.who(who)
            person.account = get_user_model().objects.create_user(f"nguoi-{who}")
            person.save()
            self.clients[who] = Client()
            self.clients[who].force_login(
                person.account, "django.contrib.auth.backends.ModelBackend"
            )
        return self.clients[who]

    def lets_in(self, who: str = "thon2a", by: str = "chunhiem", **said: str):
        self.client(who)
        last = TODAY + timedelta(days=9)
        words = {
            "person": str(self.told.who(who).pk), "reason": "Giúp đối chiếu sổ.",
            "first_day": f"{TODAY:%d/%m/%Y}", "last_day": f"{last:%d/%m/%Y}", "document": "",
        }  # fmt: skip
        return self.client(by).post(case_url(self.case, "case-readers"), {**words, **said})

    def opens(self, who: str = "bithuxa", **said: str):
        words = {**ASKED, "reference": self.case.reference, **said}
        return self.client(who).post(reverse("emergency"), words)

    def surfaces(self, who: str) -> dict[str, bool]:
        """Whether `who` finds the file at each place that could show it."""
        client, program = self.client(who), Program(self.told.who(who))
        ref, paper = self.case.reference, self.paper
        pages = {
            "page": case_url(self.case),
            "step": case_url(self.case, "step", step="verify"),
            "paper": reverse("paper", args=[paper]),
        }
        lists = {
            "list": reverse("cases"),
            "search": f"{reverse('cases')}?q={ref}",
        }
        calls = {
            "api": f"/cases/{ref}", "api way": f"/cases/{ref}/way", "api history": f"/cases/{ref}/history",
            "api paper": f"/papers/{paper}",
        }  # fmt: skip
        return {
            **{name: client.get(url).status_code == 200 for name, url in pages.items()},
            **{
                name: case_url(self.case) in client.get(url).content.decode()
                for name, url in lists.items()
            },
            **{name: program.get(url).status_code == 200 for name, url in calls.items()},
            "download": client.get(reverse("paper-pdf", args=[paper])).content[:5] == b"%PDF-",
            "picture": client.get(reverse("paper-picture", args=[paper, 1])).status_code == 200,
        }


@pytest.fixture
def office(db) -> Office:
    return Office()


def main(answer) -> str:
    said = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", said[0])).split())


def bare(answer) -> str:
    """A page without what is new in each request."""
    return re.sub(r'value="\w{64}"', "", answer.content.decode())


# One more reader


def test_every_place_opens_to_whoever_is_let_in_and_none_to_others(office):
    assert not any(office.surfaces("thon2a").values())

    assert office.lets_in().status_code == 302

    assert all(office.surfaces("thon2a").values())
    assert not any(office.surfaces("thon2c").values())
    retold = office.client("thon2a").get(case_url(office.case, "case-retold"))
    assert retold.status_code == 404  # it tells drafts too, which no exception opens


def test_taken_back_the_next_request_is_404(office):
    office.lets_in()
    reader, chair = office.client("thon2a"), office.client("chunhiem")
    assert reader.get(case_url(office.case)).status_code == 200

    grant = PersonalGrant.objects.get()
    url = case_url(office.case, "grant-end", grant=grant.pk)
    assert "Giúp đối chiếu sổ." in main(chair.get(url))
    assert chair.post(url, {"why": ""}).status_code == 422
    assert chair.post(url, {"why": "Đã xong."}).status_code == 302

    assert reader.get(case_url(office.case)).status_code == 404
    assert not any(office.surfaces("thon2a").values())
    assert "Đã xong." in main(chair.get(case_url(office.case, "case-readers")))
    assert chair.get(url).status_code == 404


def test_the_day_after_its_last_every_place_is_closed(office, settings):
    office.lets_in()
    settings.STANDS_ON = TODAY + timedelta(days=10)

    assert not any(office.surfaces("thon2a").values())


def test_the_page_names_every_reader_and_why(office):
    office.lets_in()

    page = main(office.client("canbo").get(case_url(office.case, "case-readers")))

    assert "Giữ chức vụ ở cơ quan thụ lý (8)" in page
    assert "Được cho phép xem riêng (1)" in page
    assert "Hồ Văn Thử Anh" in page
    assert "20/11/2026 đến 29/11/2026" in page
    assert "Cho phép xem" not in page  # an officer decides nothing here


def test_the_reader_sees_on_the_file_until_when_and_that_nothing_can_be_done(office):
    office.lets_in()

    page = main(office.client("thon2a").get(case_url(office.case)))

    assert "Được xem riêng, chỉ đọc, đến hết 29/11/2026" in page
    assert "Ai xem được hồ sơ này" not in page


def test_the_page_and_its_deeds_are_hidden_from_who_is_not_of_the_body(office):
    office.lets_in()
    grant = PersonalGrant.objects.get()
    readers, ending = (
        case_url(office.case, "case-readers"),
        case_url(office.case, "grant-end", grant=grant.pk),
    )

    for url in (readers, ending):
        assert office.client("thon2a").get(url).status_code == 404
        assert office.client("bithuxa").get(url).status_code == 404
    assert office.client("canbo").get(ending).status_code == 404
    assert office.lets_in(by="canbo").status_code == 404


def test_what_is_wrong_is_said_at_its_field_and_in_a_summary(office):
    answer = office.lets_in(
        reason="", first_day="19/11/2026", last_day="30/06/2027"
    )  # a page asks for a reason before the rest is judged
    assert answer.status_code == 422
    assert "Có chỗ cần sửa" in main(answer)

    answer = office.lets_in(first_day="19/11/2026", last_day="30/06/2027")

    assert "Không cho phép lùi ngày. Chọn từ ngày 20/11/2026 trở đi." in main(answer)
    assert "Mỗi lần cho phép không quá 90 ngày." in main(answer)
    assert not PersonalGrant.objects.exists()


# An emergency: whoever leads the committee has read the header and the signed papers reported to it

REPORTED = {"page", "list", "search", "api", "api history"}


def inside(office) -> list[bool]:
    """Whether each place shows the leader more than the summary that was reported."""
    found = office.surfaces("bithuxa")
    return [open_ for place, open_ in found.items() if place not in REPORTED]


def test_a_leader_above_opens_the_file_and_the_chair_finds_a_notice(office):
    assert not any(inside(office))

    answer = office.opens()

    assert answer.headers["Location"] == case_url(office.case)
    assert "Mở khẩn cấp, chỉ đọc, đến" in main(office.client("bithuxa").get(case_url(office.case)))
    assert all(office.surfaces("bithuxa").values())
    bell = office.client("chunhiem").get("/").content.decode()
    assert re.search(r'<b class="n">1<', bell)
    told = main(office.client("chunhiem").get(reverse("notices")))
    assert "Tỉnh ủy hỏi gấp." in told
    link = Notice.objects.filter(body=office.case.body).first().link
    assert "Đang mở khẩn cấp (1)" in main(office.client("chunhiem").get(link))


def test_when_its_hours_are_over_every_place_is_closed(office, settings):
    settings.EMERGENCY_SPAN = timedelta(0)

    office.opens()

    assert PersonalGrant.objects.get().until <= timezone.now()
    assert not any(inside(office))


def test_the_chair_may_close_it_before(office):
    office.opens()
    url = case_url(office.case, "grant-end", grant=PersonalGrant.objects.get().pk)

    office.client("chunhiem").post(url, {"why": "Không có việc gấp."})

    assert not any(inside(office))


def test_a_reference_tells_nothing_to_whoever_may_not_open_it(office):
    other = Discipline(province=None).case.reference  # of another province

    none, foreign = (
        office.opens(reference="GS-1999-9999"),
        office.opens(reference=other),
    )

    assert none.status_code == foreign.status_code == 422
    assert bare(none).replace("GS-1999-9999", "") == bare(foreign).replace(other, "")
    assert "Không mở được hồ sơ theo số này." in main(none)
    assert not Notice.objects.exists()


def test_who_neither_leads_nor_audits_finds_no_such_page(office):
    for who in ("canbo", "vanthu", "uyvienbtv", "thon2a"):
        assert office.client(who).get(reverse("emergency")).status_code == 404
        assert office.opens(who).status_code == 404
        assert reverse("emergency") not in office.client(who).get("/").content.decode()
    assert reverse("emergency") in office.client("bithuxa").get("/").content.decode()


def test_whoever_reads_the_file_anyway_is_led_to_it(office):
    answer = office.opens("chunhiem")

    assert answer.headers["Location"] == case_url(office.case)
    assert not PersonalGrant.objects.exists()


def test_nobody_who_only_reads_gets_a_step_through(office):
    office.lets_in()
    office.opens()
    before = office.case.history.count()

    for who in ("thon2a", "bithuxa"):
        page = office.client(who).get(case_url(office.case)).content.decode()
        assert "/buoc/" not in page
        answer = Program(office.told.who(who)).post(
            f"/cases/{office.case.reference}/steps/add_evidence",
            {"acted_on": TODAY.isoformat(), "inputs": {}},
        )
        assert answer.status_code == 422
    assert office.case.history.count() == before


# A meeting


def test_a_meeting_is_let_read_and_closed_like_any_file(db):
    discipline = Discipline()
    meeting, reader = discipline.meeting(), discipline.who("doai1")
    discipline.lists(meeting)
    reader.account = get_user_model().objects.create_user("doai1")
    reader.save()
    client = Client()
    client.force_login(reader.account, "django.contrib.auth.backends.ModelBackend")
    assert client.get(case_url(meeting)).status_code == 404

    grant = exceptions.give(
        meeting, by=discipline.who("xuong1"), to=reader, reason="Dự với tư cách khách mời.",
        first_day=TODAY, last_day=TODAY, today=TODAY,
    )  # fmt: skip
    page = client.get(case_url(meeting)).content.decode()
    assert meeting.reference in page
    assert discipline.case.reference not in page  # the matter itself is another file
    assert client.get(case_url(meeting, "step", step="end_session")).status_code == 404

    exceptions.end(grant, meeting, by=discipline.who("xuong1"), why="Xong.", today=TODAY)
    assert client.get(case_url(meeting)).status_code == 404
