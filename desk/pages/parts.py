"""The small values that pages are made of; components draw them, nothing here reads the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zlib import crc32

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: How near a day must be to be shown as "soon". A habit of the screen, not a rule of law.
SOON_DAYS = 7


class Tone(StrEnum):
    """What a colour says; each is always joined by a word, mostly by an icon too."""

    OK = "ok"
    LATE = "late"
    SOON = "soon"
    HOLD = "hold"
    INFO = "info"
    LINE = "line"


@dataclass(frozen=True)
class Tag:
    """A short state: word, colour, icon."""

    text: str
    tone: Tone = Tone.HOLD
    icon: str = ""


@dataclass(frozen=True)
class Link:
    """Somewhere to go, or something to press."""

    text: str
    url: str
    icon: str = ""


@dataclass(frozen=True)
class Due:
    """A day with what it means today: "19/11/2026, quá hạn 3 ngày"."""

    day: date | None
    note: str
    tone: Tone

    @property
    def tag(self) -> Tag:
        """The same as a tag, for places without a column of dates."""
        return Tag(self.note, self.tone, "clock" if self.tone in (Tone.LATE, Tone.SOON) else "")


def due(day: date | None, today: date) -> Due:
    """Say what `day` means on `today`; the last day itself is not late."""
    if day is None:
        return Due(None, _("Không có thời hạn"), Tone.HOLD)
    left = (day - today).days
    if left < 0:
        return Due(
            day,
            ngettext("Quá hạn %(n)d ngày", "Quá hạn %(n)d ngày", -left) % {"n": -left},
            Tone.LATE,
        )
    if left == 0:
        return Due(day, _("Hạn hôm nay"), Tone.SOON)
    words = ngettext("Còn %(n)d ngày", "Còn %(n)d ngày", left) % {"n": left}
    return Due(day, words, Tone.SOON if left <= SOON_DAYS else Tone.OK)


@dataclass(frozen=True)
class Who:
    """A person: name, and what they are here."""

    name: str
    role: str = ""

    @property
    def initials(self) -> str:
        """First letters of family and given name: "Lê Thu Hà" → "LH"."""
        words = [word for word in self.name.split() if word[0].isalpha()]
        return "".join(
            word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)
        ).upper()

    @property
    def shade(self) -> str:
        """One of four colours, always the same for the same name."""
        return "abcd"[crc32(self.name.encode()) % 4]


@dataclass(frozen=True)
class Fact:
    """A label with its value, a smaller second line, and where the value leads."""

    label: str
    value: str
    sub: str = ""
    url: str = ""
    tag: Tag | None = None


@dataclass(frozen=True)
class Reason:
    """Why a step is refused: the sentence, its source, how sure we are, what would put it right."""

    text: str
    citation: str = ""
    confidence: Tag | None = None
    remedy: str = ""
    remedy_url: str = ""


@dataclass(frozen=True)
class Deadline:
    """A clock that explains itself: `how` is read from the first day to the last."""

    label: str
    due: Due
    note: str = ""
    how: Sequence[Fact] = ()


@dataclass(frozen=True)
class PaperRow:
    """One paper in a list."""

    title: str
    url: str
    note: str = ""
    number: str = ""
    day: date | None = None
    step: str = ""
    status: Tag | None = None
    signer: str = ""
    printed: bool = True
    pages: int = 0


@dataclass(frozen=True)
class Event:
    """Something that happened. Without `at` only its day is known: no time is made up."""

    text: str
    day: date
    by: str
    at: datetime | None = None
    tone: Tone = Tone.HOLD
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Tab:
    """One of several lists on a page; `count` is shown unless None: a number, or "99+"."""

    text: str
    url: str
    count: int | str | None = None
    current: bool = False


@dataclass(frozen=True)
class Tile:
    """A figure that opens the list behind it: a number, or "99+"."""

    figure: int | str
    text: str
    url: str
    note: str = ""
    tone: Tone = Tone.HOLD
    icon: str = "clock"


@dataclass(frozen=True)
class Pager:
    """Where a long list stands: "25 trong 99+ việc"; the links are empty at the ends."""

    text: str
    newer: str = ""
    older: str = ""


@dataclass(frozen=True)
class Progress:
    """How far: step `at` of `of`, counted from 1."""

    at: int
    of: int

    @property
    def marks(self) -> list[str]:
        """One letter per step, for the little bar: done, current, to come."""
        return ["d"] * (self.at - 1) + ["c"] + [""] * (self.of - self.at)


@dataclass(frozen=True)
class SignOff:
    """One place in the chain of signatures; without `at` it is still awaited, `void` it counts no more."""

    who: Who
    at: datetime | None = None
    mine: bool = False
    note: str = ""
    void: bool = False


@dataclass(frozen=True)
class Votes:
    """Totals of one option out of the base. `threshold` votes pass; `passes` is the rule's answer."""

    label: str
    agree: int
    against: int
    base: int
    threshold: int
    passes: bool
    citation: str = ""
    words: Sequence[str] = ()

    @property
    def mark(self) -> str:
        """Where the threshold's mark begins on a bar as long as the base."""
        return f"{self.threshold - self.base / 200:.2f}"

    @property
    def mark_width(self) -> str:
        """How wide that mark is: one hundredth of the bar."""
        return f"{self.base / 100:.2f}"
