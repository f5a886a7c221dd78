"""A long member list is looked over and taken in by jobs: asked for once, told as it goes, all of it or nothing."""

from __future__ import annotations

import hashlib
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser

from jobs import running
from jobs.kinds import Given, Outcome, Tell, job
from jobs.models import Job, State
from law import Reason
from registry import offices
from registry.keeping import OfficeRefused
from registry.member_models import MemberImport, WaitingList
from registry.members.reading import ListRefused
from registry.members.taking_in import TakeIn
from registry.models import Person

LOOK, TAKE_IN = "registry.look_over_members", "registry.take_in_members"
#: A list of more rows than this is taken in by a job: a page would keep whoever sent it waiting. A habit, no law.
LONG = 2_000
#: Of a long list so many findings are told before it is taken in; all of them stand in the register after.
TOLD = 100


def about(body: int) -> str:
    """What the job is done to: the list of one body, one at a time."""
    return f"members:{body}"


def deed_of(waiting: WaitingList, me: Person, tell: Tell | None = None) -> TakeIn:
    """The deed by which a waiting list is taken in; `tell` hears how far it is."""
    return TakeIn(
        document=waiting.source,
        in_body=waiting.body,
        taken_by=me,
        content=bytes(waiting.content),
        file_name=waiting.file_name,
        synced_on=waiting.synced_on,
        tell=tell,
    )


def ask(waiting: WaitingList, *, by: AbstractBaseUser, today: date) -> Job:
    """Ask for a waiting list to be taken in as on `today`; asked twice, it is the same job."""
    return _ask(TAKE_IN, waiting, by, today)


def ask_to_look(waiting: WaitingList, *, by: AbstractBaseUser, today: date) -> Job:
    """Ask what taking it in would do."""
    return _ask(LOOK, waiting, by, today)


def looked_over(waiting: WaitingList) -> Job | None:
    """The job that told what taking in this very list would do; None where none has."""
    done = Job.objects.filter(kind=LOOK, about=about(waiting.body_id), state=State.DONE)
    last = done.order_by("pk").last()
    asked = {"waiting": waiting.pk, "looked_over": _hash(waiting)}
    return last if last and asked.items() <= last.given.items() else None


def _ask(code: str, waiting: WaitingList, by: AbstractBaseUser, today: date) -> Job:
    given = {
        "waiting": waiting.pk, "body": waiting.body_id, "on": today.isoformat(),
        "looked_over": _hash(waiting),
    }  # fmt: skip
    return running.start(code, about=about(waiting.body_id), by=by, given=given)


@job(LOOK, "Đối chiếu danh sách đảng viên", whole=False, refuses=(OfficeRefused, ListRefused))
def _look(given: Given, by: AbstractBaseUser, tell: Tell) -> Outcome:
    waiting = _waiting(given, by)
    tell(0, waiting.rows, "đang đối chiếu với danh bạ")
    found = deed_of(waiting, waiting.by).comparison
    counted = {
        "Số dòng": found.rows, "Thêm mới": len(found.new), "Thay đổi": len(found.changed),
        "Không đổi": found.unchanged, "Giữ lại, chưa nhập": found.held_back,
        "Sai sót": len(found.findings), "Sai sót cũ đã được sửa": len(found.put_right),
    }  # fmt: skip
    return Outcome(
        lines=tuple((f"Dòng {one.line}", one.words) for one in found.findings[:TOLD]),
        figures=tuple((label, str(n)) for label, n in counted.items()),
    )


@job(TAKE_IN, "Nhập danh sách đảng viên", whole=True, refuses=(OfficeRefused, ListRefused))
def _take_in(given: Given, by: AbstractBaseUser, tell: Tell) -> Outcome:
    waiting = _waiting(given, by)
    deed = deed_of(waiting, waiting.by, tell)
    taken: MemberImport = offices.record(deed, by=waiting.by, today=date.fromisoformat(given["on"]))
    waiting.delete()
    counted = {
        "Số dòng": taken.rows, "Thêm mới": taken.created, "Thay đổi": taken.changed,
        "Không đổi": taken.unchanged, "Giữ lại, chưa nhập": taken.held_back,
    }  # fmt: skip
    return Outcome(figures=tuple((label, str(n)) for label, n in counted.items()))


def _hash(waiting: WaitingList) -> str:
    return hashlib.sha256(bytes(waiting.content)).hexdigest()


def _waiting(given: Given, by: AbstractBaseUser) -> WaitingList:
    """The list that was asked about, as it was then. Raises OfficeRefused for another one."""
    waiting = WaitingList.objects.select_related("body", "by").filter(pk=given["waiting"]).first()
    if waiting is None or waiting.by.account_id != by.pk:
        raise OfficeRefused([_gone("Danh sách chờ nhập không còn.")])
    if _hash(waiting) != given["looked_over"]:
        raise OfficeRefused([_gone("Danh sách chờ nhập đã khác với danh sách đã xem trước.")])
    return waiting


def _gone(words: str) -> Reason:
    return Reason("members.gone", words, remedy="Chọn lại tệp rồi xem trước.")
