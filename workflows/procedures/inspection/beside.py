"""Deeds beside the path of an inspection: they stay where the file is, and lay a fact or send a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import TextChoices

from documents import kinds
from documents.catalogue import Kind
from permissions.predicates import may_sign, on_team
from workflows.conditions.file import (
    no_subject_is_on_the_team,
    the_count_fits,
    the_extension_is_within_its_share,
    the_team_has_one_lead,
)
from workflows.conditions.inspection import (
    a_lower_body_was_asked,
    a_resumed_content_is_concluded,
    the_sign_waits,
)
from workflows.inputs import Input
from workflows.offices import area_officer, team_lead
from workflows.procedures.inspection.stages import AT_WORK
from workflows.procedures.inspection.stages import InspectionStage as S
from workflows.questions import inspection as ask
from workflows.rows import RowKind
from workflows.stages import Stages

Deed = Callable[[Any], None]
_BESIDE: list[tuple[Deed, Sequence[TextChoices], dict[str, Any]]] = []


def beside(sources: Sequence[TextChoices], **said: Any) -> Callable[[Deed], Deed]:
    """Enter a deed that every inspection has in these stages, declared as `Stages.step` does."""

    def keep(deed: Deed) -> Deed:
        _BESIDE.append((deed, sources, said))
        return deed

    return keep


def declare_beside(procedure: Any, stages: Stages) -> None:
    """Give an inspection its deeds beside the path; a variant has kept those of its base already."""
    if stages.varies is None:
        for deed, sources, said in _BESIDE:
            setattr(procedure, deed.__name__, stages.step(sources, **said)(deed))


def borrowed(
    codes: Sequence[str],
    papers: Mapping[Kind, Kind],
    questions: Mapping[str, Sequence[Input]],
) -> Iterator[tuple[Deed, list[str], dict[str, Any]]]:
    """Yield some of these deeds for another procedure: the values of its stages, what to declare.

    `papers` puts other papers in the place of some, `questions` others for a deed of that name.
    """
    for deed, sources, said in _BESIDE:
        if deed.__name__ not in codes:
            continue
        given = {
            name: [papers.get(one, one) for one in said.get(name, ())]
            for name in ("issues", "writes")
        }
        asked = {"inputs": questions.get(deed.__name__, said["inputs"])}
        yield deed, [one.value for one in sources], {**said, **given, **asked}


@beside(
    AT_WORK,
    label="Gia hạn thời gian kiểm tra",
    by=may_sign,
    when=[the_extension_is_within_its_share],
    inputs=ask.EXTENSION,
    lays=RowKind.EXTENSION,
    issues=[kinds.INSPECTION_EXTENSION],
    drafted=True,
)
def extend(_self):
    """Trưởng đoàn đề nghị, nơi ra quyết định kiểm tra quyết định gia hạn."""


@beside(
    [S.DECIDED, S.PREPARED, *AT_WORK],
    label="Thay đổi thành viên đoàn kiểm tra",
    by=may_sign,
    when=[the_team_has_one_lead, no_subject_is_on_the_team],
    inputs=ask.NEW_TEAM,
    lays=RowKind.CHANGE,
    issues=[kinds.INSPECTION_TEAM_CHANGE],
    drafted=True,
    basis="duty.team.scope_change",
)
def change_team(_self):
    """Thay đổi nội dung, đối tượng, thời gian, thành phần phải do nơi ra quyết định kiểm tra quyết định."""


@beside(
    [S.EXPLAINED, S.VERIFIED],
    label="Gửi công văn đề nghị xác minh",
    by=may_sign,
    inputs=ask.LETTER,
    lays=RowKind.OPINION,
    issues=[kinds.VERIFICATION_LETTER],
    drafted=True,
)
def ask_to_verify(_self):
    """Đề nghị cơ quan, tổ chức liên quan xác minh, cung cấp tài liệu."""


@beside(
    [S.EXPLAINED, S.VERIFIED],
    label="Trưng cầu giám định, hỏi ý kiến chuyên môn",
    by=may_sign,
    inputs=ask.EXAMINATION,
    lays=RowKind.EXAMINATION,
    issues=[kinds.EXAMINATION_LETTER],
    drafted=True,
)
def order_examination(_self):
    """Việc thuộc chuyên môn, kỹ thuật thì đề nghị cơ quan chuyên môn giám định, cho ý kiến."""


@beside(
    [S.EXPLAINED, S.VERIFIED, S.EXCHANGED, S.CONFERRED],
    label="Nhận kết quả giám định",
    by=on_team(),
    inputs=ask.EXAMINED,
    lays=RowKind.EXAMINED,
)
def receive_examination(_self):
    """Kết luận giám định, ý kiến chuyên môn được lưu vào hồ sơ; không có thì ghi rõ lý do."""


@beside(
    [S.EXPLAINED, S.VERIFIED, S.EXCHANGED, S.CONFERRED],
    label="Báo cáo dấu hiệu vi phạm của đối tượng khác",
    by=team_lead,
    inputs=ask.NEW_SIGNS,
    lays=RowKind.NEW_SIGNS,
    writes=[kinds.NEW_SIGNS_REPORT],
)
def report_new_signs(_self):
    """Qua thẩm tra thấy đối tượng khác có dấu hiệu vi phạm thì báo cáo, đề xuất; không tự mở rộng kiểm tra."""


@beside(
    [S.EXPLAINED, S.VERIFIED, S.EXCHANGED, S.CONFERRED, S.FINALISED, S.CONCLUDED, S.ANNOUNCED],
    label="Quyết định về dấu hiệu của đối tượng khác",
    by=may_sign,
    when=[the_sign_waits],
    inputs=ask.SIGNS_ANSWER,
    lays=RowKind.SIGNS_ANSWER,
)
def answer_new_signs(_self):
    """Mỗi dấu hiệu được quyết định: kiểm tra, không kiểm tra và nêu lý do, hoặc chuyển nơi có thẩm quyền."""


@beside(
    [S.EXPLAINED, S.VERIFIED, S.EXCHANGED, S.CONFERRED],
    label="Báo cáo dấu hiệu tội phạm",
    by=team_lead,
    inputs=ask.CRIME_SIGNS,
    lays=RowKind.CRIME_SIGNS,
    writes=[kinds.CRIME_REPORT],
)
def report_crime(_self):
    """Thấy dấu hiệu tội phạm thì trưởng đoàn báo cáo để chuyển hồ sơ; cuộc kiểm tra vẫn tiến hành."""


@beside(
    AT_WORK,
    label="Đề nghị đình chỉ sinh hoạt, hoạt động",
    by=team_lead,
    inputs=ask.SUSPENSION,
    lays=RowKind.SUSPENSION_ASKED,
)
def ask_suspension(_self):
    """Đối tượng gây trở ngại thì trưởng đoàn đề nghị cấp có thẩm quyền xem xét đình chỉ."""


@beside(
    [S.CONCLUDED, S.ANNOUNCED],
    label="Gửi yêu cầu cấp dưới xem xét kỷ luật",
    by=may_sign,
    when=[a_lower_body_was_asked],
    inputs=ask.REQUEST,
    lays=RowKind.MEASURE,
    issues=[kinds.LOWER_BODY_LETTER],
    drafted=True,
)
def send_request(_self):
    """Yêu cầu tổ chức đảng cấp dưới có thẩm quyền xem xét, thi hành kỷ luật được gửi kèm hồ sơ, có thời hạn."""


@beside(
    [S.EXPLAINED, S.VERIFIED, S.EXCHANGED, S.CONFERRED, S.FINALISED, S.CONCLUDED, S.ANNOUNCED],
    label="Chuyển hồ sơ có dấu hiệu tội phạm",
    by=may_sign,
    inputs=ask.TRANSFER,
    lays=RowKind.MEASURE,
    issues=[kinds.TRANSFER_LETTER],
    drafted=True,
)
def transfer_to_authorities(_self):
    """Có dấu hiệu tội phạm thì chuyển cơ quan có thẩm quyền; việc xem xét trong Đảng vẫn tiến hành."""


@beside(
    [S.CONCLUDED, S.ANNOUNCED],
    label="Đề nghị phối hợp, xem xét theo thẩm quyền",
    by=may_sign,
    inputs=ask.TO_ACT,
    lays=RowKind.MEASURE,
    issues=[kinds.COORDINATION_LETTER],
    drafted=True,
)
def ask_to_act(_self):
    """Việc ủy ban không tự xem xét được thì đề nghị cấp ủy, tổ chức, cơ quan có thẩm quyền phối hợp, xem xét."""


@beside(
    [S.CONCLUDED, S.ANNOUNCED],
    label="Đề nghị kỷ luật chính quyền, đoàn thể đồng bộ",
    by=may_sign,
    inputs=ask.ALIGNMENT,
    lays=RowKind.MEASURE,
    issues=[kinds.ALIGNMENT_LETTER],
    drafted=True,
)
def align_discipline(_self):
    """Đề nghị cơ quan nhà nước, đoàn thể xem xét kỷ luật đồng bộ với kỷ luật đảng."""


@beside(
    [S.CONCLUDED, S.ANNOUNCED],
    label="Kiến nghị về công tác cán bộ",
    by=may_sign,
    inputs=ask.RECOMMENDATION,
    lays=RowKind.MEASURE,
    issues=[kinds.CADRE_LETTER],
    drafted=True,
)
def recommend_on_cadres(_self):
    """Kết luận đặt ra vấn đề về bố trí, sử dụng cán bộ thì kiến nghị cấp quản lý cán bộ."""


@beside(
    [S.CONCLUDED, S.ANNOUNCED],
    label="Họp ủy ban kết luận nội dung đã hết lý do",
    by=area_officer,
    when=[the_count_fits],
    inputs=ask.MEETING,
    lays=RowKind.MEETING,
    writes=[kinds.INSPECTION_COMMITTEE_MINUTES],
)
def consider_again(_self):
    """Nội dung chưa xem xét đã hết lý do thì ủy ban họp lại, kết luận và biểu quyết nội dung đó."""


@beside(
    [S.CONCLUDED, S.ANNOUNCED],
    label="Thông báo kết luận nội dung đã hết lý do",
    by=may_sign,
    when=[a_resumed_content_is_concluded],
    inputs=ask.NOTICE,
    issues=[kinds.INSPECTION_NOTICE],
    drafted=True,
    carries_out=RowKind.MEETING,
)
def conclude_resumed(_self):
    """Kết luận nội dung đã hết lý do chưa xem xét được thông báo như kết luận đầu."""
