"""Who denounced stands in one answer to one person, and nowhere else in the site: all places are searched."""

from __future__ import annotations

import logging
import unicodedata
from urllib.parse import quote, quote_plus

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import Case
from permissions.vault.models import Envelope
from tests.campaign import WHOLE
from tests.desk.leaks import Words, everywhere, said_by, sessions_and_jobs, tables
from tests.desk.world import switched_on

NAME, STREET, PHONE, HUSBAND = (
    "Khổng Thị Uyển Nhi",
    "ngõ Quỳnh Lưu Ly",
    "0987 612 345",
    "Khổng Văn Mực",
)
TYPED = {"name": NAME, "address": f"Số 7 {STREET}", "contact": PHONE, "relatives": HUSBAND}
SOUGHT = Words(NAME, "Uyển Nhi", STREET, PHONE, PHONE.replace(" ", ""), HUSBAND)
READERS = ("clerk", "auditor", "officer")


class Told:
    """What the site said and did while somebody was sealed and seen."""

    def __init__(self):
        self.answers, self.log, self.statements, self.shown = [], [], [], ""

    def hear(self, method, url, answer):
        """One answer, and the line a server writes about it."""
        self.log.append(
            f'127.0.0.1 "{method} {url} HTTP/1.1" {answer.status_code} {answer.get("Location", "")}'
        )
        return answer


class Listening(logging.Handler):
    """Keeps every line of every log."""

    def __init__(self, told):
        super().__init__(logging.DEBUG)
        self.told = told

    def emit(self, record):
        self.told.log.append(f"{record.name} {record.getMessage()} {record.__dict__}")


@pytest.fixture(scope="module")
def story(world, tmp_path_factory):
    """A clerk seals an identity, the chair asks, the deputy agrees, the chair looks: all by pages."""
    told, root = Told(), logging.getLogger()
    listening, level = Listening(told), root.level
    root.addHandler(listening)
    root.setLevel(logging.DEBUG)
    with switched_on(str(tmp_path_factory.mktemp("site") / "vault")):
        with CaptureQueriesContext(connection) as asked:
            _seal(world, told)
            _see(world, told)
        told.statements = [one["sql"] for one in asked.captured_queries]
        yield told
    root.setLevel(level)
    root.removeHandler(listening)


def _press(world, told, role, url, said):
    answer = told.hear(
        "POST", url, world.client(role).post(url, {"key": f"{len(told.log)}", **said})
    )
    told.answers.append((f"POST {url} as {role}", said_by(answer)))
    return answer


def _seal(world, told):
    url = reverse("envelope-new")
    ubkt, clerk = world.province.bodies["ubkt"].pk, world.province.people["vanthu"].pk
    said = {
        "body": ubkt, "source": "truc_tiep", "acted_on": "20/11/2026", "custodian": clerk,
        "place": "Tủ sắt số hai", **TYPED,
    }  # fmt: skip
    assert _press(world, told, "clerk", url, said).status_code == 422  # no number yet
    assert _press(world, told, "clerk", url, {**said, "number": "PB-7"}).status_code == 302


def _see(world, told):
    envelope = Envelope.objects.get(number="PB-7")
    asking = reverse("envelope-deed", args=[envelope.pk, "xin-mo"])
    why = {"reason": "Đơn thiếu địa điểm", "purpose": "Xác minh", "document": "KH 12 (mẫu)"}
    page = _press(world, told, "chair", asking, why).headers["Location"]
    assert _press(world, told, "chair", page, {"xem": "1"}).status_code == 422
    assert _press(world, told, "leader", page, {"dong_y": "1"}).status_code == 302
    assert _press(world, told, "leader", page, {"xem": "1"}).status_code == 422
    assert _press(world, told, "chair", page, {"xem": "1"}).status_code == 200
    told.shown = told.answers.pop()[1]


def test_the_one_who_asked_reads_who_it_was(story):
    for words in TYPED.values():
        assert words in story.shown
    assert "no-store" in story.shown


def test_no_other_answer_of_the_whole_story_says_it(story):
    assert SOUGHT.places(story.answers) == []


def test_no_statement_and_no_log_line_says_it(story):
    assert len(story.statements) > 50
    assert SOUGHT.places(("statement", one) for one in story.statements) == []
    assert SOUGHT.places(("log", one) for one in story.log) == []


def test_it_is_nowhere_in_what_the_site_keeps_or_says_to_anybody(story, world):
    found, seen = [], set()
    for name, text in everywhere(world, READERS if WHOLE else READERS[:1]):
        seen.add(name.split()[0])
        found += [name] if SOUGHT.stand_in(text) else []

    assert found == []
    assert seen == {"table", "session", "job", "paper", "audit", "vault", "page"}


@pytest.mark.parametrize("asked", [NAME, "khong thi uyen nhi", "0987612345"])
def test_searching_for_it_finds_nothing(story, world, asked):
    for role in READERS:
        client = world.client(role)
        for name in ("worklist", "cases", "papers", "envelopes", "law", "search"):
            page = said_by(client.get(reverse(name), {"q": asked}))
            for echo in (asked, quote(asked), quote_plus(asked)):  # the question itself, read back
                page = page.replace(echo, "")
            assert not SOUGHT.stand_in(page), (role, name)
        assert not SOUGHT.stand_in(said_by(client.get(reverse("api-1:register"), {"q": asked})))


@pytest.mark.parametrize(
    "written",
    [
        NAME,
        unicodedata.normalize("NFD", NAME),
        "KHONG THI UYEN NHI",
        NAME.encode().hex(),
        "S2jhu5VuZyBUaOG7iyBVeeG7g24gTmhp",
        "Gọi 0987612345 hỏi thêm",
        "Kh\\u1ed5ng Th\\u1ecb Uy\\u1ec3n Nhi",
    ],
)
def test_a_leak_planted_on_purpose_is_found(story, world, written):
    with transaction.atomic():
        case = world.case("thon2")
        Case.objects.filter(pk=case.pk).update(title=f"Giám sát: {written}")

        assert SOUGHT.places(tables()) == ["table cases_case"]
        transaction.set_rollback(True)

    assert SOUGHT.places(tables()) == []


def test_a_leak_planted_on_a_page_a_session_or_a_log_is_found(story, world):
    with transaction.atomic():
        case = world.case("thon2")
        Case.objects.filter(pk=case.pk).update(title=f"Giám sát {NAME}")
        session = world.client("chair").session
        session["lời nhắn"] = NAME
        session.save()

        assert "session" in SOUGHT.places(sessions_and_jobs())
        assert SOUGHT.stand_in(said_by(world.client("officer").get(reverse("cases"))))
        transaction.set_rollback(True)

    logging.getLogger("kiem_tra").warning("gặp %s", PHONE)
    assert SOUGHT.stand_in(story.log.pop())
