"""The catalogue of violations: theme, the dated article that names it, the statistics column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from law.citations import Citation, Instruments
from law.faults import Fault, Impossible
from law.reading import Block
from law.rows import CONFIDENCES

THEMES = "catalogue/themes.yaml"
#: An article's number may also be deduced from the order of a list (`inferred`).
ENTRY_CONFIDENCES = (*CONFIDENCES, "inferred")


@dataclass(frozen=True)
class Entry:
    """One article of a penalty regulation, as far as it was read; `article` None means not read."""

    instrument: str
    article: str | None
    part: str
    title: str | None
    theme: str | None
    confidence: str
    note: str = ""


@dataclass(frozen=True)
class Theme:
    """A neutral theme with its statistics columns; None where it cannot concern that subject."""

    id: str
    label_vi: str
    member: str | None
    organisation: str | None


@dataclass(frozen=True)
class Catalogue:
    """Themes, the articles under them, and the columns of the statistical forms."""

    entries: tuple[Entry, ...]
    themes: Mapping[str, Theme]
    columns: Mapping[str, Mapping[str, str]]
    instruments: Instruments

    def of_theme(
        self, theme: str, on: date, *, organisation: bool = False
    ) -> tuple[tuple[Citation, Entry], ...]:
        """Return the articles in force on a day that name the theme, each with its citation.

        Empty where no article was read: an officer with the text enters it. Raises Impossible for
        an unknown theme.
        """
        if theme not in self.themes:
            raise Impossible(
                f"Không có nội dung vi phạm “{theme}”; dùng: {', '.join(self.themes)}."
            )
        return tuple(
            (Citation(self.instruments.get(entry.instrument), f"Điều {entry.article}"), entry)
            for entry in self._in_force(on)
            if entry.theme == theme and (entry.part == "organisation") is organisation
        )

    def column(self, theme: str, *, organisation: bool = False) -> str | None:
        """Return the statistics column a theme counts in, None where it has none."""
        found = self.themes[theme]
        return found.organisation if organisation else found.member

    def _in_force(self, on: date) -> Iterator[Entry]:
        for entry in self.entries:
            if self.instruments.get(entry.instrument).in_force(on):
                yield entry


def parse(files: Mapping[str, Any], instruments: Instruments, faults: list[Fault]) -> Catalogue:
    """Return the catalogue of the files of one folder; what they name wrongly is a fault."""
    subjects = files.get(THEMES) or Block()
    themes = {
        id_: Theme(id_, block["label_vi"], block.get("member"), block.get("organisation"))
        for id_, block in subjects.get("themes", {}).items()
    }
    columns = subjects.get("columns", {"member": {}, "organisation": {}})
    faults.extend(_wrong_columns(subjects, themes, columns))
    entries = []
    for name, block in files.items():
        if name == THEMES or not isinstance(block, Block):
            continue
        for entry in block.get("entries", ()):
            faults.extend(_wrong(name, entry, block.get("instrument"), instruments, themes))
            entries.append(_entry(block["instrument"], entry))
    return Catalogue(tuple(entries), themes, columns, instruments)


def _entry(instrument: str, block: Block) -> Entry:
    return Entry(
        instrument=instrument,
        article=block.get("article"),
        part=block.get("part", "member"),
        title=block.get("title"),
        theme=block.get("theme"),
        confidence=block.get("confidence", "uncertain"),
        note=block.get("note", ""),
    )


def _wrong(
    name: str, block: Block, instrument: Any, instruments: Instruments, themes: Mapping[str, Theme]
) -> Iterator[Fault]:
    if instrument not in instruments:
        yield Fault(name, block.line, f"văn bản không có trong danh mục: {instrument}")
    if block.get("theme") not in (None, *themes):
        yield Fault(name, block.at("theme"), f"nội dung vi phạm không có: {block['theme']}")
    if block.get("confidence") not in ENTRY_CONFIDENCES:
        yield Fault(
            name, block.at("confidence"), f"confidence “{block.get('confidence')}” không có"
        )


def _wrong_columns(
    block: Block, themes: Mapping[str, Theme], columns: Mapping[str, Mapping[str, str]]
) -> Iterator[Fault]:
    for theme in themes.values():
        for kind in ("member", "organisation"):
            column = getattr(theme, kind)
            if column is not None and column not in columns[kind]:
                line = block["themes"].at(theme.id)
                yield Fault(THEMES, line, f"{theme.id}: không có cột thống kê “{column}”")
