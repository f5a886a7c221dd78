"""Two ways of holding one state of the law beside another: as of a day, and by the rules a reading touched."""

from datetime import date

import law
from law import supposing
from law.as_on import as_on
from law.touched import noting, otherwise

NOW, THEN = date(2026, 11, 20), date(2018, 6, 30)
BASIS, WINDOW = "basis.supervision.thematic", "complaint.window"


def test_a_book_as_of_a_day_answers_for_every_day_as_it_did_on_that_one():
    then = as_on(law.book(), THEN)

    assert then.rule(BASIS, NOW).key == law.rule(BASIS, on=THEN).key != law.rule(BASIS, on=NOW).key
    assert then.rule(BASIS, NOW).on == NOW
    assert then.regime_instrument("procedure", NOW).id == "30-QĐ/TW"
    assert then.layout(NOW).name == law.layout_on(THEN).name != law.layout_on(NOW).name
    assert as_on(law.book(), NOW).rule(BASIS, NOW) == law.rule(BASIS, on=NOW)


def test_what_was_not_read_by_that_day_is_unknown():
    assert as_on(law.book(), date(1990, 1, 1)).rule(BASIS, NOW).state == "unknown"


def test_the_rules_that_two_states_have_otherwise_are_named():
    assert otherwise(law.book(), law.load(law.book().folder)) == frozenset()
    assert otherwise(law.book(), supposing.unread(law.book(), [BASIS])) == {BASIS}


def test_a_book_notes_what_it_is_asked():
    noted = noting(law.book())

    with law.using(noted):
        law.rule(WINDOW, on=NOW)

    assert noted.rules == {WINDOW}
