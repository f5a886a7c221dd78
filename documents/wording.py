"""How dates, names and other papers are written in the running text of a Party paper."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.template import Library

from registry.models import Position

register = Library()

#: Days below ten and the first two months are written with a leading zero, so that no figure can
#: be added in front of them; the other months are not.
MONTHS_WRITTEN_WITH_ZERO = (1, 2)


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def month(number: int) -> str:
    """Return a month as a paper writes it: 1 → "01", 3 → "3"."""
    return f"{number:02d}" if number in MONTHS_WRITTEN_WITH_ZERO else str(number)


@register.filter
def figures(value: date | str) -> str:
    """A date in running text: "05/9/2026"."""
    on = _day(value)
    return f"{on.day:02d}/{month(on.month)}/{on.year}"


@register.filter
def cited(reference: Mapping[str, str]) -> str:
    """Another paper as the text names it: "Quyết định số 03-QĐ/UBKTĐU, ngày 15/6/2017"."""
    number = f" số {reference['number']}" if reference.get("number") else ""
    issuer = f" của {reference['by']}" if reference.get("by") else ""
    return f"{reference['kind']}{number}, ngày {figures(reference['on'])}{issuer}"


@register.filter
def joined(names: str | Sequence[str]) -> str:
    """Several names in one sentence: "A, B và C"."""
    if isinstance(names, str):
        return names
    *first, last = names
    return f"{', '.join(first)} và {last}" if first else last


@register.filter
def comrade(person: Mapping[str, str]) -> str:
    """A person with posts: "đồng chí Đinh Văn Xét, Phó Chủ nhiệm Ủy ban Kiểm tra"."""
    posts = (person[part] for part in ("post", "role") if person.get(part))
    return ", ".join([comrade_name(person["name"]), *posts])


@register.filter
def comrade_name(name: str) -> str:
    """A name alone, called comrade once; whoever is no longer in the Party is "ông" or "bà"."""
    return name if name.casefold().startswith(("đồng chí ", "ông ", "bà ")) else f"đồng chí {name}"


@register.filter
def bare_post(post: str) -> str:
    """A post as a signature names it, without its organ: "Phó chủ nhiệm Ủy ban Kiểm tra" is "Phó chủ nhiệm"."""
    labels = sorted((str(one.label) for one in Position), key=len, reverse=True)
    return next((one for one in labels if post.casefold().startswith(one.casefold())), post)


@register.filter
def identified(member: Mapping[str, str]) -> str:
    """A member as a decision names one: name, birth, days in the Party, card, posts, cell."""
    return ", ".join([comrade_name(member["name"]), *_particulars(member)])


@register.filter
def placed(organisation: Mapping[str, str]) -> str:
    """An organisation as a decision names one: "Chi bộ thôn Mẫu Đoài, trực thuộc Đảng ủy xã Mẫu Thượng"."""
    superior = organisation.get("superior")
    return f"{organisation['name']}, trực thuộc {superior}" if superior else organisation["name"]


@register.filter
def introduced(member: Mapping[str, str]) -> str:
    """A member as members name themselves in papers of their own."""
    return ", ".join([member["name"], *_particulars(member)])


def _particulars(member: Mapping[str, str]) -> list[str]:
    said = {
        "born": "sinh ngày ",
        "joined": "vào Đảng ngày ",
        "official": "chính thức ngày ",
        "card": "số thẻ đảng viên ",
        "post": "",
        "unit": "sinh hoạt tại ",
    }
    return [f"{label}{when(member[part])}" for part, label in said.items() if member.get(part)]


@register.filter
def clause(text: str) -> str:
    """Text without its end mark, to go on inside a sentence."""
    return text.rstrip(" .;,")


@register.filter
def sentence(text: str) -> str:
    """Text with exactly one end mark."""
    return text if text.endswith((".", ":", ";", "!", "?", ".”")) else f"{text.rstrip(' ,')}."


@register.filter
def uncapitalised(text: str) -> str:
    """Text whose first letter goes on inside a sentence, unless it begins with an abbreviation."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


@register.filter
def two_figures(number: int) -> str:
    """A count as papers write it: 5 → "05", nothing → "0"."""
    return f"{number:02d}" if number else "0"


@register.filter
def when(text: str) -> str:
    """A time in a table: an exact day in figures, anything else as it was written."""
    try:
        return figures(text)
    except ValueError:
        return text


@register.filter
def pages(contents: Sequence[Mapping[str, str]]) -> str:
    """How many pages the papers of a file have together, two figures at least."""
    return f"{sum(int(row.get('pages') or 0) for row in contents):02d}"


@register.filter
def inspectors(letterhead: Mapping[str, object]) -> str:
    """Whoever inspects for a body: its "Đoàn kiểm tra"; a cell has a "Tổ kiểm tra"."""
    return "Tổ kiểm tra" if letterhead.get("sealed_above") else "Đoàn kiểm tra"


@register.filter
def settlers(letterhead: Mapping[str, object]) -> str:
    """Whoever settles a denunciation for a body: its "Đoàn giải quyết tố cáo"; a cell has a "Tổ"."""
    return f"{'Tổ' if letterhead.get('sealed_above') else 'Đoàn'} giải quyết tố cáo"


@register.filter
def their_leader(letterhead: Mapping[str, object]) -> str:
    """Whoever leads those who inspect: "trưởng đoàn", in a cell "tổ trưởng"."""
    return "tổ trưởng" if letterhead.get("sealed_above") else "trưởng đoàn"
