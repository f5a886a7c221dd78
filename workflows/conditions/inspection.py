"""The conditions of an inspection on signs: whom a cell inspects, the head of an organisation, what still waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from law import Hit
from workflows.conditions.concerning import rule_concerning
from workflows.facts import Facts
from workflows.guards import guard
from workflows.rows import RowKind

# Whom and what a cell inspects.

#: What a sign is about, as the chi ủy answers it; the last two are no matter of the cell.
CELL_SCOPE = (
    ("nhiem_vu_chi_bo", "Nhiệm vụ chi bộ giao"),
    ("nhiem_vu_dang_vien", "Nhiệm vụ của đảng viên, sinh hoạt đảng"),
    ("pham_chat", "Phẩm chất chính trị, đạo đức, lối sống"),
    ("nhiem_vu_cap_tren", "Nhiệm vụ do cấp trên giao"),
    ("can_bo_cap_tren", "Việc thuộc diện cấp trên quản lý đối với cán bộ"),
)
UPWARD = "Báo cáo bằng văn bản ở bước “Báo cáo cấp có thẩm quyền”; chi bộ không kiểm tra việc này."


def _is_about(matter: str) -> Callable[[Facts], bool]:
    def asked(facts: Facts) -> bool:
        origin = facts.last(RowKind.ORIGIN)
        return origin is not None and origin.facts.get("scope") == matter

    return asked


@rule_concerning(
    "authority.signs_inspection.chi_bo_scope",
    _is_about("nhiem_vu_cap_tren"),
    remedy=UPWARD,
    chooses=True,
)
def the_matter_is_the_cells(facts: Facts, hit: Hit) -> bool:
    """Chi bộ không kiểm tra việc đảng viên thực hiện nhiệm vụ do cấp trên giao."""
    return "nhiệm vụ do cấp trên giao" not in hit.value


@rule_concerning(
    "authority.signs_inspection.chi_bo_limit",
    _is_about("can_bo_cap_tren"),
    remedy=UPWARD,
    chooses=True,
)
def the_member_is_not_managed_above_in_this(facts: Facts, hit: Hit) -> bool:
    """Chi bộ không kiểm tra cán bộ cấp trên quản lý về việc thuộc diện quản lý của cấp trên."""
    return False


# An organisation: its head answers in the same case.

#: Outcomes that find nothing against the rules of the Party.
_NO_VIOLATION = frozenset({"c0", "c1", "sai", "khong_co_so", "nd_da_rut"})
HEAD_FIRST = "Ghi trách nhiệm của người đứng đầu ở bước “Ghi trách nhiệm của người đứng đầu”."
_BY_LAW = "principle.org_then_individuals"


def _organisations(facts: Facts) -> frozenset[int]:
    """The organisations in question: that of the finding looked at, else all that are not cleared."""
    ours = {one.number for one in facts.subjects if not one.is_person}
    found = (facts.finding,) if facts.finding else facts.findings
    return frozenset({f.subject for f in found if f.stage not in _NO_VIOLATION} & ours)


def _is_of_an_organisation(facts: Facts) -> bool:
    return bool(_organisations(facts))


@rule_concerning(_BY_LAW, _is_of_an_organisation, remedy=HEAD_FIRST, righted_by=("record_head",))
def the_head_has_answered(facts: Facts, hit: Hit) -> bool:
    """Chưa ghi trách nhiệm của người đứng đầu tổ chức đảng được kiểm tra."""
    answered = {row.facts["subject"] for row in facts.of(RowKind.HEAD)}
    return _organisations(facts) <= answered


#: The same, asked already of whoever submits the draft of the conclusion.
the_head_has_answered_first = replace(the_head_has_answered, reads_inputs=True)


@guard(
    remedy="Đếm lại: số người dự không vượt số người được triệu tập.",
    reads_inputs=True,
)
def everybody_was_called(facts: Facts) -> bool:
    """Số người dự vượt số thành viên của tổ chức đảng được triệu tập."""
    said = facts.inputs
    return bool(said.get("present_count", 0) <= said.get("called_count", 0))


# What must not be left open.


def _unanswered(facts: Facts, asked: RowKind, answered: RowKind, by: str) -> set[int]:
    done = {row.facts[by] for row in facts.of(answered)}
    return {row.number for row in facts.of(asked)} - done


@guard(
    remedy="Nhận kết quả giám định, hoặc ghi việc không có kết quả.",
    righted_by=("receive_examination",),
)
def every_examination_is_answered(facts: Facts) -> bool:
    """Còn yêu cầu giám định, hỏi ý kiến chuyên môn chưa có kết quả."""
    return not _unanswered(facts, RowKind.EXAMINATION, RowKind.EXAMINED, "examination")


@guard(
    remedy="Quyết định kiểm tra, không kiểm tra và nêu lý do, hoặc chuyển nơi có thẩm quyền.",
    righted_by=("answer_new_signs",),
)
def every_new_sign_is_answered(facts: Facts) -> bool:
    """Còn dấu hiệu vi phạm của đối tượng khác chưa được quyết định."""
    return not _unanswered(facts, RowKind.NEW_SIGNS, RowKind.SIGNS_ANSWER, "signs")


@guard(remedy="Chọn một báo cáo đang chờ quyết định.", reads_inputs=True)
def the_sign_waits(facts: Facts) -> bool:
    """Báo cáo về dấu hiệu vi phạm này đã được quyết định."""
    waiting = _unanswered(facts, RowKind.NEW_SIGNS, RowKind.SIGNS_ANSWER, "signs")
    return facts.inputs.get("signs") in (None, *waiting)


@guard(remedy="Kết luận “yêu cầu cấp dưới xem xét kỷ luật” trước.", righted_by=("ask_lower_body",))
def a_lower_body_was_asked(facts: Facts) -> bool:
    """Chưa có nội dung nào được kết luận yêu cầu cấp dưới xem xét kỷ luật."""
    return facts.last(RowKind.REQUEST) is not None


@guard(
    remedy="Ghi ý kiến đồng ý, nêu phó chủ nhiệm chỉ đạo đoàn.", righted_by=("agree_to_inspect",)
)
def the_director_is_named(facts: Facts) -> bool:
    """Chưa có ý kiến đồng ý của thành viên phụ trách và người chỉ đạo đoàn kiểm tra."""
    return any("directed_by" in row.facts for row in facts.of(RowKind.OPINION))


# Deferred, and what ends it.


@guard(remedy="Ghi ngày cuối không trước ngày đầu.", reads_inputs=True)
def the_deferral_is_in_order(facts: Facts) -> bool:
    """Ngày dự kiến hết lý do phải sau ngày bắt đầu chưa xem xét."""
    said = facts.inputs
    return str(said.get("deferred_from", "")) <= str(said.get("expected_until", "9"))


@guard(remedy="Ghi đúng ngày hết lý do, không sau ngày ghi.", reads_inputs=True)
def the_cause_ended_by_then(facts: Facts) -> bool:
    """Ngày hết lý do phải từ ngày bắt đầu chưa xem xét đến ngày ghi."""
    number = facts.finding.number if facts.finding else None
    deferred = facts.last(RowKind.DEFERRED, finding=number)
    ended = str(facts.inputs.get("ended_on", ""))
    begun = deferred.facts["deferred_from"] if deferred else ""
    return begun <= ended <= facts.acted_on.isoformat()


@guard(
    remedy="Ủy ban họp, kết luận lại nội dung đã hết lý do chưa xem xét trước.",
    righted_by=("consider_again",),
)
def a_resumed_content_is_concluded(facts: Facts) -> bool:
    """Chưa có nội dung nào hết lý do chưa xem xét mà đã được kết luận."""
    resumed = {row.facts["finding"] for row in facts.of(RowKind.DEFERRAL_ENDED)}
    return any(f.number in resumed and f.stage not in ("c6", "c6_het") for f in facts.findings)
