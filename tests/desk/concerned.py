"""An inspection of a member that was announced to him, and the site as he and others meet it."""

from __future__ import annotations

import html
import re
from copy import copy
from datetime import timedelta
from pathlib import Path

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cases.models import Case
from cases.stories import demo_discipline
from cases.stories.demo import Committee
from cases.stories.teller import Teller
from documents.printing import print_pending
from registry import clock
from registry.models import Person, Post
from registry.provinces import Province, load


class Quiet(Teller):
    """Tells without saying so; the papers are printed at the end."""

    def _printed(self, _record):
        return []


def announce(teller: Teller, province: Province) -> None:
    """Lead the sample inspection from the explanation to its announcement three days ago."""
    people = province.people
    officer, chair, lead, secretary, member = (
        people[name] for name in ("canbo", "chunhiem", "phochunhiem", "uyvien", "dangvien")
    )
    session = {
        "place": "Trụ sở Đảng ủy xã", "chair": f"{lead.full_name}, Trưởng đoàn",
        "attendance": f"{lead.full_name}, Trưởng đoàn", "subject_side": f"{member.full_name}, đảng viên",
    }  # fmt: skip

    def takes(step: str, by: Person, ago: int, **said: object) -> None:
        teller.takes(step, by=by, on=clock.today() - timedelta(days=ago), **said)

    takes(
        "verify", secretary, 12, place="Nhà văn hóa thôn", chair=session["chair"], met="Ủy ban nhân dân xã",
        matters="Hồ sơ địa chính.", verified="Có một thửa đất chưa kê khai.",
    )  # fmt: skip
    takes("record_finding", lead, 10, subject=1, content="Chưa kê khai một thửa đất.")
    takes(
        "exchange", secretary, 10, **session, proceedings="Trao đổi.", opinions="Nhất trí một phần."
    )
    takes(
        "confer",
        secretary,
        8,
        **session,
        opinions="Các đảng viên: nhất trí.",
        conclusion="Nhất trí.",
    )
    takes(
        "finalise", lead, 7, strengths="Nền nếp.", faults="Kê khai thiếu.", causes="Chủ quan.",
        proposals="Yêu cầu khắc phục.",
    )  # fmt: skip
    takes(
        "consider_result", officer, 6, present=5, yes=5, no=0, place="Trụ sở Đảng ủy xã",
        chair=f"{chair.full_name}, Chủ nhiệm", attendance="Năm ủy viên", opinions="Nhất trí.",
        subject_opinion="Tôi đã giải trình.", conclusion="Có khuyết điểm.",
    )  # fmt: skip
    takes(
        "find_shortcoming", chair, 6, finding=1, grounds="Kê khai thiếu.", demand="Kê khai bổ sung.",
        due=f"{clock.today() + timedelta(days=20)}",
    )  # fmt: skip
    takes(
        "draft_conclude", officer, 5, strengths="Nền nếp.", faults="Kê khai thiếu.", demands="Kê khai bổ sung.",
    )  # fmt: skip
    takes("conclude", chair, 5)
    for held in teller.told.papers.filter(paper__state="da_ky").order_by("paper_id"):
        takes("number_paper", people["vanthu"], 5, paper=held.paper_id)
    takes("announce", lead, 3, **session, proceedings="Đảng viên tiếp thu.")


class Concerned:
    """The inspection with its printed papers; `who` is asked for by what they did in it."""

    def __init__(self) -> None:
        self.province = load("thu_ha", code="ke")
        teller = Quiet(lambda _line: None, Path("/nonexistent"))
        inspection = demo_discipline.Inspection(
            Committee.of(self.province), self.province.people["dangvien"], demo_discipline.LAND
        )
        inspection.draft(teller, clock.today())
        inspection.go_out(teller, clock.today())
        announce(teller, self.province)
        print_pending()
        self.case: Case = teller.told
        people = self.province.people
        self.member, self.lead, self.signer = (
            people[name] for name in ("dangvien", "phochunhiem", "chunhiem")
        )
        self.clients: dict[int, Client] = {}

    def anew(self) -> Concerned:
        """The same file, with nobody signed in and nothing remembered of it."""
        fresh = copy(self)
        fresh.case, fresh.clients = Case.objects.get(pk=self.case.pk), {}
        fresh.member, fresh.lead, fresh.signer = (
            Person.objects.get(pk=one.pk) for one in (self.member, self.lead, self.signer)
        )
        return fresh

    def auditor(self, position: str = "giam_sat_ho_so") -> Person:
        """A new auditor of the body's files, or the holder of another post in it."""
        person = Person.objects.create(full_name="Lục Thị Thử Soát")
        Post.objects.create(
            person=person, body=self.case.body, position=position, first_day="2017-01-01"
        )
        return person

    def client(self, person: Person) -> Client:
        """A browser in which `person` is signed in."""
        if person.pk not in self.clients:
            person.account = get_user_model().objects.create_user(f"nguoi-{person.pk}")
            person.save()
            client = self.clients[person.pk] = Client()
            client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
        return self.clients[person.pk]

    def url(self, name: str = "case", **parts: object) -> str:
        return reverse(name, kwargs={"reference": self.case.reference, **parts})

    def get(self, person: Person, name: str = "case", query: str = "", **parts: object):
        """The answer `person` gets at an address of the file."""
        return self.client(person).get(self.url(name, **parts) + query)

    def reads(self, person: Person, name: str = "case", query: str = "", **parts: object) -> str:
        """The main part of a page as text."""
        answer = self.get(person, name, query, **parts)
        assert answer.status_code == 200
        main = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)
        assert main
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main[0])).split())
