"""Where each value of a paper came from: an answer, a row of the file, the register, the law, or the form itself.

Kept with the signed paper for its control slip, never printed on the paper. A value is traced by its
words: the places that said the same when the paper was drafted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import law
from cases.dossier import Dossier
from documents import grounds
from documents.fields import FIELDS
from documents.wording import figures
from law.hits import Hit
from workflows.components import COMPONENTS
from workflows.rows import RowKind

#: What a dossier read of the file for a paper, and how a reader calls it.
_READ = {
    "subject_names": "đối tượng ghi trong hồ sơ",
    "host": "danh bạ tổ chức đảng",
    "theme": "nội dung ghi trong hồ sơ",
    "period": "mốc thời gian ghi trong hồ sơ",
    "duration": "thời gian làm việc ghi trong hồ sơ",
    "team": "thành viên đoàn ghi trong hồ sơ",
    "doer": "chức vụ trong danh bạ",
    "signatory": "chức vụ trong danh bạ",
    "leader": "thành viên đoàn ghi trong hồ sơ",
    "papers": "văn bản khác của hồ sơ",
    "opening_decision": "văn bản khác của hồ sơ",
    "meeting": "hồ sơ kỳ họp",
    "vote": "biên bản kiểm phiếu, kết quả biểu quyết",
    "findings": "nội dung kết luận trong hồ sơ",
    "concluded": "nội dung kết luận trong hồ sơ",
    "contents": "văn bản, tài liệu có trong hồ sơ",
    "observed": "việc đã theo dõi ghi trong hồ sơ",
}
FORM = "lời của mẫu văn bản, phần mềm ghép từ các mục trên"
#: Shorter words stand in too many places to tell where they came from.
LEAST = 7
REGISTER = "danh bạ: cơ quan ban hành"


def of_paper(
    values: Mapping[str, Any], dossier: Dossier, heard: Mapping[str, Hit]
) -> dict[str, Any]:
    """Return, as plain values, the law a paper was written under and the sources of each of its values."""
    places = list(_places(dossier, heard))
    return {
        "law": law.version(),
        "basis": dossier.step.basis,
        "grounds": [_ground(one) for one in values.get("grounds", ())],
        "rules": [_rule(hit) for _name, hit in sorted(heard.items())],
        "values": {
            name: _found(value, places) or [FORM]
            for name, value in sorted(values.items())
            if name not in ("letterhead", "grounds")
        },
    }


def _ground(text: str) -> dict[str, str]:
    """Which instrument of the law a căn cứ names; none is a paper of the organ's own."""
    for one in law.instruments.all():
        if text.removeprefix("Căn cứ ") == grounds.named(one):
            return {"text": text, "instrument": one.id, "confidence": str(one.confidence)}
    return {"text": text}


def _rule(hit: Hit) -> dict[str, Any]:
    said = hit.as_json()
    return {
        name: said[name]
        for name in ("rule", "key", "value", "unit", "state", "citation", "confidence")
    }


def _places(dossier: Dossier, heard: Mapping[str, Hit]) -> Iterator[tuple[str, set[str]]]:
    labels = {question.name: question.label for question in dossier.step.inputs}
    prepared = dossier.file.procedure.steps.get(f"draft_{dossier.step.code}")
    labels |= {one.name: one.label for one in (prepared.inputs if prepared else ())}
    for name, answer in dossier.inputs.items():
        if name == COMPONENTS.name:
            for part, said in (answer or {}).items():
                label = FIELDS[part].label if part in FIELDS else part
                yield f"người soạn chọn: {label}", set(_leaves(said))
        else:
            yield f"người soạn ghi: {labels.get(name, name).lower()}", set(_leaves(answer))
    for row in dossier.file.facts.rows:
        if row.kind == RowKind.DRAFT:  # what it says, its drafter said: told above
            continue
        yield f"hồ sơ, mục {row.number}: {RowKind(row.kind).label.lower()}", set(_leaves(row.facts))
    if "rows" in vars(dossier):
        for kind, kept in dossier.rows.items():
            if kind == RowKind.DRAFT:
                continue
            yield (
                f"hồ sơ, mục {kept.number}: {RowKind(kind).label.lower()}",
                set(_leaves(kept.words)),
            )
    for name, label in _READ.items():
        if name in vars(dossier):  # what was not read was not printed either
            yield label, set(_leaves(vars(dossier)[name]))
    for rule, hit in heard.items():
        yield f"quy định {rule}", {_bare(str(hit.cited or "")), _bare(str(hit.value))}
    yield REGISTER, {_bare(dossier.body.name)}


def _found(value: Any, places: list[tuple[str, set[str]]]) -> list[str]:
    """The places that said all or a part of a value, in their order."""
    wanted = list(_leaves(value))
    if len(wanted) > 1:  # "1" among the cells of a table says nothing of where the table came from
        wanted = [one for one in wanted if len(one) > LEAST]
    return [label for label, said in places if any(_says(said, one) for one in wanted)]


def _says(said: set[str], wanted: str) -> bool:
    parts = (one for one in said if min(len(one), len(wanted)) > LEAST)
    return wanted in said or any(one in wanted or wanted in one for one in parts)


def _leaves(value: Any) -> Iterator[str]:
    """Every text in a value, without marks at its ends; days as papers write them."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _leaves(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _leaves(one)
    elif value not in (None, "") and not isinstance(value, bool):
        for line in str(value).splitlines():
            if text := _bare(line):
                yield text
                if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
                    yield figures(text)


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" .,;-").casefold()
