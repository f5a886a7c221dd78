"""Many papers numbered and printed as one job: each its own deed, with a line of its own, resumed where it stopped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet

from cases import services
from cases.models import RecordPaper
from cases.queries import papers_for
from cases.refused import StepRefused
from documents.models import Paper, State
from documents.printing import print_paper
from documents.services import PaperRefused
from jobs.kinds import Given, Outcome, Tell, job
from jobs.models import Job
from jobs.running import start
from proof.canonical import sha256
from proof.walls import ERASED
from registry import clock
from registry.models import Person, Post, on

CODE = "van_ban.hang_loat"

#: Papers in one job.
MOST = 300

#: What still waits for a number or a print, and what may be taken out with it.
CHOSEN_FROM = (State.SIGNED, State.READY, State.ISSUED)


def choosable(person: Person, today: date) -> QuerySet[RecordPaper]:
    """The papers of the bodies a person serves in, of files that person may open, that are not handed over yet."""
    bodies = Post.objects.filter(on(today), person=person).values("body")
    return papers_for(person, today).filter(paper__body__in=bodies, paper__state__in=CHOSEN_FROM)


def ask(papers: Sequence[int], *, by: AbstractBaseUser, day: date, purpose: str) -> Job:
    """Let the papers of these numbers be numbered, where they wait for it, and printed; asked twice it is one job."""
    chosen = sorted(set(papers))
    about = f"van-ban:{sha256([by.pk, chosen])[:16]}"
    given = {"papers": chosen, "on": day.isoformat(), "purpose": purpose}
    return start(CODE, about=about, by=by, given=given)


def printed(given: Given, person: Person, today: date) -> QuerySet[RecordPaper]:
    """Of the papers of a job those that are printed and that `person` may open today, in the order of their numbers."""
    held = (
        papers_for(person, today)
        .filter(paper__in=given["papers"], paper__print__isnull=False)
        .exclude(paper__title=ERASED)
    )
    return held.select_related("paper__print", "case").order_by(
        "paper__symbol", "paper__number", "paper"
    )


@job(CODE, "Cấp số, in nhiều văn bản", whole=False, refuses=(PaperRefused,))
def _work(given: Given, by: AbstractBaseUser, tell: Tell) -> Outcome:
    person, papers = Person.objects.get(account=by), given["papers"]
    lines, done = [], 0
    for at, paper in enumerate(papers, 1):
        name, said, is_printed = _one(paper, person, date.fromisoformat(given["on"]))
        lines.append((name, said))
        done += is_printed
        tell(at, len(papers), "đang in văn bản")
    figures = (("Văn bản đã in", f"{done} trên {len(papers)}"),)
    return Outcome(tuple(lines), figures, left=len(papers) - done)


def _one(pk: int, person: Person, day: date) -> tuple[str, str, bool]:
    """Number and print one paper; return what it is called, what became of it, and whether it is printed."""
    held = choosable(person, clock.today()).filter(paper=pk).select_related("case", "paper").first()
    if held is None:
        return f"Văn bản {pk}", "Không có trong các văn bản bạn được xử lý.", False
    try:
        if held.paper.state == State.SIGNED:
            _number(held, person, day)
        pages = print_paper(pk).pages
    except (StepRefused, PaperRefused) as refused:
        return held.case.reference, " ".join(map(_told, refused.reasons)), False
    name = Paper.objects.values_list("number_text", flat=True).get(pk=pk)
    return held.case.reference, f"{name or 'Không lấy số'}; đã in {pages} trang.", True


def _number(held: RecordPaper, person: Person, day: date) -> None:
    """Take the number through the one door; killed after it, the key of the deed makes a second try harmless."""
    services.take_step(
        held.case_id,
        "number_paper",
        actor=person,
        acted_on=day,
        inputs={"paper": held.paper_id},
        key=sha256([CODE, held.paper_id, person.pk]),
        today=clock.today(),
    )


def _told(reason: Any) -> str:
    return f"{reason} {reason.remedy}".strip()
