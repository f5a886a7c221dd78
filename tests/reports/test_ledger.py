"""The ledger on a small scale: a few files of each kind, filled in from blanks, and the lines they give."""

import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import transaction

import law
from cases import verification
from cases.models import Case, StepRecord
from cases.stories.ledger import tellings
from cases.stories.ledger.building import build
from cases.stories.ledger.plan import FIRST, LAST, Figures, Kind, Order
from documents.models import Paper
from documents.printing import print_paper
from law.editions import whole
from registry.absence_models import Absence
from registry.guidance_models import Cascade
from registry.models import Exit, Membership, Organisation, Placement, Succession
from reports.counted_models import Counted
from reports.counting import keeping
from reports.ledger import by_year, lines
from reports.periods import free
from workflows.replay import Outcome, decide_again, law_of

#: A hundredth of the registers, three districts; the files are those laid below.
SMALL = replace(
    Figures(), admitted=76, away=20, undeclared=3, units=3, quiet=4, graded=(12, 76, 11, 1), asked=0, struck_off=2,
    expelled=0, inspected=30,
)  # fmt: skip
LAID = (
    Order(Kind(tellings.supervised, 3, how={"number": 3}), 2018, 2),
    Order(Kind(tellings.disciplined, how={"abroad": True}), 2016, 2),
    Order(Kind(tellings.considered), 2018, 2),
    Order(Kind(tellings.struck_off, leaves=True, how={"ground": "bo_sinh_hoat"}), 2015, 2),
)
WHOLE = free(FIRST, LAST)


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
        "F-16": "0", "F-17": "2", "F-18": "0", "F-19": "3/20", "F-20": "15%", "F-21": "2,63%",
    }  # fmt: skip
    parts = by_year(kept, WHOLE)
    assert sum(one.value for ours in parts.values() for one in ours if one.id == "F-10") == 6


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


def test_one_record_less_moves_one_line_by_one(kept):
    all_of_it = told(kept)

    assert without(kept, all_of_it, "P1.CD") == {"F-10": "3"}  # the file of three members
    assert without(kept, all_of_it, "P3.DV") == {
        "F-09": "1",
        "F-11": "1",
        "F-12": "1",
    }  # one inspected, and so on
    assert without(kept, all_of_it, "P5.CB", stage="da_nghe") == {"F-04": "1"}
    assert without(kept, all_of_it, "P5.CB", stage="da_trao") == {"F-03": "1"}
    assert without(kept, all_of_it, "P8.XT") == {"F-15": "1", "F-17": "1", "F-21": "1,32%"}
    with taken_back():
        Membership.objects.filter(status="du_bi").first().delete()
        assert changed(all_of_it, told(kept)) == {"F-02": "75", "F-21": "2,67%"}
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
        file = Case.objects.filter(procedure=procedure, **which).order_by("pk").last()
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


def test_a_decision_after_the_last_day_is_not_in_it(kept):
    last = Exit.objects.order_by("decided_on").last().decided_on

    assert told(kept, free(FIRST, last))["F-15"] == "2"
    assert told(kept, free(FIRST, last - timedelta(days=1)))["F-15"] == "1"


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
