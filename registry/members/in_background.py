"""A long member list is taken in as a job: asked for once, told as it goes, all of it or nothing."""

from __future__ import annotations

import hashlib
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser

from jobs import running
from jobs.kinds import Given, Outcome, Tell, job
from jobs.models import Job
from law import Reason
from registry import offices
from registry.keeping import OfficeRefused
from registry.member_models import MemberImport, WaitingList
from registry.members.reading import ListRefused
from registry.members.taking_in import TakeIn
from registry.models import Person

TAKE_IN = "registry.take_in_members"
#: A list of more rows than this is taken in by a job: a page would keep whoever sent it waiting. A habit, no law.
LONG = 2_000


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
    given = {
        "waiting": waiting.pk, "body": waiting.body_id, "on": today.isoformat(),
        "looked_over": _hash(waiting),
    }  # fmt: skip
    return running.start(TAKE_IN, about=about(waiting.body_id), by=by, given=given)


@job(TAKE_IN, "Nhập danh sách đảng viên", whole=True, refuses=(OfficeRefused, ListRefused))
def _take_in(given: Given, by: AbstractBaseUser, tell: Tell) -> Outcome:
    waiting = WaitingList.objects.select_related("body", "by").filter(pk=given["waiting"]).first()
    if waiting is None or waiting.by.account_id != by.pk:
        raise OfficeRefused([_gone("Danh sách chờ nhập không còn.")])
    if _hash(waiting) != given["looked_over"]:
        raise OfficeRefused([_gone("Danh sách chờ nhập đã khác với danh sách đã xem trước.")])
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


def _gone(words: str) -> Reason:
    return Reason("members.gone", words, remedy="Chọn lại tệp rồi xem trước.")
