"""Scenario 38: an organisation disciplined, and each person responsible for it considered, the head first."""

from datetime import date

from registry.models import Post
from tests.cases.discipline import LIGHT, in_the_cell, refused_whole
from tests.cases.organisations import SERVED, warned_cell
from tests.cases.supervision import refused

LATER = date(2026, 3, 31)
CLOSED_TO = "Còn người phải xem xét trách nhiệm chưa có kết quả"


def head_reprimanded(world):
    """The secretary's own file before his cell, from the plan to the signed decision."""
    Post.objects.create(
        person=world.who("m3"), body=world.bodies["chi_bo_truong"], position="uy_vien",
        first_day=date(2025, 5, 1),
    )  # fmt: skip
    own = in_the_cell(world, subject="hieu", secretary="m1", deputy="m3", on=LATER)
    meeting = world.meets("chi_bo_truong", "m1", LATER, own.case)
    own.answer(LIGHT, on=LATER)
    own.answer("vote.cell_secretary_accused", on=LATER, value="không")
    own.vote("vote_to_decide", meeting, khien_trach=9)
    own.take("compare_limitation", by="m1", on=LATER)
    own.sign("decide", draft="m3", by="m1", on=LATER)
    return own.case.reference


def test_38_an_organisations_file_stays_open_until_each_responsible_person_is_decided_head_first(
    world,
):
    world.cell_of(9)
    matter = warned_cell(world)
    head = matter.case.filerows.get(kind="trach_nhiem").number
    deputy = matter.names("m1", "truc_tiep", on=SERVED)

    with refused_whole(CLOSED_TO) as caught:
        matter.take("deposit", by="soan", on=LATER)
    assert "06-HD/UBKTTW" in caught.value.reasons[0].citation
    with refused_whole("Phải có kết quả đối với người đứng đầu trước"):
        matter.take("leave_person", by="nghe", on=LATER, responsible=deputy)

    own = head_reprimanded(world)
    with refused("Kết quả ghi vào khác với hồ sơ kỷ luật"):
        matter.take(
            "record_person_result", by="soan", on=LATER, responsible=head, file=own, result="khong"
        )
    with refused_whole("đối với người này"):
        matter.take(
            "record_person_result", by="soan", on=LATER, responsible=head, file="KL-2026-0099",
            result="khien_trach",
        )  # fmt: skip
    matter.take(
        "record_person_result", by="soan", on=LATER, responsible=head, file=own,
        result="khien_trach",
    )  # fmt: skip
    with refused_whole(CLOSED_TO):
        matter.take("deposit", by="soan", on=LATER)
    matter.take("leave_person", by="nghe", on=LATER, responsible=deputy)
    with refused_whole("Đã ghi kết quả đối với người này", "không còn ai chưa có kết quả"):
        matter.take("leave_person", by="nghe", on=LATER, responsible=deputy)

    matter.take("deposit", by="soan", on=LATER)
    matter.take("close_window", by="soan", on=date(2026, 5, 20))
    with refused_whole("Chưa hết thời gian thi hành kỷ luật"):
        matter.take("record_lapse", by="soan", on=date(2026, 6, 1))
    with refused_whole("còn hiệu lực có thời hạn"):
        matter.take("end_watch", by="soan", on=date(2026, 6, 1))
    over = date(2027, 4, 5)
    matter.answer("decision.lapse", on=over, value="12 tháng")
    matter.take("record_lapse", by="soan", on=over)
    assert matter.stage == "het_hieu_luc"
