"""Small translations from the rule book's values to what a screen shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import law
from cases import behalf
from cases.models import StepRecord
from desk.pages.parts import Deadline, Fact, Reason, Tag, Tone, due
from desk.worded import worded
from law import Reason as Why
from law import terms

_CONFIDENCE = {
    "confirmed": (gettext_lazy("đã xác nhận"), Tone.OK),
    "one_text": (gettext_lazy("một nguồn"), Tone.SOON),
    "uncertain": (gettext_lazy("chưa xác định"), Tone.HOLD),
}

_PAPER_TONES = {
    "du_thao": (Tone.SOON, "pen"),
    "da_trinh": (Tone.SOON, "pen"),
    "da_ky": (Tone.SOON, "hourglass"),
    "cho_in": (Tone.SOON, "hourglass"),
    "da_ban_hanh": (Tone.OK, "stamp"),
    "da_tong_dat": (Tone.OK, "check"),
    "da_tiep_nhan": (Tone.OK, "check"),
    "da_huy": (Tone.HOLD, "slash"),
}


def capitalised(words: str) -> str:
    """The same with a capital: "Bí thư hoặc phó bí thư"."""
    return words[:1].upper() + words[1:]


def confidence(level: str | None) -> Tag | None:
    """How sure we are of a rule, as a tag (none for what rests on no rule)."""
    if level not in _CONFIDENCE:
        return None
    words, tone = _CONFIDENCE[level]
    return Tag(str(words), tone, "scale")


def reason(why: Why) -> Reason:
    """One reason of the door, as a screen shows it."""
    return Reason(
        worded(why.text), why.citation or "", confidence(why.confidence), worded(why.remedy)
    )


def paper_state(state: str, label: str) -> Tag:
    """The state of a paper, always with its word."""
    tone, icon = _PAPER_TONES[state]
    return Tag(label, tone, icon)


def day(value: date | str) -> str:
    """A day on the screen: 05/09/2026."""
    on = value if isinstance(value, date) else date.fromisoformat(value)
    return f"{on:%d/%m/%Y}"


def deadline(explained: Mapping[str, Any], last_day: date, today: date) -> Deadline:
    """A running clock that tells how its last day was found."""
    how = (
        [Fact(_("Tính từ"), day(explained["start"]), _("ngày này không tính"))]
        if explained.get("start")
        else []
    )
    if explained.get("value"):
        units = {"day": _("ngày"), "working_day": _("ngày làm việc")}
        how.append(
            Fact(
                _("Thời gian"),
                f"{explained['value']} {units[explained['unit']]}",
                explained["source"],
            )
        )
    else:
        how.append(Fact(_("Căn cứ"), explained["source"]))
    how += [Fact(_("Bỏ qua"), day(skipped), why) for skipped, why in _days_off(explained)[:12]]
    for first, last in explained.get("pauses", ()):
        effect = (
            _("những ngày này không tính")
            if explained.get("stood_still")
            else _("thời hạn này không dừng theo")
        )
        how.append(Fact(_("Hồ sơ tạm dừng"), f"{day(first)} – {day(last)}", effect))
    if explained.get("other_reading"):
        how.append(Fact(_("Cách hiểu khác"), day(explained["other_reading"])))
    how.append(Fact(_("Ngày cuối"), day(last_day)))
    extended = explained.get("extended")
    note = _("đã gia hạn %(n)d ngày") % {"n": extended} if extended else ""
    return Deadline(explained["label"], due(last_day, today), note, how)


def _days_off(explained: Mapping[str, Any]) -> list[Any]:
    """The days skipped for a reason of their own; those of a pause are told together."""
    return [one for one in explained["skipped"] if one[1] != terms.PAUSED]


def basis(rule: str, on: date) -> tuple[str, ...]:
    """The citations a step rests on that day."""
    return tuple(citation.short for citation in law.rule(rule, on=on).citations)


def entered(record: StepRecord) -> list[str]:
    """On whose behalf a step was entered, from which paper, and on which day; nothing for any other."""
    if record.on_behalf_of is None:
        return []
    said = {
        "body": record.on_behalf_of.name,
        "paper": behalf.reference(record.inputs) or "—",
        "day": f"{timezone.localtime(record.recorded_at):%d/%m/%Y}",
    }
    return [_("Nhập thay %(body)s, theo văn bản giấy %(paper)s; nhập ngày %(day)s") % said]
