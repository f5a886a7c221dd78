"""The archive dossier of a matter: the official order of its papers, and what it may not be deposited without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from workflows.facts import Facts, PaperFact
from workflows.rows import RowKind
from workflows.stages import Step

#: States of a paper that is none: never signed, or taken back.
_NO_PAPER = frozenset({"du_thao", "da_trinh", "da_huy"})


@dataclass(frozen=True)
class Heading:
    """One place in the order: which papers and rows stand there, and whether one of them must.

    A paper is placed by the code of its kind (`papers`, beginnings of codes), else by the step that
    issued it (`steps`), else by what that step laid (`rows`). `or_by` is a row that may stand for it.
    """

    title: str
    rows: tuple[RowKind, ...] = ()
    steps: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    must: bool = False
    or_by: tuple[RowKind, ...] = ()
    where: tuple[RowKind, ...] = ()

    def fits(self, step: Step | None, code: str, paper: str = "") -> bool:
        """Whether what `step` (of that code) laid, or a paper of that kind, stands here."""
        return bool(
            (paper and paper.startswith(self.papers or ("?",)))
            or code in self.steps
            or (step is not None and step.lays in self.rows)
        )


K = RowKind
_PROPOSED = Heading("Đề xuất, báo cáo dấu hiệu", (K.ORIGIN,))
_PLAN = Heading(
    "Quyết định, kế hoạch", (K.PLAN, K.EXTENSION, K.CHANGE, K.SCOPE), must=True, where=(K.PLAN,)
)
_OUTLINE = Heading("Đề cương; lịch, nội quy, phân công", (K.OUTLINE,), papers=("DC-",), must=True)
_OPENING = Heading("Biên bản triển khai", steps=("open", "present"), must=True)
_GIVEN = Heading("Tài liệu, chứng cứ", (K.EVIDENCE, K.STATEMENT, K.RESERVATION))
_WORKING = Heading("Biên bản làm việc, thẩm tra, xác minh", (K.MINUTES, K.APPRAISAL, K.OPINION))
_DRAFTED = Heading("Dự thảo báo cáo", steps=("draft", "exchange"))
_PASSED = Heading("Biên bản thông qua dự thảo báo cáo", (K.CONFERENCE,), must=True)
_RESULT = Heading("Báo cáo kết quả", (K.RESULT,), must=True)
_MET = Heading("Biên bản họp xem xét, kết luận", (K.MEETING,), must=True)
_NOTICE = Heading("Thông báo kết luận, kết quả", steps=("conclude",), must=True)
_ANNOUNCED = Heading("Biên bản công bố", steps=("announce",), must=True)
_DECISION = Heading(
    "Quyết định; báo cáo, tờ trình cấp có thẩm quyền", (K.SENT,), ("decide", "submit")
)


def _reported(title: str) -> Heading:
    return Heading(title, (K.REPORT,), must=True, or_by=(K.REFUSAL,))


#: The lists of the model dossiers, each in its official order.
SUPERVISION = (
    _PROPOSED, _PLAN, _OUTLINE, _OPENING, _reported("Báo cáo của đối tượng"), _GIVEN, _DRAFTED, _PASSED,
    _RESULT, _MET, _NOTICE, _ANNOUNCED, _WORKING,
)  # fmt: skip
INSPECTION = (
    _PROPOSED, _PLAN, _OUTLINE, _OPENING, _reported("Báo cáo tự kiểm tra"), _GIVEN, _DRAFTED, _PASSED,
    _RESULT, _MET, _NOTICE, _ANNOUNCED, _WORKING,
)  # fmt: skip
SIGNS = (
    _PROPOSED, _PLAN, _OUTLINE, _OPENING, _reported("Báo cáo giải trình"), _GIVEN, _DRAFTED, _PASSED,
    _RESULT, _MET, _NOTICE, _ANNOUNCED, _WORKING,
)  # fmt: skip
DENUNCIATION = (
    Heading("Đơn tố cáo, văn bản chuyển đơn", (K.ORIGIN,), must=True),
    Heading(
        "Biên bản làm việc với người tố cáo; đề xuất",
        (K.SENDER_CHECKED, K.SETTLEMENT_PROPOSED, K.SENDER_WITHDREW), must=True,
    ),
    _PLAN, _OUTLINE, _OPENING,
    _reported("Báo cáo giải trình"), _GIVEN, _DRAFTED, _PASSED, _RESULT, _MET, _NOTICE, _ANNOUNCED, _WORKING,
)  # fmt: skip
COMPLAINT = (
    Heading(
        "Đơn khiếu nại hoặc đề xuất xem xét lại; báo cáo của cán bộ theo dõi", (K.REVIEWED, K.ADMISSIBILITY),
        must=True,
    ),
    _PLAN, _OPENING, _GIVEN,
    Heading("Biên bản làm việc, thẩm tra, trao đổi", (K.MINUTES, K.GROUND, K.APPRAISAL, K.REFUSAL), must=True),
    _PASSED, _RESULT,
    Heading("Biên bản kiểm phiếu, biên bản họp", (K.BALLOT,), must=True),
    Heading("Quyết định giải quyết; tờ trình, thông báo", (K.REFERRED_UP,), ("decide",)),
    Heading("Biên bản công bố, trao quyết định", (K.HANDED_OVER,), must=True),
    Heading("Khiếu nại tiếp", (K.COMPLAINT,)),
    Heading("Trách nhiệm của nơi xử lý không đúng mức", (K.LENIENCY,)),
)  # fmt: skip
DISCIPLINE = (
    Heading("Quyết định, kế hoạch", (K.PLAN, K.LEVELS)),
    Heading("Đề cương, hướng dẫn tự kiểm điểm", (K.OUTLINE,), papers=("DC-",)),
    Heading("Biên bản triển khai", steps=("open", "present")),
    _reported("Bản tự kiểm điểm"),
    _GIVEN,
    _WORKING,
    Heading("Biên bản nghe đảng viên trình bày", (K.HEARING,), must=True, or_by=(K.REFUSAL,)),
    Heading("Biên bản kiểm phiếu, biên bản họp", (K.BALLOT, K.MEETING, K.LIMITATION), must=True),
    _DECISION,
    Heading("Công bố, trao quyết định; thông báo", (K.HANDED_OVER, K.NOTIFIED)),
)
#: Expelled on a judgment: what stands in the place of the body's own consideration.
ON_JUDGMENT = (
    Heading("Bản án đã có hiệu lực", (K.JUDGMENT,), must=True),
    Heading("Biên bản họp thống nhất khai trừ", (K.MEETING,), must=True),
    *DISCIPLINE[-2:],
    _GIVEN,
    _WORKING,
)
SUSPENSION = (
    Heading(
        "Đề xuất, đề nghị đình chỉ; thông báo tố tụng", (K.LEVELS, K.LEGAL_NOTICE), ("submit",)
    ),
    Heading("Biên bản nghe trình bày", (K.HEARING,)),
    Heading("Quyết định đình chỉ, gia hạn", (K.SUSPENSION, K.EXTENSION), must=True),
    Heading("Biên bản công bố đình chỉ", (K.HANDED_OVER,), must=True),
    Heading("Thông báo việc đình chỉ", (K.NOTIFIED,)),
    _GIVEN,
    Heading("Khiếu nại; kết quả kỷ luật", (K.COMPLAINT, K.OUTCOME)),
    Heading("Quyết định cho trở lại, biên bản công bố", (K.RESUMPTION,), ("announce_return",)),
)
#: Which papers a letter comes to depends on its way; only the letter itself is in every file.
INTAKE = (
    Heading("Đơn, thông tin đến; phần đơn đã tách", (K.RECEIPT, K.PART), must=True),
    Heading("Phiếu đề xuất; ý kiến xử lý", (K.CLASSIFICATION, K.ROUTE)),
    Heading("Phiếu chuyển, hướng dẫn; báo cáo thông tin", (K.RESULT,), ("forward", "guide_sender")),
    Heading("Thông báo, trả lời người gửi; việc gửi văn bản", (K.SENDER_TOLD, K.SERVICE)),
)
#: Evidence first, as it grows; then each body's word, the decision, and what was told and sent.
REMOVAL = (
    Heading("Căn cứ, đơn; chứng cứ", (K.LEVELS, K.PROOF)),
    Heading("Biên bản nhắc nhở, giáo dục, trao đổi", (K.MINUTES,)),
    Heading("Các lần yêu cầu tự kiểm điểm; bản tự kiểm điểm", (K.CALLED, K.REPORT, K.REFUSAL)),
    _GIVEN,
    Heading("Giải trình; ý kiến thẩm định", (K.HEARING, K.APPRAISAL)),
    Heading("Biên bản hội nghị, biểu quyết", (K.MOTION,), must=True),
    Heading("Nghị quyết, báo cáo của các cấp", (K.SENT,)),
    Heading("Tờ trình; quyết định", steps=("submit", "decide"), must=True),
    Heading("Biên bản công bố, thu thẻ", (K.HANDED_OVER,), must=True),
    Heading("Thông báo; hồ sơ, phiếu báo đã gửi", (K.NOTIFIED, K.FILE_SENT, K.CERTIFIED)),
    Heading("Khiếu nại, kết quả giải quyết", (K.COMPLAINT, K.ANSWERED)),
)
_OTHER = Heading("Tài liệu khác")
_BY_NUMBER = {
    "P0": INTAKE,
    "P1": SUPERVISION,
    "P2": INSPECTION,
    "P3": SIGNS,
    "P6": DENUNCIATION,
    "P7": COMPLAINT,
    "P9": COMPLAINT,
    "P5S": SUSPENSION,
    "P8": REMOVAL,
}


def list_of(procedure: Any) -> tuple[Heading, ...]:
    """The list by which files of the procedure are put in order: its own, else that of its line.

    A heading must be filled only where a step of the procedure can fill it: who sets up no team has no plan.
    """
    if procedure.dossier:
        return tuple(procedure.dossier)
    number = procedure.code.partition(".")[0]
    usual = SIGNS if procedure.inspects else SUPERVISION
    found = DISCIPLINE if procedure.disciplines else _BY_NUMBER.get(number, usual)
    steps = [one for one in procedure.steps.values() if not one.everyday and not one.prepares]
    return tuple(
        replace(one, must=one.must and any(_fills(step, one) for step in steps)) for one in found
    )


def _fills(step: Step, heading: Heading) -> bool:
    """Whether the step brings what the heading is for: its first row, not what may lie beside that."""
    papers = [kind.code for kind in (*step.issues, *step.writes)]
    return (
        step.lays in heading.rows[:1]
        or step.code in heading.steps
        or any(heading.fits(None, "", one) for one in papers)
    )


@dataclass(frozen=True)
class Placed:
    """One heading with what the file has there: papers, and rows that came without a paper of ours."""

    heading: Heading
    papers: tuple[PaperFact, ...]
    rows: tuple[int, ...]
    missing: bool = False


def index(procedure: Any, facts: Facts) -> list[Placed]:
    """Everything of the file in the official order; what has no place of its own stands last."""
    headings = (*list_of(procedure), _OTHER)
    papers: dict[Heading, list[PaperFact]] = {}
    for paper in facts.papers:
        if paper.state not in _NO_PAPER:
            step = procedure.step(paper.step)
            place = next((h for h in headings if h.fits(step, paper.step, paper.kind)), _OTHER)
            papers.setdefault(place, []).append(paper)
    rows: dict[Heading, list[int]] = {}
    for row in facts.rows:
        if row.kind in LOOSE:
            step = procedure.step(row.step)
            place = next((h for h in headings if h.fits(step, row.step)), _OTHER)
            rows.setdefault(place, []).append(row.number)
    lacking = set(missing(procedure, facts))
    return [
        Placed(one, tuple(papers.get(one, ())), tuple(rows.get(one, ())), one in lacking)
        for one in headings
        if papers.get(one) or rows.get(one) or one in lacking
    ]


#: What came without a paper of ours.
LOOSE = (K.REPORT, K.EVIDENCE, K.STATEMENT, K.RESERVATION, K.REFUSAL, K.REMEDY)


def missing(procedure: Any, facts: Facts) -> Iterator[Heading]:
    """The headings that must be filled in this procedure and are not."""
    for heading in list_of(procedure):
        if (
            heading.must
            and _is_declared(procedure, heading)
            and not _is_there(procedure, heading, facts)
        ):
            yield heading


def _is_declared(procedure: Any, heading: Heading) -> bool:
    """Whether the ordinary path of the procedure fills the heading; nothing is asked that it does not do."""
    return any(
        step.lays in heading.where if heading.where else heading.fits(step, step.code)
        for step in procedure.steps.values()
        if not (step.aside or step.optional or step.everyday or step.prepares)
    )


def _is_there(procedure: Any, heading: Heading, facts: Facts) -> bool:
    """Whether a live entry fills the heading, and its papers, where it has any, were not all taken back."""
    papers = [
        one for one in facts.papers if heading.fits(procedure.step(one.step), one.step, one.kind)
    ]
    if papers and all(one.state in _NO_PAPER for one in papers):
        return False
    filled = any(row.kind in (*heading.rows, *heading.or_by) for row in facts.rows)
    return filled or any(facts.has_taken(code) for code in heading.steps)
