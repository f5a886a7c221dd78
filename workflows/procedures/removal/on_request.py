"""P8.XR – Xin ra khỏi Đảng: registered whatever is open, decided only when no violation is."""

from documents import kinds
from permissions.roles import Relation
from workflows.conditions.file import every_paper_is_issued
from workflows.conditions.motion import conditions
from workflows.conditions.removal import (
    CERTIFICATE,
    LEAVING_CHAIN,
    may_remove,
    the_card_is_accounted_for,
    the_cell_carried_it,
    the_cell_only_proposes,
    the_cell_voted,
    the_decision_carried,
    the_file_was_sent,
    the_section_has_appraised,
    whoever_leaves_has_no_open_violation,
)
from workflows.conditions.suspension import numbered
from workflows.matter import Right
from workflows.procedures.removal.of_member import (
    StrikeOff,
    deciding_hands,
    deciding_leads,
    organ_hands,
)
from workflows.questions import removal as ask
from workflows.removal_clocks import file_and_slip
from workflows.removal_shares import LEAVE, decided_by, proposed_by
from workflows.rows import RowKind
from workflows.variants import varied

_IN_THE_CELL, _AT_A_LEVEL, _DECIDING = (
    proposed_by(Relation.HANDLING, LEAVE),
    proposed_by(Relation.LEVEL, LEAVE),
    decided_by(LEAVE),
)


class Leaving(StrikeOff):
    """Cho đảng viên ra khỏi Đảng theo đơn của chính người đó."""

    code = "P8.XR"
    label = "Xin ra khỏi Đảng"
    prefix = "XR"
    question = "cho ra khỏi Đảng"
    leaves_by = "xin_ra"
    clocks = (file_and_slip,)
    rights = (
        Right("Được trao đổi, được rút đơn trước khi quyết định", "recover"),
        Right("Được công bố, trao quyết định", "announce"),
        Right(
            "Được xác nhận tuổi đảng khi đề nghị", "certify", "sau khi có quyết định", CERTIFICATE
        ),
    )
    stage = varied(
        StrikeOff,
        without=[
            "prove",
            "request",
            "request_again",
            "receive_self_criticism",
            "record_refusal",
            "proceed_without",
            "receive_complaint",
            "record_answer",
            "record_undone",
        ],
        papers={
            kinds.REMOVAL_DECISION: kinds.LEAVE_DECISION,
            kinds.REMOVAL_WARNING: kinds.PERSUASION_MINUTES,
        },
        changed={
            "raise_ground": {
                "label": "Nhận đơn xin ra khỏi Đảng",
                "short": "Nhận đơn",
                "when": [the_cell_only_proposes],
                "inputs": ask.REQUEST_TO_LEAVE,
                "basis": "basis.case_file",
                "sentence": "Đơn bằng văn bản, nêu lý do, được nhận và ghi, kể cả khi còn vi phạm phải xem xét.",
            },
            "warn": {
                "label": "Trao đổi, động viên đảng viên",
                "short": "Trao đổi",
                "target": "du_dieu_kien",
                "inputs": ask.PERSUASION,
                "optional": False,
                "sentence": "Chi ủy gặp, tìm hiểu lý do, động viên đảng viên ở lại.",
            },
            "recover": {
                "label": "Ghi đảng viên rút đơn",
                "source": ("da_neu", "du_dieu_kien", "chi_bo_da_gui", "da_trinh"),
                "inputs": ask.WITHDRAWAL,
                "sentence": "Đảng viên rút đơn trước khi có quyết định thì thôi xem xét.",
            },
            "send_proposal": {"when": [the_cell_voted, the_cell_carried_it]},
            "vote_to_propose": {
                "when": [whoever_leaves_has_no_open_violation, *conditions(_IN_THE_CELL)],
                "motion": _IN_THE_CELL,
            },
            "vote_at_level": {
                "when": [the_section_has_appraised, *conditions(_AT_A_LEVEL)],
                "motion": _AT_A_LEVEL,
            },
            "vote_to_decide": {
                "when": [
                    whoever_leaves_has_no_open_violation,
                    may_remove(LEAVING_CHAIN),
                    *conditions(_DECIDING),
                ],
                "motion": _DECIDING,
            },
            "decide": {
                "label": "Ban hành quyết định cho ra khỏi Đảng",
                "when": [the_decision_carried, may_remove(LEAVING_CHAIN)],
                "sentence": "Người ký ban hành đúng kết quả biểu quyết, cho ra khỏi Đảng và xóa tên.",
            },
            "announce": {
                "when": [numbered("decide", "Quyết định"), the_card_is_accounted_for],
                "sentence": "Quyết định được công bố tại chi bộ, trao cho người xin ra; thu thẻ; danh bạ ghi ngày.",
            },
            "close": {
                "when": [the_file_was_sent, every_paper_is_issued],
                "sentence": "Hồ sơ đã gửi thì nộp lưu.",
            },
        },
        labels={
            "phat_hien": "Có đơn",
            "da_neu": "Đã nhận đơn",
            "du_dieu_kien": "Đã trao đổi, đưa ra chi bộ",
            "da_cong_bo": "Đã công bố",
            "da_tien_bo": "Đã rút đơn",
            "khong_xoa_ten": "Không cho ra khỏi Đảng",
        },
        basis="exit.conditions",
    )
    S = stage.enum

    @stage.step(
        S.ANNOUNCED,
        label="Cấp giấy xác nhận tuổi đảng",
        by=deciding_leads,
        inputs=ask.CERTIFICATE,
        lays=RowKind.CERTIFIED,
        issues=[kinds.AGE_CERTIFICATE],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=organ_hands | deciding_hands,
        basis=CERTIFICATE,
    )
    def certify(self):
        """Người đã ra khỏi Đảng có đề nghị thì cấp giấy xác nhận tuổi đảng."""
