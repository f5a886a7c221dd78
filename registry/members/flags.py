"""Flags out of the member list: what the unit was told to put right and has not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from registry.flags.flag import Flag, FlagKind
from registry.member_models import MemberFinding, MemberRow
from registry.members.quality import SHAPE


def flags(units: Collection[int], on: date) -> Iterator[Flag]:
    """Findings about members of these units, guided and still open that day. Two statements."""
    found = {
        one.key: one
        for one in MemberFinding.objects.filter(
            list_code=SHAPE.code, fixed_on=None, guided_on__lte=on, unit__in=units
        )
    }
    rows = MemberRow.objects.filter(superseded_in=None, personal_id__in=found, cell__in=units)
    for row in rows.select_related("person", "cell"):
        one = found[row.personal_id]
        yield Flag(
            kind=FlagKind.FILE,
            person=row.person,
            unit=row.cell,
            since=one.guided_on or one.found_on,
            words=f"Đã hướng dẫn sửa, chưa khắc phục: {one.words.partition(': ')[2] or one.words}",
            source=f"finding:{one.pk}:guided",
        )
