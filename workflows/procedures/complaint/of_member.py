"""P7.DV – Giải quyết khiếu nại kỷ luật của đảng viên: settled level by level, told to the discipline's file."""

from typing import ClassVar

from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import Predicate, not_on_team, on_team
from permissions.roles import Role
from workflows.clocks import Deadline
from workflows.complaint_clocks import time_to_settle
from workflows.complaints import Proposal
from workflows.conditions.complaint import (
    it_comes_to_the_first_level,
    it_is_in_time,
    it_is_known_whether_it_is_final,
    it_is_signed_after_the_vote,
    it_is_withdrawn_freely,
    it_was_complained_of,
    it_was_proposed_to_refuse,
    may_decide_the_heavier_form,
    no_further_complaint_can_come,
    no_level_is_skipped,
    nobody_who_decided_is_on_the_team,
    of_the_examination,
    of_the_vote,
    proposed,
    somebody_stands_above,
    something_has_passed,
    something_is_complained_of,
    the_body_stands_above,
    the_extension_is_within_the_law,
    the_form_is_beyond_this_body,
    the_ground_is_borne_out,
    the_ground_is_the_laws,
    the_letter_came_in_order,
    the_receiver_is_competent,
    there_is_a_decision_in_hand,
    whoever_was_disciplined_complains,
)
from workflows.conditions.file import (
    every_paper_is_issued,
    no_subject_is_on_the_team,
    the_team_has_one_lead,
)
from workflows.conditions.service import (
    the_complaint_came_after_the_decision,
    the_complaint_is_in_time,
    the_decision_has_its_number,
    the_window_is_known,
)
from workflows.discipline_clocks import complaint_window
from workflows.forms import Part
from workflows.matter import Matter, Right
from workflows.offices import area_officer, leaders, member_in_charge, team_lead, team_record
from workflows.questions import complaint as ask
from workflows.reviews import Tells
from workflows.rows import RowKind
from workflows.stages import Phase, Stages

COMPLAIN, NO_PRESSURE = "right.complain", "right.no_pressure_to_withdraw"
keeper = on_team(Role.TEAM_SECRETARY, Role.TEAM_LEAD) | area_officer


class ComplaintStage(TextChoices):
    """Giai đoạn giải quyết khiếu nại về một quyết định kỷ luật."""

    ARRIVED = "moi_den", "Đơn mới đến"
    LODGED = "da_nhan", "Đã nhận đơn khiếu nại"
    CHECKED = "da_kiem_tra_dk", "Đã kiểm tra điều kiện, đề xuất"
    OPENED = "da_thu_ly", "Đã thụ lý, lập đoàn"
    PRESENTED = "da_trien_khai", "Đã triển khai"
    EXCHANGED = "da_trao_doi", "Đã thẩm tra, trao đổi với nơi kỷ luật"
    CONFERRED = "da_hoi_nghi", "Đã hội nghị thông qua dự thảo"
    REPORTED = "da_bao_cao", "Đã báo cáo kết quả"
    VOTED = "da_bieu_quyet", "Đã bỏ phiếu"
    DECIDED = "da_quyet_dinh", "Đã quyết định giải quyết"
    ANNOUNCED = "da_cong_bo", "Đã công bố, còn thời hạn khiếu nại tiếp"
    SETTLED = "da_giai_quyet", "Đã giải quyết xong"
    FURTHER = "khieu_nai_tiep", "Đã khiếu nại tiếp lên cấp trên"
    REFERRED = "da_trinh_len", "Đã trình cấp có thẩm quyền"
    PASSED_ON = "da_chuyen", "Đã chuyển cấp có thẩm quyền"
    REFUSED = "khong_giai_quyet", "Không giải quyết"
    WITHDRAWN = "da_rut_don", "Người khiếu nại đã rút đơn"
    FILED = "da_luu", "Đã lưu hồ sơ"


class Complaint(Matter):
    """Ủy ban kiểm tra giải quyết khiếu nại của đảng viên về quyết định kỷ luật."""

    code = "P7.DV"
    label = "Giải quyết khiếu nại kỷ luật của đảng viên"
    prefix = "KN"
    opens = "receive"
    follows = frozenset({"P0.TN"})
    follows_parts = frozenset({"P5", "P7", "P9"})
    follows_at = frozenset({"cho_khieu_nai"})
    leads_on_at = frozenset({"khieu_nai_tiep", "da_trinh_len", "da_chuyen", "da_luu"})
    inspects = True
    reviews = True
    one_subject = True
    may_be_reopened = False
    subjects = frozenset({"person"})
    bodies = frozenset({"ubkt"})
    answers_law: ClassVar[Predicate] = leaders & not_on_team
    clocks: ClassVar[tuple[Deadline, ...]] = (time_to_settle, complaint_window)
    rights: ClassVar[tuple[Right, ...]] = (
        Right("Được thông báo thụ lý hoặc lý do không giải quyết", "open_file"),
        Right(
            "Trình bày về từng nội dung khiếu nại", "meet_complainant", or_by="hand_in_statement"
        ),
        Right("Tự nguyện rút đơn, không bị vận động", "withdraw", "trước khi họp quyết định"),
        Right("Giải quyết bằng phiếu kín", "vote"),
        Right("Được công bố, trao quyết định giải quyết", "hand_over"),
        Right("Khiếu nại tiếp", "receive_further", "mở khi nhận quyết định giải quyết", COMPLAIN),
    )

    S = ComplaintStage
    stage = Stages(
        ComplaintStage,
        basis="basis.complaint",
        start=S.ARRIVED,
        ends=[S.SETTLED, S.FURTHER, S.WITHDRAWN, S.FILED],
        phases={
            Phase.PREPARE: [S.ARRIVED, S.LODGED, S.CHECKED, S.OPENED],
            Phase.CONDUCT: [S.PRESENTED, S.EXCHANGED, S.CONFERRED, S.REPORTED],
            Phase.FINISH: [
                S.VOTED, S.DECIDED, S.ANNOUNCED, S.SETTLED, S.FURTHER, S.REFERRED, S.PASSED_ON, S.REFUSED,
                S.WITHDRAWN, S.FILED,
            ],
        },
    )  # fmt: skip

    UNDER_WAY = (S.OPENED, S.PRESENTED, S.EXCHANGED, S.CONFERRED, S.REPORTED)

    # I. Bước chuẩn bị

    @stage.step(
        S.ARRIVED,
        S.LODGED,
        label="Nhận đơn khiếu nại kỷ luật",
        short="Nhận đơn",
        by=area_officer | leaders,
        when=[the_letter_came_in_order, something_is_complained_of],
        inputs=ask.RECEIVE,
        lays=RowKind.REVIEWED,
        basis=COMPLAIN,
        tells=Tells.TAKEN_UP,
    )
    def receive(self):
        """Đơn khiếu nại được nhận, gắn với hồ sơ kỷ luật; trong khi chờ giải quyết, quyết định vẫn phải chấp hành."""

    @stage.step(
        S.LODGED,
        S.CHECKED,
        label="Kiểm tra điều kiện, đề xuất xử lý đơn",
        short="Kiểm tra điều kiện",
        by=area_officer,
        inputs=ask.CHECK,
        lays=RowKind.ADMISSIBILITY,
        writes=[kinds.COMPLAINT_PROPOSAL],
    )
    def check(self):
        """Cán bộ theo dõi địa bàn đối chiếu thời hạn, thẩm quyền, các trường hợp không giải quyết, rồi đề xuất."""

    @stage.step(
        S.CHECKED,
        S.LODGED,
        label="Trả lại để kiểm tra điều kiện lại",
        by=leaders,
        inputs=ask.RETURN,
        lays=RowKind.OPINION,
        aside=True,
        second_hand="check",
    )
    def return_check(self):
        """Đề xuất chưa đúng thì trả lại cán bộ kiểm tra lại."""

    @stage.step(
        S.CHECKED,
        S.REFUSED,
        label="Thông báo không giải quyết khiếu nại",
        by=leaders,
        when=[it_was_proposed_to_refuse, the_ground_is_the_laws, the_ground_is_borne_out],
        inputs=ask.REFUSE,
        lays=RowKind.CLOSING,
        issues=[kinds.COMPLAINT_REFUSAL],
        drafted=True,
        drafted_by=area_officer,
        second_hand="check",
        aside=True,
        tells=Tells.NOT_HANDLED,
    )
    def refuse(self):
        """Đơn thuộc trường hợp không giải quyết thì thông báo cho người khiếu nại, nêu rõ lý do."""

    @stage.step(
        S.CHECKED,
        S.PASSED_ON,
        label="Chuyển đơn đến cấp có thẩm quyền",
        by=leaders,
        when=[proposed(Proposal.FORWARD), the_receiver_is_competent],
        inputs=ask.FORWARD,
        lays=RowKind.REFERRED_UP,
        issues=[kinds.COMPLAINT_SLIP],
        drafted=True,
        drafted_by=area_officer,
        aside=True,
        tells=Tells.PASSED_ON,
    )
    def forward(self):
        """Đơn thuộc thẩm quyền cấp khác thì chuyển đến đó, báo cho người khiếu nại."""

    @stage.step(
        S.CHECKED,
        S.OPENED,
        label="Ban hành quyết định, kế hoạch giải quyết khiếu nại",
        short="Thụ lý, lập đoàn",
        by=leaders,
        when=[
            proposed(Proposal.HANDLE),
            there_is_a_decision_in_hand,
            whoever_was_disciplined_complains,
            it_is_in_time,
            the_body_stands_above,
            it_comes_to_the_first_level,
            no_level_is_skipped,
            the_team_has_one_lead,
            no_subject_is_on_the_team,
            nobody_who_decided_is_on_the_team,
        ],
        inputs=ask.OPEN,
        lays=RowKind.PLAN,
        issues=[kinds.COMPLAINT_DECISION, kinds.COMPLAINT_PLAN, kinds.COMPLAINT_ACCEPTANCE],
        drafted=True,
        drafted_by=area_officer,
    )
    def open_file(self):
        """Thường trực ủy ban ra quyết định, kế hoạch, lập đoàn; người khiếu nại được thông báo đơn đã thụ lý."""

    @stage.step(
        [S.LODGED, S.CHECKED, *UNDER_WAY],
        S.WITHDRAWN,
        label="Ghi việc rút đơn khiếu nại",
        by=keeper | leaders,
        when=[it_is_withdrawn_freely],
        inputs=ask.WITHDRAW,
        lays=RowKind.CLOSING,
        aside=True,
        tells=Tells.WITHDRAWN,
    )
    def withdraw(self):
        """Người khiếu nại tự nguyện rút đơn bằng văn bản thì kết thúc; quyết định kỷ luật vẫn có hiệu lực."""

    # II. Bước tiến hành

    @stage.step(
        S.OPENED,
        S.PRESENTED,
        label="Triển khai quyết định, kế hoạch",
        short="Triển khai",
        by=member_in_charge,
        inputs=ask.PRESENT,
        lays=RowKind.MINUTES,
        writes=[kinds.COMPLAINT_OPENING_MINUTES],
    )
    def present(self):
        """Ủy viên chỉ đạo, đoàn làm việc với thường trực cấp ủy, ủy ban kiểm tra nơi kỷ luật và người khiếu nại."""

    @stage.step(
        S.PRESENTED,
        label="Làm việc với người khiếu nại",
        by=on_team(),
        inputs=ask.WORK,
        lays=RowKind.MINUTES,
        writes=[kinds.COMPLAINT_WORKING_MINUTES],
    )
    def meet_complainant(self):
        """Người khiếu nại trình bày từng điểm khiếu nại, nộp tài liệu; lời trình bày được báo cáo tại cuộc họp."""

    @stage.step(
        S.PRESENTED,
        label="Làm việc với nơi đã kỷ luật",
        by=on_team(),
        inputs=ask.WORK,
        lays=RowKind.MINUTES,
        writes=[kinds.COMPLAINT_WORKING_MINUTES],
    )
    def meet_discipliner(self):
        """Tổ chức đảng đã quyết định kỷ luật nêu căn cứ, hồ sơ, cách làm của mình về từng điểm."""

    @stage.step(
        S.PRESENTED,
        label="Làm việc với nơi sinh hoạt",
        by=on_team(),
        inputs=ask.WORK,
        lays=RowKind.MINUTES,
        writes=[kinds.COMPLAINT_WORKING_MINUTES],
    )
    def meet_home(self):
        """Chi bộ, tổ chức đảng của người khiếu nại nhận xét việc chấp hành từ khi bị kỷ luật."""

    @stage.step(
        S.PRESENTED,
        label="Làm việc với ban thường vụ, tổ chức, cá nhân khác",
        by=on_team(),
        inputs=ask.WORK,
        lays=RowKind.MINUTES,
        writes=[kinds.COMPLAINT_WORKING_MINUTES],
    )
    def meet_others(self):
        """Cần thiết thì đoàn làm việc với ban thường vụ cấp ủy, tổ chức, cá nhân có liên quan."""

    @stage.step(
        S.PRESENTED,
        label="Ghi biên bản người khiếu nại không đến làm việc",
        by=team_record,
        inputs=ask.NOT_MET,
        lays=RowKind.REFUSAL,
    )
    def record_not_met(self):
        """Đã mời nhiều lần mà người khiếu nại không đến thì lập biên bản, việc giải quyết vẫn tiến hành."""

    @stage.step(
        S.PRESENTED,
        label="Ghi kết quả thẩm tra nội dung khiếu nại",
        by=on_team(),
        when=[it_was_complained_of],
        inputs=ask.EXAMINE,
        lays=RowKind.GROUND,
    )
    def examine_ground(self):
        """Từng nội dung khiếu nại được thẩm tra, xác minh và nhận xét đúng, sai."""

    @stage.step(
        S.PRESENTED,
        S.EXCHANGED,
        label="Trao đổi với nơi đã kỷ luật",
        short="Trao đổi",
        by=team_lead | member_in_charge,
        when=of_the_examination,
        inputs=ask.EXCHANGE,
        lays=RowKind.APPRAISAL,
        writes=[kinds.COMPLAINT_WORKING_MINUTES],
    )
    def exchange(self):
        """Đoàn trao đổi kết quả thẩm tra với tổ chức đảng đã quyết định kỷ luật, ghi điểm còn khác nhau."""

    @stage.step(
        S.EXCHANGED,
        S.CONFERRED,
        label="Hội nghị thông qua dự thảo báo cáo",
        short="Hội nghị",
        by=member_in_charge,
        inputs=ask.CONFER,
        lays=RowKind.CONFERENCE,
        writes=[kinds.COMPLAINT_CONFERENCE_MINUTES],
    )
    def confer(self):
        """Dự thảo báo cáo được thông qua tại hội nghị có các bên liên quan; ý kiến khác được ghi lại."""

    @stage.step(
        S.CONFERRED,
        S.REPORTED,
        label="Báo cáo kết quả giải quyết khiếu nại",
        short="Báo cáo",
        by=team_lead,
        inputs=ask.REPORT,
        lays=RowKind.RESULT,
        writes=[kinds.COMPLAINT_REPORT],
    )
    def report(self):
        """Đoàn hoàn chỉnh báo cáo: từng nội dung khiếu nại, kết quả, nhận xét, đề nghị hình thức."""

    @stage.step(
        S.REPORTED,
        S.PRESENTED,
        label="Yêu cầu thẩm tra thêm",
        by=leaders,
        inputs=ask.RETURN,
        lays=RowKind.OPINION,
        aside=True,
    )
    def return_report(self):
        """Sự việc chưa rõ thì yêu cầu đoàn thẩm tra thêm trước khi họp."""

    @stage.step(
        [*UNDER_WAY, S.VOTED],
        label="Gia hạn giải quyết, thông báo người khiếu nại",
        by=leaders,
        when=[the_extension_is_within_the_law],
        inputs=ask.EXTEND,
        lays=RowKind.EXTENSION,
        issues=[kinds.COMPLAINT_EXTENSION],
        drafted=True,
        drafted_by=keeper,
    )
    def extend(self):
        """Chưa giải quyết xong trong thời hạn thì gia hạn, thông báo lý do cho người khiếu nại."""

    # III. Bước kết thúc

    @stage.step(
        S.REPORTED,
        S.VOTED,
        label="Họp, bỏ phiếu kín giải quyết khiếu nại",
        short="Bỏ phiếu",
        by=keeper | leaders,
        when=of_the_vote(),
        inputs=ask.VOTE,
        lays=RowKind.BALLOT,
        writes=[kinds.COUNT_MINUTES, kinds.COMPLAINT_MINUTES],
        votes=Part.REVIEWS,
    )
    def vote(self):
        """Nghe báo cáo, ý kiến người khiếu nại; thảo luận; bỏ phiếu kín về hình thức: giữ nguyên, thay đổi, xóa bỏ."""

    @stage.step(
        S.VOTED,
        S.REPORTED,
        label="Đưa ra biểu quyết lại",
        by=leaders,
        inputs=ask.RETURN,
        lays=RowKind.OPINION,
        aside=True,
    )
    def vote_again(self):
        """Kết quả chưa đúng hoặc không việc nào đủ phiếu thì đưa ra cuộc họp khác, giữ cả hai biên bản."""

    @stage.step(
        S.VOTED,
        S.REFERRED,
        label="Trình cấp có thẩm quyền quyết định hình thức nặng hơn",
        by=leaders,
        when=[something_has_passed, the_form_is_beyond_this_body],
        inputs=ask.REFER,
        lays=RowKind.REFERRED_UP,
        issues=[kinds.COMPLAINT_SUBMISSION, kinds.COMPLAINT_REFERRAL_NOTICE],
        drafted=True,
        drafted_by=keeper,
        carries_out=RowKind.BALLOT,
        aside=True,
        tells=Tells.REFERRED,
    )
    def refer_up(self):
        """Hình thức nặng hơn vượt thẩm quyền thì trình cấp có thẩm quyền, báo cho người khiếu nại biết."""

    @stage.step(
        S.VOTED,
        S.DECIDED,
        label="Ban hành quyết định giải quyết khiếu nại",
        short="Quyết định",
        by=leaders,
        when=[
            something_has_passed,
            it_is_signed_after_the_vote,
            may_decide_the_heavier_form,
            the_window_is_known,
            it_is_known_whether_it_is_final,
        ],
        inputs=ask.DECIDE,
        issues=[kinds.COMPLAINT_RESOLUTION],
        drafted=True,
        drafted_by=keeper,
        carries_out=RowKind.BALLOT,
    )
    def decide(self):
        """Người ký ban hành đúng kết quả bỏ phiếu: giữ nguyên, thay đổi hoặc xóa bỏ hình thức kỷ luật."""

    @stage.step(
        S.DECIDED,
        S.ANNOUNCED,
        label="Công bố, trao quyết định giải quyết khiếu nại",
        short="Công bố",
        by=member_in_charge | leaders,
        when=[the_decision_has_its_number, the_window_is_known],
        inputs=ask.HANDING_OVER,
        lays=RowKind.HANDED_OVER,
        writes=[kinds.COMPLAINT_ANNOUNCEMENT],
        serves="decide",
        tells=Tells.SETTLED,
    )
    def hand_over(self):
        """Quyết định được công bố, trao cho người khiếu nại, có nơi đã kỷ luật; kết quả ghi vào hồ sơ kỷ luật."""

    @stage.step(
        S.ANNOUNCED,
        label="Nộp lưu hồ sơ khiếu nại",
        by=keeper,
        inputs=ask.ARCHIVE,
        lays=RowKind.DEPOSITED,
        writes=[kinds.COMPLAINT_FILE_INDEX],
    )
    def deposit(self):
        """Đoàn rút kinh nghiệm, nộp lưu hồ sơ; việc khiếu nại tiếp vẫn được theo dõi."""

    @stage.step(
        S.ANNOUNCED,
        S.FURTHER,
        label="Nhận khiếu nại tiếp",
        by=keeper | leaders,
        when=[
            somebody_stands_above,
            the_complaint_came_after_the_decision,
            the_complaint_is_in_time,
        ],
        inputs=ask.COMPLAINT,
        lays=RowKind.COMPLAINT,
        basis=COMPLAIN,
        aside=True,
    )
    def receive_further(self):
        """Không đồng ý với quyết định giải quyết thì khiếu nại tiếp lên cấp trên trong thời hạn; cấp đó lập hồ sơ."""

    @stage.step(
        S.ANNOUNCED,
        S.SETTLED,
        label="Kết thúc giải quyết khiếu nại",
        short="Kết thúc",
        by=keeper,
        when=[no_further_complaint_can_come],
        inputs=ask.NOTE,
        lays=RowKind.CLOSING,
    )
    def close_window(self):
        """Đã là cấp cuối cùng, hoặc hết thời hạn mà không khiếu nại tiếp thì kết thúc."""

    @stage.step(
        [S.REFUSED, S.PASSED_ON, S.REFERRED],
        S.FILED,
        label="Lưu hồ sơ đơn",
        by=area_officer | leaders,
        when=[every_paper_is_issued],
        inputs=ask.NOTE,
        lays=RowKind.CLOSING,
        aside=True,
    )
    def file_away(self):
        """Văn bản thông báo, chuyển, trình đã lấy số, gửi đi thì lưu hồ sơ."""
