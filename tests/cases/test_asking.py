"""Where the law is silent the engine asks; where one text speaks, an authorised person may release."""

import hashlib
from datetime import date

import pytest

import law
from cases.models import FileRow
from cases.reading import File, Reader, read_file
from tests.cases.supervision import TODAY, refused
from workflows.guards import asking, look_up

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


def _file(supervision) -> File:
    person = supervision.who("chunhiem")
    file = read_file(supervision.case.pk, Reader(person.pk, TODAY, TODAY))
    assert file is not None
    return file


def record_hits(record):
    record.refresh_from_db()
    return record.hits


@pytest.mark.parametrize(
    ("rule", "why", "citation"),
    [
        ("vote.ordinary", "không thuộc loại được phép miễn", "208-QĐ/TW"),  # confirmed
        ("right.heard.before_meeting", "bảo đảm tối thiểu", "Điều lệ Đảng"),  # the floor, confirmed
        ("vote.discipline.ballot", "bảo đảm tối thiểu", "21-QĐ/TW"),  # the floor, one text
        ("inspection.extension", "không thuộc loại được phép miễn", None),  # nobody knows it
    ],
)
def test_a_release_of_what_the_law_does_not_leave_open_is_refused_with_its_citation(
    supervision, rule, why, citation
):
    _prepared(supervision)

    with refused(rule, why) as caught:
        supervision.take("release_rule", by="chunhiem", rule=rule, source=SOURCE, reason="Thử.")

    reason = next(r for r in caught.value.reasons if r.rule == rule)
    assert citation is None or citation in (reason.citation or "")
    assert reason.remedy


@pytest.mark.parametrize("rule", ["vote.ordinary", "basis.case_file", "right.complain"])
def test_an_answer_where_the_law_speaks_is_refused_with_its_citation(supervision, rule):
    _prepared(supervision)

    with refused(rule, "đã có quy định, không hỏi lại") as caught:
        supervision.take("answer_rule", by="chunhiem", rule=rule, value="có", source=SOURCE)

    assert next(r for r in caught.value.reasons if r.rule == rule).citation


@pytest.mark.parametrize("step", ["answer_rule", "release_rule"])
def test_a_rule_nobody_defines_is_refused_and_the_nearest_named(supervision, step):
    _prepared(supervision)
    said = {"value": "1/3"} if step == "answer_rule" else {"reason": "Thử."}

    with refused("input.rule", "Không có quy tắc “inspection.extensio”; gần nhất: inspection.ext"):
        supervision.take(step, by="chunhiem", rule="inspection.extensio", source=SOURCE, **said)


@pytest.mark.parametrize(
    ("rule", "value", "why"),
    [
        ("inspection.extension", "một phần ba", "không phải phân số"),
        ("complaint.window", "nhiều ngày", "không phải số nguyên"),
        ("complaint.handling", "30", "Ghi kèm đơn vị"),
        ("vote.quorum", "hai phần ba", "phân số"),
    ],
)
def test_an_answer_nobody_could_reckon_with_is_refused(supervision, rule, value, why):
    _prepared(supervision)

    with refused("input.value", why):
        supervision.take("answer_rule", by="chunhiem", rule=rule, value=value, source=SOURCE)


def test_what_one_text_says_may_be_released_for_this_case(supervision):
    _prepared(supervision)

    supervision.take(
        "release_rule", by="chunhiem", rule="basis.case_file", source=SOURCE, reason="Thử."
    )

    assert FileRow.objects.get(case=supervision.case, kind="cho_phep").facts["source"] == SOURCE


def test_an_answered_period_is_a_number_with_its_unit(supervision):
    _prepared(supervision)
    supervision.take(
        "answer_rule",
        by="chunhiem",
        rule="complaint.handling",
        value="90 ngày làm việc",
        source=SOURCE,
    )

    hit = look_up("complaint.handling", _file(supervision).facts)

    assert (hit.force, hit.value, hit.unit) == ("answered", 90, "working_day")


def test_what_lies_near_an_open_question_is_told_with_its_source_or_without_one():
    asked = asking(law.rule("complaint.window", on=date(2026, 11, 25)))

    assert "30 ngày làm việc" in asked.remedy
    assert "(296-QĐ/TW Điều 25.1)" in asked.remedy
    assert "None" not in asked.remedy
