"""The table of what is confirmed and what is not, as Markdown for the README."""

from collections import Counter

from law.lawbook import LawBook
from law.rows import Row

HEADINGS = {
    "confirmed": "xác nhận (hai văn bản hoặc toàn văn)",
    "one_text": "một văn bản",
    "uncertain": "nhớ lại, chưa chắc chắn",
    "unknown": "chưa đọc được: phải hỏi",
}


def confirmed_table(book: LawBook) -> str:
    """Return the rows of the law counted by chapter and by how sure we are of them."""
    lines = [
        f"| Chương | {' | '.join(HEADINGS.values())} | cộng |",
        f"|---|{'---:|' * (len(HEADINGS) + 1)}",
    ]
    rows = list(book.rows())
    chapter = {parameter.id: parameter.area for parameter in book.all_parameters()}
    for area, label in book.areas.items():
        lines.append(_line(label, [row for row in rows if chapter[row.rule] == area]))
    lines.append(_line("**Cộng**", rows))
    return "\n".join(lines) + "\n"


def _line(label: str, rows: list[Row]) -> str:
    counted = Counter("unknown" if row.state == "unknown" else row.confidence for row in rows)
    cells = [str(counted[kind]) for kind in HEADINGS]
    return f"| {label} | {' | '.join(cells)} | {len(rows)} |"
