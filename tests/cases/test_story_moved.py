"""Story (b) moved to days whose law nobody read: inspection and discipline, and what must be asked, in one answer."""

from datetime import date

import pytest

from cases import services
from cases.reading import Reader, read_file
from tests.cases.discipline import DECIDES, POWER, SAID, Matter, World
from workflows.way_forward import open_questions_along, way_forward

PROPOSING = {
    "source": "nam_tinh_hinh", "theme": "việc sử dụng bằng đại học", "reasons": "Qua rà soát hồ sơ.",
    "period_from": "2019-01-01", "period_to": "2025-12-31",
}  # fmt: skip

#: Before any slip is cast a lighter form may come to need its share, which was not read under 296.
BEFORE = {"vote.threshold.member.light"}
#: (1) two thirds and one half, (2) who counts, (3) who inspects, (4) the window, (5) without the accused.
FROM_11_APRIL = {
    "vote.threshold.expulsion.propose",
    "vote.threshold.expulsion.decide",
    "vote.base.members_meeting",
    "vote.base.committee",
    "authority.signs_inspection.bodies",
    "complaint.window",
    "proceed_without_accused",
}
#: (6) whether the commune still stands above the base.
FROM_26_JULY = {*FROM_11_APRIL, "level.above_base"}
#: (7) the limitation. What mitigates or aggravates, and the article, people write; no step asks the law for them.
FROM_17_AUGUST = {
    *FROM_26_JULY,
    "limitation.member.reprimand",
    "limitation.member.warning_removal",
    "limitation.none",
}


def opened_on(day):
    """Both files of the story as the door opens them on that day, the power to expel already answered."""
    world = World()
    people, bodies = world.province.people, world.bodies
    common = {"body": bodies["ubkt_an"], "subjects": [people["thu"]], "actor": people["soan"]}
    inspection = services.open_case("P3.DV", acted_on=day, today=day, inputs=PROPOSING, **common)
    levels = {
        "proposing": [bodies["chi_bo_xuong"].pk, bodies["dang_uy_hoa"].pk],
        "deciding": bodies["btv_an"].pk,
    }
    discipline = services.open_case(
        "P5.DV", acted_on=day, today=day, inputs={**SAID["take_up"], **levels}, **common
    )
    Matter(world, discipline).answer(POWER, on=day, value=DECIDES)
    files = [
        read_file(case.pk, Reader(people["soan"].pk, day, day)) for case in (inspection, discipline)
    ]
    return [(file.procedure, file.facts) for file in files]


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (date(2026, 4, 7), BEFORE),
        (date(2026, 4, 13), FROM_11_APRIL),
        (date(2026, 7, 24), FROM_11_APRIL),
        (date(2026, 7, 27), FROM_26_JULY),
        (date(2026, 8, 18), FROM_17_AUGUST),
    ],
)
def test_exactly_the_questions_nobody_can_answer_from_the_law_are_asked(db, day, asked):
    chain = opened_on(day)

    found = open_questions_along(chain, day)

    assert {hit.rule for hit in found} == asked
    assert len(found) == len({hit.rule for hit in found})


def test_each_question_says_at_which_step_it_is_first_asked(db):
    day = date(2026, 8, 18)

    asked_at = {
        rule: first.step.code
        for procedure, facts in opened_on(day)
        for rule, (_hit, first) in way_forward(procedure, facts, day).questions.items()
    }

    assert asked_at == {
        "authority.signs_inspection.bodies": "decide",
        "vote.base.members_meeting": "appraise",  # the levels vote before the appraisal
        "vote.base.committee": "appraise",
        "vote.threshold.expulsion.propose": "appraise",
        "proceed_without_accused": "appraise",
        "vote.threshold.expulsion.decide": "vote_to_decide",
        "level.above_base": "vote_to_decide",
        "limitation.member.reprimand": "decide",  # compared before the decision is signed
        "limitation.member.warning_removal": "decide",
        "limitation.none": "decide",
        "complaint.window": "decide",
    }


def test_what_the_story_avoids_is_shown_and_not_asked(db):
    day = date(2026, 4, 7)
    (_inspection, discipline) = opened_on(day)

    found = way_forward(*discipline, day)

    assert {"vote.accused", "decision.effect"} <= set(found.unconfirmed)
    assert not {"vote.accused", "decision.effect"} & set(found.questions)
