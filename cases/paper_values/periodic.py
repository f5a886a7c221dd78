"""The words of a periodic report: what people wrote, around figures that were filed before."""

from __future__ import annotations

from datetime import date

from cases.dossier import Dossier, lines
from cases.locked_figures import Locked, locked
from cases.paper_values.builders import Values, of
from documents import kinds
from documents.drafting import PaperRefused
from documents.wording import figures
from law import Reason
from registry import tree
from registry.models import Body
from workflows.rows import RowKind


@of(kinds.PERIODIC_REPORT)
def _report(d: Dossier) -> Values:
    """Raises PaperRefused while no report of the unit stands filed for these days: a figure comes from nowhere else."""
    filed = _filed(d)
    return {
        "addressee": [_superior(d)],
        "reported": filed.period,
        "counted_on": filed.filed_on,
        "figures": filed.figures,
        **{name: lines(d.inputs.get(name)) for name in _WORDS},
        "signatory": d.signatory,
    }


_WORDS = ("background", "strengths", "faults", "causes", "ahead", "proposals")


def _filed(d: Dossier) -> Locked:
    first, last = (
        date.fromisoformat(d.said(end, RowKind.ORIGIN)) for end in ("first_day", "last_day")
    )
    if found := locked(d.body.organisation_id, first, last):
        return found
    raise PaperRefused(
        [
            Reason(
                "report.figures",
                f"Báo cáo thống kê từ ngày {figures(first)} đến ngày {figures(last)} chưa chốt, hoặc đang mở lại.",
                remedy="Lãnh đạo chốt số liệu ở trang “Nộp báo cáo, theo dõi nộp” của đúng các ngày này.",
            )
        ]
    )


def _superior(d: Dossier) -> str:
    """Whoever the report is sent to: a body of an organisation above, or the committee that the body belongs to."""
    to = Body.objects.get(pk=d.said("to", RowKind.ORIGIN))
    if to != d.body and to.organisation_id in tree.above(d.body.organisation_id, d.acted_on):
        return to.name
    raise PaperRefused(
        [
            Reason(
                "report.upwards",
                f"{to.name} không phải cấp trên của {d.body.name}.",
                remedy="Thôi lập báo cáo này, lập lại với đúng cơ quan cấp trên.",
            )
        ]
    )
