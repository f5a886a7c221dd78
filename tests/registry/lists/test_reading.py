"""Files that offices send: other code pages, old fonts, formulas; too large, broken or packed to explode."""

import io
import zipfile

import pytest

from registry.lists import reading
from registry.lists.legacy import font_of
from registry.lists.reading import LARGEST, ListRefused
from registry.members.quality import SHAPE
from tests.registry.members.conftest import excel, rows_of

HEAD = ",".join(SHAPE.names)
ROW = "990000000001,Nguyễn Văn Mẫu,05/9/1980,cb-1,chinh_thuc,03/3/2010,03/3/2011,,"


def read(content, name):
    return reading.read(content, name, SHAPE)


def refused(content, name="danh-sach.xlsx"):
    with pytest.raises(ListRefused) as why:
        read(content, name)
    [reason] = why.value.reasons
    assert reason.remedy
    return reason.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_however_it_is_written(encoding):
    [line] = read(f"{HEAD}\n{ROW}\n".encode(encoding), "ds.csv")

    assert line["ho_ten"] == "Nguyễn Văn Mẫu"


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_any_usual_delimiter_will_do(delimiter):
    [line] = read(f"{HEAD}\n{ROW}\n".replace(",", delimiter).encode(), "ds.csv")

    assert line["ngay_sinh"] == "05/9/1980"


def test_names_come_out_composed():
    [line] = read(f"{HEAD}\n{ROW}\n".replace("ễ", "ê\u0303").encode(), "ds.csv")

    assert line["ho_ten"] == "Nguyễn Văn Mẫu"


@pytest.mark.parametrize(
    ("typed", "font"),
    [
        ("NguyÔn V¨n MÉu", "phông TCVN3 (.Vn)"),
        ("Nguyeãn Vaên Maãu", "phông VNI"),
        ("Nguyá»…n VÄƒn Máº«u", "đọc sai bảng mã"),
        ("Nguyễn Hoà Hiến Uý", ""),
        ("Khoé Thoả Quý Giã", ""),
    ],
)
def test_old_fonts_are_told_from_good_text(typed, font):
    assert font_of(typed) == font


def test_a_file_in_another_code_page_is_read_and_its_letters_are_found_wrong():
    rows = read(f"{HEAD}\n{ROW}\n".replace("ễ", "ã").encode("cp1258", "replace"), "ds.csv")

    assert len(rows) == 1


def test_a_file_of_fifty_megabytes_is_not_opened():
    assert "50 MB" in refused(b"PK\x03\x04" + b"0" * (50 * 2**20))
    assert LARGEST < 50 * 2**20


def test_a_zip_bomb_is_not_unpacked():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b"0" * (300 * 2**20))

    assert "giải nén" in refused(packed.getvalue())


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x00\xff" * 200, b"PK\x03\x04broken"])
def test_what_is_no_list_is_refused_in_one_sentence(content):
    assert refused(content)


def test_missing_columns_are_all_named():
    assert "ho_ten, ngay_sinh" in refused(b"ma_dinh_danh,ma_chi_bo\n1,2\n", "ds.csv")


def test_a_formula_stays_text():
    rows = rows_of(1, ["cb-1"])
    rows[0]["chuc_vu"] = "=HYPERLINK(1)"

    assert read(excel(rows), "ds.xlsx")[0]["chuc_vu"] == "=HYPERLINK(1)"
