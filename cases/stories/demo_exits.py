"""Members of the sample commune who left the Party in the last years, as its register tells it."""

from __future__ import annotations

from datetime import date, timedelta

from cases.leaving import leave
from registry.models import Exit, Membership, Person
from registry.provinces import Province

_ADMITTED = date(2014, 5, 19)
#: Invented: who, of which cell, how, so many days ago.
_LEFT = (
    ("Nông Văn Thử Tài", "thon1", Exit.Kind.STRUCK_OFF, 430),
    ("Chu Thị Mẫu Yến", "thon2", Exit.Kind.ASKED, 405),
    ("Tạ Văn Mẫu Khoa", "thon1", Exit.Kind.STRUCK_OFF, 120),
)


def tell(province: Province, today: date) -> None:
    """Let each of them leave by an invented decision, written down by the secretary of the commune."""
    for number, (name, cell, way, ago) in enumerate(_LEFT, start=1):
        who = Person.objects.create(full_name=name)
        Membership.objects.create(
            person=who, cell=province.organisations[cell], status=Membership.Status.OFFICIAL,
            first_day=_ADMITTED,
        )  # fmt: skip
        day = today - timedelta(days=ago)
        decision = (f"Quyết định số 0{number}-QĐ/ĐU (mẫu)", day)
        leave(who, way, decision, province.people["bithuxa"], day, day)
