"""Việc chạy nền: which jobs a person may see, where each leads on, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import law
from cases import papers_at_once
from cases.models import Reorganisation
from cases.reorganisation import in_background
from desk.gathering import words
from desk.gathering.lists import area_of
from desk.gathering.reorganisations import all_kept_by, kept_by
from desk.lists import LISTS
from desk.pages.jobs import JobPage
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.worded import worded
from jobs.kinds import KINDS
from jobs.models import Job, State
from registry.lists import in_background as lists_in_background
from registry.models import Body, Person

_STATES = {
    State.WAITING: (gettext_lazy("Đang chờ đến lượt"), Tone.HOLD, "hourglass"),
    State.RUNNING: (gettext_lazy("Đang thực hiện"), Tone.INFO, "hourglass"),
    State.DONE: (gettext_lazy("Đã xong"), Tone.OK, "check"),
    State.REFUSED: (gettext_lazy("Không thực hiện được"), Tone.LATE, "x"),
}


@dataclass(frozen=True)
class Place:
    """What a job is about, for one who may see it: its name, and the page to go on to."""

    about: str
    then: Link
    thing: str = ""  # what each line of the result is about


def _of_a_plan(job: Job, me: Person, today: date) -> Place | None:
    """Whoever keeps the register of the deciding body sees the jobs of its plans, whoever asked for them."""
    plans = Reorganisation.objects.filter(pk=job.given["plan"], body__in=kept_by(me, today))
    if (plan := plans.first()) is None:
        return None
    return Place(
        plan.document,
        Link(_("Xem phương án"), reverse("reorganisation", args=[plan.pk]), "arrow-right"),
    )


def _of_old_files(job: Job, me: Person, today: date) -> Place | None:
    """Whoever keeps the register of the body that takes the files up."""
    body = next((one for one in all_kept_by(me, today) if one.pk == job.given["body"]), None)
    if body is None:
        return None
    ended = Body.objects.get(pk=job.given["ended"])
    then = Link(_("Sắp xếp tổ chức"), reverse("reorganisations"), "arrow-right")
    return Place(f"{ended.name} → {body.name}", then)


def _of_list(job: Job, me: Person, today: date) -> Place | None:
    """Whoever takes such lists in for the body sees how far one is."""
    found = ((code, one) for code, one in LISTS.items() if one.deed.shape.code == job.given["list"])
    code, kind = next(found, ("", None))
    body = kind and kind.bodies(me, today).filter(pk=job.given["body"]).first()
    if kind is None or body is None:
        return None
    if job.kind == lists_in_background.LOOK:
        there = reverse("list-preview", args=[code, body.pk])
        return Place(body.name, Link(_("Xem trước danh sách"), there, "arrow-right"), _("Dòng"))
    area = area_of(kind)
    return Place(body.name, Link(area.text, area.url, "arrow-right"))


def _of_papers(job: Job, me: Person, today: date) -> Place | None:
    """Only whoever asked for them sees the papers that were numbered and printed at once."""
    if job.by_id != me.account_id:
        return None
    about = _("%(n)d văn bản") % {"n": len(job.given["papers"])}
    if job.state == State.DONE and papers_at_once.printed(job.given, me, today).exists():
        there = reverse("papers-zip", args=[job.pk])
        return Place(about, Link(_("Tải tất cả về"), there, "download"), _("Hồ sơ"))
    return Place(about, Link(_("Chọn lại"), reverse("papers-at-once"), "arrow-right"), _("Hồ sơ"))


#: By kind of job, who may see it and where it leads on.
PLACES: Mapping[str, Callable[[Job, Person, date], Place | None]] = {
    in_background.DO: _of_a_plan,
    in_background.UNDO: _of_a_plan,
    in_background.TAKE_UP: _of_old_files,
    papers_at_once.CODE: _of_papers,
    lists_in_background.LOOK: _of_list,
    lists_in_background.TAKE_IN: _of_list,
}


def job_for(pk: int, me: Person, today: date) -> tuple[Job, Place]:
    """The job of that number with its place, for one who may see it; 404 for anybody else."""
    job = Job.objects.filter(pk=pk).first()
    place = PLACES[job.kind](job, me, today) if job and job.kind in PLACES else None
    if job is None or place is None:
        raise Http404("No such job of this person's.")
    return job, place


def job_page(job: Job, place: Place) -> JobPage:
    """One job as its page shows it."""
    word, tone, icon = _STATES[State(job.state)]
    if left := job.result.get("left", 0):
        word, tone, icon = _("Xong, còn việc chưa làm được"), Tone.SOON, "info"
    kind = KINDS[job.kind]
    return JobPage(
        title=worded(kind.label),
        about=place.about,
        asked_at=job.asked_at,
        state=Tag(str(word), tone, icon),
        is_open=job.is_open,
        percent=job.percent,
        said=_said(job),
        then=place.then,
        thing=place.thing or _("Đơn vị"),
        lines=job.result.get("lines", ()),
        figures=[Fact(label, value) for label, value in job.result.get("figures", ())],
        reasons=[words.reason(law.Reason(**one)) for one in job.reasons],
        left=left,
    )


def _said(job: Job) -> str:
    if job.state == State.WAITING:
        return "Việc bắt đầu khi tiến trình nền nhận; thường trong vài giây."
    said = (job.saying or "đang bắt đầu").capitalize()
    if job.total and job.done:
        return f"{said}: {job.done} trên {job.total}."
    return f"{said}."
