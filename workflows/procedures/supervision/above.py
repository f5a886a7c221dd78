"""P1.CDTW, P1.TXTW – Giám sát ở cấp tỉnh, Trung ương: whoever heads the section that follows an area proposes."""

from workflows.drafts import may_draft
from workflows.offices import area_officer, section_drafters, section_officer
from workflows.procedures.supervision.continuous import ContinuousSupervision
from workflows.procedures.supervision.thematic import ThematicSupervision
from workflows.variants import varied

LEVELS = frozenset({"tinh", "tw"})


class ThematicSupervisionAbove(ThematicSupervision):
    """Ủy ban kiểm tra cấp tỉnh, Trung ương giám sát chuyên đề."""

    code = "P1.CDTW"
    label = "Giám sát chuyên đề, cấp tỉnh, Trung ương"
    levels = LEVELS
    stage = varied(
        ThematicSupervision,
        cast={area_officer: section_officer, may_draft: section_drafters},
        changed={
            "propose": {
                "sentence": "Trưởng phòng, vụ trưởng theo dõi địa bàn trình thường trực ủy ban đề xuất bằng văn bản."
            },
        },
    )


class ContinuousSupervisionAbove(ContinuousSupervision):
    """Ủy ban kiểm tra cấp tỉnh, Trung ương giám sát thường xuyên theo phân công."""

    code = "P1.TXTW"
    label = "Giám sát thường xuyên, cấp tỉnh, Trung ương"
    levels = LEVELS
    stage = varied(
        ContinuousSupervision,
        cast={
            area_officer: section_officer | area_officer,  # a member follows an area too
            may_draft: section_drafters | area_officer,
        },
        changed={
            "propose": {
                "sentence": "Trưởng phòng, vụ trưởng theo dõi địa bàn đề xuất việc phân công theo dõi trong kỳ."
            },
        },
    )
