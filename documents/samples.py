"""Invented values for every kind of paper: what samples and checks are printed from."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

import law
from documents.catalogue import Kind
from registry.models import Body, BodyKind, Organisation


def sample_body() -> Body:
    """An invented inspection committee, never saved."""
    commune = Organisation(name="Đảng bộ xã Mẫu Thượng", place="Mẫu Thượng")
    return Body(
        organisation=commune,
        kind=BodyKind.INSPECTION,
        name="Ủy ban Kiểm tra Đảng ủy xã Mẫu Thượng",
        symbol="UBKTĐU",
        superior_line="ĐẢNG ỦY XÃ MẪU THƯỢNG",
        issuing_line="ỦY BAN KIỂM TRA",
    )


def sample_values(kind: Kind, on: date) -> dict[str, Any]:
    """Invented values for all the kind needs and may be given, fitting a paper dated `on`."""
    given = _invented()
    words = {
        **given["words"],
        "signatory": given["signatories"].get(kind.signed_by.foot),
        **given["kinds"].get(kind.code, {}),
    }
    used = {name: _on(words[name], on) for name in kind.needs | kind.takes if words.get(name)}
    if "grounds" in kind.needs | kind.takes:
        used["grounds"] = _grounds(on)
    return used


def _grounds(on: date) -> list[Any]:
    """The instruments in force that day, then two papers of the organ itself."""
    cited = [law.instruments.get("DL-2011"), law.procedure_on(on)]
    return [
        *(one for one in cited if one and one.in_force(on)),
        "Quy chế làm việc của Ủy ban Kiểm tra Đảng ủy xã Mẫu Thượng",
        f"Chương trình kiểm tra, giám sát năm {on.year} của Ủy ban Kiểm tra Đảng ủy xã Mẫu Thượng",
    ]


def _on(value: Any, on: date) -> Any:
    """The same value with its days and years counted from `on` ("@+10" is ten days later)."""
    if isinstance(value, dict):
        return {name: _on(one, on) for name, one in value.items()}
    if isinstance(value, list):
        return [_on(one, on) for one in value]
    if isinstance(value, str) and value.startswith("@"):
        return on + timedelta(days=int(value[1:]))
    return value.format(year=on.year, last_year=on.year - 1) if isinstance(value, str) else value


@lru_cache
def _invented() -> dict[str, Any]:
    text = Path(__file__).with_name("samples.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)
