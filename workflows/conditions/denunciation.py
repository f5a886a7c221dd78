"""The conditions of settling a denunciation: who stays sealed, what is not considered, each content its result."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from law import Hit, terms
from workflows.conditions.file import meeting_on_the_result
from workflows.facts import Facts, Row
from workflows.guards import Guard, guard, rule
from workflows.letters import IN_THE_LIST, Ground
from workflows.rows import RowKind

HANDLING = "denunciation.handling"
HANDLING_AT_THE_CENTRE = "denunciation.handling.central"
WITHDRAWAL = "denunciation.withdrawal"
_NOT_CONSIDERED = "denunciation.not_considered"
#: How a withdrawal is told that ends the handling of what was withdrawn.
FREELY = "tu_nguyen"

#: How an alias is written; whoever reads one beside a content may guess the letter it came with.
_ALIAS = re.compile(r"\bNTC-\d{4}-\d+", re.IGNORECASE)


def received_on(facts: Facts) -> date | None:
    """The day on which the competent body received the letter, from which the time to settle it runs."""
    row = facts.last(RowKind.ORIGIN)
    said = (row.facts if row else facts.inputs).get("received_on")
    return date.fromisoformat(said) if said else None


# Nobody learns who denounced


@guard(
    remedy="Bỏ bí danh; bí danh và danh tính người tố cáo chỉ ghi ở văn bản nội bộ.",
    reads_inputs=True,
)
def the_accused_reads_no_alias(facts: Facts) -> bool:
    """Nội dung người bị tố cáo được đọc không ghi bí danh của người tố cáo."""
    return not any(_ALIAS.search(one) for one in facts.inputs.values() if isinstance(one, str))


# Taking up


@guard(remedy="Ghi ngày nhận đơn không sau ngày làm bước này.", reads_inputs=True)
def the_letter_was_received_by_then(facts: Facts) -> bool:
    """Ngày tổ chức có thẩm quyền nhận đơn sau ngày mở hồ sơ."""
    said = facts.inputs.get("received_on")
    return said is None or said <= facts.acted_on.isoformat()


def _checked(facts: Facts) -> Row | None:
    return facts.last(RowKind.SENDER_CHECKED)


@guard(
    remedy="Mạo tên, không có năng lực hành vi thì không thụ lý, nêu lý do; chưa gặp được thì làm việc lại.",
    righted_by=("verify_sender_again",),
)
def the_sender_stands_by_it(facts: Facts) -> bool:
    """Chưa xác định được người tố cáo là người có năng lực hành vi, nhận đơn là của mình."""
    row = _checked(facts)
    return row is not None and row.facts["confirmed"] == "xac_nhan"


#: What a denunciation may be about, as the officer answers, and the words by which the law's list says it.
OF_A_MEMBER = {
    "tieu_chuan": ("Tiêu chuẩn, nhiệm vụ đảng viên, cấp ủy viên", "tiêu chuẩn đảng viên"),
    "chu_truong": ("Chủ trương, quy định của Đảng, pháp luật của Nhà nước", "chủ trương"),
    "nguyen_tac": ("Nguyên tắc tổ chức của Đảng", "nguyên tắc tổ chức"),
    "chuc_trach": ("Chức trách, nhiệm vụ, quyền hạn được giao", "chức trách"),
    "pham_chat": ("Phẩm chất, đạo đức, lối sống", "phẩm chất"),
    "neu_guong": ("Trách nhiệm nêu gương", "trách nhiệm nêu gương"),
    "tu_dien_bien": ("Tự diễn biến, tự chuyển hóa", "tự diễn biến"),
}
OF_AN_ORGANISATION = {
    "chu_truong": ("Chủ trương, quy định của Đảng, pháp luật của Nhà nước", "chủ trương"),
    "nguyen_tac": ("Nguyên tắc tổ chức của Đảng", "nguyên tắc tổ chức"),
    "doan_ket": ("Đoàn kết nội bộ", "đoàn kết nội bộ"),
}
NOT_OURS = "khac"


def _is_listed(said: Any, fields: dict[str, tuple[str, str]], hit: Hit) -> bool:
    if said is None:
        return True  # said already: this answer is missing
    return said in fields and any(str(one).startswith(fields[said][1]) for one in hit.value)


@rule(
    "denunciation.scope.member",
    remedy="Nội dung không thuộc diện tố cáo phải giải quyết: chuyển cơ quan có thẩm quyền.",
    reads_inputs=True,
)
def it_is_to_be_settled(facts: Facts, hit: Hit) -> bool:
    """Nội dung này không thuộc nội dung tố cáo đảng viên phải giải quyết."""
    return _is_listed(facts.inputs.get("field"), OF_A_MEMBER, hit)


@rule(
    "denunciation.scope.org",
    remedy="Nội dung không thuộc diện tố cáo phải giải quyết: chuyển cơ quan có thẩm quyền.",
    reads_inputs=True,
)
def it_is_to_be_settled_of_an_organisation(facts: Facts, hit: Hit) -> bool:
    """Nội dung này không thuộc nội dung tố cáo tổ chức đảng phải giải quyết."""
    return _is_listed(facts.inputs.get("field"), OF_AN_ORGANISATION, hit)


@rule(
    _NOT_CONSIDERED,
    remedy="Chọn đúng trường hợp; đơn không thuộc trường hợp nào thì thụ lý, hoặc chuyển nơi có thẩm quyền.",
    reads_inputs=True,
)
def the_ground_is_listed(facts: Facts, hit: Hit) -> bool:
    """Lý do không thụ lý không có trong các trường hợp tố cáo không xem xét."""
    ground = facts.inputs.get("ground")
    return ground is None or any(IN_THE_LIST[Ground(ground)] in str(one) for one in hit.value)


def _read(rule_id: str) -> Guard:
    """The time to settle a denunciation must be known before one is accepted: its clock rests on it."""

    def asks(facts: Facts, hit: Hit) -> bool:
        """Chưa xác định thời hạn giải quyết tố cáo."""
        return bool(hit.value)

    return rule(rule_id, remedy="Trả lời về thời hạn giải quyết, nêu văn bản.")(asks)


the_time_to_settle_is_known = _read(HANDLING)
the_central_time_is_known = _read(HANDLING_AT_THE_CENTRE)


# On the way


@rule(
    "denunciation.extension",
    remedy="Gia hạn trong số ngày quy định, một lần; hết thời hạn thì báo cáo, kết luận theo kết quả đã có.",
    reads_inputs=True,
)
def it_is_extended_once_and_no_longer(facts: Facts, hit: Hit) -> bool:
    """Thời hạn giải quyết tố cáo chỉ được gia hạn một lần, không quá số ngày quy định."""
    return facts.last(RowKind.EXTENSION) is None and facts.inputs.get("days", 0) <= hit.value


@rule(
    WITHDRAWAL,
    remedy="Rút do bị đe dọa, ép buộc, mua chuộc thì vẫn phải giải quyết; xem xét việc đe dọa, mua chuộc.",
    reads_inputs=True,
)
def it_was_freely_withdrawn(facts: Facts, hit: Hit) -> bool:
    """Chỉ việc rút tố cáo do người tố cáo tự nguyện mới làm thôi giải quyết."""
    return facts.inputs.get("freely") in (None, FREELY)


#: A content that nobody has concluded: still looked at, or withdrawn.
_NOT_CONCLUDED = frozenset({"xem_xet", "nd_da_rut"})


@guard(
    remedy="Đã họp kết luận thì kết luận từng nội dung; nội dung đã rút thì thôi xem xét nội dung đó.",
)
def nobody_has_met_to_conclude(facts: Facts) -> bool:
    """Đã họp xem xét, kết luận; không thôi giải quyết cả đơn nữa."""
    open_still = all(one.stage in _NOT_CONCLUDED for one in facts.findings)
    return open_still and meeting_on_the_result(facts) is None


#: The levels whose congresses are those of the base.
_BASE = frozenset({"chi_bo", "bo_phan", "co_so"})


@rule(
    "denunciation.congress_freeze",
    remedy="Tiếp tục giải quyết; chỉ chuyển khóa mới đơn về nhân sự đại hội nhận trong thời gian quy định.",
    reads_inputs=True,
)
def it_came_shortly_before_the_congress(facts: Facts, hit: Hit) -> bool:
    """Đơn không phải nhận trong thời gian tạm dừng giải quyết trước ngày khai mạc đại hội."""
    received, opens = received_on(facts), facts.inputs.get("congress_on")
    if received is None or opens is None:
        return True  # said already: an answer is missing
    days = hit.value["base" if facts.level in _BASE else "above"]
    last = terms.last_day(received, days, "working_day").last_day
    return bool(received.isoformat() <= opens <= last.isoformat())


@guard(remedy="Ghi kết quả xác minh của từng nội dung còn lại.", righted_by=("assess_content",))
def every_content_is_assessed(facts: Facts) -> bool:
    """Còn nội dung tố cáo chưa có kết quả xác minh."""
    assessed = {row.facts["finding"] for row in facts.of(RowKind.ASSESSED)}
    return all(one.number in assessed for one in facts.findings if one.stage == "xem_xet")


# Concluding


def concludes_as(result: str) -> Guard:
    """The law of the day knows this result of a content."""

    def asks(facts: Facts, hit: Hit) -> bool:
        return any(str(one).startswith(result) for one in hit.value)

    asks.__doc__ = f"Quy định không có kết luận “{result}” đối với nội dung tố cáo."
    return rule("denunciation.conclusion", remedy="Chọn kết luận có trong quy định.")(asks)


# Ending


#: The step by which the denouncer is told, by the stage in which that is still to be done.
_TOLD_BY = {"khong_thu_ly": "notify_refusal", "da_cong_bo": "inform_denouncer"}


def _is_told_by(facts: Facts) -> tuple[str, ...]:
    return (_TOLD_BY[facts.stage],) if facts.stage in _TOLD_BY else ()


def _nobody_to_tell(facts: Facts) -> bool:
    row = facts.last(RowKind.OPINION)
    return row is not None and row.facts.get("ground") == Ground.ANONYMOUS


@guard(
    remedy="Thông báo cho người tố cáo bằng hình thức thích hợp, qua phong bì danh tính.",
    still=_is_told_by,
)
def the_denouncer_was_told(facts: Facts) -> bool:
    """Người tố cáo chưa được thông báo kết quả."""
    if facts.stage == "khong_thu_ly" and _nobody_to_tell(facts):
        return True
    told = facts.last(RowKind.SENDER_TOLD, about="ket_qua")
    return facts.stage not in _TOLD_BY or told is not None


@guard(
    remedy="Chỉ báo cáo khi nội dung đã được kết luận là tố cáo sai.", righted_by=("find_false",)
)
def something_was_found_false(facts: Facts) -> bool:
    """Chưa có nội dung nào được kết luận là tố cáo sai."""
    return any(one.stage == "sai" for one in facts.findings)
