"""BC – Báo cáo định kỳ: an inspection committee reports a period upwards; its figures are the filed ones."""

from django.db.models import TextChoices

from documents import kinds
from workflows.conditions.file import every_paper_is_issued
from workflows.dossiers import Heading
from workflows.facts import Facts
from workflows.guards import guard
from workflows.matter import Matter
from workflows.offices import leaders, organisers
from workflows.questions import periodic_report as ask
from workflows.rows import RowKind
from workflows.stages import Phase, Stages


class ReportStage(TextChoices):
    """Giai đoạn của một báo cáo định kỳ."""

    DUE = "den_ky", "Đến kỳ báo cáo"
    WRITING = "dang_lap", "Đang lập"
    SIGNED = "da_ky", "Đã ký"
    SENT = "da_gui", "Đã gửi, nộp lưu"
    DROPPED = "khong_lap", "Không lập"


@guard(remedy="Ghi ngày đầu kỳ trước ngày cuối kỳ.", reads_inputs=True)
def the_reported_days_are_in_order(facts: Facts) -> bool:
    """Kỳ báo cáo phải bắt đầu trước khi kết thúc."""
    return str(facts.inputs.get("first_day", "")) <= str(facts.inputs.get("last_day", "9"))


class PeriodicReport(Matter):
    """Báo cáo công tác kiểm tra, giám sát, kỷ luật đảng của một kỳ: số liệu lấy từ báo cáo thống kê đã chốt."""

    code = "BC"
    label = "Báo cáo định kỳ"
    prefix = "BC"
    opens = "begin"
    subjects = frozenset()
    bodies = frozenset({"ubkt"})
    answers_law = leaders
    dossier = (Heading("Báo cáo định kỳ", (RowKind.RESULT,), must=True),)

    S = ReportStage
    stage = Stages(
        ReportStage,
        basis="basis.periodic_report",
        start=S.DUE,
        ends=[S.SENT, S.DROPPED],
        phases={
            Phase.PREPARE: [S.DUE, S.WRITING],
            Phase.CONDUCT: [S.SIGNED],
            Phase.FINISH: [S.SENT],
        },
    )

    @stage.step(
        S.DUE,
        S.WRITING,
        label="Lập báo cáo của kỳ",
        by=organisers,
        when=[the_reported_days_are_in_order],
        inputs=ask.PERIOD,
        lays=RowKind.ORIGIN,
    )
    def begin(self):
        """Đến kỳ, cơ quan lập báo cáo theo đúng các ngày đã chốt số liệu thống kê."""

    @stage.step(
        S.WRITING,
        S.DROPPED,
        label="Không lập báo cáo này",
        by=organisers,
        inputs=ask.DROP,
        lays=RowKind.OPINION,
        aside=True,
    )
    def drop(self):
        """Lập nhầm kỳ, hoặc cấp trên không yêu cầu, thì thôi lập, nêu lý do."""

    @stage.step(
        S.WRITING,
        S.SIGNED,
        label="Ký báo cáo",
        by=leaders,
        inputs=ask.WORDS,
        lays=RowKind.RESULT,
        issues=[kinds.PERIODIC_REPORT],
        drafted=True,
        drafted_by=organisers,
    )
    def report(self):
        """Lãnh đạo ký báo cáo gửi cấp trên; số liệu là số đã chốt, không ai gõ lại."""

    @stage.step(
        S.SIGNED,
        S.SENT,
        label="Gửi đủ nơi nhận, nộp lưu",
        by=organisers,
        when=[every_paper_is_issued],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
    )
    def close(self):
        """Báo cáo đã lấy số, gửi đủ nơi nhận thì nộp lưu."""
