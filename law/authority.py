"""Who may decide, propose or only appraise a form of discipline, on a day, and by which rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from law.decision_tables import AuthorityRow
from law.faults import Impossible
from law.hits import Hit, Proposal
from law.lawbook import LawBook

ORDINARY, SUPERIOR_TASK = "thuong", "superior_task"
VERDICTS = ("decides", "proposes", "appraises", "none", "ask")
#: How a rule's own word (`mode`) reads as a verdict; any other word asks.
MODES = {"decide": "decides", "propose": "proposes", "appraise": "appraises", "none": "none"}


@dataclass(frozen=True)
class Authority:
    """What one body may do in one matter; `hits` are the rules it rests on, best first."""

    verdict: str
    body: str
    hits: tuple[Hit, ...] = ()
    remedy: str = ""

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Return what to show whoever must answer an `ask`."""
        return tuple(proposal for hit in self.hits for proposal in hit.proposals)

    def as_json(self) -> dict[str, Any]:
        """Return the plain values `law authority` prints."""
        return {
            "verdict": self.verdict,
            "body": self.body,
            "remedy": self.remedy,
            "rows": [
                {
                    "key": hit.key,
                    "rule": hit.rule,
                    "state": hit.state,
                    "confidence": hit.confidence,
                    "citation": hit.cited,
                }
                for hit in self.hits
            ],
        }


def authority(
    book: LawBook,
    *,
    on: date,
    body: str,
    subject: str,
    form: str,
    scope: str = ORDINARY,
    delegation: tuple[date, date | None] | None = None,
    settled: Mapping[str, Hit] | None = None,
) -> Authority:
    """Return what `body` may do about `form` for `subject` at a meeting of `on`.

    `scope` is `superior_task` when the breach concerns a task a superior gave. `delegation` gives
    the first and last day (inclusive) of the power delegated to the body. `settled` holds the hits
    this case has answered or released, by rule. `ask` where no row with a verdict covers the
    question. Raises Impossible for a word the table does not know.
    """
    table = book.authority_table
    table.check(body=body, subject=subject, form=form, scope=scope)
    consulted = []
    for row in table.matching(on, body=body, subject=subject, form=form, scope=scope):
        hit = (settled or {}).get(row.by) or book.rule(row.by, on)
        if hit.key is None and hit.settled_by is None:
            consulted.append(hit)
            continue
        if row.needs_delegation and delegation and not _holds(delegation, on):
            return Authority(
                "none", body, (hit,), "Việc ủy quyền không có hiệu lực trong ngày họp."
            )
        return Authority(_verdict(row, hit, form), body, (hit,), row.remedy)
    return Authority("ask", body, tuple(consulted), "Chưa có quy định đọc được; cần văn bản.")


def competent(
    book: LawBook, *, on: date, subject: str, form: str, scope: str = ORDINARY
) -> tuple[Authority, ...]:
    """Return every kind of body that may decide the matter, in the order of the table's words."""
    asked = (
        authority(book, on=on, body=body, subject=subject, form=form, scope=scope)
        for body in book.authority_table.words["body"]
    )
    return tuple(answer for answer in asked if answer.verdict == "decides")


@dataclass(frozen=True)
class Route:
    """Where a matter goes from the acting body: `here`, `down` (C3b), `up` or `ask`."""

    way: str
    to: str | None
    acting: Authority
    deciding: Authority | None = None


def route(
    book: LawBook,
    *,
    on: date,
    acting: str,
    line: Iterable[str],
    subject: str,
    form: str,
    scope: str = ORDINARY,
) -> Route:
    """Return who decides when the bodies of one line, lowest first, stand as `line` on that day.

    `here` when the acting body decides itself; else `down` to the nearest lower body with the power
    (asked to consider discipline by a date), else `up` to the nearest higher one, else `ask`.
    """
    bodies = list(line)
    if acting not in bodies:
        raise Impossible(f"“{acting}” không thuộc hệ thống đã nêu: {', '.join(bodies)}.")
    answers = {
        body: authority(book, on=on, body=body, subject=subject, form=form, scope=scope)
        for body in bodies
    }
    own, place = answers[acting], bodies.index(acting)
    if own.verdict == "decides":
        return Route("here", acting, own, own)
    for way, nearest_first in (
        ("down", reversed(bodies[:place])),
        ("up", iter(bodies[place + 1 :])),
    ):
        for body in nearest_first:
            if answers[body].verdict == "decides":
                return Route(way, body, own, answers[body])
    return Route("ask", None, own)


def takeover(book: LawBook, on: date) -> Hit:
    """Return whether a superior may act itself, without starting again from below."""
    return book.rule("authority.superior_takeover", on)


def _verdict(row: AuthorityRow, hit: Hit, form: str) -> str:
    """The table's own word, or the rule's; a form the rule does not name is asked about."""
    if not hit.gives_verdict or hit.state != "known":
        return "ask"
    if row.verdict:
        return row.verdict
    verdict = MODES.get(hit.value.get("mode"), "ask")
    forms = hit.value.get("forms", "any")
    named = isinstance(forms, str) or form in forms
    return verdict if named or verdict == "none" else "ask"


def _holds(delegation: tuple[date, date | None], on: date) -> bool:
    first, last = delegation
    return first <= on and (last is None or on <= last)
