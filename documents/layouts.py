"""The layout of a paper: which regime its date falls under, and what that regime sets apart."""

from dataclasses import dataclass
from datetime import date

import law


@dataclass(frozen=True)
class Layout:
    """One way of setting papers out; `approximate` where the rule of that day is not at hand."""

    id: str
    approximate: bool
    separator: str  # between the lines of Nơi nhận; the last one ends with a full stop
    last_ground: str  # after the last căn cứ, which the issuing sentence follows
    petitioned: str  # how a tờ trình calls the organ it goes to
    circulation_under: str  # where chỉ dẫn lưu hành stands: under the "number" or under the "date"
    draft_note_under: str  # where "Dự thảo lần …" stands, likewise

    @property
    def code(self) -> str:
        """How a record names the layout: "2018", "2018-gan-dung", "2026"."""
        return f"{self.id}-gan-dung" if self.approximate else self.id

    @property
    def label(self) -> str:
        """How a screen names it."""
        return f"{self.id}, gần đúng" if self.approximate else self.id


#: No text known to us says where these two stand; a site whose organ has it otherwise changes it here.
_UNCONFIRMED = {"circulation_under": "number", "draft_note_under": "date"}

_MARKS = {
    "2018": {"separator": ",", "petitioned": "Kính gửi:", **_UNCONFIRMED},
    "2026": {"separator": ";", "petitioned": "Kính trình:", **_UNCONFIRMED},
}


def layout_on(day: date) -> Layout:
    """Return the layout of a paper dated `day` (which instrument rules when is data of the law)."""
    regime = law.layout_on(day)
    return Layout(regime.name, regime.approximate, last_ground=",", **_MARKS[regime.name])


def layout_named(code: str) -> Layout:
    """Return the layout a record names by its `code`."""
    name, _, approximate = code.partition("-")
    return Layout(name, bool(approximate), last_ground=",", **_MARKS[name])
