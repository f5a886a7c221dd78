"""Why a file is where it is: the deed that brought it there, what it waits for, and every lawful way on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

import law
from cases import services
from cases.as_of import Turn
from cases.models import Case, StepRecord
from cases.queries import taken_in, visible_to
from cases.reading import File, Reader, read_file
from cases.stories.illustrated import family_of
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.as_of import turns_of
from desk.gathering.case import event_of, header, passed
from desk.gathering.law_words import rule_url, value
from desk.gathering.reviews import reviews_of
from desk.gathering.way import ANSWER, way_of
from desk.pages.history import Ahead, ExplainedPage
from desk.pages.parts import Fact, Link
from desk.worded import worded
from permissions.ways import Part
from registry.models import Person
from workflows import catalogue
from workflows.matter import Matter
from workflows.stages import Step


def explained_page(
    case: Case, person: Person, today: date, parts: frozenset[Part]
) -> ExplainedPage:
    """Gather why `case` stands where it stands, for `person`, who reads `parts` of it."""
    file = read_file(case.pk, Reader(person.pk, today, today))
    assert file is not None
    procedure = file.procedure
    taken = list(taken_in(case))
    traces = Part.HISTORY in parts
    traced = [
        one.record for one in taken if one.record and (traces or one.record.actor_id == person.pk)
    ]
    moves = [one for one in taken if _moves(procedure, one.step)]
    moved = moves[-1] if moves else None
    record = moved.record if moved and moved.record in traced else None
    clocks = [
        words.deadline(d.explained, d.last_day, today) for d in case.deadlines.order_by("last_day")
    ]
    turns = (
        Turn(w.step, w.role, w.body_id, w.person_id, w.due) for w in case.work.order_by("due", "pk")
    )
    return ExplainedPage(
        header=header(case, procedure, clocks),
        stage=worded(procedure.stage.enum(case.stage).label),
        moved=_moved(procedure, moved, record) if moved else (),
        rules=list(_rules(record)) if record else (),
        turns=turns_of(procedure, turns, today),
        deadlines=clocks,
        family=_family(case, file, person, today),
        way=way_of(file, today, case_url(case, "step", step=ANSWER)),
        ahead=list(_ahead(file, today)),
        events=[
            event_of(one.record, procedure, case if traces else None)
            if one.record in traced
            else passed(one, procedure)
            for one in reversed(taken)
        ],
    )


def _moves(procedure: type[Matter], code: str) -> bool:
    step = procedure.step(code)
    return step is not None and step.moves and not step.about_finding


def _moved(procedure: type[Matter], moved, record: StepRecord | None) -> list[Fact]:
    """The deed that brought the file where it is; who did it, for those who may trace that."""
    step = procedure.step(moved.step)
    assert step is not None
    found = [
        Fact(_("Bước đưa hồ sơ đến đây"), worded(step.label), worded(step.sentence)),
        Fact(
            _("Ngày thực hiện"),
            words.day(moved.acted_on),
            _("bản ghi số %(n)d") % {"n": moved.sequence},
        ),
    ]
    if record is not None:
        post = worded(record.post.get_position_display()).lower() if record.post else ""
        found.append(
            Fact(
                _("Người thực hiện"),
                record.actor.full_name,
                f"{post}, {record.body.name}" if post else "",
            )
        )
        stages = [
            worded(procedure.stage.enum(one).label) for one in (record.from_stage, record.to_stage)
        ]
        found.append(Fact(_("Chuyển giai đoạn"), " → ".join(dict.fromkeys(stages))))
    return found


def _rules(record: StepRecord) -> Iterator[Fact]:
    """The rules of law that the deed was judged under, each once, as the record has them."""
    for hit in {one["rule"]: one for one in record.hits}.values():
        known = hit["state"] == "known" and hit["value"] not in (None, True, False)
        yield Fact(
            hit["label"],
            hit["citation"] or _("chưa có căn cứ"),
            value(hit["value"], hit["unit"]) if known else "",
            rule_url(hit["rule"]),
        )


def _family(case: Case, file: File, person: Person, today: date) -> list[Link]:
    """The files it came from and led to, and what reviewed it, as far as the reader may open them."""
    others = [one for one in family_of(case, among=visible_to(person, today)) if one.pk != case.pk]
    links = [Link(_relative(case, one), case_url(one), "folder") for one in others]
    return [*links, *reviews_of(file, person, today)]


def _relative(case: Case, other: Case) -> str:
    kind = catalogue.get(other.procedure)
    told = (
        f"{other.reference} · {worded(kind.label)} · {worded(kind.stage.enum(other.stage).label)}"
    )
    if other.pk == case.origin_id:
        return _("Từ hồ sơ %(file)s") % {"file": told}
    return _("Tiếp theo là %(file)s") % {"file": told} if other.origin_id == case.pk else told


def _ahead(file: File, today: date) -> Iterator[Ahead]:
    """Every step that would move the file from here, open ones first, whoever may take it."""
    moving = [
        step
        for step in file.procedure.on_the_table(file.facts)
        if step.moves and not step.about_finding and not step.everyday
    ]
    judged = [(step, _against(file, step)) for step in moving]
    for step, reasons in sorted(judged, key=lambda one: bool(one[1])):
        yield Ahead(
            worded(step.label),
            worded(step.sentence),
            words.capitalised(worded(step.by.words)),
            law.rule(step.basis, on=today).cited or "" if step.basis else "",
            [words.reason(one) for one in reasons],
        )


def _against(file: File, step: Step) -> Sequence[law.Reason]:
    """What stands against a step, but for whose it is: that is said beside."""
    return [one for one in services.judge(file, step) if one.rule != "permission"]
