"""A cell's meeting about one of its members, and its pages as several people read them."""

from __future__ import annotations

import html
import re
from datetime import date

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import Case
from tests.cases.meetings import Discipline

#: A day whose law on the ballot has been read; the site itself stands months later.
VOTING = date(2026, 3, 12)
MATTER = "Xem xét, thi hành kỷ luật đảng viên: đồng chí Đặng Văn Thử"
ON_PAPER = "Bỏ phiếu kín chỉ làm trên giấy"
MOST_STATEMENTS = 16


class Cell:
    """The cell's meeting about its member, and the pages of it as several people read them."""

    def __init__(self, day: date = VOTING):
        self.told = Discipline(day=day).criticises_himself()
        self.meeting: Case = self.told.meeting()
        self.told.lists(self.meeting)
        self.clients: dict[str, Client] = {}

    def invited(self) -> Cell:
        self.told.invites(self.meeting)
        return self

    def opened(self) -> Cell:
        self.invited()
        away = {"xuong12": "vang_co_ly_do", "xuong13": "vang_khong_ly_do"}
        self.told.opens(self.meeting, away=away)
        return self

    def voted(self) -> Cell:
        self.opened()
        self.told.votes(self.meeting, issued=12, khai_tru=9, canh_cao=3)
        return self

    def ended(self) -> Cell:
        self.voted()
        self.told.ends(self.meeting)
        return self

    def get(self, who: str, name: str = "meeting", query: str = "", /, **parts: object):
        """What `who` gets at an address; without parts, that of the meeting."""
        if name == "meeting" and not parts:
            parts = {"reference": self.meeting.reference}
        return self._client(who).get(reverse(name, kwargs=parts) + query)

    def reads(self, who: str, name: str = "meeting", query: str = "", /, **parts: object) -> str:
        """The main part of a page as text, its links kept."""
        self._client(who)
        with CaptureQueriesContext(connection) as asked:
            answer = self.get(who, name, query, **parts)
        assert answer.status_code == 200
        assert len(asked.captured_queries) <= MOST_STATEMENTS
        main = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)
        return " ".join(html.unescape(main[0]).split())

    def _client(self, who: str) -> Client:
        if who not in self.clients:
            person = self.told.who(who)
            person.account = get_user_model().objects.create_user(f"nguoi-{who}")
            person.save()
            self.clients[who] = Client()
            self.clients[who].force_login(
                person.account, "django.contrib.auth.backends.ModelBackend"
            )
        return self.clients[who]

    def url(self, name: str, **parts: object) -> str:
        return reverse(name, kwargs={"reference": self.told.case.reference, **parts})

    @property
    def vote_step(self) -> str:
        return self.url("step", step="vote_to_propose") + f"?meeting={self.meeting.reference}"
