"""Organisations before those above them: a cell warned by the commune, another dissolved two levels up."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases import services
from registry.models import Body, BodyKind, Post
from tests.cases.discipline import SAID, Matter, World, team_of

OPENED, CRITICISED = date(2026, 3, 4), date(2026, 3, 9)
BELOW, APPRAISED, HEARD = date(2026, 3, 12), date(2026, 3, 16), date(2026, 3, 18)
PROPOSED, DECIDED, SERVED = date(2026, 3, 20), date(2026, 3, 27), date(2026, 3, 30)
LIGHT_OF_ORGANISATIONS = "vote.threshold.org.light"

#: What people say at the steps that ask an organisation otherwise than a member.
SAID_OF_ORGANISATIONS: dict[str, dict[str, Any]] = {
    "receive_self_criticism": {
        "criticised_on": CRITICISED.isoformat(), "called": 9, "present": 8, "agreed": 7,
        "proposed_form": "khien_trach", "summary": "Chi bộ buông lỏng sinh hoạt.",
    },
    "draft_decide": {"violation": "Không sinh hoạt.", "executors": "Chi bộ"},
    "draft_notify": {
        "addressee": "Ủy ban Kiểm tra Tỉnh ủy", "violation": "Không sinh hoạt.", "requests": "Theo dõi.",
    },
    "draft_report_dissolution": {
        "addressee": "Ban Bí thư\nỦy ban Kiểm tra Trung ương", "violation": "Không sinh hoạt.",
        "proposals": "Chuyển đảng viên.",
    },
    "settle_members": {
        "cases": "Đồng chí thứ nhất: chi bộ mới xem xét", "transferred": "Chi bộ mới: 12 đồng chí",
        "collected": "Đảng ủy giữ",
    },
    "leave_person": {
        "result": "khong_xem_xet", "decided_at": "Kỳ họp 3/2026", "reason": "Đã can ngăn, có ghi biên bản.",
    },
}  # fmt: skip


class OfOrganisation(Matter):
    """The discipline of an organisation; `take` fills in whatever the test leaves unsaid."""

    said = {**SAID, **SAID_OF_ORGANISATIONS}

    def names(self, person: str, part: str = "nguoi_dung_dau", on: date = APPRAISED) -> int:
        """Put somebody on the list of responsible persons; return the number of the row."""
        self.take(
            "list_responsible", by="soan", on=on, person=self.world.who(person).pk, part=part,
            grounds="Không tổ chức sinh hoạt.",
        )  # fmt: skip
        return self.case.filerows.filter(kind="trach_nhiem").latest("number").number


def taken_up(
    world: World,
    procedure: str,
    about: str,
    *,
    proposing: tuple[str, ...] = (),
    deciding: str,
    **said: Any,
) -> OfOrganisation:
    """A matter about an organisation, taken up by the inspection committee of the commune."""
    levels = {"proposing": [world.bodies[one].pk for one in proposing],
              "deciding": world.bodies[deciding].pk}  # fmt: skip
    case = services.open_case(
        procedure, body=world.bodies["ubkt_an"], subjects=[world.province.organisations[about]],
        actor=world.who("soan"), acted_on=OPENED, today=OPENED,
        inputs={**SAID["take_up"], **levels, **said},
    )  # fmt: skip
    return OfOrganisation(world, case)


def criticised(matter: OfOrganisation) -> OfOrganisation:
    """From the team to the report of the collective self-criticism."""
    team = team_of(matter.world, "doan", "giam")
    matter.sign("assign_team", draft="soan", by="chu", on=OPENED, team=team)
    matter.take("present", by="doan", on=OPENED)
    matter.take("receive_self_criticism", by="soan", on=CRITICISED)
    return matter


def warned_cell(world: World, before: str = "") -> OfOrganisation:
    """The school's cell, warned by the standing committee of the commune; `before` names a step not yet taken."""
    matter = criticised(taken_up(world, "P5.TC", "truong", deciding="btv_an"))
    matter.take("appraise", by="soan", on=APPRAISED)
    matter.take("hear", by="nghe", on=HEARD)
    for step, deed in _WARNED.items():
        if step == before:
            return matter
        deed(matter)
    return matter


def _proposes(matter: OfOrganisation) -> None:
    meeting = matter.world.meets("ubkt_an", "soan", PROPOSED, matter.case, purpose="de_nghi")
    matter.answer(LIGHT_OF_ORGANISATIONS, on=PROPOSED)
    matter.vote("vote_to_submit", meeting, canh_cao=4, khien_trach=1)


def _decides(matter: OfOrganisation) -> None:
    meeting = matter.world.meets("btv_an", "nghe", DECIDED, matter.case, absent=("btv6",))
    matter.vote("vote_to_decide", meeting, canh_cao=6, khien_trach=2)


#: The end of the warning, each deed by its step.
_WARNED = {
    "vote_to_submit": _proposes,
    "list_responsible": lambda m: m.names("hieu"),
    "submit": lambda m: m.sign("submit", draft="soan", by="chu", on=PROPOSED),
    "vote_to_decide": _decides,
    "compare_limitation": lambda m: m.take("compare_limitation", by="nghe", on=DECIDED),
    "decide": lambda m: m.sign("decide", draft="soan", by="ky", on=SERVED),
    "hand_over": lambda m: m.number(on=SERVED).take("hand_over", by="nghe", on=SERVED),
}  # fmt: skip


def committee_of_the_commune(world: World) -> Body:
    """The commune's committee, which the sample province leaves out: nine members, its secretary first."""
    body = Body.objects.create(
        organisation=world.province.organisations["an"], kind=BodyKind.COMMITTEE,
        name="Ban Chấp hành Đảng bộ xã Mẫu An", symbol="ĐU", superior_line="ĐẢNG BỘ TỈNH MẪU GIANG",
        issuing_line="ĐẢNG ỦY XÃ MẪU AN", first_day=date(2025, 7, 1),
    )  # fmt: skip
    body.terms.create(name="2025–2030", first_day=date(2025, 7, 1), last_day=date(2030, 6, 30))
    people = [("ky", "bi_thu"), ("nghe", "pho_bi_thu"), ("chu", "pho_bi_thu"),
              *((f"btv{n}", "uy_vien") for n in range(1, 7)), ("van", "van_thu")]  # fmt: skip
    for short, position in people:
        Post.objects.create(
            person=world.who(short), body=body, position=position, first_day=date(2025, 7, 1)
        )
    world.province.bodies["cap_uy_an"] = body
    return body


def before_dissolution(world: World, **said: Any) -> OfOrganisation:
    """The workshop's cell, once it has criticised itself, waiting for the committee directly above it."""
    committee_of_the_commune(world)
    matter = taken_up(
        world, "P5.GT", "xuong", proposing=("dang_uy_hoa",), deciding="cap_uy_an",
        **{"ground": "dac_biet_nghiem_trong", **said},
    )  # fmt: skip
    return criticised(matter)


def proposed(matter: OfOrganisation, **votes: int) -> OfOrganisation:
    """The committee directly above votes and sends its whole result; the matter is appraised and heard."""
    meeting = matter.world.meets("dang_uy_hoa", "hoa_bt", BELOW, matter.case, purpose="de_nghi")
    matter.vote("vote_to_propose", meeting, **votes)
    matter.sign("send_proposal", draft="hoa_pbt", by="hoa_bt", on=BELOW)
    matter.take("appraise", by="soan", on=APPRAISED)
    matter.take("hear", by="nghe", on=HEARD)
    return matter


def decided(matter: OfOrganisation, **votes: int) -> OfOrganisation:
    """The committee two levels above votes, compares the limitation, signs and hands over."""
    meeting = matter.world.meets("cap_uy_an", "nghe", DECIDED, matter.case)
    matter.vote("vote_to_decide", meeting, **votes)
    matter.take("compare_limitation", by="nghe", on=DECIDED)
    matter.names("xuong1", on=DECIDED)
    matter.sign("decide", draft="soan", by="ky", on=SERVED, handover="Chuyển về chi bộ khác.")
    matter.number(on=SERVED).take("hand_over", by="nghe", on=SERVED)
    return matter
