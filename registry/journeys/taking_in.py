"""Taking a list of journeys in: new ones are entered, known ones are filled in, nothing is crossed out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.deeds import Written, update
from registry.journey_models import Journey, JourneyImport
from registry.journeys.comparing import SHAPE, Comparing, Comparison, Told
from registry.lists.shape import Line
from registry.lists.taking_in import TakeListIn
from registry.models import RegisterEntry
from registry.register import told as as_told


@dataclass(frozen=True, kw_only=True)
class TakeJourneysIn(TakeListIn):
    """A list of journeys becomes part of the register."""

    kind = RegisterEntry.Deed.JOURNEYS_IN
    shape = SHAPE
    title = "Danh sách đi nước ngoài"
    imports = JourneyImport

    def looked_over(self, lines: list[Line]) -> Comparison:
        return Comparing(lines, self.in_body, self.synced_on).run()

    def write(self) -> Written:
        found = self.comparison
        assert isinstance(found, Comparison)
        for row in Journey.objects.bulk_create(map(_row, found.new), batch_size=1000):
            self.beside.append(as_told(row))
        for known, told in found.changed:
            self.beside.append(as_told(update(known, **_filled(known, told))[0]))
        found.keep_findings(self.body.organisation_id, SHAPE.code, found.units, self.synced_on)
        return self.entered(), None


def _row(told: Told) -> Journey:
    return Journey(
        person=told.person,
        cell=told.cell,
        place=told.place,
        purpose=told.purpose,
        group=told.group,
        leaves_on=told.leaves_on,
        returns_on=told.returns_on,
        reported_on=told.reported_on,
        document=told.document,
        came_back_on=told.came_back_on,
        after_on=told.after_on,
        after_document=told.document if told.after_on else "",
    )


def _filled(known: Journey, told: Told) -> dict[str, date | str]:
    """What the list adds to a journey; what the register knows already stays as it is."""
    said: dict[str, date | str] = {}
    for name in ("came_back_on", "after_on"):
        day = getattr(told, name)
        if getattr(known, name) is None and day is not None:
            said[name] = day
    if "after_on" in said:
        said["after_document"] = told.document
    return said
