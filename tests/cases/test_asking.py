"""Where the law is silent the engine asks; where one text speaks, an authorised person may release."""

import hashlib
from datetime import date

import pytest

from cases.models import FileRow
from tests.cases.supervision import refused

SCAN = hashlib.sha256(b"ban chup").hexdigest()
SOURCE = {"document": "12-QC/ĐU", "dated": "2026-01-15", "clause": "Điều 4", "scan": SCAN}
EXTENSION = {"days": 10, "reason": "Cần xác minh thêm ở nơi đảng viên làm việc."}


def _prepared(supervision):
    supervision.goes_to("open")
    return supervision


def test_an_unknown_share_is_asked_not_guessed(supervision):
    _prepared(supervision)

    with refused("inspection.extension", "Chưa xác định được quy định") as caught:
        supervision.take("draft_extend", by="canbo", **EXTENSION)

    asked = next(r for r in caught.value.reasons if r.rule == "inspection.extension")
    assert asked.confidence == "uncertain"
    assert "1/3" in asked.remedy  # a locality's own row, shown as a proposal and never as a verdict


def test_the_answer_of_an_authorised_person_decides_for_this_case(supervision):
    _prepared(supervision)
    supervision.take(
        "answer_rule", by="chunhiem", rule="inspection.extension", value="1/3", source=SOURCE
    )

    supervision.take("draft_extend", by="canbo", **EXTENSION)
    with refused("vượt giới hạn"):
        supervision.take("draft_extend", by="canbo", **{**EXTENSION, "days": 16})

    record = supervision.take("extend", by="chunhiem")
    hit = next(h for h in record_hits(record) if h["rule"] == "inspection.extension")
    assert hit["settled_by"]["kind"] == "asked"
    assert hit["settled_by"]["document"]["number"] == "12-QC/ĐU"
    assert FileRow.objects.get(case=supervision.case, kind="gia_han").facts["days"] == 10


def test_the_deadline_moves_with_the_extension_and_says_so(supervision):
    _prepared(supervision)
    before = supervision.case.deadlines.get(name="ket_thuc_giam_sat")
    supervision.take(
        "answer_rule", by="chunhiem", rule="inspection.extension", value="1/3", source=SOURCE
    )
    supervision.take("draft_extend", by="canbo", **EXTENSION)
    supervision.take("extend", by="chunhiem")

    after = supervision.case.deadlines.get(name="ket_thuc_giam_sat")

    assert (after.last_day - before.last_day).days == 10
    assert after.explained["extended"] == 10
    assert after.explained["start"] == before.explained["start"]


@pytest.mark.parametrize("who", ["canbo", "vanthu", "uyvien"])
def test_only_the_chair_or_a_deputy_answers(supervision, who):
    _prepared(supervision)

    with refused("permission"):
        supervision.take(
            "answer_rule", by=who, rule="inspection.extension", value="1/3", source=SOURCE
        )


def test_nobody_on_the_team_answers_for_the_law(supervision):
    _prepared(supervision)  # the deputy leads the team

    with refused("Người trong đoàn"):
        supervision.take(
            "answer_rule", by="phochunhiem", rule="inspection.extension", value="1/3", source=SOURCE
        )


@pytest.mark.parametrize("gap", ["document", "dated", "clause", "scan"])
def test_an_answer_without_its_whole_source_is_refused(supervision, gap):
    _prepared(supervision)

    with refused("Văn bản làm căn cứ"):
        supervision.take(
            "answer_rule",
            by="chunhiem",
            rule="inspection.extension",
            value="1/3",
            source={**SOURCE, gap: ""},
        )


def test_a_change_of_team_rests_on_a_row_that_did_not_exist_in_2017(supervision):
    from workflows.facts import Facts
    from workflows.guards import look_up

    day = date(2017, 7, 1)
    hit = look_up("duty.team.scope_change", Facts("P1.CD", "da_trien_khai", day, day, day, day))

    assert hit.force == "ask"


def record_hits(record):
    record.refresh_from_db()
    return record.hits
