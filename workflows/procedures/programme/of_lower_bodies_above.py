"""P2.NVTW – Kiểm tra cấp dưới làm nhiệm vụ, cấp tỉnh, Trung ương: the section that follows an area proposes."""

from workflows.drafts import may_draft
from workflows.offices import area_officer, section_drafters, section_officer
from workflows.procedures.programme.of_lower_bodies import LowerBodiesInspection
from workflows.variants import varied


class LowerBodiesInspectionAbove(LowerBodiesInspection):
    """Ủy ban kiểm tra cấp tỉnh, Trung ương kiểm tra cấp dưới thực hiện nhiệm vụ kiểm tra, giám sát."""

    code = "P2.NVTW"
    label = "Kiểm tra cấp dưới thực hiện nhiệm vụ kiểm tra, giám sát, cấp tỉnh, Trung ương"
    levels = frozenset({"tinh", "tw"})
    stage = varied(
        LowerBodiesInspection,
        cast={area_officer: section_officer, may_draft: section_drafters},
        changed={
            "instruct": {
                "sentence": "Trưởng phòng, vụ trưởng theo dõi địa bàn đề xuất cuộc kiểm tra có trong chương trình năm."
            },
        },
    )
