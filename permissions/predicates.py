"""Predicates about a person that know how to say why not; deny by default, for administrators too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from law import Reason
from permissions.roles import Relation, Role
from permissions.standing import Standing

Seat = tuple[Relation, Role]


@dataclass(frozen=True)
class Predicate:
    """A yes/no question about a `Standing`, with the sentence that answers no.

    `seats` are the places from which someone can say yes: they tell the worklist whose turn it is.
    `parts` are the two predicates it was joined of, and how ("and", "or").
    """

    asks: Callable[[Standing], list[Reason]]
    words: str
    seats: tuple[Seat, ...] = ()
    parts: tuple[str, Predicate, Predicate] | None = None

    def recast(self, cast: Mapping[Predicate, Predicate]) -> Predicate:
        """The same question with other people in it: wherever one of `cast` stands, whom it names instead."""
        if self in cast:
            return cast[self]
        if self.parts is None:
            return self
        joined, one, other = self.parts
        one, other = one.recast(cast), other.recast(cast)
        if (one, other) == self.parts[1:]:
            return self
        return one | other if joined == "or" else one & other

    def refusals(self, standing: Standing) -> list[Reason]:
        """Every reason why this person may not; empty means they may."""
        return self.asks(standing)

    def __and__(self, other: Predicate) -> Predicate:
        return Predicate(
            lambda standing: [*self.asks(standing), *other.asks(standing)],
            self.words if self.seats else other.words,
            self.seats + other.seats,
            ("and", self, other),
        )

    def __or__(self, other: Predicate) -> Predicate:
        seats = self.seats + other.seats
        words = _who(seats)

        def either(standing: Standing) -> list[Reason]:
            if not self.asks(standing) or not other.asks(standing):
                return []
            return [_reason(f"Chỉ {words} được làm bước này.")]

        return Predicate(either, words, seats, ("or", self, other))


def predicate(question: Callable[[Standing], bool], sentence: str, remedy: str) -> Predicate:
    """Make a predicate from a question; `sentence` is what the person reads when it is answered no."""
    return Predicate(
        lambda standing: [] if question(standing) else [_reason(sentence, remedy)], sentence
    )


def holds(role: Role, of: Relation = Relation.HANDLING) -> Predicate:
    """The person holds `role` in the body or team that `of` names, on the day of the deed."""
    seats = ((of, role),)
    words = _who(seats)

    def asks(standing: Standing) -> list[Reason]:
        return [] if standing.holds(role, of) else [_reason(f"Chỉ {words} được làm bước này.")]

    return Predicate(asks, words, seats)


def on_team(*roles: Role) -> Predicate:
    """The person is on the case's team, in one of `roles` (any of them when none is named)."""
    wanted = roles or (
        Role.TEAM_LEAD,
        Role.TEAM_SECRETARY,
        Role.TEAM_MEMBER,
        Role.SUPERVISING_MEMBER,
    )
    first, *rest = (holds(role, of=Relation.TEAM) for role in wanted)
    for other in rest:
        first = first | other
    return first


def _who(seats: tuple[Seat, ...]) -> str:
    """The holders in words: "chủ nhiệm hoặc phó chủ nhiệm của chủ thể kiểm tra, giám sát"."""
    roles: dict[Relation, list[str]] = {}
    for relation, role in seats:
        roles.setdefault(relation, []).append(role.label[0].lower() + role.label[1:])
    return "; hoặc ".join(
        " hoặc ".join(dict.fromkeys(held))
        + ("" if where is Relation.TEAM else f" của {where.label}")
        for where, held in roles.items()
    )


def _reason(
    text: str,
    remedy: str = "Chuyển việc cho người đang giữ chức vụ đó, hoặc phân công, ủy quyền lại.",
) -> Reason:
    return Reason(rule="permission", text=text, citation=None, confidence=None, remedy=remedy)


not_the_subject = predicate(
    lambda standing: not standing.is_subject,
    "Đối tượng kiểm tra, giám sát không được tự xử lý hồ sơ của mình.",
    "Giao việc này cho người khác có thẩm quyền.",
)

_OWN_SEAT = ((Relation.SELF, Role.CONCERNED),)

#: The rights of the person concerned are used by that person alone, whatever posts others hold.
is_the_subject = Predicate(
    lambda standing: (
        []
        if standing.holds(Role.CONCERNED, Relation.SELF)
        else [
            _reason(
                "Chỉ chính đảng viên có hồ sơ đang xem xét mới được làm bước này.",
                "Người đó tự làm ở trang hồ sơ của mình; ý kiến nộp bằng giấy do đoàn hoặc cán bộ ghi nhận.",
            )
        ]
    ),
    "chính đảng viên có hồ sơ đang xem xét",
    _OWN_SEAT,
)

#: What another file says of this one's decision is written here by the door, from a step taken there.
told_by_a_review = Predicate(
    lambda standing: (
        []
        if standing.holds(Role.COMMITTEE_MEMBER, Relation.DOOR)
        else [
            _reason(
                "Bước này chỉ được ghi từ hồ sơ giải quyết khiếu nại hoặc xem xét lại quyết định.",
                "Làm bước tương ứng ở hồ sơ đó; kết quả tự được ghi vào đây.",
            )
        ]
    ),
    "hồ sơ giải quyết khiếu nại hoặc xem xét lại quyết định",
    ((Relation.DOOR, Role.COMMITTEE_MEMBER),),
)

#: What the law itself brings about on a day is written by the nightly job, and by nobody.
brought_about_by_law = Predicate(
    lambda standing: (
        []
        if standing.holds(Role.CLERK, Relation.DOOR)
        else [
            _reason(
                "Việc đương nhiên theo quy định do phần mềm tự ghi khi đến ngày.",
                "Chờ phần mềm ghi; ngày tính còn khác nhau thì người theo dõi xác nhận.",
            )
        ]
    ),
    "phần mềm, khi đến ngày theo quy định",
    ((Relation.DOOR, Role.CLERK),),
)

may_sign = (holds(Role.CHAIR) | holds(Role.VICE_CHAIR)) & not_the_subject

not_on_team = predicate(
    lambda standing: not standing.roles.get(Relation.TEAM),
    "Người trong đoàn không được tự trả lời hoặc cho phép thay quy định.",
    "Chủ nhiệm hoặc phó chủ nhiệm ngoài đoàn làm bước này.",
)
