"""Which body stands in whose place in a file that passed on, and who of its subjects must be told."""

from datetime import date

from permissions.roles import Relation
from workflows.everyday.passing_on import untold
from workflows.facts import Facts, Row, Subject, Taken
from workflows.rows import RowKind

DAY = date(2026, 11, 20)


def lying(*rows, **more):
    return Facts(
        procedure="P5.DV", stage="da_nghe", acted_on=DAY, today=DAY, opened_on=DAY, moved_on=DAY, own=9,
        subjects=(Subject(1, True, 71),),
        rows=tuple(Row(n, kind, n, 1, DAY, "", said) for n, (kind, said) in enumerate(rows, start=1)),
        **more,
    )  # fmt: skip


def levels(*proposing, deciding):
    return RowKind.LEVELS, {"proposing": list(proposing), "deciding": deciding}


def passed(*heirs, to=9, undoes=None, **said):
    back = {} if undoes is None else {"undoes": undoes}
    return RowKind.PASSED_ON, {
        "from": 8,
        "to": to,
        "heirs": [list(one) for one in heirs],
        **back,
        **said,
    }


def sent(body):
    return RowKind.SENT, {"body": body}


def test_a_level_that_ended_is_asked_through_its_successor():
    facts = lying(levels(1, 2, deciding=3), passed((1, 11), (3, 33)))

    assert facts.levels_left == (11, 2)
    assert facts.body_at(Relation.LEVEL) == 11
    assert facts.body_at(Relation.DECIDING) == 33


def test_what_a_level_sent_before_it_ended_stays_sent():
    assert lying(levels(1, 2, deciding=3), sent(1), passed((1, 11))).levels_left == (2,)
    assert lying(levels(1, 2, deciding=3), passed((1, 11)), sent(11)).levels_left == (2,)


def test_two_levels_that_became_one_are_asked_once():
    facts = lying(levels(1, 2, deciding=3), passed((1, 11), (2, 11)))

    assert facts.levels_left == (11,)


def test_a_successor_may_be_succeeded_and_what_was_taken_back_counts_no_more():
    twice = (levels(1, deciding=3), passed((1, 11)), passed((11, 12)))

    assert lying(*twice).levels_left == (12,)
    assert lying(*twice, passed(undoes=3)).levels_left == (11,)
    assert lying(*twice, passed(undoes=3), passed(undoes=2)).levels_left == (1,)


def test_only_who_knows_of_the_matter_is_told_of_the_new_body_and_once():
    known = {"hear": Taken(DAY, DAY, 1)}
    told = (RowKind.BODY_TOLD, {"subject": 1})

    assert untold(lying(passed())) == []
    assert untold(lying(taken=known)) == []
    assert untold(lying(passed(), taken=known)) == [1]
    assert untold(lying(passed(), told, taken=known)) == []
    assert untold(lying(passed(), told, passed(), taken=known)) == [1]
    assert untold(lying(passed(to=8), taken=known)) == []
