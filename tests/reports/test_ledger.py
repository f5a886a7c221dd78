"""The ledger on a small scale: a few files of each kind, filled in from blanks, and the lines they give."""

import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import transaction

import law
from cases import verification
from cases.conformance import replaying
from cases.conformance.books import Books
from cases.models import Case, StepRecord
from cases.stories.ledger import tellings
from cases.stories.ledger.building import build
from cases.stories.ledger.plan import FIRST, LAST, Figures, Kind, Order
from documents.models import Paper
from documents.printing import print_paper
from law.editions import whole
from proof.reader import as_the_system
from registry.absence_models import Absence
from registry.grade_models import Grade, GradeImport
from registry.guidance_models import Cascade
from registry.models import Exit, Membership, Organisation, Placement, Succession
from reports.counted_models import Counted
from reports.counting import keeping
from reports.ledger import by_year, lines
from reports.periods import free
from tests import campaign
from tests.reports.opened import refused
from workflows.replay import Outcome, decide_again, law_of

#: A hundredth of the registers, three districts; the files are those laid below.
SMALL = replace(
    Figures(), admitted=76, away=20, undeclared=3, units=3, quiet=4, graded=(12, 76, 11, 1), asked=0, struck_off=2,
    expelled=1, inspected=30,
)  # fmt: skip
LAID = (
    Order(Kind(tellings.supervised, 3, how={"number": 3}), 2018, 2),
    Order(Kind(tellings.disciplined, how={"abroad": True}), 2016, 2),
    Order(Kind(tellings.considered), 2018, 2),
    # one decided on the last day of the ledger, and one on the day after it
    Order(Kind(tellings.struck_off, leaves=True, how={"ground": "bo_sinh_hoat"}), 2018, 2, days=(148, 149)),
    Order(Kind(tellings.expelled_alone, leaves=True), 2017, 1),
)  # fmt: skip
WHOLE = free(FIRST, LAST)
BEST = Grade.Level.values[0]
#: What each line is counted out of, by its definition: a record of one is a record of the others.
WITHIN = {
    "F-12": "F-11", "F-11": "F-09", "F-14": "F-13", "F-13": "F-10", "F-16": "F-15", "F-17": "F-15", "F-18": "F-15",
    "F-15": "F-21", "F-02": "F-21",
}  # fmt: skip


@pytest.fixture(scope="module")
def province(django_db_setup, django_db_blocker):
    """The small ledger, laid once for this module and taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        built = build(SMALL, wanted=LAID, code="so-cai-nho")
        yield built.organisation
        transaction.set_rollback(True)


@pytest.fixture
def kept(province, django_db_blocker):
    """The ledger as it is, whatever a test takes from it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield province
        transaction.set_rollback(True)


def told(unit, period=WHOLE):
    keeping.refresh_all()
    return {one.id: one.text for one in lines(unit, period)}


def test_each_line_counts_the_records(kept):
    assert told(kept) == {
        "F-01": "100%", "F-02": "76", "F-03": "2", "F-04": "2", "F-05": "12%", "F-06": "76%", "F-07": "11%",
        "F-08": "1%", "F-09": "2", "F-10": "6", "F-11": "2", "F-12": "2", "F-13": "0", "F-14": "0", "F-15": "2",
        "F-16": "0", "F-17": "1", "F-18": "1", "F-19": "3/20", "F-20": "15%", "F-21": "2,63%",
    }  # fmt: skip


def test_the_years_add_up_to_the_whole_in_every_line_that_counts(kept):
    keeping.refresh_all()
    whole = {one.id: one.value for one in lines(kept, WHOLE)}
    years = by_year(kept, WHOLE)

    counting = sorted(name for name, value in whole.items() if isinstance(value, int))
    added = {
        name: sum(one.value for ours in years.values() for one in ours if one.id == name)
        for name in counting
    }
    assert len(counting) == 13
    standing = {"F-04"}  # what stands open at the end of each year
    assert {name: added[name] for name in added if name not in standing} == {
        name: whole[name] for name in counting if name not in standing
    }
    left, came = zip(
        *[one.value for ours in years.values() for one in ours if one.id == "F-21"], strict=True
    )
    assert [sum(left), sum(came)] == whole["F-21"]


def test_every_page_of_a_file_opens_and_it_is_decided_again_without_a_difference(kept):
    kinds = ("P8.XT", "HN", "P1.CD")[: None if campaign.WHOLE else 1]
    cases = [Case.objects.filter(procedure=one).earliest("pk") for one in kinds]

    assert refused(cases) == []
    with as_the_system():
        again = list(replaying.weighed(cases, replaying.engine(), Books()))
    assert {one.case.procedure: one.deviations for one in again if one.count} == {}


def test_every_history_holds_and_decides_again_as_it_was_recorded(kept):
    report = verification.verify()

    assert not report.faults, report.faults[0]
    assert report.records == StepRecord.objects.count() > 100
    for record in StepRecord.objects.order_by("?")[:40]:
        assert decided_again(record).outcome is Outcome.SAME, record


def decided_again(record):
    """What the rule book says today of a record's own facts, under the edition it was given by."""
    edition, content = json.loads(record.edition.content), json.loads(record.content)
    facts, standing = (json.loads(one.content) for one in (record.facts, record.standing))
    book = law_of(edition, record.acted_on.isoformat(), whole(law.book()))
    return decide_again(content, record.inputs, facts, standing, edition, book)


def test_papers_have_numbers_and_are_printed_when_first_opened(kept):
    decision = Paper.objects.filter(
        kind__startswith="QD-04", body__organisation__kind="chi_bo"
    ).first()

    assert decision.number_text.endswith("QĐ/CB")
    assert print_paper(decision.pk).pages == 1
    assert not Paper.objects.filter(state="cho_in").exists()


def test_one_record_less_moves_its_line_and_those_it_is_part_of_and_no_other(kept):
    all_of_it = told(kept)
    moved = {
        "F-10": without(kept, all_of_it, "P1.CD"),
        "F-12": without(kept, all_of_it, "P3.DV"),
        "F-04": without(kept, all_of_it, "P5.CB", stage="da_nghe"),
        "F-03": without(kept, all_of_it, "P5.CB", stage="da_trao"),
        "F-18": without(kept, all_of_it, "P5.DV"),
        "F-17": without(kept, all_of_it, "P8.XT"),
    }

    with taken_back():
        Membership.objects.filter(status="du_bi").first().delete()
        moved["F-02"] = changed(all_of_it, told(kept))
    assert {line: set(found) for line, found in moved.items()} == {
        line: set(whole_of(line)) for line in moved
    }
    assert moved["F-10"] == {"F-10": "3"}  # the file of three members
    assert moved["F-12"] == {"F-09": "1", "F-11": "1", "F-12": "1"}
    assert moved["F-03"] == {"F-03": "1"}
    assert moved["F-17"] == {"F-15": "1", "F-17": "0", "F-21": "1,32%"}
    assert moved["F-18"] == {"F-15": "1", "F-18": "0", "F-21": "1,32%"}
    assert moved["F-02"] == {"F-02": "75", "F-21": "2,67%"}


def whole_of(line):
    """A line and all it is part of."""
    while line:
        yield line
        line = WITHIN.get(line)


def test_one_entry_of_a_register_less_moves_its_share(kept):
    all_of_it = told(kept)

    with taken_back():
        Cascade.objects.filter(unlinked_on=None).update(unlinked_on=FIRST, reason="Nhầm")
        assert changed(all_of_it, told(kept)) == {"F-01": "0%"}
    with taken_back():
        away = Absence.objects.exclude(address="").first()
        Absence.objects.filter(pk=away.pk).update(superseded_by=later(away))
        assert changed(all_of_it, told(kept)) == {"F-19": "3/19", "F-20": "15,8%"}


def without(unit, before, procedure, **which):
    """The lines that change when one file of that procedure is not counted."""
    with taken_back():
        keeping.refresh_all()
        file = Case.objects.filter(procedure=procedure, **which).earliest("pk")
        Counted.objects.filter(case=file).delete()
        return changed(before, {one.id: one.text for one in lines(unit, WHOLE)})


def changed(before, after):
    return {name: after[name] for name in before if before[name] != after[name]}


def later(absence):
    """The same absence told anew: the member came back before the ledger's last day."""
    told_anew = absence.retold(LAST, returned_on=LAST)
    told_anew.save()
    return told_anew


@contextmanager
def taken_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_a_decision_of_the_day_after_the_last_is_not_in_it(kept):
    struck_off = Exit.objects.filter(kind="xoa_ten").order_by("decided_on")
    one_day_more = free(FIRST, LAST + timedelta(days=1))

    assert [one.decided_on for one in struck_off] == [LAST, date(2018, 7, 1)]
    assert changed(told(kept), told(kept, one_day_more)) == {
        "F-15": "3",
        "F-17": "2",
        "F-21": "3,95%",
    }


def test_whoever_was_expelled_without_an_inspection_is_not_among_the_disciplined_through_one(kept):
    keeping.refresh_all()
    (disciplined,) = [one for one in lines(kept, WHOLE) if one.id == "F-12"]

    assert {one.head: one.value for one in disciplined.readings} == {
        "qua kiểm tra": 2, "mọi nguồn": 3, "khai trừ trong số qua kiểm tra": 0,
    }  # fmt: skip


def test_years_of_unequal_numbers_have_another_mean_than_all_of_them_together(kept):
    even, others = best(kept), Grade.objects.filter(period="2016").exclude(level=BEST)

    taken_back_by = GradeImport.objects.get(taken__in=others[:1])
    Grade.objects.filter(pk__in=list(others.values_list("pk", flat=True)[:60])).update(
        superseded_in=taken_back_by
    )

    assert even == {"trung bình các năm": "12%", "gộp các năm": "12%"}
    assert best(kept) == {
        "trung bình các năm": "18%",  # 12 of 100, 12 of 40, 12 of 100
        "gộp các năm": "15%",  # 36 of 240
    }


def best(unit):
    """The share of the best level, by each reading."""
    (line,) = [one for one in lines(unit, WHOLE) if one.id == "F-05"]
    return {one.head: one.text for one in line.readings}


def test_the_figures_stay_when_the_province_goes_on_in_another(kept):
    before, day = told(kept), date(2025, 7, 1)
    heir = Organisation.objects.create(
        code="tinh-noi-tiep", kind="tinh", name="Tỉnh ủy Mẫu Phú", first_day=day
    )
    Succession.objects.create(
        predecessor=kept, successor=heir, day=day, document="Nghị quyết (mẫu)"
    )
    Placement.objects.filter(parent=kept).update(last_day=day - timedelta(days=1))
    Organisation.objects.filter(pk=kept.pk).update(last_day=day - timedelta(days=1))

    assert told(kept) == before


def test_before_the_data_there_is_nothing_and_no_share_of_it(kept):
    texts = told(kept, free(date(2013, 1, 1), date(2013, 12, 31)))

    assert set(texts.values()) == {"0", "—"}
