"""Who counts: the base is computed from posts, and each exclusion is explained."""

from datetime import date

import pytest

import law
from law.electorate import Person, electorate
from law.faults import Impossible

DAY = date(2026, 3, 12)
CELL, COMMITTEE = "hoi_nghi_dang_vien", "cap_uy"


def person(id_, *statuses, **facts):
    return Person(id_, frozenset(statuses), **facts)


def ordinary(number, **facts):
    return [person(f"đv {n}", **facts) for n in range(1, number + 1)]


def test_a_cell_meeting_leaves_out_who_the_law_leaves_out(book):
    away = [person(f"tạm {n}", "sinh_hoat_tam_thoi", present=False) for n in (1, 2)]
    exempt = [person("miễn", "mien_sinh_hoat")]
    suspended = [person("đình chỉ", "dinh_chi")]

    found = electorate(book, DAY, CELL, ordinary(26) + away + exempt + suspended)

    assert (found.state, found.base) == ("known", 27)
    assert [(e.person, e.reason) for e in found.exclusions][-1] == (
        "đình chỉ",
        "bị đình chỉ sinh hoạt",
    )
    assert found.exclusions[0].hit.cited == "294-QĐ/TW mục 9.3.2"


@pytest.mark.parametrize("status", ["mien_sinh_hoat", "sinh_hoat_tam_thoi"])
@pytest.mark.parametrize(("present", "base"), [(True, 10), (False, 9)])
def test_an_exempt_or_away_member_counts_when_present(book, status, present, base):
    found = electorate(book, DAY, CELL, [*ordinary(9), person("x", status, present=present)])

    assert found.base == base


def test_an_ordinary_absence_stays_in_the_base_of_a_committee(book):
    present, absent = ordinary(7), [person(f"v {n}", present=False) for n in (1, 2, 3)]
    detained = [person("tạm giam", "khoi_to", present=False)]

    found = electorate(book, DAY, COMMITTEE, present + absent + detained)

    assert (found.base, len(found.slips_for)) == (10, 7)
    assert law.rule("vote.threshold.expulsion.decide", on=DAY).value["fraction"] == "1/2"


def test_a_recusal_takes_the_slip_and_not_the_base(book):
    found = electorate(book, DAY, COMMITTEE, [*ordinary(8), person("liên quan", recused=True)])

    assert (found.base, len(found.slips_for), found.recused) == (9, 8, ("liên quan",))


def test_a_probationary_member_gets_no_slip(book):
    found = electorate(book, DAY, CELL, [*ordinary(9), person("dự bị", "du_bi")])

    assert found.base == 9
    assert found.exclusions[0].hit.rule == "vote.probationary"


def test_the_accused_gives_two_bases(book):
    found = electorate(book, DAY, CELL, [*ordinary(11), person("người bị xem xét", accused=True)])

    assert (found.base, found.base_without_accused) == (12, 11)


def test_where_the_base_was_not_read_the_number_is_only_a_proposal(book):
    found = electorate(book, date(2017, 10, 18), CELL, ordinary(16))

    assert (found.state, found.base) == ("unknown", 16)


def test_an_answered_base_settles_this_meeting(book, document):
    day, rule = date(2017, 10, 18), "vote.base.members_meeting"
    answer = law.Answer("có quyền biểu quyết, trừ người miễn vắng mặt", None, document, by="x")
    settled = {rule: book.rule(rule, day, asked=answer)}

    assert electorate(book, day, CELL, ordinary(16), settled).state == "known"


def test_words_the_table_does_not_know_are_refused(book):
    with pytest.raises(Impossible, match="hop_dan"):
        electorate(book, DAY, "hop_dan", ordinary(3))
    with pytest.raises(Impossible, match="om"):
        electorate(book, DAY, CELL, [person("x", "om")])
