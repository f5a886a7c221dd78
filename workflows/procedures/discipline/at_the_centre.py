"""P5.TW – Trung ương: the Central Inspection Commission submits; Politburo, Secretariat or Central Committee decide."""

from documents import kinds
from permissions.predicates import Predicate, holds, not_the_subject
from permissions.roles import Relation, Role
from workflows.conditions.ballot import conditions
from workflows.conditions.central import (
    central_levels_vote_after_the_hearing,
    every_level_below_has_sent_its_proposal,
    the_hearer_is_assigned,
)
from workflows.conditions.discipline import every_level_has_sent_its_proposal
from workflows.conditions.powers import may_decide_the_form
from workflows.forms import Part
from workflows.offices import hands_of, leaders_of
from workflows.procedures.discipline.of_member import Discipline
from workflows.questions import discipline as ask
from workflows.rows import RowKind
from workflows.variants import varied


def of_the_centre(role: Role) -> Predicate:
    """Held in the body that decides, or in the one that meets before it."""
    return (holds(role, of=Relation.DECIDING) | holds(role, of=Relation.LEVEL)) & not_the_subject


central_members = of_the_centre(Role.COMMITTEE_MEMBER)
central_leads = leaders_of(Relation.DECIDING) | leaders_of(Relation.LEVEL)
central_office = hands_of(Relation.DECIDING) | hands_of(Relation.LEVEL)

CIRCULATED = ("da_sao_gui",)
FIRST_MEETING = ("da_kiem_diem", "da_nghe")


class CentralDiscipline(Discipline):
    """Ủy ban Kiểm tra Trung ương trình hồ sơ; Bộ Chính trị, Ban Bí thư hoặc Ban Chấp hành Trung ương quyết định."""

    code = "P5.TW"
    label = "Thi hành kỷ luật cán bộ thuộc diện Trung ương quản lý"
    levels = frozenset({"tw"})
    stage = varied(
        Discipline,
        basis="basis.discipline.central",
        added={"da_sao_gui": ("CIRCULATED", "Văn phòng đã sao gửi hồ sơ", "da_trinh")},
        labels={
            "da_tham_tra": "Ủy ban Kiểm tra Trung ương đã thẩm tra",
            "da_trinh": "Đã trình hồ sơ",
            "da_bieu_quyet": "Đã họp, bỏ phiếu",
        },
        changed={
            "vote_to_propose": {
                "source": FIRST_MEETING,
                "when": [*conditions(Part.PROPOSES, Relation.LEVEL), central_levels_vote_after_the_hearing],
                "sentence": "Từng cấp, từ chi bộ lên, bỏ phiếu kín đề nghị; thuộc thẩm quyền Ban Chấp hành"
                " Trung ương thì Bộ Chính trị bỏ phiếu đề nghị sau khi nghe trình bày.",
            },
            "send_proposal": {"source": FIRST_MEETING},
            "appraise": {"when": [every_level_below_has_sent_its_proposal]},
            "vote_to_submit": {"source": ("da_tham_tra",), "label": "Ủy ban Kiểm tra Trung ương bỏ phiếu đề nghị"},
            "submit": {
                "source": ("da_tham_tra",),
                "optional": False,
                "sentence": "Tờ trình, báo cáo đề nghị kèm hồ sơ được gửi qua Văn phòng Trung ương Đảng.",
            },
            "hear": {
                "source": CIRCULATED,
                "by": central_members,
                "when": [the_hearer_is_assigned],
                "writes": [kinds.HEARING_MINUTES, kinds.CENTRAL_HEARING_REPORT],
                "sentence": "Ủy viên được phân công nghe đảng viên trình bày, báo cáo đầy đủ tại cuộc họp.",
            },
            "record_no_hearing": {"source": CIRCULATED, "by": central_members},
            "proceed_unheard": {"source": CIRCULATED, "by": central_leads},
            "return_for_verification": {"source": (*CIRCULATED, "da_nghe")},
            "vote_to_decide": {
                "source": ("da_nghe",),
                "when": [
                    every_level_has_sent_its_proposal,
                    *conditions(Part.DECIDES, Relation.DECIDING),
                    may_decide_the_form,
                ],
                "sentence": "Nghe Ủy ban Kiểm tra Trung ương trình, đảng viên và tổ chức đảng phát biểu, người"
                " được phân công báo cáo; thảo luận; bỏ phiếu kín.",
            },
        },
    )  # fmt: skip

    @stage.step(
        stage.enum.SUBMITTED,
        stage.enum.CIRCULATED,
        label="Sao gửi hồ sơ đến các ủy viên",
        short="Sao gửi",
        by=central_office,
        inputs=ask.CIRCULATION,
        lays=RowKind.CIRCULATED,
        writes=[kinds.CIRCULATION_SLIP],
        at=Relation.DECIDING,
        basis="basis.discipline.central",
    )
    def circulate(self):
        """Văn phòng Trung ương Đảng sao gửi tờ trình, báo cáo, hồ sơ đến các ủy viên dự họp."""

    @stage.step(
        stage.enum.CIRCULATED,
        label="Phân công nghe đảng viên trình bày",
        by=central_leads,
        inputs=ask.HEARER,
        lays=RowKind.ASSIGNMENT,
        at=Relation.DECIDING,
        basis="basis.discipline.central",
    )
    def assign_hearer(self):
        """Thường trực Ban Bí thư phân công một ủy viên nghe; ủy viên Bộ Chính trị, Ban Bí thư thì trực tiếp nghe."""
