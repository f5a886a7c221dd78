"""Random tampering of a file and its history, as the owner of the database could: all found, all located."""

from __future__ import annotations

import copy
import json
import random
import re
import shutil
from dataclasses import dataclass
from datetime import date

import pytest
from django.conf import settings as site
from django.db import connection, transaction

from cases import checking, checkpointing, packing, quick
from cases.models import Case
from cases.verification import verify
from config.logins import APP, OWNER
from documents.printing import print_pending
from proof.canonical import canonical
from proof.checkpoints import Log
from proof.verify import Broken, Pack, of_the_history, read_archive, sha256
from tests import databases
from tests.cases.supervision import Supervision, lay_province


@dataclass(frozen=True)
class Sealed:
    """A supervision half way and another beside it, both told to a checkpoint and packed."""

    case: Case
    pack: Pack
    other: Pack


@pytest.fixture(scope="module")
def sealed(django_db_setup, django_db_blocker, tmp_path_factory):
    patch, folder = pytest.MonkeyPatch(), tmp_path_factory.mktemp("site")
    patch.setattr(site, "CHECKPOINTS", folder / "checkpoints")
    patch.setattr(site, "CHECKPOINT_KEY", folder / "key")
    with django_db_blocker.unblock():
        checkpointing.make_key()
        province = lay_province()
        told = Supervision(province).goes_to("record_finding")
        beside = Supervision(province).goes_to("open")
        print_pending()
        packs = [
            Pack(read_archive(packing.pack(Case.objects.get(pk=one.case.pk))))
            for one in (told, beside)
        ]
        yield Sealed(Case.objects.get(pk=told.case.pk), *packs)
        databases.renew_copy()
    patch.undo()


def altered(text, chance):
    """The same text with one letter or figure made another."""
    places = [one.start() for one in re.finditer(r"[a-z0-9]", text)]
    at = chance.choice(places)
    return text[:at] + ("b" if text[at] == "a" else "a") + text[at + 1 :]


# What somebody does to a copy of the file (`pack`), at one record: each says where it must be found.


def edited_text(pack, other, at, chance):
    pack.records[at]["content"] = altered(pack.records[at]["content"], chance)
    return {at + 1}


def edited_hash(pack, other, at, chance):
    pack.records[at]["hash"] = altered(pack.records[at]["hash"], chance)
    return {at + 1}


def edited_text_and_hash(pack, other, at, chance):
    """Whoever makes the hash fit breaks the link of the record after, or the head."""
    record = pack.records[at]
    record["content"] = canonical(
        {**json.loads(record["content"]), "request": chance.random().hex()}
    )
    record["hash"] = sha256(record["content"])
    return {at + 1, at + 2}


def edited_column(pack, other, at, chance):
    claims = pack.records[at]["claims"]
    claims[chance.choice(["step", "actor", "acted_on", "recorded_at", "to", "body"])] = "khác"
    return {at + 1}


def edited_answer(pack, other, at, chance):
    inputs = pack.records[at]["inputs"]
    inputs[chance.choice(sorted(inputs) or ["theme"])] = "một nội dung khác"
    return {at + 1}


def edited_rule(pack, other, at, chance):
    chance.choice(pack.records[at]["hits"])["value"] = "khác"
    return {at + 1}


def edited_row(pack, other, at, chance):
    pack.records[at]["rows"] = [*pack.records[at]["rows"], [99, "bien_ban", {}, {}]]
    return {at + 1}


def set_aside(pack, other, at, chance):
    pack.records[at]["supersedes"] = [*pack.records[at]["supersedes"], 1 + chance.randrange(5)]
    return {at + 1}


def deleted(pack, other, at, chance):
    del pack.records[at]
    return {at + 1, at + 2}


def reordered(pack, other, at, chance):
    to = (at + 1 + chance.randrange(len(pack.records) - 1)) % len(pack.records)
    pack.records[at], pack.records[to] = pack.records[to], pack.records[at]
    return {pack.records[min(at, to)]["sequence"]}


def inserted(pack, other, at, chance):
    pack.records.insert(at, {**pack.records[at], "sequence": at + 1})
    return {at + 1}


def swapped(pack, other, at, chance):
    """A record of another file put in the place of this one's."""
    pack.records[at] = copy.deepcopy(other.records[at % len(other.records)])
    pack.records[at]["sequence"] = at + 1
    return {at + 1}


def another_paper(pack, other, at, chance):
    number, kind, sha = chance.choice(pack.papers)["id"], "TB-01", "0" * 64
    pack.records[at]["papers"] = [*pack.records[at]["papers"], [number, kind, sha]]
    return {at + 1}


def edited_paper(pack, other, at, chance):
    paper = chance.choice(pack.papers)
    paper["values"] = {**paper["values"], "place": "nơi khác"}
    return {one["sequence"] for one in pack.records if paper["id"] in [p[0] for p in one["papers"]]}


def edited_facts(pack, other, at, chance):
    claims = pack.records[at]["claims"]
    name = chance.choice([f"judged/{claims['facts']}.json", f"editions/{claims['edition']}.json"])
    pack.files[name] = altered(pack.files[name].decode(), chance).encode()
    return {name}


def cut_tail(pack, other, at, chance):
    """The last records taken away, and the row of the file made to agree: the checkpoint remembers."""
    at = max(at, 1)
    del pack.records[at:]
    moved = [one["claims"]["to"] for one in pack.records if one["moves"]]
    pack.case["stage"] = moved[-1]
    return {at + 1}


def written_anew(pack, other, at, chance):
    """The whole chain made to fit from one record on: every row agrees, the checkpoint does not."""
    previous = pack.records[at - 1]["hash"] if at else "0" * 64
    for record in pack.records[at:]:
        said = {**json.loads(record["content"]), "previous": previous}
        if record is pack.records[at]:
            said["acted_on"] = record["claims"]["acted_on"] = "2020-01-01"
        record["content"] = canonical(said)
        previous = record["hash"] = sha256(record["content"])
    return {len(pack.records) + 1}


KINDS = (
    edited_text, edited_hash, edited_text_and_hash, edited_column, edited_answer, edited_rule, edited_row, set_aside,
    deleted, reordered, inserted, swapped, another_paper, edited_paper, edited_facts, cut_tail, written_anew,
)  # fmt: skip


def copied(pack):
    """The same file, to be tampered with."""
    other = copy.copy(pack)
    other.files = dict(pack.files)
    other.records = json.loads(pack.files["records.json"])
    other.papers = json.loads(pack.files["papers.json"])
    other.case = dict(pack.case)
    return other


def place_of(fault):
    """Where a fault was found: the number of the record, or the name of the file."""
    found = re.search(r"bản ghi (\d+)", fault.place)
    return int(found[1]) if found else fault.place


def test_every_random_tampering_is_found_where_it_was_done(sealed, campaign_size):
    chance = random.Random("tampering")
    list(of_the_history(sealed.pack))

    for round_ in range(campaign_size(100_000)):
        kind = KINDS[round_ % len(KINDS)]
        pack, at = copied(sealed.pack), chance.randrange(len(sealed.pack.records))
        wanted = kind(pack, sealed.other, at, chance)
        with pytest.raises(Broken) as found:
            list(of_the_history(pack))
        assert place_of(found.value) in wanted, (kind.__name__, at, str(found.value))


# The same in the database, its walls switched off by its owner; nothing is committed.

IN_THE_DATABASE = {
    "text": "UPDATE cases_steprecord SET content = replace(content, '\"step\"', '\"stop\"') WHERE {record}",
    "hash": "UPDATE cases_steprecord SET hash = repeat('b', 64) WHERE {record}",
    "short hash": "UPDATE cases_steprecord SET hash = left(hash, 60) WHERE {record}",
    "day": "UPDATE cases_steprecord SET acted_on = acted_on - 1 WHERE {record}",
    "step": "UPDATE cases_steprecord SET step = 'conclude' WHERE {record}",
    "actor": "UPDATE cases_steprecord SET actor_id = actor_id + 1 WHERE {record}",
    "answer": "UPDATE cases_steprecord SET inputs = inputs || '{{\"moi\": 1}}' WHERE {record}",
    "answer without its salt": "UPDATE cases_steprecord SET salts = '{{}}', inputs = inputs || '{{\"theme\": \"x\"}}'"
    " WHERE {record}",
    "rules": "UPDATE cases_steprecord SET hits = hits || '[{{}}]' WHERE {record}",
    "rows": "INSERT INTO cases_filerow (case_id, number, kind, facts, words, laid_by_id)"
    " SELECT case_id, 99, 'bien_ban', '{{}}', '{{}}', id FROM cases_steprecord WHERE {record}",
    "deleted": "DELETE FROM cases_steprecord WHERE {record}",
    "reordered": "UPDATE cases_steprecord SET sequence = CASE sequence WHEN {at} THEN 900 ELSE {at} END"
    " WHERE case_id = {case} AND sequence IN ({at}, {at} % 5 + 1)",
    "moved to another file": "UPDATE cases_steprecord SET case_id = {other}, sequence = 900 WHERE {record}",
    "inserted": "UPDATE cases_steprecord SET sequence = sequence + 1 WHERE case_id = {case} AND sequence >= {at}",
}


@pytest.fixture
def as_owner(sealed, django_db_blocker):
    """Django's own connection, as the owner of the tables."""
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict.update(USER=OWNER, LOGIN=OWNER)
        yield
        connection.close()
        connection.settings_dict.update(USER=APP, LOGIN=APP)


WALLED = (
    "cases_steprecord", "cases_filerow", "cases_case", "documents_print", "cases_edition", "cases_finding",
    "cases_recordpaper", "documents_bookentry", "documents_journal",
)  # fmt: skip


def tampered(*statements, look=lambda: verify().faults):
    """What `look` finds after these statements of the owner, which are then taken back."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            for table in WALLED:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute("ALTER TABLE cases_steprecord DROP CONSTRAINT one_record_per_place")
            for statement in statements:
                cursor.execute(statement)
        found = look()
        transaction.set_rollback(True)
    return found


def test_the_same_tamperings_in_the_database_are_found(sealed, as_owner, campaign_size):
    chance, case = random.Random("database"), sealed.case
    other = Case.objects.exclude(pk=case.pk).first().pk

    for round_ in range(max(len(IN_THE_DATABASE), campaign_size(1_000))):
        name, statement = list(IN_THE_DATABASE.items())[round_ % len(IN_THE_DATABASE)]
        at = 1 + chance.randrange(min(5, case.records))
        record = f"case_id = {case.pk} AND sequence = {at}"
        done = statement.format(record=record, at=at, case=case.pk, other=other)
        faults = tampered(done)
        named = [one for one in faults if case.reference in one.chain]
        assert named, name
        moved = (
            at % 5 + 1
        )  # the other of two that change places; a row that is gone is told at the next
        assert named[0].sequence in (at, at + 1, moved, moved + 1), (name, at, named)


def chain_written_anew(case, first):
    """Statements by which the owner writes a chain anew from one record on, and everything agrees again."""
    previous = case.history.get(sequence=first - 1).hash
    for record in case.history.filter(sequence__gte=first):
        said = {**json.loads(record.content), "previous": previous}
        day = date(2020, 1, 1) if record.sequence == first else record.acted_on
        text = canonical({**said, "acted_on": day})
        previous = sha256(text)
        yield (
            f"UPDATE cases_steprecord SET content = $${text}$$, hash = '{previous}', acted_on = '{day}'"
            f" WHERE id = {record.pk}"
        )
    yield f"UPDATE cases_case SET head = '{previous}' WHERE id = {case.pk}"


def test_a_chain_its_owner_wrote_anew_is_belied_by_the_checkpoint(sealed, as_owner):
    first = sealed.case.records - 2

    (fault,) = tampered(*chain_written_anew(sealed.case, first))

    assert sealed.case.reference in fault.chain
    assert "khác với mốc niêm phong" in fault.what


def tail_cut_off(case):
    """Statements by which the owner takes the last record away and moves the noted end back."""
    last, before = case.history.order_by("-sequence")[:2]
    for table, by in (("finding", "laid_by"), ("filerow", "laid_by"), ("recordpaper", "record")):
        yield f"DELETE FROM cases_{table} WHERE {by}_id = {last.pk}"
    yield f"DELETE FROM cases_steprecord WHERE id = {last.pk}"
    yield f"UPDATE cases_case SET records = records - 1, head = '{before.hash}' WHERE id = {case.pk}"


def test_a_tail_cut_off_with_the_head_moved_back_is_belied_by_the_checkpoint(sealed, as_owner):
    case = sealed.case

    faults = tampered(*tail_cut_off(case))

    (fault,) = [one for one in faults if case.reference in one.chain]
    assert (fault.sequence, "mốc niêm phong" in fault.what) == (case.records, True)


def test_it_is_found_with_nothing_but_a_copy_of_the_log_and_the_published_key(
    sealed, as_owner, tmp_path, monkeypatch
):
    public, copied = checkpointing.key().public, Log(tmp_path / "copy")
    shutil.copytree(site.CHECKPOINTS, copied.folder)
    monkeypatch.setattr(site, "CHECKPOINTS", None)
    monkeypatch.setattr(site, "CHECKPOINT_KEY", tmp_path / "no key")

    unseen = tampered(*tail_cut_off(sealed.case))
    faults = tampered(
        *tail_cut_off(sealed.case), look=lambda: verify(log=copied, public=public).faults
    )
    strange = verify(log=copied, public="0" * 64).faults

    assert not [one for one in unseen if "mốc niêm phong" in one.what]
    (fault,) = [one for one in faults if sealed.case.reference in one.chain]
    assert (fault.sequence, "mốc niêm phong" in fault.what) == (sealed.case.records, True)
    assert ["chữ ký" in one.what for one in strange] == [True]


OTHERS = {
    "a print swapped with its hash": (
        "UPDATE documents_print SET pdf = 'x'::bytea, sha256 = encode(sha256('x'::bytea), 'hex')",
        "bản in của văn bản",
    ),
    "an edition": (
        "UPDATE cases_edition SET content = replace(content, 'known', 'ended')",
        "ấn bản",
    ),
    "a journal cut off": (
        (
            "DELETE FROM documents_bookentry WHERE id = (SELECT max(id) FROM documents_bookentry);"
            "UPDATE documents_journal j SET length = length - 1, head = (SELECT hash FROM documents_bookentry e"
            " WHERE e.body_id = j.body_id ORDER BY sequence DESC LIMIT 1)"
        ),
        "journal:",
    ),
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_lies_beside_the_files_is_belied_too(sealed, as_owner, what):
    statement, word = OTHERS[what]

    assert any(word in str(fault) for fault in tampered(statement)), what


def test_the_nightly_checkers_see_a_stage_without_a_move(sealed, as_owner):
    moved = f"UPDATE cases_case SET stage = 'da_luu' WHERE id = {sealed.case.pk}"

    found = tampered(moved, look=checking.look)

    assert ("giai_doan", sealed.case.reference) in {(one.checker, one.where) for one in found}


@pytest.mark.parametrize("what", ["text", "hash", "short hash", "deleted", "reordered", "inserted"])
def test_the_quick_look_finds_every_broken_hash_and_link(sealed, as_owner, monkeypatch, what):
    case = sealed.case
    names = {
        "record": f"case_id = {case.pk} AND sequence = 3",
        "at": 3,
        "case": case.pk,
        "other": 0,
    }
    monkeypatch.setattr(quick, "BATCH", 2)  # the broken place lies where two batches meet

    (fault,) = tampered(IN_THE_DATABASE[what].format(**names), look=lambda: list(quick.faults()))

    assert (fault.chain, fault.sequence in (3, 4)) == (f"case:{case.pk}", True)


def test_the_quick_look_misses_no_end_and_no_history_that_is_gone(sealed, as_owner):
    *cut, _moved_back = tail_cut_off(sealed.case)
    all_gone = "UPDATE documents_journal SET length = length + 1"

    (fault,) = tampered(*cut, look=lambda: list(quick.faults()))
    journals = tampered(all_gone, look=lambda: list(quick.faults()))

    assert str(fault).startswith(f"case:{sealed.case.pk}, bản ghi {sealed.case.records}: thiếu")
    assert journals
    assert all("thiếu phần cuối" in one.what for one in journals)


def test_a_site_left_alone_is_intact(sealed, as_owner):
    assert list(quick.faults()) == []
    assert tampered() == ()
