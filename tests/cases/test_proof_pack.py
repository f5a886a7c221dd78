"""The pack of an expulsion: checked and decided again on a bare Python; any change is found and named."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.management import call_command

from cases import checkpointing, packing
from cases.extracting import extract
from cases.models import Attachment, Case
from cases.paging import Place
from cases.tracing import Auditor, Kind, Sought, read
from cases.verification import verify
from config.logins import OWNER
from documents.printing import print_pending
from proof.canonical import canonical
from proof.chain import NOTHING_BEFORE
from proof.checkpoints import Head
from proof.merkle import Tree
from proof.verify import (
    EXTRACT,
    MANIFEST,
    SIGNATURE,
    Broken,
    Known,
    Member,
    Pack,
    checks,
    deflated,
    of_the_verdicts,
    read_archive,
    rows_left,
    sha256,
)
from registry import clock
from tests import databases
from tests.cases.discipline import SAID, World, level_by_level
from tests.cases.looking_back import replayed, stands_as_now
from workflows import replay

VERIFIER = Path(site.BASE_DIR) / "proof" / "verify.py"


#: What the member hands in with the self-criticism.
SCAN = b"%PDF-1.7 invented, one page"


@dataclass(frozen=True)
class Packed:
    """A file and its pack, as it came from the site."""

    case: Case
    data: bytes
    public: str

    def members(self) -> dict[str, Member]:
        return {one.name: one for one in read_archive(self.data)}


@pytest.fixture(scope="module")
def packed(django_db_setup, django_db_blocker, tmp_path_factory):
    """A member is expelled level by level, once for all tests of this file, and the file is packed."""
    patch, folder = pytest.MonkeyPatch(), tmp_path_factory.mktemp("site")
    patch.setattr(site, "CHECKPOINTS", folder / "checkpoints")
    patch.setattr(site, "CHECKPOINT_KEY", folder / "key")
    with django_db_blocker.unblock():
        public = checkpointing.make_key()
        patch.setitem(SAID["receive_self_criticism"], "scan", handed_in())
        matter = level_by_level(World("goi"), until="hand_over")
        print_pending()
        case = Case.objects.get(pk=matter.case.pk)
        yield Packed(case, packing.pack(case), public)
        databases.renew_copy()
    patch.undo()


def handed_in():
    sha, name = hashlib.sha256(SCAN).hexdigest(), "kiem-diem.pdf"
    about = {"sha256": sha, "name": name, "size": len(SCAN)}
    Attachment.objects.create(**about, kind="application/pdf", content=SCAN)
    return about


def bare(data, tmp_path, *arguments):
    """What the verifier says in a Python that knows no package and nothing of this site."""
    (tmp_path / "pack.zip").write_bytes(data)
    return subprocess.run(
        [sys.executable, "-I", "-S", str(VERIFIER), str(tmp_path / "pack.zip"), *arguments],
        capture_output=True, text=True, check=False, cwd=tmp_path, env={"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def fault_of(data, **known):
    """The first fault of a pack short of deciding its verdicts again; empty when it has none."""
    try:
        list(checks(Pack(read_archive(data)), Known(decide=False, **known)))
    except Broken as fault:
        return str(fault)
    return ""


def test_a_bare_python_checks_everything_and_decides_every_verdict_again(packed, tmp_path):
    done = bare(packed.data, tmp_path, "--key", packed.public)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == f"audit: 1 cases, {packed.case.records} records, intact"
    assert f"{packed.case.records} verdicts decided again under" in done.stdout
    assert "all as recorded; 0 kept as recorded" in done.stdout
    assert "Ban hành quyết định kỷ luật" in done.stdout


def test_the_pack_holds_what_it_promises(packed):
    held = packed.members()

    assert held["verify.py"].data == VERIFIER.read_bytes()
    case = json.loads(held["case.json"].data)
    assert [one["totals"]["form"] for one in case["ballots"] if "form" in one["totals"]]
    assert case["clocks"]
    papers = json.loads(held["papers.json"].data)
    assert all(held[paper["pdf"]].data.startswith(b"%PDF") for paper in papers)


def test_what_was_handed_in_goes_along_or_is_named_by_its_hash(packed, django_db_blocker):
    sha = hashlib.sha256(SCAN).hexdigest()
    with django_db_blocker.unblock():
        lean = packing.pack(packed.case, with_files=False)

    held, named = packed.members(), {one.name: one.data for one in read_archive(lean)}

    assert held[f"attachments/{sha}"].data == SCAN
    assert fault_of(packed.data) == fault_of(lean) == ""
    assert json.loads(named["attachments.json"])[0]["sha256"] == sha
    assert not [name for name in named if name.startswith("attachments/")]


@pytest.mark.parametrize("change", ["the bytes", "the list", "one more"])
def test_a_site_that_lies_about_a_file_handed_in_is_belied_by_the_record(packed, change):
    def another(files, records):
        listed = json.loads(files["attachments.json"])
        if change == "the bytes":
            files[listed[0]["file"]] = SCAN + b" and more"
        elif change == "the list":
            files["attachments.json"] = b"[]"
        else:
            more = {**listed[0], "sha256": "e" * 64, "file": None}
            files["attachments.json"] = canonical([*listed, more]).encode()

    said = fault_of(rewritten(packed, another))

    assert ("tệp" in said, "khác với tệp đã nộp" in said) == (True, change == "the bytes")


def test_stored_bytes_are_compared_with_the_hash_that_was_recorded(packed, django_db_blocker):
    owner = databases.connect(OWNER, databases.current())
    with django_db_blocker.unblock(), owner.cursor() as cursor:
        cursor.execute("ALTER TABLE cases_attachment DISABLE TRIGGER USER")
        cursor.execute("UPDATE cases_attachment SET content = 'khác'")
        (changed,) = verify().faults
        cursor.execute("DELETE FROM cases_attachment")
        (gone,) = verify().faults
        cursor.execute("ALTER TABLE cases_attachment ENABLE TRIGGER USER")
        handed_in()
        whole = verify().faults
    owner.close()

    assert ("kiem-diem.pdf" in str(changed), "mã băm" in str(changed)) == (True, True)
    assert (packed.case.reference in str(gone), "không còn trong kho" in str(gone)) == (True, True)
    assert whole == ()


def test_any_of_two_hundred_changed_bytes_is_found(packed):
    chance = random.Random("an expulsion")
    places = [chance.randrange(len(packed.data)) for _ in range(190)]
    places += range(len(packed.data) - 10, len(packed.data))

    for place in places:
        changed = bytearray(packed.data)
        changed[place] ^= 1 << chance.randrange(8)
        assert fault_of(bytes(changed)), place


def test_the_command_packs_a_file_and_names_what_was_changed_in_it(
    packed, tmp_path, django_db_blocker
):
    file, said = tmp_path / "goi.zip", StringIO()
    with django_db_blocker.unblock():
        call_command("audit", "pack", packed.case.reference, output=str(file), stdout=said)
    data = file.read_bytes()
    paper = next(one for one in read_archive(data) if one.name.endswith(".pdf"))
    place = data.index(paper.packed) + len(paper.packed) // 2
    file.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])

    with pytest.raises(SystemExit) as left:
        call_command("audit", "verify", pack=str(file), stdout=said)

    last = said.getvalue().splitlines()[-1]
    assert (left.value.code, last.startswith((paper.name, "ZIP"))) == (1, True)


def test_a_pack_of_another_key_or_another_checkpoint_is_refused(packed):
    text = json.loads(packed.members()["checkpoint.json"].data)["now"]["text"]
    number = json.loads(text)["number"]

    assert "khóa" in fault_of(packed.data, key="0" * 64)
    assert "mốc bạn đang giữ" in fault_of(packed.data, checkpoints={number: text + " "})
    assert fault_of(packed.data, key=packed.public, checkpoints={number: text}) == ""


def rewritten(packed, change):
    """The pack of a site that lies in everything: `change` alters the files, all hashes and proofs follow."""
    files = {name: one.data for name, one in packed.members().items()}
    records = json.loads(files["records.json"])
    change(files, records)
    previous = NOTHING_BEFORE
    for record in records:
        said = {**json.loads(record["content"]), "previous": previous, **record["claims"]}
        record["content"] = canonical({**said, "hits": record["hits"]})
        previous = record["hash"] = sha256(record["content"])
    proof = json.loads(files["checkpoint.json"])
    heads = [Head(**one["leaf"]) for one in proof["leaves"]]
    heads = [
        Head(one.chain, one.length, previous) if one.chain.startswith("case:") else one
        for one in heads
    ]
    files["records.json"] = canonical(records).encode()
    files["checkpoint.json"] = canonical(_proved(heads, proof)).encode()
    members = [
        deflated(name, data) for name, data in files.items() if name not in (MANIFEST, SIGNATURE)
    ]
    return packing.sealed(members, packed.case.reference)


def _proved(heads, proof):
    tree = Tree(head.line().encode() for head in heads)
    said = json.loads(proof["now"]["text"])
    text = canonical({**said, "size": tree.size, "root": tree.root.hex()})
    signature = checkpointing.key().sign(sha256(text))
    leaves = [packing._leaf(head, at, tree) for at, head in enumerate(heads)]
    return {
        "now": {"text": text, "signature": signature}, "before": None, "consistency": [], "leaves": leaves,
    }  # fmt: skip


def decided_again(data):
    """The report of deciding again, or the fault: the same rule book, in this Python."""
    pack = Pack(read_archive(data))
    list(checks(pack, Known(decide=False)))
    try:
        return of_the_verdicts(pack, replay)[1]
    except Broken as fault:
        return str(fault)


def test_a_site_that_lies_in_everything_still_cannot_make_a_wrong_verdict_right(packed):
    def the_clerk_signed(files, records):
        decision = next(one for one in records if one["claims"]["step"] == "decide")
        numbered = next(one for one in records if one["claims"]["step"] == "number_paper")
        decision["claims"]["standing"] = numbered["claims"]["standing"]
        decision["claims"]["actor"] = numbered["claims"]["actor"]

    said = decided_again(rewritten(packed, the_clerk_signed))

    assert "(decide): xét lại ra khác: Chỉ " in said


def test_a_law_read_otherwise_than_recorded_is_found(packed):
    def another_rule(files, records):
        vote = next(one for one in records if one["claims"]["step"] == "vote_to_decide")
        vote["hits"][-1]["value"] = "khác"

    said = decided_again(rewritten(packed, another_rule))

    assert "(vote_to_decide): xét lại ra khác: quy định" in said


def test_a_guard_whose_code_has_changed_is_said_and_not_judged_anew(packed):
    def other_code(files, records):
        (name,) = (one for one in files if one.startswith("editions/"))
        edition = json.loads(files.pop(name))
        step = next(one for one in edition["steps"] if one["code"] == "decide")
        step["guards"][0]["code"] = "0" * 64
        text = canonical(edition).encode()
        files[f"editions/{hashlib.sha256(text).hexdigest()}.json"] = text
        for record in records:
            record["claims"]["edition"] = hashlib.sha256(text).hexdigest()

    said = decided_again(rewritten(packed, other_code))

    assert "1 kept as recorded, the code of their guards has changed" in said


def test_an_erased_personal_value_leaves_the_pack_whole_and_an_invented_one_does_not(
    packed, tmp_path
):
    def erase(record):
        del record["salts"]["violation"], record["inputs"]["violation"]

    def unordered(files, records):
        erase(records[0])

    def erased(files, records):
        erase(records[0])
        files["case.json"] = canonical(
            json.loads(files["case.json"]) | {"erasure": ordered(packed.case, records)}
        ).encode()

    def invented(files, records):
        erased(files, records)
        records[0]["inputs"]["violation"] = "Một vi phạm khác."

    whole, alone, wrong = (
        bare(rewritten(packed, change), tmp_path, "--no-engine")
        for change in (erased, unordered, invented)
    )

    assert (whole.returncode, "1 personal values erased" in whole.stdout) == (0, True)
    assert "đã xóa ngày 02/11/2026 theo Quyết định số 12-QĐ/TU" in whole.stdout
    assert (alone.returncode, "không có văn bản cho phép xóa" in alone.stdout) == (1, True)
    assert (wrong.returncode, "bản ghi 1: mục" in wrong.stdout) == (1, True)


def ordered(case, records):
    """The entry of the register that says words of a file were erased."""
    left = rows_left((record["sequence"], *row[:3]) for record in records for row in record["rows"])
    after = {
        "file": case.pk, "document": "Quyết định số 12-QĐ/TU", "issued_by": "Ban Thường vụ Tỉnh ủy",
        "decided_on": "2026-11-02", "covers": {"records": len(records), "rows": left},
    }  # fmt: skip
    content = canonical({"deed": "xoa_du_lieu", "after": after})
    return {"content": content, "hash": sha256(content)}


def test_verdicts_that_read_what_was_erased_are_kept_as_recorded_and_said_so(packed):
    def all_erased(files, records):
        files["attachments.json"] = b"[]"
        for name in [one for one in files if one.startswith("attachments/")]:
            del files[name]
        for record in records:
            for name in [one for one in record["salts"] if one != "rows"]:
                del record["salts"][name], record["inputs"][name]

    said = decided_again(rewritten(packed, all_erased))

    kept = int(said.split(" because an answer was erased")[0].rsplit(" ", maxsplit=1)[1])
    assert kept > 0
    assert said.startswith(f"{packed.case.records - kept} verdicts decided again")


def test_at_each_moment_the_file_lay_as_its_next_record_judged_it(packed):
    assert replayed(packed.case) > 25
    stands_as_now(packed.case)


def test_an_extract_of_the_trail_proves_itself(packed, tmp_path):
    auditor = Auditor.of(packed.case.history.get(step="hand_over").actor, clock.today())
    found = read(
        auditor, [packed.case.pk], Sought(kind=Kind.STEPS, file=packed.case.reference), Place(), 500
    )
    whole = extract(found, b"PK")

    report = bare(whole, tmp_path, "--key", packed.public)
    assert (report.returncode, report.stderr) == (0, "")
    assert f"1 cases, {packed.case.records} records, intact" in report.stdout

    held = json.loads({one.name: one for one in read_archive(whole)}[EXTRACT].data)
    held["chains"][f"case:{packed.case.pk}"]["entries"].pop(3)
    members = [
        deflated(EXTRACT, canonical(held).encode()) if one.name == EXTRACT else one
        for one in read_archive(whole)
        if one.name not in (MANIFEST, SIGNATURE)
    ]
    forged = packing.sealed(members, "trích nhật ký")
    assert "bản ghi 5: sai thứ tự" in bare(forged, tmp_path, "--key", packed.public).stdout
