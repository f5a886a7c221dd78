"""What the loader refuses, each with the file, the line and the reason."""

import pytest

import law
from law.loader import inspect

WINDOW = "parameters/complaints/complaint.window.yaml"
DURATION = "parameters/suspension/suspension.duration.yaml"
CONFIRMED = "parameters/votes/vote.removal.ballot.yaml"


def faults(folder):
    return inspect(folder.path)[1]


def only_fault(folder):
    found = faults(folder)
    assert len(found) == 1, found
    return found[0]


def test_the_shipped_law_is_sound(book):
    found_book, found = inspect(book.folder)

    assert found == []
    assert sum(1 for _ in found_book.rows()) >= 270
    assert len(found_book.instruments) >= 26


def test_a_fault_names_file_line_and_reason(folder):
    folder.change(WINDOW, "to: 2026-04-10", "to: 2026-04-12")

    fault = only_fault(folder)

    assert fault.file == WINDOW
    assert fault.line == folder.line_of(WINDOW, "2026-04-11:")
    assert "chồng lên" in str(fault)


def test_a_wrong_folder_cannot_be_used(folder):
    folder.change(WINDOW, "to: 2026-04-10", "to: 2026-04-12")

    with pytest.raises(law.LawRefused, match=r"complaint\.window\.yaml, dòng \d+"):
        law.load(folder.path)


def test_duplicate_key(folder):
    folder.change(WINDOW, "kind: duration", "kind: duration\nkind: share")

    assert "ghi hai lần" in only_fault(folder).reason


def test_the_same_rule_in_two_files(folder):
    twin = folder.file("parameters/votes/complaint.window.yaml")
    twin.write_text(folder.file(WINDOW).read_text(encoding="utf-8"), encoding="utf-8")

    reasons = [fault.reason for fault in faults(folder)]

    assert any("đã có trong" in reason for reason in reasons)


def test_overlap_with_an_open_row(folder):
    folder.change(WINDOW, "    to: 2025-05-29\n", "")

    assert "chồng lên" in only_fault(folder).reason


def test_a_row_that_ends_before_it_begins(folder):
    folder.change(WINDOW, "to: 2021-07-27", "to: 2015-01-01")

    assert any("kết thúc trước khi bắt đầu" in fault.reason for fault in faults(folder))


def test_an_uncited_value(folder):
    start = "      - {instrument: 296-QĐ/TW, article: Điều 25.1}\n"
    folder.change(WINDOW, f"    cites:\n{start}", "    cites: []\n")

    assert "không nêu căn cứ" in only_fault(folder).reason


def test_an_instrument_nobody_entered(folder):
    folder.change(WINDOW, "instrument: 296-QĐ/TW", "instrument: 999-QĐ/TW")

    assert "không có trong danh mục: 999-QĐ/TW" in only_fault(folder).reason


def test_an_instrument_cited_outside_its_dates(folder):
    folder.change(WINDOW, "instrument: 296-QĐ/TW", "instrument: 22-QĐ/TW")

    assert "ngoài thời gian có hiệu lực" in only_fault(folder).reason


def test_confirmed_without_two_texts_or_a_full_text(folder):
    folder.change(WINDOW, "confidence: one_text", "confidence: confirmed")

    assert "chưa có hai văn bản" in only_fault(folder).reason


def test_recollection_is_no_text(folder):
    folder.change(WINDOW, "[hoi-dap-dieu-le, trich-30]", "[trich-30, nho-lai]")

    assert "chưa có hai văn bản" in only_fault(folder).reason


def test_a_full_text_confirms_only_its_own_instrument(folder):
    assert "toan-van-hd-06" in folder.file(CONFIRMED).read_text(encoding="utf-8")
    folder.change(CONFIRMED, "instrument: 06-HD/TW", "instrument: 294-QĐ/TW")

    assert "chưa có hai văn bản" in only_fault(folder).reason


def test_an_unlisted_source(folder):
    folder.change(WINDOW, "source: cau-hoi-296", "source: nghe-noi")

    assert "nguồn không có trong danh mục: nghe-noi" in only_fault(folder).reason


def test_a_value_on_an_unknown_row(folder):
    folder.change(DURATION, "state: unknown", "state: unknown\n    value: 90")

    assert "thì không được có giá trị" in only_fault(folder).reason


def test_a_known_row_without_a_value(folder):
    folder.change(WINDOW, "    value: 30\n", "")

    assert "không có giá trị" in only_fault(folder).reason


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("state: known", "state: maybe", "state “maybe”"),
        ("confidence: one_text", "confidence: sure", "confidence “sure”"),
        ("selector: received_on", "selector: some_day", "some_day"),
        ("kind: duration", "kind: duration\nsuprise: 1", "khóa lạ “suprise”"),
        ("label_vi: Thời hạn khiếu nại kỷ luật\n", "", "thiếu label_vi"),
        ("to: 2021-07-27", "to: soon", "không phải là ngày"),
        ("  2016-07-26:\n    to", "  long_ago:\n    to", "“long_ago” không phải là ngày"),
        ("value: 30", "value: 30.5", "số lẻ"),
        ("values:", "values: [", "không đọc được YAML"),
    ],
)
def test_shapes_no_rule_has(folder, old, new, reason):
    folder.change(WINDOW, old, new)

    assert any(reason in fault.reason for fault in faults(folder))


def test_a_file_called_otherwise_than_its_rule(folder):
    folder.file(WINDOW).rename(folder.file(WINDOW).with_name("window.yaml"))

    assert "tên tệp khác tên quy tắc" in only_fault(folder).reason


def test_a_table_of_contents_that_forgets_a_rule(folder):
    folder.change("parameters/complaints/index.yaml", "  - complaint.window\n", "")

    assert "mục lục và tệp không khớp: complaint.window" in only_fault(folder).reason


def test_a_table_resting_on_a_rule_no_row_defines(folder):
    folder.change("tables/authority.yaml", "by: authority.chi_uy.none", "by: authority.chi_uy.no")

    fault = only_fault(folder)

    assert "quy tắc không có: authority.chi_uy.no" in fault.reason
    assert fault.line == folder.line_of("tables/authority.yaml", "- id: chi_uy")


def test_a_floor_resting_on_a_rule_no_row_defines(folder):
    folder.change("floor.yaml", "[right.complain]", "[right.complainn]")

    assert "right.complainn" in only_fault(folder).reason


def test_rows_of_a_table_that_overlap_without_a_priority(folder):
    folder.change(
        "tables/authority.yaml",
        "by: authority.dang_uy_bo_phan\n    priority: 1",
        "by: authority.dang_uy_bo_phan",
    )

    assert "không nêu ưu tiên" in only_fault(folder).reason


def test_a_table_word_nobody_declared(folder):
    folder.change("tables/authority.yaml", "body: [chi_uy]", "body: [chi_uyy]")

    assert any("“chi_uyy” không có trong danh mục body" in f.reason for f in faults(folder))


def test_a_regime_led_by_an_instrument_outside_its_dates(folder):
    folder.change(
        "regimes.yaml", "from: 2021-07-28, instrument: 22", "from: 2021-07-27, instrument: 22"
    )

    assert "chưa có hoặc đã hết hiệu lực" in only_fault(folder).reason


def test_an_instrument_entered_twice(folder):
    entry = folder.file("instruments.yaml")
    entry.write_text(entry.read_text(encoding="utf-8") * 2, encoding="utf-8")

    assert any("văn bản 30-QĐ/TW đã có trong danh mục" in f.reason for f in faults(folder))


def test_a_violation_under_an_unknown_theme(folder):
    folder.change("catalogue/69-qd-tw.yaml", "theme: bau_cu", "theme: bau_cuu")

    assert "bau_cuu" in only_fault(folder).reason


LOCAL = "local/lao_cai/parameters/complaints/complaint.window.yaml"


def localise(folder, old, new):
    """Give the locality its own window of complaint, changed in one place."""
    folder.file(LOCAL).parent.mkdir()
    text = folder.file(WINDOW).read_text(encoding="utf-8").replace(old, new)
    folder.file(LOCAL).write_text(text, encoding="utf-8")


def test_a_locality_may_narrow(folder):
    localise(folder, "value: 30\n    unit: day", "value: 20\n    unit: day")

    assert faults(folder) == []


def test_a_locality_may_not_widen(folder):
    localise(folder, "value: 30\n    unit: day", "value: 40\n    unit: day")

    fault = only_fault(folder)

    assert (fault.file, "nới rộng quy định chung" in fault.reason) == (LOCAL, True)


def test_a_locality_may_not_touch_the_floor(folder):
    source = "parameters/votes/vote.discipline.ballot.yaml"
    local = folder.file("local/lao_cai/parameters/votes/vote.discipline.ballot.yaml")
    local.parent.mkdir()
    local.write_text(folder.file(source).read_text(encoding="utf-8"), encoding="utf-8")

    assert "bảo đảm tối thiểu" in only_fault(folder).reason


@pytest.mark.parametrize(
    "name", ["instruments.yaml", "regimes.yaml", "floor.yaml", "tables/authority.yaml", WINDOW]
)
def test_a_file_of_another_shape_is_a_fault_and_not_a_crash(folder, name):
    folder.file(name).write_text("- [một, hai]\n- 3\n", encoding="utf-8")

    assert faults(folder)


def test_a_file_that_is_no_text(folder):
    folder.file(WINDOW).write_bytes(b"\xff\xfe\x00")

    assert any("UTF-8" in fault.reason for fault in faults(folder))


def test_a_folder_without_instruments_is_no_law(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"instruments\.yaml"):
        law.load(tmp_path)
