"""Entering for a cell that works on paper, over HTTP: what is asked, what is told, who may not go on."""

import html
import json
import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from permissions.models import ApiToken
from tests.cases.on_paper import DAY, OnPaper

PASSWORD = "Nhap-thay-mau-2026"
CELL = "Chi bộ Phân xưởng 2"


class Site(OnPaper):
    """The same cell, whose file people open by browser or by key."""

    def __init__(self):
        super().__init__()
        self.criticises_himself()
        self.clients: dict[str, Client] = {}

    def browser(self, who: str) -> Client:
        if who not in self.clients:
            person = self.who(who)
            person.account = get_user_model().objects.create_user(who, password=PASSWORD)
            person.save()
            self.clients[who] = Client()
            self.clients[who].force_login(
                person.account, "django.contrib.auth.backends.ModelBackend"
            )
        return self.clients[who]

    def reads(self, who: str, name: str = "case", query: str = "", **parts: str) -> str:
        url = reverse(name, kwargs={"reference": self.case.reference, **parts}) + query
        answer = self.browser(who).get(url)
        assert answer.status_code == 200, url
        return " ".join(html.unescape(answer.content.decode()).split())

    def asks(self, who: str, address: str, body: dict | None = None):
        key = f"Bearer {ApiToken.give(self.who(who), may_sign=True)}"
        url = f"/api/cases/{self.case.reference}/{address}"
        if body is None:
            return Client().get(url, headers={"Authorization": key})
        return Client().post(
            url, json.dumps(body), content_type="application/json", headers={"Authorization": key}
        )

    def sends(self, who: str, step: str, **said: object):
        return self.asks(who, f"steps/{step}", {"acted_on": f"{DAY}", "inputs": said})


@pytest.fixture
def site(db) -> Site:
    return Site()


def test_a_program_is_told_that_the_vote_of_the_cell_asks_for_its_paper(site):
    actions = {one["step"]: one for one in site.asks("soan", "actions").json()}

    asked = {one["name"]: one["required"] for one in actions["vote_to_propose"]["inputs"]}
    assert [asked[name] for name in site.paper] == [True, True, True]
    assert "paper_number" not in {one["name"] for one in actions["appraise"]["inputs"]}


def test_a_program_enters_the_vote_and_the_history_tells_for_whom(site):
    ballot = site.ballot(site.sitting())

    refused = site.sends("soan", "vote_to_propose", **ballot)
    taken = site.sends("soan", "vote_to_propose", **ballot, **site.paper)

    assert refused.status_code == 422
    assert {one["rule"] for one in refused.json()["reasons"]} == {
        "input.paper_number", "input.paper_dated", "input.paper_scan",
    }  # fmt: skip
    assert taken.status_code == 200
    last = site.asks("soan", "history").json()["records"][-1]
    assert (last["actor"], last["on_behalf_of"], last["paper"]) == (
        site.who("soan").full_name, CELL, "03-BB/CB ngày 12/03/2026",
    )  # fmt: skip


def test_whoever_entered_the_vote_signs_nothing_by_a_key_either(site):
    site.votes("soan")
    site.drafts("van")

    refused = site.sends("soan", "send_proposal")

    assert refused.status_code == 422
    (reason,) = refused.json()["reasons"]
    assert reason["rule"] == "behalf.same_hand"
    assert reason["remedy"]


def test_the_page_of_the_step_asks_for_the_paper_and_the_file_tells_of_it(site):
    site.sitting()

    page = site.reads("soan", "step", step="vote_to_propose")

    for label in (
        "Số, ký hiệu văn bản giấy",
        "Ngày của văn bản giấy",
        "Bản chụp văn bản giấy đã ký",
    ):
        assert label in page
    assert "Số, ký hiệu văn bản giấy" not in site.reads("soan", "step", step="appraise")

    site.take(site.case, "vote_to_propose", "soan", **site.ballot(_meeting(site)), **site.paper)

    told = f"Nhập thay {CELL}, theo văn bản giấy 03-BB/CB ngày 12/03/2026"
    assert told in site.reads("soan", query="?muc=history")


def _meeting(site: Site):
    return site.case.on_agendas.get().meeting


def test_the_second_person_finds_the_entry_among_their_drafts_and_confirms_it_on_its_page(site):
    site.votes("soan")
    site.drafts("soan")
    url = reverse("approval", kwargs={"reference": site.case.reference, "step": "send_proposal"})
    assert url in site.browser("van").get(reverse("approvals")).content.decode()

    site.browser("van").post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": url})
    page = site.browser("van").get(url).content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(key|draft)" value="([^"]+)"', page))
    said = {**hidden, "deed": "sign", "acted_on": f"{DAY}", "read": "on", "capacity": "on"}
    answer = site.browser("van").post(url, said)

    assert answer.status_code == 302
    record = site.case.history.get(step="send_proposal")
    assert (record.actor, record.on_behalf_of.name) == (site.who("van"), CELL)


def test_the_officer_opens_the_meeting_of_the_cell_from_the_list_of_proposals(site):
    url = reverse("case-new", kwargs={"procedure": "HN", "body": site.body("chi_bo_xuong").pk})

    assert url in site.browser("soan").get(reverse("case-choose")).content.decode()
    assert "Số, ký hiệu văn bản giấy" in html.unescape(
        site.browser("soan").get(url).content.decode()
    )
    assert site.browser("chu").get(url).status_code == 404
