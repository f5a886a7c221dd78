"""The told matters, compared with their table: dates, numbers, outcomes, papers."""

import json
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from cases.models import Case, RecordPaper, StepRecord
from documents.models import Paper
from tests import databases

#: Story (a), part A: the day of each deed and the numbers it gave.
A = [
    ("propose", date(2017, 6, 12), []),
    ("consider_proposal", date(2017, 6, 15), []),
    ("decide", date(2017, 6, 15), ["03-QĐ/UBKTĐU", "04-KH/UBKTĐU"]),
    ("prepare", date(2017, 6, 15), []),
    ("open", date(2017, 6, 20), []),
    ("receive_report", date(2017, 6, 30), []),
    ("verify", date(2017, 7, 7), []),
    ("draft", date(2017, 7, 14), []),
    ("confer", date(2017, 7, 21), []),
    ("finalise", date(2017, 7, 25), ["01-BC/ĐGS"]),
    ("consider_result", date(2017, 7, 28), []),
    ("find_shortcoming", date(2017, 7, 28), []),
    ("find_signs", date(2017, 7, 28), []),
    ("decide_to_inspect", date(2017, 7, 28), []),
    ("conclude", date(2017, 7, 28), ["06-TB/UBKTĐU"]),
    ("announce", date(2017, 8, 1), []),
    ("receive_remedy", date(2017, 9, 29), []),
    ("follow_up", date(2017, 9, 29), []),
    ("close", date(2017, 9, 29), []),
]


#: Story (a), part B: the inspection of the sign that part A found.
B = [
    ("follow_up_sign", date(2017, 8, 8), []),
    ("decide", date(2017, 8, 8), ["04-QĐ/UBKTĐU", "05-KH/UBKTĐU"]),
    ("prepare", date(2017, 8, 8), []),
    ("open", date(2017, 8, 11), []),
    ("receive_explanation", date(2017, 8, 25), []),
    ("verify", date(2017, 9, 8), []),
    ("verify_further", date(2017, 9, 8), []),
    ("exchange", date(2017, 9, 15), []),
    ("confer", date(2017, 9, 22), []),
    ("finalise", date(2017, 9, 26), ["01-BC/ĐKT"]),
    ("consider_result", date(2017, 9, 28), []),
    ("ask_lower_body", date(2017, 9, 28), []),
    ("conclude", date(2017, 9, 29), ["07-TB/UBKTĐU"]),
    ("announce", date(2017, 10, 3), []),
]


@dataclass
class Told:
    """What one telling printed, and the folder it left its papers in."""

    text: str
    folder: Path


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker, tmp_path_factory):
    """The stories told once for all tests of this file."""
    folder, out = tmp_path_factory.mktemp("story"), StringIO()
    with django_db_blocker.unblock():
        call_command("story", to=folder, stdout=out)
        yield Told(out.getvalue(), folder)
        databases.renew_copy()


def told_as(table, case):
    """Whether each step of the table was taken once, on its day, and gave its numbers."""
    for step, day, numbers in table:
        record = StepRecord.objects.get(case=case, step=step)
        held = RecordPaper.objects.filter(record=record).order_by("paper__number_text")
        given = [p.paper.number_text for p in held if p.paper.number_text]
        assert (record.acted_on, given) == (day, numbers), step
    return True


def test_the_stories_are_told_as_they_are_written(told):
    lines = told.text.strip().splitlines()
    papers = list(told.folder.glob("*.pdf"))

    assert (
        lines[-1]
        == f"story: 3 matters, {StepRecord.objects.count()} steps, {len(papers)} papers, history verified"
    )
    assert len(papers) == Paper.objects.count()
    assert not any(" " in path.name for path in papers)
    assert all(path.read_bytes().startswith(b"%PDF") for path in papers)

    a = Case.objects.get(procedure="P1.CD", opened_on__year=2017)
    assert told_as(A, a)
    assert a.stage == "da_luu"
    assert [f.stage for f in a.findings.filter(superseded_by=None).order_by("number")] == [
        "c1",
        "dh",
    ]

    b = Case.objects.get(procedure="P3.DV")
    assert b.origin == a
    assert told_as(B, b)
    assert [f.stage for f in b.findings.filter(superseded_by=None)] == ["c3b"]

    c = Case.objects.get(procedure="P1.CD", opened_on__year=2026)
    assert (c.opened_on, c.closed_on) == (date(2026, 9, 8), date(2026, 10, 30))
    assert [f.stage for f in c.findings.filter(superseded_by=None)] == ["c0"]
    layouts = {p.paper.layout for p in RecordPaper.objects.filter(case=c)}
    assert layouts == {"2026"}
    assert {p.paper.layout for p in RecordPaper.objects.filter(case=a)} == {"2018-gan-dung"}


def test_no_paper_of_2017_names_a_law_that_did_not_exist(told):
    words = json.dumps(
        [p.paper.values for p in RecordPaper.objects.filter(case__opened_on__year=2017)],
        ensure_ascii=False,
    )

    for later in ("684-QĐ", "102-QĐ", "02-HD/UBKTTW", "294-QĐ", "22-QĐ/TW", "296-QĐ"):
        assert later not in words
    assert "86-QĐ/TW" in words


def test_every_line_of_a_step_names_day_office_rule_and_confidence(told):
    steps = [line for line in told.text.splitlines() if "[" in line]

    assert len(steps) == StepRecord.objects.count()
    assert all("one_text]" in line or "confirmed]" in line for line in steps)


def test_told_twice_the_numbers_begin_again_in_a_province_of_its_own(told):
    call_command("story", to=told.folder / "lan-hai", stdout=StringIO())

    numbers = Paper.objects.filter(number_text="03-QĐ/UBKTĐU")
    assert numbers.count() == 2
    assert len({paper.body_id for paper in numbers}) == 2


def test_each_family_is_told_under_its_letter_and_has_a_page_with_pictures(told):
    lines = told.text.splitlines()

    for letter, first in (("a", "GS-2017-0001"), ("c", "GS-2026-0001")):
        at = next(n for n, line in enumerate(lines) if line.startswith(f"Vụ việc ({letter}): "))
        assert lines[at + 2].startswith(first)
        page = told.folder / f"{letter}.html"
        assert f"  ({letter}) {page}" in lines
        assert first in page.read_text(encoding="utf-8")
    assert list((told.folder / "anh").glob("*.png"))
