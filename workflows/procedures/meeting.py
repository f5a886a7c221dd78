"""HN – Kỳ họp, hội nghị: a meeting with its agenda over several matters, from the call to the end."""

from django.db.models import TextChoices

from documents import kinds
from workflows import considering, followed
from workflows.facts import Facts
from workflows.guards import guard
from workflows.matter import Matter
from workflows.offices import leaders, organisers
from workflows.questions import meeting as ask
from workflows.rows import RowKind
from workflows.stages import Phase, Stages


class MeetingStage(TextChoices):
    """Giai đoạn của một kỳ họp, hội nghị."""

    PLANNED = "chuan_bi", "Chuẩn bị"
    CALLED = "da_trieu_tap", "Đã triệu tập"
    IN_SESSION = "dang_hop", "Đang họp"
    ENDED = "da_be_mac", "Đã kết thúc"
    CANCELLED = "khong_hop", "Không họp"


@guard(remedy="Ghi lại ngày họp, hoặc ngày đã triệu tập.", reads_inputs=True)
def the_meeting_comes_after_its_call(facts: Facts) -> bool:
    """Ngày họp không được trước ngày triệu tập."""
    return str(facts.inputs.get("held_on", "9")) >= facts.acted_on.isoformat()


@guard(remedy="Đưa ít nhất một hồ sơ vào chương trình.")
def something_is_on_the_agenda(facts: Facts) -> bool:
    """Chương trình họp chưa có nội dung nào."""
    return facts.last(RowKind.AGENDA) is not None


@guard(remedy="Ghi ngày khai mạc đúng ngày đã triệu tập; đổi ngày thì triệu tập lại.")
def it_is_the_day_of_the_meeting(facts: Facts) -> bool:
    """Chỉ khai mạc vào đúng ngày họp đã triệu tập."""
    called = facts.last(RowKind.ORIGIN)
    return called is not None and called.facts["held_on"] == facts.acted_on.isoformat()


@guard(remedy="Bỏ người không thuộc thành phần họp; phát phiếu cho đúng người.", reads_inputs=True)
def nobody_else_is_on_the_list(facts: Facts) -> bool:
    """Danh sách điểm danh có người không thuộc thành phần họp."""
    return _named(facts) <= _belonging(facts)


@guard(remedy="Điểm danh đủ mọi người thuộc thành phần họp, kể cả người vắng.", reads_inputs=True)
def everyone_is_on_the_list(facts: Facts) -> bool:
    """Danh sách điểm danh còn thiếu người thuộc thành phần họp."""
    return _belonging(facts) <= _named(facts)


@guard(remedy="Ghi hạn từ ngày họp trở đi.", reads_inputs=True)
def the_task_is_due_later(facts: Facts) -> bool:
    """Hạn của việc được giao trước ngày họp."""
    called = facts.last(RowKind.ORIGIN)
    return called is None or str(facts.inputs.get("due", "9")) >= called.facts["held_on"]


@guard(remedy="Giao việc sau cuộc họp trước; việc đã có kết quả thì không ghi lại.")
def a_task_is_open(facts: Facts) -> bool:
    """Không có việc nào được giao mà chưa có kết quả."""
    return bool(followed.TASK.waiting(facts))


@guard(remedy="Chọn việc còn đang làm.", reads_inputs=True)
def that_task_is_open(facts: Facts) -> bool:
    """Việc này đã có kết quả."""
    waiting = [row.number for row in followed.TASK.waiting(facts)]
    return facts.inputs.get("task") in (None, *waiting)


def _named(facts: Facts) -> set[str]:
    return {str(one["person"]) for one in facts.inputs.get("attendance", ())}


def _belonging(facts: Facts) -> set[str]:
    return {one.id for one in facts.sitting.people} if facts.sitting else set()


class Meeting(Matter):
    """Một cuộc họp xem xét nhiều hồ sơ: triệu tập, điểm danh, bỏ phiếu, việc làm tiếp."""

    code = "HN"
    label = "Kỳ họp, hội nghị"
    prefix = "HN"
    opens = "convene"
    subjects = frozenset()
    is_meeting = True
    bodies = frozenset({"ubkt", "cap_uy", "btv", "ban_bi_thu", "chi_bo"})
    answers_law = leaders

    S = MeetingStage
    stage = Stages(
        MeetingStage,
        basis="basis.case_file",
        start=S.PLANNED,
        ends=[S.ENDED, S.CANCELLED],
        phases={
            Phase.PREPARE: [S.PLANNED, S.CALLED],
            Phase.CONDUCT: [S.IN_SESSION],
            Phase.FINISH: [S.ENDED],
        },
    )

    # I. Chuẩn bị

    @stage.step(
        S.PLANNED,
        S.CALLED,
        label="Triệu tập",
        by=organisers,
        when=[the_meeting_comes_after_its_call],
        inputs=ask.CALL,
        lays=RowKind.ORIGIN,
    )
    def convene(self):
        """Người có thẩm quyền ấn định ngày, giờ, địa điểm, người chủ trì cuộc họp."""

    @stage.step(
        S.CALLED,
        label="Đưa hồ sơ vào chương trình",
        by=organisers,
        inputs=ask.ITEM,
        lays=RowKind.AGENDA,
    )
    def add_item(self):
        """Từng hồ sơ được đưa vào chương trình, nêu việc cuộc họp phải làm."""

    @stage.step(
        S.CALLED,
        label="Rút hồ sơ khỏi chương trình",
        by=organisers,
        inputs=ask.DROP_ITEM,
        lays=RowKind.OPINION,
        drops="item",
        aside=True,
    )
    def drop_item(self):
        """Hồ sơ chưa đủ điều kiện thì rút khỏi chương trình, nêu lý do."""

    @stage.step(
        S.CALLED,
        label="Ký giấy mời họp",
        by=leaders,
        when=[something_is_on_the_agenda],
        inputs=ask.INVITATION,
        lays=RowKind.OPINION,
        writes=[kinds.INVITATION],
        drafted=True,
        drafted_by=organisers,
    )
    def invite(self):
        """Giấy mời ghi thời gian, địa điểm, nội dung, gửi mọi người thuộc thành phần họp."""

    @stage.step(
        S.CALLED,
        S.CANCELLED,
        label="Không họp",
        by=organisers,
        inputs=ask.CANCEL,
        lays=RowKind.OPINION,
        aside=True,
    )
    def cancel(self):
        """Không họp thì ghi lý do; các hồ sơ trở lại chờ cuộc họp khác."""

    # II. Tiến hành

    @stage.step(
        S.CALLED,
        S.IN_SESSION,
        label="Khai mạc, điểm danh",
        short="Khai mạc",
        by=organisers,
        when=[
            something_is_on_the_agenda,
            it_is_the_day_of_the_meeting,
            nobody_else_is_on_the_list,
            everyone_is_on_the_list,
        ],
        inputs=ask.ROLL,
        lays=RowKind.ATTENDANCE,
        calls_the_roll=True,
    )
    def open_session(self):
        """Chủ trì điểm danh; từ đây thành phần tính biểu quyết được chốt, nêu lý do từng người không tính."""

    @stage.step(
        S.IN_SESSION,
        label="Ghi đề nghị không biểu quyết",
        by=organisers,
        inputs=ask.RECUSAL,
        lays=RowKind.RECUSAL,
    )
    def recuse(self):
        """Người có liên quan tự đề nghị không biểu quyết: không phát phiếu, tổng số tính không đổi."""

    @stage.step(
        S.IN_SESSION,
        label="Bắt đầu xem xét nội dung",
        by=organisers,
        when=[considering.no_item_is_before_the_meeting],
        inputs=ask.TAKE_UP,
        lays=RowKind.ITEM_BEGUN,
    )
    def take_up(self):
        """Từng nội dung được đưa ra xem xét, ghi giờ bắt đầu; nội dung tạm gác thì trở lại sau."""

    @stage.step(
        S.IN_SESSION,
        label="Kết thúc xem xét nội dung",
        by=organisers,
        when=[
            considering.an_item_is_before_the_meeting,
            considering.that_item_is_before_the_meeting,
        ],
        inputs=ask.FINISH,
        lays=RowKind.ITEM_ENDED,
    )
    def finish_item(self):
        """Hết ý kiến, kết quả đã công bố hoặc tạm gác lại, thì ghi giờ kết thúc nội dung."""

    @stage.step(
        S.IN_SESSION,
        label="Ghi kết quả kiểm phiếu không có giá trị",
        by=organisers,
        when=[considering.it_is_on_this_agenda, considering.more_came_back_than_went_out],
        inputs=ask.VOID_COUNT,
        lays=RowKind.COUNT_VOID,
        aside=True,
    )
    def void_count(self):
        """Thu về nhiều phiếu hơn phát ra thì kết quả không có giá trị: bỏ phiếu lại ngay, giữ cả hai biên bản."""

    @stage.step(
        S.IN_SESSION,
        label="Bỏ lần ghi nhầm",
        by=organisers,
        when=[considering.it_is_the_last_entry],
        inputs=ask.TAKE_BACK,
        lays=RowKind.OPINION,
        drops="entry",
        aside=True,
    )
    def take_back_entry(self):
        """Ghi nhầm diễn biến thì bỏ lần ghi ấy, nêu lý do; lần ghi nhầm vẫn còn trong nhật ký."""

    # III. Kết thúc

    @stage.step(
        S.IN_SESSION,
        S.ENDED,
        label="Kết thúc cuộc họp",
        short="Kết thúc",
        by=organisers,
        when=[considering.no_item_is_before_the_meeting],
        inputs=ask.CLOSE,
        lays=RowKind.CLOSING,
        writes=[kinds.MEETING_MINUTES],
    )
    def end_session(self):
        """Chủ trì kết luận, biên bản chung được lập; mỗi hồ sơ có biên bản riêng và việc phải làm tiếp."""

    # IV. Theo dõi thực hiện

    @stage.step(
        [S.IN_SESSION, S.ENDED],
        label="Giao việc sau cuộc họp",
        by=organisers,
        when=[the_task_is_due_later],
        inputs=ask.TASK,
        lays=RowKind.TASK,
    )
    def assign_task(self):
        """Mỗi kết luận phải làm thành một việc: giao ai, làm gì, hạn nào; theo dõi đến khi xong."""

    @stage.step(
        [S.IN_SESSION, S.ENDED],
        label="Ghi kết quả việc được giao",
        by=organisers,
        when=[a_task_is_open, that_task_is_open],
        inputs=ask.TASK_ENDED,
        lays=RowKind.TASK_ENDED,
    )
    def end_task(self):
        """Việc đã xong, hoặc không làm nữa vì lý do nêu rõ, thì thôi theo dõi."""

    @stage.step(
        S.ENDED,
        label="Thông báo kết quả cuộc họp",
        by=leaders,
        inputs=ask.RESULTS,
        lays=RowKind.OPINION,
        issues=[kinds.MEETING_RESULTS],
        drafted=True,
        drafted_by=organisers,
    )
    def tell_results(self):
        """Kết quả từng nội dung, kết luận và việc được giao được thông báo đến nơi phải thực hiện."""
