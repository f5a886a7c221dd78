"""What an English page says, text by text, and what of it is data: the words of the database, of law, of papers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import polib
import yaml
from django.apps import apps
from django.conf import settings
from django.db.models import CharField, DateField, JSONField, TextField

from cases.models import Case
from desk.catalogues import SOURCE
from desk.marked import VIETNAMESE
from documents.kinds import every_kind

_WORDS = re.compile(r"\w+")
_VOID = {
    "input",
    "img",
    "br",
    "meta",
    "link",
    "hr",
    "use",
    "path",
    "rect",
    "wbr",
    "source",
    "col",
    "polygon",
}
#: Within a name of law that is made of parts: "Điều 5, khoản 2", "Quy định số 22, ngày …".
_CITED = (
    "Chỉ thị",
    "Nghị quyết",
    "Điều",
    "khoản",
    "điểm",
    "mục",
    "phụ lục",
    "Điều lệ Đảng",
    "Quy định số",
    "ngày",
    "của",
    "năm",
    "tháng",
)


class Texts(HTMLParser):
    """The texts of a page, each with the language of the element that holds it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.told: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append((tag, dict(attrs).get("lang") or self.language))

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at][0] == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open and self.open[-1][0] not in ("script", "style"):
            self.told.append((" ".join(data.split()), self.language))

    @property
    def language(self) -> str:
        return self.open[-1][1] if self.open else ""


def unmarked(page: str) -> list[str]:
    """Return the texts that hold Vietnamese outside an element that says so."""
    return [text for text, lang in Texts(page).told if lang != "vi" and VIETNAMESE.search(text)]


class Data:
    """Everything in the database, the law's sources and the titles of papers, found again word for word."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        titles = (one.title for one in (*every_kind(), *Case.objects.all()))
        for text in {*_in_tables(), *_in_sources(), *_quoted(), *titles, *_CITED}:
            for line in text.splitlines():
                words = tuple(_WORDS.findall(line.casefold()))
                if words and VIETNAMESE.search(line):
                    self._by_first[words[0]].append(words)
        for known in self._by_first.values():
            known.sort(key=len, reverse=True)

    def not_explained(self, page: str) -> list[str]:
        """Return the texts of the page that hold Vietnamese words which stand nowhere in the data."""
        whole = Texts(re.sub(r"</?bdi[^>]*>", "", page)).told
        return [
            text for text, _lang in whole if VIETNAMESE.search(text) and not self._explains(text)
        ]

    def _explains(self, text: str) -> bool:
        words = _WORDS.findall(text.casefold())
        at = 0
        while at < len(words):
            known = (
                one
                for one in self._by_first.get(words[at], ())
                if tuple(words[at : at + len(one)]) == one
            )
            step = len(next(known, ()))
            if not step and VIETNAMESE.search(words[at]):
                return False
            at += step or 1
        return True


def _in_tables() -> Iterator[str]:
    for model in apps.get_models():
        names = [
            field.attname
            for field in model._meta.concrete_fields
            if isinstance(field, CharField | TextField | JSONField)
            and not isinstance(field, DateField)
        ]
        for row in model._base_manager.values_list(*names) if names else ():
            yield from _leaves(row)


def _in_sources() -> Iterator[str]:
    """The sentences of law and of official forms, but for the labels, which are ours."""
    for room in ("law", "reports"):
        for path in (Path(settings.BASE_DIR) / room).rglob("*.yaml"):
            yield from _leaves(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))


def _quoted() -> Iterator[str]:
    """What an English sentence of ours quotes on purpose: what a paper says, an example of a name."""
    for one in polib.pofile(str(SOURCE / "en/LC_MESSAGES/django.po")):
        yield from (word for word in _WORDS.findall(one.msgstr) if VIETNAMESE.search(word))


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            if name != "label_vi":
                yield from _leaves(one)
    elif isinstance(value, Iterable):
        for one in value:
            yield from _leaves(one)
