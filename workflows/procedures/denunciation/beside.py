"""Deeds beside the path of settling a denunciation: withdrawal, congress, more time; the rest as in an inspection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import may_sign
from workflows.conditions.denunciation import (
    it_came_shortly_before_the_congress,
    it_is_extended_once_and_no_longer,
    it_was_freely_withdrawn,
    nobody_has_met_to_conclude,
    something_was_found_false,
)
from workflows.conditions.file import no_subject_is_on_the_team, the_team_has_one_lead
from workflows.offices import area_officer, team_lead
from workflows.procedures.denunciation.stages import AT_WORK, UNTIL_REPORTED
from workflows.procedures.denunciation.stages import DenunciationStage as S
from workflows.procedures.inspection.beside import borrowed
from workflows.questions import denunciation as ask
from workflows.rows import RowKind
from workflows.stages import Stages

Deed = Callable[[Any], None]
_BESIDE: list[tuple[Deed, Sequence[TextChoices], TextChoices | None, dict[str, Any]]] = []

#: What an inspection does beside its path and a denunciation does in the same words.
AS_IN_AN_INSPECTION = (
    "ask_to_verify", "order_examination", "receive_examination", "report_new_signs", "answer_new_signs",
    "report_crime", "send_request", "transfer_to_authorities", "ask_to_act", "align_discipline",
    "recommend_on_cadres", "consider_again", "conclude_resumed",
)  # fmt: skip
PAPERS = {
    kinds.INSPECTION_COMMITTEE_MINUTES: kinds.SETTLEMENT_COMMITTEE_MINUTES,
    kinds.INSPECTION_NOTICE: kinds.SETTLEMENT_NOTICE,
}
QUESTIONS = {"consider_again": ask.MEETING, "conclude_resumed": ask.CONCLUSION}


def beside(
    sources: Sequence[TextChoices], target: TextChoices | None = None, **said: Any
) -> Callable[[Deed], Deed]:
    """Enter a deed that every settling of a denunciation has in these stages, declared as `Stages.step` does."""

    def keep(deed: Deed) -> Deed:
        _BESIDE.append((deed, sources, target, said))
        return deed

    return keep


def declare_beside(procedure: Any, stages: Stages) -> None:
    """Give the procedure its deeds beside the path; a variant has kept those of its base already."""
    if stages.varies is not None:
        return
    for deed, sources, target, said in _BESIDE:
        setattr(procedure, deed.__name__, stages.step(sources, target, **said)(deed))
    for deed, places, said in borrowed(AS_IN_AN_INSPECTION, PAPERS, QUESTIONS):
        declared = stages.step([stages.enum(one) for one in places], **said)(deed)
        setattr(procedure, deed.__name__, declared)


@beside(
    [S.DECIDED, S.PREPARED, *AT_WORK, S.FINALISED],
    label="Gia hạn giải quyết tố cáo",
    by=may_sign,
    when=[it_is_extended_once_and_no_longer],
    inputs=ask.LONGER,
    lays=RowKind.EXTENSION,
    issues=[kinds.SETTLEMENT_EXTENSION, kinds.SENDER_NOTICE],
    drafted=True,
)
def extend(_self):
    """Chưa kết luận được trong thời hạn thì nơi thụ lý quyết định gia hạn và thông báo cho người tố cáo."""


@beside(
    [S.DECIDED, S.PREPARED, *AT_WORK],
    label="Thay đổi thành viên đoàn giải quyết tố cáo",
    by=may_sign,
    when=[the_team_has_one_lead, no_subject_is_on_the_team],
    inputs=ask.NEW_TEAM,
    lays=RowKind.CHANGE,
    issues=[kinds.SETTLEMENT_TEAM_CHANGE],
    drafted=True,
    basis="duty.team.scope_change",
)
def change_team(_self):
    """Thay đổi nội dung, đối tượng, thời gian, thành phần phải do nơi ra quyết định thụ lý quyết định."""


@beside(
    UNTIL_REPORTED,
    label="Ghi việc người tố cáo rút nội dung",
    by=area_officer,
    inputs=ask.WITHDRAWN,
    lays=RowKind.SENDER_WITHDREW,
    writes=[kinds.WITHDRAWAL_MINUTES],
)
def record_withdrawal(_self):
    """Người tố cáo xin rút thì làm việc để biết có tự nguyện hay bị đe dọa, mua chuộc; danh tính không ghi."""


@beside(
    UNTIL_REPORTED,
    S.WITHDRAWN,
    label="Thôi giải quyết do người tố cáo rút",
    by=may_sign,
    when=[it_was_freely_withdrawn, nobody_has_met_to_conclude],
    inputs=ask.STOP,
    lays=RowKind.OPINION,
    issues=[kinds.SETTLEMENT_STOPPED],
    drafted=True,
    aside=True,
)
def stop_settling(_self):
    """Người tố cáo tự nguyện rút toàn bộ thì thôi giải quyết, thông báo cho những nơi đã biết."""


@beside(
    UNTIL_REPORTED,
    label="Tạm dừng trước đại hội, chuyển khóa mới",
    by=may_sign,
    when=[it_came_shortly_before_the_congress],
    inputs=ask.FREEZE,
    lays=RowKind.PAUSED,
    issues=[kinds.NEXT_TERM_LIST],
    drafted=True,
)
def freeze_for_congress(_self):
    """Đơn về nhân sự đại hội nhận ngay trước đại hội thì tạm dừng, lập danh mục chuyển cấp ủy khóa mới."""


@beside(
    [S.CONCLUDED, S.ANNOUNCED],
    label="Báo cáo dấu hiệu cố ý tố cáo sai",
    by=team_lead,
    when=[something_was_found_false],
    inputs=ask.FALSE_ON_PURPOSE,
    lays=RowKind.NEW_SIGNS,
    writes=[kinds.FALSE_DENUNCIATION_REPORT],
)
def report_false_denunciation(_self):
    """Có dấu hiệu cố ý tố cáo sai thì báo cáo dưới bí danh; xem xét ở hồ sơ riêng, không dẫn từ hồ sơ này."""
