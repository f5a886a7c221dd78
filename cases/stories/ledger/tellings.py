"""The kinds of files of the ledger, each told whole through the one door: supervised, inspected, disciplined, left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from cases.models import Case
from cases.stories.ledger import words
from cases.stories.ledger.leading import Leader, World
from documents.printing import issue_pending
from registry.models import Body, Person
from workflows.everyday.guided import FOLLOW
from workflows.motions import NO, YES

ABROAD = "việc chấp hành quy định báo cáo khi ra nước ngoài"
ABROAD_CONTENT = "Ra nước ngoài không báo cáo chi bộ trước và sau chuyến đi."
_FOREIGN, _DUTIES = "quan_he_nuoc_ngoai", "chuc_trach_cong_vu"
Day = Callable[[int], date]


def supervised(world: World, start: date, number: int = 5) -> list[Case]:
    """So many members of one cell are supervised together, and nothing is found."""
    leader, day = Leader(world), _from(start)
    everyone = range(1, number + 1)
    _supervise(leader, world.members[2 : 2 + number], day)
    for one in everyone:
        leader.takes("find_no_violation", day(22), finding=one)
    _conclude(leader, day, 23)
    return _all(leader)


def signs(world: World, start: date, answer: str = "decide_not_to_inspect") -> list[Case]:
    """A member is supervised, a sign of violation is found, and what to do about it is decided."""
    leader, day = Leader(world), _from(start)
    _supervise(leader, world.members[2:3], day)
    leader.takes("find_signs", day(22), finding=1)
    leader.takes(answer, day(22), finding=1)
    _conclude(leader, day, 23)
    return _all(leader)


# Inspected


def inspected(world: World, start: date, number: int = 5) -> list[Case]:
    """So many members are inspected by the committee as its programme has it, and nothing is found."""
    leader, day = Leader(world), _from(start)
    leader.opens("P2.CS", world.bodies["cap_uy"], world.members[2 : 2 + number], day(0))
    _programme(leader, day, number, _team(world))
    return _all(leader)


def _programme(leader: Leader, day: Day, number: int, team: list[dict[str, object]]) -> None:
    everyone = range(1, number + 1)
    leader.signs("decide", day(2), team=team)
    leader.goes(day(3), "prepare")
    leader.goes(day(5), "open")
    leader.takes("receive_report", day(10))
    leader.takes("verify", day(12))
    for one in everyone:
        leader.takes("record_finding", day(14), subject=one)
    leader.goes(day(15), "draft")
    leader.goes(day(18), "confer")
    leader.goes(day(20), "finalise")
    leader.goes(day(22), "consider_result")
    for one in everyone:
        leader.takes("find_no_violation", day(22), finding=one)
    _conclude(leader, day, 23)


def inspected_on_theme(world: World, start: date, number: int = 1) -> list[Case]:
    """The standing committee of the district inspects members on the theme of the province's directive."""
    leader, day = Leader(world), _from(start)
    leader.opens("P2.CU", world.bodies["btv"], world.members[2 : 2 + number], day(0))
    leader.takes(FOLLOW, day(1), directive=world.directive)
    _programme(leader, day, number, _team(world, world.bodies["ubkt_huyen"]))
    return _all(leader)


def violated(
    world: World,
    start: date,
    step: str = "find_violation_below_discipline",
    origin: Case | None = None,
) -> list[Case]:
    """A member is inspected on signs of violation; the violation is concluded, and no discipline follows from it."""
    leader, day = Leader(world), _from(start)
    _inspect(leader, day, origin)
    first = {"record_time_barred": "propose_up"}.get(step, step)
    leader.takes(first, day(24), **_beside(world, first))
    leader.signs("conclude", day(25))
    leader.takes("announce", day(28))
    if first != step:
        leader.takes(step, day(50))
    return _all(leader)


def _beside(world: World, step: str) -> dict[str, str]:
    """What a conclusion asks beside its grounds: the cause, or the body that is asked."""
    return {
        "defer": {"cause": "om_nang"},
        "exempt": {"cause": "lenh_sai"},
        "ask_lower_body": {"asked_body": world.bodies["chi_bo"].name},
    }.get(step, {})


def _inspect(leader: Leader, day: Day, origin: Case | None = None, *, abroad: bool = False) -> None:
    world = leader.world
    theme = {"theme": ABROAD} if abroad else {}
    leader.opens(
        "P3.DV", world.bodies["ubkt"], world.members[2:3], day(0),
        step="follow_up_sign" if origin else "propose", origin=origin, **theme,
    )  # fmt: skip
    leader.signs("decide", day(2), team=_team(world), **theme)
    leader.goes(day(3), "prepare")
    leader.goes(day(5), "open")
    leader.takes("receive_explanation", day(10))
    leader.goes(day(12), "verify")
    found = (
        {"content": ABROAD_CONTENT, "counted_as": _FOREIGN} if abroad else {"counted_as": _DUTIES}
    )
    leader.takes("record_finding", day(14), **found)
    leader.goes(day(15), "exchange")
    leader.goes(day(18), "confer")
    leader.goes(day(20), "finalise")
    leader.goes(day(24), "consider_result")


# Disciplined


def disciplined(
    world: World,
    start: date,
    form: str = "khien_trach",
    origin: Case | None = None,
    *,
    abroad: bool = False,
) -> list[Case]:
    """A violation found by inspection is left to the cell, which disciplines its member; the result is written back."""
    inspection, day = Leader(world), _from(start)
    _inspect(inspection, day, origin, abroad=abroad)
    inspection.takes("ask_lower_body", day(24), **_beside(world, "ask_lower_body"))
    inspection.signs("conclude", day(25))
    inspection.takes("announce", day(28))
    assert inspection.case is not None
    counted = _FOREIGN if abroad else _DUTIES
    discipline = in_the_cell(world, day(30), form, inspection.case, counted_as=counted)
    inspection.takes("record_discipline", day(52), result=form, decision=_decision(discipline))
    inspection.takes("close", day(54))
    return _all(inspection, discipline)


def inspected_and_expelled(world: World, start: date) -> list[Case]:
    """A violation found by inspection is proposed to the district, whose standing committee expels the member."""
    inspection, day = Leader(world), _from(start)
    _inspect(inspection, day)
    inspection.takes("propose_up", day(24))
    inspection.signs("conclude", day(25))
    inspection.takes("announce", day(28))
    discipline = expelled(world, day(30), inspection.case)
    decision = _decision(discipline)
    inspection.takes("record_discipline", day(62), result="khai_tru", decision=decision)
    inspection.takes("close", day(64))
    return _all(inspection, discipline)


def considered(world: World, start: date) -> list[Case]:
    """A cell is considering a journey abroad that was not reported, and has heard its member."""
    return _all(
        in_the_cell(world, start, "khien_trach", until="hear", counted_as=_FOREIGN, theme=ABROAD)
    )


def in_the_cell(
    world: World,
    start: date,
    form: str,
    origin: Case | None = None,
    until: str = "hand_over",
    **said: object,
) -> Leader:
    """A cell disciplines one of its members, up to a step."""
    leader, day, cell = Leader(world), _from(start), world.bodies["chi_bo"]
    leader.opens(
        "P5.CB", cell, world.members[2:3], day(0), origin=origin,
        route="ket_luan" if origin else "tu_phat_hien", **said,
    )  # fmt: skip
    leader.signs("plan", day(1))
    leader.takes("receive_self_criticism", day(7), proposed_form=form)
    leader.takes("hear", day(9))
    if until == "hear":
        return leader
    leader.votes(
        "vote_to_decide", cell, day(14), "quyet_dinh", ballot(world.size(cell, day(14)), form)
    )
    leader.takes("compare_limitation", day(14), act_ended=day(-60).isoformat())
    leader.settles(day(15), "complaint.window", "decision.chi_bo.effect")
    leader.signs("decide", day(15))
    leader.takes("hand_over", day(18))
    leader.signs("report_up", day(20))
    return leader


def expelled(world: World, start: date, origin: Case | None = None) -> Leader:
    """A member is expelled: cell, base committee and inspection committee propose, the standing committee decides."""
    leader, day, bodies = Leader(world), _from(start), world.bodies
    cell, base, ours, above = (bodies[one] for one in ("chi_bo", "cap_uy", "ubkt_huyen", "btv"))
    leader.opens(
        "P5.DV", ours, world.members[2:3], day(0), origin=origin, proposing=[cell.pk, base.pk], deciding=above.pk,
        route="ket_luan" if origin else "tu_phat_hien",
    )  # fmt: skip
    leader.signs("assign_team", day(1), team=_team(world, ours))
    leader.goes(day(3), "present")
    leader.takes("receive_self_criticism", day(8), proposed_form="canh_cao")
    for body, on in ((cell, 12), (base, 16)):
        sheet = ballot(world.size(body, day(on)), "khai_tru")
        leader.votes("vote_to_propose", body, day(on), "de_nghi", sheet)
        leader.signs("send_proposal", day(on + 1))
    leader.goes(day(20), "appraise")
    leader.takes("hear", day(22))
    leader.votes(
        "vote_to_submit", ours, day(24), "de_nghi", ballot(world.size(ours, day(24)), "khai_tru")
    )
    leader.signs("submit", day(25))
    leader.votes(
        "vote_to_decide",
        above,
        day(28),
        "quyet_dinh",
        ballot(world.size(above, day(28)), "khai_tru"),
    )
    leader.takes("compare_limitation", day(28), act_ended=day(-60).isoformat())
    leader.settles(day(29), "complaint.window")
    leader.signs("decide", day(29), handover="Chi bộ thu thẻ đảng viên, chuyển hồ sơ đảng viên.")
    leader.takes("hand_over", day(31))
    return leader


def expelled_alone(world: World, start: date) -> list[Case]:
    """A member is expelled in a file that no inspection led to."""
    return _all(expelled(world, start))


def ballot(number: int, form: str) -> dict[str, int]:
    """The tellers' sheet of a vote in which everybody was for one form."""
    forms = ("khong", "khien_trach", "canh_cao", "cach_chuc", "khai_tru", "giai_tan")
    slips = {"phat_ra": number, "thu_vao": number, "hop_le": number, "khong_hop_le": 0}
    return {**slips, **dict.fromkeys(forms, 0), form: number}


def _decision(leader: Leader) -> str:
    assert leader.case is not None
    return str(leader.case.papers.filter(paper__kind__startswith="QD-04").get().paper.number_text)


def signs_inspected(world: World, start: date, form: str = "") -> list[Case]:
    """A sign found by supervision is inspected: the member is disciplined for a journey abroad, or was below it."""
    supervision, day = Leader(world), _from(start)
    abroad = {"theme": ABROAD} if form else {}
    _supervise(supervision, world.members[2:3], day, **abroad)
    supervision.takes("find_signs", day(22), finding=1)
    supervision.takes("decide_to_inspect", day(22), finding=1)
    _conclude(supervision, day, 23)
    later = start + timedelta(days=26)
    if form:
        return _all(supervision) + disciplined(world, later, form, supervision.case, abroad=True)
    return _all(supervision) + violated(world, later, origin=supervision.case)


def _supervise(leader: Leader, subjects: Sequence[Person], day: Day, **said: str) -> None:
    world = leader.world
    leader.opens("P1.CD", world.bodies["ubkt"], subjects, day(0), source="chuong_trinh_nam", **said)
    leader.signs("decide", day(2), team=_team(world))
    leader.goes(day(3), "prepare")
    leader.goes(day(5), "open")
    leader.takes("receive_report", day(10))
    leader.takes("verify", day(12))
    for one in range(1, len(subjects) + 1):
        leader.takes("record_finding", day(14), subject=one)
    leader.goes(day(15), "draft")
    leader.goes(day(18), "confer")
    leader.goes(day(20), "finalise")
    leader.goes(day(22), "consider_result")


def _conclude(leader: Leader, day: Day, on: int) -> None:
    leader.signs("conclude", day(on))
    leader.takes("announce", day(on + 3))
    leader.takes("close", day(on + 10))


def _from(start: date) -> Day:
    return lambda after: start + timedelta(days=after)


def _team(world: World, body: Body | None = None) -> list[dict[str, object]]:
    lead, record = world.of(body or world.bodies["ubkt"])[1:3]
    return words.team(lead.pk, record.pk)


def _all(*leaders: Leader) -> list[Case]:
    issue_pending()
    cases: list[Case] = []
    for one in leaders:
        assert one.case is not None
        cases += [one.case, *one.sittings]
    return cases


# Left


def asked_to_leave(world: World, start: date) -> list[Case]:
    """A member asks to leave; cell and base committee propose it, the standing committee decides."""
    leader, day = Leader(world), _from(start)
    leader.opens("P8.XR", world.bodies["chi_bo"], world.members[2:3], day(0), **_ways(world))
    leader.takes("warn", day(2))
    _removed(leader, day)
    return _all(leader)


def struck_off(world: World, start: date, ground: str = "bo_sinh_hoat") -> list[Case]:
    """A member is struck off on one of the five grounds, proved, called and heard."""
    leader, day = Leader(world), _from(start)
    leader.opens(
        "P8.XT", world.bodies["chi_bo"], world.members[2:3], day(0), ground=ground, **_ways(world)
    )
    leader.takes("prove", day(1), **_proof(ground, start))
    if ground == "giam_sut":
        leader.takes("warn", day(1))
    leader.takes("request", day(2))
    leader.takes("receive_self_criticism", day(5))
    _removed(leader, day)
    return _all(leader)


def _proof(ground: str, start: date) -> dict[str, object]:
    """What proves each ground: months missed, the card returned, a year of education, years unfit, a paper."""
    year = start.year - 1
    return {
        "bo_sinh_hoat": {"absent": f"05/{year}, 06/{year}, 12/{year}"},
        "tra_the": {"card_on": start.isoformat()},
        "giam_sut": {"educated_from": f"{year - 1}-01-05"},
        "tu_cach": {"unfit_years": 2, "unfit_last": year},
        "tieu_chuan": {"paper": "Văn bản kết luận về tiêu chuẩn chính trị"},
    }[ground]


def _ways(world: World) -> dict[str, object]:
    names = ("cap_uy", "btv", "ban")
    base, above, organ = (world.bodies[one].pk for one in names)
    return {"proposing": [base], "deciding": above, "assisting": organ}


def _removed(leader: Leader, day: Day) -> None:
    world = leader.world
    cell, base, above = (world.bodies[one] for one in ("chi_bo", "cap_uy", "btv"))
    leader.votes("vote_to_propose", cell, day(10), "de_nghi", _motion(world.size(cell, day(10))))
    leader.signs("send_proposal", day(11))
    leader.votes("vote_at_level", base, day(15), "de_nghi", _motion(world.size(base, day(15))))
    leader.signs("send_from_level", day(16))
    leader.signs("submit", day(20))
    leader.votes(
        "vote_to_decide", above, day(24), "quyet_dinh", _motion(world.size(above, day(24)))
    )
    leader.settles(day(25), "removal_complaint.window")
    leader.signs("decide", day(25))
    leader.takes("announce", day(30))
    leader.takes("send_file", day(32))


def _motion(number: int) -> dict[str, int]:
    slips = {"phat_ra": number, "thu_vao": number, "hop_le": number, "khong_hop_le": 0}
    return {**slips, YES: number, NO: 0}
