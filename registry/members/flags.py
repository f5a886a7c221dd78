"""Flags out of what was found in lists: what the unit was told to put right and has not, grades that contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Q

from registry.flags.flag import Flag, FlagKind
from registry.grades.quality import CONTRARY
from registry.grades.quality import SHAPE as GRADES
from registry.member_models import MemberFinding, MemberRow
from registry.members.quality import SHAPE
from registry.together import Talk


def flags(units: Collection[int], on: date) -> Talk[list[Flag]]:
    """Open findings about members of these units: guided by that day, or of points that contradict their grade.

    The key of a finding says who is meant, and no flag tells it.
    """
    guided = Q(list_code=SHAPE.code, guided_on__lte=on, unit__in=units)
    here = Q(organisation__in=units) | Q(unit__in=units)
    contrary = here & Q(list_code=GRADES.code, check_name__startswith=CONTRARY)
    found: dict[str, list[MemberFinding]] = defaultdict(list)
    findings = MemberFinding.objects.filter(guided | contrary, fixed_on=None).order_by("pk")
    yield [findings]
    for one in findings:
        found[one.key.split(" ")[0]].append(one)
    rows = MemberRow.objects.filter(superseded_in=None, personal_id__in=found, cell__in=units)
    rows = rows.select_related("person", "cell")
    yield [rows]
    return [
        _contrary(row, one) if one.list_code == GRADES.code else _guided(row, one)
        for row in rows
        for one in found[row.personal_id]
    ]


def _guided(row: MemberRow, one: MemberFinding) -> Flag:
    return Flag(
        kind=FlagKind.FILE,
        person=row.person,
        unit=row.cell,
        since=one.guided_on or one.found_on,
        words=f"Đã hướng dẫn sửa, chưa khắc phục: {one.words.partition(': ')[2] or one.words}",
        source=f"finding:{one.pk}:guided",
    )


def _contrary(row: MemberRow, one: MemberFinding) -> Flag:
    return Flag(
        kind=FlagKind.GRADE,
        person=row.person,
        unit=row.cell,
        since=one.found_on,
        words=f"Xếp loại {one.key.split(' ')[-1]}: {one.words.partition(': ')[2]}",
        source=f"finding:{one.pk}",
    )
