"""P5.BA – Khai trừ theo bản án đã có hiệu lực: the one way past the ordinary guarantees, on a dated row of law."""

from documents import kinds
from permissions.predicates import not_on_team
from workflows.conditions.file import the_count_fits
from workflows.conditions.judgment import (
    may_expel,
    more_than_half_of_the_body_agree,
    the_body_has_agreed,
    the_decision_follows_the_meeting,
    the_judgment_expels,
    the_judgment_is_final,
    the_member_is_official,
)
from workflows.conditions.service import the_window_is_known
from workflows.discipline_clocks import complaint_window
from workflows.dossiers import ON_JUDGMENT
from workflows.matter import Right
from workflows.offices import area_officer, leaders
from workflows.procedures.discipline.heard import COMPLAIN
from workflows.procedures.discipline.of_member import Discipline
from workflows.questions import discipline as ask
from workflows.rows import RowKind
from workflows.variants import varied


class ExpulsionOnJudgment(Discipline):
    """Khai trừ đảng viên bị tòa án phạt, bản án đã có hiệu lực; không theo quy trình xem xét kỷ luật."""

    code = "P5.BA"
    label = "Khai trừ theo bản án"
    also_opens = ()
    follows = frozenset({"P3.DV", "P5.DV", "P5.CU", "P5.CB"})
    bodies = frozenset({"ubkt", "cap_uy", "btv"})
    answers_law = leaders & not_on_team
    clocks = (complaint_window,)
    dossier = ON_JUDGMENT
    rights = (
        Right("Được công bố, trao quyết định", "hand_over"),
        Right("Khiếu nại", "receive_complaint", "mở khi nhận quyết định", COMPLAIN),
    )
    stage = varied(
        Discipline,
        without=[
            "go_on", "assign_team", "change_levels", "record_delegation", "present",
            "receive_self_criticism", "record_no_self_criticism", "proceed_without_self_criticism",
            "supplement", "vote_to_propose", "send_proposal", "appraise", "hear", "record_no_hearing",
            "proceed_unheard", "vote_to_submit", "submit", "vote_to_decide", "return_for_verification",
            "vote_again", "compare_limitation", "record_time_barred", "record_no_discipline", "record_lapse",
        ],
        labels={"den_muc": "Có bản án đã có hiệu lực", "da_mo": "Đã tiếp nhận bản án"},
        changed={
            "take_up": {
                "label": "Tiếp nhận bản án đã có hiệu lực",
                "short": "Tiếp nhận bản án",
                "sentence": "Cơ quan có thẩm quyền tiếp nhận bản án đã có hiệu lực đối với đảng viên chính thức.",
                "inputs": ask.JUDGMENT,
                "lays": RowKind.JUDGMENT,
                "when": [the_member_is_official, the_judgment_is_final, the_judgment_expels],
            },
            "decide": {
                "label": "Ban hành quyết định khai trừ",
                "source": ("da_mo",),
                "sentence": "Cơ quan có thẩm quyền khai trừ theo bản án, không phải theo quy trình xem xét kỷ luật.",
                "inputs": ask.EXPULSION,
                "issues": [kinds.EXPULSION_ON_JUDGMENT],
                "carries_out": RowKind.MEETING,
                "when": [
                    the_member_is_official,
                    the_judgment_expels,
                    the_body_has_agreed,
                    more_than_half_of_the_body_agree,
                    the_decision_follows_the_meeting,
                    may_expel,
                    the_window_is_known,
                ],
            },
            "end_watch": {"aside": False},
            "notify": {
                "sentence": "Thông báo bằng văn bản cho chi bộ và các nơi liên quan.",
            },
        },
    )  # fmt: skip

    @stage.step(
        stage.enum.TAKEN_UP,
        label="Họp thống nhất khai trừ theo bản án",
        by=area_officer | leaders,
        when=[the_count_fits],
        inputs=ask.AGREEMENT,
        lays=RowKind.MEETING,
        basis="basis.discipline",
    )
    def agree(self):
        """Tập thể cơ quan có thẩm quyền xem bản án, thống nhất khai trừ; không phải bỏ phiếu kín."""
