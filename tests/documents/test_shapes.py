"""Whatever a caller gives is brought into one plain form, or is named unfit."""

import unicodedata
from datetime import date

import pytest

from documents import shapes
from documents.shapes import Unfit


def test_text_is_stored_composed():
    decomposed = unicodedata.normalize("NFD", "Nguyễn Văn Mẫu")

    assert shapes.line(decomposed) == "Nguyễn Văn Mẫu"
    assert shapes.names([decomposed]) == ["Nguyễn Văn Mẫu"]
    assert shapes.person(decomposed) == {"name": "Nguyễn Văn Mẫu"}
    assert shapes.grounds([decomposed]) == ["Căn cứ Nguyễn Văn Mẫu"]


@pytest.mark.parametrize("text", ["Chi bộ\nMẫu", "x" * 301, 7, ["Chi bộ"]])
def test_a_line_is_one_short_line_of_text(text):
    with pytest.raises(Unfit):
        shapes.line(text)


def test_a_name_of_300_lines_is_unfit():
    with pytest.raises(Unfit, match="không xuống dòng"):
        shapes.line("\n".join(["Nguyễn Văn Mẫu"] * 300))


def test_line_breaks_part_paragraphs_and_empty_ones_vanish():
    assert shapes.paragraphs("Một.\n\n  Hai. ") == ["Một.", "Hai."]
    assert shapes.paragraphs(["Một.", "Hai."]) == ["Một.", "Hai."]


@pytest.mark.parametrize("given", [date(2026, 9, 5), "2026-09-05"])
def test_a_day_is_kept_as_iso_text(given):
    assert shapes.day(given) == "2026-09-05"


@pytest.mark.parametrize("given", ["05/9/2026", "2026-02-30", None, ""])
def test_anything_else_is_no_day(given):
    with pytest.raises(Unfit):
        shapes.day(given)


def test_a_row_names_the_columns_it_lacks_by_their_labels():
    table = shapes.rows(name="họ và tên", task="nhiệm vụ")

    with pytest.raises(Unfit, match="còn thiếu: nhiệm vụ"):
        table([{"name": "Vi Thị Mẫu"}])


def test_counted_columns_hold_whole_numbers():
    table = shapes.rows(counted=("votes",), form="hình thức", votes="số phiếu")

    assert table([{"form": "khiển trách", "votes": "0"}]) == [{"form": "khiển trách", "votes": 0}]
    with pytest.raises(Unfit, match="số nguyên"):
        table([{"form": "khiển trách", "votes": "mười"}])


def test_numbers_that_belong_together_are_all_given():
    slips = shapes.counts(issued="phát ra", received="thu về")

    assert slips({"issued": 12, "received": "0"}) == {"issued": 12, "received": 0}
    with pytest.raises(Unfit, match="còn thiếu: thu về"):
        slips({"issued": 12})


def test_a_choice_is_one_of_its_words_in_any_case():
    form = shapes.one_of("khiển trách", "cảnh cáo")

    assert form("Cảnh cáo") == "cảnh cáo"
    with pytest.raises(Unfit, match="khiển trách, cảnh cáo"):
        form("phê bình")


def test_of_a_member_only_the_name_is_obliged():
    assert shapes.member("Bàn Văn Ví") == {"name": "Bàn Văn Ví"}
    assert shapes.member({"name": "Bàn Văn Ví", "born": date(1980, 2, 3)})["born"] == "1980-02-03"
    with pytest.raises(Unfit, match="họ và tên"):
        shapes.member({"unit": "Chi bộ thôn Mẫu Đoài"})


def test_a_reference_needs_kind_and_day_but_no_number():
    assert shapes.reference({"kind": "Biên bản", "number": "", "on": date(2026, 9, 5)}) == {
        "kind": "Biên bản",
        "on": "2026-09-05",
    }
    with pytest.raises(Unfit, match="ngày"):
        shapes.reference({"kind": "Biên bản"})


def test_grounds_say_can_cu_once_and_lose_their_end_mark():
    given = ["Điều lệ Đảng;", "căn cứ Quy chế làm việc", "xét đề nghị của Đoàn giám sát,"]

    assert shapes.grounds(given) == [
        "Căn cứ Điều lệ Đảng",
        "Căn cứ Quy chế làm việc",
        "Xét đề nghị của Đoàn giám sát",
    ]
