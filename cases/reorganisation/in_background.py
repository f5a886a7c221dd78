"""A plan done or taken back as a job: the press answers at once, and a line for each unit tells what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser

from cases.models import Reorganisation, ReorganisationAct
from cases.reorganisation import acting
from cases.reorganisation.previewing import Progress
from jobs.kinds import Given, Outcome, Tell, job
from jobs.models import Job
from jobs.running import start
from registry import clock
from registry.keeping import OfficeRefused
from registry.models import Body, Membership, Organisation, Person, Succession

DO, UNDO = "sap_xep.thuc_hien", "sap_xep.bo"
_SAYING = {"register": "đang ghi danh bạ", "files": "đang chuyển hồ sơ"}


def ask_to_do(row: Reorganisation, *, by: AbstractBaseUser, digest: str) -> Job:
    """Let the plan be carried out as the preview of that digest showed it."""
    return start(DO, about=about(row), by=by, given={"plan": row.pk, "digest": digest})


def ask_to_undo(row: Reorganisation, *, by: AbstractBaseUser, reason: str) -> Job:
    """Let the act be taken back."""
    return start(UNDO, about=about(row), by=by, given={"plan": row.pk, "reason": reason})


def about(row: Reorganisation) -> str:
    """What the jobs of a plan are kept by."""
    return f"sap-xep:{row.pk}"


@job(DO, "Thực hiện việc sắp xếp tổ chức", whole=True, refuses=(OfficeRefused,))
def _do(given: Given, by: AbstractBaseUser, tell: Tell) -> Outcome:
    row = Reorganisation.objects.select_related("body__organisation").get(pk=given["plan"])
    tell(0, 0, "đang đối chiếu với bản xem trước")
    act = acting.do(
        row, by=_person(by), today=clock.today(), digest=given["digest"], progress=_told(tell)
    )
    return Outcome(tuple(_units(act, act)), tuple(_figures(act)))


@job(UNDO, "Bỏ việc sắp xếp tổ chức", whole=True, refuses=(OfficeRefused,))
def _undo(given: Given, by: AbstractBaseUser, tell: Tell) -> Outcome:
    row = Reorganisation.objects.select_related("body__organisation").get(pk=given["plan"])
    tell(0, 0, "đang đối chiếu với việc đã làm")
    act = acting.undo(
        row, by=_person(by), today=clock.today(), reason=given["reason"], progress=_told(tell)
    )
    done = row.acts.get(kind=ReorganisationAct.Kind.DONE)
    return Outcome(tuple(_units(done, act)), tuple(_figures(act)))


def _person(account: AbstractBaseUser) -> Person:
    """Whoever asked, as the register knows them; what they may is judged again by the act."""
    return Person.objects.get(account=account)


def _told(tell: Tell) -> Progress:
    return lambda what, done, of: tell(done, of, _SAYING[what])


def _units(done: ReorganisationAct, act: ReorganisationAct) -> Iterator[tuple[str, str]]:
    """Each unit that ended with `done`, and what `act` did to it."""
    files, members = _files(done.content["files"]), _members(done)
    back = act.kind == ReorganisationAct.Kind.UNDONE
    heirs = _heirs(done)
    for unit in Organisation.objects.filter(pk__in=_of(done, "organisation", "ended")).order_by(
        "code"
    ):
        where = "hoạt động trở lại" if back else heirs.get(unit.pk, "không có tổ chức kế thừa")
        counted = f"{files[unit.pk]} hồ sơ, {members[unit.pk]} đảng viên"
        yield unit.name, f"{where}; {counted}{' trở về' if back else ''}"


def _files(files: Sequence[dict[str, Any]]) -> Counter[int]:
    """How many files lay with a body of each organisation."""
    homes = dict(
        Body.objects.filter(pk__in={one["from"] for one in files}).values_list("pk", "organisation")
    )
    return Counter(homes[one["from"]] for one in files)


def _members(done: ReorganisationAct) -> Counter[int]:
    """How many memberships ended in each cell."""
    rows = Membership.objects.filter(pk__in=_of(done, "membership", "ended"))
    return Counter(rows.values_list("cell", flat=True))


def _heirs(done: ReorganisationAct) -> dict[int, str]:
    rows = Succession.objects.filter(pk__in=_of(done, "succession", "begun"))
    found: dict[int, list[str]] = {}
    for row in rows.select_related("successor").order_by("successor__code"):
        found.setdefault(row.predecessor_id, []).append(row.successor.name)
    return {unit: f"thành {', '.join(names)}" for unit, names in found.items()}


def _of(act: ReorganisationAct, table: str, how: str) -> list[int]:
    return [pk for t, pk, h, _before in act.content["changes"] if (t, h) == (table, how)]


def _figures(act: ReorganisationAct) -> Iterator[tuple[str, str]]:
    yield "Dòng trong nhật ký danh bạ", str(act.content["entries"])
    yield "Hồ sơ đã chuyển", str(len(act.content["files"]))
    yield "Hồ sơ, việc còn ở cơ quan đã kết thúc", str(sum(act.content["orphans"].values()))
