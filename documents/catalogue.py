"""What the catalogue knows of a kind of paper, and the one way to enter a kind into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Any

from documents.fields import ALWAYS_NEEDED_WITH, FIELDS
from permissions.roles import Role

#: A value by its name, and what must stand there for a rule of `needs_when` (None: anything).
Case = tuple[str, str | None]

#: How the list of recipients marks the committee that a paper is reported to.
FOR_REPORT = "(để báo cáo)"


class SignedBy(Enum):
    """Who signs, and so how the foot of the paper looks (36-HD/VPTW, 1.7)."""

    COMMITTEE = (
        "tap_the",
        frozenset(
            {
                Role.CHAIR,
                Role.VICE_CHAIR,
                Role.SECRETARY,
                Role.DEPUTY_SECRETARY,
                Role.HEAD,
                Role.DEPUTY_HEAD,
            }
        ),
    )
    CELL = "chi_bo", frozenset({Role.SECRETARY, Role.DEPUTY_SECRETARY})
    TEAM_LEADER = "truong_doan", frozenset({Role.TEAM_LEAD})
    OFFICER = (
        "can_bo",
        frozenset(
            {
                Role.AREA_OFFICER,
                Role.COMMITTEE_MEMBER,
                Role.SECTION_CHIEF,
                Role.HEAD,
                Role.DEPUTY_HEAD,
            }
        ),
    )
    SUBJECT = "doi_tuong", frozenset()
    CHAIR_AND_RECORDER = "chu_tri_thu_ky", frozenset()
    BOTH_SIDES = "hai_ben", frozenset()
    HANDOVER = "giao_nhan", frozenset()
    TELLERS = "to_kiem_phieu", frozenset()
    NOBODY = "khong_ky", frozenset()

    def __init__(self, foot: str, roles: frozenset[Role]):
        self.foot, self.roles = foot, roles

    @property
    def in_office(self) -> bool:
        """Whether the signature is given for the body, by a holder of an office in it."""
        return self in (SignedBy.COMMITTEE, SignedBy.CELL)


class Head(Enum):
    """Whose name stands at the top left; a team has a name and a symbol of its own.

    No instrument known to us fixes the symbol of teams; these are the usual ones.
    """

    BODY = "co_quan", "", ""
    TEAM = "doan_giam_sat", "ĐOÀN GIÁM SÁT", "ĐGS"
    INSPECTION_TEAM = "doan_kiem_tra", "ĐOÀN KIỂM TRA", "ĐKT"
    SETTLING_TEAM = "doan_to_cao", "ĐOÀN GIẢI QUYẾT TỐ CÁO", "ĐGQTC"
    HOST = "to_chuc_dang", "", ""

    def __init__(self, _: str, name: str, symbol: str):
        self.team_name, self.team_symbol = name, symbol


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of paper: what it is called, who signs it, what it must be given, what it must show.

    `symbol` is None for papers without a book number (minutes, outlines, self-reports). `blocks`
    are the parts without which the paper is not this paper; a site's own wording keeps them.
    `needs_when` adds values to `needs` when another value is given (None), or is what stands there.
    `of_cell` tells papers of a cell (True) from those of every other body (False); None is both.
    `of_dissolution` tells papers written where an organisation is dissolved from those of any lighter form.
    """

    code: str
    title: str
    heading: str
    abstract: str
    symbol: str | None
    signed_by: SignedBy
    needs: frozenset[str]
    takes: frozenset[str]
    blocks: tuple[str, ...]
    recipients: tuple[str, ...]
    template: str
    head: Head
    received: bool
    needs_when: Mapping[Case, frozenset[str]] = field(hash=False)
    of_cell: bool | None
    of_dissolution: bool | None = None

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def numbered(self) -> bool:
        """Whether the issuing organ's clerk gives it a number."""
        return self.symbol is not None and not self.received

    @property
    def in_team_series(self) -> bool:
        """Whether its number runs in the series of one team, not of the organ."""
        return self.numbered and bool(self.head.team_name)

    def needed_with(self, values: Mapping[str, Any]) -> frozenset[str]:
        """What the paper cannot do without, given the `values` it has."""
        more = (
            names
            for (name, said), names in {**ALWAYS_NEEDED_WITH, **self.needs_when}.items()
            if name in values and said in (None, values[name])
        )
        return self.needs.union(*more)


#: Whatever is signed by both sides may say that one of them would not sign.
_OF_MINUTES = frozenset({"unsigned"})

_KINDS: dict[str, Kind] = {}


def register(
    code: str,
    title: str,
    *,
    heading: str,
    abstract: str,
    signed_by: SignedBy,
    needs: set[str],
    blocks: tuple[str, ...],
    symbol: str | None = None,
    takes: set[str] = frozenset(),
    recipients: tuple[str, ...] = (),
    template: str = "",
    head: Head = Head.BODY,
    received: bool = False,
    needs_when: Mapping[Case, set[str]] = MappingProxyType({}),
    of_cell: bool | None = None,
    of_dissolution: bool | None = None,
) -> Kind:
    """Enter a kind into the catalogue and return it.

    Raises ValueError for a code entered twice, or for a value that is not in the vocabulary.
    """
    if code in _KINDS:
        raise ValueError(f"Document kind {code!r} is registered twice; each paper has one entry.")
    more = {case: frozenset(names) for case, names in needs_when.items()}
    takes = takes.union(*more.values(), _OF_MINUTES if signed_by is SignedBy.BOTH_SIDES else ())
    if unknown := (needs | takes) - FIELDS.keys():
        raise ValueError(f"{code}: no such value in documents/fields.py: {sorted(unknown)}.")
    _KINDS[code] = Kind(
        code=code,
        title=title,
        heading=heading,
        abstract=abstract,
        symbol=symbol,
        signed_by=signed_by,
        needs=frozenset(needs),
        takes=frozenset(takes),
        blocks=blocks,
        recipients=recipients,
        template=template or f"papers/{code.lower()}.html",
        head=head,
        received=received,
        needs_when=MappingProxyType(more),
        of_cell=of_cell,
        of_dissolution=of_dissolution,
    )
    return _KINDS[code]


def find(code: str) -> Kind:
    """Return the kind entered under `code`; raises KeyError with the codes that exist."""
    try:
        return _KINDS[code]
    except KeyError:
        raise KeyError(f"Không có loại văn bản {code!r}. Các mã: {', '.join(_KINDS)}.") from None


def every_kind() -> Iterator[Kind]:
    """All kinds, in the order of the catalogue."""
    return iter(_KINDS.values())
