"""P5S.DV – Đình chỉ sinh hoạt đảng of a member who obstructs: proposed, decided, served, extended, lifted."""

from typing import ClassVar

from django.db.models import TextChoices

from documents import kinds
from law.extensions import SUSPENSION
from permissions.predicates import Predicate, not_on_team, on_team
from permissions.roles import Relation
from workflows.conditions.discipline import another_body_decides, the_matter_has_been_submitted
from workflows.conditions.file import every_paper_is_issued
from workflows.conditions.suspension import (
    POWER,
    discipline_left_nobody_to_return,
    it_begins_no_earlier_than_the_decision,
    may_suspend,
    numbered,
    the_case_is_one_of_the_laws,
    the_committees_are_settled,
    the_complaint_is_known,
    the_return_comes_after_it_began,
    the_subject_was_heard,
)
from workflows.conditions.suspension_term import (
    the_extension_is_lawful,
    the_term_is_lawful,
    the_term_still_runs,
)
from workflows.matter import Matter, Right
from workflows.offices import area_officer, hands_of, leaders, leaders_of, team_lead
from workflows.questions import suspension as ask
from workflows.rows import RowKind
from workflows.stages import InRegister, Phase, Stages
from workflows.suspension_clocks import end_of_term

deciding_leads = leaders_of(Relation.DECIDING)
hands = on_team() | area_officer | leaders
#: Of a team its lead alone proposes, as the regulation says.
proposers = team_lead | area_officer | leaders
deciding_hands = hands | hands_of(Relation.DECIDING)


class SuspensionStage(TextChoices):
    """Giai đoạn đình chỉ sinh hoạt đảng, từ lúc thấy cần đình chỉ đến lúc trở lại."""

    NEEDED = "can_dinh_chi", "Thấy cần đình chỉ"
    PROPOSED = "da_de_xuat", "Đã đề xuất đình chỉ"
    SUBMITTED = "da_trinh", "Đã trình cơ quan quyết định"
    DECIDED = "da_quyet_dinh", "Đã quyết định đình chỉ"
    SUSPENDED = "dang_dinh_chi", "Đang bị đình chỉ"
    LIFTED = "da_cho_tro_lai", "Đã quyết định cho trở lại"
    RETURNED = "da_tro_lai", "Đã trở lại sinh hoạt"
    ENDED = "da_cham_dut", "Đình chỉ chấm dứt do kỷ luật"
    CLOSED = "da_nop_luu", "Đã nộp lưu hồ sơ"
    DECLINED = "khong_dinh_chi", "Không đình chỉ"


class Suspension(Matter):
    """Đình chỉ sinh hoạt đảng đối với đảng viên cố ý gây trở ngại việc kiểm tra, xem xét."""

    code = "P5S.DV"
    label = "Đình chỉ sinh hoạt đảng"
    prefix = "DC"
    opens = "propose"
    follows_parts = frozenset({"P2", "P3", "P5", "P6"})
    inspects = True
    subjects = frozenset({"person"})
    one_subject = True
    bodies = frozenset({"ubkt", "cap_uy", "btv"})
    answers_law: ClassVar[Predicate] = leaders & not_on_team
    clocks = (end_of_term(SUSPENSION.first),)
    rights: ClassVar[tuple[Right, ...]] = (
        Right("Được nghe trình bày trước khi quyết định", "hear"),
        Right("Được công bố, trao quyết định, nói rõ thời hạn", "hand_over"),
        Right("Nộp giải trình, chứng cứ", "hand_in_statement", or_by="hand_in_statement"),
        Right("Khiếu nại quyết định đình chỉ", "receive_complaint", "mở khi nhận quyết định"),
        Right("Trở lại sinh hoạt khi hết căn cứ", "lift", "xem xét khi hết căn cứ hoặc hết hạn"),
    )

    S = SuspensionStage
    stage = Stages(
        SuspensionStage,
        basis="basis.suspension",
        start=S.NEEDED,
        ends=[S.CLOSED, S.DECLINED],
        phases={
            Phase.PREPARE: [S.NEEDED, S.PROPOSED, S.SUBMITTED],
            Phase.CONDUCT: [S.DECIDED, S.SUSPENDED],
            Phase.FINISH: [S.LIFTED, S.RETURNED, S.ENDED, S.CLOSED, S.DECLINED],
        },
    )

    # I. Đề nghị

    @stage.step(
        S.NEEDED,
        S.PROPOSED,
        label="Đề xuất đình chỉ",
        by=proposers,
        inputs=ask.PROPOSE,
        lays=RowKind.LEVELS,
        keeps_team=True,
    )
    def propose(self):
        """Cơ quan đang kiểm tra, xem xét thấy bị gây trở ngại thì đề xuất, xác định cơ quan quyết định."""

    @stage.step(
        S.PROPOSED,
        S.SUBMITTED,
        label="Trình đề nghị đình chỉ",
        short="Trình",
        by=leaders,
        when=[another_body_decides],
        inputs=ask.SUBMIT,
        issues=[kinds.SUSPENSION_SUBMISSION],
        drafted=True,
        drafted_by=hands,
        optional=True,
    )
    def submit(self):
        """Cơ quan quyết định là cơ quan khác thì trình văn bản đề nghị kèm tài liệu."""

    @stage.step(
        [S.PROPOSED, S.SUBMITTED],
        label="Nghe đối tượng trình bày",
        short="Nghe trình bày",
        by=deciding_leads | hands,
        inputs=ask.HEAR,
        lays=RowKind.HEARING,
        writes=[kinds.SUSPENSION_HEARING_MINUTES],
        at=Relation.DECIDING,
    )
    def hear(self):
        """Trước khi quyết định, tổ chức đảng nghe đối tượng trình bày về việc bị đề nghị đình chỉ."""

    # II. Quyết định, công bố

    @stage.step(
        [S.PROPOSED, S.SUBMITTED],
        S.DECLINED,
        label="Không đình chỉ",
        by=deciding_leads,
        inputs=ask.DECLINE,
        lays=RowKind.CLOSING,
        at=Relation.DECIDING,
        aside=True,
    )
    def decline(self):
        """Cơ quan quyết định thấy chưa đủ căn cứ thì không đình chỉ, nêu lý do."""

    @stage.step(
        [S.PROPOSED, S.SUBMITTED],
        S.DECIDED,
        label="Ban hành quyết định đình chỉ",
        short="Quyết định",
        by=deciding_leads,
        when=[
            the_matter_has_been_submitted,
            the_case_is_one_of_the_laws,
            may_suspend(POWER),
            the_subject_was_heard,
            the_committees_are_settled,
            the_term_is_lawful(SUSPENSION),
            it_begins_no_earlier_than_the_decision,
        ],
        inputs=ask.DECIDE,
        lays=RowKind.SUSPENSION,
        issues=[kinds.SUSPENSION_DECISION],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=deciding_hands,
    )
    def decide(self):
        """Cơ quan có thẩm quyền quyết định đình chỉ, ghi rõ lý do, ngày bắt đầu và thời hạn."""

    @stage.step(
        S.DECIDED,
        S.SUSPENDED,
        label="Công bố, trao quyết định đình chỉ",
        short="Công bố",
        by=deciding_leads | hands,
        when=[numbered("decide", "Quyết định đình chỉ"), the_complaint_is_known],
        inputs=ask.HANDING_OVER,
        lays=RowKind.HANDED_OVER,
        writes=[kinds.SUSPENSION_MINUTES],
        at=Relation.DECIDING,
        serves="decide",
        in_register=InRegister.SUSPENDED,
    )
    def hand_over(self):
        """Quyết định được công bố, trao cho đối tượng; danh bạ ghi việc đình chỉ từ ngày ghi trong quyết định."""

    # III. Trong thời gian đình chỉ

    @stage.step(
        S.SUSPENDED,
        label="Thông báo việc đình chỉ",
        by=deciding_leads,
        inputs=ask.NOTIFY,
        lays=RowKind.NOTIFIED,
        issues=[kinds.SUSPENSION_NOTICE],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=deciding_hands,
    )
    def notify(self):
        """Thông báo tổ chức đảng nơi sinh hoạt, các cấp ủy mà đối tượng tham gia và nơi công tác."""

    @stage.step(
        S.SUSPENDED,
        label="Gia hạn đình chỉ",
        by=deciding_leads,
        when=[the_term_still_runs, the_extension_is_lawful(SUSPENSION)],
        inputs=ask.EXTEND,
        lays=RowKind.EXTENSION,
        issues=[kinds.SUSPENSION_EXTENSION],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=deciding_hands,
    )
    def extend(self):
        """Chưa hết căn cứ thì gia hạn trong mức quy định, bằng quyết định của cơ quan đã đình chỉ."""

    @stage.step(
        S.SUSPENDED,
        label="Nhận khiếu nại về đình chỉ",
        by=deciding_leads | hands,
        inputs=ask.COMPLAINT,
        lays=RowKind.COMPLAINT,
    )
    def receive_complaint(self):
        """Khiếu nại được nhận và chuyển cấp có thẩm quyền; quyết định vẫn phải chấp hành."""

    @stage.step(
        S.SUSPENDED,
        label="Ghi kết quả kỷ luật trong thời gian đình chỉ",
        by=hands,
        inputs=ask.DISCIPLINED,
        lays=RowKind.OUTCOME,
    )
    def record_discipline(self):
        """Việc xem xét kỷ luật tiến hành mà không phải bỏ đình chỉ trước; kết quả được ghi vào đây."""

    # IV. Trở lại

    @stage.step(
        S.SUSPENDED,
        S.LIFTED,
        label="Cho trở lại sinh hoạt",
        by=deciding_leads,
        when=[the_return_comes_after_it_began],
        inputs=ask.LIFT,
        lays=RowKind.RESUMPTION,
        issues=[kinds.SUSPENSION_END],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=deciding_hands,
    )
    def lift(self):
        """Hết căn cứ, đã kết luận hoặc hết thời hạn thì cơ quan đã đình chỉ quyết định cho trở lại."""

    @stage.step(
        S.LIFTED,
        S.RETURNED,
        label="Công bố quyết định cho trở lại",
        short="Trở lại",
        by=deciding_leads | hands,
        when=[numbered("lift", "Quyết định cho trở lại")],
        inputs=ask.RETURNING,
        lays=RowKind.MINUTES,
        writes=[kinds.SUSPENSION_MINUTES],
        at=Relation.DECIDING,
        serves="lift",
        in_register=InRegister.RESTORED,
    )
    def announce_return(self):
        """Quyết định cho trở lại được công bố nơi đã công bố đình chỉ; danh bạ ghi ngày trở lại."""

    @stage.step(
        S.SUSPENDED,
        S.ENDED,
        label="Kết thúc đình chỉ do đã kỷ luật",
        by=hands,
        when=[discipline_left_nobody_to_return],
        inputs=ask.NOTE,
        lays=RowKind.OPINION,
        in_register=InRegister.RESTORED,
        aside=True,
    )
    def end_by_discipline(self):
        """Đã khai trừ, giải tán thì việc đình chỉ chấm dứt cùng quyết định kỷ luật."""

    @stage.step(
        [S.RETURNED, S.ENDED],
        S.CLOSED,
        label="Nộp lưu hồ sơ đình chỉ",
        by=hands,
        when=[every_paper_is_issued],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
        writes=[kinds.SUSPENSION_FILE_INDEX],
    )
    def close(self):
        """Hồ sơ đình chỉ được nộp lưu cùng hồ sơ kiểm tra, kỷ luật."""
