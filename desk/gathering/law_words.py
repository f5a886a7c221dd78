"""Small translations from the law's values to what a screen shows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from desk.pages.parts import Tag, Tone
from desk.worded import worded
from law import Hit
from law.differences import value_in_words
from law.plain import thawed


def rule_url(rule: str) -> str:
    """The page of a rule."""
    return reverse("law-rule", args=[rule])


def fill_url(rule: str, day: date, layer: str = "") -> str:
    """The form that proposes a row of this rule, beginning from what stands there on `day`."""
    return f"{reverse('law-propose', args=[rule])}?tu={day.isoformat()}" + (
        f"&noi={layer}" if layer else ""
    )


def says(hit: Hit) -> str:
    """What the rule says, as one reads it aloud."""
    return worded(
        value_in_words({"value": thawed(hit.value), "unit": hit.unit, "state": hit.state})
    )


def value(given: Any, unit: str | None) -> str:
    """A value with its unit."""
    return worded(value_in_words({"value": thawed(given), "unit": unit, "state": "known"}))


def state(hit: Hit) -> Tag:
    """How sure we are of what the rule says that day."""
    if hit.key is None:
        return Tag(_("chưa có dòng nào"), Tone.HOLD, "question")
    return certainty(hit.state, hit.confidence or "uncertain")


def certainty(known: str, confidence: str) -> Tag:
    """How sure we are of a row in that state and of that confidence."""
    if known == "unknown":
        return Tag(_("chưa đọc được"), Tone.HOLD, "question")
    return {
        "confirmed": Tag(_("đã xác nhận"), Tone.OK, "check-circle"),
        "one_text": Tag(_("một văn bản"), Tone.SOON, "scale"),
        "uncertain": Tag(_("chỉ nhớ lại"), Tone.HOLD, "question"),
    }[confidence]


def near(hit: Hit) -> list[str]:
    """What lies near a rule that gives no verdict, one sentence each: proposals, never a verdict."""
    return [
        f"{near_words()[one.kind]}: {value(one.value, one.unit)}"
        + (f" ({one.citation})" if one.citation else "")
        for one in hit.proposals
        if one.value is not None
    ]


def near_words() -> dict[str, str]:
    """How a proposed value is called by where it comes from."""
    return {
        "earlier": _("trước đó"),
        "later": _("sau đó"),
        "suggested": _("có thể là"),
        "other_reading": _("cách đọc khác"),
        "local": _("riêng một địa phương"),
    }


def day(text: str | None) -> str:
    """A day written in a record, on the screen."""
    return f"{date.fromisoformat(text):%d/%m/%Y}" if text else _("không có")
