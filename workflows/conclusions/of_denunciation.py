"""The machine over one content of a denunciation: four results, of which a violation goes the ways of P4.

What is true and a violation waits for its discipline as any finding of an inspection does; what the denouncer
freely withdrew ends without a result.
"""

from typing import Any

from permissions.predicates import may_sign
from workflows.conclusions.of_inspection import InspectionConclusion
from workflows.conclusions.of_supervision import AGREED, FINDING, GROUNDS
from workflows.conditions.denunciation import concludes_as, it_was_freely_withdrawn
from workflows.guards import Guard
from workflows.questions.denunciation import FREELY_WITHDRAWN
from workflows.variants import varied

false = concludes_as("sai")
unfounded = concludes_as("không có cơ sở")
a_shortcoming = concludes_as("đúng, có khuyết điểm")
a_violation = concludes_as("đúng, có vi phạm")

_OF_A_VIOLATION = {
    "find_violation_below_discipline": "chưa đến mức kỷ luật",
    "refer_to_own_discipline": "đến mức kỷ luật, thuộc thẩm quyền",
    "ask_lower_body": "yêu cầu cấp dưới xem xét kỷ luật",
    "propose_up": "đề nghị cấp trên kỷ luật",
    "defer": "chưa xem xét kỷ luật",
    "exempt": "miễn kỷ luật",
}


def _concluded(step: str, label: str, *more: Guard) -> dict[str, Any]:
    """The step under its label, and beside its conditions that the law of the day knows the result."""
    return {"label": f"Kết luận: {label}", "when": [*InspectionConclusion.steps[step].when, *more]}


class DenunciationConclusion(InspectionConclusion):
    """Kết luận từng nội dung tố cáo."""

    code = "P4.TO"
    label = "Kết luận nội dung tố cáo"
    stage = varied(
        InspectionConclusion,
        without=["find_no_violation"],
        labels={
            "c1": "Đúng, có khuyết điểm",
            "c2": "Đúng, có vi phạm chưa đến mức kỷ luật",
            "c3": "Đúng, có vi phạm đến mức kỷ luật, thuộc thẩm quyền",
            "c3b": "Đúng, có vi phạm đến mức kỷ luật, yêu cầu cấp dưới có thẩm quyền xem xét",
            "c4": "Đúng, có vi phạm đến mức kỷ luật, đề nghị cấp trên xem xét",
            "c5": "Đúng, có vi phạm đến mức kỷ luật, hết thời hiệu",
            "c6": "Đúng, có vi phạm, chưa xem xét kỷ luật",
            "c6_mien": "Đúng, có vi phạm, miễn kỷ luật",
            "da_ky_luat": "Đúng, có vi phạm, đã thi hành kỷ luật",
            "khong_ky_luat": "Đúng, có vi phạm, không kỷ luật",
        },
        added={
            "sai": ("FALSE", "Tố cáo sai", "xem_xet"),
            "khong_co_so": ("UNFOUNDED", "Không có cơ sở, không đủ căn cứ", "xem_xet"),
            "nd_da_rut": ("WITHDRAWN", "Người tố cáo đã rút", "xem_xet"),
        },
        ends=("sai", "khong_co_so", "nd_da_rut"),
        changed={
            "find_shortcoming": _concluded("find_shortcoming", "đúng, có khuyết điểm", a_shortcoming),
            **{
                step: _concluded(step, f"đúng, có vi phạm; {words}", a_violation)
                for step, words in _OF_A_VIOLATION.items()
            },
        },
    )  # fmt: skip

    @stage.step(
        [stage.enum("xem_xet"), stage.enum("c6_het")],
        stage.enum("sai"),
        label="Kết luận: sai",
        by=may_sign,
        when=[*AGREED, false],
        inputs=[FINDING, GROUNDS],
    )
    def find_false(self):
        """Kết luận nội dung tố cáo sai; thông báo đến nơi đã biết, khôi phục quyền lợi, uy tín của người bị tố cáo."""

    @stage.step(
        [stage.enum("xem_xet"), stage.enum("c6_het")],
        stage.enum("khong_co_so"),
        label="Kết luận: không có cơ sở, không đủ căn cứ",
        by=may_sign,
        when=[*AGREED, unfounded],
        inputs=[FINDING, GROUNDS],
    )
    def find_unfounded(self):
        """Kết luận không có cơ sở, không đủ căn cứ để kết luận nội dung tố cáo là đúng hay sai."""

    @stage.step(
        stage.enum("xem_xet"),
        stage.enum("nd_da_rut"),
        label="Thôi xem xét nội dung đã rút",
        by=may_sign,
        when=[it_was_freely_withdrawn],
        inputs=[FINDING, FREELY_WITHDRAWN, GROUNDS],
    )
    def drop_withdrawn(self):
        """Người tố cáo tự nguyện rút thì thôi xem xét nội dung đã rút."""


#: Which of the four results each concluded content has; one that was withdrawn has none.
RESULT_OF = {
    "sai": "sai",
    "khong_co_so": "khong_co_so",
    "c1": "dung_khuyet_diem",
    **dict.fromkeys(
        ("c2", "c3", "c3b", "c4", "c5", "c6", "c6_het", "c6_mien", "da_ky_luat", "khong_ky_luat"), "dung_vi_pham"
    ),
}  # fmt: skip
