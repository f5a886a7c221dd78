"""No row stands in any table without an entry that accounts for it; a table nobody declared is a fault."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from cases.models import Attachment, Case, Edition, FileRow, Subject
from cases.read_log import note
from cases.read_models import ReadEntry, ReadPart
from config import accounts
from config.accounts import Way
from documents.models import BookEntry, Journal
from documents.printing import print_pending
from registry import offices
from registry.deeds import GivePost
from registry.models import Position, Post, RegisterEntry
from registry.provinces import load
from tests.cases.supervision import TODAY, Supervision, lay_province


def beside_its_seeds(found, province):
    """What is found beside the tree and the people that were laid, table by table, before the first deed.

    As many rows of a table as the province's own file lays there are nobody's deed.
    """
    with transaction.atomic():
        before = accounts.unaccounted()
        load(province, code="gieo-lai")
        after = accounts.unaccounted()
        transaction.set_rollback(True)
    seeds = {table: len(keys) - len(before.get(table, ())) for table, keys in after.items()}
    return {table: keys for table, keys in found.items() if len(keys) > seeds.get(table, 0)}


def test_every_table_says_by_which_entry_its_rows_are_accounted_for():
    assert list(accounts.faults()) == []


def test_a_table_nobody_declared_or_that_could_be_edited_is_a_fault():
    declared = accounts.accounts()
    work = declared["cases_workrow"]

    unknown = {table: one for table, one in declared.items() if table != "registry_journey"}
    editable = declared | {work.table: replace(work, way=Way.ITSELF)}

    assert list(accounts.faults(unknown)) == ["registry_journey: chưa khai theo bản ghi nào"]
    assert list(accounts.faults(editable)) == ["cases_workrow: là nhật ký mà sửa được"]


@pytest.fixture
def told(db):
    """A supervision with papers and a file handed in, a post given, a read; and what was there before."""
    province = lay_province()
    before = accounts.unaccounted()
    told = Supervision(province).goes_to("record_finding")
    return told, before


def test_each_deed_leaves_one_entry_and_no_row_without_it(told):
    told, before = told
    counted = {model: model.objects.count() for model in (RegisterEntry, ReadEntry)}
    scan = b"%PDF-1.7 handed in"
    about = {"sha256": hashlib.sha256(scan).hexdigest(), "name": "so.pdf", "size": len(scan)}
    Attachment.objects.create(**about, kind="application/pdf", content=scan)

    record = told.take("add_evidence", by="uyvien2", title="Sổ", given_by="Chi ủy", scan=about)
    offices.record(
        GivePost(
            in_body=told.province.bodies["ubkt"], person=told.who("thon2a"), position=Position.OFFICER,
            first_day=TODAY, document="12-QĐ/ĐU",
        ),
        by=told.who("chunhiem"), today=TODAY,
    )  # fmt: skip
    note(told.who("chunhiem"), TODAY, told.case, ReadPart.FILE)
    print_pending()

    case = Case.objects.get(pk=told.case.pk)
    assert (case.records, case.head) == (record.sequence, record.hash)
    assert [model.objects.count() - was for model, was in counted.items()] == [1, 1]
    assert accounts.unaccounted() == before


def _post(told):
    return Post.objects.create(
        person=told.who("thon2a"), body=told.case.body, position="can_bo", first_day=TODAY
    )


def _row(told):
    """A row in one file that says a step of another laid it."""
    other = Supervision(told.province).goes_to("propose")
    return FileRow.objects.create(
        case=told.case, number=99, kind="tai_lieu", facts={}, words={}, laid_by=other.last
    )


def _book(told):
    Journal.objects.get_or_create(body=told.case.body, defaults={"head": "0" * 64})
    return BookEntry.objects.create(
        body=told.case.body, deed="huy", sequence=999, content="{}", hash="0" * 64,
        recorded_at=timezone.now(),
    )  # fmt: skip


def _edition(told):
    return Edition.objects.create(sha256="e" * 64, procedure="GS", content="{}")


def _file(told):
    return Attachment.objects.create(
        sha256="f" * 64, name="la.pdf", kind="application/pdf", size=1, content=b"1"
    )


def _subject(told):
    other = Supervision(told.province).goes_to("propose")
    return Subject.objects.create(
        case=told.case, number=9, laid_by=other.last, person=told.who("thon2a")
    )


def test_every_row_that_came_by_no_deed_is_named(told):
    told, before = told
    planted = [plant(told) for plant in (_post, _row, _book, _edition, _file, _subject)]

    found = accounts.unaccounted()

    added = {table: set(keys) - set(before.get(table, ())) for table, keys in found.items()}
    assert {table: keys for table, keys in added.items() if keys} == {
        one._meta.db_table: {str(one.pk)} for one in planted
    }
    with pytest.raises(SystemExit):
        call_command("audit", "rows", stdout=(said := StringIO()))
    lines = said.getvalue().splitlines()
    assert f"     1  cases_filerow — {Way.LAID.value}: {planted[1].pk}" in lines
    assert lines[-1] == f"audit: {sum(map(len, found.values()))} rows without an entry"
