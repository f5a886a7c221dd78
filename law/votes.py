"""Vote arithmetic in whole numbers: thresholds, cumulation, proposals that go up whole."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from law.faults import Impossible
from law.hits import Hit
from law.lawbook import LawBook
from law.thresholds import Threshold

#: The word on a slip for no discipline at all (không kỷ luật).
NONE = "khong"
#: Rules the arithmetic itself asks for.
CUMULATION, FORMS, ORGANISATION_FORMS = (
    "vote.no_majority",
    "form.member.official",
    "form.organisation",
)
CONFIDENCE_ORDER = ("confirmed", "one_text", "uncertain")


@dataclass(frozen=True)
class Verdict:
    """What a vote comes to under one rule; `passes` None where the law gives no verdict.

    `rows` are the keys of the rows used, `goes_up` that a proposal short of its threshold is sent
    up with the whole result, `sums` what each form reached.
    """

    rule: str
    state: str
    base: int
    passes: bool | None = None
    form: str | None = None
    needed: int | None = None
    arithmetic: str | None = None
    citation: str | None = None
    confidence: str | None = None
    rows: tuple[str, ...] = ()
    sums: tuple[tuple[str, int], ...] = ()
    goes_up: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the plain values `law vote` prints."""
        return vars(self) | {"rows": list(self.rows), "sums": dict(self.sums)}


def judge(
    book: LawBook, rule: str, on: date, *, base: int, yes: int, hit: Hit | None = None
) -> Verdict:
    """Return whether `yes` of `base` entitled members reach the rule's threshold on that day.

    `hit` stands in for the rule where this case has released or answered it. Raises Impossible for
    numbers no vote can have, and for a rule that is no share of votes.
    """
    _possible(base, yes)
    hit = hit or book.rule(rule, on)
    threshold = _threshold(book, hit)
    verdict = _open(hit, base)
    if threshold is None:
        return verdict
    passes = threshold.passes(yes, base)
    return replace(
        verdict,
        passes=passes,
        needed=threshold.needed(base),
        arithmetic=threshold.arithmetic(yes, base),
        goes_up=not passes and not hit.cumulates,
    )


def judge_forms(
    book: LawBook,
    rule: str,
    on: date,
    *,
    base: int,
    votes: Mapping[str, int],
    hit: Hit | None = None,
    cumulation: Hit | None = None,
    proposal: bool = False,
) -> Verdict:
    """Return which form a single ballot with several options comes to under one rule.

    The heaviest form is judged first; one short of the threshold hands its votes down to the next
    lighter one (`vote.no_majority`), but never on a proposal. Forms the rule does not cover only
    hand their votes down. `form` is None when none passes.
    """
    order = heaviest_first(book, on, votes)
    _possible(base, sum(votes.values()))
    hit = hit or book.rule(rule, on)
    threshold = _threshold(book, hit)
    if not hit.covers:
        raise Impossible(f"“{rule}” không xét hình thức kỷ luật; dùng --yes.")
    if threshold is None:
        return _open(hit, base)
    proposal = proposal or not hit.cumulates
    alone = _sums(order, votes, cumulate=False)
    if proposal:
        return _outcome(hit, threshold, base, alone, votes, goes_up=True)
    cumulation = cumulation or book.rule(CUMULATION, on)
    summed = _outcome(hit, threshold, base, _sums(order, votes, cumulate=True), votes)
    plain = _outcome(hit, threshold, base, alone, votes)
    if not cumulation.gives_verdict:
        unknown = replace(_open(hit, base), state="unknown", rows=_keys(hit, cumulation))
        return plain if summed.form == plain.form else unknown
    stands_alone = plain.passes and summed.form == plain.form
    return plain if stands_alone else _also_by(summed, cumulation)


def heaviest_first(book: LawBook, on: date, votes: Mapping[str, int]) -> tuple[str, ...]:
    """Return the forms from the heaviest to the lightest; Impossible for a word that is no form."""
    members = tuple(reversed(book.rule(FORMS, on).value or ()))
    organisations = tuple(reversed(book.rule(ORGANISATION_FORMS, on).value or ()))
    own = tuple(form for form in organisations if form not in members)
    order = own + members
    for word, number in votes.items():
        if word not in (*order, NONE):
            raise Impossible(
                f"“{word}” không phải hình thức kỷ luật; dùng: {', '.join((*order, NONE))}."
            )
        if number < 0:
            raise Impossible(f"Số phiếu “{word}” không thể âm ({number}).")
    if any(votes.get(form) for form in own) and any(votes.get(form) for form in members[:2]):
        raise Impossible(
            "Một phiếu chỉ xem xét đảng viên hoặc tổ chức đảng, không lẫn hai loại hình thức."
        )
    return order


def both_ways(with_accused: Verdict, without_accused: Verdict) -> Verdict | None:
    """Return the verdict when it is the same whether or not the accused counts, else None."""
    same = (with_accused.passes, with_accused.form) == (
        without_accused.passes,
        without_accused.form,
    )
    return with_accused if same else None


def needs_two_bodies(book: LawBook, form: str) -> tuple[str, str] | None:
    """Return the rules for proposing and for deciding a form that two bodies must vote on."""
    for row in book.tables["two_bodies"]["rows"]:
        if row["form"] == form:
            return row["proposes"], row["decides"]
    return None


def goes_up_after(book: LawBook, on: date, failures: int) -> bool | None:
    """Return whether so many failed votes in a row send the matter up; None when it is unknown."""
    hit = book.rule("vote.removal.three_failures", on)
    return failures >= int(hit.value["count"]) if hit.gives_verdict else None


def _outcome(
    hit: Hit,
    threshold: Threshold,
    base: int,
    sums: Mapping[str, tuple[int, ...]],
    votes: Mapping[str, int],
    goes_up: bool = False,
) -> Verdict:
    """Judge the covered forms from the heaviest down and stop at the first that passes."""
    lines, form = [], None
    for word, parts in sums.items():
        if word not in hit.covers:
            continue
        total = sum(parts)
        if not total:
            continue
        added = f"{' + '.join(map(str, parts))} = {total}" if len(parts) > 1 else str(total)
        lines.append(f"{word}: {added}; {threshold.arithmetic(total, base)}")
        if threshold.passes(total, base):
            form = word
            break
    return replace(
        _open(hit, base),
        passes=form is not None,
        form=form,
        needed=threshold.needed(base),
        arithmetic=" | ".join(lines),
        sums=tuple((word, sum(parts)) for word, parts in sums.items() if word in votes),
        goes_up=goes_up and form is None,
    )


def _sums(
    order: tuple[str, ...], votes: Mapping[str, int], *, cumulate: bool
) -> dict[str, tuple[int, ...]]:
    """Per form the votes that count for it: its own, or its own after all heavier ones."""
    parts: dict[str, tuple[int, ...]] = {}
    heavier: tuple[int, ...] = ()
    for form in order:
        own = votes.get(form, 0)
        parts[form] = (*heavier, own) if cumulate else (own,)
        if own:
            heavier = (*heavier, own)
    return parts


def _threshold(book: LawBook, hit: Hit) -> Threshold | None:
    """The share to reach, None where the law gives no verdict; Impossible where it is no share."""
    if not book.parameter(hit.rule).kind == "share":
        raise Impossible(f"“{hit.rule}” không phải ngưỡng biểu quyết; xem law show {hit.rule}.")
    return Threshold.of(hit.value) if hit.gives_verdict and hit.state == "known" else None


def _open(hit: Hit, base: int) -> Verdict:
    return Verdict(
        rule=hit.rule,
        state=hit.state if hit.gives_verdict else "unknown",
        base=base,
        citation=hit.cited,
        confidence=hit.confidence,
        rows=_keys(hit),
    )


def _also_by(verdict: Verdict, other: Hit) -> Verdict:
    """Name the second rule a verdict rests on; the weaker confidence is the verdict's."""
    weaker = max(
        (verdict.confidence, other.confidence),
        key=lambda c: CONFIDENCE_ORDER.index(c or "uncertain"),
    )
    cited = "; ".join(filter(None, dict.fromkeys((verdict.citation, other.cited))))
    rows = (*verdict.rows, *_keys(other))
    return replace(verdict, confidence=weaker, citation=cited or None, rows=rows)


def _keys(*hits: Hit) -> tuple[str, ...]:
    return tuple(hit.key for hit in hits if hit.key)


def _possible(base: int, cast: int) -> None:
    if base < 1:
        raise Impossible(f"Tổng số người được tính phải từ 1 trở lên, không phải {base}.")
    if cast < 0:
        raise Impossible(f"Số phiếu không thể âm ({cast}).")
    if cast > base:
        raise Impossible(f"Số phiếu ({cast}) nhiều hơn tổng số người được tính ({base}).")
