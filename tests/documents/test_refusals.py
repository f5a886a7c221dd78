"""A paper that may not be written is refused with every reason at once; odd text is only text."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

import law
from documents import issuers
from documents.drafting import PaperRefused, draft, render_draft
from documents.kinds import SUPERVISION_DECISION, SUPERVISION_PLAN, find
from documents.pages import Issue, page_of
from documents.samples import sample_body, sample_values
from registry.models import Body, BodyKind, Organisation

ON = date(2026, 9, 8)


def test_everything_missing_is_named_at_once(desk):
    with pytest.raises(PaperRefused) as refused:
        draft(SUPERVISION_DECISION, {"subject": "Chi bộ Mẫu"}, body=desk.body, on=ON)

    missing = {reason.rule.removeprefix("paper.needs.") for reason in refused.value.reasons}

    assert missing == SUPERVISION_DECISION.needs - {"subject"}
    assert all(reason.remedy for reason in refused.value.reasons)


def test_several_kinds_of_fault_come_in_one_answer(desk):
    with pytest.raises(PaperRefused) as refused:
        desk.draft(
            SUPERVISION_DECISION,
            content="việc …",
            period="MẬT",
            team=[{"post": "Ủy viên"}],
            signatory=None,
            grounds=[law.instruments.get("296-QĐ/TW")],
            mood="vui",
        )

    assert {reason.rule for reason in refused.value.reasons} == {
        "paper.unknown_value",
        "paper.needs.signatory",
        "paper.shape.team",
        "paper.unfilled.content",
        "paper.classified",
        "paper.grounds.in_force",
    }


def test_a_signatory_must_be_given(desk, refused):
    with refused(because="còn thiếu người ký"):
        desk.draft(SUPERVISION_DECISION, signatory="")


@pytest.mark.parametrize(
    "gap", ["nội dung …", "nội dung ...", "từ [ ] đến", "{{ content }}", "____"]
)
def test_an_unfilled_gap_is_refused(desk, refused, gap):
    with refused(because="còn chỗ chưa điền"):
        desk.draft(SUPERVISION_DECISION, content=gap)


@pytest.mark.parametrize("mark", ["MẬT", "Độ mật: TỐI MẬT", "TUYỆT MẬT"])
def test_a_classified_mark_is_refused_however_it_is_composed(desk, refused, mark):
    with refused(because="không lập văn bản mật"):
        desk.draft(SUPERVISION_DECISION, content=unicodedata.normalize("NFD", mark))


@pytest.mark.parametrize(
    "text", ["MẶT TRẬN TỔ QUỐC", "đồng chí Lê Văn Mật", "việc giữ bí mật", "BẢO MẬT"]
)
def test_words_that_only_look_like_a_mark_are_text(desk, text):
    assert desk.draft(SUPERVISION_DECISION, content=text).values["content"] == text


@pytest.mark.parametrize("letter", ["漢", "😀", "\u202e", "\u200b", "\ue000", "\x07"])
def test_letters_the_paper_font_cannot_show_are_refused(desk, refused, letter):
    with refused(because="không in được"):
        desk.draft(SUPERVISION_DECISION, content=f"nội dung {letter}")


@pytest.mark.parametrize(
    ("on", "ground", "accepted"),
    [
        (date(2026, 4, 10), "296-QĐ/TW", True),
        (date(2026, 4, 12), "296-QĐ/TW", False),
        (date(2025, 5, 29), "296-QĐ/TW", False),
        (date(2026, 4, 12), "21-QĐ/TW", True),
    ],
)
def test_a_paper_cites_only_what_holds_on_its_day(desk, refused, on, ground, accepted):
    instrument = law.instruments.get(ground)
    grounds = [[instrument], [law.cite(ground)], [f"Quy định số {ground} của Trung ương"]]

    for given in grounds:
        if accepted:
            assert desk.draft(SUPERVISION_DECISION, on, grounds=given)
        else:
            with refused(because=f"{ground} không có hiệu lực"):
                desk.draft(SUPERVISION_DECISION, on, grounds=given)


def test_of_two_instruments_with_one_number_the_date_decides(desk, refused):
    in_2017 = "Quy định số 86-QĐ/TW, ngày 01/6/2017 về giám sát trong Đảng"

    assert desk.draft(SUPERVISION_DECISION, date(2017, 6, 15), grounds=[in_2017])
    with refused(because="86-QĐ/TW không có hiệu lực"):
        desk.draft(SUPERVISION_DECISION, ON, grounds=[in_2017])


def test_markup_is_printed_as_text_and_opens_nothing(desk):
    hostile = '<img src="file:///etc/passwd"><b>đậm</b> & <script>x</script>'
    drafted = desk.draft(SUPERVISION_DECISION, content=hostile)

    page = page_of(drafted.kind, drafted.layout, drafted.values, Issue(ON))

    assert "<img" not in page
    assert "&lt;img src=&quot;file:///etc/passwd&quot;&gt;" in page
    assert render_draft(drafted).startswith(b"%PDF-")


def test_a_body_issues_only_the_kinds_its_law_lists(refused):
    guidance = replace(find("KH-01.CB"), symbol="HD", heading="HƯỚNG DẪN")
    values, cell = sample_values(guidance, ON), sample_body(guidance)

    with refused(because="không được ban hành loại văn bản “Hướng dẫn” (HD). (399-QĐ/TW"):
        draft(guidance, values, body=cell, on=ON)

    assert draft(find("KH-01.CB"), values, body=cell, on=ON)


def test_where_no_text_lists_the_kinds_nothing_is_refused():
    """What cells might issue before 2026 is known from one summary that other forms speak against."""
    in_2019 = date(2019, 2, 5)
    notice = find("TB-01.CB")

    assert draft(notice, sample_values(notice, in_2019), body=sample_body(notice), on=in_2019)


@pytest.mark.parametrize(
    ("kind", "symbol", "heading", "accepted"),
    [
        (BodyKind.STANDING, "HD", "HƯỚNG DẪN", True),
        (BodyKind.STANDING, "QC", "QUY CHẾ", False),
        (BodyKind.COMMITTEE, "QC", "QUY CHẾ", True),
        (BodyKind.COMMITTEE, "HD", "HƯỚNG DẪN", False),
        (BodyKind.COMMITTEE, "GXN", "GIẤY XÁC NHẬN", True),
        (BodyKind.INSPECTION, "HD", "HƯỚNG DẪN", True),
    ],
)
def test_a_grassroots_committee_and_its_standing_committee_have_lists_of_their_own(
    kind, symbol, heading, accepted
):
    base = Body(kind=kind, name="Đảng ủy Mẫu", organisation=Organisation(kind="co_so"))
    paper = replace(find("QD-10"), symbol=symbol, heading=heading)

    assert (list(issuers.of_power(paper, base, ON)) == []) is accepted


def test_an_organ_the_register_knows_too_little_of_issues_nothing(refused):
    nameless = Body(
        organisation=Organisation(name="Đảng bộ Mẫu", place=""),
        kind=BodyKind.INSPECTION,
        name="Ủy ban Kiểm tra Đảng ủy Mẫu",
        symbol="",
        superior_line="ĐẢNG ỦY MẪU",
        issuing_line="ỦY BAN KIỂM TRA",
    )

    for missing in ("địa danh", "ký hiệu trên văn bản"):
        with refused(because=f"Danh bạ chưa ghi {missing}"):
            draft(SUPERVISION_PLAN, {}, body=nameless, on=ON)


def test_the_hash_binds_words_and_layout_not_the_day(desk):
    values = desk.values(SUPERVISION_DECISION, ON)
    first, later = (
        draft(SUPERVISION_DECISION, values, body=desk.body, on=on) for on in (ON, date(2026, 9, 9))
    )
    changed = draft(SUPERVISION_DECISION, values | {"duration": "30 ngày"}, body=desk.body, on=ON)

    assert first.sha256 == later.sha256
    assert changed.sha256 != first.sha256
