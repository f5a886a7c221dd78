"""The conditions of an expulsion on a final judgment: the only dated exception from the floor, read from the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from law import Hit, Reason
from law.thresholds import Threshold
from workflows.conditions.powers import PowerGuard, a_body_acts
from workflows.facts import Facts
from workflows.forms import Form
from workflows.guards import Guard, Judgement, guard, rule, spoken
from workflows.rows import RowKind

DIRECT = "criminal.direct_expulsion"

#: Penalties from the lightest up, in the words of criminal law; from which one on is the rule's to say.
PENALTIES = (
    ("mien", "Miễn hình phạt"),
    ("canh_cao", "Cảnh cáo"),
    ("phat_tien", "Phạt tiền"),
    ("cai_tao", "Cải tạo không giam giữ"),
    ("tu_treo", "Tù, cho hưởng án treo"),
    ("tu", "Tù có thời hạn"),
    ("chung_than", "Tù chung thân"),
    ("tu_hinh", "Tử hình"),
)


@dataclass(frozen=True)
class FloorException(Guard):
    """A dated, cited row of law sets the ordinary guarantees aside; no answer and no release stands in for it."""

    rules: tuple[str, ...] = (DIRECT,)

    def judge(self, facts: Facts) -> Judgement:
        """Hold only where the row itself is there and covers the judgment."""
        hit = spoken(DIRECT, facts)
        holds = hit.force != "ask" and hit.state == "known" and self.asks(facts, hit)
        return Judgement(None if holds else self._never(hit), hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """Nothing is asked: without a row there is no exception."""
        return ()

    def _never(self, hit: Hit) -> Reason:
        return Reason(self.id, self.sentence, hit.cited, hit.confidence, self.remedy)


def _is_heavy_enough(facts: Facts, hit: Hit) -> bool:
    judged = facts.last(RowKind.JUDGMENT)
    said = facts.inputs.get("penalty") or (judged and judged.facts["penalty"])
    order = [penalty for penalty, _label in PENALTIES]
    named = [p for p, label in PENALTIES if any(label.lower() in ground for ground in hit.value)]
    return bool(named) and said in order and order.index(said) >= order.index(named[0])


the_judgment_expels = FloorException(
    id=DIRECT,
    sentence="Bản án này không thuộc trường hợp khai trừ ngay, không theo quy trình.",
    remedy="Xem xét kỷ luật theo quy trình: tự kiểm điểm, nghe trình bày, bỏ phiếu kín.",
    asks=_is_heavy_enough,
    floor=True,
)


@rule(
    "form.member.probationary",
    remedy="Không còn đủ tư cách đảng viên dự bị thì xem xét xóa tên, không khai trừ.",
)
def the_member_is_official(facts: Facts, hit: Hit) -> bool:
    """Đảng viên dự bị không bị khai trừ."""
    return Form.EXPULSION in hit.value or all(s.category != "du_bi" for s in facts.subjects)


@guard(
    remedy="Chờ bản án có hiệu lực pháp luật; trong khi chờ vẫn xem xét kỷ luật theo quy trình.",
    reads_inputs=True,
)
def the_judgment_is_final(facts: Facts) -> bool:
    """Bản án chưa có hiệu lực pháp luật."""
    judged, final = facts.inputs.get("judged_on"), facts.inputs.get("final_on")
    return not (judged and final) or judged <= final <= facts.acted_on.isoformat()


@guard(
    remedy="Họp thống nhất, ghi số người dự, số tán thành rồi mới ra quyết định.",
    righted_by=("agree",),
)
def the_body_has_agreed(facts: Facts) -> bool:
    """Tập thể cơ quan có thẩm quyền chưa họp thống nhất."""
    return facts.last(RowKind.MEETING) is not None


@rule(
    "vote.ordinary",
    remedy="Đưa ra cuộc họp khác; chỉ quyết định khi hơn một nửa số thành viên tán thành.",
    righted_by=("agree",),
)
def more_than_half_of_the_body_agree(facts: Facts, hit: Hit) -> bool:
    """Chưa được quá nửa số thành viên của cơ quan tán thành."""
    met = facts.last(RowKind.MEETING)
    return met is None or Threshold.of(hit.value).passes(met.facts["yes"], met.facts["base"])


@guard(remedy="Ghi đúng ngày; quyết định ký sau khi đã họp thống nhất.")
def the_decision_follows_the_meeting(facts: Facts) -> bool:
    """Quyết định không được ký trước ngày họp."""
    met = facts.last(RowKind.MEETING)
    return met is None or met.on <= facts.acted_on


may_expel = PowerGuard(
    id="the_body_may_expel",
    sentence="Cơ quan này không có thẩm quyền khai trừ đảng viên này vào ngày họp.",
    remedy="Chuyển bản án, đề nghị cơ quan có thẩm quyền khai trừ quyết định.",
    asks=a_body_acts,
    form=Form.EXPULSION.value,
)
