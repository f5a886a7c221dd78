"""A plan done or taken back as a job: the press answers at once, and a line for each unit tells what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser

from cases.models import Reorganisation, ReorganisationAct
from cases.reorganisation import acting, closed
from cases.reorganisation.previewing import Progress
from jobs.kinds import Given, Outcome, Tell, job
from jobs.models import Job
from jobs.running import start
from registry import clock
from registry.keeping import OfficeRefused
from registry.models import Body, Membership, Organisation, Person, Succession

DO, UNDO, TAKE_UP = "sap_xep.thuc_hien", "sap_xep.bo", "sap_xep.tiep_nhan"
_SAYING = {"register": "đang ghi danh bạ", "files": "đang chuyển hồ sơ"}


def ask_to_do(row: Reorganisation, *, by: AbstractBaseUser, digest: str) -> Job:
    """Let the plan be carried out as the preview of that digest showed it."""
    return start(DO, about=about(row), by=by, given={"plan": row.pk, "digest": digest})


def ask_to_undo(row: Reorganisation, *, by: AbstractBaseUser, reason: str) -> Job:
    """Let the act be taken back."""
    return start(UNDO, about=about(row), by=by, given={"plan": row.pk, "reason": reason})


def ask_to_take_up(ended: Body, body: Body, *, by: AbstractBaseUser, document: str) -> Job:
    """Let every closed file of the ended body be taken up at `body`."""
    given = {"ended": ended.pk, "body": body.pk, "document": document}
    return start(TAKE_UP, about=f"ho-so-cu:{ended.pk}:{body.pk}", by=by, given=given)


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


@job(TAKE_UP, "Tiếp nhận hồ sơ đã kết thúc", whole=False, refuses=(OfficeRefused,))
def _take_up(given: Given, by: AbstractBaseUser, tell: Tell) -> Outcome:
    bodies = Body.objects.select_related("organisation").in_bulk([given["ended"], given["body"]])
    found = closed.take_up_all(
        bodies[given["ended"]], bodies[given["body"]], document=given["document"],
        by=_person(by), today=clock.today(), progress=lambda n, of: tell(n, of, "đang tiếp nhận hồ sơ"),
    )  # fmt: skip
    taken = [(label, f"{count} hồ sơ") for label, count in sorted(found.taken.items())]
    figures = ("Đã tiếp nhận", str(found.taken.total())), ("Còn lại", str(len(found.left)))
    return Outcome((*taken, *found.left), figures, left=len(found.left))


def _person(account: AbstractBaseUser) -> Person:
    """Whoever asked, as the register knows them; what they may is judged again by the act."""
    return Person.objects.get(account=account)


def _told(tell: Tell) -> Progress:
    return lambda what, done, of: tell(done, of, _SAYING[what])


def _units(done: ReorganisationAct, act: ReorganisationAct) -> Iterator[tuple[str, str]]:
    """Each unit that ended with `done`, and what `act` did to it."""
    files, left = _files(done.content["files"]), _cells(done.content["unmoved"])
    members = _cells(_of(done, "membership", "ended"))
    back = act.kind == ReorganisationAct.Kind.UNDONE
    heirs = _heirs(done)
    for unit in Organisation.objects.filter(pk__in=_of(done, "organisation", "ended")).order_by(
        "code"
    ):
        where = "hoạt động trở lại" if back else heirs.get(unit.pk, "không có tổ chức kế thừa")
        counted = f"{files[unit.pk]} hồ sơ, {members[unit.pk]} đảng viên"
        unmoved = f"; {left[unit.pk]} đảng viên chưa chuyển" if left[unit.pk] and not back else ""
        yield unit.name, f"{where}; {counted}{' trở về' if back else unmoved}"


def _files(files: Sequence[dict[str, Any]]) -> Counter[int]:
    """How many files lay with a body of each organisation."""
    homes = dict(
        Body.objects.filter(pk__in={one["from"] for one in files}).values_list("pk", "organisation")
    )
    return Counter(homes[one["from"]] for one in files)


def _cells(memberships: Sequence[int]) -> Counter[int]:
    """How many of these memberships there are in each cell."""
    rows = Membership.objects.filter(pk__in=memberships)
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
