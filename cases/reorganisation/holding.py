"""A member under inspection, or whose complaint or denunciation is being settled, does not change cells yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.db.models import Q

import law
from cases.models import Case
from cases.queries import visible_to
from law import Reason
from proof.reader import as_the_system
from registry.keeping import Asked, OfficeRefused
from registry.models import Body, Membership, Organisation, Person
from registry.reorganisation import transfers

RULE = "transfer.hold"
#: The matters the rule names: inspection, denunciation, complaint, of whatever level.
_MATTERS = ("P2.", "P3.", "P6.", "P7.")


def against(
    person: Person, day: date, hold_document: str, *, by: Person, today: date
) -> Iterator[Reason]:
    """The reason why the person stays where they are on `day`; none where nothing of the kind is open.

    Of the files only the numbers of those that `by` may open are named. Where the rule of the day is not known,
    a text that allows it, `hold_document`, answers.
    """
    with as_the_system():  # whether there is such a file counts, whoever asks
        held = {one.pk: one.reference for one in _open_about(person)}
    if not held:
        return
    hit = law.rule(RULE, on=day)
    if (hit.force == "ask" and hold_document.strip()) or hit.state in ("no_rule", "ended"):
        return
    known = hit.state == "known"
    seen = sorted(visible_to(by, today).filter(pk__in=held).values_list("reference", flat=True))
    named = f" Hồ sơ: {', '.join(seen)}." if seen else ""
    yield Reason(
        RULE,
        (
            "Đảng viên đang có việc phải giải quyết, chưa được chuyển sinh hoạt chính thức."
            if known
            else "Đảng viên đang có việc phải giải quyết; chưa rõ nay có được chuyển sinh hoạt hay không."
        )
        + named,
        hit.cited,
        hit.confidence,
        "Chờ việc đó kết thúc." if known else "Chờ việc đó kết thúc, hoặc ghi văn bản cho chuyển.",
    )


def _open_about(person: Person) -> list[Case]:
    named = Q()
    for prefix in _MATTERS:
        named |= Q(procedure__startswith=prefix)
    rows = Case.objects.filter(
        named, subjects__person=person, subjects__superseded_by=None, closed_on=None
    )
    return list(rows.distinct())


def move_member(
    row: Membership,
    *,
    to: Organisation,
    body: Body,
    day: date,
    document: str,
    by: Person,
    today: date,
    hold_document: str = "",
) -> Membership:
    """Write a member of an ended unit into another cell, unless a matter holds them. Raises OfficeRefused."""
    with transaction.atomic():
        reasons = [
            *transfers.against_moving(row, to, body, day, document, Asked(by, today)),
            *against(row.person, day, hold_document, by=by, today=today),
        ]
        if reasons:
            raise OfficeRefused(reasons)
        said = "; ".join(one for one in (document.strip(), hold_document.strip()) if one)
        return transfers.move_member(
            row, to=to, body=body, day=day, document=said, by=by, today=today
        )
