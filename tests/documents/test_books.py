"""Number books kept by hand: opened, numbers kept free, places of secret papers, originals and where they lie."""

from datetime import date

import pytest

from documents import verification
from documents.books import Keeping, enter_stub, in_book, open_at, reserve
from documents.models import BookEntry, Custody, NumberBook, Original
from documents.originals import Scan, keep_original, move_original
from documents.printing import print_paper

ON = date(2026, 9, 8)
TODAY = date(2026, 9, 10)
SCAN = Scan(b"%PDF-1.7 scan", "ban-goc.pdf", "application/pdf")


@pytest.fixture
def deed(office):
    return Keeping(office.chair, ON, TODAY)


def test_a_book_opened_by_hand_goes_on_from_paper_and_opens_once(office, refused, deed):
    book = open_at(office.body, "QĐ", 14, deed)

    assert office.numbered().reference == "14-QĐ/UBKTĐU"
    assert in_book(NumberBook.objects.get()).begins == 14
    with refused(because="Sổ QĐ nhiệm kỳ 2025 - 2030 đã mở; số kế tiếp là 15"):
        open_at(office.body, "QĐ", 20, deed)
    assert book.pk == NumberBook.objects.get().pk
    assert verification.faults() == []


def test_what_cannot_be_a_book_is_refused_with_every_reason(office, refused):
    with refused(because="Không loại văn bản nào có ký hiệu “ABC”") as caught:
        open_at(office.body, "ABC", 0, Keeping(office.chair, date(2031, 1, 2), TODAY))

    said = " ".join(str(one) for one in caught.value.reasons)
    for part in ("phía trước", "từ 01", "chưa ghi nhiệm kỳ"):
        assert part in said
    assert not BookEntry.objects.exists()


def test_a_kept_number_and_a_secret_paper_take_their_places_in_the_one_series(office, deed):
    office.numbered()
    book = NumberBook.objects.get()

    free = reserve(book, "Quyết định lập trên giấy khi mất điện", deed)
    secret = enter_stub(book, "mat", office.leader, deed)

    assert (free, secret, office.numbered().number) == (2, 3, 4)
    kept = in_book(book).kept
    assert (kept[2].why, kept[2].is_secret) == ("Quyết định lập trên giấy khi mất điện", False)
    assert (kept[3].degree, kept[3].holder, kept[3].why) == ("mat", office.leader.pk, "")
    assert verification.faults() == []


def test_a_secret_paper_may_fill_a_kept_number_once(office, refused, deed):
    book = open_at(office.body, "TB", 1, deed)
    reserve(book, "Thông báo mật", deed)

    assert enter_stub(book, "toi_mat", office.leader, deed, number=1) == 1
    with refused(because="Số 01 không phải số đang giữ"):
        enter_stub(book, "toi_mat", office.leader, deed, number=1)
    with refused(because="Số 09 không phải số đang giữ"):
        enter_stub(book, "mat", office.leader, deed, number=9)

    assert NumberBook.objects.get().next_number == 2


@pytest.mark.parametrize(
    ("on", "why", "because"),
    [
        (ON, " ", "phải nêu lý do"),
        (date(2026, 9, 11), "Lý do", "phía trước"),
        (date(2025, 7, 31), "Lý do", "không thuộc nhiệm kỳ"),
    ],
)
def test_a_number_is_kept_only_with_a_reason_on_a_day_of_the_term(
    office, refused, deed, on, why, because
):
    book = open_at(office.body, "QĐ", 1, deed)

    with refused(because=because):
        reserve(book, why, Keeping(office.chair, on, TODAY))

    assert NumberBook.objects.get().next_number == 1


# The original on paper


def test_the_scan_of_the_original_is_kept_beside_the_print_it_was_held_against(office, deed):
    paper = office.numbered()
    printed = print_paper(paper.pk)
    paper.refresh_from_db()

    kept = keep_original(paper, SCAN, deed, place="Tủ số hai", holder=office.leader)
    move_original(paper, deed, place="Kho lưu trữ", holder=office.chair, why="Nộp lưu")

    assert (kept.print_sha256, kept.compared_by, kept.compared_on) == (
        printed.sha256, office.chair, ON,
    )  # fmt: skip
    assert [one.place for one in Custody.objects.order_by("pk")] == ["Tủ số hai", "Kho lưu trữ"]
    assert verification.faults() == []


def test_no_original_without_a_print_no_move_without_an_original(office, refused, deed):
    paper = office.numbered()

    with refused(because="chưa có bản in") as caught:
        keep_original(paper, SCAN, deed, place=" ", holder=office.leader)
    assert "Chưa ghi nơi giữ" in str(caught.value.reasons[-1])
    with refused(because="Chưa ghi bản gốc"):
        move_original(paper, deed, place="Kho", holder=office.chair, why="Nộp lưu")

    assert not Original.objects.exists()


def test_an_original_is_not_moved_back_in_time(office, refused, deed):
    paper = office.numbered()
    print_paper(paper.pk)
    paper.refresh_from_db()
    later = Keeping(office.chair, TODAY, TODAY)
    keep_original(paper, SCAN, later, place="Tủ số hai", holder=office.leader)

    with refused(because="đã ở “Tủ số hai” từ ngày 10/9/2026") as caught:
        move_original(paper, deed, place="Kho", holder=office.chair, why="")

    assert "phải nêu lý do" in str(caught.value.reasons[-1])
