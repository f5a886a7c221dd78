"""P0 – Tiếp nhận, xử lý thông tin, đơn thư: it precedes everything, and settles nothing itself."""

from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import holds, not_on_team, not_the_subject
from permissions.roles import Role
from workflows.conditions.file import every_paper_is_issued
from workflows.conditions.intake import (
    a_denouncer_stays_sealed,
    a_member_waits_for_an_answer,
    a_mixed_letter_is_split,
    decided,
    information_is_concrete,
    no_denouncer_was_named,
    nothing_forbids_to_consider,
    one_clear_person_denounces,
    the_days_of_arrival_are_in_order,
    the_ground_is_in_the_list,
    the_longer_time_is_ahead,
    the_route_fits_the_letter,
    the_sender_stands_in_one_place,
    the_sender_was_told,
    the_standing_fits_the_book,
    there_is_a_sender_to_tell,
    what_waits_was_taken_up,
)
from workflows.intake_clocks import answer_due
from workflows.letters import Route
from workflows.matter import Matter
from workflows.offices import area_officer, leaders
from workflows.questions import intake as ask
from workflows.rows import RowKind
from workflows.stages import Phase, Stages

letter_hands = (
    holds(Role.CLERK) | holds(Role.AREA_OFFICER) | holds(Role.COMMITTEE_MEMBER)
) & not_the_subject
member_assigned = holds(Role.COMMITTEE_MEMBER) & not_the_subject


class IntakeStage(TextChoices):
    """Giai đoạn xử lý một đơn thư, một nguồn thông tin."""

    ARRIVED = "moi_den", "Mới đến"
    REGISTERED = "da_vao_so", "Đã vào sổ, chờ phân loại"
    CLASSIFIED = "da_phan_loai", "Đã phân loại, đề xuất"
    ROUTED = "da_co_huong", "Đã có hướng xử lý"
    PART = "phan_to_cao", "Phần tố cáo đã tách, chờ hướng dẫn người gửi"
    DENUNCIATION = "cho_to_cao", "Chờ quy trình giải quyết tố cáo"
    COMPLAINT = "cho_khieu_nai", "Chờ quy trình giải quyết khiếu nại"
    FORWARDED = "da_chuyen", "Đã chuyển cơ quan có thẩm quyền"
    INFORMATION = "lam_thong_tin", "Dùng làm thông tin"
    ANSWERED = "da_tra_loi", "Đã trả lời đảng viên"
    REFUSED = "khong_thu_ly", "Không thụ lý"
    GUIDED = "da_huong_dan", "Đã hướng dẫn người gửi tố cáo riêng"
    CLOSED = "da_luu", "Đã lưu hồ sơ"


class Intake(Matter):
    """Tiếp nhận, vào sổ, phân loại và chuyển xử lý đơn thư, thông tin về tổ chức đảng, đảng viên."""

    code = "P0.TN"
    label = "Tiếp nhận, xử lý thông tin, đơn thư"
    prefix = "DT"
    opens = "register"
    also_opens = ("take_part",)
    follows = frozenset({"P0.TN"})
    is_intake = True
    leads_on_at = frozenset({"lam_thong_tin"})
    reopens_at = "da_co_huong"  # what the letter was is decided again
    bodies = frozenset({"ubkt", "cap_uy", "btv"})
    answers_law = leaders & not_on_team
    clocks = (answer_due,)

    S = IntakeStage
    stage = Stages(
        IntakeStage,
        basis="basis.intake",
        start=S.ARRIVED,
        ends=[S.CLOSED],
        phases={
            Phase.PREPARE: [S.ARRIVED, S.REGISTERED, S.CLASSIFIED],
            Phase.CONDUCT: [S.ROUTED, S.PART],
            Phase.FINISH: [
                S.DENUNCIATION, S.COMPLAINT, S.FORWARDED, S.INFORMATION, S.ANSWERED, S.REFUSED,
                S.GUIDED, S.CLOSED,
            ],
        },
    )  # fmt: skip

    # I. Tiếp nhận, vào sổ

    @stage.step(
        S.ARRIVED,
        S.REGISTERED,
        label="Tiếp nhận, vào sổ",
        short="Vào sổ",
        by=letter_hands,
        when=[
            the_days_of_arrival_are_in_order,
            a_denouncer_stays_sealed,
            the_sender_stands_in_one_place,
        ],
        inputs=ask.REGISTRATION,
        lays=RowKind.RECEIPT,
        enters_book=True,
    )
    def register(self):
        """Đơn, thông tin đến được ghi vào sổ của cơ quan: số đến, ngày đến, dấu bưu điện, người gửi."""

    @stage.step(
        S.ARRIVED,
        S.PART,
        label="Lập hồ sơ phần tố cáo đã tách",
        by=area_officer,
        inputs=ask.PART,
        lays=RowKind.PART,
        aside=True,
    )
    def take_part(self):
        """Phần tố cáo tách khỏi đơn khiếu nại có hồ sơ, tình trạng riêng và giữ số đến của đơn."""

    # II. Phân loại, cho ý kiến

    @stage.step(
        S.REGISTERED,
        S.CLASSIFIED,
        label="Phân loại, đề xuất xử lý",
        short="Phân loại",
        by=area_officer,
        when=[
            no_denouncer_was_named,
            the_standing_fits_the_book,
            the_route_fits_the_letter,
            information_is_concrete,
        ],
        inputs=ask.CLASSIFICATION,
        lays=RowKind.CLASSIFICATION,
        writes=[kinds.LETTER_PROPOSAL],
    )
    def classify(self):
        """Cán bộ nắm tình hình, phân loại đơn trước hết, rồi lập phiếu đề xuất xử lý, nêu lý do."""

    @stage.step(
        S.CLASSIFIED,
        S.ROUTED,
        label="Cho ý kiến xử lý",
        short="Ý kiến xử lý",
        by=member_assigned,
        when=[the_route_fits_the_letter, information_is_concrete],
        inputs=ask.DIRECTION,
        lays=RowKind.ROUTE,
        second_hand="classify",
    )
    def decide_route(self):
        """Ủy viên được phân công, không phải người đề xuất, quyết định hướng xử lý đơn."""

    @stage.step(
        [S.CLASSIFIED, S.ROUTED],
        S.REGISTERED,
        label="Trả lại để phân loại lại",
        by=member_assigned,
        inputs=ask.RETURN,
        lays=RowKind.OPINION,
        aside=True,
    )
    def return_proposal(self):
        """Phân loại chưa đúng, hoặc có tình tiết mới, thì trả lại cán bộ phân loại lại."""

    # III. Xử lý theo hướng đã quyết định

    @stage.step(
        S.ROUTED,
        S.DENUNCIATION,
        label="Thụ lý để giải quyết tố cáo",
        short="Thụ lý tố cáo",
        by=leaders,
        when=[
            decided(Route.DENUNCIATION),
            one_clear_person_denounces,
            nothing_forbids_to_consider,
        ],
        inputs=ask.ACCEPTANCE,
        lays=RowKind.OPINION,
    )
    def accept_denunciation(self):
        """Thường trực ủy ban thụ lý đơn tố cáo thuộc thẩm quyền; đơn chờ quy trình giải quyết tố cáo."""

    @stage.step(
        S.ROUTED,
        S.COMPLAINT,
        label="Thụ lý để giải quyết khiếu nại",
        short="Thụ lý khiếu nại",
        by=leaders,
        when=[decided(Route.COMPLAINT)],
        inputs=ask.ACCEPTANCE,
        lays=RowKind.OPINION,
    )
    def accept_complaint(self):
        """Đơn khiếu nại được thụ lý, còn nghi ngờ cũng nhận; đơn chờ quy trình giải quyết khiếu nại."""

    @stage.step(
        S.ROUTED,
        S.FORWARDED,
        label="Chuyển đơn",
        by=leaders,
        when=[decided(Route.FORWARD)],
        inputs=ask.FORWARDING,
        issues=[kinds.FORWARDING_SLIP],
        drafted=True,
    )
    def forward(self):
        """Đơn không thuộc thẩm quyền thì chuyển cấp dưới, cấp trên hoặc cơ quan có thẩm quyền."""

    @stage.step(
        S.ROUTED,
        S.REGISTERED,
        label="Tách đơn",
        by=area_officer,
        when=[decided(Route.SPLIT), a_mixed_letter_is_split],
        inputs=ask.SPLITTING,
        lays=RowKind.PART,
    )
    def split(self):
        """Đơn vừa khiếu nại vừa tố cáo thì tách: phần khiếu nại xử lý tiếp, phần tố cáo lập hồ sơ riêng."""

    @stage.step(
        S.ROUTED,
        S.INFORMATION,
        label="Dùng làm thông tin",
        by=area_officer,
        when=[decided(Route.INFORMATION)],
        inputs=ask.INFORMATION,
        lays=RowKind.RESULT,
        writes=[kinds.INFORMATION_REPORT],
    )
    def keep_as_information(self):
        """Đơn giấu tên, mạo tên mà cụ thể, thông tin khác thì dùng cho giám sát, kiểm tra; không nêu người gửi."""

    @stage.step(
        S.ROUTED,
        S.ANSWERED,
        label="Trả lời đảng viên",
        by=leaders,
        when=[decided(Route.ANSWER), there_is_a_sender_to_tell],
        inputs=ask.ANSWER,
        lays=RowKind.SENDER_TOLD,
        issues=[kinds.MEMBER_ANSWER],
        drafted=True,
    )
    def answer_member(self):
        """Đảng viên phê bình, chất vấn, kiến nghị được trả lời bằng văn bản trong thời hạn của cấp."""

    @stage.step(
        [S.REGISTERED, S.CLASSIFIED, S.ROUTED],
        label="Hẹn thêm thời gian trả lời đảng viên",
        by=leaders,
        when=[a_member_waits_for_an_answer, the_longer_time_is_ahead],
        inputs=ask.LONGER,
        lays=RowKind.EXTENSION,
    )
    def answer_later(self):
        """Việc phức tạp cần thêm thời gian thì báo người hỏi, nêu lý do."""

    @stage.step(
        S.ROUTED,
        S.REFUSED,
        label="Không thụ lý, lưu đơn",
        short="Không thụ lý",
        by=member_assigned,
        when=[decided(Route.REFUSE), the_ground_is_in_the_list],
        inputs=ask.REFUSAL,
        lays=RowKind.OPINION,
    )
    def refuse(self):
        """Đơn thuộc trường hợp không xem xét thì không thụ lý, lưu đơn và nêu rõ lý do."""

    @stage.step(
        S.PART,
        S.GUIDED,
        label="Hướng dẫn người gửi tố cáo riêng",
        short="Hướng dẫn tố cáo riêng",
        by=leaders,
        inputs=ask.GUIDANCE,
        issues=[kinds.SPLIT_GUIDANCE],
        drafted=True,
        aside=True,
    )
    def guide_sender(self):
        """Người gửi được hướng dẫn viết đơn tố cáo riêng, gửi cơ quan có thẩm quyền giải quyết tố cáo."""

    # IV. Thông báo, kết thúc

    @stage.step(
        [S.DENUNCIATION, S.COMPLAINT, S.FORWARDED],
        label="Thông báo cho người gửi đơn",
        by=leaders,
        when=[there_is_a_sender_to_tell],
        inputs=ask.NOTICE,
        lays=RowKind.SENDER_TOLD,
        issues=[kinds.SENDER_NOTICE],
        drafted=True,
    )
    def notify_sender(self):
        """Người gửi đơn được thông báo đơn đã thụ lý hay đã chuyển đến đâu."""

    @stage.step(
        S.REFUSED,
        label="Công văn về việc không thụ lý đơn",
        by=leaders,
        when=[there_is_a_sender_to_tell],
        inputs=ask.NOTICE,
        lays=RowKind.SENDER_TOLD,
        issues=[kinds.REFUSAL_LETTER],
        drafted=True,
    )
    def notify_refusal(self):
        """Người gửi đơn được trả lời bằng công văn vì sao đơn không được thụ lý."""

    @stage.step(
        [S.DENUNCIATION, S.COMPLAINT, S.FORWARDED, S.ANSWERED, S.REFUSED, S.GUIDED],
        label="Ghi việc gửi văn bản",
        by=letter_hands,
        inputs=ask.SENDING,
        lays=RowKind.SERVICE,
    )
    def send_paper(self):
        """Văn thư gửi văn bản đã ban hành; địa chỉ người tố cáo chỉ lấy từ phong bì danh tính."""

    @stage.step(
        [S.DENUNCIATION, S.COMPLAINT],
        label="Ghi văn bản thụ lý",
        by=area_officer,
        inputs=ask.TAKING_UP,
        lays=RowKind.TAKEN_UP,
    )
    def record_taking_up(self):
        """Khi quy trình giải quyết đã thụ lý đơn thì ghi số, ngày văn bản thụ lý vào hồ sơ này."""

    @stage.step(
        [
            S.DENUNCIATION,
            S.COMPLAINT,
            S.FORWARDED,
            S.INFORMATION,
            S.ANSWERED,
            S.REFUSED,
            S.GUIDED,
        ],
        S.CLOSED,
        label="Lưu hồ sơ tiếp nhận",
        short="Lưu hồ sơ",
        by=letter_hands,
        when=[the_sender_was_told, what_waits_was_taken_up, every_paper_is_issued],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
    )
    def close(self):
        """Đơn đã xử lý xong, người gửi đã được thông báo thì lưu hồ sơ."""
