"""The registers of the sample commune: a directive, this year's programme, a commitment, a team's days."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from cases import services
from cases.models import Attachment
from cases.stories.demo import supervision
from registry import offices
from registry.deeds import Deed
from registry.guidance.directives import EnterDirective, LinkCascade
from registry.guidance.pledges import RecordPledge
from registry.guidance.programme import CancelItem, CloseItem, PlanItem, ProveItem
from registry.guidance_models import Directive, ProgrammeItem
from registry.models import Body, Person
from registry.provinces import Province
from workflows.everyday.guided import FOLLOW
from workflows.everyday.team_work import PLAN_DAY, WRITE_DIARY

#: Which cells have carried the directive out, by what.
LAID = {
    "thon1": ("ke_hoach", "03-KH/CB"),
    "thon2": ("ke_hoach", "02-KH/CB"),
    "tram": ("cong_van", "05-CV/CB"),
}
#: The items of the year: form, theme, unit, months.
ITEMS = (
    ("giam_sat", "việc quản lý đảng viên đi làm ăn xa", ("thon1",), (7, 9)),
    ("giam_sat", "việc thực hiện quy chế dân chủ trong trường học", ("truong",), (10, 12)),
    ("giam_sat", "việc thu, nộp, quản lý đảng phí", ("tram", "thon2"), (10, 12)),
    ("kiem_tra", "việc chấp hành quy chế làm việc", ("hop",), (4, 6)),
    ("giam_sat", "việc học tập nghị quyết", ("thon3",), (1, 3)),
    ("pho_bien", "Quán triệt quy định về những điều đảng viên không được làm", (), (1, 3)),
)


def tell(province: Province, today: date) -> None:
    """Lay the registers, and tie to them the supervisions that `demo` has told."""
    committee, inspection = province.bodies["btv"], province.bodies["ubkt"]
    secretary, chair = province.people["bithuxa"], province.people["chunhiem"]
    directive = _directive(province, committee, secretary, today)
    items = [_does(deed, chair, today) for deed in _items(province, inspection, directive, today)]
    _follow(province, items[0], "thon1", today)
    _follow(province, items[1], "truong", today)
    _follow(province, items[2], "tram", today)
    _ended(items[4], items[5], chair, today)
    _pledge(province, today)
    _team(province, today)


def _does(deed: Deed, by: Person, today: date) -> Any:
    return offices.record(deed, by=by, today=today)


def _directive(province: Province, body: Body, by: Person, today: date) -> Directive:
    dated = today - timedelta(days=200)
    entered: Directive = _does(
        EnterDirective(
            in_body=body, document="Chỉ thị số 04 (mẫu)", type="chi_thi", number="04 (mẫu)",
            issuer=body.name, dated=dated, first_day=dated,
            theme="Tăng cường kiểm tra, giám sát công tác quản lý đảng viên đi làm ăn xa",
        ),
        by, today,
    )  # fmt: skip
    for place, (kind, number) in LAID.items():
        linking = LinkCascade(
            in_body=body, document=f"{number} (mẫu)", directive=entered, unit=province.organisations[place],
            type=kind, number=number, dated=dated + timedelta(days=20), title="Triển khai Chỉ thị số 04",
        )  # fmt: skip
        _does(linking, by, today)
    return entered


def _items(province: Province, body: Body, directive: Directive, today: date) -> Iterator[PlanItem]:
    for kind, theme, units, (first, last) in ITEMS:
        yield PlanItem(
            in_body=body, document="01-CTr/UBKTĐU (mẫu)", year=today.year, type=kind, theme=theme,
            first_month=first, last_month=last, responsible=province.people["canbo"],
            units=[province.organisations[one] for one in units],
            directive=directive if "đi làm ăn xa" in theme else None,
        )  # fmt: skip


def _follow(province: Province, item: ProgrammeItem, place: str, today: date) -> None:
    services.take_step(
        supervision(province, place), FOLLOW, actor=province.people["canbo"], acted_on=today,
        inputs={"item": item.pk}, today=today,
    )  # fmt: skip


def _ended(cancelled: ProgrammeItem, closed: ProgrammeItem, by: Person, today: date) -> None:
    """One item that was not carried out, and one made known, on evidence."""
    said = {"document": "Kết luận của Ủy ban Kiểm tra (mẫu)", "day": today}
    _does(CancelItem(item=cancelled, reason="Chi bộ đang kiện toàn cấp ủy.", **said), by, today)
    content = b"%PDF-1.4\n% Bien ban hoi nghi (mau)\n%%EOF\n"
    sha = hashlib.sha256(content).hexdigest()
    Attachment.objects.get_or_create(
        sha256=sha,
        defaults={
            "name": "bien-ban-mau.pdf", "kind": "application/pdf", "size": len(content), "content": content,
        },
    )  # fmt: skip
    proof = ProveItem(
        item=closed, document="Biên bản hội nghị (mẫu)", title="Biên bản hội nghị quán triệt (mẫu)",
        dated=today - timedelta(days=100), file_name="bien-ban-mau.pdf", file_sha256=sha,
    )  # fmt: skip
    _does(proof, by, today)
    _does(CloseItem(item=closed, reason="Đã tổ chức hội nghị, đủ thành phần.", **said), by, today)


def _pledge(province: Province, today: date) -> None:
    said = RecordPledge(
        in_body=province.bodies["chi_bo_thon2"], document="Bản cam kết năm (mẫu)", day=today,
        person=province.people["thon2a"], year=today.year, type="cam_ket", dated=date(today.year, 1, 15),
        points=["Dự sinh hoạt chi bộ đủ kỳ.", "Nộp đảng phí đúng hạn.", "Phụ trách năm hộ gia đình."],
    )  # fmt: skip
    _does(said, province.people["bithu2"], today)


def _team(province: Province, today: date) -> None:
    """The team of one supervision has a day before it, and has written down what it did."""
    case, people = supervision(province, "truong"), province.people
    lead, secretary = people["phochunhiem"], people["uyvien"]
    day = {
        "planned_on": (today + timedelta(days=4)).isoformat(), "place": "Trường Trung học Thử Đông",
        "people": [lead.pk, secretary.pk], "work": "Nghe góp ý vào dự thảo báo cáo; đối chiếu sổ họp hội đồng.",
    }  # fmt: skip
    for step, actor, inputs in (
        (PLAN_DAY, lead, day),
        (
            WRITE_DIARY,
            secretary,
            {"done": "Đã đọc sổ họp hội đồng hai năm học; còn thiếu hai kỳ."},
        ),
    ):
        services.take_step(case, step, actor=actor, acted_on=today, inputs=inputs, today=today)
