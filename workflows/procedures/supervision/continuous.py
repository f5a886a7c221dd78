"""P1 – Giám sát thường xuyên: following one area by assignment, reminding in time, opening nothing by itself."""

from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import may_sign
from workflows.conditions.file import every_paper_is_issued, something_was_observed
from workflows.matter import Matter
from workflows.offices import area_officer
from workflows.questions import supervision as ask
from workflows.rows import RowKind
from workflows.stages import Phase, Stages


class ContinuousStage(TextChoices):
    """Giai đoạn của việc giám sát thường xuyên một địa bàn."""

    PLANNED = "theo_chuong_trinh", "Theo chương trình"
    PROPOSED = "da_de_xuat", "Đã đề xuất phân công"
    OBSERVING = "dang_theo_doi", "Đang theo dõi"
    REPORTED = "da_bao_cao", "Đã báo cáo"
    CLOSED = "ket_thuc", "Kết thúc theo dõi"


class ContinuousSupervision(Matter):
    """Giám sát thường xuyên: nắm tình hình theo phân công; không lập đoàn, không thông báo từng việc."""

    code = "P1.TX"
    label = "Giám sát thường xuyên"
    prefix = "TX"
    opens = "propose"
    follows = frozenset({"P0.TN"})
    bodies = frozenset({"ubkt"})

    S = ContinuousStage
    stage = Stages(
        ContinuousStage,
        basis="basis.supervision.continuous",
        start=S.PLANNED,
        ends=[S.CLOSED],
        phases={
            Phase.PREPARE: [S.PLANNED, S.PROPOSED],
            Phase.CONDUCT: [S.OBSERVING, S.REPORTED],
            Phase.FINISH: [S.CLOSED],
        },
    )

    @stage.step(
        S.PLANNED,
        S.PROPOSED,
        label="Đề xuất phân công",
        by=area_officer,
        inputs=ask.AREA_PROPOSAL,
        lays=RowKind.ORIGIN,
    )
    def propose(self):
        """Cán bộ theo dõi địa bàn đề xuất việc phân công theo dõi trong kỳ."""

    @stage.step(
        S.PROPOSED,
        S.OBSERVING,
        label="Phân công theo dõi",
        by=may_sign,
        inputs=ask.ASSIGNMENT,
        lays=RowKind.ASSIGNMENT,
        issues=[kinds.WATCH_ASSIGNMENT],
        drafted=True,
    )
    def assign(self):
        """Ủy ban phân công bằng văn bản ủy viên, cán bộ theo dõi từng đơn vị."""

    @stage.step(
        S.OBSERVING,
        label="Ghi nhận qua theo dõi",
        by=area_officer,
        inputs=ask.OBSERVATION,
        lays=RowKind.EVIDENCE,
    )
    def observe(self):
        """Người được phân công theo dõi, nắm bắt, đánh giá hoạt động của đối tượng."""

    @stage.step(
        S.OBSERVING,
        S.REPORTED,
        label="Báo cáo giám sát thường xuyên",
        by=area_officer,
        when=[something_was_observed],
        inputs=ask.WATCH_REPORT,
        lays=RowKind.RESULT,
        writes=[kinds.WATCH_REPORT],
    )
    def report(self):
        """Người được phân công báo cáo kết quả giám sát thường xuyên."""

    @stage.step(
        S.REPORTED,
        label="Nhắc nhở, chấn chỉnh bằng văn bản",
        by=may_sign,
        inputs=ask.REMINDER,
        lays=RowKind.OPINION,
        issues=[kinds.REMINDER_LETTER],
        drafted=True,
    )
    def remind(self):
        """Có khuyết điểm thì nhắc nhở, chấn chỉnh kịp thời."""

    @stage.step(
        S.REPORTED,
        label="Quyết định xem xét tiếp",
        by=may_sign,
        inputs=ask.NEXT_WAY,
        lays=RowKind.OPINION,
    )
    def look_deeper(self):
        """Cần xem xét sâu hơn, hoặc có dấu hiệu vi phạm, thì lập hồ sơ mới liên kết với hồ sơ này."""

    @stage.step(
        S.REPORTED,
        S.OBSERVING,
        label="Tiếp tục theo dõi",
        by=area_officer,
    )
    def resume(self):
        """Việc theo dõi tiếp tục trong kỳ sau."""

    @stage.step(
        S.REPORTED,
        S.CLOSED,
        label="Kết thúc theo dõi",
        by=area_officer,
        when=[every_paper_is_issued],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
    )
    def close(self):
        """Hết kỳ phân công, hồ sơ theo dõi được nộp lưu."""
