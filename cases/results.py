"""What came of a matter that followed another: the discipline that a finding of an inspection led to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cases.models import Case, FileRow, Finding, Subject
from workflows import catalogue
from workflows.forms import Form, Part
from workflows.rows import RowKind


@dataclass(frozen=True)
class Result:
    """A discipline that followed: its file, the form decided (None while open) and the decision's number."""

    reference: str
    form: str | None
    decision: str
    stage: str = ""

    @property
    def in_words(self) -> str:
        """The form and the decision, as a refusal names them."""
        return f"{Form(self.form).label.lower()}, {self.decision}" if self.form else ""


def disciplines_after(case: int) -> list[Result]:
    """The disciplines opened from this file, oldest first."""
    codes = [code for code, one in catalogue.PROCEDURES.items() if one.disciplines]
    followed = Case.objects.filter(origin=case, procedure__in=codes).order_by("pk")
    return [_result(one) for one in followed]


def deferred_before(case: int) -> list[tuple[date, date | None]]:
    """The days in which the inspection that led to this file had deferred the subject; None: it still does."""
    ours = Subject.objects.filter(case=case, superseded_by=None).values("person")
    about = Finding.objects.filter(case__followed_by=case, subject__person__in=ours)
    laid = FileRow.objects.filter(
        facts__finding__in=list(about.values_list("number", flat=True)),
        case__followed_by=case,
        superseded_by=None,
        kind__in=(RowKind.DEFERRED, RowKind.DEFERRAL_ENDED),
    )
    spans: dict[int, list[tuple[date, date | None]]] = {}
    for row in laid.order_by("number"):
        of_finding = spans.setdefault(row.facts["finding"], [])
        if row.kind == RowKind.DEFERRED:
            of_finding.append((date.fromisoformat(row.facts["deferred_from"]), None))
        elif of_finding:
            of_finding[-1] = (of_finding[-1][0], date.fromisoformat(row.facts["ended_on"]))
    return sorted({span for of_finding in spans.values() for span in of_finding}, key=str)


def _result(case: Case) -> Result:
    decision = case.papers.filter(
        record__step="decide", paper__number__isnull=False
    ).select_related("paper")
    paper = decision.first()
    if paper is None:
        return Result(case.reference, None, "", case.stage)
    rows = FileRow.objects.filter(
        case=case, kind=RowKind.BALLOT, facts__part=Part.DECIDES, superseded_by=None
    )
    ballot = rows.order_by("-number").first()
    return Result(
        case.reference, ballot and ballot.facts["form"], paper.paper.number_text, case.stage
    )
