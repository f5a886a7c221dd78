"""Gathering the page of a file for the member it is about, from what is meant for them alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

import law
from cases.models import Case, RecordPaper, WorkRow
from cases.own import MADE_KNOWN_AT, still_to_be_handed_over
from cases.queries import papers_for, with_step
from cases.reading import File, Reader, read_file
from desk.gathering import titles, words
from desk.gathering.addresses import case_url
from desk.gathering.case import header, paper_rows, phases_of
from desk.gathering.deeds import actions_of
from desk.gathering.handed import own_words
from desk.gathering.read_log import latest_reads
from desk.pages.case import MapPhase, MapStep
from desk.pages.own_case import Coming, OwnCasePage, OwnRight
from desk.pages.parts import Deadline, Fact, Link, Tag, Tone
from desk.worded import worded
from permissions.roles import Role
from proof.reader import as_the_system
from registry.models import Person
from workflows.everyday import passing_on
from workflows.matter import Matter, Right

#: Rights that a running clock ends, by the step that receives them.
_ENDED_BY = {"receive_complaint": "khieu_nai"}


def own_case_page(case: Case, person: Person, today: date) -> OwnCasePage:
    """Gather the page of `case` for `person`, whom it is about, on `today`."""
    file = read_file(case.pk, Reader(person.pk, today, today))
    assert file is not None
    procedure = file.procedure
    clocks = {
        d.name: words.deadline(d.explained, d.last_day, today)
        for d in case.deadlines.order_by("last_day")
    }
    deadlines = list(clocks.values())
    return OwnCasePage(
        header=header(case, procedure, deadlines),
        facts=[
            Fact(titles.body_label(procedure), case.body.name, _since(file)),
            Fact(_("Ngày lập hồ sơ"), words.day(case.opened_on)),
            Fact(_("Quy trình áp dụng"), worded(procedure.label)),
        ],
        phases=_without_days(phases_of(file)),
        standing=_standing(case, procedure),
        coming=[] if case.closed_on else list(_coming(case, procedure)),
        rights_of=titles.rights_title(procedure),
        rights=[_right(right, file, clocks) for right in procedure.rights],
        deadlines=deadlines,
        papers=paper_rows(_papers(case, person, today), procedure),
        to_come=_to_come(still_to_be_handed_over(case)),
        handed=own_words(case, file, person),
        actions=actions_of(case, file),
        reads=latest_reads(case, person),
        all_reads=Link(_("Xem tất cả"), case_url(case, "case-reads")),
        closed=bool(case.closed_on),
    )


def _since(file: File) -> str:
    """Since when the matter lies with this body, where another one handled it before."""
    row = passing_on.passed(file.facts)
    if row is None:
        return ""
    return _("từ ngày %(day)s, theo %(document)s") % {
        "day": words.day(row.on), "document": row.facts["document"],
    }  # fmt: skip


def _standing(case: Case, procedure: type[Matter]) -> str:
    stage = worded(procedure.stage.enum(case.stage).label)
    if case.closed_on:
        return _("Hồ sơ đã kết thúc ngày %(day)s: “%(stage)s”.") % {
            "day": words.day(case.closed_on), "stage": stage,
        }  # fmt: skip
    return _("Hồ sơ đang ở giai đoạn “%(stage)s” từ ngày %(day)s.") % {
        "stage": stage, "day": words.day(case.moved_on),
    }  # fmt: skip


def _without_days(phases: Iterable[MapPhase]) -> list[MapPhase]:
    """The map of the procedure; on which days the body worked is not told here."""
    return [
        MapPhase(one.title, [MapStep(worded(s.label), s.state, "", s.optional) for s in one.steps])
        for one in phases
    ]


def _coming(case: Case, procedure: type[Matter]) -> Iterator[Coming]:
    """The steps that come next with the offices that take them; drafts are part of what they prepare."""
    turns: dict[str, list[WorkRow]] = {}
    for row in case.work.select_related("body").order_by("id"):
        step = procedure.step(row.step)
        if step is None or step.everyday:
            continue
        turns.setdefault(step.prepares or step.code, []).append(row)
    for code, rows in turns.items():
        step = procedure.step(code)
        assert step is not None
        offices = dict.fromkeys(_office(row) for row in rows)
        yield Coming(worded(step.label), worded(step.sentence), "; ".join(offices))


def _office(row: WorkRow) -> str:
    role = worded(Role(row.role).label)
    return f"{role}, {row.body.name}" if row.body else role


def _right(right: Right, file: File, clocks: dict[str, Deadline]) -> OwnRight:
    """A right with the day it ends where a clock knows one; no day is made up where the law is silent."""
    taken = file.facts.taken.get(right.kept_by) or file.facts.taken.get(right.or_by)
    hit = law.rule(right.rule, on=file.facts.acted_on) if right.rule else None
    clock = clocks.get(_ENDED_BY.get(right.kept_by, ""))
    state = Tag(right.until, Tone.HOLD)
    until = ""
    if clock and clock.due.day:
        state = clock.due.tag
        until = _("dùng được đến hết ngày %(day)s") % {"day": words.day(clock.due.day)}
    elif taken:
        state = Tag(f"{taken.last:%d/%m/%Y}", Tone.OK, "check")
    elif right.kept_by in _ENDED_BY and any(file.facts.has_taken(s) for s in MADE_KNOWN_AT):
        until = _("quy định chưa rõ thời hạn; cơ quan thụ lý phải trả lời về quy định này")
    if right.or_by and not until:
        until = _("chưa thấy quy định về ngày hết hạn; dùng được khi hồ sơ còn mở")
    return OwnRight(worded(right.words), state, until, (hit.cited or "") if hit else "")


def _papers(case: Case, person: Person, today: date) -> QuerySet[RecordPaper]:
    return (
        with_step(papers_for(person, today).filter(case=case))
        .select_related("paper__signed_by")
        .defer("paper__values")
        .order_by("-paper_id")
    )


@as_the_system()  # told by title and number before it is handed over; the paper itself stays shut
def _to_come(held: QuerySet[RecordPaper]) -> Sequence[Fact]:
    return [
        Fact(one.paper.title, one.paper.number_text, _("sẽ được công bố, giao cho bạn"))
        for one in held.select_related("paper").defer("paper__values")
    ]
