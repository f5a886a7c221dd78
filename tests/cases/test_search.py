"""Finding files and papers by words: whatever the marks, and of what one may open alone."""

from __future__ import annotations

import unicodedata

import pytest

from cases import search_words
from cases.models import Case
from cases.paging import Place
from cases.queries import papers_for, visible_to
from cases.search import find_files, find_papers
from cases.search_models import FileWords, PaperWords
from permissions.ways import Part
from registry.models import Person
from tests.cases.supervision import TODAY, Supervision, lay_province

#: Words of the sample supervision: of its heading, and of what only lies in it.
SUBJECT, INSIDE = "Chi bộ thôn", "bỏ sinh hoạt"


@pytest.fixture
def supervision(db) -> Supervision:
    told = Supervision(lay_province()).goes_to("record_finding")
    search_words.refresh()
    return told


def files(person: Person, words: str) -> list[Case]:
    return list(find_files(person, TODAY, words, Place(), 25).rows)


def papers(person: Person, words: str) -> list[str]:
    return [held.paper.number_text for held in find_papers(person, TODAY, words, Place(), 25).rows]


def test_a_file_is_found_by_heading_and_by_what_lies_in_it_as_far_as_one_reads(supervision):
    case, officer = supervision.case, supervision.who("canbo")
    print(FileWords.objects.values_list())
    print([str(p) for p in papers_for(officer, TODAY)])
    subject = str(case.subjects.get())
    for typed in (
        subject, subject.upper(), unicodedata.normalize("NFD", subject), case.reference,
        case.title.lower(), " ".join(reversed(subject.split())), case.body.name,
    ):  # fmt: skip
        assert files(officer, typed) == [case], typed
    assert 0
