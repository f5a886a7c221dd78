"""The users' guide: the pages of docs/user, written as for a repository, made into pages of the site."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

from registry.models import Position

#: Where the pages lie: Vietnamese here, English under `en`, pictures one folder a language.
FOLDER = Path(settings.BASE_DIR) / "docs" / "user"
PICTURES = FOLDER / "pictures"

_PREPARING = {
    Position.OFFICER,
    Position.MEMBER,
    Position.VICE_CHAIR,
    Position.SECTION_CHIEF,
    Position.HEAD,
    Position.DEPUTY_HEAD,
}
_SECRETARIES = {Position.SECRETARY, Position.DEPUTY_SECRETARY}


@dataclass(frozen=True)
class Guide:
    """One page: its file without the ending, its title, and the posts whose holders it is written for."""

    slug: str
    title: str
    posts: frozenset[str] = frozenset()

    @property
    def url(self) -> str:
        """Its address on the site."""
        return reverse("guide", kwargs={"slug": self.slug})


def _for(slug: str, title: str, posts: Collection[str] = ()) -> Guide:
    return Guide(slug, title, frozenset(map(str, posts)))


#: Whose page is whose; the first that fits is the reader's own.
GUIDES = (
    _for("giam-sat-ho-so", _("Công việc của cán bộ giám sát hồ sơ"), {Position.AUDITOR}),
    _for("van-thu", _("Công việc của văn thư"), {Position.CLERK}),
    _for("nguoi-ky", _("Người ký, người duyệt"), {Position.CHAIR, Position.VICE_CHAIR}),
    _for("can-bo", _("Cán bộ theo dõi địa bàn, đoàn kiểm tra, giám sát"), _PREPARING),
    _for("chi-bo", _("Công việc của bí thư chi bộ"), _SECRETARIES),
    _for("danh-sach-dang-vien", _("Người giữ danh sách đảng viên, tổ chức đảng"), _SECRETARIES),
    _for("to-chuc-dang", _("Kỷ luật, giải tán, sắp xếp tổ chức đảng"), _SECRETARIES),
    _for("uy-vien-bo-phieu", _("Người dự họp, bỏ phiếu"), {Position.MEMBER}),
    _for("nguoi-co-ho-so", _("Khi bạn là đảng viên có hồ sơ đang xem xét")),
    _for("dang-nhap", _("Đăng nhập và giữ tài khoản")),
    _for("dieu-chung", _("Điều cần biết cho mọi vai, và một hồ sơ từ đầu đến cuối")),
    _for("sao-luu", _("Sao lưu, phục hồi (người trông máy chủ)")),
)
BY_SLUG = {guide.slug: guide for guide in GUIDES}
#: The page at the top of the folder, which a repository shows by itself.
_FILES = {"dieu-chung": "README"}
_SLUGS = {file: slug for slug, file in _FILES.items()}


def guides_of(positions: Collection[str]) -> list[Guide]:
    """The pages written for whoever holds `positions`; who holds none may have a file, or be called to vote."""
    own = [guide for guide in GUIDES if guide.posts & frozenset(positions)]
    return own or [BY_SLUG["nguoi-co-ho-so"], BY_SLUG["uy-vien-bo-phieu"]]


@dataclass(frozen=True)
class Heading:
    """One part of a page, as the list beside it names it."""

    text: str
    anchor: str


@dataclass(frozen=True)
class Written:
    """One page, ready to be shown: in which language it is, its title, its parts, its text."""

    language: str
    title: str
    headings: list[Heading]
    html: SafeString


@lru_cache(maxsize=64)
def written(slug: str, language: str) -> Written:
    """Return the page in `language`, or in Vietnamese where it was not translated."""
    file = f"{_FILES.get(slug, slug)}.md"
    english = FOLDER / "en" / file
    language = "en" if language == "en" and english.exists() else "vi"
    text = (english if language == "en" else FOLDER / file).read_text(encoding="utf-8")
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    title, *tokens = _parted(reader.parse(text))
    headings = list(_with_anchors(tokens))
    for token in tokens:
        _lead_into_the_site(token, language)
    html = reader.renderer.render(tokens, reader.options, {})
    return Written(language, title, headings, mark_safe(html))  # noqa: S308 -- our own pages, without HTML


def _parted(tokens: list[Token]) -> Iterator[str | Token]:
    """Yield the title, then everything below it."""
    yield tokens[1].content
    yield from tokens[3:]


def _with_anchors(tokens: list[Token]) -> Iterator[Heading]:
    for opening, inside in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h2":
            anchor = slugify(inside.content.replace("đ", "d").replace("Đ", "D"))
            opening.attrSet("id", anchor)
            yield Heading(inside.content, anchor)
        elif opening.type == "table_open":
            opening.attrSet("class", "table")


def _lead_into_the_site(token: Token, language: str) -> None:
    """Links between pages and addresses of pictures, as the site has them."""
    for child in token.children or ():
        if child.type == "link_open":
            child.attrSet("href", _address(str(child.attrGet("href"))))
        elif child.type == "image":
            name = Path(str(child.attrGet("src"))).name
            child.attrSet("src", static(f"guide/{language}/{name}"))
            child.attrSet("loading", "lazy")


def _address(target: str) -> str:
    """Where a link of a page leads: to another page of the guide, or to all of them."""
    file, _hash, anchor = target.partition("#")
    slug = _SLUGS.get(Path(file).stem, Path(file).stem)
    there = BY_SLUG[slug].url if slug in BY_SLUG and ".." not in file else reverse("help")
    return f"{there}#{anchor}" if anchor else there
