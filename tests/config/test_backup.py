"""The restore drill: a site with matters, papers and files is backed up, restored elsewhere and found equal."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings as site
from django.core.management import CommandError, call_command

from cases import checkpointing
from cases.models import Attachment, Case
from config.backup.address import Address, working_in
from config.backup.pieces import DATABASE, LIST, STATE
from config.logins import APP, OWNER
from documents.models import Print
from documents.printing import print_pending
from tests import databases
from tests.cases.supervision import Supervision, lay_province

NEW = f"{databases.current()}_restored"


SCAN = b"%PDF-1.7 handed in"
SHA = hashlib.sha256(SCAN).hexdigest()
#: What somebody does to the restored database, as its owner.
TAMPERED = {
    "documents_print": "UPDATE documents_print SET pdf = pdf || '\\x00'"
    " WHERE paper_id = (SELECT min(paper_id) FROM documents_print)",
    "cases_attachment": "DELETE FROM cases_attachment",
    "cases_case": "UPDATE cases_case SET head = repeat('0', 64)",
}


@dataclass(frozen=True)
class Made:
    """A backup of a small site, and what was said while it was made."""

    folder: Path
    said: str
    site: Address
    told: Supervision


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker, tmp_path_factory):
    patch, var = pytest.MonkeyPatch(), tmp_path_factory.mktemp("site")
    for name, value in {
        "VAR": var, "CHECKPOINTS": var / "checkpoints", "CHECKPOINT_KEY": var / "keys" / "checkpoints",
    }.items():  # fmt: skip
        patch.setattr(site, name, value)
    (var / "law").mkdir()
    (var / "law" / "0001.json").write_text('{"adopted": "an invented row"}')
    with django_db_blocker.unblock():
        checkpointing.make_key()
        told = Supervision(lay_province()).goes_to("record_finding")
        Attachment.objects.create(
            sha256=SHA, name="so.pdf", kind="application/pdf", size=len(SCAN), content=SCAN
        )
        print_pending()
        yield Made(var / "backup", command("make", var / "backup"), of_this_worker(), told)
        databases.renew_copy()
    patch.undo()


@pytest.fixture
def elsewhere(made, django_db_blocker):
    """A database that is not there yet; what a test restores into it is gone afterwards."""
    with django_db_blocker.unblock():
        yield made.site.named(NEW)
        made.site.named("postgres").ask(f"DROP DATABASE IF EXISTS {NEW} WITH (FORCE)")


def of_this_worker() -> Address:
    cluster = databases.cluster()
    return Address(str(cluster.socket), "", OWNER, cluster.passwords[OWNER], databases.current())


def command(action, folder, **options) -> str:
    """What `manage.py backup` says, run as the owner as it is at the command line."""
    said = StringIO()
    with working_in(of_this_worker()):
        call_command("backup", action, str(folder), stdout=said, stderr=said, **options)
    return said.getvalue()


def refused(action, folder, **options) -> str:
    """What it says while it leaves with 1."""
    said = StringIO()
    with working_in(of_this_worker()), pytest.raises(SystemExit) as left:
        call_command("backup", action, str(folder), stdout=said, stderr=said, **options)
    assert left.value.code == 1
    return said.getvalue()


def test_the_drill_everything_comes_back_equal_and_walled_and_a_later_change_is_told(
    made, elsewhere
):
    said = command("restore", made.folder, database=NEW)

    assert ", equal\n" in said
    assert said.splitlines()[-1].endswith("intact")
    with working_in(elsewhere):
        there = set(Case.objects.values_list("reference", "head"))
    assert there == set(Case.objects.values_list("reference", "head"))
    app = databases.connect(APP, NEW)
    with app.cursor() as cursor, pytest.raises(psycopg2.errors.InsufficientPrivilege):
        cursor.execute("DELETE FROM cases_steprecord")
    app.close()

    for table, statement in TAMPERED.items():
        elsewhere.ask(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        elsewhere.ask(statement)
    said = refused("compare", made.folder, database=NEW)

    first = Print.objects.order_by("pk").values_list("pk", flat=True)[0]
    for told in (
        f"chain case:{made.told.case.pk}: khác", f"file van-ban:{first}: khác", f"file dinh-kem:{SHA}: thiếu",
        "table cases_case: khác",
    ):  # fmt: skip
        assert told in said


def _cut(folder):
    whole = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(whole[: len(whole) // 2])


def _altered(folder):
    whole = bytearray((folder / DATABASE).read_bytes())
    whole[len(whole) // 2] ^= 1
    (folder / DATABASE).write_bytes(whole)


def _replaced(folder):
    text = (folder / LIST).read_text()
    (folder / LIST).write_text(text.replace("made_at", "made_on"))


HARM = {
    "cut": (_cut, f"{DATABASE}: bị cắt"),
    "altered": (_altered, f"{DATABASE}: nội dung khác"),
    "missing": (lambda folder: (folder / STATE).unlink(), f"{STATE}: thiếu"),
    "law gone": (lambda folder: (folder / "law" / "0001.json").unlink(), "law/0001.json: thiếu"),
    "more": (lambda folder: (folder / "law" / "x.json").touch(), "law/x.json: không có trong danh mục"),
    "list replaced": (_replaced, "chữ ký không đúng"),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARM)
def test_a_piece_that_is_wrong_or_missing_is_told_and_nothing_is_restored(
    made, elsewhere, tmp_path, harm
):
    do, words = HARM[harm]
    folder = Path(shutil.copytree(made.folder, tmp_path / "backup"))
    do(folder)

    assert words in refused("check", folder)
    assert words in refused("restore", folder, database=NEW)
    assert not elsewhere.named("postgres").ask("SELECT 1 FROM pg_database WHERE datname = %s", NEW)


def test_a_backup_broken_off_or_over_another_or_into_a_database_in_use_is_refused(made, tmp_path):
    with pytest.raises(CommandError, match="thư mục trống"):
        command("make", made.folder)
    with pytest.raises(CommandError, match="chưa lập xong"):
        command("check", tmp_path)
    with pytest.raises(CommandError, match="đã có dữ liệu"):
        command("restore", made.folder)
    with pytest.raises(CommandError, match="Tên cơ sở dữ liệu"):
        command("restore", made.folder, database='x"; DROP')


def test_a_site_that_went_on_has_grown_beside_its_backup(made, django_db_blocker):
    with django_db_blocker.unblock():
        before = command("compare", made.folder)
        case = Case.objects.get(pk=made.told.case.pk)
        made.told.take(
            "add_evidence", by="uyvien2", title="Biên bản sinh hoạt chi bộ", given_by="Chi ủy"
        )
        after = refused("compare", made.folder)

    assert ", equal" in before
    assert f"chain case:{case.pk}: dài thêm ({case.records} → {case.records + 1})" in after
    assert "table cases_steprecord: dài thêm" in after
