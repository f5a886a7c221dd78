"""What a drafter adds to a paper is on it once it is signed; its slip proves where each word came from."""

import pytest
from django.core.management import CommandError, call_command

from cases import control_slip, papers
from cases.models import RecordPaper
from cases.papers import preview
from cases.reading import Reader, read_file
from documents.models import Paper
from documents.printing import print_paper
from documents.proofs import Proof
from tests.cases.supervision import TODAY, refused
from workflows.drafts import waiting

PERIOD = {"period_from": "2024-01-01", "period_to": "2026-06-30"}
ADDED = {
    "urgency": "thượng khẩn",
    "typist": "ABC",
    "print_run": "12",
    "annexes": "# Danh mục hồ sơ\nTT | Tên\n1 | Sổ nghị quyết",
    "draft_note": "True",
}


def plan(supervision, **components):
    """The draft of the decision, with what its drafter adds to it."""
    supervision.goes_to("propose")
    chair, member = (supervision.who(one).pk for one in ("phochunhiem", "canbo"))
    team = [{"person": chair, "role": "truong_doan"}, {"person": member, "role": "thu_ky_doan"}]
    supervision.take(
        "draft_decide", by="canbo", theme="việc quản lý đảng viên đi làm ăn xa", **PERIOD, days=45,
        unit="day", team=team, components=components,
    )  # fmt: skip
    return supervision


def signed(supervision):
    """The decision, signed, numbered and printed."""
    supervision.take("decide", by="chunhiem")
    paper = Paper.objects.get(kind="QD-01", record_paper__case=supervision.case)
    supervision.take("number_paper", by="vanthu", paper=paper.pk)
    print_paper(paper.pk)
    return RecordPaper.objects.select_related("paper__print", "case", "record").get(paper=paper)


def words(pdf):
    return " ".join(line.text for line in Proof(bytes(pdf)).lines)


def test_what_the_drafter_adds_is_signed_and_printed_but_for_the_draft_note(supervision):
    held = signed(plan(supervision, **ADDED))

    said = words(held.paper.print.pdf)

    assert held.paper.values["urgency"] == "thượng khẩn"
    assert "draft_note" not in held.paper.values
    for part in ("THƯỢNG KHẨN", "ABC-12", "Phụ lục", "Danh mục hồ sơ"):
        assert part in said
    assert "Dự thảo" not in said


def test_the_draft_says_which_one_it_is_where_its_drafter_wants_that(supervision):
    plan(supervision, draft_note="True")
    reader = Reader(supervision.who("chunhiem").pk, TODAY, TODAY)
    file = read_file(supervision.case.pk, reader)
    step = file.procedure.steps["decide"]
    draft = waiting("decide", file.facts)
    inputs = {**draft.facts, **papers.words_of(supervision.case.pk, draft.number)}

    assert "Dự thảo lần 1" in words(preview(file, step, inputs, TODAY, "QD-01"))


def test_a_component_that_cannot_be_printed_refuses_the_draft(supervision):
    with refused("còn thiếu giờ hẹn chuyển đến"):
        plan(supervision, urgency="hỏa tốc hẹn giờ")
    with refused("phải là một trong"):
        plan(supervision, urgency="gấp lắm")
    with refused("không lập văn bản mật"):
        plan(supervision, circulation="TỐI MẬT")


def test_the_slip_carries_every_hash_and_where_each_word_came_from(supervision):
    held = signed(plan(supervision, **ADDED))
    paper, record = held.paper, held.record

    page = control_slip.slip_page(held)
    said = "".join(words(control_slip.slip(held)).split())

    for digest in (
        paper.print.sha256, paper.values_sha256, paper.wording, paper.sources["law"], record.edition_id,
        record.hash, record.facts_id,
    ):  # fmt: skip
        assert digest in said
    assert "người soạn ghi: chuyên đề" in page.casefold() or "người soạn ghi" in page
    assert "người soạn chọn: mức độ khẩn" in page
    assert "basis.supervision.thematic" in page
    assert control_slip.slip(held) == control_slip.slip(held)


def test_each_ground_names_its_row_of_the_law_and_each_value_its_source(supervision):
    held = signed(plan(supervision))
    sources = held.paper.sources

    named = {one.get("instrument") for one in sources["grounds"]}
    assert {"DL-2011", "21-QĐ/TW"} <= named
    assert sources["values"]["subject"] == ["đối tượng ghi trong hồ sơ"]
    assert any("người soạn ghi" in one for one in sources["values"]["content"])
    assert all(sources["values"][name] for name in held.paper.values if name in sources["values"])


def test_nothing_of_the_slip_stands_on_the_original(supervision):
    held = signed(plan(supervision, **ADDED))

    original = words(held.paper.print.pdf)

    assert held.paper.print.sha256[:16] not in original
    assert held.case.reference not in original
    assert "basis." not in original


@pytest.mark.parametrize("change", [{"sources": {}}, {"sources": {"law": "khác"}}])
def test_the_sources_are_frozen_with_the_words(supervision, change):
    held = signed(plan(supervision))

    with pytest.raises(Exception, match="đã ký không được sửa"):
        Paper.objects.filter(pk=held.paper_id).update(**change)


def test_the_command_prints_the_same_slip(supervision, tmp_path):
    held = signed(plan(supervision))

    call_command("papers", "slip", str(held.paper_id), "-o", str(tmp_path / "p.pdf"))

    assert (tmp_path / "p.pdf").read_bytes() == control_slip.slip(held)
    with pytest.raises(CommandError, match="Không có văn bản 0"):
        call_command("papers", "slip", "0", "-o", str(tmp_path / "x.pdf"))
