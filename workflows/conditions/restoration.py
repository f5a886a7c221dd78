"""The conditions of undoing a wrongful discipline: its basis, who is told and speaks, what is promised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from law import Hit
from workflows.conditions.suspension import numbered
from workflows.facts import Facts
from workflows.guards import (
    Guard,
    guard,
    rule,
)
from workflows.rows import RowKind
from workflows.wrongful import (
    SILENT,
    Apology,
    Condition,
    Speaker,
    Undone,
    condition,
    is_listed,
    named,
    planned,
    raised,
)

#: The words by which the law's list knows each basis, and each case in which nothing is restored.
_BASES = {"to_chuc_dang": "tổ chức đảng có thẩm quyền", "phap_luat": "cơ quan pháp luật"}
_EXCLUDED = {"khong_giu_tu_cach": "không giữ được tư cách đảng viên"}


# Raised, confirmed


@guard(
    remedy="Ghi lại ngày quyết định kỷ luật; kỷ luật có trước, xem xét oan sau.", reads_inputs=True
)
def the_discipline_came_before(facts: Facts) -> bool:
    """Ngày quyết định kỷ luật không được sau ngày xem xét."""
    return str(facts.inputs.get("decided_on", "")) <= facts.acted_on.isoformat()


@guard(
    remedy="Tổ chức đã giải tán thì chọn hình thức giải tán; hình thức khác thì chọn đúng hiện trạng.",
    reads_inputs=True,
)
def the_condition_fits_the_discipline(facts: Facts) -> bool:
    """Hiện trạng của tổ chức đảng không khớp với hình thức kỷ luật đã áp dụng."""
    dissolved = facts.inputs.get("undone") == Undone.DISSOLUTION
    gone = facts.inputs.get("condition") == Condition.DISSOLVED
    return dissolved == gone or "undone" not in facts.inputs or "condition" not in facts.inputs


@rule(
    "wrongful.bases",
    remedy="Chọn một căn cứ quy định nêu; chưa có thì chờ kết luận, quyết định, bản án đó.",
    reads_inputs=True,
)
def the_basis_is_one_of_the_laws(facts: Facts, hit: Hit) -> bool:
    """Căn cứ này không phải căn cứ để xác định kỷ luật oan."""
    said = facts.inputs.get("basis")
    return said is None or named(_BASES[said], hit.value)


@guard(
    remedy="Ghi ngày của văn bản làm căn cứ: sau quyết định kỷ luật, không sau ngày xác định.",
    reads_inputs=True,
)
def the_basis_lies_between(facts: Facts) -> bool:
    """Văn bản làm căn cứ phải ra sau quyết định kỷ luật và trước khi xác định kỷ luật oan."""
    said = facts.inputs.get("basis_on")
    return said is None or _since_the_discipline(facts, said)


@guard(
    remedy="Ghi ngày của quyết định đã hủy: sau quyết định kỷ luật, không sau ngày ghi.",
    reads_inputs=True,
)
def the_annulment_lies_between(facts: Facts) -> bool:
    """Quyết định hủy phải ra sau quyết định kỷ luật, và đã có vào ngày ghi."""
    said = facts.inputs.get("annulled_on")
    return said is None or _since_the_discipline(facts, said)


def _since_the_discipline(facts: Facts, day: str) -> bool:
    first = str(raised(facts, "decided_on") or "")
    return first <= day <= facts.acted_on.isoformat()


@rule(
    "wrongful.excluded",
    remedy="Tiếp tục xin lỗi, phục hồi; trường hợp khác quy định có nêu thì cho phép theo văn bản.",
    reads_inputs=True,
)
def the_case_is_excluded_by_the_law(facts: Facts, hit: Hit) -> bool:
    """Trường hợp này không thuộc các trường hợp không được xin lỗi, phục hồi quyền lợi."""
    said = facts.inputs.get("case")
    return said is None or (said in _EXCLUDED and named(_EXCLUDED[said], hit.value))


# What rests on a paper waits for its number


the_confirmation_is_numbered = numbered("confirm", "Quyết định xác định kỷ luật oan")
the_notice_to_the_wronged_is_numbered = numbered("tell", "Thông báo cho người bị kỷ luật oan")
the_plan_is_numbered = numbered("plan", "Kế hoạch xin lỗi, phục hồi")
the_restoration_is_numbered = numbered("restore", "Quyết định phục hồi")


def numbered_if_issued(step: str, called: str) -> Guard:
    """As `numbered`, of a paper that a file may do without."""
    strict = numbered(step, called)

    def asks(facts: Facts) -> bool:
        return not facts.papers_of(step) or strict.asks(facts)

    return replace(strict, id=f"{strict.id}_if_there_is_one", asks=asks)


our_annulment_is_numbered = numbered_if_issued("annul", "Quyết định hủy quyết định kỷ luật")
what_was_published_is_numbered = numbered_if_issued("publish", "Văn bản đăng tải lời xin lỗi")


# Who is told, who speaks


@guard(remedy="Ghi ngày trả lời sau ngày ký thông báo.", reads_inputs=True)
def there_is_time_to_answer(facts: Facts) -> bool:
    """Ngày đề nghị trả lời phải sau ngày thông báo."""
    return str(facts.inputs.get("answer_by", "9")) > facts.acted_on.isoformat()


@guard(
    remedy="Gửi thông báo bằng văn bản cho người bị kỷ luật oan hoặc thân nhân.",
    righted_by=("tell",),
)
def the_wronged_were_told(facts: Facts) -> bool:
    """Người bị kỷ luật oan hoặc thân nhân chưa được thông báo bằng văn bản."""
    return facts.last(RowKind.WRONGED_TOLD) is not None


@rule(
    "wrongful.scope",
    remedy="Ghi nguyện vọng, đơn do thân nhân, người đại diện nêu.",
    reads_inputs=True,
)
def others_speak_for_whoever_cannot(facts: Facts, hit: Hit) -> bool:
    """Người bị kỷ luật oan đã qua đời, mất năng lực hoặc mất tích thì thân nhân nêu thay."""
    alone = condition(facts) in SILENT and named(str(condition(facts).label), hit.value)
    return not (alone and facts.inputs.get("speaker") == Speaker.SELF)


@guard(remedy="Ghi họ tên, quan hệ của người nêu.", reads_inputs=True)
def the_speaker_is_named(facts: Facts) -> bool:
    """Thân nhân, người đại diện nêu nguyện vọng thì phải ghi là ai."""
    said = facts.inputs.get("speaker")
    others = said in (Speaker.HEIRS, Speaker.REPRESENTATIVE)
    return not others or bool(facts.inputs.get("name"))


def _day_after_the_answer(facts: Facts) -> date | None:
    """The day after the last one that the notice gave for an answer."""
    told = facts.last(RowKind.WRONGED_TOLD)
    return date.fromisoformat(told.facts["answer_by"]) + timedelta(days=1) if told else None


@guard(remedy="Chờ hết ngày đã ghi trong thông báo, hoặc ghi ý kiến đã nhận.", reads_inputs=True)
def silence_is_waited_for(facts: Facts) -> bool:
    """Chưa hết ngày trả lời ghi trong thông báo thì chưa phải là không trả lời."""
    if facts.inputs.get("speaker") != Speaker.NOBODY:
        return True
    after = _day_after_the_answer(facts)
    return after is not None and facts.acted_on >= after


@guard(remedy="Không trả lời thì ghi không nêu hình thức, chưa có đơn.", reads_inputs=True)
def silence_asks_for_nothing(facts: Facts) -> bool:
    """Không trả lời thì không thể vừa có đơn hoặc nêu hình thức xin lỗi."""
    said = facts.inputs
    wishes = (said.get("apology", "khong_neu"), said.get("application", "khong"))
    return said.get("speaker") != Speaker.NOBODY or wishes == ("khong_neu", "khong")


@guard(
    remedy="Ghi nguyện vọng của người bị kỷ luật oan, thân nhân; hết hạn không trả lời thì ghi như vậy.",
    righted_by=("record_wishes",),
)
def the_wishes_are_on_record(facts: Facts) -> bool:
    """Chưa ghi nguyện vọng của người bị kỷ luật oan về việc xin lỗi, phục hồi."""
    return facts.last(RowKind.WISHES) is not None


# The apology


@rule(
    "wrongful.apology",
    remedy="Chọn hình thức xin lỗi mà quy định nêu.",
    reads_inputs=True,
)
def the_apology_is_one_of_the_laws(facts: Facts, hit: Hit) -> bool:
    """Hình thức xin lỗi này không có trong quy định."""
    said = facts.inputs.get("apology")
    return said is None or all(is_listed(one, hit.value) for one in Apology(said).parts)


@guard(
    remedy="Ghi ngày từ ngày ký kế hoạch, xin lỗi không sau phục hồi.",
    reads_inputs=True,
)
def the_plan_looks_ahead(facts: Facts) -> bool:
    """Ngày xin lỗi, ngày phục hồi phải từ ngày ký kế hoạch trở đi, theo thứ tự."""
    days = [str(facts.inputs.get(name, "9")) for name in ("apology_due", "restoration_due")]
    return facts.acted_on.isoformat() <= days[0] <= days[1]


#: Which row shows that a form of apology was carried out, and the step that lays it.
_DONE = {
    Apology.MEETING: (RowKind.APOLOGY, "apologise"),
    Apology.PUBLICATION: (RowKind.PUBLISHED, "publish"),
}


def _apologies_left(facts: Facts) -> tuple[str, ...]:
    """The steps of the forms that the plan promised and nobody carried out yet."""
    done = [_DONE[one] for one in planned(facts)]
    return tuple(step for row, step in done if facts.last(row) is None)


@guard(
    remedy="Tổ chức hội nghị xin lỗi, đăng tải lời xin lỗi như kế hoạch đã ghi.",
    righted_by=("apologise", "publish"),
    still=_apologies_left,
)
def every_planned_apology_was_made(facts: Facts) -> bool:
    """Còn hình thức xin lỗi trong kế hoạch chưa thực hiện."""
    return not _apologies_left(facts)
