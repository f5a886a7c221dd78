"""Việc của tôi, and the list of all files: rows grouped by how urgent they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm

from desk.pages.parts import Due, Link, Pager, Progress, Tab, Tag, Tile, Tone, Who


@dataclass(frozen=True)
class WorkRow:
    """One file that waits for someone: by when, where it stands, what to do next, whose it is."""

    due: Due
    ref: str
    url: str
    title: str
    procedure: str
    step: str
    progress: Progress | None = None
    todo: str = ""
    owner: Who | None = None
    status: Tag | None = None


@dataclass(frozen=True)
class WorkGroup:
    """Rows of one urgency under one heading."""

    title: str
    rows: Sequence[WorkRow]
    tone: Tone = Tone.HOLD


@dataclass(frozen=True)
class WorklistPage:
    """My work: figures that filter, tabs, filters, and the groups."""

    sentence: str
    groups: Sequence[WorkGroup]
    tiles: Sequence[Tile] = ()
    tabs: Sequence[Tab] = ()
    filters: BaseForm | None = None
    chosen: Sequence[Link] = ()
    propose_url: str = ""
    pager: Pager | None = None


@dataclass(frozen=True)
class CaseRow:
    """One file in the list of all files this reader may see."""

    ref: str
    url: str
    title: str
    procedure: str
    body: str
    stage: Tag
    due: Due | None = None
    progress: Progress | None = None
    owner: Who | None = None


@dataclass(frozen=True)
class CasesPage:
    """Hồ sơ vụ việc: search, filters, rows. `words` is what was searched for."""

    rows: Sequence[CaseRow]
    filters: BaseForm | None = None
    chosen: Sequence[Link] = ()
    words: str = ""
    propose_url: str = ""
    export_url: str = ""
    pager: Pager | None = None
