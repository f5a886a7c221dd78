"""The layout follows from the paper's date, and each regime shows on the page."""

from datetime import date

import pytest

from documents.checker import check
from documents.kinds import COMMITTEE_MINUTES, RESULT_REPORT, SUPERVISION_DECISION
from documents.layouts import layout_named, layout_on
from documents.pages import Issue, page_of
from documents.press import boxes_of, press
from documents.proofs import MM, Proof, Source

OLD, NEW = date(2019, 2, 5), date(2026, 9, 8)


def printed(desk, kind, on, **issue):
    drafted = desk.draft(kind, on)
    issue = Issue(on, **issue)
    return Proof(press(page_of(kind, drafted.layout, drafted.values, issue)))


@pytest.mark.parametrize(
    ("on", "code", "label"),
    [
        (date(2017, 6, 15), "2018-gan-dung", "2018, gần đúng"),
        (date(2018, 4, 2), "2018-gan-dung", "2018, gần đúng"),
        (date(2018, 4, 3), "2018", "2018"),
        (date(2026, 5, 26), "2018", "2018"),
        (date(2026, 5, 27), "2026", "2026"),
    ],
)
def test_the_date_of_the_paper_chooses_the_layout(on, code, label):
    assert layout_on(on).code == code
    assert layout_on(on).label == label
    assert layout_named(code) == layout_on(on)


@pytest.mark.parametrize(("on", "separator", "leading"), [(OLD, ",", 19), (NEW, ";", 20)])
def test_each_regime_parts_recipients_and_leads_lines_its_own_way(desk, on, separator, leading):
    paper = printed(desk, SUPERVISION_DECISION, on, number=3)

    recipients = [line.text for line in paper.lines if line.sizes == {12.0}]
    first, second = (
        line.top
        for line in paper.lines
        if "Đoàn giám sát có nhiệm vụ" in line.text or "Điều 1 và" in line.text
    )

    assert [text[-1] for text in recipients] == [separator, separator, "."]
    assert round((second - first) * MM) == leading


def test_title_number_date_and_name_stand_as_in_an_official_paper(desk):
    paper = printed(desk, SUPERVISION_DECISION, NEW, number=3)

    looks = {
        "ĐẢNG ỦY XÃ MẪU THƯỢNG": ({14.0}, {""}),
        "ỦY BAN KIỂM TRA": ({14.0}, {"Bold"}),
        "ĐẢNG CỘNG SẢN VIỆT NAM": ({15.0}, {"Bold"}),
        "Số 03-QĐ/UBKTĐU": ({14.0}, {""}),
        "Mẫu Thượng, ngày 08 tháng 9 năm 2026": ({14.0}, {"Italic"}),
        "QUYẾT ĐỊNH": ({16.0}, {"Bold"}),
        "giám sát chuyên đề đối với": ({15.0}, {"Bold"}),
        "T/M ỦY BAN KIỂM TRA": ({14.0}, {"Bold"}),
        "CHỦ NHIỆM": ({14.0}, {""}),
        "Hà Thị Kiểm": ({14.0}, {"Bold"}),
        "Nơi nhận:": ({14.0}, {""}),
    }

    assert {start: (paper.find(start).sizes, paper.find(start).faces) for start in looks} == looks


def test_a_draft_leaves_gaps_for_number_and_day_and_says_which_draft_it_is(desk):
    paper = printed(desk, SUPERVISION_DECISION, OLD, day_known=False, draft_round=2)
    issued = printed(desk, SUPERVISION_DECISION, OLD, number=3)

    assert paper.find("Số").text == "Số -QĐ/UBKTĐU"
    assert paper.find("Mẫu Thượng").text == "Mẫu Thượng, ngày tháng 02 năm 2019"
    assert paper.find("Dự thảo lần 2").faces == {"Italic"}
    assert issued.find("Dự thảo") is None


def test_minutes_carry_a_day_but_no_number(desk):
    paper = printed(desk, COMMITTEE_MINUTES, NEW)

    assert paper.find("Số ") is None
    assert paper.find("Mẫu Thượng, ngày 08 tháng 9 năm 2026")


def test_a_team_signs_under_its_own_name_and_numbers_its_own_papers(desk):
    paper = printed(desk, RESULT_REPORT, NEW, number=1)

    assert paper.find("ĐOÀN GIÁM SÁT").faces == {"Bold"}
    assert paper.find("Số ").text == "Số 01-BC/ĐGS"
    assert paper.find("TRƯỞNG ĐOÀN")


@pytest.mark.parametrize("times", range(1, 26, 3))
def test_wherever_the_text_ends_the_signature_takes_its_last_lines_along(desk, times):
    drafted = desk.draft(
        SUPERVISION_DECISION, NEW, grounds=["Quy chế làm việc của cơ quan"] * times
    )
    page = page_of(drafted.kind, drafted.layout, drafted.values, Issue(NEW, number=3))
    paper = Proof(press(page))

    foot, last = paper.find("Nơi nhận:"), paper.find("Hà Thị Kiểm")

    assert foot.page == last.page == len(paper.pages) - 1
    assert any(line.page == foot.page and 16 < line.top < foot.top for line in paper.lines)


def test_printed_on_both_sides_the_even_pages_are_mirrored(desk):
    drafted = desk.draft(RESULT_REPORT, NEW)
    issue = Issue(NEW, number=1, two_sided=True)
    page = page_of(drafted.kind, drafted.layout, drafted.values, issue)
    paper = Proof(press(page), Source(drafted.kind, drafted.layout, issue, page))

    recto, verso = ([line for line in paper.body_lines if line.page == at] for at in (0, 1))

    assert min(line.left for line in recto) == pytest.approx(30, abs=0.3)
    assert min(line.left for line in verso) == pytest.approx(15, abs=0.3)
    assert max(line.right for line in verso) == pytest.approx(180, abs=0.3)
    assert check("bản thử", paper)[1] == []


def test_number_day_signature_and_seal_have_their_places(desk):
    drafted = desk.draft(SUPERVISION_DECISION, NEW)
    page = page_of(drafted.kind, drafted.layout, drafted.values, Issue(NEW, day_known=False))

    boxes = boxes_of(page)
    _, x1, y1, x2, y2 = boxes["o-7c"]

    assert {
        "o-1",
        "o-2a",
        "o-2b",
        "o-3-gap",
        "o-4-gap",
        "o-5a",
        "o-6",
        "o-7b",
        "o-7c",
        "o-8",
    } <= boxes.keys()
    assert boxes["o-7c"][0] == boxes["o-8"][0] == 2
    assert (x2 - x1) / MM > 50
    assert (y2 - y1) / MM == pytest.approx(27, abs=0.1)
    assert (boxes["o-3-gap"][3] - boxes["o-3-gap"][1]) / MM == pytest.approx(9, abs=0.1)


def test_a_line_is_filled_even_when_only_its_last_space_does_not_fit(desk):
    words = (
        "Thực hiện Thông báo kết luận kiểm tra số 07-TB/UBKTĐU, ngày 19/8/2026 của Ủy ban Kiểm tra "
        "Đảng ủy xã Mẫu Thượng, Chi bộ thôn Mẫu Đoài đã xem xét và ban hành Quyết định số 01-QĐ/CB, "
        "ngày 05/9/2026 của Chi bộ thôn Mẫu Đoài thi hành kỷ luật bằng hình thức khiển trách đối với "
        "đồng chí Bàn Văn Ví, sinh ngày 18/11/1982, vào Đảng ngày 30/12/2012"
    )
    drafted = desk.draft(RESULT_REPORT, NEW, proposals=[words])

    paper = Proof(
        press(page_of(drafted.kind, drafted.layout, drafted.values, Issue(NEW, number=1)))
    )

    filled = paper.find("thi hành kỷ luật bằng hình thức")
    assert filled.text.endswith("sinh ngày")
    assert filled.right == pytest.approx(195, abs=0.3)
