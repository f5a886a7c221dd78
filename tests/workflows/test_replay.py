"""Deciding again: the law of the day is the edition's, that of other days what is known of them."""

from datetime import date

import law
from law import editions as law_editions
from workflows import catalogue
from workflows.editions import describe
from workflows.replay import law_of

DAY, EARLIER = date(2026, 11, 20), date(2019, 11, 20)
UNREAD = "authority.signs_inspection.bodies"
VOTE = "vote.threshold.expulsion.propose"


def edition():
    rows = {name: value for name, value in law.as_of(DAY).items() if name != "on"}
    return {**describe(catalogue.get("P3.DV")), "law": rows}


def test_a_rule_nobody_has_read_stays_unread_and_another_day_reads_as_ever():
    book = law_of(edition(), DAY.isoformat(), law_editions.whole(law.book()))

    assert book.rule(UNREAD, DAY).state == "unknown"
    assert book.rule(VOTE, EARLIER).value == law.rule(VOTE, on=EARLIER).value


def test_what_the_law_learnt_since_of_that_very_day_changes_nothing():
    more = law_editions.whole(law.book())
    learnt = {**next(iter(more["rows"].values())), "rule": UNREAD, "from": "2026-01-01", "to": None}
    more["rows"][f"{UNREAD}@2026-01-01"] = learnt

    book = law_of(edition(), DAY.isoformat(), more)

    assert book.rule(UNREAD, DAY).state == "unknown"
