"""Vote arithmetic: whole numbers only, cumulation on decisions, proposals that go up whole."""

import ast
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import law
from law import thresholds, votes
from law.faults import Impossible
from law.thresholds import Threshold
from law.votes import both_ways, judge, judge_forms

HALF = Threshold("gt", 1, 2)
TWO_THIRDS = Threshold("ge", 2, 3)
UNDER_22, UNDER_296, UNDER_21 = date(2022, 5, 1), date(2025, 8, 1), date(2026, 5, 1)
LIGHT, PROPOSE = "vote.threshold.member.light", "vote.threshold.expulsion.propose"
DECIDE = "vote.threshold.expulsion.decide"
BASES = range(1, 201)


@pytest.mark.parametrize("base", BASES)
def test_a_threshold_agrees_with_exact_fractions_for_every_number_of_votes(base):
    for yes in range(base + 1):
        assert HALF.passes(yes, base) is (Fraction(yes, base) > Fraction(1, 2))
        assert TWO_THIRDS.passes(yes, base) is (Fraction(yes, base) >= Fraction(2, 3))


@pytest.mark.parametrize("base", BASES)
def test_needed_is_the_smallest_number_that_passes(base):
    for threshold in (HALF, TWO_THIRDS):
        needed = threshold.needed(base)

        assert threshold.passes(needed, base)
        assert not threshold.passes(needed - 1, base)


def test_two_thirds_of_three_and_of_four():
    assert [TWO_THIRDS.needed(base) for base in (3, 4, 9, 10)] == [2, 3, 6, 7]
    assert [HALF.needed(base) for base in (4, 10)] == [3, 6]


def test_no_floating_point_is_used():
    for module in (thresholds, votes):
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        numbers = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]

        assert not [number for number in numbers if isinstance(number, float)]
        assert not [
            n for n in ast.walk(tree) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Div)
        ]


@pytest.mark.parametrize(
    ("rule", "on", "base", "yes", "passes", "needed", "arithmetic"),
    [
        (PROPOSE, date(2026, 3, 12), 12, 9, True, 8, "3·9 = 27 ≥ 24 = 2·12"),
        (PROPOSE, date(2026, 3, 12), 12, 7, False, 8, "3·7 = 21 < 24 = 2·12"),
        (DECIDE, date(2026, 3, 27), 9, 7, True, 5, "2·7 = 14 > 9"),
        (LIGHT, UNDER_22, 10, 5, False, 6, "2·5 = 10 ≤ 10"),
        ("vote.removal.chi_bo", date(2026, 1, 1), 9, 6, True, 6, "3·6 = 18 ≥ 18 = 2·9"),
    ],
)
def test_a_vote_is_judged(book, rule, on, base, yes, passes, needed, arithmetic):
    verdict = judge(book, rule, on, base=base, yes=yes)

    assert (verdict.state, verdict.passes, verdict.needed) == ("known", passes, needed)
    assert verdict.arithmetic == arithmetic


@pytest.mark.parametrize("on", [date(2017, 10, 18), UNDER_296, date(2026, 4, 8)])
def test_an_unknown_threshold_gives_no_verdict(book, on):
    rule = LIGHT if on != date(2026, 4, 8) else PROPOSE

    verdict = judge(book, rule, on, base=9, yes=9)

    assert (verdict.state, verdict.passes, verdict.needed, verdict.arithmetic) == (
        "unknown",
        None,
        None,
        None,
    )


def test_an_answered_threshold_judges_this_case(book, document):
    value = {"op": "gt", "fraction": "1/2"}
    hit = book.rule(LIGHT, date(2017, 10, 18), asked=law.Answer(value, None, document, by="x"))

    assert judge(book, LIGHT, date(2017, 10, 18), base=16, yes=11, hit=hit).passes is True


@pytest.mark.parametrize(
    ("forms", "base", "form", "sums"),
    [
        ({"canh_cao": 4, "khien_trach": 3, "khong": 2}, 9, "khien_trach", "4 + 3 = 7"),
        ({"canh_cao": 2, "khien_trach": 2, "khong": 5}, 9, None, "2 + 2 = 4"),
        ({"canh_cao": 6, "khien_trach": 1, "khong": 2}, 9, "canh_cao", "canh_cao: 6"),
        (
            {"khai_tru": 5, "cach_chuc": 3, "canh_cao": 1, "khien_trach": 0, "khong": 2},
            11,
            "cach_chuc",
            "5 + 3 = 8",
        ),
        ({"khai_tru": 3, "canh_cao": 2, "khong": 4}, 9, "canh_cao", "3 + 2 = 5"),
    ],
)
def test_sums_run_from_the_heaviest_form_down(book, forms, base, form, sums):
    verdict = judge_forms(book, LIGHT, UNDER_21, base=base, votes=forms)

    assert (verdict.form, verdict.passes) == (form, form is not None)
    assert sums in verdict.arithmetic


def test_a_rule_judges_only_the_forms_it_covers(book):
    forms = {"khai_tru": 4, "cach_chuc": 5, "khong": 2}

    under_expulsion = judge_forms(book, DECIDE, UNDER_22, base=11, votes=forms)
    under_light = judge_forms(book, LIGHT, UNDER_22, base=11, votes=forms)

    assert (under_expulsion.passes, under_expulsion.form) == (False, None)
    assert under_light.form == "cach_chuc"


def test_a_verdict_by_cumulation_names_both_rules_and_the_weaker_confidence(book):
    forms = {"canh_cao": 4, "khien_trach": 3, "khong": 2}

    verdict = judge_forms(book, LIGHT, UNDER_22, base=9, votes=forms)

    assert verdict.rows == (
        "vote.threshold.member.light@2021-07-28",
        "vote.no_majority@2021-07-28",
    )
    assert verdict.citation == "22-QĐ/TW Điều 15; 22-QĐ/TW Điều 15.3.1"
    assert verdict.confidence == "one_text"


def test_a_proposal_is_never_cumulated_and_goes_up_whole(book):
    verdict = judge_forms(book, PROPOSE, UNDER_22, base=12, votes={"khai_tru": 4, "canh_cao": 8})

    assert (verdict.passes, verdict.form, verdict.goes_up) == (False, None, True)
    assert dict(verdict.sums) == {"khai_tru": 4, "canh_cao": 8}


def test_a_proposal_of_a_lighter_form_is_not_cumulated_either(book):
    forms = {"canh_cao": 4, "khien_trach": 3, "khong": 2}

    verdict = judge_forms(book, LIGHT, UNDER_22, base=9, votes=forms, proposal=True)

    assert (verdict.passes, verdict.goes_up) == (False, True)


def test_unknown_cumulation_stops_only_a_vote_that_depends_on_it(book, document):
    value = {"op": "gt", "fraction": "1/2"}
    hit = book.rule(LIGHT, UNDER_296, asked=law.Answer(value, None, document, by="x"))

    depends = judge_forms(
        book, LIGHT, UNDER_296, base=9, votes={"canh_cao": 4, "khien_trach": 3}, hit=hit
    )
    stands = judge_forms(
        book, LIGHT, UNDER_296, base=9, votes={"canh_cao": 5, "khien_trach": 3}, hit=hit
    )

    assert (depends.state, depends.passes, depends.form) == ("unknown", None, None)
    assert depends.rows[-1] == "vote.no_majority@2025-05-30"
    assert stands.form == "canh_cao"


@st.composite
def ballots(draw):
    words = ("khai_tru", "cach_chuc", "canh_cao", "khien_trach", "khong")
    cast = {word: draw(st.integers(0, 40)) for word in words}
    return cast, max(1, sum(cast.values()) + draw(st.integers(0, 20)))


@given(ballots())
def test_cumulation_finds_the_heaviest_covered_form_whose_sum_passes(ballot):
    cast, base = ballot

    verdict = judge_forms(law.book(), LIGHT, UNDER_21, base=base, votes=cast)

    total, expected = cast["khai_tru"], None
    for form in ("cach_chuc", "canh_cao", "khien_trach"):
        total += cast[form]
        if 2 * total > base:
            expected = form
            break
    assert verdict.form == expected


@given(ballots())
def test_a_form_with_its_own_majority_is_never_changed_by_cumulation(ballot):
    cast, base = ballot

    for form in ("cach_chuc", "canh_cao", "khien_trach"):
        if 2 * cast[form] > base:
            assert judge_forms(law.book(), LIGHT, UNDER_21, base=base, votes=cast).form == form


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (lambda b: judge(b, LIGHT, UNDER_22, base=9, yes=10), "nhiều hơn"),
        (lambda b: judge(b, LIGHT, UNDER_22, base=0, yes=0), "từ 1 trở lên"),
        (
            lambda b: judge_forms(b, "vote.ordinary", UNDER_22, base=9, votes={"canh_cao": 5}),
            "không xét hình thức",
        ),
        (lambda b: judge(b, LIGHT, UNDER_22, base=9, yes=-1), "không thể âm"),
        (lambda b: judge(b, "complaint.window", UNDER_22, base=9, yes=1), "ngưỡng biểu quyết"),
        (lambda b: judge_forms(b, LIGHT, UNDER_22, base=9, votes={"phe_binh": 1}), "phe_binh"),
        (lambda b: judge_forms(b, LIGHT, UNDER_22, base=9, votes={"canh_cao": 10}), "nhiều hơn"),
        (
            lambda b: judge_forms(b, LIGHT, UNDER_22, base=9, votes={"giai_tan": 1, "khai_tru": 1}),
            "không lẫn",
        ),
    ],
)
def test_numbers_no_vote_can_have_are_one_helpful_sentence(book, question, words):
    with pytest.raises(Impossible, match=words):
        question(book)


def test_the_accused_is_computed_both_ways_and_stops_only_a_difference(book):
    same = both_ways(
        judge(book, LIGHT, UNDER_22, base=16, yes=11), judge(book, LIGHT, UNDER_22, base=15, yes=11)
    )
    differs = both_ways(
        judge(book, LIGHT, UNDER_22, base=10, yes=5), judge(book, LIGHT, UNDER_22, base=9, yes=5)
    )

    assert same.passes is True
    assert differs is None


def test_expulsion_needs_a_proposing_and_a_deciding_body(book):
    assert votes.needs_two_bodies(book, "khai_tru") == (PROPOSE, DECIDE)
    assert votes.needs_two_bodies(book, "khien_trach") is None


@pytest.mark.parametrize(("failures", "up"), [(2, False), (3, True)])
def test_the_third_failed_vote_sends_the_matter_up(book, failures, up):
    assert votes.goes_up_after(book, date(2026, 1, 1), failures) is up


def test_failed_votes_are_asked_about_where_the_rule_is_missing(book):
    assert votes.goes_up_after(book, date(2020, 1, 1), 3) is None
