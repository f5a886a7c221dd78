"""From values to the page of a paper: templates, every value escaped, nothing left unresolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import Context, Engine, Template

from documents.catalogue import Head, Kind
from documents.layouts import Layout
from documents.wording import joined, month, two_figures
from proof.canonical import sha256

STYLE = "papers/paper.css"

#: Marks the place where a template names a value that is not there; no font has a glyph for it.
UNRESOLVED = "\ue000"

#: Never broken over two lines: numbers of papers, dates, numbers of articles.
KEPT_TOGETHER = re.compile(
    r"\d{1,4}-[^\W\d_]{1,6}/[^\W\d_]{2,12}(?:-[^\W\d_]{2,12})*"
    r"|\d{1,2}/\d{1,2}/\d{4}"
    r"|Điều \d+"
)

_WITH_SPACE = re.compile(rf"( ?)({KEPT_TOGETHER.pattern})")


class Unresolved(LookupError):
    """A template names a value that it was not given: a fault of the template, never printed."""


@dataclass(frozen=True)
class Issue:
    """What is added to the frozen values when a paper is printed.

    `number` None leaves a gap where the clerk's number goes; with `day_known` false the day is left
    open too. `draft_round` prints "Dự thảo lần …"; `two_sided` mirrors the margins of even pages.
    """

    on: date
    number: int | None = None
    day_known: bool = True
    draft_round: int | None = None
    two_sided: bool = False


def page_of(
    kind: Kind, layout: Layout, values: Mapping[str, Any], issue: Issue, source: str | None = None
) -> str:
    """Return the HTML of a paper, in the shipped wording of its kind or in that of a `source`.

    Raises Unresolved when the template misses a value.
    """
    team_word = "Tổ" if values["letterhead"].get("sealed_above") else "Đoàn"  # a cell sets up a tổ
    context = Context(
        {**values, "layout": layout, "team_word": team_word, "paper": _paper(kind, values, issue)}
    )
    html = _template(kind, source).render(context)
    if UNRESOLVED in html:
        raise Unresolved(f"{kind.template}: {html.split(UNRESOLVED)[1]}")
    return kept_together(html)


def title_of(kind: Kind, values: Mapping[str, Any]) -> str:
    """Return the name of one paper in a list: "Quyết định giám sát chuyên đề đối với …"."""
    heading = kind.heading.capitalize() or "Công văn về việc"
    return f"{heading} {abstract_of(kind, values)}"


def abstract_of(kind: Kind, values: Mapping[str, Any]) -> str:
    """Return the trích yếu of one paper."""
    return kind.abstract.format_map(_said(values))


def recipients_of(kind: Kind, values: Mapping[str, Any]) -> list[str]:
    """Return the lines of Nơi nhận of one paper: those given, else the usual ones of its kind."""
    return values.get("recipients") or list(_usual_recipients(kind, values))


def symbol_of(kind: Kind, values: Mapping[str, Any]) -> str:
    """Return kind and organ as they follow the serial number: "QĐ/UBKTĐU"."""
    return f"{kind.symbol}/{values['letterhead']['symbol']}"


def number_text(kind: Kind, values: Mapping[str, Any], number: int) -> str:
    """Return the number as other papers cite it: "03-QĐ/UBKTĐU"."""
    return f"{two_figures(number)}-{symbol_of(kind, values)}"


@lru_cache
def wording_of(kind: Kind, source: str | None = None) -> str:
    """Return the SHA-256 of the wording: the kind's template (or a site's `source`), all it is built on, the style."""
    own = _source(kind.template) if source is None else source
    others = (_parts_of(own) | {STYLE}) - {kind.template}
    return sha256([[name, _source(name)] for name in sorted(others)] + [[kind.template, own]])


def shipped_source(kind: Kind) -> str:
    """Return the text of the shipped wording of a kind."""
    return _source(kind.template)


@lru_cache(maxsize=64)
def _template(kind: Kind, source: str | None) -> Template:
    return (
        templates().get_template(kind.template)
        if source is None
        else templates().from_string(source)
    )


@lru_cache
def templates() -> Engine:
    """The engine of papers only: no site context, values escaped, missing values marked."""
    folder = settings.BASE_DIR / "templates"
    return Engine(
        string_if_invalid=f"{UNRESOLVED}%s{UNRESOLVED}",
        builtins=["documents.wording"],
        loaders=[
            (
                "django.template.loaders.cached.Loader",
                [("django.template.loaders.filesystem.Loader", [folder])],
            )
        ],
    )


def _paper(kind: Kind, values: Mapping[str, Any], issue: Issue) -> dict[str, Any]:
    abstract = abstract_of(kind, values)
    lead, subject, after = _around_its_subject(abstract)
    return {
        "title": title_of(kind, values),
        "word": kind.heading.capitalize() or "Công văn",
        "issuer": _issuer(kind, values),
        "heading": kind.heading,
        "abstract": abstract,
        "abstract_lead": lead,
        "abstract_subject": subject,
        "abstract_after": after,
        "symbol": symbol_of(kind, values) if kind.numbered else "",
        "serial": "" if issue.number is None else two_figures(issue.number),
        "blank": issue.number is None,
        "day": issue.on.isoformat(),
        "day_open": not issue.day_known,
        "day_of_month": two_figures(issue.on.day) if issue.day_known else "",
        "month": month(issue.on.month),
        "year": issue.on.year,
        "draft_round": issue.draft_round,
        "two_sided": issue.two_sided,
        "recipients": recipients_of(kind, values),
        "foot": f"papers/parts/foot_{kind.signed_by.foot}.html",
    }


def _issuer(kind: Kind, values: Mapping[str, Any]) -> str:
    """Who issues the paper, as a sentence names it: a team and a host by their own name."""
    if kind.head.team_name:
        return values["letterhead"]["issuing_line"].capitalize()
    return values.get("host") if kind.head is Head.HOST else values["letterhead"]["name"]


def _around_its_subject(abstract: str) -> tuple[str, str, str]:
    """An abstract in three: whom it is about stays together on a line, so that no name is broken."""
    for sign in (" đối với ", " của đồng chí ", " đồng chí "):
        lead, found, rest = abstract.partition(sign)
        if found:
            subject, comma, after = rest.partition(", ")
            return lead, f"{sign.strip()} {subject}{comma.strip()}", after
    return abstract, "", ""


def _usual_recipients(kind: Kind, values: Mapping[str, Any]) -> Iterator[str]:
    letterhead = values["letterhead"]
    for line in kind.recipients:
        reports_to_itself = "{committee}" in line and letterhead["committee"] == letterhead["name"]
        if not reports_to_itself:
            said = line.format_map(_said(values))
            yield said[:1].upper() + said[1:]


def _said(values: Mapping[str, Any]) -> dict[str, str]:
    letterhead = values["letterhead"]
    texts = {name: joined(v) for name, v in values.items() if isinstance(v, str) or _is_lines(v)}
    named = {name: letterhead[name] for name in ("committee", "keeper")}
    return {**texts, "body": letterhead["name"], **named}


def _is_lines(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)


def kept_together(html: str) -> str:
    """Return the page with numbers, dates and articles marked as never broken over two lines."""
    head, tag, body = html.partition("<body")
    wrapped = re.sub(r">[^<]+", lambda text: _WITH_SPACE.sub(_kept, text[0]), body)
    return head + tag + wrapped


def _kept(found: re.Match[str]) -> str:
    # The space stands in a box of its own: WeasyPrint 70 breaks a line after its first word when
    # the text in front of such a span fits and only its last space does not.
    space = "<span> </span>" if found[1] else ""
    return f'{space}<span class="kept">{found[2]}</span>'


def _built_on(name: str) -> set[str]:
    feet = ["papers/parts"] if name == "papers/frame.html" else []
    parts = [
        f"{folder}/{path.name}" for folder in feet for path in (_folder() / folder).glob("foot_*")
    ]
    return {name}.union(_parts_of(_source(name)), *(_built_on(part) for part in parts))


def _parts_of(source: str) -> set[str]:
    """The names of everything that a wording extends or includes, and what that is built on."""
    named = re.findall(r'{% (?:extends|include) "([^"]+)"', source)
    return set().union(*(_built_on(part) for part in named))


def _source(name: str) -> str:
    return (_folder() / name).read_text(encoding="utf-8")


def _folder() -> Path:
    return settings.BASE_DIR / "templates"
