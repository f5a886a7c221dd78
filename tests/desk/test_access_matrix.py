"""Who may see what: every cell of the matrix asked by HTTP and of the database, and holes planted on purpose.

What is expected comes from desk/access/matrix.csv alone.
"""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Value
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from cases import opened, queries, readers
from cases.models import Case, RecordPaper
from cases.paging import Leaf
from config.logins import OWNER
from desk import reads
from desk.access import matrix
from desk.access.asking import VERBS, Asker
from desk.access.cast import COLUMNS, castings
from desk.access.check import SETTINGS, cells, fault, faults_of_the_database, of_surface
from desk.access.matrix import Right, Surface
from desk.access.matters import lay
from desk.access.serves import NOTHING_OF_FILES, SERVES
from desk.urls import urlpatterns as ours
from desk.views import exports
from proof import reader
from registry import clock
from tests import campaign, databases
from tests.campaign import WHOLE
from tests.desk.addresses import every_name

ASKED = [row for row in matrix.rows() if row.served and row.surface is not Surface.SQL]
#: Cells that must at least be asked by HTTP; a campaign, and `access check`, asks by every verb.
LEAST = 5000 if WHOLE else 200


@pytest.fixture(scope="module")
def laid(django_db_setup, django_db_blocker):
    """The sample site of the check, laid once and cleared away with its database."""
    with django_db_blocker.unblock(), override_settings(**SETTINGS):
        yield lay(clock.today())
        databases.renew_copy()


@pytest.fixture(scope="module")
def asker(laid) -> Asker:
    return Asker(laid)


def of_row(row, asker):
    """The cells of a row; outside a campaign each 20th by the verb it is meant for, each 310th of the others."""
    for number, cell in enumerate(cells(asker, [row])):
        place = number // len(VERBS) + VERBS.index(cell.verb)
        natural = cell.verb == cell.probe.method
        if WHOLE or place % (20 if natural else 310) == 0:
            yield cell


class TestEveryCell:
    @pytest.mark.parametrize("row", ASKED, ids=str)
    def test_is_answered_as_it_is_written(self, row, asker):
        found = list(of_row(row, asker))

        assert [wrong for cell in found if (wrong := fault(cell, asker))] == []
        assert found, "a row of which no file has anything"

    def test_and_they_are_many_on_every_surface(self, asker):
        many = Counter(row.surface for row in ASKED for _cell in of_row(row, asker))

        assert sum(many.values()) >= LEAST
        assert set(many) == set(Surface) - {Surface.SQL}

    def test_is_shown_or_hidden_by_the_database_itself(self, laid):
        told = list(faults_of_the_database(laid, of_surface(Surface.SQL)))

        assert [wrong for wrong in told if wrong] == []
        assert len(told) > 300


class TestTheTable:
    def test_every_row_speaks_of_every_column(self):
        for row in matrix.rows():
            assert set(row.rights) == set(COLUMNS), str(row)

    def test_nobody_reads_anything_by_being_an_administrator_a_neighbour_or_nobody(self):
        shut = ("quan_tri", "khach", "xa_ben", "nguoi_ngoai", "thoi_chuc", "ngoai_le_het")
        for row in matrix.rows():
            for column in shut:
                assert row.rights[column] not in (Right.READ, Right.MAY), (str(row), column)

    def test_a_column_without_anybody_to_play_it_waits(self):
        for column in COLUMNS:
            if not castings(column):
                said = {row.rights[column] for row in matrix.rows()}
                assert said <= {Right.WAITING, Right.NOT_KEPT}, column

    def test_it_is_written_as_others_read_tables(self):
        path = Path(matrix.__file__).with_name("matrix.csv")
        lengths = {len(line) for line in csv.reader(StringIO(path.read_text(encoding="utf-8")))}
        assert len(lengths) == 1


class TestWhatWaits:
    def test_every_address_says_what_it_serves(self):
        assert set(SERVES) | NOTHING_OF_FILES == every_name()
        assert not set(SERVES) & NOTHING_OF_FILES

    def test_no_address_serves_what_the_matrix_says_is_still_to_come(self):
        waiting = {(row.data, row.surface) for row in matrix.rows() if not row.served}
        served = {(row.data, row.surface) for row in matrix.rows() if row.served}
        for name, things in SERVES.items():
            assert not set(things) & (waiting - served), name
            assert set(things) <= served, f"{name} serves what no row asks for"

    def test_an_address_that_serves_what_waits_is_found(self, monkeypatch):
        monkeypatch.setitem(SERVES, "papers", (("chua_co_hang_nao", Surface.LIST),))

        with pytest.raises(AssertionError):
            self.test_no_address_serves_what_the_matrix_says_is_still_to_come()


def everything(*_asked, **_more):
    """What a query returns that forgot to ask who reads."""
    return Case.objects.all()


def every_inside(*_asked, **_more):
    return Case.objects.annotate(is_inside=Value(True))


def every_file(_person, _at, narrow, among, _place, _size):
    cases = queries.with_next_deadline(narrow(Case.objects.all() if among is None else among))
    return Leaf(list(cases.select_related("body")))


def tells_the_title(_request, pk):
    return HttpResponse(Case.objects.get(pk=pk).title)


#: A site with a page of an administrator.
urlpatterns = [path("admin/cases/case/<int:pk>/change/", tells_the_title), *ours]

#: By surface: the address at which a hole is planted, what is replaced, and by what.
HOLES = {
    Surface.PAGE: ("case", "desk.views.work.visible_to", everything),
    Surface.LIST: ("cases", "desk.gathering.work.newest", every_file),
    Surface.SEARCH: ("cases q", "desk.gathering.work.newest", every_file),
    Surface.EXPORT: ("cases-export", "desk.views.exports.visible_to", everything),
    Surface.DOWNLOAD: (
        "paper-pdf",
        "desk.views.papers.visible_paper",
        lambda _person, _today, paper: RecordPaper.objects.filter(paper=paper),
    ),
    Surface.API: ("api case", "cases.queries.visible_to", everything),
    Surface.ERROR: ("step add_evidence", "desk.views.steps.with_evidence", every_inside),
}


#: Relations to which nothing of a file is open; the planted holes are looked for by these.
SHUT = {"xa_ben", "nguoi_ngoai", "ngoai_le_het", "quan_tri"}


def faults_at(address, asker) -> list[str]:
    asker.forget()
    found = [
        cell
        for cell in cells(asker, [row for row in ASKED if row.address == address])
        if cell.casting.column in SHUT and cell.verb == cell.probe.method
    ]
    wrong = [fault(cell, asker) for cell in found]
    asker.forget()
    return list(filter(None, wrong))


@pytest.fixture
def second_wall_down(monkeypatch):
    """Every statement is sent as the site's own."""
    monkeypatch.setattr(reader, "current", lambda: reader.SYSTEM)


@pytest.fixture
def read_log_down(monkeypatch):
    """No read is noted, so none is refused for want of a way into the file."""
    monkeypatch.setattr(reads, "note", lambda *_read, **_more: None)


class TestAHolePlantedOnPurpose:
    @pytest.mark.parametrize("surface", HOLES, ids=str)
    def test_turns_its_surface_red(
        self, surface, asker, monkeypatch, second_wall_down, read_log_down
    ):
        address, name, hole = HOLES[surface]
        assert faults_at(address, asker) == []

        monkeypatch.setattr(name, hole)

        assert any("xa_ben" in wrong for wrong in faults_at(address, asker))

    @pytest.mark.parametrize("surface", [Surface.LIST, Surface.SEARCH, Surface.EXPORT], ids=str)
    def test_shows_nothing_while_the_database_stands_behind_it(self, surface, asker, monkeypatch):
        address, name, hole = HOLES[surface]
        monkeypatch.setattr(name, hole)

        assert faults_at(address, asker) == []

    @pytest.mark.parametrize("surface", [Surface.PAGE, Surface.DOWNLOAD, Surface.API], ids=str)
    def test_shows_nothing_that_the_read_log_cannot_say_why(
        self, surface, asker, monkeypatch, second_wall_down
    ):
        address, name, hole = HOLES[surface]
        monkeypatch.setattr(name, hole)

        assert [wrong for wrong in faults_at(address, asker) if ": thấy " in wrong] == []

    def test_a_count_of_what_is_hidden_is_found(self, asker, monkeypatch):
        page = exports.ExportPage
        monkeypatch.setattr(
            exports, "ExportPage", lambda **said: page(**{**said, "counted": "1 hồ sơ"})
        )

        assert any("xa_ben" in wrong for wrong in faults_at("cases-export n", asker))

    @pytest.mark.urls(__name__)
    def test_a_page_of_an_administrator_is_found(self, asker, second_wall_down):
        assert any("quan_tri" in wrong for wrong in faults_at("admin case", asker))

    def test_an_exception_whose_days_are_over_is_found(self, asker, monkeypatch, second_wall_down):
        every = apps.get_model("permissions", "PersonalGrant").objects
        monkeypatch.setattr(readers, "granted", lambda person, *_when: every.filter(person=person))
        _ask_anew()

        wrong = faults_at("case", asker)
        monkeypatch.undo()
        _ask_anew()

        assert any("ngoai_le_het" in one for one in wrong)
        assert faults_at("case", asker) == []

    def test_a_hole_in_the_second_wall_is_found(self, laid):
        owner = databases.connect(OWNER, databases.current())
        with owner.cursor() as cursor:
            cursor.execute("CREATE POLICY hole ON cases_case FOR SELECT USING (true)")
            try:
                wrong = [
                    one for one in faults_of_the_database(laid, of_surface(Surface.SQL)) if one
                ]
            finally:
                cursor.execute("DROP POLICY hole ON cases_case")
        owner.close()

        assert any("cases_case" in one and "xa_ben" in one for one in wrong)
        assert not [one for one in faults_of_the_database(laid, of_surface(Surface.SQL)) if one]


def _ask_anew() -> None:
    """Put the ways into SQL again, as after a change of the code."""
    for kept in vars(opened).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()


@campaign.only
def test_the_command_asks_a_site_of_its_own(monkeypatch, laid):
    """One surface, in a new database of a new server; the rest is asked above."""
    said, before = StringIO(), Case.objects.count()

    call_command("access", "check", "--surface", "sql", stdout=said, stderr=StringIO())

    assert said.getvalue().splitlines()[-1].endswith(" cells, 0 mismatches")
    assert Case.objects.count() == before
