"""The conditions of a removal: its ground and proofs, the calls before it, who decides, what follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from law import Answer, Hit, terms
from permissions.roles import Relation
from workflows import removals
from workflows.facts import BodyFact, Facts
from workflows.guards import Guard, Judgement, asking, guard, look_up, rule, spoken
from workflows.removals import Ground, Silence, Violation
from workflows.rows import RowKind

GROUNDS, CHAIN = "removal.grounds", "removal.chain"
ABSENCE, NO_PROGRESS, UNFIT = (
    "removal.absence_months", "removal.no_progress_months", "removal.unfit_years",
)  # fmt: skip
CALLS, UNREACHABLE = "removal.self_criticism", "removal.self_criticism.unreachable"
FAILURES, SHORTFALL = "vote.removal.three_failures", "vote.removal.shortfall"
WINDOW, TRANSFER = "removal_complaint.window", "removal.transfer_default"
LEAVING, LEAVING_CHAIN, WRONG = "exit.conditions", "exit.chain", "removal.wrong_admission"
CARD, FILE, CERTIFICATE = "exit.card_and_badge", "exit.file_and_slip", "exit.certificate"
#: Bodies in which a standing committee decides by the power to admit.
_STANDING = frozenset({"btv", "ban_bi_thu"})
_BASE = frozenset({"co_so", "bo_phan"})


# Whom it is about, and what comes first


@guard(
    remedy="Xem xét, thi hành kỷ luật trước; xóa tên, cho ra khỏi Đảng không thay cho khai trừ.",
    reads_inputs=True,
)
def no_violation_calls_for_expulsion(facts: Facts) -> bool:
    """Có vi phạm đến mức khai trừ thì không xóa tên."""
    return facts.inputs.get("violation") != Violation.EXPULSION


def _nothing_is_open(facts: Facts) -> bool:
    opened = facts.last(RowKind.LEVELS)
    said = str(opened.facts.get("violation")) if opened else ""
    return bool(said != Violation.EXPULSION.value)


@guard(
    remedy="Xem xét, xử lý vi phạm trước; xong thì ghi lại ở bước điều chỉnh cấp xem xét.",
    righted_by=("change_levels",),
)
def discipline_comes_first(facts: Facts) -> bool:
    """Hồ sơ ghi đảng viên có vi phạm đến mức khai trừ: kỷ luật trước, xóa tên không thay cho khai trừ."""
    return _nothing_is_open(facts)


@rule(
    LEAVING,
    remedy="Đơn được giữ và chờ; xem xét, xử lý vi phạm trước rồi ghi lại ở bước điều chỉnh cấp xem xét.",
    righted_by=("change_levels",),
)
def whoever_leaves_has_no_open_violation(facts: Facts, hit: Hit) -> bool:
    """Đảng viên có vi phạm phải xem xét kỷ luật trước, rồi mới xét cho ra khỏi Đảng."""
    return _nothing_is_open(facts)


@guard(remedy="Đảng viên dự bị thì dùng quy trình xóa tên đảng viên dự bị.")
def the_member_is_official(facts: Facts) -> bool:
    """Quy trình này dành cho đảng viên chính thức."""
    return all(one.category != "du_bi" for one in facts.subjects)


@guard(remedy="Đảng viên chính thức thì dùng quy trình xóa tên đảng viên.")
def the_member_is_probationary(facts: Facts) -> bool:
    """Quy trình này dành cho đảng viên dự bị."""
    return all(one.category == "du_bi" for one in facts.subjects)


@guard(remedy="Chọn cấp ủy có thẩm quyền ở trên làm cơ quan quyết định.", reads_inputs=True)
def the_cell_only_proposes(facts: Facts) -> bool:
    """Chi bộ chỉ đề nghị, không tự quyết định."""
    asked = [facts.inputs.get("deciding"), *facts.inputs.get("proposing", ())]
    return facts.own not in asked


@guard(remedy="Ghi chính cơ quan lập hồ sơ làm cơ quan quyết định.", reads_inputs=True)
def the_handling_body_decides(facts: Facts) -> bool:
    """Việc này do chính cấp ủy lập hồ sơ quyết định."""
    return bool(facts.inputs.get("deciding", facts.own) == facts.own)


# The ground and its proofs


@dataclass(frozen=True)
class GroundGuard(Guard):
    """The ground is one of the law's, and what was entered meets what the law asks of that ground."""

    rules: tuple[str, ...] = (GROUNDS, ABSENCE, NO_PROGRESS, UNFIT)

    def judge(self, facts: Facts) -> Judgement:
        """The first reason against it, or what was looked up last."""
        found = list(self.judgements(facts))
        return next((one for one in found if one.reason), found[-1])

    def judgements(self, facts: Facts) -> Iterable[Judgement]:
        """Whether the law knows the ground; then whether the proofs reach what it asks."""
        found = removals.ground(facts)
        listed = look_up(GROUNDS, facts)
        if listed.force == "ask":
            yield Judgement(asking(listed), listed.as_json())
        else:
            known = isinstance(listed.settled_by, Answer) or (
                found is not None and found.is_among(listed.value)
            )
            yield Judgement(None if known else self._refuse(listed), listed.as_json())
        if found in _ASKED_BY:
            yield self._proved(_ASKED_BY[found], facts)
        elif not _PROVED[found or Ground.CARD](facts, None):
            yield Judgement(self._refuse(None))

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """The list of grounds, and the rule on the one of this file."""
        yield look_up(GROUNDS, facts)
        if (found := removals.ground(facts)) in _ASKED_BY:
            yield look_up(_ASKED_BY[found], facts)

    def _proved(self, rule_id: str, facts: Facts) -> Judgement:
        hit, found = look_up(rule_id, facts), removals.ground(facts)
        if hit.force == "ask":
            return Judgement(asking(hit), hit.as_json())
        assert found is not None
        holds = _PROVED[found](facts, hit)
        return Judgement(None if holds else self._refuse(hit), hit.as_json())


def _months_reach(facts: Facts, hit: Hit | None) -> bool:
    return hit is not None and removals.most_in_a_year(removals.proof(facts)) >= _number(hit)


def _card_given_up(facts: Facts, _hit: Hit | None) -> bool:
    return bool(removals.proof(facts).get("card_on"))


def _educated_long_enough(facts: Facts, hit: Hit | None) -> bool:
    over = _education_ends(facts, hit)
    return over is not None and facts.acted_on > over


def _education_ends(facts: Facts, hit: Hit | None) -> date | None:
    """The last day of the time in which the member must have been educated; None without a first day or a rule."""
    since = removals.proof(facts).get("educated_from")
    if not since or hit is None or not hit.gives_verdict:
        return None
    return terms.last_day(date.fromisoformat(since), _number(hit), hit.unit or "month").last_day


def _day_after_the_education(facts: Facts) -> date | None:
    if removals.ground(facts) is not Ground.NO_PROGRESS:
        return None
    over = _education_ends(facts, look_up(NO_PROGRESS, facts))
    return over + timedelta(days=1) if over else None


def _unfit_in_a_row(facts: Facts, hit: Hit | None) -> bool:
    years = removals.proof(facts).get("unfit_years")
    return bool(hit and years and years >= _number(hit))


def _concluded(facts: Facts, _hit: Hit | None) -> bool:
    return bool(removals.proof(facts).get("paper"))


def _number(hit: Hit) -> int:
    return int(hit.value)


_ASKED_BY = {Ground.ABSENT: ABSENCE, Ground.NO_PROGRESS: NO_PROGRESS, Ground.UNFIT: UNFIT}
_PROVED = {
    Ground.ABSENT: _months_reach,
    Ground.CARD: _card_given_up,
    Ground.NO_PROGRESS: _educated_long_enough,
    Ground.UNFIT: _unfit_in_a_row,
    Ground.STANDARD: _concluded,
}


def _asks(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    return removals.ground(facts) is not None


the_ground_is_proved = GroundGuard(
    id="the_ground_is_proved",
    sentence="Chứng cứ đã ghi chưa đủ mức của căn cứ xóa tên này.",
    remedy="Ghi đủ chứng cứ của đúng căn cứ: các tháng, ngày trả thẻ, thời gian giáo dục, các năm, kết luận.",
    asks=_asks,
    righted_by=("prove",),
    not_before=_day_after_the_education,
)


@guard(
    remedy="Ghi văn bản làm chứng cứ: nhận xét, bản án hoặc kết luận.",
    righted_by=("prove",),
)
def a_paper_proves_the_ground(facts: Facts) -> bool:
    """Chưa có văn bản chứng minh căn cứ xóa tên đảng viên dự bị."""
    return _concluded(facts, None)


@rule(
    "removal.probation_end",
    remedy="Căn cứ hết dự bị chỉ dùng khi quy định có; còn lại nêu căn cứ khác.",
    applies=lambda facts: removals.ground(facts) is Ground.PROBATION,
)
def the_end_of_probation_is_a_ground(facts: Facts, hit: Hit) -> bool:
    """Hết thời gian dự bị mà không đủ điều kiện không phải là căn cứ xóa tên vào ngày này."""
    return bool(hit.value)


@rule(
    TRANSFER,
    remedy="Chờ hết thời hạn; đảng viên nộp hồ sơ hoặc có lý do chính đáng thì không xóa tên.",
    reads_inputs=True,
)
def the_transfer_is_overdue(facts: Facts, hit: Hit) -> bool:
    """Chưa quá thời hạn nộp hồ sơ chuyển sinh hoạt đảng."""
    left = facts.inputs.get("left_on")
    if left is None or (isinstance(hit.settled_by, Answer) and not isinstance(hit.value, int)):
        return True
    over = terms.last_day(date.fromisoformat(left), _number(hit), hit.unit or "month").last_day
    return facts.acted_on > over


@guard(
    remedy="Hỏi nơi chuyển đi, chi bộ nơi đến; ghi văn bản xác nhận chưa nộp hồ sơ.",
    righted_by=("record_confirmation",),
)
def it_was_confirmed_that_nothing_arrived(facts: Facts) -> bool:
    """Chưa có xác nhận là đảng viên không nộp hồ sơ chuyển sinh hoạt đảng."""
    return any(row.step == "record_confirmation" for row in facts.of(RowKind.EVIDENCE))


@guard(remedy="Gửi công văn hỏi nơi chuyển đi, chi bộ nơi đến.", righted_by=("enquire",))
def the_enquiry_was_sent(facts: Facts) -> bool:
    """Chưa gửi công văn xác minh việc chuyển sinh hoạt đảng."""
    return any(row.step == "enquire" for row in facts.of(RowKind.REQUEST))


@guard(remedy="Gửi thông báo cho chi bộ nơi chuyển đi.", righted_by=("notify_sender",))
def the_sending_cell_was_told(facts: Facts) -> bool:
    """Chưa thông báo cho chi bộ nơi chuyển đi."""
    return facts.last(RowKind.NOTIFIED) is not None


@rule(
    WRONG,
    remedy="Cơ quan kế thừa thì phải có văn bản đồng ý của cấp trên; hoặc chuyển cơ quan đã ban hành.",
    reads_inputs=True,
)
def the_admitting_body_acts(facts: Facts, hit: Hit) -> bool:
    """Chỉ cơ quan đã ban hành quyết định, hoặc nơi kế thừa được cấp trên đồng ý, mới được hủy."""
    return facts.inputs.get("by") != "ke_thua" or bool(facts.inputs.get("consent"))


@rule(
    "removal.impostor",
    remedy="Nêu căn cứ khác của việc kết nạp sai.",
    applies=lambda facts: removals.ground(facts) is Ground.IMPOSTOR,
    reads_inputs=True,
)
def an_impostor_is_struck_off(facts: Facts, hit: Hit) -> bool:
    """Mạo nhận đảng viên không phải là căn cứ vào ngày này."""
    return bool(hit.value)


@guard(
    remedy="Nghe người được xem xét giải trình, ghi biên bản; đã mời nhiều lần không đến thì ghi biên bản.",
    righted_by=("explain",),
)
def the_person_has_explained(facts: Facts) -> bool:
    """Chưa có giải trình của người được xem xét."""
    return facts.last(RowKind.HEARING) is not None


# The calls for self-criticism


@dataclass(frozen=True)
class CalledGuard(Guard):
    """Called as often as the law says; fewer times where he would not, or nobody reaches him and the place says so."""

    rules: tuple[str, ...] = (CALLS, UNREACHABLE)

    def judge(self, facts: Facts) -> Judgement:
        """A deliberate refusal is enough; unreachable is, where the local row says so; else the calls count."""
        about = {row.facts["about"] for row in facts.of(RowKind.REFUSAL)}
        if Silence.DELIBERATE in about:
            return Judgement()
        local = spoken(UNREACHABLE, facts)
        if Silence.UNREACHABLE in about and local.key is not None and local.gives_verdict:
            return Judgement(None, local.as_json())
        hit = look_up(CALLS, facts)
        if hit.force == "ask":
            return Judgement(asking(hit), hit.as_json())
        calls = len(list(facts.of(RowKind.CALLED)))
        enough = bool(about) and calls >= _requests(hit)
        return Judgement(None if enough else self._refuse(hit), hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """The number of calls, while no self-criticism lies in the file."""
        return () if facts.last(RowKind.REPORT) else (look_up(CALLS, facts),)


def _requests(hit: Hit) -> int:
    said = hit.value
    return int(said["requests"] if isinstance(said, Mapping) else said)


def _calls(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    return facts.last(RowKind.CALLED) is not None


the_member_was_called_often_enough = CalledGuard(
    id="the_member_was_called_often_enough",
    sentence="Chưa đủ số lần yêu cầu tự kiểm điểm, hoặc chưa ghi việc không kiểm điểm.",
    remedy="Yêu cầu đủ số lần rồi ghi việc không kiểm điểm; cố ý không viết thì ghi rõ để tiến hành ngay.",
    asks=_calls,
    righted_by=("record_refusal", "request_again"),
)


# The votes


def _voted(relation: Relation, words: str, step: str) -> Guard:
    """Whether the body at `relation` has voted at all."""

    def the_vote_was_held(facts: Facts) -> bool:
        return removals.passed(facts, facts.body_at(relation)) is not None

    the_vote_was_held.__doc__ = f"Chưa ghi kết quả biểu quyết của {words}."
    remedy = "Biểu quyết tại hội nghị, ghi kết quả, rồi làm bước này."
    return guard(remedy=remedy, righted_by=(step,))(the_vote_was_held)


def _carried(relation: Relation, words: str) -> Guard:
    """Whether the newest vote of the body at `relation` did not fall short."""

    def the_vote_carried(facts: Facts) -> bool:
        return removals.passed(facts, facts.body_at(relation)) is not False

    the_vote_carried.__doc__ = f"Kết quả biểu quyết của {words} chưa đủ tỷ lệ."
    remedy = "Không đủ tỷ lệ thì báo cáo toàn bộ kết quả lên cấp có thẩm quyền."
    return guard(remedy=remedy, chooses=True)(the_vote_carried)


def _fell_short(relation: Relation, words: str, remedy: str) -> Guard:
    """Whether the newest vote of the body at `relation` did not reach its share."""

    def the_vote_fell_short(facts: Facts) -> bool:
        return removals.passed(facts, facts.body_at(relation)) is False

    the_vote_fell_short.__doc__ = f"Kết quả biểu quyết của {words} đã đủ tỷ lệ, hoặc chưa có."
    return guard(remedy=remedy, chooses=True)(the_vote_fell_short)


_RESOLVE = "Đủ tỷ lệ thì ban hành nghị quyết theo kết quả."
the_cell_voted = _voted(Relation.HANDLING, "chi bộ", "vote_to_propose")
the_cell_carried_it = _carried(Relation.HANDLING, "chi bộ")
the_cell_fell_short = _fell_short(Relation.HANDLING, "chi bộ", _RESOLVE)
the_level_voted = _voted(Relation.LEVEL, "cấp này", "vote_at_level")
the_level_carried_it = _carried(Relation.LEVEL, "cấp này")
the_level_fell_short = _fell_short(Relation.LEVEL, "cấp này", _RESOLVE)
the_decision_carried = _carried(Relation.DECIDING, "cơ quan quyết định")
the_decision_fell_short = _fell_short(
    Relation.DECIDING, "cơ quan quyết định", "Đủ tỷ lệ thì soạn, ký quyết định."
)


@guard(
    remedy="Cấp ủy cơ sở không đủ tỷ lệ thì báo cáo toàn bộ kết quả lên cấp có thẩm quyền.",
    chooses=True,
)
def the_last_body_has_decided(facts: Facts) -> bool:
    """Cơ quan quyết định là cấp ủy cơ sở được ủy quyền: kết quả phải báo cáo lên trên."""
    return not _is_base(_deciding(facts))


@guard(remedy="Cơ quan quyết định ghi kết quả không thông qua.", chooses=True)
def there_is_a_body_above(facts: Facts) -> bool:
    """Cơ quan quyết định không phải cấp ủy cơ sở: kết quả là cuối cùng."""
    return _is_base(_deciding(facts))


@guard(
    remedy="Giữ nguyên các cấp đã biểu quyết, gửi nghị quyết; thêm cấp sau các cấp đó.",
    reads_inputs=True,
)
def the_levels_that_have_spoken_stay(facts: Facts) -> bool:
    """Không bỏ, không xếp lại cấp ủy đã biểu quyết đề nghị."""
    spoken_for = {row.facts["body"] for row in facts.of(RowKind.MOTION)}
    before = facts.last(RowKind.LEVELS)
    before_that = before.facts.get("proposing") if before else None
    done = [one for one in before_that or () if one in spoken_for]
    return list(facts.inputs.get("proposing", ()))[: len(done)] == done


@guard(remedy="Chọn cấp ủy cấp trên có thẩm quyền, không phải cấp ủy cơ sở.", reads_inputs=True)
def another_body_is_named(facts: Facts) -> bool:
    """Cấp này đã biểu quyết không đủ tỷ lệ."""
    before = _deciding(facts).id
    return facts.inputs.get("deciding") not in (before, facts.own)


def _failed_often_enough(relation: Relation, step: str) -> Guard:
    """Whether the lower body at `relation` has voted in vain as often as sends the matter up."""

    def often_enough(facts: Facts, hit: Hit) -> bool:
        said, body = hit.value, facts.body_at(relation)
        needed = int(said["count"] if isinstance(said, Mapping) else said)
        return body is not None and removals.failures(facts, body) >= needed

    often_enough.__doc__ = (
        "Chưa đủ số lần biểu quyết không đạt tỷ lệ để báo cáo cấp trên quyết định."
    )
    remedy = "Đưa ra hội nghị khác biểu quyết lại; đủ số lần không đạt tỷ lệ thì báo cáo cấp trên."
    return rule(FAILURES, remedy=remedy, righted_by=(step,))(often_enough)


the_cell_failed_often_enough = _failed_often_enough(Relation.HANDLING, "vote_to_propose")
the_level_failed_often_enough = _failed_often_enough(Relation.LEVEL, "vote_at_level")


@rule(SHORTFALL, remedy="Trả lời về việc xử lý khi không đủ tỷ lệ, nêu văn bản.")
def a_shortfall_goes_up(facts: Facts, hit: Hit) -> bool:
    """Chưa xác định được kết quả không đủ tỷ lệ thì báo cáo lên đâu."""
    return True  # the question itself is the guard


def _votes_left(facts: Facts) -> tuple[str, ...]:
    """For each level above the cell a vote and a resolution, less what the level whose turn it is has done."""
    codes = [("vote_at_level", "send_from_level") for _level in facts.levels_left]
    voted = removals.vote_of(facts, facts.body_at(Relation.LEVEL)) is not None
    return tuple(code for pair in codes for code in pair)[voted:]


@guard(
    remedy="Từng cấp biểu quyết, gửi nghị quyết hoặc báo cáo theo thứ tự từ dưới lên.",
    righted_by=("vote_at_level", "send_from_level"),
    still=_votes_left,
)
def every_level_has_spoken(facts: Facts) -> bool:
    """Còn cấp ủy cấp dưới chưa biểu quyết và gửi nghị quyết."""
    return facts.body_at(Relation.LEVEL) is None


@guard(remedy="Đảng ủy bộ phận thẩm định, ghi ý kiến trước.", righted_by=("appraise",))
def the_section_has_appraised(facts: Facts) -> bool:
    """Chi bộ thuộc đảng ủy bộ phận mà đảng ủy bộ phận chưa thẩm định."""
    return facts.under != "bo_phan" or facts.last(RowKind.APPRAISAL) is not None


# Who decides


@dataclass(frozen=True)
class RemovingPower(Guard):
    """The deciding body has the power to admit, or it was delegated to that base committee on that day."""

    rules: tuple[str, ...] = (CHAIN,)

    def judge(self, facts: Facts) -> Judgement:
        """Ask the law who decides; a base committee only with its delegation in the file."""
        hit = look_up(self.rules[0], facts)
        if hit.force == "ask":
            return Judgement(asking(hit), hit.as_json())
        body = _deciding(facts)
        standing = body.kind in _STANDING and body.level not in _BASE
        holds = standing or (_is_base(body) and _delegated(facts))
        return Judgement(None if holds else self._refuse(hit), hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """Who decides, while it is open."""
        return (look_up(self.rules[0], facts),)


def _deciding(facts: Facts) -> BodyFact:
    found = facts.bodies.get(facts.body_at(Relation.DECIDING) or 0)
    return found or BodyFact(facts.own, facts.body, facts.level)


def _is_base(body: BodyFact) -> bool:
    return body.kind == "cap_uy" and body.level == "co_so"


def _delegated(facts: Facts) -> bool:
    row = facts.last(RowKind.DELEGATION)
    if row is None:
        return False
    day = (facts.met_on or facts.acted_on).isoformat()
    return bool(row.facts["first_day"] <= day <= row.facts.get("last_day", "9"))


def _a_body_decides(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    return _deciding(facts).kind != ""


def may_remove(chain: str) -> Guard:
    """The guard over the power to decide by the chain that `chain` tells."""
    return RemovingPower(
        id="the_body_may_remove",
        sentence="Cơ quan này không có thẩm quyền quyết định: không phải ban thường vụ có thẩm quyền kết nạp,"
        " cũng không phải đảng ủy cơ sở đang được ủy quyền.",
        remedy="Chọn ban thường vụ cấp ủy có thẩm quyền; đảng ủy cơ sở thì ghi văn bản ủy quyền còn hiệu lực.",
        asks=_a_body_decides,
        rules=(chain,),
    )


# After the decision


@rule(CARD, remedy="Thu thẻ, huy hiệu; không thu được thì ghi rõ lý do.", reads_inputs=True)
def the_card_is_accounted_for(facts: Facts, hit: Hit) -> bool:
    """Chưa thu thẻ đảng viên, cũng chưa ghi lý do không thu được."""
    return facts.inputs.get("card") != "khong_thu" or bool(facts.inputs.get("card_note"))


@rule(WINDOW, remedy="Trả lời về thời hạn khiếu nại để ghi ngày cuối vào biên bản.")
def the_window_is_known(facts: Facts, hit: Hit) -> bool:
    """Chưa xác định được thời hạn khiếu nại về xóa tên."""
    return True  # the question itself is the guard


@rule(
    WINDOW,
    remedy="Khiếu nại quá hạn thì không giải quyết; trả lời người gửi.",
    reads_inputs=True,
)
def the_complaint_is_in_time(facts: Facts, hit: Hit) -> bool:
    """Khiếu nại gửi sau ngày cuối của thời hạn theo cách tính dài nhất."""
    found, sent = window(facts, hit), facts.inputs.get("sent_on")
    return found is None or sent is None or date.fromisoformat(sent) <= found.longest


def window(facts: Facts, hit: Hit) -> terms.Deadline | None:
    """The time to complain from the day the decision was received; None before that, or without a rule."""
    handed = facts.last(RowKind.HANDED_OVER)
    return terms.deadline(hit, handed.on) if handed else None


def _day_after_the_window(facts: Facts) -> date | None:
    found = window(facts, look_up(WINDOW, facts))
    return found.longest + timedelta(days=1) if found else None


@rule(
    WINDOW,
    remedy="Chờ qua ngày cuối của thời hạn khiếu nại theo cách tính dài nhất.",
    not_before=_day_after_the_window,
)
def the_window_has_closed(facts: Facts, hit: Hit) -> bool:
    """Thời hạn khiếu nại chưa hết."""
    found = window(facts, hit)
    return found is None or facts.acted_on > found.longest


@guard(remedy="Gửi hồ sơ, phiếu báo lên cấp có thẩm quyền trước.", righted_by=("send_file",))
def the_file_was_sent(facts: Facts) -> bool:
    """Chưa gửi hồ sơ, phiếu báo đảng viên lên cấp trên."""
    return facts.last(RowKind.FILE_SENT) is not None


@guard(remedy="Ghi kết quả giải quyết khiếu nại khi có quyết định.", elsewhere=True)
def every_complaint_is_answered(facts: Facts) -> bool:
    """Đã nhận khiếu nại; chờ quyết định giải quyết khiếu nại."""
    return len(list(facts.of(RowKind.COMPLAINT))) <= len(list(facts.of(RowKind.ANSWERED)))


@guard(remedy="Ghi kết quả của khiếu nại đã nhận; không có khiếu nại thì không có gì để ghi.")
def a_complaint_waits_for_its_answer(facts: Facts) -> bool:
    """Không còn khiếu nại nào chờ kết quả giải quyết."""
    return not every_complaint_is_answered.asks(facts)


@guard(remedy="Quyết định còn hiệu lực thì tiếp tục, kết thúc theo trình tự.", chooses=True)
def the_decision_was_annulled(facts: Facts) -> bool:
    """Chưa có quyết định giải quyết khiếu nại hủy quyết định này."""
    row = facts.last(RowKind.ANSWERED)
    return row is not None and row.facts["answer"] == removals.Answer.ANNULLED


@guard(remedy="Quyết định đã bị hủy thì kết thúc bằng bước ghi việc bị hủy.", chooses=True)
def the_decision_stands(facts: Facts) -> bool:
    """Quyết định này đã bị hủy khi giải quyết khiếu nại."""
    return not the_decision_was_annulled.asks(facts)
