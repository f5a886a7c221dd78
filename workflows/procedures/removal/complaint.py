"""P8.KN – Giải quyết khiếu nại về xóa tên: the organ for organisation looks into it, a higher committee settles it."""

from __future__ import annotations

from typing import ClassVar

from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import Predicate
from permissions.roles import Relation
from workflows.conditions.file import every_paper_is_issued
from workflows.conditions.motion import conditions
from workflows.conditions.removal_complaint import (
    a_committee_settles_it,
    a_reason_of_the_law_keeps_it_out,
    it_was_looked_into,
    nothing_keeps_it_from_being_handled,
    the_answer_was_voted,
)
from workflows.conditions.suspension import numbered
from workflows.dossiers import Heading
from workflows.matter import Matter, Right
from workflows.offices import hands_of, leaders_of, organ_heads, organisers
from workflows.offices import organ_hands as organ_officers
from workflows.questions import removal_complaint as ask
from workflows.removal_clocks import handling
from workflows.removal_shares import RESOLUTION, decided_by
from workflows.rows import RowKind
from workflows.rows import RowKind as K
from workflows.stages import Phase, Stages

deciding_leads, deciding_hands = leaders_of(Relation.DECIDING), hands_of(Relation.DECIDING)
organ_hands = organisers | organ_officers
_DECIDING = decided_by(RESOLUTION)


class RemovalComplaintStage(TextChoices):
    """Giai đoạn giải quyết khiếu nại về xóa tên."""

    LETTER = "co_don", "Có đơn khiếu nại"
    LODGED = "da_nhan", "Đã nhận đơn"
    ACCEPTED = "da_thu_ly", "Đã thụ lý"
    REPORTED = "da_bao_cao", "Đã báo cáo cấp ủy"
    VOTED = "da_bieu_quyet", "Cấp ủy đã biểu quyết"
    DECIDED = "da_quyet_dinh", "Đã quyết định giải quyết"
    TOLD = "da_trao", "Đã trao quyết định"
    CLOSED = "da_nop_luu", "Đã nộp lưu hồ sơ"
    REFUSED = "khong_giai_quyet", "Không giải quyết"


class RemovalComplaint(Matter):
    """Giải quyết khiếu nại của người bị xóa tên trong danh sách đảng viên."""

    code = "P8.KN"
    label = "Giải quyết khiếu nại về xóa tên"
    prefix = "KX"
    opens = "lodge"
    follows = frozenset({"P8.XT", "P8.KN"})
    subjects = frozenset({"person"})
    one_subject = True
    of_former = True
    bodies = frozenset({"ban"})
    question = "giải quyết khiếu nại về xóa tên"
    answers_law: ClassVar[Predicate] = organ_heads | deciding_leads
    clocks = (handling,)
    rights = (
        Right("Được thụ lý hoặc trả lời vì sao không", "accept"),
        Right("Được nêu ý kiến khi thẩm tra", "verify"),
        Right("Được trao quyết định giải quyết, khiếu nại lên cấp trên", "hand_over"),
    )
    dossier = (
        Heading("Đơn khiếu nại", (K.LEVELS,), must=True),
        Heading("Biên bản thẩm tra", (K.APPRAISAL,), must=True),
        Heading("Báo cáo kết quả thẩm tra", steps=("report",), must=True),
        Heading("Biên bản, biểu quyết", (K.MOTION,), must=True),
        Heading("Quyết định giải quyết", steps=("decide",), must=True),
        Heading("Trao quyết định", (K.HANDED_OVER,), must=True),
    )

    S = RemovalComplaintStage
    stage = Stages(
        RemovalComplaintStage,
        basis="removal_complaint.handling",
        start=S.LETTER,
        ends=[S.CLOSED, S.REFUSED],
        phases={
            Phase.PREPARE: [S.LETTER, S.LODGED],
            Phase.CONDUCT: [S.ACCEPTED, S.REPORTED],
            Phase.FINISH: [S.VOTED, S.DECIDED, S.TOLD, S.CLOSED, S.REFUSED],
        },
    )

    @classmethod
    def comes_after(cls, before: type[Matter]) -> bool:
        """Only out of a strike-off, or of a complaint settled at a lower level: other exits have none."""
        return super().comes_after(before) and before.leaves_by in ("xoa_ten", "")

    @stage.step(
        S.LETTER,
        S.LODGED,
        label="Nhận đơn khiếu nại",
        by=organ_hands | organ_heads,
        when=[a_committee_settles_it],
        inputs=ask.LODGE,
        lays=RowKind.LEVELS,
        basis="basis.case_file",
    )
    def lodge(self):
        """Cơ quan tổ chức của cấp ủy, không phải ủy ban kiểm tra, nhận đơn, xác định cấp ủy giải quyết."""

    @stage.step(
        S.LODGED,
        S.ACCEPTED,
        label="Thụ lý",
        by=organ_heads,
        when=[nothing_keeps_it_from_being_handled],
        inputs=ask.NOTE,
        lays=RowKind.OPINION,
    )
    def accept(self):
        """Đơn trong thời hạn, của chính người bị xóa tên, về quyết định chưa bị giải quyết cuối cùng thì thụ lý."""

    @stage.step(
        S.LODGED,
        S.REFUSED,
        label="Trả lời không giải quyết",
        by=organ_heads,
        when=[a_reason_of_the_law_keeps_it_out],
        inputs=ask.REFUSE,
        lays=RowKind.CLOSING,
        issues=[kinds.REMOVAL_COMPLAINT_NOT_HANDLED],
        drafted=True,
        drafted_by=organ_hands,
        aside=True,
    )
    def refuse(self):
        """Chỉ không giải quyết trong các trường hợp quy định liệt kê; người gửi được trả lời, nêu rõ trường hợp."""

    @stage.step(
        S.ACCEPTED,
        label="Thẩm tra, xác minh",
        by=organ_hands | organ_heads,
        inputs=ask.VERIFY,
        lays=RowKind.APPRAISAL,
    )
    def verify(self):
        """Kiểm lại căn cứ, trình tự, số phiếu ở từng cấp; nghe người khiếu nại."""

    @stage.step(
        S.ACCEPTED,
        S.REPORTED,
        label="Báo cáo cấp ủy giải quyết",
        short="Báo cáo",
        by=organ_heads,
        when=[it_was_looked_into],
        inputs=ask.REPORT,
        lays=RowKind.RESULT,
        issues=[kinds.REMOVAL_COMPLAINT_REPORT],
        drafted=True,
        drafted_by=organ_hands,
    )
    def report(self):
        """Báo cáo kết quả thẩm tra, đề xuất giữ nguyên hoặc hủy quyết định xóa tên."""

    @stage.step(
        S.REPORTED,
        S.ACCEPTED,
        label="Trả lại để thẩm tra thêm",
        by=deciding_leads,
        inputs=[ask.REASON],
        lays=RowKind.OPINION,
        at=Relation.DECIDING,
        aside=True,
    )
    def return_report(self):
        """Việc chưa rõ thì cấp ủy yêu cầu thẩm tra thêm."""

    @stage.step(
        S.REPORTED,
        S.VOTED,
        label="Cấp ủy biểu quyết giải quyết khiếu nại",
        short="Biểu quyết",
        by=deciding_hands,
        when=conditions(_DECIDING),
        inputs=ask.VOTE_ON_THE_ANSWER,
        lays=RowKind.MOTION,
        writes=[kinds.MOTION_MINUTES],
        at=Relation.DECIDING,
        motion=_DECIDING,
    )
    def vote_to_decide(self):
        """Cấp ủy nghe báo cáo, thảo luận, biểu quyết giữ nguyên hoặc hủy quyết định xóa tên."""

    @stage.step(
        S.VOTED,
        S.REPORTED,
        label="Đưa ra biểu quyết lại",
        by=deciding_leads,
        inputs=[ask.REASON],
        lays=RowKind.OPINION,
        at=Relation.DECIDING,
        aside=True,
    )
    def vote_again(self):
        """Phương án không đủ tỷ lệ, hoặc có căn cứ kết quả chưa đúng, thì biểu quyết lại ở hội nghị khác."""

    @stage.step(
        S.VOTED,
        S.DECIDED,
        label="Ban hành quyết định giải quyết khiếu nại",
        short="Quyết định",
        by=deciding_leads,
        when=[the_answer_was_voted],
        inputs=ask.DECIDE,
        issues=[kinds.REMOVAL_COMPLAINT_DECISION],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=hands_of(Relation.DECIDING) | organ_hands,
        carries_out=RowKind.MOTION,
    )
    def decide(self):
        """Quyết định ghi giữ nguyên hoặc hủy, lý do, và việc khiếu nại tiếp lên cấp trên."""

    @stage.step(
        S.DECIDED,
        S.TOLD,
        label="Trao quyết định giải quyết",
        by=organ_hands | organ_heads | deciding_leads,
        when=[numbered("decide", "Quyết định giải quyết khiếu nại")],
        inputs=ask.HANDING_OVER,
        lays=RowKind.HANDED_OVER,
        serves="decide",
    )
    def hand_over(self):
        """Quyết định được trao cho người khiếu nại; không đồng ý thì khiếu nại tiếp lên cấp trên, đến Ban Bí thư."""

    @stage.step(
        S.TOLD,
        S.CLOSED,
        label="Nộp lưu hồ sơ",
        by=organ_hands | organ_heads,
        when=[every_paper_is_issued],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
        writes=[kinds.REMOVAL_FILE_INDEX],
    )
    def close(self):
        """Hồ sơ giải quyết khiếu nại được nộp lưu."""
