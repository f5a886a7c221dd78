"""Finding files and papers by words: however they are spelled, and of what one may open alone."""

from __future__ import annotations

import unicodedata
from io import StringIO

import pytest
from django.core.management import call_command

from cases import search_words
from cases.models import Case
from cases.paging import Place
from cases.queries import matters, papers_for, visible_to
from cases.search import find_files, find_papers
from cases.search_models import FileWords, PaperWords
from cases.search_words import INSIDE, of_senders
from documents.states import OPEN
from permissions.ways import Part
from registry.models import Person
from tests.cases.supervision import TODAY, Supervision, lay_province

#: A word of the name of the cell, which every paper of the file bears; one that stands in its minutes alone.
NAMED, IN_MINUTES = "thôn", "đối chiếu với sổ sách"

#: Of the committee, its team, who audits its files, and somebody of elsewhere.
READERS = ("canbo", "vanthu", "phochunhiem", "giamsat", "thon2a")


@pytest.fixture
def supervision(db) -> Supervision:
    told = Supervision(lay_province()).goes_to("record_finding")
    search_words.refresh()
    return told


def files(person: Person, words: str) -> list[Case]:
    return list(find_files(person, TODAY, words, Place(), 25).rows)


def papers(person: Person, words: str) -> list[str]:
    return [held.paper.number_text for held in find_papers(person, TODAY, words, Place(), 25).rows]


def test_a_file_is_found_however_its_heading_is_spelled(supervision):
    case, officer = supervision.case, supervision.who("canbo")
    subject = str(case.subjects.get())

    for typed in (
        unicodedata.normalize("NFD", subject.upper()), "chi bo thon thu mot",
        " ".join(reversed(subject.split())), case.reference.lower(), f"{case.body.name} giám",
    ):  # fmt: skip
        assert files(officer, typed) == [case], typed
    for typed in ("thơm", "/-"):
        assert files(officer, typed) == []


def test_everybody_finds_exactly_what_they_may_open(supervision):
    for short in READERS:
        person = supervision.who(short)
        told = {one.pk for one in matters(visible_to(person, TODAY))}
        inside = {one.pk for one in matters(visible_to(person, TODAY, Part.EVIDENCE))}
        open_papers = papers_for(person, TODAY).exclude(paper__state__in=OPEN)

        assert {one.pk for one in files(person, NAMED)} == told, short
        assert {one.pk for one in files(person, IN_MINUTES)} == inside, short
        found = find_papers(person, TODAY, NAMED, Place(), 25).rows
        assert {one.pk for one in found} == {one.pk for one in open_papers}, short
    officer, clerk, other = (supervision.who(one) for one in ("canbo", "vanthu", "thon2a"))
    assert [len(files(one, NAMED)) for one in (officer, clerk, other)] == [1, 1, 0]
    assert [len(files(one, IN_MINUTES)) for one in (officer, clerk, other)] == [1, 0, 0]


def test_a_paper_is_found_by_its_number_and_pages_are_leafed_by_the_last_row_seen(supervision):
    officer = supervision.who("canbo")

    for typed in ("01-QĐ/UBKTĐU", "1-qd/ubktdu", "01-qđ", "QĐ/UBKTĐU"):
        assert "01-QĐ/UBKTĐU" in papers(officer, typed), typed  # beside what cites it
    assert papers(officer, "02-QĐ") == []

    every = [one.pk for one in find_papers(officer, TODAY, NAMED, Place(), 25).rows]

    first = find_papers(officer, TODAY, NAMED, Place(), 3)
    then = find_papers(officer, TODAY, NAMED, Place(first.rows[-1].paper_id), 3)
    back = find_papers(officer, TODAY, NAMED, Place(then.rows[0].paper_id, back=True), 3)

    assert [one.pk for one in (*first.rows, *then.rows)] == every[:6]
    assert (first.before, first.after, back.rows) == (False, True, first.rows)


def test_words_follow_the_file_and_can_be_laid_again_from_it(supervision):
    officer = supervision.who("canbo")
    assert search_words.refresh() == 0

    supervision.goes_to("finalise")

    assert search_words.refresh() == 1
    assert search_words.refresh_all() == 0
    kept = list(FileWords.objects.values()), list(PaperWords.objects.order_by("pk").values())
    Case.objects.filter(pk=supervision.case.pk).update(title="Tên khác hẳn")
    call_command("search", "rebuild", stdout=(told := StringIO()))
    assert told.getvalue() == "Đã đọc 1 hồ sơ.\n"
    assert files(officer, "khác hẳn") == [supervision.case]
    assert list(PaperWords.objects.order_by("pk").values()) == kept[1]


def test_nothing_that_is_written_about_a_sender_is_searched():
    assert {"P0.TN", "P6.DV"} <= of_senders()  # letters that come in, and denunciations
    assert not {"P1.CD", "P3.DV", "P5.DV"} & of_senders()
    assert not {one for one in INSIDE if one.value.startswith(("den", "bao_nguoi_gui", "xac_minh"))}
