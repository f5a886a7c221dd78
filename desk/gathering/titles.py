"""What the page of a file calls its body, its team, its decision, and whose rights it shows: by its part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.matter import Matter


@dataclass(frozen=True)
class Titles:
    """`rights` where a person is concerned or either may be, `of_unit` where only an organisation may be."""

    body: Any
    team: Any
    decision: Any
    rights: Any
    of_unit: Any = ""


_CONSIDERS, _SETTLES = gettext_lazy("Cơ quan xem xét"), gettext_lazy("Cơ quan giải quyết")
_CONTROLS = gettext_lazy("Chủ thể kiểm tra, giám sát")
_MEMBER = gettext_lazy("Quyền của đảng viên được xem xét")
_UNIT = gettext_lazy("Quyền của tổ chức đảng được xem xét")
_INSPECTION = Titles(
    _CONTROLS, gettext_lazy("Đoàn kiểm tra"), gettext_lazy("Quyết định kiểm tra"),
    gettext_lazy("Quyền của đối tượng kiểm tra")
)  # fmt: skip
_BY_PART = {
    "P1": Titles(
        _CONTROLS, gettext_lazy("Đoàn giám sát"), gettext_lazy("Quyết định giám sát"),
        gettext_lazy("Quyền của đối tượng giám sát")
    ),
    "P2": _INSPECTION,
    "P3": _INSPECTION,
    "P5": Titles(
        _CONSIDERS, gettext_lazy("Đoàn xem xét kỷ luật"), gettext_lazy("Quyết định kỷ luật"), _MEMBER, _UNIT
    ),
    "P5S": Titles(_CONSIDERS, "", gettext_lazy("Quyết định đình chỉ"), _MEMBER, _UNIT),
    "P6": Titles(
        _SETTLES, gettext_lazy("Đoàn giải quyết tố cáo"), gettext_lazy("Quyết định giải quyết tố cáo"),
        gettext_lazy("Quyền của người bị tố cáo"), gettext_lazy("Quyền của tổ chức đảng bị tố cáo"),
    ),
    "P7": Titles(
        _SETTLES, gettext_lazy("Đoàn giải quyết khiếu nại"), gettext_lazy("Quyết định giải quyết khiếu nại"),
        gettext_lazy("Quyền của người khiếu nại"), gettext_lazy("Quyền của tổ chức đảng khiếu nại"),
    ),
    "P8": Titles(_CONSIDERS, "", gettext_lazy("Quyết định"), _MEMBER),
    "P9": Titles(
        _CONSIDERS, gettext_lazy("Đoàn xem xét lại kỷ luật"),
        gettext_lazy("Quyết định thay đổi, xóa bỏ kỷ luật"), _MEMBER, _UNIT,
    ),
}  # fmt: skip
_RESTORES = Titles(
    _CONSIDERS,
    "",
    gettext_lazy("Quyết định xác định kỷ luật oan"),
    gettext_lazy("Quyền của bên bị kỷ luật oan"),
)


def _titles(procedure: type[Matter]) -> Titles:
    part = procedure.code.partition(".")[0]
    return _RESTORES if procedure.restores else _BY_PART.get(part, _BY_PART["P1"])


def body_label(procedure: type[Matter]) -> str:
    """What the body is called that a file of this procedure is handled by."""
    if procedure.is_meeting:
        return _("Cơ quan triệu tập")
    if procedure.is_intake:
        return _("Cơ quan tiếp nhận")
    return str(_titles(procedure).body)


def team_name(procedure: type[Matter]) -> str:
    """What a team of this procedure is called; empty where it has none."""
    asked = (question.kind for step in procedure.steps.values() for question in step.inputs)
    return str(_titles(procedure).team) if "team" in asked or procedure.merges else ""


def decision_name(procedure: type[Matter]) -> str:
    """What the decision is called that a file of this procedure waits for."""
    return str(_titles(procedure).decision)


def rights_title(procedure: type[Matter]) -> str:
    """Whose rights the page of a file of this procedure shows."""
    said = _titles(procedure)
    return str((said.of_unit if "person" not in procedure.subjects else "") or said.rights)
