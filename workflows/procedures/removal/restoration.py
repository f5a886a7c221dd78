"""P8.PH – Phục hồi quyền đảng viên: an annulled removal is undone in the register, without a gap or an erasure."""

from __future__ import annotations

from typing import ClassVar

from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import Predicate
from workflows.conditions.file import every_paper_is_issued
from workflows.conditions.suspension import numbered
from workflows.dossiers import Heading
from workflows.matter import Matter, Right
from workflows.offices import leaders, organisers
from workflows.questions import removal_complaint as ask
from workflows.rows import RowKind
from workflows.rows import RowKind as K
from workflows.stages import InRegister, Phase, Stages


class RestorationStage(TextChoices):
    """Giai đoạn phục hồi quyền đảng viên."""

    FOUND = "co_can_cu", "Có căn cứ phục hồi"
    OPENED = "da_neu", "Đã nêu căn cứ"
    DECIDED = "da_quyet_dinh", "Đã quyết định phục hồi"
    RESTORED = "da_phuc_hoi", "Đã phục hồi"
    CLOSED = "da_nop_luu", "Đã nộp lưu hồ sơ"
    DECLINED = "khong_phuc_hoi", "Không phục hồi"


class MemberRestoration(Matter):
    """Phục hồi quyền đảng viên của người mà quyết định xóa tên đã bị hủy."""

    code = "P8.PH"
    label = "Phục hồi quyền đảng viên"
    prefix = "PH"
    opens = "take_up"
    follows = frozenset({"P8.XT", "P8.KN"})
    subjects = frozenset({"person"})
    one_subject = True
    of_former = True
    bodies = frozenset({"btv", "cap_uy", "ban_bi_thu"})
    question = "phục hồi quyền đảng viên"
    answers_law: ClassVar[Predicate] = leaders
    rights = (Right("Được công bố quyết định phục hồi", "announce"),)
    dossier = (
        Heading("Văn bản hủy quyết định, kết luận", (K.ORIGIN,), must=True),
        Heading("Quyết định phục hồi", steps=("decide",), must=True),
        Heading("Biên bản công bố", (K.HANDED_OVER,), must=True),
    )

    S = RestorationStage
    stage = Stages(
        RestorationStage,
        basis="basis.restoration",
        start=S.FOUND,
        ends=[S.CLOSED, S.DECLINED],
        phases={
            Phase.PREPARE: [S.FOUND, S.OPENED],
            Phase.CONDUCT: [S.DECIDED],
            Phase.FINISH: [S.RESTORED, S.CLOSED, S.DECLINED],
        },
    )

    @stage.step(
        S.FOUND,
        S.OPENED,
        label="Nêu căn cứ phục hồi",
        by=organisers,
        inputs=ask.RESTORE,
        lays=RowKind.ORIGIN,
        basis="basis.case_file",
    )
    def take_up(self):
        """Quyết định xóa tên đã bị hủy khi giải quyết khiếu nại, hoặc cấp có thẩm quyền thấy sai."""

    @stage.step(
        S.OPENED,
        S.DECLINED,
        label="Không phục hồi",
        by=leaders,
        inputs=[ask.REASON],
        lays=RowKind.CLOSING,
        aside=True,
    )
    def decline(self):
        """Căn cứ không đúng thì không ra quyết định phục hồi, nêu lý do."""

    @stage.step(
        S.OPENED,
        S.DECIDED,
        label="Ban hành quyết định phục hồi",
        short="Quyết định",
        by=leaders,
        inputs=ask.DECIDE,
        issues=[kinds.RESTORATION_DECISION],
        drafted=True,
        drafted_by=organisers,
    )
    def decide(self):
        """Quyền đảng viên, tuổi đảng được phục hồi từ ngày sau ngày bị đưa ra khỏi danh sách."""

    @stage.step(
        S.DECIDED,
        S.RESTORED,
        label="Công bố quyết định phục hồi",
        short="Công bố",
        by=organisers,
        when=[numbered("decide", "Quyết định phục hồi")],
        inputs=ask.HANDING_OVER,
        lays=RowKind.HANDED_OVER,
        writes=[kinds.RESTORATION_MINUTES],
        serves="decide",
        in_register=InRegister.READMITTED,
    )
    def announce(self):
        """Quyết định được công bố tại chi bộ; danh bạ ghi sinh hoạt liền ngày, việc ra khỏi Đảng được đính chính."""

    @stage.step(
        S.RESTORED,
        S.CLOSED,
        label="Nộp lưu hồ sơ",
        by=organisers,
        when=[every_paper_is_issued],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
        writes=[kinds.REMOVAL_FILE_INDEX],
    )
    def close(self):
        """Hồ sơ phục hồi được nộp lưu cùng hồ sơ đảng viên."""
