"""Rules that a step rested on, in words: what each said, where it stands, and how sure we are of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from cases.stories.illustrated.parts import MatterTold, OpenLaw, Sure, Verdict
from law.differences import CONFIDENCES, STATES, value_in_words

#: What a person did about a rule, by the kind that a record keeps.
SETTLED = {
    "asked": Sure("đã hỏi, có trả lời", "soon"),
    "released": Sure("được phép làm khác", "soon"),
}
TONES = {"confirmed": "ok", "one_text": "soon", "uncertain": "hold"}
#: Units of values that say nothing when read aloud: a basis only points to its place.
SILENT = frozenset({"basis"})


def verdicts_of(hits: Iterable[Mapping[str, Any]], *, sample: bool) -> list[Verdict]:
    """Return the rules looked up at one step, each once."""
    return list(dict.fromkeys(_verdict(hit, sample) for hit in hits))


def _verdict(hit: Mapping[str, Any], sample: bool) -> Verdict:
    settled = hit.get("settled_by")
    return Verdict(
        rule=hit["rule"],
        label=hit["label"],
        says=_says(hit),
        citation=hit["citation"] or "",
        sure=SETTLED[settled["kind"]] if settled else _sure(hit),
        document=document(settled["document"], sample=sample) if settled else "",
    )


def _says(hit: Mapping[str, Any]) -> str:
    """What the rule says, read aloud; a value that has no words yet is left to its article."""
    said = "" if hit["unit"] in SILENT else value_in_words(hit)
    return "" if "_" in said else said


def _sure(hit: Mapping[str, Any]) -> Sure:
    if hit["state"] == "unknown" or hit["confidence"] not in CONFIDENCES:
        return Sure(STATES["unknown"], TONES["uncertain"])
    return Sure(CONFIDENCES[hit["confidence"]], TONES[hit["confidence"]])


def document(source: Mapping[str, str], *, sample: bool) -> str:
    """Return the document that answered a question of law, as one names it; a sample says so."""
    number = source.get("number") or source.get("document", "")
    day = date.fromisoformat(source["dated"])
    named = f"Văn bản số {number}, ngày {day:%d/%m/%Y}, {source['clause']}"
    return f"{named} (văn bản mẫu, đặt ra để minh họa)" if sample else named


def open_law(matters: Iterable[MatterTold]) -> tuple[list[OpenLaw], int]:
    """Return the rules of a story that are not confirmed, and how many are.

    A rule counts once for each way in which it stands in the story.
    """
    times: dict[Verdict, int] = {}
    for step in (step for matter in matters for step in matter.steps):
        for verdict in step.verdicts:
            times[verdict] = times.get(verdict, 0) + 1
    shown = [OpenLaw(v, n) for v, n in times.items() if v.sure.tone != TONES["confirmed"]]
    return shown, len(times) - len(shown)
