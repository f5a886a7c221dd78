"""Members of the sample commune who work away or change cells, and the checks its committee owes in turns."""

from __future__ import annotations

from datetime import date, timedelta

from registry import offices
from registry.absences.deeds import ExemptAbsent, RecordAbsence, ReturnHome
from registry.cell_transfers.deeds import ReportReason, SeeTransfer, SendOff
from registry.models import Membership, Person
from registry.periodic_checks import Kind, RecordCheck
from registry.provinces import Province

_PAPER = "Biên bản họp chi bộ (mẫu)"
_NAMES = (
    "Bế Văn Mẫu Chuyên", "Cầm Thị Thử Diễm", "Hoàng Văn Mẫu Giáp", "Lường Thị Thử Hiền",
    "Mai Văn Mẫu Khoa", "Nông Thị Thử Loan", "Quàng Văn Mẫu Nghị", "Tòng Thị Thử Oanh",
)  # fmt: skip


def tell(province: Province, today: date) -> None:
    """Lay five members away, two who change cells, and one check of the transfer slips."""
    people = _members(province)
    _away(province, people[:5], today)
    _changing(province, people[5:], today)
    done = today - timedelta(days=120)
    _does(
        province, today,
        RecordCheck(
            in_body=province.bodies["btv"], unit=province.organisations["xa"], what=Kind.SLIPS,
            day=done, document="Biên bản kiểm tra phiếu (mẫu)", result="Đủ phiếu báo chuyển sinh hoạt.",
        ),
    )  # fmt: skip


def _members(province: Province) -> list[Person]:
    """Members of a cell about which no matter of the demo is told."""
    cell = province.organisations["thon3"]
    people = [Person.objects.create(full_name=one) for one in _NAMES]
    for person in people:
        Membership.objects.create(
            person=person, cell=cell, status=Membership.Status.OFFICIAL, first_day=date(2025, 7, 1)
        )
    return people


def _away(province: Province, people: list[Person], today: date) -> None:
    """Two declared nothing; of the others one is freed from meetings, one is home again without a word."""
    body = province.bodies["btv"]
    addresses = (
        "",
        "Số 12 ngõ Mẫu, Bình Thử",
        "",
        "Nhà trọ số 3, Bình Thử",
        "Khu công nghiệp Mẫu Nam",
    )
    rows = [
        _does(
            province, today,
            RecordAbsence(
                person=person, in_body=body, place="Bình Thử" if at < 4 else "Mẫu Nam",
                address=address, first_day=today - timedelta(days=70 + 40 * at),
                registered=bool(address), document=_PAPER,
            ),
        )
        for at, (person, address) in enumerate(zip(people, addresses, strict=True))
    ]  # fmt: skip
    _does(
        province, today,
        ExemptAbsent(
            absence=rows[1], in_body=body, day=today - timedelta(days=60), document="Nghị quyết của Đảng ủy (mẫu)",
            exempt_until=today - timedelta(days=4),
        ),
    )  # fmt: skip
    home = ReturnHome(absence=rows[4], in_body=body, day=today - timedelta(days=9), document=_PAPER)
    _does(province, today, home)


def _changing(province: Province, people: list[Person], today: date) -> None:
    """One has a letter that was never presented, one is late and told why, one has just begun."""
    body, school = province.bodies["btv"], province.organisations["truong"]
    seen = [
        _does(
            province, today,
            SeeTransfer(
                person=person, in_body=body, way="chinh_thuc", event=event, event_on=day,
                to_cell=school, document="Quyết định điều động (mẫu)",
            ),
        )
        for person, event, day in zip(
            people,
            ("Chuyển công tác", "Chuyển nơi ở", "Chuyển công tác"),
            (date(2025, 11, 20), date(2025, 11, 3), today - timedelta(days=12)),
            strict=True,
        )
    ]  # fmt: skip
    _does(
        province, today,
        SendOff(
            transfer=seen[0], in_body=body, day=date(2025, 12, 10), document="Giấy giới thiệu 31 (mẫu)"
        ),
    )  # fmt: skip
    _does(
        province, today,
        ReportReason(
            transfer=seen[1], in_body=body, day=today - timedelta(days=20),
            document="Báo cáo của đảng viên (mẫu)", reason="Chờ xác nhận nơi cư trú mới.",
        ),
    )  # fmt: skip


def _does(province: Province, today: date, deed):
    return offices.record(deed, by=province.people["bithuxa"], today=today)
