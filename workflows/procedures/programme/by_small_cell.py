"""P2.CBN – Chi bộ không có chi ủy, không đủ người lập tổ: the secretary studies and drafts, the meeting concludes."""

from documents import kinds
from workflows.clocks import remedies_due
from workflows.drafts import may_draft
from workflows.offices import (
    cell_hands,
    cell_leads,
    cell_secretary,
    team_lead,
    team_record,
)
from workflows.procedures.programme.by_cell import CellProgrammeInspection
from workflows.variants import varied


class SmallCellProgrammeInspection(CellProgrammeInspection):
    """Chi bộ không lập tổ; bí thư nghiên cứu, dự thảo kết quả, hội nghị chi bộ kết luận."""

    code = "P2.CBN"
    label = "Chi bộ không lập tổ kiểm tra theo chương trình"
    clocks = (remedies_due,)
    rights = tuple(right for right in CellProgrammeInspection.rights if right.kept_by != "confer")
    stage = varied(
        CellProgrammeInspection,
        cast={
            cell_leads: cell_secretary,
            team_lead: cell_secretary,
            team_record: cell_hands,
            may_draft: cell_hands,
        },
        papers={kinds.PROGRAMME_REPORT: None},
        without=[
            "decide",
            "drop",
            "prepare",
            "verify",
            "verify_further",
            "draft",
            "confer",
            "extend",
            "change_team",
        ],
        changed={
            "open": {
                "label": "Thông báo tại kỳ sinh hoạt trước",
                "sentence": "Bí thư thông báo nội dung, thời gian kiểm tra tại kỳ sinh hoạt trước đó.",
                "source": ("da_giao_chuan_bi",),
            },
            "record_finding": {"source": ("da_tu_kiem_tra",)},
            "finalise": {
                "label": "Dự thảo kết quả kiểm tra",
                "sentence": "Bí thư nghiên cứu báo cáo, hỏi thêm, dự thảo kết quả để đưa ra chi bộ.",
                "source": ("da_tu_kiem_tra",),
                "issues": [],
                "writes": [kinds.CELL_INSPECTION_RESULT],
            },
            "close": {"by": cell_hands},
        },
        labels={"da_hoan_chinh": "Đã có dự thảo kết quả"},
    )
