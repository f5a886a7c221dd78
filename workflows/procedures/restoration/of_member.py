"""P9.OAN – Kỷ luật oan: found, annulled, apologised for in public, what was lost given back, answered for."""

from typing import ClassVar

from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import Predicate
from permissions.roles import Relation
from workflows.conditions.file import every_paper_is_issued
from workflows.conditions.giving_back import (
    membership_was_given_back,
    somebody_answered_for_it,
    the_result_was_told,
    the_return_follows_the_decision,
    the_way_fits_what_was_imposed,
    whoever_left_has_applied,
    whoever_returns_was_taken_back,
)
from workflows.conditions.restoration import (
    every_planned_apology_was_made,
    others_speak_for_whoever_cannot,
    our_annulment_is_numbered,
    silence_asks_for_nothing,
    silence_is_waited_for,
    the_annulment_lies_between,
    the_apology_is_one_of_the_laws,
    the_basis_is_one_of_the_laws,
    the_basis_lies_between,
    the_case_is_excluded_by_the_law,
    the_confirmation_is_numbered,
    the_discipline_came_before,
    the_notice_to_the_wronged_is_numbered,
    the_plan_is_numbered,
    the_plan_looks_ahead,
    the_restoration_is_numbered,
    the_speaker_is_named,
    the_wishes_are_on_record,
    the_wronged_were_told,
    there_is_time_to_answer,
    what_was_published_is_numbered,
)
from workflows.matter import Matter, Right
from workflows.offices import area_officer, hands_of, leaders, leaders_of
from workflows.questions import restoration as ask
from workflows.restoration_clocks import apology_due, restoration_due, wronged_to_be_told
from workflows.rows import RowKind
from workflows.stages import InRegister, Phase, Stages
from workflows.wrongful import DOSSIER

hands = area_officer | leaders
deciding_leads = leaders_of(Relation.DECIDING)
deciding_hands = hands_of(Relation.DECIDING)


class WrongfulStage(TextChoices):
    """Giai đoạn giải quyết kỷ luật oan, từ lúc thấy có thể oan đến lúc phục hồi xong."""

    FOUND = "phat_hien", "Thấy có thể kỷ luật oan"
    EXAMINED = "dang_xem_xet", "Đang xem xét"
    CONFIRMED = "da_xac_dinh", "Đã xác định kỷ luật oan"
    ANNULLED = "da_huy", "Đã hủy quyết định kỷ luật"
    PLANNED = "da_co_ke_hoach", "Đã có kế hoạch xin lỗi, phục hồi"
    APOLOGISED = "da_xin_loi", "Đã xin lỗi"
    RESTORED = "da_phuc_hoi", "Đã phục hồi quyền lợi"
    FOUND_RIGHT = "thay_khong_oan", "Đã kết luận không oan"
    LEFT_OUT = "thay_loai_tru", "Đã kết luận không xin lỗi, phục hồi"
    CLOSED = "da_nop_luu", "Đã nộp lưu hồ sơ"
    NOT_WRONGFUL = "khong_oan", "Không oan"
    EXCLUDED = "loai_tru", "Không được xin lỗi, phục hồi"


#: Where those who decided wrongly are made to answer, in files of their own.
ANSWERED_FROM = ("da_phuc_hoi", "thay_loai_tru", "da_nop_luu", "loai_tru")


class WrongfulDiscipline(Matter):
    """Xin lỗi và phục hồi quyền lợi của đảng viên bị kỷ luật oan."""

    code = "P9.OAN"
    label = "Giải quyết kỷ luật oan"
    prefix = "OAN"
    opens = "propose"
    follows_parts = frozenset({"P5", "P7", "P8", "P9"})
    restores = True
    leads_on_at: ClassVar[frozenset[str]] = frozenset(ANSWERED_FROM)
    subjects = frozenset({"person"})
    one_subject = True
    bodies = frozenset({"ubkt", "cap_uy", "btv"})
    answers_law: ClassVar[Predicate] = leaders
    clocks = (wronged_to_be_told, apology_due, restoration_due)
    dossier = DOSSIER
    rights: ClassVar[tuple[Right, ...]] = (
        Right("Nộp tài liệu, ý kiến", "hand_in_statement", or_by="hand_in_statement"),
        Right("Được thông báo bằng văn bản; thân nhân được thông báo thay", "tell"),
        Right("Nêu nguyện vọng về hình thức xin lỗi, nộp đơn", "record_wishes"),
        Right("Được công khai xin lỗi", "complete_apology"),
        Right("Được phục hồi quyền lợi", "restore", rule="principle.wrongful"),
    )

    S = WrongfulStage
    stage = Stages(
        WrongfulStage,
        basis="basis.wrongful",
        start=S.FOUND,
        ends=[S.CLOSED, S.NOT_WRONGFUL, S.EXCLUDED],
        phases={
            Phase.PREPARE: [S.FOUND, S.EXAMINED],
            Phase.CONDUCT: [S.CONFIRMED, S.ANNULLED, S.PLANNED, S.APOLOGISED],
            Phase.FINISH: [
                S.RESTORED,
                S.FOUND_RIGHT,
                S.LEFT_OUT,
                S.CLOSED,
                S.NOT_WRONGFUL,
                S.EXCLUDED,
            ],
        },
    )

    # I. Xác định

    @stage.step(
        S.FOUND,
        S.EXAMINED,
        label="Đề xuất xem xét kỷ luật oan",
        short="Đề xuất",
        by=hands,
        when=[the_discipline_came_before],
        inputs=ask.PROPOSE,
        lays=RowKind.LEVELS,
    )
    def propose(self):
        """Có kết luận, đề nghị hoặc tự thấy kỷ luật có thể oan thì đề xuất, nêu nơi đã quyết định."""

    @stage.step(
        S.EXAMINED,
        S.CONFIRMED,
        label="Ban hành quyết định xác định kỷ luật oan",
        short="Xác định oan",
        by=leaders,
        when=[the_basis_is_one_of_the_laws, the_basis_lies_between],
        inputs=ask.CONFIRM,
        lays=RowKind.WRONGFUL,
        issues=[kinds.WRONGFUL_DECISION],
        drafted=True,
        drafted_by=hands,
    )
    def confirm(self):
        """Cơ quan có thẩm quyền, theo một trong các căn cứ, quyết định xác định là kỷ luật oan."""

    @stage.step(
        S.EXAMINED,
        S.FOUND_RIGHT,
        label="Kết luận không oan",
        by=leaders,
        inputs=ask.NOT_WRONGFUL,
        lays=RowKind.DISMISSED,
        aside=True,
    )
    def find_not_wrongful(self):
        """Không có căn cứ xác định kỷ luật oan thì kết luận, nêu lý do."""

    # II. Hủy quyết định, thông báo

    @stage.step(
        S.CONFIRMED,
        S.ANNULLED,
        label="Ban hành quyết định hủy quyết định kỷ luật",
        short="Hủy quyết định",
        by=deciding_leads,
        when=[the_confirmation_is_numbered],
        inputs=ask.ANNUL,
        lays=RowKind.ANNULLED,
        issues=[kinds.WRONGFUL_ANNULMENT],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=deciding_hands,
    )
    def annul(self):
        """Tổ chức đảng đã quyết định kỷ luật oan bãi bỏ, thu hồi quyết định ấy."""

    @stage.step(
        S.CONFIRMED,
        S.ANNULLED,
        label="Ghi quyết định đã hủy",
        by=hands | deciding_hands,
        when=[the_confirmation_is_numbered, the_annulment_lies_between],
        inputs=ask.NOTE_ANNULLED,
        lays=RowKind.ANNULLED,
        aside=True,
    )
    def note_annulled(self):
        """Quyết định giải quyết khiếu nại hoặc của cấp trên đã hủy kỷ luật thì ghi lại."""

    @stage.step(
        [S.ANNULLED, S.PLANNED],
        S.LEFT_OUT,
        label="Không xin lỗi, phục hồi",
        by=leaders,
        when=[the_case_is_excluded_by_the_law],
        inputs=ask.EXCLUDE,
        lays=RowKind.DISMISSED,
        aside=True,
    )
    def exclude(self):
        """Thuộc trường hợp quy định loại trừ thì không xin lỗi, phục hồi; việc hủy kỷ luật vẫn giữ."""

    @stage.step(
        S.ANNULLED,
        label="Thông báo cho người bị kỷ luật oan",
        by=deciding_leads,
        when=[our_annulment_is_numbered, there_is_time_to_answer],
        inputs=ask.TELL,
        lays=RowKind.WRONGED_TOLD,
        issues=[kinds.WRONGFUL_NOTICE],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=deciding_hands,
    )
    def tell(self):
        """Nơi đã quyết định thông báo bằng văn bản cho người bị kỷ luật oan, hoặc thân nhân."""

    @stage.step(
        [S.ANNULLED, S.PLANNED, S.APOLOGISED],
        label="Ghi nguyện vọng, đơn",
        by=hands | deciding_hands,
        when=[
            the_wronged_were_told,
            the_notice_to_the_wronged_is_numbered,
            others_speak_for_whoever_cannot,
            the_speaker_is_named,
            silence_is_waited_for,
            silence_asks_for_nothing,
        ],
        inputs=ask.WISHES,
        lays=RowKind.WISHES,
    )
    def record_wishes(self):
        """Người bị kỷ luật oan, thân nhân nêu nguyện vọng về xin lỗi, nộp đơn xin phục hồi."""

    # III. Xin lỗi

    @stage.step(
        S.ANNULLED,
        S.PLANNED,
        label="Ban hành kế hoạch xin lỗi, phục hồi",
        short="Kế hoạch",
        by=deciding_leads,
        when=[
            the_wronged_were_told,
            the_notice_to_the_wronged_is_numbered,
            the_wishes_are_on_record,
            the_apology_is_one_of_the_laws,
            the_plan_looks_ahead,
        ],
        inputs=ask.PLAN,
        lays=RowKind.APOLOGY_PLAN,
        issues=[kinds.WRONGFUL_PLAN],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=deciding_hands,
    )
    def plan(self):
        """Tổ chức đảng đã quyết định kỷ luật oan lập kế hoạch xin lỗi, phục hồi, xét nguyện vọng đã nêu."""

    @stage.step(
        S.PLANNED,
        label="Tổ chức hội nghị công khai xin lỗi",
        short="Hội nghị xin lỗi",
        by=deciding_hands,
        when=[the_plan_is_numbered],
        inputs=ask.APOLOGISE,
        lays=RowKind.APOLOGY,
        writes=[kinds.WRONGFUL_APOLOGY_MINUTES],
        at=Relation.DECIDING,
    )
    def apologise(self):
        """Hội nghị công khai xin lỗi có cấp trên trực tiếp dự, có biên bản ghi nguyên văn lời xin lỗi."""

    @stage.step(
        S.PLANNED,
        label="Đăng tải lời xin lỗi",
        by=deciding_leads,
        when=[the_plan_is_numbered],
        inputs=ask.PUBLISH,
        lays=RowKind.PUBLISHED,
        issues=[kinds.WRONGFUL_PUBLICATION],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=deciding_hands,
    )
    def publish(self):
        """Lời xin lỗi, cải chính được đăng trên báo chí, trang thông tin nơi cư trú, nơi làm việc."""

    @stage.step(
        S.PLANNED,
        S.APOLOGISED,
        label="Ghi nhận đã xin lỗi",
        by=deciding_hands,
        when=[every_planned_apology_was_made, what_was_published_is_numbered],
        inputs=ask.NOTE,
        lays=RowKind.OPINION,
    )
    def complete_apology(self):
        """Đã xin lỗi bằng mọi hình thức ghi trong kế hoạch."""

    # IV. Phục hồi

    @stage.step(
        S.APOLOGISED,
        S.RESTORED,
        label="Ban hành quyết định phục hồi quyền lợi",
        short="Phục hồi",
        by=deciding_leads,
        when=[whoever_left_has_applied, the_way_fits_what_was_imposed],
        inputs=ask.RESTORE,
        lays=RowKind.REINSTATED,
        issues=[kinds.WRONGFUL_RESTORATION],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=deciding_hands,
    )
    def restore(self):
        """Quyền lợi được phục hồi theo hình thức đã áp dụng oan; khai trừ, ra khỏi Đảng thì khi có đơn."""

    @stage.step(
        S.RESTORED,
        label="Tiếp nhận sinh hoạt đảng trở lại",
        short="Tiếp nhận lại",
        by=deciding_hands | hands,
        when=[
            membership_was_given_back,
            the_restoration_is_numbered,
            the_return_follows_the_decision,
        ],
        inputs=ask.TAKE_BACK,
        lays=RowKind.TAKEN_BACK,
        in_register=InRegister.READMITTED,
    )
    def take_back(self):
        """Người được phục hồi đảng tịch sinh hoạt trở lại ở chi bộ; tuổi đảng tính liên tục."""

    @stage.step(
        [S.RESTORED, S.LEFT_OUT],
        label="Xem xét trách nhiệm về kỷ luật oan",
        short="Xem xét trách nhiệm",
        by=leaders,
        inputs=ask.ANSWER_FOR,
        lays=RowKind.ANSWERED_FOR,
    )
    def answer_for(self):
        """Trách nhiệm của tổ chức đảng, đảng viên đã tham mưu, quyết định kỷ luật oan được xem xét."""

    @stage.step(
        [S.RESTORED, S.FOUND_RIGHT, S.LEFT_OUT],
        label="Thông báo kết quả",
        by=leaders,
        inputs=ask.NOTIFY,
        lays=RowKind.NOTIFIED,
        issues=[kinds.WRONGFUL_RESULT],
        drafted=True,
        drafted_by=hands,
    )
    def notify(self):
        """Kết quả được thông báo cho người bị kỷ luật, thân nhân, nơi sinh hoạt, công tác, cư trú."""

    @stage.step(
        S.RESTORED,
        S.CLOSED,
        label="Nộp lưu hồ sơ kỷ luật oan",
        short="Nộp lưu",
        by=hands,
        when=[
            every_paper_is_issued,
            whoever_returns_was_taken_back,
            the_result_was_told,
            somebody_answered_for_it,
        ],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
        writes=[kinds.WRONGFUL_FILE_INDEX],
    )
    def close(self):
        """Hồ sơ được nộp lưu cùng hồ sơ kỷ luật đã hủy."""

    @stage.step(
        S.FOUND_RIGHT,
        S.NOT_WRONGFUL,
        label="Nộp lưu hồ sơ không oan",
        short="Nộp lưu",
        by=hands,
        when=[every_paper_is_issued, the_result_was_told],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
        writes=[kinds.WRONGFUL_FILE_INDEX],
        aside=True,
    )
    def close_not_wrongful(self):
        """Đã thông báo không oan, nêu lý do, thì nộp lưu; quyết định kỷ luật vẫn có hiệu lực."""

    @stage.step(
        S.LEFT_OUT,
        S.EXCLUDED,
        label="Nộp lưu hồ sơ không xin lỗi, phục hồi",
        short="Nộp lưu",
        by=hands,
        when=[every_paper_is_issued, the_result_was_told, somebody_answered_for_it],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
        writes=[kinds.WRONGFUL_FILE_INDEX],
        aside=True,
    )
    def close_excluded(self):
        """Không xin lỗi, phục hồi thì vẫn thông báo, vẫn xem xét trách nhiệm, rồi nộp lưu."""
