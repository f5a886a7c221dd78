"""P5.GT through the one door: one committee proposes, the one above it decides, the end by a person."""

from datetime import date

import pytest

from cases.models import Case, RecordPaper
from cases.verification import verify
from documents.models import Paper
from tests.cases.discipline import World, refused_whole
from tests.cases.organisations import (
    BELOW,
    DECIDED,
    SERVED,
    before_dissolution,
    committee_of_the_commune,
    decided,
    proposed,
    taken_up,
)
from tests.cases.supervision import refused
from tests.scenarios.matters import words_of

LATER, CLOSED = date(2026, 4, 1), date(2026, 5, 20)


@pytest.fixture
def world(db):
    return World()


def kinds_of(matter):
    held = RecordPaper.objects.filter(case=matter.case).order_by("pk")
    return list(held.values_list("paper__kind", flat=True))


def test_a_cell_is_dissolved_by_two_ballots_reported_and_followed_to_the_end(world):
    matter = decided(
        proposed(before_dissolution(world), giai_tan=6, canh_cao=3), giai_tan=6, canh_cao=3
    )

    below, above = matter.case.filerows.filter(kind="bo_phieu").order_by("number")
    assert (below.facts["form"], below.facts["base"], below.facts["part"]) == (
        "giai_tan",
        9,
        "de_nghi",
    )
    assert "3·6 = 18 ≥ 18 = 2·9" in below.facts["arithmetic"][0]
    assert (above.facts["form"], above.facts["part"]) == ("giai_tan", "quyet_dinh")
    assert "QD-05.GT" in kinds_of(matter)
    assert "QD-05" not in kinds_of(matter)
    decision = words_of(Paper.objects.get(kind="QD-05.GT"))
    assert (
        "Giải tán Chi bộ Phân xưởng 2, trực thuộc Đảng ủy cơ sở Công ty cổ phần Mẫu Hòa" in decision
    )
    assert "Đồng chí Hứa Văn Mẫu Trưởng, người đứng đầu" in decision

    with refused("Thời hạn khiếu nại chưa hết"):
        matter.take("close_window", by="soan", on=LATER)
    assert matter.case.deadlines.filter(name="sau_giai_tan").exists()
    matter.sign("report_dissolution", draft="soan", by="ky", on=LATER)
    head = matter.case.filerows.get(kind="trach_nhiem").number
    matter.take("settle_members", by="soan", on=LATER)
    matter.take("close_window", by="soan", on=CLOSED)
    with refused_whole("không tự chấm dứt hiệu lực"):
        matter.take("record_lapse", by="soan", on=CLOSED)
    with refused_whole("chưa có kết quả"):
        matter.take("end_watch", by="soan", on=CLOSED)
    matter.take("leave_person", by="nghe", on=CLOSED, responsible=head)
    matter.take("end_watch", by="soan", on=CLOSED)

    assert matter.stage == "da_ket_thuc"
    assert not verify(Case.objects.filter(pk=matter.case.pk)).faults
    xuong = world.province.organisations["xuong"]
    xuong.refresh_from_db()
    assert xuong.last_day is None  # a person ends it in the register, another day


def test_a_proposal_short_of_its_share_goes_up_whole_and_the_next_committee_still_decides(world):
    matter = before_dissolution(world)
    matter.answer("vote.threshold.org.light", on=BELOW)

    proposed(matter, giai_tan=5, canh_cao=4)

    below = matter.laid("bo_phieu")
    assert (below["form"], below["goes_up"]) == (None, True)
    assert not any("+" in line for line in below["arithmetic"])
    sent = words_of(Paper.objects.get(kind="TT-01.TC"))
    assert "Không hình thức nào đủ tỷ lệ" in sent
    assert "toàn bộ kết quả" in sent

    matter.answer("vote.no_majority", on=DECIDED)
    decided(matter, giai_tan=4, canh_cao=5)

    assert matter.laid("bo_phieu")["form"] == "canh_cao"
    assert "QD-05" in kinds_of(matter)
    assert "QD-05.GT" not in kinds_of(matter)
    with refused_whole("Hình thức đã quyết định không phải là giải tán"):
        matter.take("settle_members", by="soan", on=SERVED)
    matter.take("receive_complaint", by="soan", on=LATER, sent_on=LATER.isoformat())
    with refused_whole("Đã nhận khiếu nại trong thời hạn"):
        matter.take("close_window", by="soan", on=CLOSED)


@pytest.mark.parametrize(
    ("proposing", "deciding"),
    [
        ((), "cap_uy_an"),  # nobody proposes
        (("dang_uy_hoa",), "btv_an"),  # no committee
        (("cap_uy_an",), "dang_uy_hoa"),  # from above
    ],
)
def test_only_the_two_committees_above_dissolve(world, proposing, deciding):
    committee_of_the_commune(world)

    with refused("cấp ủy cấp trên trực tiếp đề nghị và cấp ủy cấp trên cách một cấp quyết định"):
        taken_up(
            world, "P5.GT", "xuong", proposing=proposing, deciding=deciding,
            ground="chong_duong_loi",
        )  # fmt: skip
