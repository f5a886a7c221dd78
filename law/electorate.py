"""Who counts when a meeting votes: the base, with each exclusion explained and cited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from law.faults import Impossible
from law.hits import Hit
from law.lawbook import LawBook

ACCUSED = "vote.accused"


@dataclass(frozen=True)
class Person:
    """One member as the posts and the attendance list of the meeting's day give them.

    `statuses` are words of the electorate table (exempt, temporarily away, suspended…).
    """

    id: str
    statuses: frozenset[str] = frozenset()
    present: bool = True
    accused: bool = False
    recused: bool = False


@dataclass(frozen=True)
class Exclusion:
    """Why somebody is not counted: the words of the table and the rule behind them."""

    person: str
    reason: str
    hit: Hit


@dataclass(frozen=True)
class Electorate:
    """The base of a vote on one day; `state` unknown when a rule used gives no verdict.

    `base` then is only a proposal. `base_without_accused` is the second base to compute with while
    the law does not say whether the accused counts; None when the accused is no voter here.
    """

    state: str
    base: int
    counted: tuple[str, ...]
    slips_for: tuple[str, ...]
    exclusions: tuple[Exclusion, ...]
    recused: tuple[str, ...]
    base_without_accused: int | None
    hits: tuple[Hit, ...]


def electorate(
    book: LawBook,
    on: date,
    meeting: str,
    people: Iterable[Person],
    settled: Mapping[str, Hit] | None = None,
) -> Electorate:
    """Return who counts at a meeting of that kind and day, and who gets a slip.

    An ordinary absence and a voluntary recusal leave the base as it is; the recused get no slip.
    `settled` holds the hits this case has answered, by rule. Raises Impossible for a kind of
    meeting or a status the table does not know.
    """
    asked = _Rules(book, on, meeting, settled or {})
    people = tuple(people)
    exclusions = tuple(found for person in people if (found := asked.exclusion(person)))
    out = {exclusion.person for exclusion in exclusions}
    counted = tuple(person for person in people if person.id not in out)
    accused = [person for person in counted if person.accused]
    hits = (asked.base, *(exclusion.hit for exclusion in exclusions))
    return Electorate(
        state="known" if all(hit.gives_verdict for hit in hits) else "unknown",
        base=len(counted),
        counted=tuple(person.id for person in counted),
        slips_for=tuple(person.id for person in counted if person.present and not person.recused),
        exclusions=exclusions,
        recused=tuple(person.id for person in counted if person.recused),
        base_without_accused=len(counted) - len(accused) if accused else None,
        hits=tuple(dict.fromkeys(hits)),
    )


class _Rules:
    """The electorate table for one kind of meeting on one day."""

    def __init__(self, book: LawBook, on: date, meeting: str, settled: Mapping[str, Hit]) -> None:
        table = book.tables["electorate"]
        if meeting not in table["bases"]:
            raise Impossible(
                f"Không có loại hội nghị “{meeting}”; có: {', '.join(table['bases'])}."
            )
        self.book, self.on, self.settled = book, on, settled
        self.known = {row["status"] for row in table["rows"]}
        self.rows = [row for row in table["rows"] if meeting in row["meetings"]]
        self.base = self._hit(table["bases"][meeting])

    def exclusion(self, person: Person) -> Exclusion | None:
        """Return why the person leaves the base, by the first row that applies."""
        if unknown := person.statuses - self.known:
            raise Impossible(f"Không có tình trạng “{min(unknown)}” trong bảng người được tính.")
        for row in self.rows:
            if row["status"] in person.statuses and not (row.get("when_absent") and person.present):
                return Exclusion(person.id, row["label_vi"], self._by(row))
        return None

    def _by(self, row: Mapping[str, Any]) -> Hit:
        return self._hit(row["by"]) if "by" in row else self.base

    def _hit(self, rule: str) -> Hit:
        return self.settled.get(rule) or self.book.rule(rule, self.on)
