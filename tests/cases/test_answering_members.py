"""What a member criticises, asks or proposes is answered within the days of the level, or later with notice."""

from dataclasses import replace
from datetime import date

import pytest

from cases.models import DeadlineRow, FileRow
from cases.stories import documents
from tests.cases.letters import Letters
from tests.cases.supervision import ago, lay_province, refused
from workflows.facts import Facts, Row
from workflows.intake_clocks import RULE, answer_due
from workflows.rows import RowKind

ARRIVED = date(2025, 8, 1)
ASKED = Row(
    1,
    RowKind.RECEIPT,
    1,
    1,
    ARRIVED,
    "register",
    {"source": "chat_van", "arrived_on": "2025-08-01"},
)
FACTS = Facts(
    procedure="P0.TN", stage="da_vao_so", acted_on=ARRIVED, today=ARRIVED, opened_on=ARRIVED,
    moved_on=ARRIVED, rows=(ASKED,),
)  # fmt: skip


@pytest.mark.parametrize(("level", "days"), [("co_so", 30), ("xa", 60), ("tinh", 60), ("tw", 90)])
def test_the_days_are_working_days_and_those_of_the_level(level, days):
    (clock,) = answer_due(replace(FACTS, level=level))

    assert (clock.explained["value"], clock.explained["unit"]) == (days, "working_day")
    assert "294-QĐ/TW" in clock.explained["source"]


def test_a_day_set_later_with_its_reason_takes_the_place_and_an_answer_ends_it():
    later = Row(2, RowKind.EXTENSION, 2, 1, ARRIVED, "answer_later", {"until": "2026-01-15"})
    (clock,) = answer_due(replace(FACTS, level="co_so", rows=(ASKED, later)))

    assert clock.last_day == date(2026, 1, 15)
    assert not list(answer_due(replace(FACTS, stage="da_tra_loi")))
    denounced = replace(ASKED, facts={**ASKED.facts, "source": "phan_anh"})
    assert not list(answer_due(replace(FACTS, rows=(denounced,))))


def test_where_the_law_of_the_day_was_not_read_no_day_is_guessed_until_somebody_answers(db):
    office = Letters(lay_province())
    letter = office.comes("chat_van", sender="Lò Văn Hỏi, Chi bộ thôn Hai")
    assert not DeadlineRow.objects.filter(case=letter).exists()

    value = "base_and_members: 30\nabove_base_and_province: 60\ncentre: 90"
    source = documents.sample("quy_che_lam_viec_mau_an")
    office.take(letter, "answer_rule", "chunhiem", ago(8), rule=RULE, value=value, source=source)

    assert DeadlineRow.objects.get(case=letter).name == "tra_loi_dv"
    office.take(
        letter, "answer_later", "chunhiem", ago(8), until=ago(-40).isoformat(), reason="Đã báo."
    )
    assert DeadlineRow.objects.get(case=letter).last_day == ago(-40)
    with refused("the_route_fits_the_letter"):
        office.classify(letter, "chat_van", "giai_quyet_to_cao")
    office.goes(letter, "chat_van", "tra_loi")
    paper = office.issued(letter, "answer_member", message="Quỹ đã được công khai.")

    assert paper.kind == "CV-01.TLDV"
    assert paper.values["addressee"] == ["Đồng chí Lò Văn Hỏi, Chi bộ thôn Hai"]
    assert not DeadlineRow.objects.filter(case=letter).exists()
    assert FileRow.objects.filter(case=letter, kind=RowKind.SENDER_TOLD).exists()
