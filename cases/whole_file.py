"""A whole file as it is taken out: everything in it in the official order, what it lacks, what stays on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from cases import incoming
from cases.models import Attachment, Case, FileRow, RecordPaper
from cases.queries import papers_for
from cases.reading import File
from cases.team_diary import TeamDiary, diary_of
from documents.binding import Part, as_pdf
from documents.models import Print
from proof.walls import ERASED
from registry.models import Person
from registry.names import search_key
from workflows import dossiers
from workflows.rows import RowKind

#: Forms on which somebody votes in secret: what is cast lies sealed on paper, and nothing of it goes out.
SEALED_KINDS = ("PH-",)


@dataclass(frozen=True)
class Enclosed:
    """One document under a heading. `pages` is 0 where they are not counted, `closed` one not open to the reader.

    `pressed` is what is no paper and is pressed when the file goes out.
    """

    title: str
    on: date | None = None
    number: str = ""
    pages: int = 0
    note: str = ""
    paper: int | None = None
    scan: str = ""
    sha256: str = ""
    closed: bool = False
    pressed: Callable[[], bytes] | None = None


@dataclass(frozen=True)
class Section:
    """One heading of the official order with what the file has there; `missing`: it must be filled and is not."""

    title: str
    enclosed: tuple[Enclosed, ...] = ()
    missing: bool = False


@dataclass(frozen=True)
class WholeFile:
    """The contents of a file as one reader may take them out, and what lies sealed outside of it."""

    sections: tuple[Section, ...]
    sealed: tuple[str, ...] = ()

    @property
    def enclosed(self) -> list[Enclosed]:
        """Every document, in order."""
        return [one for section in self.sections for one in section.enclosed]

    @property
    def missing(self) -> list[str]:
        """What the file must have and has not, in words."""
        return [section.title for section in self.sections if section.missing]

    @property
    def unprinted(self) -> list[int]:
        """The papers that have no bytes yet."""
        return [one.paper for one in self.enclosed if one.paper and not one.sha256]

    @property
    def pages(self) -> int:
        """The pages of the papers whose pages are counted."""
        return sum(one.pages for one in self.enclosed)


def whole_file(case: Case, file: File, person: Person, today: date) -> WholeFile:
    """Gather what `person` may take out of a file; nothing is read of the bytes."""
    held = (
        papers_for(person, today)
        .filter(case=case)
        .select_related("paper__print")
        .defer("paper__values", "paper__print__pdf")
    )
    papers = {one.paper_id: one for one in held}
    rows = {
        row.number: row
        for row in FileRow.objects.filter(case=case, superseded_by=None, kind__in=dossiers.LOOSE)
    }
    sections = [
        Section(
            place.heading.title,
            (
                *(_paper(papers.get(one.id)) for one in place.papers if not _is_sealed(one.kind)),
                *(_row(file, rows[number]) for number in place.rows if number in rows),
            ),
            place.missing,
        )
        for place in dossiers.index(file.procedure, file.facts)
    ]
    kept = [one for one in sections if one.enclosed or one.missing]
    if diary := diary_of(case):
        kept.append(_of_team(case, diary))
    return WholeFile(tuple(kept), tuple(_sealed(case, file)))


def parts_of(whole: WholeFile) -> Iterator[tuple[Enclosed, Part, bytes, str]]:
    """Every document with its stored bytes and its name in an archive, in order; none that is closed or unprinted."""
    for place, (section, one) in enumerate(_in_order(whole), start=1):
        content, kind, suffix = _bytes(one)
        if content is None:
            yield one, Part(section.title, one.title, None), b"", ""
        else:
            name = f"{place:03d}-{_slug(one)}{suffix}"
            ours = bool(one.paper or one.pressed)
            pdf = content if ours else as_pdf(content, kind)
            yield one, Part(section.title, one.title, pdf, foreign=not ours), content, name


def _in_order(whole: WholeFile) -> Iterator[tuple[Section, Enclosed]]:
    for section in whole.sections:
        for one in section.enclosed:
            yield section, one


_SUFFIX = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}


def _bytes(one: Enclosed) -> tuple[bytes | None, str, str]:
    if one.paper and one.sha256:
        return bytes(Print.objects.get(paper=one.paper).pdf), "application/pdf", ".pdf"
    if one.pressed:
        return one.pressed(), "application/pdf", ".pdf"
    if one.scan:
        kept = Attachment.objects.get(pk=one.scan)
        return bytes(kept.content), kept.kind, _SUFFIX.get(kept.kind, "")
    return None, "", ""


def _slug(one: Enclosed) -> str:
    words = search_key(f"{one.number} {one.title}" if one.number else one.title)
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in words)
    return "-".join(part for part in plain.split("-") if part)[:48].rstrip("-")


def _paper(held: RecordPaper | None) -> Enclosed:
    if held is None:
        return Enclosed("", closed=True)
    paper = held.paper
    printed = None if paper.title == ERASED else getattr(paper, "print", None)
    return Enclosed(
        title=paper.title,
        on=paper.dated or paper.signed_on,
        number=paper.number_text,
        pages=printed.pages if printed else 0,
        paper=paper.pk,
        sha256=printed.sha256 if printed else "",
    )


def _row(file: File, row: FileRow) -> Enclosed:
    fact = next(one for one in file.facts.rows if one.number == row.number)
    scan = _scan(row.words)
    said = row.words.get("title") if isinstance(row.words.get("title"), str) else ""
    kind = str(RowKind(row.kind).label)
    return Enclosed(
        title=f"{kind}: {said}" if said else kind,
        on=fact.on,
        scan=str(scan["sha256"]) if scan else "",
        sha256=str(scan["sha256"]) if scan else "",
    )


def _of_team(case: Case, diary: TeamDiary) -> Section:
    """What the team wrote down as it worked: no paper of the model dossier, so it stands behind them all."""
    title = "Lịch làm việc, nhật ký đoàn"
    made = partial(diary.pressed, case.title, case.reference, case.body.name)
    return Section("Lịch, nhật ký của đoàn", (Enclosed(title, on=diary.last, pressed=made),))


def _scan(words: Mapping[str, Any]) -> Mapping[str, Any] | None:
    kept = (one for one in words.values() if isinstance(one, Mapping) and "sha256" in one)
    return next(kept, None)


def _is_sealed(kind: str) -> bool:
    return kind.startswith(SEALED_KINDS)


def _sealed(case: Case, file: File) -> Iterator[str]:
    """What belongs to the file and never leaves its seal, so that nobody looks for it here."""
    if any(file.facts.of(RowKind.BALLOT)) or any(_is_sealed(one.kind) for one in file.facts.papers):
        yield "Phiếu biểu quyết: niêm phong trên giấy, không chụp, không xuất"
    letter = incoming.letter_of(case)
    if letter is not None and letter.alias:
        yield f"Phong bì danh tính, bí danh {letter.alias}: niêm phong, giữ riêng, không xuất"
