"""What came of a matter that followed another: the discipline that a finding of an inspection led to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from cases.models import Case, FileRow, Finding, RecordPaper, Subject
from workflows import catalogue
from workflows.forms import Form, Part
from workflows.rows import RowKind


@dataclass(frozen=True)
class Result:
    """A discipline: its file, the form decided (None while open), the decision's number, how else it ended."""

    reference: str
    form: str | None
    decision: str
    without: str = ""

    @property
    def outcome(self) -> str | None:
        """The form decided, "khong" for no discipline, "het_thoi_hieu" out of time; None while open."""
        return self.form or self.without or None

    @property
    def in_words(self) -> str:
        """The form and the decision, or how it ended without one, as a refusal names them."""
        if self.form:
            return f"{Form(self.form).label.lower()}, {self.decision}"
        return _WITHOUT.get(self.without, "")


#: The stages in which a discipline ends without a decision: its word for each, and how a refusal says that word.
_ENDS = {"khong_ky_luat": Form.NONE.value, "het_thoi_hieu": "het_thoi_hieu"}
_WITHOUT = {
    Form.NONE.value: "không kỷ luật",
    "het_thoi_hieu": "không thi hành do hết thời hiệu",
}


def disciplines_after(case: int) -> list[Result]:
    """The disciplines opened from this file, oldest first."""
    followed = Case.objects.filter(origin=case, procedure__in=_codes()).order_by("pk")
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


def discipline_of(person: int, reference: str) -> Result | None:
    """Return what came of the discipline of that reference; None where it is about somebody else."""
    theirs = Case.objects.filter(
        reference=reference,
        procedure__in=_codes(),
        subjects__person=person,
        subjects__superseded_by=None,
    ).first()
    return _result(theirs) if theirs else None


def disciplined_in(cases: Collection[int]) -> set[int]:
    """Of these disciplines, those decided: a numbered decision, and a form other than none. Two statements."""
    decided = set(
        RecordPaper.objects.filter(
            case__in=cases, record__step="decide", paper__number__isnull=False
        ).values_list("case", flat=True)
    )
    without = set(
        FileRow.objects.filter(
            case__in=decided, kind=RowKind.BALLOT, facts__part=Part.DECIDES, superseded_by=None,
            facts__form=Form.NONE.value,
        ).values_list("case", flat=True)
    )  # fmt: skip
    return decided - without


def _codes() -> list[str]:
    return [code for code, one in catalogue.PROCEDURES.items() if one.disciplines]


def _result(case: Case) -> Result:
    decision = case.papers.filter(
        record__step="decide", paper__number__isnull=False
    ).select_related("paper")
    paper = decision.first()
    if paper is None:
        return Result(case.reference, None, "", _ENDS.get(case.stage, ""))
    rows = FileRow.objects.filter(
        case=case, kind=RowKind.BALLOT, facts__part=Part.DECIDES, superseded_by=None
    )
    ballot = rows.order_by("-number").first()
    form = ballot.facts["form"] if ballot else Form.EXPULSION.value  # on a judgment nobody votes
    return Result(case.reference, form, paper.paper.number_text)
