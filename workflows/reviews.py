"""What stands of a discipline decision: complaints still open, the form in force, since when, and its lapse.

All is read from the discipline's own file: from its ballot, its handing over, and the rows by which a
review (a complaint settled, a superior's change) made itself known there.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices

from workflows.facts import Facts, Row
from workflows.forms import Form, Part
from workflows.rows import RowKind


class Tells(TextChoices):
    """What a step makes known to the file of the discipline decision that its own file is about."""

    TAKEN_UP = "thu_ly", "Đã nhận khiếu nại để xem xét"
    LOOKED_AT = "dua_ra", "Cấp trên đưa ra xem xét lại"
    PASSED_ON = "chuyen", "Đã chuyển cấp có thẩm quyền"
    REFERRED = "trinh_len", "Đã trình cấp có thẩm quyền quyết định"
    NOT_HANDLED = "khong_giai_quyet", "Không giải quyết khiếu nại"
    WITHDRAWN = "rut_don", "Người khiếu nại đã rút đơn"
    SETTLED = "ket_qua", "Đã quyết định, công bố kết quả"


class Outcome(TextChoices):
    """What a review made of the form of discipline."""

    KEPT = "giu_nguyen", "Giữ nguyên hình thức kỷ luật"
    CHANGED = "thay_doi", "Thay đổi hình thức kỷ luật"
    ANNULLED = "xoa_bo", "Xóa bỏ hình thức kỷ luật"


class Effect(TextChoices):
    """Hiệu lực của quyết định kỷ luật, as it stands on a day."""

    NONE = "chua_co", "Chưa có quyết định được công bố"
    IN_FORCE = "dang_hieu_luc", "Đang có hiệu lực"
    CHANGED = "da_thay_doi", "Đang có hiệu lực, hình thức đã thay đổi"
    ANNULLED = "da_xoa_bo", "Đã xóa bỏ"
    LAPSED = "da_cham_dut", "Đã chấm dứt hiệu lực"


#: After these no complaint is open: it was settled, or nobody has complained at all.
_ENDED = frozenset(
    {Tells.LOOKED_AT.value, Tells.NOT_HANDLED.value, Tells.WITHDRAWN.value, *Outcome.values}
)
#: The stage in which the lapse of a decision stands in its file.
_LAPSED_AT = "het_hieu_luc"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a decision stands: its effect, the form in force (None: none), since which day, by which file and paper."""

    effect: Effect
    form: str | None
    since: date | None = None
    source: str = ""
    decision: str = ""

    @property
    def in_words(self) -> str:
        """The effect, and the form where one is in force."""
        if self.form and self.effect in (Effect.IN_FORCE, Effect.CHANGED):
            return f"{self.effect.label}: {Form(self.form).label.lower()}"
        return str(self.effect.label)


def standing_of(facts: Facts) -> Standing:
    """How the decision of this discipline stands now; a review counts from the day it was announced."""
    handed, changed = facts.last(RowKind.HANDED_OVER), last_result(facts)
    if handed is None:
        return Standing(Effect.NONE, None)
    form = form_in_force(facts)
    if facts.stage == _LAPSED_AT:
        return Standing(Effect.LAPSED, form, facts.moved_on)
    if changed is None or changed.facts["said"] == Outcome.KEPT:
        return Standing(Effect.IN_FORCE, form, handed.on)
    effect = Effect.ANNULLED if changed.facts["said"] == Outcome.ANNULLED else Effect.CHANGED
    said = changed.facts
    return Standing(effect, form, changed.on, said["source"], said.get("decision", ""))


def form_decided(facts: Facts) -> str | None:
    """The form the discipline itself came to; on a judgment, expulsion."""
    if ballot := facts.last(RowKind.BALLOT, part=Part.DECIDES):
        return str(ballot.facts["form"]) if ballot.facts["form"] else None
    return Form.EXPULSION.value if facts.last(RowKind.JUDGMENT) else None


def form_in_force(facts: Facts) -> str | None:
    """The form that stands after every review so far; None once it was annulled."""
    changed = last_result(facts)
    if changed is None or changed.facts["said"] == Outcome.KEPT:
        return form_before(facts, changed)
    return changed.facts.get("form") if changed.facts["said"] == Outcome.CHANGED else None


def form_before(facts: Facts, result: Row | None) -> str | None:
    """The form that stood before `result`: that of the review before it, else the one first decided."""
    before = [
        row
        for row in results(facts)
        if row.facts["said"] != Outcome.KEPT and (result is None or row.number < result.number)
    ]
    if not before:
        return form_decided(facts)
    said = before[-1].facts
    return said.get("form") if said["said"] == Outcome.CHANGED else None


def results(facts: Facts) -> list[Row]:
    """The results of reviews that were announced, oldest first."""
    return [row for row in facts.of(RowKind.REVIEW) if row.facts["said"] in Outcome.values]


def last_result(facts: Facts) -> Row | None:
    """The newest result of a review; None where nothing was reviewed."""
    return next(reversed(results(facts)), None)


def complaint_is_open(facts: Facts) -> bool:
    """Whether a complaint was received, or is handled somewhere, and nobody has settled it yet."""
    state = {row.facts["source"]: row.facts["said"] for row in facts.of(RowKind.REVIEW)}
    if Tells.TAKEN_UP.value in state.values():
        return True
    newest = max(
        (*facts.of(RowKind.REVIEW), *facts.of(RowKind.COMPLAINT)),
        key=lambda row: row.number,
        default=None,
    )
    return newest is not None and newest.facts.get("said") not in _ENDED


# In the file of a review


def reviewed(facts: Facts) -> Mapping[str, Any]:
    """What a review knows of the decision: as its first row has it, or as it is being opened."""
    row = facts.last(RowKind.REVIEWED)
    return row.facts if row else facts.reviewed or {}


def received_on(facts: Facts) -> date | None:
    """The day on which the decision last handed over was received: this file's own, else the one reviewed."""
    if handed := facts.last(RowKind.HANDED_OVER):
        return handed.on
    return day_of(reviewed(facts).get("received_on"))


def day_of(said: Any) -> date | None:
    """The day that a row tells; None where it tells none."""
    with suppress(TypeError, ValueError):
        return date.fromisoformat(said)
    return None


def form_resolved(facts: Facts) -> str | None:
    """The form that the ballot of a review came to; None for none, or without a ballot."""
    ballot = facts.last(RowKind.BALLOT, part=Part.REVIEWS)
    return ballot.facts["form"] if ballot else None


def outcome_of(facts: Facts) -> Outcome | None:
    """What a review makes of the form, by its ballot; None where nothing has enough votes."""
    ballot = facts.last(RowKind.BALLOT, part=Part.REVIEWS)
    if ballot is None:
        return None
    if form := ballot.facts["form"]:
        return Outcome.KEPT if form == reviewed(facts).get("form") else Outcome.CHANGED
    return Outcome.ANNULLED if ballot.facts.get("none") else None


def is_heavier(form: str | None, than: str | None) -> bool:
    """Whether a form is graver than another; any form is graver than none."""
    order: list[str | None] = [None, *Form.values]
    place = {one: place for place, one in enumerate(order)}
    return place.get(form, 0) > max(place.get(than, 0), place[Form.NONE.value])
