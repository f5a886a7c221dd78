"""The door's objections about drafts: who may sign, pass, return, decline, withdraw, ask and hand on which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from cases import behalf
from cases.reading import File
from law import Reason
from permissions.roles import ROLES_OF_POSITION
from registry.models import Post, on
from workflows import offices, signing_route, stations
from workflows.facts import Facts, Row
from workflows.rows import RowKind
from workflows.signing import against_signing
from workflows.stages import Step
from workflows.stations import DRAFTER, Station


def about_draft(file: File, step: Step, facts: Facts, read: int | None = None) -> list[Reason]:
    """Nobody signs without a draft, before its stations, their own draft, or another than they `read`."""
    return against_signing(step, facts, file.standing.person, read)


def about_route(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Every reason against a deed on the draft that the answers name; none while they name no live one."""
    ask, at = _OF_DEEDS.get(step.code), _before(file, answers)
    return ask(at, answers) if ask and at else []


def station_passed(file: File, step: Step, answers: Mapping[str, Any]) -> str:
    """The station that an endorsement passes; empty for one that passes none."""
    if step.lays is not RowKind.ENDORSED:
        return ""
    if step.code == signing_route.COLLECTIVE:
        return Station.COLLECTIVE.value
    at = _before(file, answers)
    return at.pending if at and at.stands(at.pending) else ""


def in_capacity(file: File, answers: Mapping[str, Any], station: str) -> File:
    """The file with its reader in the post that holds the station: their own, or one they act in for another."""
    at, roles = _before(file, answers), set(stations.HOLDERS.get(station, ()))
    body = file.facts.body_at(at.signing.at) if at else None
    fitting = [
        post
        for post, of_body, position in file.held
        if of_body == body and roles & ROLES_OF_POSITION[position]
    ]
    if at is None or not fitting:
        return file
    posts = {at.signing.at: fitting[0]}
    return replace(file, standing=replace(file.standing, posts=posts))


def _before(file: File, answers: Mapping[str, Any]) -> _At | None:
    """The reader before the live draft that the answers name; None while they name none."""
    number = str(answers.get("draft"))
    draft = next((r for r in file.facts.of(RowKind.DRAFT) if str(r.number) == number), None)
    signing = file.procedure.step(draft.facts["step"]) if draft else None
    return _At(file, draft, behalf.as_taken(file, signing)) if draft and signing else None


class _At:
    """One person before one live draft."""

    def __init__(self, file: File, draft: Row, signing: Step):
        self.file, self.draft, self.signing, self.facts = file, draft, signing, file.facts
        self.person, self.standing = file.standing.person, file.standing
        self.pending = stations.pending(draft, file.facts)
        self.gone = stations.passed(draft, file.facts)
        self.wrote = self.person in stations.writers(draft, file.facts)

    def stands(self, station: str) -> bool:
        return stations.stands_at(self.draft, station, self.standing, self.signing.at, self.facts)

    def signs(self) -> bool:
        return not self.signing.by.refusals(self.standing)

    def leads(self) -> bool:
        return self.signs() or not offices.leaders_of(self.signing.at).refusals(self.standing)


def _endorsing(at: _At, _answers: Mapping[str, Any]) -> list[Reason]:
    """A draft is endorsed by someone other than its drafter, once by each, each level in its turn."""
    reasons = []
    if not at.stands(at.pending):
        reasons += signing_route.may_endorse_of(at.signing).refusals(at.standing) if not any(
            at.stands(one) for one in stations.route_of(at.draft).stations
        ) else [_out_of_turn(at)]  # fmt: skip
    if at.wrote:
        reasons.append(
            Reason(
                "endorse.own",
                "Người soạn dự thảo, kể cả bản trước, không tự ký nháy, thẩm định dự thảo đó.",
                remedy="Lãnh đạo khác hoặc trưởng đoàn thẩm định, ký nháy.",
            )
        )
    if any(row.by == at.person for row in _by_oneself(at)):
        reasons.append(
            Reason(
                "endorse.twice",
                "Bạn đã ký nháy bản dự thảo này.",
                remedy="Chờ người ký; dự thảo đổi thì ký nháy lại bản mới.",
            )
        )
    return reasons


def _by_oneself(at: _At) -> list[Row]:
    held = signing_route.endorsements(at.draft, at.facts)
    return [row for row in held if row.facts.get("station") != Station.COLLECTIVE]


def _out_of_turn(at: _At) -> Reason:
    if at.pending:
        words = f"Chưa đến lượt, hoặc cấp của bạn đã qua: dự thảo đang ở cấp “{Station(at.pending).label}”."
        return Reason("route.order", words, remedy="Chờ đến cấp của bạn, hoặc chờ người ký.")
    words = "Cấp của bạn trong đường duyệt đã có người ký nháy, thẩm định."
    return Reason("route.order", words, remedy="Chờ người ký quyết định.")


def _collective(at: _At, _answers: Mapping[str, Any]) -> list[Reason]:
    reasons = []
    if not any(at.standing.holds(role, at.signing.at) for role in stations.RECORDERS):
        reasons.append(_only("văn thư, cán bộ và lãnh đạo của cơ quan ký"))
    if at.pending != Station.COLLECTIVE:
        reasons.append(
            Reason(
                "route.order",
                "Dự thảo không chờ ý kiến tập thể thường trực ở đường duyệt của nó.",
                remedy="Để các cấp trước thẩm định xong; văn bản không qua tập thể thì trình người ký.",
            )
        )
    if at.wrote:
        reasons.append(
            Reason(
                "endorse.own",
                "Người soạn dự thảo không tự ghi ý kiến tập thể về dự thảo của mình.",
                remedy="Văn thư hoặc người khác ghi, kèm biên bản.",
            )
        )
    return reasons


def _returning(at: _At, answers: Mapping[str, Any]) -> list[Reason]:
    """Whoever may sign a draft, or stands at its station, sends it back: to its drafter or a level before."""
    reasons = [] if at.stands(at.pending) else at.signing.by.refusals(at.standing)
    back = answers.get("to") or DRAFTER
    order = stations.route_of(at.draft).stations
    if back != DRAFTER and (back not in order or back not in at.gone or back == Station.INITIAL):
        reasons.append(
            Reason(
                "input.to",
                "Chỉ trả lại cho người soạn, hoặc cho một cấp của đường duyệt đã thẩm định bản này.",
                remedy="Chọn lại người nhận.",
            )
        )
    return reasons


def _again(at: _At, _answers: Mapping[str, Any]) -> list[Reason]:
    return at.signing.by.refusals(at.standing)


def _declining(at: _At, _answers: Mapping[str, Any]) -> list[Reason]:
    reasons = [] if at.stands(at.pending) else at.signing.by.refusals(at.standing)
    if at.wrote:
        words = "Người soạn không tự từ chối dự thảo của mình."
        reasons.append(Reason("decline.own", words, remedy="Muốn thôi thì rút dự thảo."))
    return reasons


def _withdrawing(at: _At, _answers: Mapping[str, Any]) -> list[Reason]:
    if at.person == stations.drafter(at.draft, at.facts):
        return []
    return [_only("người soạn dự thảo")]


def _asking(at: _At, answers: Mapping[str, Any]) -> list[Reason]:
    reasons = []
    if not (at.wrote or at.stands(at.pending) or at.leads()):
        reasons.append(_only("người soạn, cấp đang thẩm định và người ký"))
    named = answers.get("people")
    listed = named if isinstance(named, list) else []
    people = [int(str(one)) for one in listed if str(one).isdigit()]
    reasons += _not_of_the_body(at, people, "people")
    if at.person in people:
        words = "Không xin ý kiến của chính mình."
        reasons.append(Reason("input.people", words, remedy="Bỏ tên bạn trong danh sách."))
    return reasons


def _giving(at: _At, _answers: Mapping[str, Any]) -> list[Reason]:
    if any(person == at.person for person, _ask in stations.still_asked(at.draft, at.facts)):
        return []
    asks = [ask for ask in stations.asked(at.draft, at.facts) if at.person in ask.facts["people"]]
    if not asks:
        return [_only("người được xin ý kiến")]
    words = "Bạn đã cho ý kiến, hoặc đã hết hạn trả lời."
    return [Reason("opinion.over", words, remedy="Người soạn xin ý kiến lại nếu còn cần.")]


def _handing_on(at: _At, answers: Mapping[str, Any]) -> list[Reason]:
    reasons = [] if at.leads() or at.stands(at.pending) else [_only("lãnh đạo của cơ quan ký")]
    person = int(str(answers["person"])) if str(answers.get("person", "")).isdigit() else 0
    reasons += _not_of_the_body(at, [person] if person else [], "person")
    appraises = answers.get("task") == "tham_dinh"
    if appraises and at.pending in ("", Station.COLLECTIVE.value):
        words = "Dự thảo không chờ cấp nào thẩm định."
        reasons.append(Reason("input.task", words, remedy="Chọn giao lại việc soạn."))
    if appraises and person in stations.writers(at.draft, at.facts):
        words = "Người soạn không thẩm định dự thảo của mình."
        reasons.append(Reason("input.person", words, remedy="Giao cho người khác."))
    return reasons


def _not_of_the_body(at: _At, people: list[int], question: str) -> list[Reason]:
    """Only holders of posts in the body can open the file; nobody gives an opinion on his own matter."""
    if not people:
        return []
    posts = Post.objects.filter(on(at.facts.acted_on), body=at.file.body, person__in=people)
    ours = set(posts.values_list("person", flat=True))
    subjects = {one.register for one in at.facts.subjects if one.is_person}
    if set(people) <= ours - subjects:
        return []
    words = "Chỉ chọn người đang giữ chức vụ trong cơ quan thụ lý, không phải đối tượng của hồ sơ."
    return [Reason(f"input.{question}", words, remedy="Chọn lại trong danh sách.")]


def _only(whom: str) -> Reason:
    words = f"Chỉ {whom} được làm việc này."
    return Reason("permission", words, remedy="Chuyển việc cho người có phần việc đó.")


_OF_DEEDS: dict[str, Callable[[_At, Mapping[str, Any]], list[Reason]]] = {
    signing_route.ENDORSE: _endorsing,
    signing_route.COLLECTIVE: _collective,
    signing_route.RETURN: _returning,
    signing_route.AGAIN: _again,
    signing_route.DECLINE: _declining,
    signing_route.WITHDRAW: _withdrawing,
    signing_route.ASK: _asking,
    signing_route.GIVE: _giving,
    signing_route.REASSIGN: _handing_on,
}
