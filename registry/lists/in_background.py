"""A long list is looked over and taken in by jobs: asked for once, told as it goes, all of it or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser

from jobs import running
from jobs.kinds import Given, Outcome, Tell, job
from jobs.models import Job, State
from law import Reason
from registry import offices
from registry.keeping import OfficeRefused
from registry.lists.reading import ListRefused
from registry.lists.taking_in import TakeListIn
from registry.member_models import WaitingList

LOOK, TAKE_IN = "registry.look_over_list", "registry.take_list_in"
#: A list of more rows than this goes to a job: a page would keep whoever sent it waiting. A habit, no law.
LONG = 2_000
#: Of a long list so many findings are told before it is taken in; all of them stand in the register after.
TOLD = 100


def about(code: str, body: int) -> str:
    """What the job is done to: one list of one body, one at a time."""
    return f"list:{code}:{body}"


def deed_of(waiting: WaitingList, tell: Tell | None = None) -> TakeListIn:
    """The deed by which a waiting list is taken in; `tell` hears how far it is."""
    kind = next(one for one in _kinds(TakeListIn) if one.shape.code == waiting.list_code)
    return kind(
        document=waiting.source,
        in_body=waiting.body,
        taken_by=waiting.by,
        content=bytes(waiting.content),
        file_name=waiting.file_name,
        synced_on=waiting.synced_on,
        tell=tell,
    )


def _kinds(of: type[TakeListIn]) -> Iterator[type[TakeListIn]]:
    for one in of.__subclasses__():
        yield one
        yield from _kinds(one)


def ask(waiting: WaitingList, *, by: AbstractBaseUser, today: date) -> Job:
    """Ask for a waiting list to be taken in as on `today`; asked twice, it is the same job."""
    return _ask(TAKE_IN, waiting, by, today)


def ask_to_look(waiting: WaitingList, *, by: AbstractBaseUser, today: date) -> Job:
    """Ask what taking it in would do."""
    return _ask(LOOK, waiting, by, today)


def looked_over(waiting: WaitingList) -> Job | None:
    """The job that told what taking in this very list would do; None where none has."""
    name = about(waiting.list_code, waiting.body_id)
    last = Job.objects.filter(kind=LOOK, about=name, state=State.DONE).order_by("pk").last()
    asked = {"waiting": waiting.pk, "looked_over": _hash(waiting)}
    return last if last and asked.items() <= last.given.items() else None


def _ask(code: str, waiting: WaitingList, by: AbstractBaseUser, today: date) -> Job:
    given = {
        "waiting": waiting.pk, "list": waiting.list_code, "body": waiting.body_id,
        "on": today.isoformat(), "looked_over": _hash(waiting),
    }  # fmt: skip
    name = about(waiting.list_code, waiting.body_id)
    return running.start(code, about=name, by=by, given=given)


@job(LOOK, "Đối chiếu danh sách", whole=False, refuses=(OfficeRefused, ListRefused))
def _look(given: Given, by: AbstractBaseUser, tell: Tell) -> Outcome:
    waiting = _waiting(given, by)
    tell(0, waiting.rows, "đang đối chiếu với danh bạ")
    found = deed_of(waiting).comparison
    counted = {
        "Số dòng": found.rows, "Thêm mới": len(found.new), "Thay đổi": len(found.changed),
        "Không đổi": found.unchanged, "Giữ lại, chưa nhập": found.held_back,
        "Sai sót": len(found.findings), "Sai sót cũ đã được sửa": len(found.put_right),
    }  # fmt: skip
    return Outcome(
        lines=tuple((f"Dòng {one.line}", one.words) for one in found.findings[:TOLD]),
        figures=tuple((label, str(n)) for label, n in counted.items()),
    )


@job(TAKE_IN, "Nhập danh sách", whole=True, refuses=(OfficeRefused, ListRefused))
def _take_in(given: Given, by: AbstractBaseUser, tell: Tell) -> Outcome:
    waiting = _waiting(given, by)
    deed = deed_of(waiting, tell)
    offices.record(deed, by=waiting.by, today=date.fromisoformat(given["on"]))
    waiting.delete()
    found = deed.comparison
    counted = {
        "Số dòng": found.rows, "Thêm mới": len(found.new), "Thay đổi": len(found.changed),
        "Không đổi": found.unchanged, "Giữ lại, chưa nhập": found.held_back,
    }  # fmt: skip
    return Outcome(figures=tuple((label, str(n)) for label, n in counted.items()))


def _waiting(given: Given, by: AbstractBaseUser) -> WaitingList:
    """The list that was asked about, as it was then. Raises OfficeRefused for another one."""
    waiting = WaitingList.objects.select_related("body", "by").filter(pk=given["waiting"]).first()
    if waiting is None or waiting.by.account_id != by.pk:
        raise OfficeRefused([_gone("Danh sách chờ nhập không còn.")])
    if _hash(waiting) != given["looked_over"]:
        raise OfficeRefused([_gone("Danh sách chờ nhập đã khác với danh sách đã xem trước.")])
    return waiting


def _hash(waiting: WaitingList) -> str:
    return hashlib.sha256(bytes(waiting.content)).hexdigest()


def _gone(words: str) -> Reason:
    return Reason("list.gone", words, remedy="Chọn lại tệp rồi xem trước.")
