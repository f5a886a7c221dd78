"""The lawful way of a discipline: from every stage the ballots, the levels and the choices that are still to come."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from workflows.catalogue import PROCEDURES
from workflows.facts import BodyFact, Facts, Row, Subject, Taken
from workflows.rows import RowKind
from workflows.way_forward import is_a_vote, way_forward

DAY = date(2026, 3, 10)
CELL, BASE, OURS, STANDING = 1, 2, 3, 4
BODIES = {
    CELL: BodyFact(CELL, "chi_bo", "chi_bo"),
    BASE: BodyFact(BASE, "cap_uy", "co_so"),
    OURS: BodyFact(OURS, "ubkt", "xa"),
    STANDING: BodyFact(STANDING, "btv", "xa"),
}
BY_LEVELS, BY_CELL = PROCEDURES["P5.DV"], PROCEDURES["P5.CB"]

#: The ballots that each stage still waits for, in order.
LEVELS = ["vote_to_propose", "vote_to_propose"]
SUBMIT, DECIDE = ["vote_to_submit"], ["vote_to_decide"]
ALL = [*LEVELS, *SUBMIT, *DECIDE]


def lying(procedure, stage, *rows, **more):
    subject = Subject(1, True, 1)
    own = OURS if procedure is BY_LEVELS else CELL
    body = BODIES[own]
    return Facts(
        procedure.code, stage, DAY, DAY, DAY, DAY, body=body.kind, level=body.level, members=5,
        subjects=(subject,), rows=rows, own=own, bodies=BODIES, **more,
    )  # fmt: skip


def row(number, kind, on=DAY, **facts):
    return Row(number, kind, number, 1, on, "", facts)


def levels(deciding=STANDING):
    return row(1, RowKind.LEVELS, proposing=[CELL, BASE], deciding=deciding)


def voted(number, body, part="de_nghi", form="khai_tru"):
    return row(number, RowKind.BALLOT, body=body, part=part, form=form, meeting=f"HN-{number}")


def sent(number, body):
    return row(number, RowKind.SENT, body=body)


def ballots(found):
    return [deed.code for one in found.steps for deed in one.deeds if is_a_vote(deed)]


@pytest.mark.parametrize(
    ("stage", "needed"),
    [
        ("den_muc", ALL),
        ("da_mo", ALL),
        ("da_trien_khai", ALL),
        ("da_kiem_diem", ALL),
        ("da_tham_tra", [*SUBMIT, *DECIDE]),
        ("da_nghe", [*SUBMIT, *DECIDE]),
        ("da_trinh", DECIDE),
        ("da_bieu_quyet", []),
        ("da_quyet_dinh", []),
        ("da_cong_bo", []),
        ("dang_thi_hanh", []),
    ],
)
def test_the_way_by_levels_names_every_ballot_still_needed(stage, needed):
    taken = {"submit": Taken(DAY, DAY, 1)} if stage == "da_trinh" else {}

    found = way_forward(BY_LEVELS, lying(BY_LEVELS, stage, levels(), taken=taken), DAY)

    assert ballots(found) == needed
    assert found.votes == len(needed)


@pytest.mark.parametrize(
    ("stage", "needed"),
    [
        ("den_muc", DECIDE), ("da_mo", DECIDE), ("da_co_ke_hoach", DECIDE), ("da_kiem_diem", DECIDE),
        ("da_nghe", DECIDE), ("da_bieu_quyet", []), ("da_quyet_dinh", []), ("da_trao", []),
    ],
)  # fmt: skip
def test_the_way_of_a_cell_names_the_ballot_still_needed(stage, needed):
    assert ballots(way_forward(BY_CELL, lying(BY_CELL, stage), DAY)) == needed


def test_a_level_that_has_voted_still_sends_and_one_that_has_sent_does_nothing_more():
    before = [
        [deed.code for deed in way_forward(BY_LEVELS, facts, DAY).steps[0].before]
        for facts in (
            lying(BY_LEVELS, "da_kiem_diem", levels(), voted(2, CELL)),
            lying(BY_LEVELS, "da_kiem_diem", levels(), voted(2, CELL), sent(3, CELL)),
            lying(BY_LEVELS, "da_kiem_diem", levels(), sent(3, CELL), sent(4, BASE)),
        )
    ]

    send = ["draft_send_proposal", "send_proposal"]
    assert before == [[*send, "vote_to_propose", *send], ["vote_to_propose", *send], []]


def test_a_body_that_decides_itself_submits_to_nobody():
    facts = lying(BY_LEVELS, "da_nghe", levels(deciding=OURS))

    steps = [one.step.code for one in way_forward(BY_LEVELS, facts, DAY).steps]

    assert steps[:2] == ["vote_to_decide", "decide"]


def test_the_way_passes_self_criticism_hearing_vote_and_service():
    found = way_forward(BY_LEVELS, lying(BY_LEVELS, "da_mo", levels()), DAY)

    assert [one.step.code for one in found.steps] == [
        "assign_team", "present", "receive_self_criticism", "appraise", "hear", "submit", "vote_to_decide", "decide",
        "hand_over", "close_window", "record_lapse",
    ]  # fmt: skip
    assert not found.is_a_way_out


def test_the_limitation_is_compared_after_the_vote_and_before_the_decision():
    facts = lying(BY_LEVELS, "da_bieu_quyet", levels(), voted(2, STANDING, "quyet_dinh"))

    (decide, *_rest) = way_forward(BY_LEVELS, facts, DAY).steps

    assert [deed.code for deed in decide.before] == ["compare_limitation", "draft_decide"]


@pytest.mark.parametrize(
    ("stage", "form", "more", "end"),
    [
        ("da_bieu_quyet", None, [], "khong_ky_luat"),
        ("da_bieu_quyet", "khien_trach", [("expired", True)], "het_thoi_hieu"),
        ("da_bieu_quyet", "khien_trach", [("expired", False)], "het_hieu_luc"),
        ("dang_thi_hanh", "khai_tru", [], "da_ket_thuc"),
        ("dang_thi_hanh", "canh_cao", [], "het_hieu_luc"),
    ],
)
def test_the_file_chooses_its_end_by_what_was_voted(stage, form, more, end):
    rows = [levels(), voted(2, STANDING, "quyet_dinh", form)]
    rows += [row(3, RowKind.LIMITATION, **dict(more))] if more else []

    assert way_forward(BY_LEVELS, lying(BY_LEVELS, stage, *rows), DAY).end == end


def test_the_window_and_the_lapse_have_their_first_days():
    handed = row(3, RowKind.HANDED_OVER, on=date(2026, 3, 30))
    facts = lying(BY_LEVELS, "da_cong_bo", voted(2, OURS, "quyet_dinh", "canh_cao"), handed)

    days = {one.step.code: one.day for one in way_forward(BY_LEVELS, facts, DAY).steps}

    assert days["close_window"] == date(2026, 5, 15)
    assert days["record_lapse"] == date(2027, 3, 31)


def test_a_vote_to_come_is_asked_about_under_the_law_of_its_own_day():
    later = DAY + timedelta(days=40)
    facts = replace(
        lying(
            BY_LEVELS, "da_trinh", levels(), voted(2, OURS), taken={"submit": Taken(DAY, DAY, 1)}
        ),
        moved_on=later,
    )

    assert "vote.base.committee" in way_forward(BY_LEVELS, facts, later).questions
