"""P5.KH – Xem xét kỷ luật cùng với kiểm tra: one conference, one meeting, and still two documents."""

from documents import kinds
from permissions.predicates import not_on_team
from workflows.conditions.merged import (
    merging_is_provided_for,
    the_team_has_asked,
)
from workflows.offices import area_officer, leaders, team_lead
from workflows.procedures.discipline.of_member import Discipline
from workflows.questions import discipline as ask
from workflows.rows import RowKind
from workflows.variants import varied


class MergedDiscipline(Discipline):
    """Vi phạm đã rõ, đến mức kỷ luật, đảng viên tự nhận: xem xét kỷ luật trong cùng cuộc kiểm tra."""

    code = "P5.KH"
    label = "Xem xét kỷ luật cùng với kiểm tra"
    opens = "go_on"
    also_opens = ("go_on",)
    follows = frozenset({"P3.DV"})
    merges = True
    bodies = frozenset({"ubkt", "cap_uy", "btv"})
    answers_law = leaders & not_on_team
    stage = varied(
        Discipline,
        without=["take_up", "assign_team"],
        labels={"den_muc": "Vi phạm đã rõ khi đang kiểm tra", "da_mo": "Đã mở, chờ cho phép"},
        added={"da_cho_phep": ("ALLOWED", "Được làm cùng cuộc kiểm tra", "da_mo")},
        changed={
            "go_on": {
                "label": "Mở hồ sơ kỷ luật cùng với kiểm tra",
                "short": "Mở cùng kiểm tra",
                "target": "da_mo",
                "aside": False,
                "inputs": ask.MERGE,
                "sentence": "Đang kiểm tra mà vi phạm đã rõ, đến mức kỷ luật thì đoàn kiểm tra làm luôn việc xem xét.",
            },
            "present": {"source": ("da_cho_phep",)},
            "receive_self_criticism": {
                "sentence": "Đảng viên giải trình và tự kiểm điểm trong cùng một hội nghị, tự nhận hình thức kỷ luật.",
            },
            "vote_to_decide": {
                "sentence": "Cùng kỳ họp kết luận kiểm tra: nghe báo cáo, biên bản trình bày; thảo luận; bỏ phiếu kín.",
            },
        },
    )  # fmt: skip

    @stage.step(
        stage.enum.TAKEN_UP,
        label="Trưởng đoàn đề nghị làm cùng cuộc kiểm tra",
        by=team_lead,
        inputs=ask.MERGING_REQUEST,
        lays=RowKind.OPINION,
        issues=[kinds.MERGING_REQUEST],
        basis="basis.discipline",
    )
    def request_merging(self):
        """Trưởng đoàn báo cáo vi phạm đã rõ, đảng viên đã nhận, đề nghị xem xét kỷ luật trong cùng cuộc kiểm tra."""

    @stage.step(
        stage.enum.TAKEN_UP,
        stage.enum.ALLOWED,
        label="Cho phép làm cùng cuộc kiểm tra",
        by=leaders,
        when=[the_team_has_asked, merging_is_provided_for],
        inputs=ask.MERGING_LEAVE,
        lays=RowKind.MERGED,
        issues=[kinds.MERGING_LETTER],
        drafted=True,
        drafted_by=area_officer,
        basis="basis.discipline",
    )
    def allow_merging(self):
        """Thường trực cho phép; không bỏ việc tự kiểm điểm, nghe trình bày, bỏ phiếu kín; vẫn ra hai văn bản."""
