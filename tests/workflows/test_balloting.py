"""Random ballots: what is laid in the file is what whole numbers give, computed here without the rule book."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from law.electorate import Person as Voter
from workflows import balloting
from workflows.facts import BodyFact, Facts, Row, Subject
from workflows.forms import Part
from workflows.rows import RowKind
from workflows.sitting import Sitting

#: A day on which every threshold is known once the light forms and the cumulation are answered.
DAY = date(2026, 3, 4)
FORMS = ("khien_trach", "canh_cao", "cach_chuc", "khai_tru")  # lightest first
OF_ORGANISATIONS = ("khien_trach", "canh_cao", "giai_tan")
SOURCE = {"document": "QC", "dated": "2026-01-01", "clause": "1", "scan": "a" * 64}
ANSWERS = tuple(
    Row(n, RowKind.ANSWER, n, 1, DAY, "", {"rule": rule, "value": value, "source": SOURCE})
    for n, (rule, value) in enumerate(
        [
            ("vote.threshold.member.light", "trên 1/2"),
            ("vote.threshold.org.light", "trên 1/2"),
            ("vote.no_majority", "cumulate_heaviest_down"),
        ],
        1,
    )
)


@st.composite
def ballots(draw, forms=FORMS):
    """A committee of some size, with some of them voting in some way, no slip void."""
    base, size = draw(st.integers(1, 40)), len(forms) + 1
    cuts = sorted(draw(st.lists(st.integers(0, base), min_size=size, max_size=size)))
    options = dict(
        zip((*forms, "khong"), (b - a for a, b in zip([0, *cuts], cuts, strict=False)), strict=True)
    )
    return base, options


def facts_and_sitting(base, accused=False):
    facts = Facts(
        "P5.DV", "da_nghe", DAY, DAY, DAY, DAY, body="btv", level="xa", members=base, own=1,
        subjects=(Subject(1, True, 1, holds_post=True),), bodies={1: BodyFact(1, "btv", "xa")}, rows=ANSWERS,
    )  # fmt: skip
    people = tuple(Voter(str(n), accused=accused and n == 1) for n in range(1, base + 1))
    return facts, Sitting("HN", 1, "btv", DAY, "dang_hop", ("quyet_dinh",), people)


def totals(options):
    cast = sum(options.values())
    return {"phat_ra": cast, "thu_vao": cast, "hop_le": cast, "khong_hop_le": 0, **options}


def by_hand(base, options, part, forms=FORMS):
    """The heaviest form that reaches its share; a proposal alone never adds heavier votes to lighter forms."""
    carried = 0
    for form in reversed(forms):
        carried = options[form] if part is Part.PROPOSES else carried + options[form]
        two_thirds = form in ("khai_tru", "giai_tan") and part is Part.PROPOSES
        passes = 3 * carried >= 2 * base if two_thirds else 2 * carried > base
        if carried and passes:
            return form
    return None


def laid(base, options, part):
    facts, sitting = facts_and_sitting(base)
    found = balloting.outcome(facts, sitting, part, totals(options))
    assert not found.asks
    return balloting.laid(found, sitting, totals(options))


@settings(max_examples=400, deadline=None)
@given(ballots())
def test_a_decision_is_the_heaviest_form_its_own_and_heavier_votes_carry(ballot):
    base, options = ballot

    kept = laid(base, options, Part.DECIDES)

    assert kept["form"] == by_hand(base, options, Part.DECIDES)
    assert kept["votes"] == options
    assert not kept["goes_up"]


@settings(max_examples=400, deadline=None)
@given(ballots())
def test_a_proposal_is_the_heaviest_form_its_own_votes_carry_and_else_goes_up_whole(ballot):
    base, options = ballot

    kept = laid(base, options, Part.PROPOSES)

    assert kept["form"] == by_hand(base, options, Part.PROPOSES)
    assert kept["goes_up"] == (kept["form"] is None)
    assert not any("+" in line for line in kept["arithmetic"])


@settings(max_examples=400, deadline=None)
@given(ballots())
def test_votes_are_added_only_where_the_heavier_forms_fail_alone(ballot):
    base, options = ballot

    kept = laid(base, options, Part.DECIDES)

    alone = next((form for form in reversed(FORMS) if 2 * options[form] > base), None)
    added = any("+" in line for line in kept["arithmetic"])
    assert not (
        added and alone is not None and kept["form"] == alone and _heaviest(options) == alone
    )


@settings(max_examples=400, deadline=None)
@given(ballots())
def test_the_accused_is_asked_about_exactly_where_some_reading_gives_another_form(ballot):
    base, options = ballot
    facts, sitting = facts_and_sitting(base, accused=True)
    if base == 1:
        return  # nobody is left to vote on him

    found = balloting.outcome(facts, sitting, Part.DECIDES, totals(options))

    form = by_hand(base, options, Part.DECIDES)
    readings = [{**options, his: options[his] - 1} for his in options if options[his]]
    readings += [options] if sum(options.values()) < base else []
    others = {by_hand(base - 1, one, Part.DECIDES) for one in readings}
    assert found.differs == bool(others - {form})


@settings(max_examples=200, deadline=None)
@given(ballots(OF_ORGANISATIONS), st.sampled_from(Part))
def test_a_ballot_about_an_organisation_knows_its_forms_and_asks_about_no_accused(ballot, part):
    base, options = ballot
    facts, sitting = facts_and_sitting(base)
    facts = replace(facts, subjects=(Subject(1, False, 1, "to_chuc_dang"),))

    found = balloting.outcome(facts, sitting, part, totals(options))

    assert not found.asks
    assert found.form == by_hand(base, options, part, OF_ORGANISATIONS)
    assert found.goes_up == (found.form is None and part is Part.PROPOSES)
    assert not found.differs
    assert "vote.threshold.member.light" not in {hit.rule for hit in found.hits}


def _heaviest(options):
    return next((form for form in reversed(FORMS) if options[form]), None)
