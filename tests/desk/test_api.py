"""The API: the same door, the same reasons and the same rights as the pages."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from cases.models import Case, StepRecord
from documents.printing import print_pending
from permissions.models import ApiToken
from tests.cases.supervision import Supervision, lay_province

OPENING = {
    "source": "nhiem_vu", "theme": "việc mẫu", "period_from": "2026-01-01",
    "period_to": "2026-06-30", "reasons": "Cấp ủy giao.",
}  # fmt: skip


class Program:
    """A program that speaks for one person."""

    def __init__(self, person):
        self.client = Client(
            headers={"Authorization": f"Bearer {ApiToken.give(person, may_sign=True)}"}
        )

    def get(self, path: str):
        return self.client.get(f"/api{path}")

    def post(self, path: str, body: dict, key: str = ""):
        return self.client.post(
            f"/api{path}",
            json.dumps(body),
            content_type="application/json",
            headers={"Idempotency-Key": key},
        )


@pytest.fixture
def province(db):
    return lay_province()


@pytest.fixture
def officer(province):
    return Program(province.people["canbo"])


def _opening(province, day="2026-11-20", **changes):
    return {
        "procedure": "P1.CD",
        "body": province.bodies["ubkt"].pk,
        "subjects": [{"organisation": province.organisations["tram"].pk}],
        "acted_on": day,
        "inputs": OPENING,
        **changes,
    }


def test_a_program_learns_whom_it_speaks_for(officer, province):
    said = officer.get("/me").json()

    assert said["name"] == province.people["canbo"].full_name
    assert said["posts"][0]["body"] == province.bodies["ubkt"].pk


def test_nobody_is_answered_401_in_json(db):
    answer = Client().get("/api/me")

    assert answer.status_code == 401
    assert answer["Content-Type"].startswith("application/json")


def test_a_revoked_key_opens_nothing(province):
    program = Program(province.people["canbo"])
    ApiToken.objects.all().delete()

    assert program.get("/me").status_code == 401


def test_a_file_is_opened_once_for_one_key(officer, province):
    first = officer.post("/cases", _opening(province), key="k1")
    again = officer.post("/cases", _opening(province), key="k1")
    other = officer.post(
        "/cases", _opening(province, inputs={**OPENING, "theme": "việc khác"}), key="k1"
    )

    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 409)
    assert first.json()["reference"] == again.json()["reference"]
    assert Case.objects.count() == 1


def test_all_reasons_come_back_with_citation_and_remedy(officer, province):
    ref = officer.post("/cases", _opening(province)).json()["reference"]

    answer = officer.post(f"/cases/{ref}/steps/finalise", {"acted_on": "2026-11-20", "inputs": {}})

    assert answer.status_code == 422
    reasons = answer.json()["reasons"]
    assert {"permission", "order"} <= {reason["rule"] for reason in reasons}
    assert all(
        {"rule", "text", "citation", "confidence", "remedy"} == set(reason) for reason in reasons
    )


def test_actions_say_what_is_allowed_and_what_each_step_asks(officer, province):
    ref = officer.post("/cases", _opening(province)).json()["reference"]

    actions = {action["step"]: action for action in officer.get(f"/cases/{ref}/actions").json()}

    assert actions["draft_decide"]["allowed"]
    assert {asked["name"] for asked in actions["draft_decide"]["inputs"]} >= {
        "theme",
        "days",
        "team",
    }
    assert not actions["decide"]["allowed"]
    assert actions["decide"]["refusals"]


def test_a_stranger_meets_404_everywhere(officer, province):
    ref = officer.post("/cases", _opening(province)).json()["reference"]
    stranger = Program(province.people["dangvien"])

    for path in (
        f"/cases/{ref}",
        f"/cases/{ref}/actions",
        f"/cases/{ref}/history",
        "/cases/GS-1999-0001",
        "/papers/1",
    ):
        answer = stranger.get(path)
        assert answer.status_code == 404, path
        assert answer.json()["detail"] == "Không tìm thấy."
    assert stranger.post(f"/cases/{ref}/steps/draft", {"acted_on": "2026-11-20"}).status_code == 404


@pytest.mark.parametrize(
    "broken",
    [
        {"acted_on": "hôm qua"},
        {"acted_on": 0},
        {"body": "một"},
        {"subjects": [{"person": "1"}]},
        {"unknown": 1},
        {"inputs": []},
    ],
)
def test_what_cannot_be_read_is_said_in_words(officer, province, broken):
    answer = officer.post("/cases", {**_opening(province), **broken})

    assert answer.status_code == 422
    assert answer.json()["reasons"][0]["remedy"]
    assert not Case.objects.exists()


@pytest.mark.parametrize("words", ["\ud800", "chuông\x07", "rỗng\x00"])
def test_letters_that_no_text_can_hold_are_refused_in_words(officer, province, words):
    answer = officer.post("/cases", _opening(province, inputs={**OPENING, "theme": words}))

    assert answer.status_code == 422
    assert "ký tự" in answer.json()["reasons"][0]["text"]
    assert officer.get("/register?q=%00a").status_code == 200
    assert officer.get("/cases/GS%00").status_code == 404


def test_a_key_too_long_to_be_known_again_is_refused(officer, province):
    answer = officer.post("/cases", _opening(province), key="k" * 65)

    assert answer.status_code == 422
    assert answer.json()["reasons"][0]["rule"] == "door.key"


def test_one_subject_stands_in_a_file_once(officer, province):
    tram = {"organisation": province.organisations["tram"].pk}

    answer = officer.post("/cases", _opening(province, subjects=[tram, tram]))

    assert answer.status_code == 422
    assert "hai lần" in answer.json()["reasons"][0]["text"]


def test_what_an_answer_names_must_lie_in_the_file(province):
    supervision = Supervision(province).goes_to("verify")
    lead, ref = Program(province.people["phochunhiem"]), supervision.case.reference

    for step, inputs, name in (
        ("record_finding", {"subject": 9, "content": "Nội dung."}, "subject"),
        (
            "add_evidence",
            {"title": "Sổ", "given_by": "Chi bộ", "scan": {"sha256": "a" * 64}},
            "scan",
        ),
        (
            "serve_paper",
            {"paper": 999999, "receiver": "Chi bộ", "evidence": "Giấy nhận", "result": "da_nhan"},
            "paper",
        ),
    ):
        answer = lead.post(
            f"/cases/{ref}/steps/{step}", {"acted_on": "2026-11-20", "inputs": inputs}
        )
        assert answer.status_code == 422, step
        assert f"input.{name}" in {reason["rule"] for reason in answer.json()["reasons"]}, (
            answer.json()
        )


def test_answers_to_a_key_are_kept_in_no_cache(officer):
    assert "no-store" in officer.get("/me")["Cache-Control"]


def test_a_closed_account_speaks_no_more(province, django_user_model):
    person = province.people["canbo"]
    person.account = django_user_model.objects.create_user("canbo", is_active=False)
    person.save()

    assert Program(person).get("/me").status_code == 401


def test_a_file_without_a_subject_or_with_two_in_one_is_refused(officer, province):
    tram, member = province.organisations["tram"].pk, province.people["dangvien"].pk

    assert officer.post("/cases", _opening(province, subjects=[])).status_code == 422
    assert (
        officer.post(
            "/cases", _opening(province, subjects=[{"organisation": tram, "person": member}])
        ).status_code
        == 404
    )
    assert officer.post("/cases", _opening(province, procedure="P99")).status_code == 404


def test_history_and_papers_are_read_back(province):
    supervision = Supervision(province).goes_to("open")
    print_pending()
    program, ref = Program(province.people["giamsat"]), supervision.case.reference

    history = program.get(f"/cases/{ref}/history").json()["records"]
    case = program.get(f"/cases/{ref}").json()
    paper = program.get(f"/papers/{case['papers'][0]['id']}").json()

    assert [record["sequence"] for record in history] == list(
        range(1, StepRecord.objects.count() + 1)
    )
    assert history[0]["hits"][0]["citation"]
    assert paper["state_label"] == "Đã in, đã ban hành"
    assert program.client.get(paper["pdf"]).status_code in (200, 302)


def test_the_description_of_the_api_is_served(officer):
    described = officer.get("/openapi.json").json()

    assert set(described["paths"]) >= {
        "/api/me", "/api/cases", "/api/cases/{ref}", "/api/cases/{ref}/actions",
        "/api/cases/{ref}/steps/{step}", "/api/cases/{ref}/history", "/api/papers/{paper}",
    }  # fmt: skip
