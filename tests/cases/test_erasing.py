"""Erasing the personal words of a finished file: two persons, a paper, nothing of the name left, all still verified."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as site
from django.db import connection, transaction

from cases import checkpointing, packing
from cases.models import Case, FileRow, StepRecord
from cases.verification import verify
from documents.printing import print_pending
from registry.erasure_models import Erasure
from registry.keeping import OfficeRefused
from registry.models import RegisterEntry
from tests.cases.erasing import agrees, asks, told_in
from tests.cases.supervision import Supervision, lay_province

NAME = "Tòng Văn Mất"


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
    assert {"cases_filerow.words", "cases_finding.content", "documents_paper.values"} <= {*told_in(NAME)}

    with pytest.raises(OfficeRefused) as too_early:
        asks(told, kept_until=None)
    with pytest.raises(OfficeRefused) as nobody:
        asks(told, by="canbo")
    erasure = asks(told)
    with pytest.raises(OfficeRefused) as no_leader:
        agrees(told, erasure, by="vanthu")
    agrees(told, erasure)

    assert "erasing.open" in because(still_open)
    assert because(too_early) == {"input.kept_until"}
    assert "permission" in because(nobody)
    assert because(no_leader) == {"permission", "erasing.same_hand"}
    assert told_in(NAME) == []
    report = verify()
    assert (report.faults, report.erased > 10) == ((), True)
    assert str(report) == f"audit: 1 cases, {report.records} records, intact"
    entry = RegisterEntry.objects.get(deed=RegisterEntry.Deed.ERASED)
    assert "12-QĐ/TU" in entry.content
    assert entry.by == told.who("chunhiem")

    goi = tmp_path / "goi.zip"
    goi.write_bytes(packing.pack(told.case))
    verifier = Path(site.BASE_DIR) / "proof" / "verify.py"
    checked = subprocess.run(
        [sys.executable, "-I", "-S", str(verifier), str(goi), "--key", public],
        capture_output=True, text=True, check=False, encoding="utf-8", env={"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
    assert "dữ liệu cá nhân đã xóa ngày 20/11/2026 theo Quyết định số 12-QĐ/TU" in checked.stdout
