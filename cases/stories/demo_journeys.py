"""Journeys abroad of the sample commune: in order, late, unreported, a group; a rule of its own; one declaration."""

from __future__ import annotations

from datetime import date, timedelta

from cases.obstacle_models import ObstacleQuery
from cases.obstacles import asking
from registry import offices
from registry.journeys.declaring import Declare
from registry.journeys.deeds import (
    ComeBack,
    DecideJourney,
    EnterJourney,
    LayRule,
    ReportAfter,
)
from registry.provinces import Province


def tell(province: Province, today: date) -> None:
    """Lay what the cell's secretary and the commune's committee entered; every name and place is invented."""
    people, bodies = province.people, province.bodies
    keeper, secretary = people["bithuxa"], people["bithu2"]
    cell, committee = bodies["chi_bo_thon2"], bodies["btv"]

    def day(back: int) -> date:
        return today - timedelta(days=back)

    rule = LayRule(
        in_body=committee, first_day=day(300), before=7, before_unit="working_day", after=15,
        after_unit="day", document="Quy chế làm việc của Đảng ủy (mẫu)",
    )  # fmt: skip
    offices.record(rule, by=keeper, today=day(300))

    def goes(who: str, place: str, first: int, last: int, reported: int | None, **said: str):
        entered = EnterJourney(
            in_body=cell, person=people[who], place=place, leaves_on=day(first), returns_on=day(last),
            reported_on=None if reported is None else day(reported),
            document="Báo cáo của đảng viên (mẫu)", **{"purpose": "viec_rieng", **said},
        )  # fmt: skip
        return offices.record(entered, by=secretary, today=today)

    def does(kind, journey, back: int, **said: str):
        deed = kind(journey=journey, in_body=cell, day=day(back), document="Văn bản (mẫu)", **said)
        offices.record(deed, by=secretary, today=today)

    kept = goes("thon2a", "Lào", 80, 73, 100, purpose="viec_cong")
    does(DecideJourney, kept, 95, decision="dong_y")
    does(ComeBack, kept, 73)
    does(ReportAfter, kept, 65)
    late = goes("thon2b", "Thái Lan", 60, 50, 62)
    does(DecideJourney, late, 61, decision="dong_y")
    does(ComeBack, late, 50)
    goes("thon2c", "Cam-pu-chia", 30, 26, None)
    for who in ("thon2a", "thon2b", "thon2d"):
        goes(
            who, "Nhật Bản", -20, -75, 2, group="Đoàn học tập kinh nghiệm (mẫu)", purpose="hoc_tap"
        )
    declared = Declare(
        in_body=cell, person=people["dangvien"], relation="quan_he", declared_on=day(200),
        said="Có người thân định cư ở nước ngoài (mẫu).", paper="Bản kê khai năm nay (mẫu)",
    )  # fmt: skip
    offices.record(declared, by=secretary, today=today)
    for who, purpose in (
        ("dangvien", ObstacleQuery.Purpose.REWARD),
        ("thon2a", ObstacleQuery.Purpose.TRAVEL),
    ):
        asking.ask(
            people[who], purpose=purpose, on=today, reason="Đợt xét cuối năm (mẫu)", by=keeper,
            today=today,
        )  # fmt: skip
