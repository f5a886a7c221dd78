"""A wrong entry is put right by two people; the old one stays visible, and what it shakes is named, not undone."""

import pytest

from cases.models import Case, FileRow, StepRecord, WorkRow
from cases.reading import Reader, read_file
from cases.verification import verify
from tests.cases.supervision import TODAY, refused
from workflows.everyday.correction import open_doubts

EVIDENCE = {"title": "Sổ theo dõi", "given_by": "Chi bộ"}


def asks(supervision, record, by="uyvien", what="ghi_lai", **anew):
    said = {f"new_{name}": value for name, value in anew.items()}
    day = {"new_on": record.acted_on.isoformat()} if what == "ghi_lai" else {}
    supervision.take(
        "ask_correction",
        by=by,
        record=record.sequence,
        what=what,
        reason="Ghi nhầm.",
        **day,
        **said,
    )
    return FileRow.objects.get(case=supervision.case, kind="xin_dinh_chinh", superseded_by=None)


def confirms(supervision, request, by="canbo", result="dung"):
    return supervision.take(
        "correct", by=by, request=request.number, result=result, note="Biên bản gốc."
    )


def live(supervision, kind):
    return FileRow.objects.get(case=supervision.case, kind=kind, superseded_by=None)


def facts_of(supervision):
    who = supervision.who("chunhiem").pk
    return read_file(supervision.case.pk, Reader(who, TODAY, TODAY)).facts


def test_a_second_person_confirms_the_right_words_and_the_old_stay_visible(supervision):
    supervision.goes_to("prepare")
    wrong = supervision.take("add_evidence", by="uyvien", **EVIDENCE)
    request = asks(supervision, wrong, title="Sổ đảng phí", given_by="Chi ủy")
    assert "canbo_dia_ban" not in request.words
    assert WorkRow.objects.filter(case=supervision.case, step="correct").exists()

    corrected = confirms(supervision, request)

    old, new = FileRow.objects.filter(case=supervision.case, kind="tai_lieu").order_by("pk")
    assert (old.words["title"], old.superseded_by_id) == ("Sổ theo dõi", corrected.pk)
    assert (new.words["title"], new.words["given_by"]) == ("Sổ đảng phí", "Chi ủy")
    assert (new.number, new.facts["corrects"]["step"]) == (old.number, "add_evidence")
    assert not verify(Case.objects.filter(pk=supervision.case.pk)).faults


def test_nobody_corrects_alone(supervision):
    supervision.goes_to("prepare")
    wrong = supervision.take("add_evidence", by="uyvien", **EVIDENCE)
    request = asks(supervision, wrong, **EVIDENCE)

    with refused("correct.twice"):
        asks(supervision, wrong, by="canbo", **EVIDENCE)
    with refused("correct.alone"):
        confirms(supervision, request, by="uyvien")
    confirms(supervision, request, result="khong")

    assert live(supervision, "tai_lieu").words["title"] == "Sổ theo dõi"
    assert not FileRow.objects.filter(kind="xin_dinh_chinh", superseded_by=None).exists()


def test_what_was_signed_or_moved_is_not_corrected_away(supervision):
    supervision.goes_to("prepare")
    moved = supervision.last
    signed = StepRecord.objects.get(case=supervision.case, step="decide")

    with refused("correct.what", "chuyển giai đoạn"):
        asks(supervision, moved, what="bo")
    with refused("correct.what", "đã ký"):
        asks(supervision, signed)
    with refused("correct.what"):
        supervision.take("ask_correction", by="canbo", record=999, what="bo", reason="Không có.")
    with refused("input.new_title", "input.new_on"):
        wrong = supervision.take("add_evidence", by="uyvien", **EVIDENCE)
        supervision.take(
            "ask_correction", by="canbo", record=wrong.sequence, what="ghi_lai", reason="Nhầm.",
            new_given_by="Chi bộ",
        )  # fmt: skip


def test_a_corrected_count_keeps_its_day_and_names_the_steps_it_no_longer_carries(supervision):
    """Five votes were three: the conclusion of each content and the notice rested on them."""
    supervision.goes_to("announce")
    met = StepRecord.objects.get(case=supervision.case, step="consider_result")
    words = {name: met.inputs[name] for name in ("place", "chair", "attendance", "opinions")}
    request = asks(
        supervision, met, by="canbo", present=5, yes=2, no=3, conclusion="Chưa thống nhất.", **words
    )

    confirms(supervision, request, by="uyvien")

    facts = facts_of(supervision)
    row = facts.last("cuoc_hop")
    assert (row.on, row.step, row.facts["yes"], row.facts["base"]) == (
        met.acted_on, "consider_result", 2, 5,
    )  # fmt: skip
    (doubt,) = open_doubts(facts)
    assert {code: guards for _sequence, code, guards in doubt.facts["shaken"]} == {
        "find_shortcoming": ["vote.ordinary"],
        "conclude": ["vote.ordinary"],
    }
    assert supervision.stage == "da_cong_bo"  # nothing is undone


def test_the_file_is_not_closed_over_a_doubt_and_its_leaders_settle_it(supervision):
    supervision.goes_to("announce")
    met = StepRecord.objects.get(case=supervision.case, step="consider_result")
    with refused("không ghi lại được bước đó"):
        asks(supervision, met, by="canbo", what="bo")
    words = {name: met.inputs[name] for name in ("place", "chair", "attendance", "opinions")}
    request = asks(
        supervision, met, by="canbo", present=5, yes=2, no=3, conclusion="Chưa thống nhất.", **words
    )
    confirms(supervision, request, by="uyvien")
    (doubt,) = open_doubts(facts_of(supervision))
    settled = {"correction": doubt.number, "result": "giu", "reason": "Biên bản giấy còn đủ."}

    with refused("permission"):
        supervision.take("settle_doubt", by="uyvien", **settled)
    with refused("đính chính mà chưa ai xem xét"):
        supervision.take("close", by="uyvien", archive="HS-01")
    supervision.take("settle_doubt", by="chunhiem", **settled)

    assert not open_doubts(facts_of(supervision))
    with refused("input.correction"):
        supervision.take("settle_doubt", by="chunhiem", **settled)


def test_a_day_written_wrong_is_corrected_within_the_life_of_the_file(supervision):
    supervision.goes_to("prepare")
    wrong = supervision.take("add_evidence", by="uyvien", **EVIDENCE)
    said = {f"new_{name}": value for name, value in EVIDENCE.items()}

    with refused("the_corrected_day_is_in_order"):
        supervision.take(
            "ask_correction", by="uyvien", record=wrong.sequence, what="ghi_lai", reason="Nhầm ngày.",
            new_on="2020-01-01", **said,
        )  # fmt: skip
    supervision.take(
        "ask_correction", by="uyvien", record=wrong.sequence, what="ghi_lai", reason="Nhầm ngày.",
        new_on="2026-11-02", **said,
    )  # fmt: skip
    confirms(supervision, live(supervision, "xin_dinh_chinh"))

    assert facts_of(supervision).last("tai_lieu").on.isoformat() == "2026-11-02"


def test_a_new_draft_takes_the_place_of_the_one_before(supervision):
    supervision.goes_to("draft_decide")
    first = FileRow.objects.get(case=supervision.case, kind="trinh_ky")

    supervision.take(
        "draft_decide", by="canbo", theme="việc mẫu", period_from="2026-01-01", period_to="2026-06-30",
        days=30, unit="day", team=[{"person": supervision.who("uyvien").pk, "role": "truong_doan"}],
    )  # fmt: skip

    first.refresh_from_db()
    assert first.superseded_by is not None
    assert live(supervision, "trinh_ky").facts["days"] == 30


@pytest.mark.parametrize("result", ["dung", "khong"])
def test_a_correction_that_shakes_nothing_asks_nobody(supervision, result):
    supervision.goes_to("prepare")
    wrong = supervision.take("add_evidence", by="uyvien", **EVIDENCE)

    confirms(supervision, asks(supervision, wrong, what="bo"), result=result)

    assert not open_doubts(facts_of(supervision))
    assert FileRow.objects.filter(kind="tai_lieu", superseded_by=None).exists() is (
        result == "khong"
    )
