"""P7.TC – Giải quyết khiếu nại kỷ luật của tổ chức đảng: the same machine, its slip that of an organisation."""

from dataclasses import replace

from workflows.conditions.complaint import (
    an_organisations_form_is_beyond_this_body,
    may_decide_the_heavier_form,
    may_decide_the_heavier_form_for_an_organisation,
    of_the_vote,
    the_form_is_beyond_this_body,
)
from workflows.forms import Whom
from workflows.procedures.complaint.of_member import Complaint
from workflows.questions import organisations as ask
from workflows.variants import varied


class OrganisationComplaint(Complaint):
    """Ủy ban kiểm tra giải quyết khiếu nại của tổ chức đảng về quyết định kỷ luật."""

    code = "P7.TC"
    label = "Giải quyết khiếu nại kỷ luật của tổ chức đảng"
    subjects = frozenset({"organisation"})
    rights = tuple(
        replace(one, or_by="") for one in Complaint.rights
    )  # only a member hands in papers alone
    stage = varied(
        Complaint,
        rules={
            may_decide_the_heavier_form: may_decide_the_heavier_form_for_an_organisation,
            the_form_is_beyond_this_body: an_organisations_form_is_beyond_this_body,
        },
        changed={
            "vote": {"when": of_the_vote(Whom.ORGANISATION), "inputs": ask.VOTE},
            "hand_over": {"inputs": ask.HANDING_OVER},
            "withdraw": {
                "sentence": "Tổ chức đảng tự nguyện rút đơn bằng văn bản thì kết thúc; quyết định kỷ luật vẫn có"
                " hiệu lực.",
            },
        },
    )
