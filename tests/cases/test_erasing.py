"""Erasing personal words: two persons, a paper, nothing of the name left in any table, and all of it still verified."""

from __future__ import annotations

import html
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as site
from django.contrib.auth import get_user_model
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases import checkpointing, packing
from cases.erasing.deeds import AskErasing, Erase, record
from cases.models import StepRecord
from cases.obstacle_models import ForeignRead
from cases.paging import Place
from cases.tracing import Auditor, Kind, Sought, read
from cases.verification import verify
from documents.printing import print_pending
from registry.erasure_models import Erasure
from registry.keeping import OfficeRefused
from registry.models import Membership, Person, RegisterEntry
from registry.register import faults
from tests.cases.erasing import PAPER, agrees, asks, has_bytes, told_in
from tests.cases.supervision import TODAY, Supervision, lay_province

NAME = "Tòng Văn Mất"
DONE = (
    "Dữ liệu cá nhân đã xóa ngày 20/11/2026 theo Quyết định số 12-QĐ/TU của Ban Thường vụ Tỉnh ủy"
)
PAGES = (
    "case",
    "case-retold",
    "case-map",
    "case-as-of",
    "case-explained",
    "case-law",
)


class Signed:
    """Somebody of the province at their pages."""

    def __init__(self, person: Person):
        person.account = get_user_model().objects.create_user(f"xoa-{person.pk}")
        person.save()
        self.client = Client()
        self.client.force_login(person.account)

    def reads(self, name: str, *parts: object, query: str = "") -> str:
        answer = self.client.get(reverse(name, args=parts) + query)
        assert answer.status_code == 200, (name, answer.status_code)
        return html.unescape(answer.content.decode())

    def sends(self, name: str, said: dict[str, object], *parts: object) -> str:
        days = {
            key: f"{value:%d/%m/%Y}" if isinstance(value, date) else value
            for key, value in said.items()
        }
        answer = self.client.post(reverse(name, args=parts), days, follow=True)
        return html.unescape(answer.content.decode())


def because(refused: pytest.ExceptionInfo[OfficeRefused]) -> set[str]:
    return {one.rule for one in refused.value.reasons}


def test_a_file_is_erased_and_all_that_is_left_still_holds(db, tmp_path, settings):
    settings.CHECKPOINTS, settings.CHECKPOINT_KEY = tmp_path / "log", tmp_path / "key"
    public = checkpointing.make_key()
    told = Supervision(lay_province())
    told.matter.found = f"đồng chí {NAME} đi làm ăn xa không báo cáo"
    told.matter.faults = f"Chưa nhắc nhở đồng chí {NAME}."
    told.goes_to("follow_up")
    with pytest.raises(OfficeRefused) as still_open:
        asks(told)
    print_pending()
    told.goes_to("close")
    print_pending()
    clerk, chair, auditor = (Signed(told.who(one)) for one in ("vanthu", "chunhiem", "giamsat"))
    reference = told.case.reference
    before = told_in(NAME)

    with pytest.raises(OfficeRefused) as nobody:
        asks(told, by="canbo")
    too_early = clerk.sends("erase-file", {**PAPER, "kept_until": ""}, reference)
    preview = clerk.sends("erase-file", PAPER, reference)
    erasure, waiting = Erasure.objects.get(), clerk.reads("erasures")
    with pytest.raises(OfficeRefused) as no_leader:
        agrees(told, erasure, by="vanthu")
    unticked = chair.sends("erasure", {"viec": "xoa"}, erasure.pk)
    done = chair.sends("erasure", {"viec": "xoa", "seen": "on"}, erasure.pk)

    assert {"cases_filerow.words", "cases_finding.content", "documents_paper.values"} <= {*before}
    assert "erasing.open" in because(still_open)
    assert "permission" in because(nobody)
    assert because(no_leader) == {"permission", "erasing.same_hand"}
    assert "quy định về thời hạn này chưa đọc được" in too_early
    assert "35-HD/VPTW" in too_early
    assert ["Chờ người thứ hai" in waiting, "Đã xóa ngày" in clerk.reads("erasures")] == [
        True,
        True,
    ]
    assert ["Sẽ xóa" in preview, "Bản ghi các bước" in preview, "Sẽ xóa" in unticked] == [True] * 3
    assert DONE in done
    assert "Sẽ xóa" not in done

    assert told_in(NAME) == has_bytes(NAME) == []
    report = verify()
    assert (report.faults, report.erased > 10) == ((), True)
    assert str(report) == f"audit: 1 cases, {report.records} records, intact"
    entry = RegisterEntry.objects.get(deed=RegisterEntry.Deed.ERASED)
    assert ("12-QĐ/TU" in entry.content, entry.by) == (True, told.who("chunhiem"))
    assert [page for page in PAGES if DONE not in chair.reads(page, reference)] == []
    paper = told.case.papers.earliest("paper_id").paper
    assert DONE in chair.reads("paper", paper.pk)
    assert chair.client.get(reverse("paper-pdf", args=[paper.pk])).status_code == 404
    assert "đã xóa theo quy định" in chair.reads("case-export", reference)
    assert "Xóa dữ liệu cá nhân" in auditor.reads("audit")
    assert "Cấp số" in auditor.reads("audit", query="?loai=so_van_ban")
    wrong = auditor.reads("audit", query="?tu=32/13/2026&ai=canbo")
    assert ['value="32/13/2026"' in wrong, 'id="id_tu_error"' in wrong] == [True, True]
    wrong = auditor.reads("calendar", query="?ngay=32/13/2026&cua=khong-co")
    assert ['value="32/13/2026"' in wrong, 'id="id_ngay_error"' in wrong] == [True, True]
    assert reference in auditor.reads("audit", query=f"?ho_so={reference}")

    goi = tmp_path / "goi.zip"
    goi.write_bytes(packing.pack(told.case))
    verifier = Path(site.BASE_DIR) / "proof" / "verify.py"
    checked = subprocess.run(
        [sys.executable, "-I", "-S", str(verifier), str(goi), "--key", public],
        capture_output=True, text=True, check=False, encoding="utf-8", env={"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
    assert "dữ liệu cá nhân đã xóa ngày 20/11/2026 theo Quyết định số 12-QĐ/TU" in checked.stdout


def test_nothing_is_emptied_without_an_order_and_with_one_only_what_it_names(db):
    told = Supervision(lay_province()).goes_to("open")
    record = StepRecord.objects.filter(case=told.case).latest("sequence")
    about = StepRecord.objects.filter(pk=record.pk)

    def refused(**values: object) -> bool:
        with pytest.raises(DatabaseError), transaction.atomic():
            about.update(**values)
        return True

    assert refused(salts={})
    Erasure.objects.create(
        **PAPER | {"body": told.case.body, "file": told.case.pk, "reference": told.case.reference, "outcome": "xoa"},
        asked_by=told.who("vanthu"), asked_on=TODAY, covers={"papers": [], "files": [], "records": 0, "rows": ""},
    )  # fmt: skip
    assert refused(hash="0" * 64)
    assert refused(inputs={**record.inputs, "them": "lời khác"})
    assert refused(salts={**record.salts, "rows": "khác"})
    assert about.update(inputs={}, salts={}) == 1


def test_a_person_who_left_is_erased_from_the_register_once_no_file_is_about_them(db):
    told = Supervision(lay_province())
    cell, keeper, body = (
        told.province.organisations["thon2"],
        told.who("bithuxa"),
        told.province.bodies["btv"],
    )
    person = Person.objects.create(full_name=NAME)
    membership = Membership.objects.create(
        person=person, cell=cell, status="chinh_thuc", first_day=date(2010, 3, 1)
    )
    said = {name: value for name, value in PAPER.items() if name != "kept_until"}

    def asks_for(whom: Person) -> Erasure:
        deed = AskErasing(in_body=body, person=whom, asked_by=keeper, asked_on=TODAY, **said)
        return record(deed, by=keeper, today=TODAY)

    with pytest.raises(OfficeRefused) as still_here:
        asks_for(person)
    Membership.objects.filter(pk=membership.pk).update(last_day=date(2020, 12, 31))
    with pytest.raises(OfficeRefused) as acted:
        asks_for(told.who("canbo"))
    ForeignRead.objects.create(by=keeper, about=person, unit=cell, way="to_chuc", at=timezone.now())
    auditor = Auditor.of(told.who("giamsat"), TODAY)
    (looked,) = read(auditor, [], Sought(kind=Kind.FOREIGN), Place(), 9)
    erasure = asks_for(person)
    with pytest.raises(OfficeRefused) as alone:
        record(
            Erase(erasure=erasure, decided_by=keeper, decided_on=TODAY, document="x"), by=keeper, today=TODAY
        )  # fmt: skip
    deputy = told.who("phobithuxa")
    record(
        Erase(erasure=erasure, decided_by=deputy, decided_on=TODAY, document="x"), by=deputy, today=TODAY
    )  # fmt: skip

    assert "erasing.member" in because(still_here)
    assert "erasing.acted" in because(acted)
    assert because(alone) == {"erasing.same_hand"}
    assert (looked.who, looked.told["about"]) == (keeper.full_name, NAME)
    assert told_in(NAME) == []
    assert not list(faults())
    assert "đã xóa theo quy định" in Person.objects.get(pk=person.pk).full_name
