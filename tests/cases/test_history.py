"""A changed history is found and named: whoever edits, cuts, reorders or swaps, even the owner."""

import json

import pytest

from cases.models import Case, StepRecord
from cases.verification import verify
from tests.cases.supervision import Supervision, lay_province

TAMPERINGS = {
    "one byte of the hashed text": "UPDATE cases_steprecord"
    " SET content = overlay(content placing 'x' from 40 for 1) WHERE id = %s",
    "the hash": "UPDATE cases_steprecord SET hash = repeat('a', 64) WHERE id = %s",
    "the day of the deed": "UPDATE cases_steprecord SET acted_on = acted_on - 1 WHERE id = %s",
    "the step": "UPDATE cases_steprecord SET step = 'close' WHERE id = %s",
    "who acted": "UPDATE cases_steprecord SET actor_id = (SELECT max(id) FROM registry_person) WHERE id = %s",
    "what was said": "UPDATE cases_steprecord SET inputs = jsonb_set(inputs, '{place}', '\"nơi khác\"') WHERE id = %s",
    "the rule applied": "UPDATE cases_steprecord SET hits = '[]' WHERE id = %s",
    "a row of the file": "UPDATE cases_filerow SET words = '{}' WHERE laid_by_id = %s",
    "the record is cut out": "DELETE FROM cases_filerow WHERE laid_by_id = %s;"
    " DELETE FROM cases_recordpaper WHERE record_id = %s; DELETE FROM cases_steprecord WHERE id = %s",
}


#: What stands beside the records and is changed by the owner → a word of what is said of it.
AROUND = {
    "a row is put aside": (
        "UPDATE cases_filerow SET superseded_by_id = (SELECT max(id) FROM cases_steprecord) WHERE case_id = %s",
        "mà không có bước nào ghi",
    ),
    "the reference": ("UPDATE cases_case SET reference = 'GS-2026-9999' WHERE id = %s", "số hồ sơ"),
    "the subject": (
        "UPDATE cases_subject SET organisation_id = (SELECT max(id) FROM registry_organisation) WHERE case_id = %s",
        "đối tượng",
    ),
    "what was found": (
        "UPDATE cases_finding SET content = 'khác' WHERE case_id = %s",
        "nội dung số",
    ),
    "the mark of what was reported": (
        "UPDATE cases_case SET reported = NOT reported WHERE id = %s",
        "đã báo cáo cấp ủy",
    ),
    "a paper taken out": (
        "DELETE FROM cases_recordpaper WHERE id = (SELECT max(id) FROM cases_recordpaper WHERE case_id = %s)",
        "văn bản của bước này",
    ),
    "when it was recorded": (
        "UPDATE cases_steprecord SET recorded_at = recorded_at - interval '1 day' WHERE case_id = %s",
        "recorded_at",
    ),
}


@pytest.fixture
def owner(owner_connection):
    """The owner's connection with every wall switched off: what the walls cannot stop, the chain shows."""
    with owner_connection.cursor() as cursor:
        for table in (
            "cases_steprecord",
            "cases_filerow",
            "cases_case",
            "cases_recordpaper",
            "cases_finding",
            "cases_subject",
        ):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield cursor


@pytest.fixture
def told(transactional_db):
    return Supervision(lay_province()).goes_to("record_finding")


@pytest.mark.django_db(transaction=True)
def test_an_untouched_history_is_intact(told):
    report = verify()

    assert not report.faults
    assert str(report) == f"audit: 1 cases, {StepRecord.objects.count()} records, intact"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("what", TAMPERINGS)
def test_a_tampered_record_is_named(told, owner, what):
    record = told.case.history.get(step="open")
    statement = TAMPERINGS[what]

    owner.execute(statement, [record.pk] * statement.count("%s"))

    (fault,) = verify().faults
    assert told.case.reference in fault.chain
    assert fault.sequence in (record.sequence, record.sequence + 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("what", AROUND)
def test_what_stands_beside_the_records_is_checked_too(told, owner, what):
    statement, word = AROUND[what]

    owner.execute(statement, [told.case.pk])

    (fault,) = verify().faults
    assert word in fault.what


@pytest.mark.django_db(transaction=True)
def test_a_cut_tail_is_found(told, owner):
    last = told.case.history.last()

    owner.execute("DELETE FROM cases_recordpaper WHERE record_id = %s", [last.pk])
    owner.execute("DELETE FROM cases_finding WHERE laid_by_id = %s", [last.pk])
    owner.execute("DELETE FROM cases_filerow WHERE laid_by_id = %s", [last.pk])
    owner.execute("DELETE FROM cases_steprecord WHERE id = %s", [last.pk])

    (fault,) = verify().faults
    assert fault.sequence == last.sequence
    assert "thiếu phần cuối" in fault.what


@pytest.mark.django_db(transaction=True)
def test_a_moved_stage_and_a_changed_result_are_found(told, owner):
    owner.execute("UPDATE cases_case SET stage = 'da_luu' WHERE id = %s", [told.case.pk])

    (fault,) = verify().faults
    assert "giai đoạn" in fault.what


@pytest.mark.django_db(transaction=True)
def test_words_that_are_gone_without_an_order_are_a_fault(told, owner):
    record = told.case.history.get(step="open")
    owner.execute(
        "UPDATE cases_steprecord SET inputs = inputs - 'chair', salts = salts - 'chair' - 'rows' WHERE id = %s",
        [record.pk],
    )
    owner.execute("UPDATE cases_filerow SET words = '{}' WHERE laid_by_id = %s", [record.pk])

    (fault,) = verify().faults
    assert (fault.sequence, "không có văn bản cho phép xóa" in fault.what) == (
        record.sequence,
        True,
    )


@pytest.mark.django_db(transaction=True)
def test_the_hashed_text_holds_no_word_of_anyone(told):
    for record in StepRecord.objects.all():
        said = json.loads(record.content)
        for name in record.salts:
            if name != "rows":
                assert set(said["inputs"][name]) == {"sha256"}
        assert "Nguyễn Văn Thử" not in record.content


@pytest.mark.django_db(transaction=True)
def test_the_site_itself_can_neither_edit_nor_cut(told):
    from django.db import DatabaseError, connection

    for statement in (
        "UPDATE cases_steprecord SET step = 'x'",
        "DELETE FROM cases_steprecord",
        "TRUNCATE cases_steprecord CASCADE",
        "UPDATE cases_filerow SET words = '{}'",
        "UPDATE cases_case SET stage = 'da_luu'",
    ):
        with pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute(statement)
    assert Case.objects.get(pk=told.case.pk).stage == "da_xac_minh"
