"""Evidence, opinions, answers of law, numbers and service: what every file records at every open stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from permissions.predicates import Predicate, holds, may_sign, on_team
from permissions.roles import Role
from workflows import secrecy, signing_route
from workflows.conditions.asked import the_rule_may_be_answered, the_rule_may_be_released
from workflows.everyday.who import BASIS, number_takers, the_team_or_area_officer
from workflows.inputs import Choice, Day, File, LawSource, PaperOf, RowOf, SubjectOf, Text
from workflows.offices import leaders
from workflows.rows import RowKind
from workflows.stages import Stages
from workflows.stations import DRAFTER, Station

#: Stand for whoever a procedure names: to answer for the law, to sign any of its papers.
ANSWERS_LAW, SIGNERS = "answers_law", "signers"


def add_evidence(_self: Any) -> None:
    """Đoàn nhận tài liệu, chứng cứ và lưu vào hồ sơ."""


def reserve_opinion(_self: Any) -> None:
    """Đối tượng có ý kiến bảo lưu; ý kiến được ghi nguyên văn vào hồ sơ."""


def declare_conflict(_self: Any) -> None:
    """Người trong đoàn, người tham mưu, lãnh đạo tự khai xung đột lợi ích và xin không tham gia xử lý hồ sơ."""


def answer_rule(_self: Any) -> None:
    """Người có thẩm quyền trả lời một quy định phần mềm chưa xác định được, nêu văn bản làm căn cứ."""


def release_rule(_self: Any) -> None:
    """Người có thẩm quyền cho phép làm khác một quy định mới thấy ở một văn bản, nêu văn bản làm căn cứ."""


def return_draft(_self: Any) -> None:
    """Người ký, hoặc cấp đang thẩm định, trả lại dự thảo cho người soạn hoặc một cấp trước, nêu lý do."""


def number_paper(_self: Any) -> None:
    """Văn thư ghi số, ngày vào văn bản đã ký và vào sổ."""


def serve_paper(_self: Any) -> None:
    """Văn thư hoặc đoàn gửi, giao văn bản; ghi ngày nhận hoặc việc từ chối nhận."""


_RULE = Text(name="rule", label="Mã quy định", personal=False, most=80)
_SOURCE = LawSource(name="source", label="Văn bản làm căn cứ")
_REASON = Text(name="reason", label="Lý do", long=True)

#: Whoever wrote it, or any station before: the route goes on from there.
_BACK_TO = [
    (DRAFTER, "Người soạn"),
    *((one.value, str(one.label)) for one in Station if one is not Station.INITIAL),
]

_EVERYDAY: tuple[tuple[Callable[[Any], None], dict[str, Any]], ...] = (
    (
        add_evidence,
        {
            "label": "Nhận tài liệu, chứng cứ",
            "by": the_team_or_area_officer,
            "lays": RowKind.EVIDENCE,
            "inputs": [
                Text(name="title", label="Tên tài liệu"),
                Text(name="given_by", label="Người, cơ quan cung cấp"),
                Day(name="dated", label="Ngày của tài liệu", required=False),
                secrecy.asked,
                File(name="scan", label="Tệp", required=False),
            ],
            "when": [secrecy.nothing_is_classified],
        },
    ),
    (
        reserve_opinion,
        {
            "label": "Ghi ý kiến bảo lưu",
            "by": the_team_or_area_officer,
            "lays": RowKind.RESERVATION,
            "inputs": [
                SubjectOf(name="subject", label="Đối tượng"),
                Text(name="opinion", label="Ý kiến, ghi nguyên văn", long=True),
            ],
        },
    ),
    (
        declare_conflict,
        {
            "label": "Khai xung đột lợi ích, xin rút",
            "by": the_team_or_area_officer | leaders,
            "lays": RowKind.WITHDRAWAL,
            "inputs": [_REASON],
        },
    ),
    (
        answer_rule,
        {
            "label": "Trả lời về quy định",
            "by": ANSWERS_LAW,
            "lays": RowKind.ANSWER,
            "inputs": [
                _RULE,
                Text(name="value", label="Giá trị", personal=False, long=True, most=1000),
                _SOURCE,
            ],
            "when": [the_rule_may_be_answered],
        },
    ),
    (
        release_rule,
        {
            "label": "Cho phép theo văn bản",
            "by": ANSWERS_LAW,
            "lays": RowKind.RELEASE,
            "inputs": [_RULE, _SOURCE, _REASON],
            "when": [the_rule_may_be_released],
        },
    ),
    (
        return_draft,
        {
            "label": "Trả lại dự thảo",
            "by": SIGNERS,
            "lays": RowKind.RETURNED,
            "inputs": [
                RowOf(name="draft", label="Dự thảo", of=[RowKind.DRAFT]),
                Choice(name="to", label="Trả lại cho", options=_BACK_TO, required=False),
                _REASON,
            ],
        },
    ),
    (
        number_paper,
        {
            "label": "Lấy số văn bản",
            "by": number_takers,
            "lays": RowKind.NUMBERED,
            "inputs": [PaperOf(name="paper", label="Văn bản", state="da_ky")],
        },
    ),
    (
        serve_paper,
        {
            "label": "Gửi, giao văn bản",
            "by": holds(Role.CLERK) | on_team(),
            "lays": RowKind.SERVICE,
            "inputs": [
                PaperOf(name="paper", label="Văn bản"),
                Text(name="receiver", label="Người nhận"),
                Text(name="evidence", label="Giấy nhận, biên bản", most=300),
                Choice(
                    name="result",
                    label="Kết quả",
                    options=[
                        ("da_nhan", "Đã ký nhận"),
                        ("tu_choi_nhan", "Từ chối nhận, đã lập biên bản"),
                    ],
                ),
            ],
        },
    ),
)


#: What a paper needs that was signed after the end.
_OF_PAPERS = (return_draft, number_paper, serve_paper)
#: What makes a matter known to whom it is about, or takes their opinion: never in a file of intake.
_WITH_THE_SUBJECT = (reserve_opinion, serve_paper)


def _to_whom(inputs: list[Any]) -> list[Any]:
    """The questions of a service in a matter whose sender stays sealed: who received is chosen, never typed."""
    return [_RECEIVER if one.name == "receiver" else one for one in inputs]


_RECEIVER = Choice(
    name="receiver",
    label="Người nhận",
    help="Họ tên, địa chỉ người tố cáo lấy từ phong bì danh tính, không ghi vào đây.",
    options=[
        ("doi_tuong", "Người, tổ chức bị tố cáo"),
        ("to_chuc_dang", "Tổ chức đảng quản lý, cấp ủy"),
        ("nguoi_to_cao", "Người tố cáo, qua phong bì danh tính"),
        ("noi_khac", "Cơ quan, tổ chức khác"),
    ],
)


def declare_records(procedure: Any, stages: Stages) -> None:
    """Give `procedure` the everyday steps at every stage that is not an end, or in which a paper is still signed."""
    signed_at = {
        one
        for step in signing_route.declared_steps(procedure)
        if step.drafted
        for one in step.source
    }
    ends = [stage for stage in stages.ends if stage.value in signed_at]
    still_open = [stage for stage in stages.enum if stage not in stages.ends]
    for method, said in _EVERYDAY:
        open_stages = [*still_open, *ends] if method in _OF_PAPERS else still_open
        if procedure.is_intake and method in _WITH_THE_SUBJECT:
            continue
        if procedure.seals_sender and method is serve_paper:
            said = {**said, "inputs": _to_whom(said["inputs"])}
        if isinstance(said["by"], str):
            said = {**said, "by": _named(procedure, said["by"])}
        declared = stages.step(open_stages, basis=BASIS, everyday=True, **said)(method)
        setattr(procedure, method.__name__, declared)


def _named(procedure: Any, who: str) -> Predicate:
    """Whom this procedure means; every one of its signing steps has its own signers."""
    if who == ANSWERS_LAW:
        answers: Predicate = procedure.answers_law
        return answers
    signing = [step for step in signing_route.declared_steps(procedure) if step.drafted]
    return signing_route.anyone(signing) if signing else may_sign
