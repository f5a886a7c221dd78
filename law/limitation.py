"""Limitation (thời hiệu): looked at after the conclusion and the vote, per alleged act."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from law.faults import Impossible
from law.hits import Hit
from law.lawbook import LawBook
from law.terms import Pause, last_day

NO_LIMIT = "limitation.none"
#: Which rule limits which form; expulsion and dissolution are never time-barred.
RULE = {
    "member": {
        "khien_trach": "limitation.member.reprimand",
        "canh_cao": "limitation.member.warning_removal",
        "cach_chuc": "limitation.member.warning_removal",
        "khai_tru": NO_LIMIT,
    },
    "organisation": {
        "khien_trach": "limitation.org.reprimand",
        "canh_cao": "limitation.org.warning",
        "giai_tan": NO_LIMIT,
    },
}


@dataclass(frozen=True)
class Limitation:
    """Whether the time to discipline one act has run out on a day.

    `until` is the last day on which the form may still be applied. `state` `no_rule` means the law
    sets no limit; `alert` tells when the text of the day of the act was milder or is not known.
    """

    rule: str
    state: str
    expired: bool | None = None
    until: date | None = None
    citation: str | None = None
    confidence: str | None = None
    key: str | None = None
    alert: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the plain values `law limitation` prints."""
        return vars(self) | {"until": self.until.isoformat() if self.until else None}


def limitation(
    book: LawBook,
    *,
    act: date,
    form: str,
    on: date,
    organisation: bool = False,
    unlimited_theme: bool = False,
    pauses: Iterable[Pause] = (),
    hit: Hit | None = None,
) -> Limitation:
    """Return whether `form` for an act that ended on `act` is time-barred at the meeting of `on`.

    The text in force at the meeting decides. `unlimited_theme`: the act is one of those the law
    exempts from limitation whatever the form (false diplomas, internal politics…). `pauses` are the
    periods that do not count (postponement, criminal proceedings), inclusive. `hit` stands in for
    the rule where this case has answered it. Raises Impossible for a form that does not exist for
    the subject, or a meeting before the act.
    """
    kind = "organisation" if organisation else "member"
    if form not in RULE[kind]:
        raise Impossible(
            f"“{form}” không phải hình thức kỷ luật ở đây; dùng: {', '.join(RULE[kind])}."
        )
    if on < act:
        raise Impossible(f"Ngày họp {on} trước ngày vi phạm {act}.")
    rule = NO_LIMIT if unlimited_theme else RULE[kind][form]
    hit = hit or book.rule(rule, on)
    found = Limitation(
        rule=rule,
        state=hit.state if hit.gives_verdict else "unknown",
        citation=hit.cited,
        confidence=hit.confidence,
        key=hit.key,
    )
    if not hit.gives_verdict:
        return found
    if rule == NO_LIMIT:
        return replace(found, state="no_rule", expired=False)
    until = last_day(act, hit.value, hit.unit or "year", pauses=pauses).last_day
    return replace(found, expired=on > until, until=until, alert=_alert(book, rule, act, hit))


def _alert(book: LawBook, rule: str, act: date, hit: Hit) -> str | None:
    """Say when the text at the day of the act differs in the person's favour, or is not known."""
    then = book.rule(rule, act)
    if then.key == hit.key:
        return None
    if not then.gives_verdict:
        return f"Quy định tại ngày vi phạm ({act}) chưa rõ: cần xem có lợi hơn hay không."
    if then.unit == hit.unit and then.value < hit.value:
        return f"Quy định tại ngày vi phạm có lợi hơn: {then.value} {then.unit} ({then.cited})."
    return None
