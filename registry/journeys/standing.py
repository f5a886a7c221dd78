"""How a journey stands on a day: what of it is late or missing, and by which rule; a person decides what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from law.working_calendar import DAY
from registry.journey_models import Journey, ReportRule
from registry.journeys.deadlines import Rules, report_after_by, report_before_by


@dataclass(frozen=True)
class Fault:
    """One thing late or missing: its code, the first day on which it stood so, and words."""

    code: str
    since: date
    words: str


@dataclass(frozen=True)
class Standing:
    """A journey on a day; a last day that nobody has ruled is None, and nothing is late by it."""

    before_by: date | None
    after_by: date | None
    before_rule: ReportRule | None
    after_rule: ReportRule | None
    faults: Sequence[Fault]

    @property
    def unruled(self) -> bool:
        """Whether the page has to ask for a rule: one of the two last days cannot be told."""
        return self.before_by is None or self.after_by is None


def standing_of(journey: Journey, rules: Rules, on: date) -> Standing:
    """Return how the journey stands on `on` (inclusive): what was said later is known all the same."""
    back = journey.came_back_on or journey.returns_on
    before = rules.of(journey.cell_id, journey.leaves_on)
    after = rules.of(journey.cell_id, back)
    before_by, after_by = report_before_by(before, journey.leaves_on), report_after_by(after, back)
    faults = () if journey.void_on else tuple(_faults(journey, before_by, after_by, on))
    return Standing(before_by, after_by, before, after, faults)


def _faults(
    journey: Journey, before_by: date | None, after_by: date | None, on: date
) -> Iterator[Fault]:
    if on < journey.leaves_on:
        return
    yield from _before(journey, before_by)
    if journey.decision == Journey.Decision.REFUSED and journey.came_back_on:
        yield Fault("khong_dong_y", journey.leaves_on, "vẫn đi khi chưa được đồng ý")
    if after_by is None or on <= after_by:
        return
    if journey.after_on is None:
        yield Fault("thieu_sau", after_by + DAY, f"chưa báo cáo sau khi về (hạn {_day(after_by)})")
    elif journey.after_on > after_by:
        words = f"báo cáo sau khi về ngày {_day(journey.after_on)}, muộn (hạn {_day(after_by)})"
        yield Fault("muon_sau", after_by + DAY, words)


def _before(journey: Journey, before_by: date | None) -> Iterator[Fault]:
    """Leaving unreported is seen without any rule; how early to report is a unit's own."""
    said = journey.reported_on
    if said is None:
        yield Fault("khong_bao_cao", journey.leaves_on, "không báo cáo trước khi đi")
    elif said > journey.leaves_on:
        words = f"báo cáo ngày {_day(said)}, sau khi đã đi"
        yield Fault("sau_khi_di", journey.leaves_on, words)
    elif before_by is not None and said > before_by:
        words = f"báo cáo trước khi đi ngày {_day(said)}, muộn (hạn {_day(before_by)})"
        yield Fault("muon_truoc", before_by + DAY, words)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
