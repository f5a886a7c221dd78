"""P8.CS – Xóa tên do không chuyển sinh hoạt: the receiving committee acts, no cell votes, the old one is told."""

from typing import ClassVar

from documents import kinds
from permissions.predicates import Predicate
from workflows.conditions.file import every_paper_is_issued
from workflows.conditions.motion import conditions
from workflows.conditions.removal import (
    CHAIN,
    every_complaint_is_answered,
    it_was_confirmed_that_nothing_arrived,
    may_remove,
    no_violation_calls_for_expulsion,
    the_decision_fell_short,
    the_decision_stands,
    the_enquiry_was_sent,
    the_file_was_sent,
    the_handling_body_decides,
    the_sending_cell_was_told,
    the_transfer_is_overdue,
    the_window_has_closed,
)
from workflows.dossiers import Heading
from workflows.matter import Right
from workflows.offices import cell_hands, cell_secretary, leaders, organisers
from workflows.procedures.removal.of_member import COMPLAIN, StrikeOff, organ_hands
from workflows.questions import removal as ask
from workflows.removal_shares import STRIKE_OFF, decided_by
from workflows.rows import RowKind as K
from workflows.variants import varied

#: What only a cell and the levels above it do.
BELOW = (
    "prove", "warn", "request", "request_again", "receive_self_criticism", "record_refusal",
    "proceed_without", "vote_to_propose", "send_proposal", "report_shortfall", "appraise",
    "vote_at_level", "send_from_level", "report_from_level", "change_levels", "refer_up",
)  # fmt: skip
#: The committee itself in the place of a cell.
OF_THE_COMMITTEE = {cell_hands: organisers, cell_secretary: leaders}


class TransferStrikeOff(StrikeOff):
    """Xóa tên người quá hạn không nộp hồ sơ chuyển sinh hoạt đảng, không có lý do chính đáng."""

    code = "P8.CS"
    label = "Xóa tên do không chuyển sinh hoạt đảng"
    bodies = frozenset({"btv"})
    of_newcomers = True
    answers_law: ClassVar[Predicate] = leaders
    waits_at = frozenset({"vote_to_decide", "decide"})
    rights = (
        Right("Được xác minh trước khi xem xét", "record_confirmation"),
        Right("Được công bố, trao quyết định", "announce"),
        Right("Khiếu nại về xóa tên", "receive_complaint", "mở khi nhận quyết định", COMPLAIN),
    )
    dossier = (
        Heading("Danh sách, giấy giới thiệu chuyển sinh hoạt", (K.LEVELS,), must=True),
        Heading("Công văn xác minh", steps=("enquire",), must=True),
        Heading("Xác nhận chưa nộp hồ sơ chuyển sinh hoạt", (K.EVIDENCE,), must=True),
        Heading("Tờ trình", steps=("submit",), must=True),
        Heading("Biên bản, biểu quyết; quyết định", (K.MOTION,), ("decide",), must=True),
        Heading("Công bố; thông báo nơi chuyển đi", (K.HANDED_OVER, K.NOTIFIED), must=True),
        Heading("Hồ sơ đã gửi; khiếu nại", (K.FILE_SENT, K.COMPLAINT, K.ANSWERED)),
    )
    stage = varied(
        StrikeOff,
        cast=OF_THE_COMMITTEE,
        without=[*BELOW, "record_delegation"],
        changed={
            "raise_ground": {
                "label": "Nêu việc không nộp hồ sơ chuyển sinh hoạt",
                "when": [
                    no_violation_calls_for_expulsion,
                    the_handling_body_decides,
                    the_transfer_is_overdue,
                ],
                "inputs": ask.RAISE_TRANSFER,
                "sentence": "Cấp ủy nơi chuyển đến thấy quá hạn mà đảng viên không nộp hồ sơ thì nêu ra xem xét.",
            },
            "recover": {
                "label": "Ghi đã nộp hồ sơ, có lý do chính đáng",
                "sentence": "Đảng viên đã nộp hồ sơ hoặc có lý do chính đáng thì không xóa tên.",
            },
            "submit": {
                "source": ("da_neu",),
                "when": [the_enquiry_was_sent, it_was_confirmed_that_nothing_arrived],
            },
            "return_file": {"target": "da_neu"},
            "vote_to_decide": {"when": [may_remove(CHAIN), *conditions(decided_by(STRIKE_OFF))]},
            "record_kept": {"when": [the_decision_fell_short]},
            "close": {
                "when": [
                    the_window_has_closed,
                    every_complaint_is_answered,
                    the_decision_stands,
                    the_sending_cell_was_told,
                    the_file_was_sent,
                    every_paper_is_issued,
                ],
            },
        },
        labels={"da_neu": "Đã nêu, đang xác minh", "da_tien_bo": "Đã nộp hồ sơ, không xem xét"},
    )
    S = stage.enum

    @stage.step(
        S.RAISED,
        label="Gửi công văn xác minh",
        by=leaders,
        inputs=ask.ENQUIRY,
        lays=K.REQUEST,
        issues=[kinds.TRANSFER_ENQUIRY],
        drafted=True,
        drafted_by=organ_hands | organisers,
    )
    def enquire(self):
        """Hỏi nơi chuyển đi và các chi bộ nơi đến về việc nộp hồ sơ chuyển sinh hoạt."""

    @stage.step(
        S.RAISED,
        label="Ghi xác nhận chưa nộp hồ sơ",
        by=organisers | organ_hands,
        when=[the_enquiry_was_sent],
        inputs=ask.CONFIRMATION,
        lays=K.EVIDENCE,
    )
    def record_confirmation(self):
        """Nơi được hỏi xác nhận bằng văn bản là đảng viên chưa nộp hồ sơ, nêu lý do nếu biết."""

    @stage.step(
        S.ANNOUNCED,
        label="Thông báo chi bộ nơi chuyển đi",
        by=leaders,
        inputs=ask.TOLD,
        lays=K.NOTIFIED,
        issues=[kinds.TRANSFER_NOTICE],
        drafted=True,
        drafted_by=organ_hands | organisers,
    )
    def notify_sender(self):
        """Kết luận và quyết định xóa tên phải được thông báo cho tổ chức đảng nơi chuyển đi."""
