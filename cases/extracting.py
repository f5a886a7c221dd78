"""An extract of the audit trail that proves itself: chosen entries, the whole chain of each, and where it is sealed.

What lies in it is read by `proof/verify.py`, which goes along as it is. The chains hold personal answers as
salted commitments only, so an extract tells of them no more than its spreadsheet does.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings

from cases import checkpointing
from cases.models import Case, StepRecord
from cases.packing import NoLog, placed, sealed
from cases.tracing import Source, Traced
from proof.canonical import canonical
from proof.reader import as_the_system
from proof.verify import EXTRACT, deflated

#: The name of the spreadsheet in the pack.
SHEET = "nhat-ky.xlsx"


@as_the_system()  # of the files whose entries the caller may trace, the chains are whole or prove nothing
def extract(entries: Iterable[Traced], spreadsheet: bytes) -> bytes:
    """Return the pack of `entries`, a ZIP, with their spreadsheet; the newest heads are told to the log first.

    Entries that stand in no file's chain (reads, exceptions) are in the spreadsheet alone. Raises
    checkpointing.NoKey or NoLog where the site cannot vouch for it.
    """
    log = checkpointing.log()
    if log is None:
        raise NoLog
    steps = [one for one in entries if one.source is Source.STEP]
    for _again in range(
        3
    ):  # a step taken between the two moments is told, and the chains read once more
        checkpointing.take()
        cases = {
            c.reference: c for c in Case.objects.filter(reference__in={one.file for one in steps})
        }
        proof = placed(log, {_chain(case): case.head for case in cases.values()})
        if proof is not None:
            told = {"rows": [_row(one, cases) for one in steps], "chains": _chains(cases.values())}
            members = [
                deflated(
                    "verify.py", (Path(settings.BASE_DIR) / "proof" / "verify.py").read_bytes()
                ),
                deflated("README.txt", _READ_ME.encode()),
                deflated(SHEET, spreadsheet),
                deflated(EXTRACT, canonical(told).encode()),
                deflated("checkpoint.json", canonical(proof).encode()),
            ]
            return sealed(members, "trích nhật ký")
    raise RuntimeError("These files move faster than they can be read.")


def _chain(case: Case) -> str:
    return f"case:{case.pk}"


def _row(one: Traced, cases: dict[str, Case]) -> dict[str, Any]:
    return {
        "chain": _chain(cases[one.file]),
        "sequence": one.told["sequence"],
        "hash": one.told["hash"],
    }


def _chains(cases: Iterable[Case]) -> dict[str, Any]:
    told: dict[str, Any] = {_chain(one): {"named": one.reference, "entries": []} for one in cases}
    records = StepRecord.objects.filter(case__in=[one.pk for one in cases]).order_by(
        "case", "sequence"
    )
    for case, *entry in records.values_list("case", "sequence", "content", "hash"):
        told[f"case:{case}"]["entries"].append(entry)
    return told


_READ_ME = """\
TRÍCH NHẬT KÝ LƯU VẾT / EXTRACT OF THE AUDIT TRAIL

nhat-ky.xlsx: các dòng trích / the lines. Kiểm chứng trên máy có Python 3.11 trở lên, không cần mạng:
To verify on any machine with Python 3.11 or later, without network:

    python3 -I -S verify.py GOI.zip --key KHOA

GOI.zip là chính tệp này; KHOA là khóa công khai mà nơi dùng đã công bố. Kiểm chứng được: bảng Excel đúng
như khi xuất; mỗi dòng có mã băm nằm trong chuỗi bản ghi của hồ sơ; chuỗi ấy liền từ đầu đến cuối và kết
thúc đúng như mốc niêm phong đã ký. Lượt đọc, ngoại lệ, quy định, danh bạ chỉ có trong bảng.
GOI.zip is this very file; KHOA the public key the site has published. Verified: the spreadsheet is as it
was taken out; each line with a hash is in the chain of its file; that chain is whole and ends as the signed
checkpoint says. Reads, exceptions, law and register lines are in the spreadsheet alone.
"""
