"""Which body keeps its files on paper, and who enters for it: written in the register, chained, ended once."""

from datetime import date

import pytest

from cases.verification import verify
from registry.models import PaperOnly, RegisterEntry
from registry.on_paper import EnterFor, EnterNoMore
from registry.provinces import load
from tests.registry.test_offices import PAPER, TODAY, Commune, day, refused


@pytest.fixture
def commune(db):
    return Commune()


def enters(commune, on_paper="chi_bo_thon2", *, by="vanthu", into="ubkt", **other):
    bodies = commune.province.bodies
    said = {
        "in_body": bodies[into],
        "on_paper": bodies[on_paper],
        "first_day": TODAY,
        "document": PAPER,
    }
    return commune.record(EnterFor(**{**said, **other}), by=by)


def test_the_clerk_writes_down_that_the_committee_enters_for_a_cell_and_that_it_does_no_more(
    commune,
):
    row = enters(commune)
    commune.record(EnterNoMore(row=row, last_day=day(30), document=PAPER), by="chunhiem")

    begun, ended = RegisterEntry.objects.order_by("pk")
    assert (begun.get_deed_display(), begun.body) == (
        "Làm trên giấy, có cơ quan nhập thay",
        commune.ubkt,
    )
    assert (ended.get_deed_display(), ended.person) == ("Thôi nhập thay", None)
    assert PaperOnly.objects.get().last_day == day(30)
    assert verify().faults == ()


def test_everything_that_stands_against_it_is_said_at_once(commune):
    with refused("Chưa ghi văn bản", "văn thư của", "Ngày đầu trước khi"):
        enters(commune, by="canbo", first_day=date(2009, 1, 1), document=" ")
    with refused("chỉ nhập thay cho cơ quan cùng tổ chức đảng"):
        enters(commune, "ubkt", into="chi_bo_thon2", by="bithu2")
    enters(commune)
    with refused("đã nhập thay cho Chi bộ thôn Thử Hai"):
        enters(commune)


def test_an_edited_row_is_found(commune):
    row = enters(commune)

    PaperOnly.objects.filter(pk=row.pk).update(last_day=day(3))

    assert "khác với nhật ký danh bạ" in str(verify().faults[0])


def test_a_province_file_says_it_when_a_site_is_set_up(db, monkeypatch, tmp_path):
    from registry import provinces

    told = (provinces._FOLDER / "thu_ha.yaml").read_text(encoding="utf-8")
    line = "on_paper:\n  - [chi_bo_thon1, ubkt, Quyết định (mẫu), 2025-07-01, null]\n"
    (tmp_path / "thu_ha.yaml").write_text(told + line, encoding="utf-8")
    monkeypatch.setattr(provinces, "_FOLDER", tmp_path)

    province = load("thu_ha", code="giay")

    row = PaperOnly.objects.get()
    assert (row.body, row.entered_by) == (province.bodies["chi_bo_thon1"], province.bodies["ubkt"])
