"""What any paper may bear besides its own words: urgency, notes, the foot, annexes with their own pages."""

from datetime import date

import pytest

from documents.checker import check
from documents.fields import OPTIONAL, URGENCIES
from documents.kinds import COMMITTEE_MINUTES, REQUEST_LETTER, SUPERVISION_DECISION, find
from documents.pages import Issue, page_of
from documents.press import press
from documents.proofs import MM, Proof, Source

NEW, OLD = date(2026, 9, 8), date(2019, 2, 5)
ANNEXES = (
    "# Danh mục hồ sơ\nGồm các hồ sơ sau.\nTT | Tên hồ sơ\n1 | Sổ nghị quyết\n2 | Sổ thu đảng phí"
)


def proof_of(desk, kind, on=NEW, issue=None, **values):
    drafted = desk.draft(kind, on, **values)
    issue = issue or Issue(on, number=3)
    page = page_of(drafted.kind, drafted.layout, drafted.values, issue)
    return Proof(press(page), Source(drafted.kind, drafted.layout, issue, page))


def faults(proof):
    return [str(one) for one in check("bản thử", proof)[1]]


def long_annexes(*titles):
    return "\n".join(f"# {title}\n" + "Một đoạn dài của phụ lục. \n" * 60 for title in titles)


@pytest.mark.parametrize("mark", URGENCIES)
def test_each_mark_of_urgency_stands_bold_under_the_number(desk, mark):
    hour = "trước 14 giờ, ngày 09/9/2026" if mark == URGENCIES[-1] else None

    paper = proof_of(desk, SUPERVISION_DECISION, urgency=mark, urgency_hour=hour)
    line = paper.find(mark.upper())

    assert (line.sizes, line.faces) == ({14.0}, {"Bold"})
    assert paper.find("Số ").top < line.top < paper.find("QUYẾT ĐỊNH").top
    assert line.right < 105
    assert faults(paper) == []


def test_an_hour_is_asked_for_where_the_mark_promises_one(desk, refused):
    with refused(because="còn thiếu giờ hẹn chuyển đến"):
        desk.draft(SUPERVISION_DECISION, urgency="HỎA TỐC HẸN GIỜ")
    with refused(because="phải là một trong: khẩn, thượng khẩn, hỏa tốc"):
        desk.draft(SUPERVISION_DECISION, urgency="gấp")


def test_a_secret_mark_is_refused_wherever_it_is_written(desk, refused):
    for name in ("circulation", "contact", "typist"):
        with refused(because="không lập văn bản mật"):
            desk.draft(SUPERVISION_DECISION, **{name: "TỐI MẬT"})


def test_notes_and_the_lines_below_the_foot_have_their_size_and_place(desk):
    paper = proof_of(
        desk, REQUEST_LETTER, circulation="Tài liệu thu hồi sau hội nghị", typist="ABC", print_run=268,
        contact="Trụ sở: thôn Mẫu Trung, xã Mẫu Thượng",
    )  # fmt: skip

    circulation, typist = paper.find("TÀI LIỆU THU HỒI"), paper.find("ABC-268")
    contact, signer = paper.find("Trụ sở"), paper.find("Hà Thị Kiểm")

    assert (circulation.sizes, circulation.faces) == ({12.0}, {"Bold"})
    assert paper.find("Số ").top < circulation.top < paper.find("Kính gửi:").top
    assert (typist.sizes, contact.sizes) == ({8.0}, {10.0})
    assert signer.top < typist.top < contact.top
    assert typist.page == contact.page == signer.page
    assert faults(paper) == []


def test_any_paper_may_bear_them_and_none_has_to(desk):
    plain = proof_of(desk, SUPERVISION_DECISION)

    assert not set(OPTIONAL) & desk.draft(SUPERVISION_DECISION).values.keys()
    assert faults(plain) == []
    assert plain.find("Phụ lục") is None


def test_one_annex_has_no_number_and_names_the_paper_it_belongs_to(desk):
    paper = proof_of(desk, SUPERVISION_DECISION, annexes=ANNEXES)

    head = [line.text for line in paper.lines if line.page == paper.annexes[0]]

    assert head[:2] == ["Phụ lục", "Danh mục hồ sơ"]
    assert " ".join(head[2:4]) == (
        "(Kèm theo Quyết định số 03-QĐ/UBKTĐU, ngày 08/9/2026 của Ủy ban Kiểm tra Đảng ủy xã Mẫu Thượng)"
    )
    assert faults(paper) == []


def test_while_number_and_day_are_open_the_annex_leaves_the_same_gaps(desk):
    paper = proof_of(desk, SUPERVISION_DECISION, issue=Issue(NEW, day_known=False), annexes=ANNEXES)

    assert paper.find("(Kèm theo").text.startswith(
        "(Kèm theo Quyết định số -QĐ/UBKTĐU, ngày tháng 9"
    )


@pytest.mark.parametrize(("on", "two_sided"), [(NEW, False), (OLD, True)])
def test_two_annexes_are_numbered_and_each_counts_its_own_pages(desk, on, two_sided):
    issue = Issue(on, number=3, two_sided=two_sided)

    paper = proof_of(
        desk, SUPERVISION_DECISION, on, issue=issue, annexes=long_annexes("Lịch", "Danh sách")
    )
    first, second = paper.annexes
    numbers = {line.page: line.text for line in paper.lines if line.top < 16 and line.page >= first}

    assert paper.find("Phụ lục 1").page == first
    assert paper.find("Phụ lục 2").page == second
    assert numbers[first + 1] == numbers[second + 1] == "2"
    assert not {first, second} & numbers.keys()
    assert faults(paper) == []


def test_a_table_that_goes_on_says_its_head_on_each_page(desk):
    rows = "\n".join(f"{n} | Sổ số {n}" for n in range(1, 90))

    paper = proof_of(desk, SUPERVISION_DECISION, annexes=f"# Danh mục\nTT | Tên sổ\n{rows}")
    heads = [line.page for line in paper.lines if line.text == "TT" and line.faces == {"Bold"}]

    assert len(set(heads)) >= 2
    assert faults(paper) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Không có tên", "mỗi phụ lục bắt đầu bằng một dòng"),
        ("# Danh mục", "“Danh mục” chưa có nội dung"),
        ("# \nMột dòng", "mỗi phụ lục phải có tên"),
        ("# Bảng\nTT | Tên\n1", ""),
        ("# Bảng\nTT | Tên\n1 | 2 | 3", "phải có cùng số ô"),
    ],
)
def test_annexes_that_cannot_be_set_are_refused(desk, refused, written, said):
    if not said:
        assert desk.draft(SUPERVISION_DECISION, annexes=written).values["annexes"]
        return
    with refused(because=said):
        desk.draft(SUPERVISION_DECISION, annexes=written)


def test_the_foot_stands_where_minutes_of_two_signers_have_it(desk):

    paper = proof_of(desk, COMMITTEE_MINUTES, issue=Issue(NEW))

    left, right = paper.find("NGƯỜI GHI BIÊN BẢN"), paper.find("CHỦ TRÌ HỘI NGHỊ")
    assert left.page == right.page == len(paper.pages) - 1
    assert left.right < 105 < right.left
    assert abs(left.top - right.top) * MM < 1


def test_the_letter_and_the_petition_address_their_reader_as_the_regime_has_it(desk):

    petition = find("TT-01")

    assert proof_of(desk, REQUEST_LETTER, OLD).find("Kính gửi:").faces >= {"Italic"}
    assert proof_of(desk, REQUEST_LETTER, NEW).find("Kính gửi:")
    assert proof_of(desk, petition, OLD).find("Kính gửi:")
    assert proof_of(desk, petition, NEW).find("Kính trình:")


def test_the_abstract_of_a_letter_stands_small_and_slanted_under_its_number(desk):
    paper = proof_of(desk, REQUEST_LETTER)
    abstract = paper.find("về việc")

    assert (abstract.sizes, abstract.faces) == ({12.0}, {"Italic"})
    assert abstract.top > paper.find("Số ").top
    assert abstract.right < 105
