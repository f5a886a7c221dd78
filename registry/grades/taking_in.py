"""Taking a list of grades in: one deed of the register, all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass

from registry.deeds import Written
from registry.grade_models import Grade, GradeImport
from registry.grades.comparing import GradesBeside, compare
from registry.grades.quality import SHAPE, Told
from registry.lists.shape import Line
from registry.lists.taking_in import TakeListIn
from registry.models import RegisterEntry


@dataclass(frozen=True, kw_only=True)
class TakeGradesIn(TakeListIn):
    """The grades of a period, as they were decided; a list that differs from an earlier one supersedes it."""

    kind = RegisterEntry.Deed.GRADES_IN
    shape = SHAPE
    title = "Kết quả xếp loại đảng viên"
    imports = GradeImport

    def looked_over(self, lines: list[Line]) -> GradesBeside:
        return compare(lines, self.in_body, self.synced_on)

    def write(self) -> Written:
        found: GradesBeside = self.comparison
        taken = self.entered()
        old = [was.pk for was, _ in found.changed]
        Grade.objects.filter(pk__in=old).update(superseded_in=taken)
        told = [*found.new, *(one for _, one in found.changed)]
        rows = [self._row(found, taken, one) for one in told]
        Grade.objects.bulk_create(rows, batch_size=1000)
        found.keep_findings(self.body.organisation_id, SHAPE.code, found.units, self.synced_on)
        return taken, None

    def _row(self, found: GradesBeside, taken: GradeImport, one: Told) -> Grade:
        copy = found.people[one.personal_id]
        return Grade(
            person_id=copy.person_id,
            organisation_id=self.body.organisation_id,
            cell_id=found.cell_of(one),
            span=one.span,
            period=one.period,
            period_ends=one.period_ends,
            scheme=one.scheme,
            level=one.level,
            points=one.points,
            late=one.late,
            beyond=one.beyond,
            document=one.document,
            taken_in=taken,
        )
