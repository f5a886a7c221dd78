"""Invented values for every kind of paper: what samples and checks are printed from."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

import law
from documents.catalogue import Kind, SignedBy
from documents.wording import figures
from registry.models import Body, Organisation

_WORDS = Path(__file__).with_name("sample_words")


def sample_body(kind: Kind | None = None) -> Body:
    """The invented body that issues a kind of paper, never saved; an inspection committee else."""
    given = _invented("bodies")
    issuer = given["bodies"][_issuer(kind)]
    return Body(organisation=Organisation(name=issuer["name"], place=given["place"]), **issuer)


def _issuer(kind: Kind | None) -> str:
    given = _invented("bodies")
    return str(given["issuers"].get(kind.code if kind else "", next(iter(given["bodies"]))))


def _leaders() -> dict[str, Any]:
    """By its issuer, who signs a paper of a committee; the chairman signs for an inspection committee."""
    return dict(_invented("bodies")["leaders"])


def sample_values(kind: Kind, on: date) -> dict[str, Any]:
    """Invented values for all the kind needs and may be given, fitting a paper dated `on`."""
    usual, own = _invented("supervision"), _invented(_family(kind))
    words = {
        **usual["words"],
        **own["words"],
        "signatory": usual["signatories"].get(kind.signed_by.foot),
        **own["kinds"].get(kind.code, {}),
    }
    if kind.signed_by is SignedBy.COMMITTEE and words["signatory"].get("post") == "Chủ nhiệm":
        words["signatory"] = _leaders().get(_issuer(kind), words["signatory"])
    used = {name: _on(words[name], on) for name in kind.needs | kind.takes if words.get(name)}
    if "grounds" in kind.needs | kind.takes:
        used["grounds"] = [*_instruments(kind, on), *_on(words["grounds"], on)]
    return used


def _family(kind: Kind) -> str:
    """The file whose matter the kind belongs to."""
    others = (
        "inspection", "programme", "discipline", "organisations", "suspension", "removal", "restoration",
        "intake", "complaint", "denunciation",
    )  # fmt: skip
    return next((name for name in others if kind.code in _invented(name)["kinds"]), "supervision")


def _instruments(kind: Kind, on: date) -> list[Any]:
    """The instruments in force that day that a paper of the kind rests on."""
    if _family(kind) == "removal":
        return [one.instrument for one in law.rule("basis.removal", on=on).citations]
    penalty = law.penalty_on(on) if _family(kind) in ("discipline", "organisations") else None
    cited = [law.instruments.get("DL-2011"), procedure_of(on), penalty]
    return [one for one in cited if one and one.in_force(on)]


def procedure_of(on: date) -> law.Instrument | None:
    """The regulation on inspection of that day: of the line the law follows, else what its first one replaced."""
    if led := law.procedure_on(on):
        return led
    every = list(law.instruments.all())
    replaced = {old for one in every if one == law.procedure_on(one.start) for old in one.replaces}
    return next((one for one in every if one.id in replaced and one.in_force(on)), None)


def _on(value: Any, on: date) -> Any:
    """The same value with its days and years counted from `on` ("@+10" is ten days later)."""
    if isinstance(value, dict):
        return {name: _on(one, on) for name, one in value.items()}
    if isinstance(value, list):
        return [_on(one, on) for one in value]
    if isinstance(value, str) and value.startswith("@"):
        return on + timedelta(days=int(value[1:]))
    return value.format(**_spoken(on)) if isinstance(value, str) else value


def _spoken(on: date) -> dict[str, Any]:
    """What running text may say of a day: "{year}", "{before}" for some weeks earlier, "{long_before}"."""
    return {
        "year": on.year,
        "last_year": on.year - 1,
        "before": figures(on - timedelta(days=20)),
        "long_before": figures(on - timedelta(days=600)),
    }


@lru_cache
def _invented(name: str) -> dict[str, Any]:
    text = (_WORDS / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)
