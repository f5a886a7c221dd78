"""Whether a wording a site hands in may take the place of the shipped one: every fault, said at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any

from django.template import TemplateSyntaxError
from django.template.base import Lexer, TokenType

import law
from documents import refusals
from documents.catalogue import Kind
from documents.checker import check
from documents.drafting import Draft, PaperRefused, draft
from documents.pages import Issue, Unresolved, page_of, templates
from documents.press import press
from documents.proofs import Proof, Source
from documents.samples import sample_body, sample_values
from law import Reason

#: The longest wording that is read at all; the longest shipped one is a tenth of it.
LONGEST = 60_000

#: Numbers of instruments, articles, deadlines: they come from the law's dated rows, never from a wording.
OF_THE_LAW = re.compile(r"\d+-Q[ĐĐ]\w*/|\d+\s*(?:ngày|tháng|năm)\b|khoản \d|Điều lệ \d")
#: Whom nobody may call so before a decision.
ACCUSING = re.compile(r"(?:người|kẻ|đảng viên|đối tượng) vi phạm", re.IGNORECASE)
REMOTE = re.compile(
    r"https?:|file:|ftp:|data:|javascript:|//\w|url\s*\(|@import|expression\s*\(", re.IGNORECASE
)

#: What a wording may say to the engine; nothing of it reads a file, a clock or a setting.
TAGS = frozenset(
    [
        "extends",
        "block",
        "endblock",
        "if",
        "elif",
        "else",
        "endif",
        "for",
        "empty",
        "endfor",
        "include",
        "firstof",
        "with",
        "endwith",
        "cycle",
    ]
)
FILTERS = frozenset(
    [
        "clause",
        "joined",
        "cited",
        "uncapitalised",
        "sentence",
        "figures",
        "capfirst",
        "two_figures",
        "inspectors",
        "settlers",
        "identified",
        "length",
        "comrade",
        "upper",
        "pages",
        "comrade_name",
        "when",
        "placed",
        "their_leader",
        "lower",
        "introduced",
    ]
)
BASES = frozenset(
    f"papers/{name}.html" for name in ("frame", "decision", "letter", "minutes", "ballot")
)
HTML_TAGS = frozenset(
    [
        "section",
        "div",
        "p",
        "span",
        "b",
        "i",
        "h2",
        "h3",
        "table",
        "colgroup",
        "col",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ]
)
ATTRIBUTES = frozenset({"class", "data-block", "style", "colspan", "rowspan"})
STYLE = re.compile(r"width: \d{1,3}mm;?")
_ENGINE = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)


def faults(kind: Kind, source: str) -> list[Reason]:
    """Return every reason why `source` may not be the wording of `kind`; empty: it may.

    What it looks like in print is tried only when nothing is wrong with what it says.
    """
    if len(source) > LONGEST:
        return [_fault("length", f"Mẫu dài {len(source)} ký tự, tối đa {LONGEST}.")]
    found = [one for look in _LOOKS for one in look(kind, source)]
    return found or [*_printed(kind, source)]


def sample_draft(kind: Kind, on: date, source: str | None) -> Draft:
    """Return a draft of invented values in this wording (None: the shipped one)."""
    values = sample_values(kind, on)
    return draft(kind, values, body=sample_body(kind), on=on, wordings=lambda *_asked: source)


def sample_pdf(kind: Kind, on: date, source: str | None) -> bytes:
    """Return the print of invented values in this wording."""
    return press(_page(sample_draft(kind, on, source)))


def _page(drafted: Draft) -> str:
    return page_of(drafted.kind, drafted.layout, drafted.values, _issue(drafted), drafted.source)


def _issue(drafted: Draft) -> Issue:
    return Issue(drafted.on, number=3 if drafted.kind.numbered else None)


def _of_engine(_kind: Kind, source: str) -> Iterator[Reason]:
    """Only the tags and filters that lay out values; only the frames and parts that are shipped."""
    for token in Lexer(source).tokenize():
        said = token.contents.split()
        if token.token_type is TokenType.BLOCK and said:
            if said[0] not in TAGS:
                yield _fault("tag", f"Không dùng được thẻ “{{% {said[0]} %}}”.")
            elif said[0] in ("extends", "include") and not _is_shipped(said):
                yield _fault(
                    "include", f"Không dùng được “{' '.join(said[:2])}”: chỉ khung, phần đã có sẵn."
                )
        if token.token_type in (TokenType.BLOCK, TokenType.VAR):
            for used in re.findall(r"\|\s*(\w+)", re.sub(r"\"[^\"]*\"", "", token.contents)):
                if used not in FILTERS:
                    yield _fault("filter", f"Không dùng được bộ lọc “{used}”.")
    if not re.match(r"\s*{% extends ", source):
        yield _fault("frame", "Mẫu phải bắt đầu bằng khung thể thức ({% extends %}).")


def _is_shipped(said: list[str]) -> bool:
    name = said[1].strip("\"'") if len(said) > 1 else ""
    if said[0] == "extends":
        return name in BASES
    return name == "paper.foot" or bool(re.fullmatch(r"papers/parts/[a-z_]+\.html", name))


def _of_html(_kind: Kind, source: str) -> Iterator[Reason]:
    """Only plain parts of a page: nothing is fetched, nothing is run, no box of the frame is taken over."""
    reader = _Html()
    reader.feed(_ENGINE.sub("", source))
    yield from reader.found
    if found := REMOTE.search(_ENGINE.sub("", source)):
        yield _fault("remote", f"Không được dẫn tới tệp, địa chỉ bên ngoài (“{found[0]}”).")


class _Html(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[Reason] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in HTML_TAGS:
            self.found.append(_fault("html", f"Không dùng được phần tử “<{tag}>”."))
        for name, value in attrs:
            styled = name != "style" or STYLE.fullmatch((value or "").strip())
            if name not in ATTRIBUTES or not styled:
                self.found.append(_fault("html", f"Không dùng được thuộc tính “{name}={value}”."))

    def handle_decl(self, decl: str) -> None:
        self.found.append(_fault("html", f"Không dùng được “<!{decl}>”."))

    handle_pi = unknown_decl = handle_decl


def _of_words(_kind: Kind, source: str) -> Iterator[Reason]:
    """No number of the law, no accusing word, no secret mark."""
    words = re.sub(r"{[{%].*?[}%]}|<[^>]+>", " ", source, flags=re.DOTALL)
    for found in sorted(set(OF_THE_LAW.findall(words))):
        yield _fault(
            "law",
            f"Mẫu ghi “{found.strip()}”: số văn bản, điều khoản, thời hạn lấy từ bộ quy định theo ngày.",
            "Bỏ số này; dùng mục dữ liệu của văn bản.",
        )
    for found in sorted(set(ACCUSING.findall(words))):
        yield _fault(
            "accusing",
            f"Mẫu gọi người được xem xét là “{found}”.",
            "Dùng “đối tượng”, “đảng viên được xem xét”.",
        )
    yield from (
        one for one in refusals.of_texts({"content": words}) if one.rule == "paper.classified"
    )


def _of_blocks(kind: Kind, source: str) -> Iterator[Reason]:
    """Every block without which the paper is not this paper, each once."""
    for block in kind.blocks:
        times = source.count(f'data-block="{block}"') or _in_parts(source, block)
        if times != 1:
            yield _fault(
                "block",
                f"Phần bắt buộc “{block}” có {times} lần trong mẫu, phải có đúng một lần.",
                f'Đặt phần này trong <section data-block="{block}">.',
            )


def _in_parts(source: str, block: str) -> int:
    """A block that a shipped frame or part brings along, as the decision brings its căn cứ."""
    named = re.findall(r'{% (?:extends|include) "([^"]+)"', source)
    texts = (_shipped(name) for name in dict.fromkeys(named))
    return sum(
        text.count(f'data-block="{block}"') or _in_parts(text, block)
        for text in texts
        if text != source
    )


def _shipped(name: str) -> str:
    try:
        return str(templates().get_template(name).source)
    except (LookupError, TemplateSyntaxError, OSError):
        return ""
    except Exception:
        return ""


def _of_syntax(_kind: Kind, source: str) -> Iterator[Reason]:
    try:
        templates().from_string(source)
    except TemplateSyntaxError as fault:
        yield _fault("syntax", f"Mẫu viết sai cú pháp: {fault}.")


def _printed(kind: Kind, source: str) -> Iterator[Reason]:
    """It prints invented values in every layout, from all values and from those it cannot do without."""
    for on in _one_day_of_each_layout():
        try:
            drafted = sample_draft(kind, on, source)
            enough = kind.needed_with(drafted.values) | {"letterhead"}
            bare = {name: value for name, value in drafted.values.items() if name in enough}
            page_of(kind, drafted.layout, bare, _issue(drafted), source)
            page = _page(drafted)
        except Unresolved as missing:
            yield _fault("value", f"Mẫu dùng mục không có trong loại văn bản này: {missing}.")
            continue
        except PaperRefused as refused:
            yield from refused.reasons
            continue
        except Exception as fault:
            yield _fault("render", f"Không lập được văn bản mẫu: {type(fault).__name__}.")
            continue
        proof = Proof(press(page), Source(kind, drafted.layout, _issue(drafted), page))
        for one in check(kind.code, proof)[1]:
            yield _fault("looks", f"Thể thức {drafted.layout.label}: {one.check}: {one.what}.")


def _one_day_of_each_layout() -> list[date]:
    regimes = {law.layout_on(one.start) for one in law.instruments.all()}
    return sorted(regime.instrument.start for regime in regimes if not regime.approximate)


def _fault(name: str, text: str, remedy: str = "Sửa mẫu rồi tải lên lại.") -> Reason:
    return Reason(f"wording.{name}", text, remedy=remedy)


_LOOKS: tuple[Callable[[Kind, str], Iterator[Any]], ...] = (
    _of_engine, _of_html, _of_words, _of_blocks, _of_syntax,
)  # fmt: skip
