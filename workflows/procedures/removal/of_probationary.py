"""P8.DB – Xóa tên đảng viên dự bị: no warning first, and a vote that falls short is held again before it goes up."""

from permissions.roles import Relation
from workflows.conditions.motion import conditions
from workflows.conditions.removal import (
    a_paper_proves_the_ground,
    discipline_comes_first,
    no_violation_calls_for_expulsion,
    the_cell_carried_it,
    the_cell_failed_often_enough,
    the_cell_fell_short,
    the_cell_only_proposes,
    the_cell_voted,
    the_end_of_probation_is_a_ground,
    the_level_failed_often_enough,
    the_level_fell_short,
    the_member_is_probationary,
)
from workflows.procedures.removal.of_member import StrikeOff
from workflows.questions import removal as ask
from workflows.removal_clocks import complaint_window, file_and_slip, probation_review
from workflows.removal_shares import STRIKE_OFF, proposed_by
from workflows.variants import varied


class ProbationaryStrikeOff(StrikeOff):
    """Xóa tên đảng viên dự bị không đủ tư cách, hết dự bị không đủ điều kiện, hoặc bị kết án."""

    code = "P8.DB"
    label = "Xóa tên đảng viên dự bị"
    follows = frozenset({"P5.CB", "P5.DV"})
    clocks = (probation_review, file_and_slip, complaint_window)
    stage = varied(
        StrikeOff,
        without=["warn"],
        changed={
            "raise_ground": {
                "when": [
                    the_member_is_probationary,
                    no_violation_calls_for_expulsion,
                    the_cell_only_proposes,
                ],
                "inputs": ask.RAISE_PROBATIONARY,
                "sentence": "Chi ủy nêu căn cứ: không đủ tư cách, hết dự bị không đủ điều kiện, bị kết án.",
            },
            "prove": {
                "inputs": ask.PAPER_PROOF,
                "sentence": "Ghi nhận xét, kết luận hoặc bản án làm chứng cứ.",
            },
            "recover": {
                "label": "Chuyển sang xét công nhận chính thức",
                "sentence": "Chi bộ thấy đủ điều kiện thì xét công nhận chính thức, không xóa tên.",
            },
            "send_proposal": {
                "when": [a_paper_proves_the_ground, the_cell_voted, the_cell_carried_it],
            },
            "vote_to_propose": {
                "when": [
                    discipline_comes_first,
                    a_paper_proves_the_ground,
                    the_end_of_probation_is_a_ground,
                    *conditions(proposed_by(Relation.HANDLING, STRIKE_OFF)),
                ],
            },
            "report_shortfall": {
                "when": [the_cell_fell_short, the_cell_failed_often_enough],
                "sentence": "Đủ số lần biểu quyết không đạt tỷ lệ thì báo cáo cấp ủy cấp trên trực tiếp và cấp có thẩm quyền quyết định.",  # noqa: E501 -- the regulation's sentence
            },
            "report_from_level": {
                "when": [the_level_fell_short, the_level_failed_often_enough],
                "sentence": "Đủ số lần biểu quyết không đạt tỷ lệ ở cấp này thì báo cáo cấp có thẩm quyền.",
            },
        },
        labels={"da_tien_bo": "Chuyển sang xét công nhận"},
    )
