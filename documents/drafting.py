"""Draft: a paper's values, checked and brought into one form, before anyone signs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from documents import issuers, refusals
from documents.catalogue import Head, Kind, find
from documents.fields import ALWAYS_TAKEN, FIELDS
from documents.grounds import named
from documents.layouts import Layout, layout_on
from documents.letterhead import Letterhead
from documents.pages import Issue, page_of, title_of, wording_of
from documents.press import press
from documents.shapes import Unfit
from law import Citation, Instrument, Reason
from proof.canonical import sha256
from registry.models import Body

#: Given like this, a value is not given.
NOTHING = (None, "", [], (), {})


class PaperRefused(ValueError):
    """A paper that may not be written as asked; `reasons` holds every reason at once."""

    def __init__(self, reasons: list[Reason]):
        self.reasons = reasons
        super().__init__(" ".join(reason.text for reason in reasons))


@dataclass(frozen=True)
class Draft:
    """A paper that could be signed: plain values in canonical form, and the hash a sign-off binds.

    `sha256` covers kind, layout and values, not the day: the same words signed a day later are the
    same words.
    """

    kind: Kind
    layout: Layout
    body: Body
    on: date
    values: Mapping[str, Any]
    #: Where the values came from, as far as whoever drafted knows; kept for the control slip, never printed.
    sources: Mapping[str, Any] = field(default_factory=dict, compare=False)
    #: The site's own wording of that day; None is the shipped one.
    source: str | None = None

    @property
    def sha256(self) -> str:
        """The hash that sign-offs and the signed paper keep."""
        return values_sha256(self.kind.code, self.layout.code, self.values)

    @property
    def title(self) -> str:
        """The name of the paper in a list."""
        return title_of(self.kind, self.values)

    @property
    def wording(self) -> str:
        """The digest of the templates in use."""
        return wording_of(self.kind, self.source)


#: Answers in which wording a kind of paper is written on a day; None is the shipped one.
Wordings = Callable[[Kind, date], str | None]


def shipped(_kind: Kind, _on: date) -> None:
    """Answer that every kind is written in its shipped wording."""


def draft(
    kind: Kind | str,
    values: Mapping[str, Any],
    *,
    body: Body,
    on: date,
    wordings: Wordings = shipped,
) -> Draft:
    """Return the draft of a paper that `body` would issue on `on`, in the wording that `wordings` answers.

    `values` are named by the vocabulary (documents/fields.py); what stands under "grounds" may be
    texts, or citations and instruments of the law; values the kind does not use are left out.
    Raises PaperRefused with every reason.
    """
    kind = find(kind) if isinstance(kind, str) else kind
    plain, unfit = _plain(kind, values)
    if {"addressee"} & kind.takes - plain.keys():
        plain["addressee"] = [body.name]
    plain["letterhead"] = _head(kind, body, plain).as_json()
    reasons = [
        *issuers.of_kind(kind, body),
        *issuers.of_power(kind, body, on),
        *refusals.of_names(values),
        *refusals.of_missing(kind, plain, unfit),
        *unfit.values(),
        *refusals.of_letterhead(kind, plain["letterhead"]),
        *refusals.of_texts(plain),
        *refusals.of_instruments(_cited(values), plain.get("grounds", ()), on),
    ]
    if reasons:
        raise PaperRefused(reasons)
    return Draft(kind, layout_on(on), body, on, plain, source=wordings(kind, on))


def render_draft(drafted: Draft, *, draft_round: int | None = None) -> bytes:
    """Return the PDF of a draft, with gaps where number and day will stand."""
    dated = not drafted.kind.numbered
    issue = Issue(drafted.on, day_known=dated, draft_round=draft_round)
    return press(page_of(drafted.kind, drafted.layout, drafted.values, issue, drafted.source))


def values_sha256(kind: str, layout: str, values: Mapping[str, Any]) -> str:
    """Return the SHA-256 of what is signed."""
    return sha256({"kind": kind, "layout": layout, "values": dict(values)})


def _plain(kind: Kind, values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Reason]]:
    plain: dict[str, Any] = {}
    unfit: dict[str, Reason] = {}
    for name in sorted((kind.needs | kind.takes | ALWAYS_TAKEN) & values.keys()):
        if (given := values[name]) in NOTHING:
            continue
        try:
            value = FIELDS[name].shape(_written_out(given) if name == "grounds" else given)
        except Unfit as fault:
            unfit[name] = refusals.unfit(name, str(fault))
        else:
            if value not in NOTHING:
                plain[name] = value
    return plain, unfit


def _head(kind: Kind, body: Body, values: Mapping[str, Any]) -> Letterhead:
    letterhead = Letterhead.of(body)
    if kind.head.team_name:
        return letterhead.for_team(*_team(kind.head, letterhead))
    if kind.head is Head.HOST:
        return letterhead.for_host(values.get("host", ""))
    return letterhead


def _team(head: Head, letterhead: Letterhead) -> tuple[str, str]:
    """The name and the symbol of a team; what a cell sets up is smaller and called tổ."""
    if head not in (Head.INSPECTION_TEAM, Head.SETTLING_TEAM) or not letterhead.sealed_above:
        return head.team_name, head.team_symbol
    return head.team_name.replace("ĐOÀN", "TỔ"), head.team_symbol.replace("Đ", "T", 1)


def _cited(values: Mapping[str, Any]) -> list[Citation | Instrument]:
    return [
        one for one in _listed(values.get("grounds", ())) if isinstance(one, (Citation, Instrument))
    ]


def _written_out(grounds: Any) -> list[Any]:
    return [
        named(one) if isinstance(one, (Citation, Instrument)) else one for one in _listed(grounds)
    ]


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]
