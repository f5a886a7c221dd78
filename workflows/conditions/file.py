"""The conditions of the steps: each a sentence an officer reads, under its rule where the law has one."""

from datetime import date, timedelta
from fractions import Fraction

from law import Hit
from law.thresholds import Threshold
from workflows import refused
from workflows.facts import Facts, Row
from workflows.forms import Whom
from workflows.guards import CONCLUDING, guard, rule
from workflows.remedied import standings
from workflows.rows import RowKind

# Numbers that must fit together before any law is asked.


@guard(
    remedy="Đếm lại: số người dự không vượt số ủy viên; số tán thành và không tán thành không vượt số người dự.",
    reads_inputs=True,
)
def the_count_fits(facts: Facts) -> bool:
    """Số liệu biểu quyết không khớp với số ủy viên của cơ quan vào ngày họp."""
    said = facts.inputs
    present, yes, no = (said.get(name, 0) for name in ("present", "yes", "no"))
    return bool(present <= facts.members and yes + no <= present)


@guard(remedy="Ghi ngày đầu trước ngày cuối của mốc thời gian giám sát.", reads_inputs=True)
def the_period_is_in_order(facts: Facts) -> bool:
    """Mốc thời gian giám sát phải bắt đầu trước khi kết thúc."""
    return str(facts.inputs.get("period_from", "")) <= str(facts.inputs.get("period_to", "9"))


@guard(remedy="Chọn một trưởng đoàn trong danh sách đoàn.", reads_inputs=True)
def the_team_has_one_lead(facts: Facts) -> bool:
    """Đoàn phải có đúng một trưởng đoàn."""
    team = facts.inputs.get("team", ())
    return len([member for member in team if member["role"] == "truong_doan"]) == 1


@guard(remedy="Thay người khác vào đoàn.", reads_inputs=True)
def no_subject_is_on_the_team(facts: Facts) -> bool:
    """Đối tượng kiểm tra, giám sát không được tham gia đoàn."""
    subjects = {subject.register for subject in facts.subjects if subject.is_person}
    return not subjects & {member["person"] for member in facts.inputs.get("team", ())}


@guard(remedy="Ghi hạn báo cáo sau ngày kết luận.", reads_inputs=True)
def the_demand_is_due_later(facts: Facts) -> bool:
    """Hạn báo cáo kết quả khắc phục phải sau ngày kết luận."""
    return str(facts.inputs.get("due", "9")) > facts.acted_on.isoformat()


# What must lie in the file.


@guard(
    remedy="Ghi kết luận cho từng nội dung ở bước “Ghi nội dung được giám sát”.",
    righted_by=("record_finding",),
)
def every_subject_has_a_content(facts: Facts) -> bool:
    """Mỗi đối tượng phải có ít nhất một nội dung được xem xét."""
    return {subject.number for subject in facts.subjects} <= {f.subject for f in facts.findings}


@guard(
    remedy="Ghi việc đã nắm được ở bước “Ghi nhận qua theo dõi” rồi báo cáo.",
    righted_by=("observe",),
)
def something_was_observed(facts: Facts) -> bool:
    """Kỳ theo dõi này chưa ghi nhận việc nào để báo cáo."""
    return facts.last(RowKind.EVIDENCE) is not None


@guard(
    remedy="Ghi kỳ họp: ngày họp, số người dự, số tán thành, biên bản.",
    righted_by=("consider_result",),
)
def the_committee_has_met_on_the_result(facts: Facts) -> bool:
    """Ủy ban kiểm tra phải họp xem xét báo cáo kết quả trước khi kết luận; ở cấp ủy, chi bộ là hội nghị."""
    return meeting_on_the_result(facts) is not None


@rule(
    "vote.ordinary",
    remedy="Đưa ra kỳ họp khác; kết luận chỉ được thông qua khi hơn một nửa số ủy viên tán thành.",
    righted_by=("consider_result",),
)
def more_than_half_agree(facts: Facts, hit: Hit) -> bool:
    """Kết luận chưa được quá nửa số ủy viên của ủy ban kiểm tra tán thành."""
    meeting = meeting_on_the_result(facts)
    if meeting is None:
        return True  # its absence is a reason of its own
    return Threshold.of(hit.value).passes(meeting.facts["yes"], meeting.facts["base"])


@guard(remedy="Kết luận từng nội dung còn lại.", righted_by=(CONCLUDING,))
def every_content_is_concluded(facts: Facts) -> bool:
    """Còn nội dung chưa được kết luận."""
    return bool(facts.findings) and all(f.stage != "xem_xet" for f in facts.findings)


@guard(
    remedy="Quyết định kiểm tra khi có dấu hiệu vi phạm, hoặc ghi lý do không kiểm tra.",
    righted_by=(CONCLUDING,),
)
def every_sign_is_answered(facts: Facts) -> bool:
    """Còn dấu hiệu vi phạm chưa được quyết định kiểm tra hay không kiểm tra."""
    return all(f.stage != "co_dau_hieu" for f in facts.findings)


the_refusal_is_on_record = refused.refusal_on_record(
    refused.REPORT,
    "Chưa có biên bản ghi việc đối tượng không nộp báo cáo sau nhiều lần yêu cầu.",
    "Mời, nhắc đối tượng nộp báo cáo; nếu nhiều lần không nộp thì ghi biên bản từ chối.",
    ("record_refusal",),
)


def _reports_and_checks_left(facts: Facts) -> tuple[str, ...]:
    """A report where one is missing or was not enough, and a look at what was reported."""
    left = [one for one in standings(facts) if not one.done]
    return tuple(dict.fromkeys(code for one in left for code in _REMEDY[one.waits :]))


_REMEDY = ("receive_remedy", "check_remedy")


@guard(
    remedy="Nhận báo cáo khắc phục cho từng yêu cầu, rồi kiểm tra và ghi kết quả.",
    righted_by=_REMEDY,
    still=_reports_and_checks_left,
)
def every_demand_is_answered(facts: Facts) -> bool:
    """Còn yêu cầu khắc phục chưa có báo cáo, hoặc chưa được kiểm tra là đã khắc phục."""
    return all(one.done for one in standings(facts))


@guard(remedy="Văn thư lấy số và in các văn bản còn lại.", righted_by=("number_paper",))
def every_paper_is_issued(facts: Facts) -> bool:
    """Hồ sơ còn văn bản đã ký chưa lấy số hoặc chưa in."""
    return all(paper.state not in ("da_ky", "cho_in") for paper in facts.papers)


#: Stages of a finding that still wait for something: a conclusion, an inspection, a discipline.
UNSETTLED = frozenset({"xem_xet", "co_dau_hieu", "c3", "c3b", "c4", "c6", "c6_het"})

#: How the law's list of inspecting bodies names a body of the register.
_INSPECTING = {
    "ubkt": "ủy ban kiểm tra",
    "cap_uy": "cấp ủy",
    "btv": "ban thường vụ",
    "chi_bo": "chi bộ",
}


@rule(
    "authority.signs_inspection.bodies",
    remedy="Báo cáo bằng văn bản cho cơ quan có thẩm quyền kiểm tra khi có dấu hiệu vi phạm.",
)
def the_body_may_inspect_signs(facts: Facts, hit: Hit) -> bool:
    """Cơ quan này không phải chủ thể kiểm tra khi có dấu hiệu vi phạm."""
    return _INSPECTING.get(facts.body) in hit.value


@guard(remedy="Ghi kết quả kỷ luật, hoặc kết luận các nội dung còn lại.", righted_by=(CONCLUDING,))
def every_finding_has_its_outcome(facts: Facts) -> bool:
    """Còn nội dung chưa có kết quả cuối cùng."""
    return all(finding.stage not in UNSETTLED for finding in facts.findings)


def _day_after_the_request(facts: Facts) -> date | None:
    """The day after the last one set to the lower body for this finding; None: it was not asked."""
    number = facts.finding.number if facts.finding else None
    request = facts.last(RowKind.REQUEST, finding=number)
    return date.fromisoformat(request.facts["due"]) + timedelta(days=1) if request else None


@guard(
    remedy="Chờ hết hạn đã yêu cầu, hoặc nhắc cấp dưới xem xét.",
    not_before=_day_after_the_request,
)
def the_lower_body_is_late(facts: Facts) -> bool:
    """Cấp dưới được yêu cầu vẫn còn trong thời hạn xem xét."""
    first = _day_after_the_request(facts)
    return first is not None and first <= facts.acted_on


@guard(remedy="Chọn hình thức áp dụng cho đối tượng của nội dung này.", reads_inputs=True)
def the_form_fits_the_subject(facts: Facts) -> bool:
    """Hình thức kỷ luật này không áp dụng cho đối tượng của nội dung."""
    result, about = facts.inputs.get("result"), facts.finding
    subject = next((s for s in facts.subjects if about and s.number == about.subject), None)
    if result is None or subject is None:
        return True  # said already: an answer or the finding is missing
    whom = Whom.MEMBER if subject.is_person else Whom.ORGANISATION
    return result in whom.forms


@guard(remedy="Chờ văn thư lấy số văn bản kết quả.", righted_by=("number_paper",))
def the_notice_has_its_number(facts: Facts) -> bool:
    """Thông báo kết quả chưa được lấy số."""
    notices = facts.papers_of("conclude")
    return bool(notices) and all(
        paper.state not in ("du_thao", "da_trinh", "da_ky") for paper in notices
    )


@rule(
    "inspection.extension",
    remedy="Gia hạn ngắn hơn, trong giới hạn so với thời gian ghi trong kế hoạch.",
    reads_inputs=True,
)
def the_extension_is_within_its_share(facts: Facts, hit: Hit) -> bool:
    """Thời gian gia hạn vượt giới hạn so với thời gian trong kế hoạch."""
    plan = facts.last(RowKind.PLAN)
    if plan is None or "days" not in facts.inputs:
        return True
    return bool(facts.inputs["days"] <= Fraction(str(hit.value)) * plan.facts["days"])


def meeting_on_the_result(facts: Facts) -> Row | None:
    """The newest meeting of the handling body on or after the day of the final report."""
    finalised = facts.taken.get("finalise")
    meeting = facts.last(RowKind.MEETING)
    if not meeting or not finalised or meeting.on < finalised.last:
        return None
    number = facts.finding.number if facts.finding else None
    resumed = facts.last(
        RowKind.DEFERRAL_ENDED, finding=number
    )  # what was voted before is of that day
    return meeting if resumed is None or meeting.number > resumed.number else None
