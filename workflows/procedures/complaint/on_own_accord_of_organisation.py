"""P9.TDT – Cấp trên thay đổi, xóa bỏ hình thức kỷ luật của tổ chức đảng: the same review."""

from dataclasses import replace

from workflows.conditions.complaint import (
    an_organisations_form_is_beyond_this_body,
    may_decide_the_heavier_form,
    may_decide_the_heavier_form_for_an_organisation,
    of_the_vote,
    the_complainant_has_been_heard,
    the_form_is_beyond_this_body,
)
from workflows.conditions.own_review import the_one_concerned_has_been_heard
from workflows.forms import Whom
from workflows.procedures.complaint.on_own_accord import OwnReview
from workflows.questions import organisations as ask
from workflows.variants import varied


class OrganisationOwnReview(OwnReview):
    """Cấp trên thấy quyết định kỷ luật tổ chức đảng của cấp dưới không đúng thì tự xem xét, thay đổi hoặc xóa bỏ."""

    code = "P9.TDT"
    label = "Cấp trên thay đổi, xóa bỏ hình thức kỷ luật của tổ chức đảng"
    subjects = frozenset({"organisation"})
    rights = tuple(
        replace(one, or_by="") for one in OwnReview.rights
    )  # only a member hands in papers alone
    stage = varied(
        OwnReview,
        rules={
            may_decide_the_heavier_form: may_decide_the_heavier_form_for_an_organisation,
            the_form_is_beyond_this_body: an_organisations_form_is_beyond_this_body,
        },
        changed={
            "vote": {
                "when": [
                    the_one_concerned_has_been_heard
                    if one is the_complainant_has_been_heard
                    else one
                    for one in of_the_vote(Whom.ORGANISATION)
                ],
                "inputs": ask.VOTE,
            },
            "hand_over": {"inputs": ask.HANDING_OVER},
            "present": {
                "sentence": "Đoàn làm việc với nơi đã kỷ luật và tổ chức đảng có quyết định được xem xét lại.",
            },
            "meet_complainant": {
                "label": "Làm việc với tổ chức đảng có quyết định được xem xét lại",
                "sentence": "Đại diện tổ chức đảng trình bày từng điểm, nộp tài liệu; lời trình bày được báo cáo tại"
                " cuộc họp.",
            },
            "meet_home": {
                "sentence": "Tổ chức đảng cấp trên trực tiếp nhận xét việc chấp hành từ khi bị kỷ luật.",
            },
        },
    )
