"""What `manage.py audit conformance` says: each deviation with its citation, the figures of each unit, the days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cases.conformance import reading
from cases.conformance.books import engine
from cases.conformance.deviations import Kind
from cases.models import Case
from proof.reader import as_the_system
from registry import clock
from registry.models import Organisation
from registry.tree import below


class NoUnit(LookupError):
    """No organisation has this code or name."""

    def __init__(self, named: str) -> None:
        super().__init__(f"Không có tổ chức đảng nào có mã hoặc tên “{named}”.")


@as_the_system()  # a command at the server reads every file
def report(unit: str | None) -> dict[str, Any]:
    """Return what is kept of the finished files, of all units or of one and those under it; NoUnit as it says."""
    cases = reading.finished(Case.objects.all())
    if unit:
        cases = cases.filter(body__organisation__in=_line_under(unit))
    now, files = engine(), list(cases.values_list("pk", flat=True))
    units = reading.by_unit(now, files)
    return {
        "engine": now,
        "files": len(files),
        "total": reading.all_of(units, "Tất cả").as_json(),
        "units": [one.as_json() for one in units],
        "deviations": [
            {"case": one.case.reference, "unit": one.case.body.organisation.name, **row}
            for one, row in reading.deviations(now, files)
        ],
        "times": [vars(one) for one in reading.times(files)],
    }


def _line_under(named: str) -> set[int]:
    found = (
        Organisation.objects.filter(code=named).first()
        or Organisation.objects.filter(name=named).first()
    )
    if found is None:
        raise NoUnit(named)
    return {found.pk, *below(found.pk, clock.today())}


def lines(found: dict[str, Any]) -> Iterator[str]:
    """The same in words, a line each; the last one sums up."""
    for one in found["deviations"]:
        yield (
            f"{one['case']}, bản ghi {one['sequence']} ({one['label']}, {one['on']}):"
            f" {Kind(one['kind']).label}. {one['says']} [{one['citation']}] {one['done']}"
        )
    for one in found["units"]:
        yield (
            f"{one['name']}: {one['files']} hồ sơ, {one['departing']} có điểm khác;"
            f" nghe trình bày {one['held']}/{one['hearings']};"
            f" thay đổi sau khiếu nại {one['changed']}/{one['decided']} quyết định"
        )
    for one in found["times"]:
        yield (
            f"{one['procedure']} {one['label']}: {one['files']} hồ sơ,"
            f" giữa {one['median']} ngày, chín phần mười {one['ninth']} ngày, lâu nhất {one['most']} ngày"
        )
    total = found["total"]
    yield (
        f"conformance: {total['files']} files, {total['records']} records,"
        f" {total['deviations']} deviations in {total['departing']} files, {total['kept']} kept as recorded"
    )
