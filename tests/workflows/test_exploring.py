"""Every procedure is walked with facts: its promises hold on each path, and each planted fault is named with one."""

import json
from dataclasses import replace
from datetime import date

import pytest

from documents import kinds
from law.commands import typed
from tests import campaign
from tests.campaign import WHOLE
from tests.workflows.planted import (
    faulty,
    with_finding,
    with_step,
    without_guard,
    without_step,
)
from tests.workflows.test_procedures_command import ask
from workflows import catalogue, promises
from workflows.catalogue import DECLARED, PROCEDURES
from workflows.clocks import Clock, deadline
from workflows.exploring import proofs, walking
from workflows.exploring.found import BOUNDS, OF_THE_LAW, Walk
from workflows.exploring.ledger import Mark
from workflows.exploring.walking import walk, walked
from workflows.exploring.witnesses import refuses, witnesses
from workflows.guards import guard
from workflows.outcomes import Violation, outcome_of
from workflows.promises.discipline import decides
from workflows.rows import RowKind
from workflows.scenarios import scenarios

#: The usual run walks one small procedure of each line; a campaign, and `procedures check`, all of them.
SHARE = ("P0.TN", "P1.CD", "P5.BA", "P5S.DV", "HN")
WALKED = tuple(one for one in DECLARED if WHOLE or one.code in SHARE)
each_procedure = pytest.mark.parametrize("procedure", WALKED, ids=lambda one: one.code)


def found_of(procedure):
    """The walk of a declared procedure, shared by the tests of this module and the command."""
    return walked(procedure, typed.today())


def said_of(procedure):
    """What the walk of a planted procedure finds broken."""
    return [str(one) for one in proofs.broken(walk(procedure, typed.today()))]


@each_procedure
def test_every_promise_holds_on_every_path(procedure):
    assert list(proofs.broken(found_of(procedure))) == []


@each_procedure
def test_the_walk_takes_every_step_in_every_stage_it_is_declared_for(procedure):
    """Of the machines' own steps; everyday ones are tried in each stage, and changing nothing, once."""
    found = found_of(procedure)
    taken = {(one.deed.step.code, one.state.stage) for one in found.done}
    wanted = {
        (step.code, source)
        for step in procedure.steps.values()
        for source in step.source
        if not step.everyday and not step.finds and step.lays not in OF_THE_LAW
    }

    if found.of_variant:  # what its walk leaves out is told, and proved of its base
        assert bool(proofs.left_out(found)) or wanted <= taken
        return
    assert wanted <= taken
    assert found.whole


def test_what_only_a_file_passed_to_another_body_offers_is_come_upon_from_the_first_start():
    """A body may be handed its own file, which changes nothing: the other answers are followed too."""
    found = found_of(PROCEDURES["P5S.DV"])

    told = [one for one in found.done if one.deed.step.code == "tell_of_new_body"]

    assert told
    assert len({one.state.file.facts.subjects for one in found.done}) == 1
    assert found.unseen() == []


def test_what_a_walk_is_told_to_have_passed_it_has():
    """The ledger of the walk is of deeds that were done, the files it ends with say the same."""
    found = found_of(PROCEDURES["P5.CB"])
    lapsed = next(one for one in found.states if one.stage == "het_hieu_luc")

    assert found.path_to(lapsed)[0] == "take_up"
    assert {Mark.DECIDED, Mark.SERVED} <= lapsed.ledger.marks
    taken = lapsed.file.facts.taken
    assert {"vote_to_decide", "decide", "hand_over"} <= set(taken)
    assert taken["hand_over"].last < taken["close_window"].last < taken["record_lapse"].last


@pytest.mark.parametrize(
    ("code", "stage", "ways"),
    [
        ("P5.CB", "da_kiem_diem", {"receive_self_criticism", "proceed_without_self_criticism"}),
        ("P5.CB", "da_nghe", {"hear", "proceed_unheard", "vote_again"}),
        pytest.param(
            "P5.DV", "da_nghe", {"hear", "proceed_unheard", "vote_again"}, marks=campaign.only
        ),
        pytest.param("P5.DV", "da_bieu_quyet", {"vote_to_decide"}, marks=campaign.only),
    ],
)
def test_each_way_into_a_stage_is_gone(code, stage, ways):
    found = found_of(PROCEDURES[code])

    assert ways == {
        step.code
        for state in found.states
        for step, number in state.left
        if step and step.moves and not step.about_finding and found.states[number].stage == stage
    }


@pytest.mark.skipif(not WHOLE, reason="walks the longest procedure; a campaign does")
def test_a_file_with_a_complaint_waits_for_another_file_and_no_other_does():
    waits = {
        (procedure.code, state.stage, guard)
        for procedure in (PROCEDURES["P5.CB"], PROCEDURES["P5.DV"], PROCEDURES["P3.DV"])
        for state in found_of(procedure).states
        for guard in state.waits
    }

    assert waits == {
        ("P5.CB", "da_trao", "no_complaint_is_open"),
        ("P5.CB", "dang_thi_hanh", "no_complaint_is_open"),
        ("P5.DV", "da_cong_bo", "no_complaint_is_open"),
        ("P5.DV", "dang_thi_hanh", "no_complaint_is_open"),
    }


# Planted faults


def lost_by(code, step, lost):
    """The procedure without the guard of this id on this step."""
    guards = PROCEDURES[code].step(step).when
    return without_guard(PROCEDURES[code], step, next(one for one in guards if one.id == lost))


def test_a_lost_record_of_refusal_lets_a_vote_through_unheard():
    unrecorded = lost_by("P5.CB", "proceed_unheard", _id_of("P5.CB", "proceed_unheard"))
    unasked = replace(
        unrecorded.steps["vote_to_decide"], when=_without("P5.CB", "right.heard.before_meeting")
    )
    unrecorded.steps = {**unrecorded.steps, "vote_to_decide": unasked}

    told = said_of(unrecorded)

    (vote,) = [one for one in told if "(vote_to_decide)" in one]
    assert "làm được mà chưa có nghe đảng viên trình bày" in vote
    assert "“Tiếp tục khi đảng viên không đến trình bày”" in vote
    assert "“Nghe đảng viên trình bày”" not in vote


def _id_of(code, step):
    (only,) = PROCEDURES[code].steps[step].when
    return only.id


def _without(code, *lost):
    return tuple(one for one in PROCEDURES[code].steps["vote_to_decide"].when if one.id not in lost)


@guard(remedy="Không cần.")
def always(_facts):
    """Điều kiện này lúc nào cũng đúng."""
    return True


@pytest.mark.parametrize(
    ("step", "weakened", "missing"),
    [
        ("proceed_unheard", "right.heard.before_meeting", "nghe đảng viên trình bày"),
        ("proceed_without_self_criticism", "self_criticism", "tự kiểm điểm"),
    ],
)
def test_a_guard_that_is_there_and_asks_nothing_is_seen_by_walking_only(step, weakened, missing):
    """Every declaration reads as before: the same ids on the same steps, floor and all."""
    base = PROCEDURES["P5.CB"]
    vote = tuple(
        replace(always, id=one.id, law=None, floor=True) if one.id == weakened else one
        for one in base.steps["vote_to_decide"].when
    )
    blind = replace(base.steps[step].when[0], asks=lambda _facts: True)
    steps = {
        **base.steps,
        "vote_to_decide": replace(base.steps["vote_to_decide"], when=vote),
        step: replace(base.steps[step], when=(blind,)),
    }

    told = said_of(faulty("P5.CB", steps=steps))

    assert any(f"(vote_to_decide): làm được mà chưa có {missing}" in one for one in told)


def test_a_decision_that_skips_the_vote_is_named_with_its_way():
    decide = PROCEDURES["P5.CB"].steps["decide"]
    draft = PROCEDURES["P5.CB"].steps["draft_decide"]
    steps = {
        **PROCEDURES["P5.CB"].steps,
        "decide": replace(decide, source=(*decide.source, "da_nghe"), when=()),
        "draft_decide": replace(draft, source=(*draft.source, "da_nghe")),
    }

    told = said_of(faulty("P5.CB", steps=steps))

    assert any("(decide): làm được mà chưa có bỏ phiếu kín" in one for one in told)


def test_a_decision_nobody_hands_over_is_named_at_the_end_of_the_file():
    told = said_of(with_step("P5.CB", "record_lapse", source=("da_quyet_dinh",), when=()))

    assert any("hồ sơ kết thúc mà quyết định chưa trao" in one for one in told)


def test_a_stage_that_two_guards_shut_off_is_named():
    """Declared as before, with its way in: but no file can meet both."""
    base = PROCEDURES["P5.CB"].steps["record_no_discipline"]
    has_passed = next(
        one for one in PROCEDURES["P5.CB"].steps["decide"].when if one.id == "a_form_has_passed"
    )
    shut = with_step("P5.CB", "record_no_discipline", when=(*base.when, has_passed))

    told = said_of(shut)

    assert list(promises.broken([shut])) == []
    assert any(
        "(khong_ky_luat): đi thử với mọi dữ kiện mà không hồ sơ nào đến được" in one for one in told
    )
    assert any(
        "(record_no_discipline): đi thử với mọi dữ kiện mà không lần nào làm được" in one
        for one in told
    )


def test_a_state_without_a_way_out_is_named():
    told = said_of(without_step("P1.CD", "receive_remedy"))

    assert any(
        "(da_cong_bo): có hồ sơ không đi tiếp được nữa: “Đề xuất giám sát”" in one for one in told
    )


def test_supervision_that_votes_on_a_discipline_is_named():
    told = said_of(with_step("P1.CD", "consider_result", lays=RowKind.LIMITATION))

    assert any("giám sát đi đến kỷ luật ở bước “consider_result”" in one for one in told)


def test_a_violation_that_comes_to_nothing_is_named():
    planted = with_finding("P3.DV", "record_no_discipline", target="c0")

    told = [
        str(one) for one in proofs.every_violation_has_one_outcome(Walk(planted, typed.today()))
    ]

    assert len(told) == len({"c3", "c3b", "c4"})
    assert all("(record_no_discipline): vi phạm đã kết luận" in one for one in told)


@pytest.mark.skipif(not WHOLE, reason="walks the longest procedure but one; a campaign does")
def test_a_file_that_closes_over_an_open_finding_is_named():
    told = said_of(lost_by("P3.DV", "close", "every_finding_has_its_outcome"))

    assert any(
        "(da_luu): hồ sơ kết thúc mà nội dung chưa có kết quả cuối cùng" in one for one in told
    )


def test_an_outcome_that_nobody_placed_is_named(monkeypatch):
    monkeypatch.setattr("workflows.outcomes._OF_STAGE", {})

    told = [
        str(one) for one in proofs.every_violation_has_one_outcome(found_of(PROCEDURES["P3.CB"]))
    ]

    assert len([one for one in told if "chưa xếp vào nhóm nào của bảy kết quả" in one]) == 9


@deadline("Hạn không ai đặt", since="propose", until="close", set_by="kế hoạch")
def unfounded(facts):
    yield Clock("han", unfounded.label, facts.acted_on, {"source": ""})


@deadline("Hạn không bao giờ chạy", since="propose", until="close", set_by="kế hoạch")
def idle(_facts):
    return ()


def test_a_deadline_that_cites_nothing_or_never_runs_is_named():
    first, second = said_of(faulty("P1.TX", clocks=(unfounded, idle)))

    assert "thời hạn “Hạn không ai đặt”: chạy mà không nêu quy định" in first
    assert "thời hạn “Hạn không bao giờ chạy”: đi thử mà không lần nào chạy" in second


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (
            lambda: lost_by("P5.CB", "vote_to_decide", "right.heard.before_meeting"),
            "trinh_bay_y_kien",
        ),
        (lambda: without_step("P1.CD", "drop"), "không bước nào dẫn đến"),
        (lambda: with_step("P3.DV", "propose", basis=""), "không nêu căn cứ"),
        (
            lambda: with_step(
                "P1.CD", "close", writes=(replace(kinds.FILE_INDEX, template="papers/none.html"),)
            ),
            "không có trong danh mục",
        ),
        (lambda: faulty("P5.DV", follows=frozenset({"P3.DV", "P1.CD"})), "dẫn thẳng đến kỷ luật"),
    ],
    ids=["a lost hearing", "a stage cut off", "no basis", "no form", "out of supervision"],
)
def test_the_command_turns_red_for_each_planted_fault(monkeypatch, fault, said):
    planted = fault()
    declared = tuple(planted if one.code == planted.code else one for one in DECLARED)
    monkeypatch.setattr(catalogue, "DECLARED", declared)
    monkeypatch.setitem(catalogue.PROCEDURES, planted.code, planted)

    *told, _went, last = ask("check", planted.code, "P1.TX", "P1.CD", status=1).splitlines()

    assert any(said in one for one in told)
    assert not last.endswith(" 0 broken")


def test_the_command_counts_in_its_last_line_and_says_what_the_walk_leaves_out():
    codes = [one.code for one in WALKED]
    told = json.loads(ask("list", "--json"))
    steps = sum(len(one["steps"]) for one in told if one["code"] in codes)

    cut, went, last = ask("check", *codes).splitlines()

    assert cut.startswith("biến thể chưa đi hết, phần còn lại chứng minh ở quy trình gốc: ")
    assert went.startswith("đi thử ")
    assert went.endswith(BOUNDS)
    assert last == f"procedures: {len(WALKED)} procedures, {steps} steps, 0 broken"


def test_a_walk_that_is_cut_says_so(monkeypatch):
    monkeypatch.setattr(walking, "STATES_AT_MOST", 5)

    (cut, *_others) = said_of(PROCEDURES["HN"])

    assert "chưa đi hết" in cut


def test_one_procedure_is_checked_alone():
    assert ask("check", "p1.tx").splitlines()[-1] == "procedures: 1 procedures, 43 steps, 0 broken"


@pytest.mark.parametrize(
    "day", [date(2016, 7, 26), date(2021, 7, 28), date(2025, 2, 1)] if WHOLE else []
)
@each_procedure
def test_under_every_regulation_the_promises_hold(procedure, day):
    assert list(proofs.broken(walk(procedure, day))) == []


# Guards, one by one


#: Shown beside a step and never against it.
SHOWN_BESIDE = frozenset({"scope.left_or_retired"})
#: Of complaints, told in tests/workflows/test_complaint_conditions.py: a letter late by every reading, a level
#: skipped, the last level at the centre. Of what other registers know, in tests/cases/test_guidance.py; of answers
#: of State bodies, in tests/cases/test_following.py.
TOLD_ELSEWHERE = frozenset(
    {
        "complaint.ladder.final",
        "complaint.no_level_skipping",
        "it_is_in_time",
        "it_is_not_followed_yet",
        "somebody_stands_above",
        "that_letter_awaits_its_answer",
        "the_point_is_not_measured_yet",
        "the_sanction_came_before_its_answer",
        "the_sanction_is_told_whole",
    }
)

GUARDS = [
    (procedure, step, one)
    for procedure in WALKED
    for step in procedure.all_steps()
    for one in step.when
    if one.id not in SHOWN_BESIDE | TOLD_ELSEWHERE
    and not step.door_only  # what another file or the law does is not walked here
]


@each_procedure
def test_every_guard_refuses_some_file(procedure):
    """A guard that nothing can meet in its way would be missed by nobody."""
    known = witnesses(found_of(procedure))

    idle = [(step.code, one.id) for of, step, one in GUARDS if of is procedure
            and (step.code, one.id) not in known]  # fmt: skip

    assert idle == []


def test_each_guard_taken_away_is_missed(campaign_size):
    """What it refused is refused no more: by no other guard of the step, recorded or met on the walk."""
    some = GUARDS[:: max(1, len(GUARDS) // campaign_size(len(GUARDS)))]

    missed_by_nobody = [
        f"{procedure.code} {step.code} {one.id}"
        for procedure, step, one in some
        if not alarms(procedure, step, one)
    ]

    assert missed_by_nobody == []


FLOOR = [
    one
    for one in GUARDS
    if one[2].floor or (one[2].righted_by[:1] and "record_no" in one[2].righted_by[0])
]


def test_each_guarantee_taken_away_from_a_vote_breaks_a_promise():
    """Not only a record of what was: the promise itself, as declared or on a path of the walk."""
    kept = [
        f"{procedure.code} {step.code} {one.id}"
        for procedure, step, one in FLOOR
        if decides(step)
        and not list(promises.broken([without_guard(procedure, step.code, one)]))
        and not said_of(without_guard(procedure, step.code, one))
    ]

    assert kept == []


def alarms(procedure, step, lost):
    """Which of the alarms ring when a guard is left out, the cheap ones first."""
    copy = without_guard(procedure, step.code, lost)
    if list(promises.broken([copy])):
        return ["a declared promise"]
    if _a_recorded_verdict_changes(copy, step):
        return ["a recorded verdict"]
    if WHOLE and said_of(copy):
        return ["a promise on a path"]
    witness = witnesses(found_of(procedure))[step.code, lost.id]
    if lost.id not in refuses(copy.step(step.code), witness, found_of(procedure)):
        return ["the table of conditions"]
    return []


def _a_recorded_verdict_changes(copy, step):
    about = [one for one in scenarios() if (one.procedure, one.step) == (copy.code, step.code)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(PROCEDURES, copy.code, copy)
        return any(one.red() for one in about)


# The seven outcomes


@campaign.only
def test_every_outcome_of_a_violation_is_reached_and_each_finding_has_one():
    found = found_of(PROCEDURES["P3.DV"])
    stages = {one.stage for state in found.states for one in state.file.facts.findings}

    outcomes = {outcome_of(stage) for stage in stages}

    assert outcomes == {*Violation, None}
