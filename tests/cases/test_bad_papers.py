"""What may not stand on a paper refuses the step that would issue it: every reason at once, and nothing is done."""

import unicodedata
from datetime import date

import pytest

from cases.models import FileRow, RecordPaper, StepRecord
from documents.models import BookEntry, NumberBook, Paper
from documents.printing import final_page
from registry.models import Body, Post
from tests.cases.supervision import TODAY, ago, refused

HOSTILE = (
    '<img src="http://example.org/theo-doi.png"><script>alert(1)</script> & <a href="https://x.vn">'
)


def state_of(supervision):
    """Everything a step could have changed."""
    case = supervision.case
    books = NumberBook.objects.order_by("pk").values_list("pk", "next_number")
    counted = [
        model.objects.filter(case=case).count() for model in (StepRecord, FileRow, RecordPaper)
    ]
    return supervision.stage, counted, list(books), Paper.objects.count(), BookEntry.objects.count()


def reasons_of(caught):
    return {reason.rule for reason in caught.value.reasons}


def test_a_plan_with_many_faults_is_refused_for_all_of_them_at_once(supervision):
    supervision.goes_to("number")
    before = state_of(supervision)

    with refused() as caught:
        supervision.take(
            "prepare", by="phochunhiem",
            outline="Tình hình …\nTỐI MẬT",
            tasks=f"Lê Văn 漢: ghi biên bản\n{'Nguyễn ' * 60}: chỉ đạo",
            schedule="Tuần 1: triển khai {{ ngày }}",
        )  # fmt: skip

    assert reasons_of(caught) >= {
        "paper.unfilled.questions", "paper.classified", "paper.unprintable.assignments",
        "paper.unfilled.timetable",
    }  # fmt: skip
    assert all(reason.remedy for reason in caught.value.reasons)
    assert state_of(supervision) == before


def test_minutes_with_many_faults_are_refused_for_all_of_them_at_once(supervision):
    supervision.goes_to("prepare")
    before = state_of(supervision)

    with refused() as caught:
        supervision.take(
            "open", by="phochunhiem",
            place="Hội trường",
            chair="Đinh Văn ___, Trưởng đoàn",
            attendance="Người thứ nhất, chức vụ",
            subject_side="Nguyễn Văn Thử, Bí thư \u202echi bộ",
            proceedings=unicodedata.normalize("NFD", "Tài liệu TUYỆT MẬT"),
        )  # fmt: skip

    assert reasons_of(caught) >= {
        "paper.unfilled.chair", "paper.classified", "paper.unprintable.subject_present",
    }  # fmt: skip
    assert state_of(supervision) == before


@pytest.mark.parametrize(
    "name", ["\n".join(f"dòng {at}" for at in range(300)), "Nguyễn Văn " * 300]
)
def test_a_name_of_three_hundred_lines_is_refused(supervision, name):
    supervision.goes_to("prepare")
    before = state_of(supervision)

    with refused("Rút gọn còn tối đa"):
        supervision.take(
            "open", by="phochunhiem", place=name, chair=name, attendance="Người thứ nhất, chức vụ",
            subject_side="Nguyễn Văn Thử, Bí thư", proceedings="Công bố quyết định.",
        )  # fmt: skip

    assert state_of(supervision) == before


def test_missing_words_are_all_named_before_anything_is_written(supervision):
    supervision.goes_to("prepare")
    before = state_of(supervision)

    with refused() as caught:
        supervision.take("open", by="phochunhiem")

    assert reasons_of(caught) == {
        f"input.{name}" for name in ("place", "chair", "attendance", "subject_side", "proceedings")
    }
    assert state_of(supervision) == before


def test_markup_and_links_are_only_words_and_letters_are_composed(supervision):
    supervision.goes_to("prepare")

    supervision.take(
        "open", by="phochunhiem", place="Hội trường", chair="Đinh Văn Xét, Trưởng đoàn",
        attendance="Người thứ nhất, chức vụ\nNgười thứ hai, chức vụ",
        subject_side="Nguyễn Văn Thử, Bí thư",
        proceedings=f"{HOSTILE} {unicodedata.normalize('NFD', 'đối chiếu sổ sách')}",
    )  # fmt: skip

    page = final_page(RecordPaper.objects.filter(record=supervision.last).get().paper)
    assert "<img" not in page
    assert "<script" not in page
    assert "&lt;a href=&quot;https://x.vn&quot;&gt;" in page
    assert "đối chiếu sổ sách" in page


@pytest.mark.parametrize("last_day", [ago(1), ago(60)])
def test_whoever_held_no_power_on_that_day_signs_nothing(supervision, last_day):
    supervision.goes_to("draft_decide")
    Post.objects.filter(person=supervision.who("chunhiem")).update(last_day=last_day)
    before = state_of(supervision)

    with refused("Chỉ chủ nhiệm hoặc phó chủ nhiệm"):
        supervision.take("decide", by="chunhiem", on=TODAY)

    assert state_of(supervision) == before


def test_a_paper_signed_under_a_regulation_that_has_ended_since_takes_no_number(supervision):
    supervision.matter = supervision.matter.__class__(
        "thon1", "việc quản lý đảng viên", (TODAY - date(2026, 4, 8)).days, ""
    )
    Body.objects.update(signs_electronically=True)
    supervision.goes_to("decide")
    paper = RecordPaper.objects.filter(record=supervision.last).first().paper
    before = state_of(supervision)

    with refused("296-QĐ/TW không có hiệu lực vào ngày 13/4/2026"):
        supervision.take("number_paper", by="vanthu", on=date(2026, 4, 13), paper=paper.pk)

    assert state_of(supervision) == before
