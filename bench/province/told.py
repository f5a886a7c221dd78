"""The first commune of the province, told step by step through the one door, with all its papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from django.db import connection, transaction

from cases.stories import demo
from cases.stories.demo import Matter
from cases.stories.teller import Teller
from documents.printing import print_pending
from registry.provinces import Province, load

TODAY = date(2026, 11, 20)

#: The step after which a case is ready for the measured ones: verified, with a finding on record.
READY = "record_finding"

#: Ten matters, most of them ready, the others at the points where files lie: 15 records on average.
MATTERS = (
    *(Matter(place, "việc chấp hành chế độ sinh hoạt chi bộ", 60, READY)
      for place in ("thon1", "thon2", "thon3", "truong", "tram", "hop")),
    Matter("thon1", "việc quản lý đảng viên đi làm ăn xa", 60, "announce"),
    Matter("truong", "việc thực hiện quy chế dân chủ trong trường học", 50, "consider_result"),
    Matter("tram", "việc thu, nộp, quản lý đảng phí", 41, "open"),
    Matter("hop", "việc lãnh đạo thực hiện nhiệm vụ chính trị", 6, "draft_decide"),
)  # fmt: skip

#: The step before the last: a file closes once its papers are printed.
ENDING = "follow_up"

#: Ten matters that have ended, for what looks at finished files.
FINISHED = tuple(
    Matter(place, theme, 120, ENDING)
    for place in ("thon1", "thon2", "thon3", "truong", "tram")
    for theme in ("việc chấp hành chế độ sinh hoạt chi bộ", "việc thu, nộp, quản lý đảng phí")
)

#: Evidence handed in on a ready case, so that it has as many records as a case of the field.
EVIDENCE = 5


@transaction.atomic
def tell(matters: Sequence[Matter] = MATTERS) -> Province:
    """Lay one commune with its ten matters; nothing is printed, for the press is not what is measured."""
    province = load("thu_ha", code="do")
    for matter in matters:
        teller = Teller(lambda _line: None, Path("/nonexistent"))
        place = province.organisations[matter.subject]
        demo.supervise(teller, demo.Committee.of(province), place, matter, TODAY)
        if matter.until == READY:
            _hand_in(teller, province)
        if matter.until == ENDING:
            _close(teller, province)
    connection.run_on_commit.clear()
    return province


def _close(teller: Teller, province: Province) -> None:
    print_pending()
    day = TODAY - timedelta(days=60)
    teller.takes("close", by=province.people["uyvien"], on=day, archive="HS-GS-01")


def _hand_in(teller: Teller, province: Province) -> None:
    day = TODAY - timedelta(days=30)
    for number in range(EVIDENCE):
        teller.takes(
            "add_evidence", by=province.people["uyvien2"], on=day,
            title=f"Biên bản sinh hoạt chi bộ, quyển {number + 1}", given_by="Chi ủy",
        )  # fmt: skip
