"""What came of a matter that followed another: the discipline that a finding of an inspection led to."""

from __future__ import annotations

from dataclasses import dataclass

from cases.models import Case, FileRow
from workflows import catalogue
from workflows.forms import Form, Part
from workflows.rows import RowKind


@dataclass(frozen=True)
class Result:
    """A discipline that followed: its file, the form decided (None while open) and the decision's number."""

    reference: str
    form: str | None
    decision: str

    @property
    def in_words(self) -> str:
        """The form and the decision, as a refusal names them."""
        return f"{Form(self.form).label.lower()}, {self.decision}" if self.form else ""


def disciplines_after(case: int) -> list[Result]:
    """The disciplines opened from this file, oldest first."""
    codes = [code for code, one in catalogue.PROCEDURES.items() if one.disciplines]
    followed = Case.objects.filter(origin=case, procedure__in=codes).order_by("pk")
    return [_result(one) for one in followed]


def _result(case: Case) -> Result:
    decision = case.papers.filter(
        record__step="decide", paper__number__isnull=False
    ).select_related("paper")
    paper = decision.first()
    if paper is None:
        return Result(case.reference, None, "")
    rows = FileRow.objects.filter(
        case=case, kind=RowKind.BALLOT, facts__part=Part.DECIDES, superseded_by=None
    )
    ballot = rows.order_by("-number").first()
    form = ballot.facts["form"] if ballot else Form.EXPULSION.value  # on a judgment nobody votes
    return Result(case.reference, form, paper.paper.number_text)
