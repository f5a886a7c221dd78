"""Daily work to try: lessons sent out of a conclusion with one report in, a member's paper file on loan and late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from cases import services
from cases.models import Case, FileRow
from cases.stories.demo import supervision
from registry import offices
from registry.members.loans import LendMemberFile
from registry.provinces import Province
from workflows.rows import RowKind


def tell(province: Province, today: date) -> None:
    """Go on from the supervision that `demo.tell` took furthest; no day after `today`."""
    _lessons(province, supervision(province, "thon1"), today)
    _loan(province, today)


def _lessons(province: Province, case: Case, today: date) -> None:
    def take(step: str, by: str, **said: Any) -> None:
        services.take_step(
            case, step, actor=province.people[by], acted_on=today, inputs=said, today=today
        )

    take(
        "draft_notify_lessons", "canbo",
        addressee="Chi bộ thôn Thử Hai\nChi bộ thôn Thử Ba",
        lessons="Sổ theo dõi đảng viên đi làm ăn xa ghi thiếu nơi ở\nKhông ai đối chiếu sổ hằng tháng",
        requests="Rà soát sổ theo dõi của chi bộ mình\nĐưa nội dung này vào kỳ sinh hoạt gần nhất",
        report_by=(today + timedelta(days=12)).isoformat(),
    )  # fmt: skip
    take("notify_lessons", "chunhiem")
    notice = FileRow.objects.get(case=case, kind=RowKind.LESSONS)
    take(
        "record_lessons", "canbo", notice=notice.number, reported_by="Chi bộ thôn Thử Hai",
        note="Đã rà soát, bổ sung nơi ở của 3 đảng viên.", rest="con_thieu",
    )  # fmt: skip


def _loan(province: Province, today: date) -> None:
    deed = LendMemberFile(
        document="Phiếu mượn số 04 (mẫu)",
        in_body=province.bodies["btv"],
        person=province.people["thon2a"],
        borrower="Lý Văn Mượn, cán bộ Ban Xây dựng Đảng (mẫu)",
        purpose="Đối chiếu lý lịch để bổ sung hồ sơ",
        allowed_by="Bí thư Đảng ủy xã",
        lent_on=today - timedelta(days=20),
        due_back=today - timedelta(days=6),
    )
    offices.record(deed, by=province.people["bithuxa"], today=today)
