"""The draft of a plan: entered and changed by whoever keeps the register of the superior, until it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Reorganisation
from law import Reason
from registry import keeping
from registry.keeping import Asked, OfficeRefused
from registry.models import Person
from registry.reorganisation.plan import Line, lines_of

#: What of a plan may be changed while it is a draft.
FIELDS = (
    "number", "dated", "effective", "lines", "choices", "close_days", "close_document",
)  # fmt: skip


def save(
    row: Reorganisation,
    *,
    by: Person,
    today: date,
    lines: Sequence[Line],
    keep: bool = True,
    **said: Any,
) -> Reorganisation:
    """Keep the draft as it is said now; return it. With `keep` False it is only made, to be looked at.

    Raises OfficeRefused for somebody who keeps no register of the deciding body, or a plan already done.
    """
    reasons = list(keeping.not_keeper(row.body, Asked(by, today)))
    if not str(said.get("number", row.number)).strip():
        reasons.append(Reason("input.number", "Chưa ghi số quyết định.", remedy="Ghi số, ký hiệu."))
    row.lines = [one.as_json() for one in lines]
    for name, value in said.items():
        setattr(row, name, value)
    with transaction.atomic():
        if row.pk and Reorganisation.objects.select_for_update().get(pk=row.pk).acts.exists():
            words = "Phương án đã thực hiện, không sửa được nữa."
            reasons.append(Reason("plan.done", words, remedy="Lập phương án mới nếu cần."))
        if reasons:
            raise OfficeRefused(reasons)
        if not keep:
            return row
        if row.pk:
            row.save(update_fields=FIELDS)
        else:
            row.save()
    return row


def choose(
    row: Reorganisation, choices: Mapping[str, str], *, by: Person, today: date
) -> Reorganisation:
    """Keep which fate was chosen for which file; one that is empty is the proposed one again."""
    kept = {**row.choices, **choices}
    chosen = {case: option for case, option in kept.items() if option}
    return save(row, by=by, today=today, lines=lines_of(row.lines), choices=chosen)
