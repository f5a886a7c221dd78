"""P8.HB – Hủy quyết định kết nạp, công nhận: whoever decided wrongly, or succeeded to it, takes it back."""

from typing import ClassVar

from documents import kinds
from permissions.predicates import Predicate
from workflows.conditions.file import every_paper_is_issued
from workflows.conditions.motion import conditions
from workflows.conditions.removal import (
    WRONG,
    an_impostor_is_struck_off,
    the_admitting_body_acts,
    the_card_is_accounted_for,
    the_decision_carried,
    the_decision_fell_short,
    the_file_was_sent,
    the_handling_body_decides,
    the_person_has_explained,
)
from workflows.conditions.suspension import numbered
from workflows.matter import Right
from workflows.offices import leaders, organisers
from workflows.procedures.removal.of_member import StrikeOff, organ_hands
from workflows.procedures.removal.of_newcomer import BELOW, OF_THE_COMMITTEE
from workflows.questions import removal as ask
from workflows.removal_clocks import file_and_slip
from workflows.removal_shares import RESOLUTION, decided_by
from workflows.rows import RowKind
from workflows.variants import varied

_DECIDING = decided_by(RESOLUTION)


class AnnulledAdmission(StrikeOff):
    """Hủy quyết định kết nạp, kết nạp lại, công nhận chính thức không đúng; xóa tên người mạo nhận đảng viên."""

    code = "P8.HB"
    label = "Hủy quyết định kết nạp, công nhận đảng viên"
    prefix = "HB"
    bodies = frozenset({"btv", "cap_uy"})
    question = "hủy quyết định kết nạp, công nhận đảng viên, xóa tên trong danh sách đảng viên"
    leaves_by = "huy_ket_nap"
    clocks = (file_and_slip,)
    answers_law: ClassVar[Predicate] = leaders
    waits_at = frozenset({"vote_to_decide", "decide"})
    rights = (
        Right("Được giải trình trước khi xem xét", "explain"),
        Right("Được công bố, trao quyết định", "announce"),
    )
    stage = varied(
        StrikeOff,
        cast=OF_THE_COMMITTEE,
        papers={kinds.REMOVAL_DECISION: kinds.ANNULMENT_DECISION},
        without=[
            *BELOW,
            "recover",
            "record_delegation",
            "receive_complaint",
            "record_answer",
            "record_undone",
        ],
        changed={
            "raise_ground": {
                "label": "Nêu việc kết nạp, công nhận sai",
                "when": [
                    the_handling_body_decides,
                    the_admitting_body_acts,
                    an_impostor_is_struck_off,
                ],
                "inputs": ask.RAISE_ANNULMENT,
                "basis": "basis.case_file",
                "sentence": "Cơ quan đã ban hành, hoặc nơi kế thừa được cấp trên đồng ý, nêu việc sai.",
            },
            "submit": {"source": ("da_neu",), "when": [the_person_has_explained]},
            "return_file": {"target": "da_neu"},
            "vote_to_decide": {"when": conditions(_DECIDING), "motion": _DECIDING},
            "record_kept": {"when": [the_decision_fell_short]},
            "decide": {
                "label": "Ban hành quyết định hủy",
                "when": [the_decision_carried],
                "sentence": "Người ký ban hành đúng kết quả biểu quyết: hủy quyết định sai, xóa tên.",
            },
            "announce": {
                "when": [numbered("decide", "Quyết định"), the_card_is_accounted_for],
                "sentence": "Quyết định được công bố tại chi bộ; thu thẻ; danh bạ ghi ngày ra khỏi danh sách.",
            },
            "close": {
                "when": [the_file_was_sent, every_paper_is_issued],
                "sentence": "Hồ sơ đã gửi thì nộp lưu.",
            },
        },
        labels={"da_cong_bo": "Đã công bố", "khong_xoa_ten": "Không hủy quyết định"},
        basis=WRONG,
    )
    S = stage.enum

    @stage.step(
        S.RAISED,
        label="Nghe giải trình",
        by=organ_hands | organisers,
        inputs=ask.EXPLANATION,
        lays=RowKind.HEARING,
        writes=[kinds.EXPLANATION_MINUTES],
    )
    def explain(self):
        """Nghe người được xem xét, người giới thiệu, nơi đề nghị giải trình; ghi ý kiến chỉ đạo của cấp trên."""
