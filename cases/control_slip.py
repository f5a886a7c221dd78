"""The control slip of a paper: what proves which law, which data and which form each of its words came from.

Kept with the file copy and never with the original: the original carries no hash and no data of a case.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.template import Context

from cases.models import RecordPaper
from documents.fields import FIELDS
from documents.layouts import layout_named
from documents.models import Paper
from documents.pages import kept_together, templates
from documents.press import press
from law.differences import CONFIDENCES, value_in_words
from workflows import catalogue

Line = tuple[str, str]

#: Of a value, only its beginning stands on the slip: it is told apart by it, and its hash covers the whole.
LONGEST = 90


def slip(held: RecordPaper) -> bytes:
    """Return the slip of a signed paper as a PDF; the same paper gives the same bytes."""
    return press(slip_page(held))


def slip_page(held: RecordPaper) -> str:
    """Return the page of the slip, from what was frozen when the paper was signed and printed."""
    paper = held.paper
    context = {
        "day": (paper.dated or paper.signed_on).isoformat(),
        "layout": layout_named(paper.layout),
        "about": list(_about(held)),
        "hashes": list(_hashes(held)),
        "grounds": [_sure(one) for one in paper.sources.get("grounds", [])],
        "rules": list(_rules(held)),
        "values": list(_values(paper)),
    }
    return kept_together(templates().get_template("papers/slip.html").render(Context(context)))


def _about(held: RecordPaper) -> Iterator[Line]:
    paper, step = held.paper, catalogue.get(held.case.procedure).step(held.record.step)
    yield "Tên văn bản", paper.title
    yield "Số, ký hiệu", paper.number_text or "không cấp số"
    yield "Cơ quan ban hành", paper.body.name
    yield "Người ký", paper.signed_by.full_name if paper.signed_by else "nơi khác gửi đến"
    yield "Hồ sơ, bước", f"{held.case.reference}, {step.label if step else held.record.step}"


def _hashes(held: RecordPaper) -> Iterator[Line]:
    paper, record = held.paper, held.record
    printed = getattr(paper, "print", None)
    yield "Bản in (SHA-256)", printed.sha256 if printed else "chưa in"
    yield "Số trang", str(printed.pages) if printed else "chưa in"
    yield "Nội dung đã ký (SHA-256)", paper.values_sha256
    yield "Thể thức", layout_named(paper.layout).label
    yield "Mẫu văn bản khi ký (SHA-256)", paper.wording or "chưa ghi"
    yield "Mẫu văn bản khi in (SHA-256)", printed.wording if printed else "chưa in"
    yield "Bản quy định (SHA-256)", paper.sources.get("law") or "chưa ghi"
    yield "Ấn bản quy trình (SHA-256)", record.edition_id
    yield "Bản ghi số", f"{record.sequence} của hồ sơ"
    yield "Mã băm bản ghi", record.hash
    yield "Dữ kiện đã xét (SHA-256)", record.facts_id


def _rules(held: RecordPaper) -> Iterator[dict[str, Any]]:
    """The rows asked while the words were written, then those the step was judged by, each once."""
    told: set[tuple[str, Any]] = set()
    for hit in (*held.paper.sources.get("rules", ()), *held.record.hits):
        row = (hit["rule"], hit.get("key"))
        if row not in told:
            told.add(row)
            said = "căn cứ của bước" if hit.get("unit") == "basis" else _begins(value_in_words(hit))
            yield _sure({**hit, "said": said})


def _sure(said: dict[str, Any]) -> dict[str, Any]:
    """The same, with how sure the law is of it in words."""
    return {**said, "confidence": CONFIDENCES.get(said.get("confidence") or "", "")}


def _values(paper: Paper) -> Iterator[dict[str, Any]]:
    sources = paper.sources.get("values", {})
    for name, value in sorted(paper.values.items()):
        if name in FIELDS and name != "grounds":
            label = FIELDS[name].label
            yield {
                "label": label[:1].upper() + label[1:],
                "begins": _begins(value),
                "from": sources.get(name, []),
            }


def _begins(value: Any) -> str:
    text = " ".join(_texts(value))
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} (còn tiếp)"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    else:
        yield str(value)
