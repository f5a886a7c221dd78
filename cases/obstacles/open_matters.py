"""What lies open about a member on a day, as a question of reward or travel sees it: kinds, never files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.endings import OPEN, ending_of
from cases.models import Case, Finding, StepRecord
from cases.reading import Reader, read_file
from proof.reader import as_the_system
from registry.models import Person, VotingStatus, on
from workflows import catalogue, reviews
from workflows.procedures.denunciation.stages import DenunciationStage
from workflows.procedures.discipline.stages import CellDisciplineStage, DisciplineStage
from workflows.procedures.inspection.stages import InspectionStage
from workflows.reviews import Effect
from workflows.rows import RowKind


class Kind(StrEnum):
    """What stands open, by the words in which the law's rows name it; `UNSETTLED` is for the committee to judge."""

    INSPECTED = "kiem_tra"
    DENOUNCED = "to_cao"
    PROSECUTED = "truy_cuu"
    DISCIPLINED = "ky_luat"
    UNSETTLED = "chua_ro"


@dataclass(frozen=True)
class Open:
    """One thing about the member; of a discipline, its form and the day since which it counts.

    `lapsed` is whether its effect had ended by the day asked about.
    """

    kind: Kind
    form: str = ""
    since: date | None = None
    lapsed: bool = False


#: From the decision to inspect, or to settle, until the committee has concluded.
_RUNNING = frozenset(
    {
        "da_quyet_dinh", "da_chuan_bi", "da_trien_khai", "da_giai_trinh", "da_xac_minh", "da_trao_doi",
        "da_hoi_nghi", "da_hoan_chinh",
    }
)  # fmt: skip
_CONCLUDED = frozenset({InspectionStage.CONCLUDED.value, InspectionStage.ANNOUNCED.value})
#: Stages that no longer hold anything against anybody, though the file may still be put away.
_OVER = frozenset(
    {
        InspectionStage.CLOSED.value, InspectionStage.DROPPED.value, DenunciationStage.CLOSED.value,
        DenunciationStage.NOT_ACCEPTED.value, DenunciationStage.WITHDRAWN.value,
        DenunciationStage.PUT_AWAY.value, DenunciationStage.FORWARDED.value,
    }
)  # fmt: skip
#: From these on a decision is handed over, and its own file tells how it stands.
_HANDED = frozenset(
    {
        DisciplineStage.HANDED_OVER.value, DisciplineStage.IN_FORCE.value, DisciplineStage.LAPSED.value,
        DisciplineStage.CLOSED.value, CellDisciplineStage.HANDED_OVER.value,
    }
)  # fmt: skip
_LOOKED_AT = ("P3", "P5", "P5S", "P6", "P8")
#: Of the organisation line's matters, those that give something back hold nothing against a member.
_GIVING_BACK = frozenset({"P8.KN", "P8.PH"})
_STATUSES = {
    VotingStatus.Status.PROSECUTED.value: Kind.PROSECUTED,
    VotingStatus.Status.SUSPENDED.value: Kind.UNSETTLED,
}


@as_the_system()  # what is answered is told from every file, whoever asks, and tells of none
def open_about(person: Person, day: date) -> list[Open]:
    """Return all that stood open about `person` on `day`; a later day is looked at as files are now."""
    return [*_of_register(person, day), *_of_files(person, day)]


def _of_register(person: Person, day: date) -> Iterator[Open]:
    for status in person.voting_statuses.filter(on(day), status__in=_STATUSES):
        yield Open(_STATUSES[status.status])


def _of_files(person: Person, day: date) -> Iterator[Open]:
    about = Case.objects.filter(
        subjects__person=person, subjects__superseded_by=None, opened_on__lte=day
    )
    rows = [one for one in about.distinct() if _part(one.procedure) in _LOOKED_AT]
    stages = _stages_on(rows, day)
    for case in rows:
        stage = stages.get(case.pk, "")
        part = _part(case.procedure)
        if part == "P5" and stage in _HANDED:
            yield from _discipline(case, day)
        elif stage and not _has_ended(case, stage):
            yield from _running(case, part, stage, person)


def _running(case: Case, part: str, stage: str, person: Person) -> Iterator[Open]:
    if part in ("P3", "P6") and stage in _RUNNING:
        yield Open(Kind.INSPECTED if part == "P3" else Kind.DENOUNCED)
    elif part in ("P3", "P6") and stage in _CONCLUDED:
        if any(ending_of(one) in OPEN for one in _conclusions(case, person)):
            yield Open(Kind.UNSETTLED)
    elif part == "P5S" and stage in ("da_tro_lai", "da_cham_dut"):
        return
    else:
        yield Open(Kind.UNSETTLED)


def _conclusions(case: Case, person: Person) -> list[str]:
    found = Finding.objects.filter(case=case, subject__person=person, superseded_by=None)
    return list(found.values_list("stage", flat=True))


def _discipline(case: Case, day: date) -> Iterator[Open]:
    """How its decision stood on the day; one that was annulled is as if it had never been."""
    file = read_file(case.pk, Reader(0, day, day))
    assert file is not None
    standing, changed = reviews.standing_of(file.facts), reviews.last_result(file.facts)
    handed = file.facts.last(RowKind.HANDED_OVER)
    if standing.effect in (Effect.NONE, Effect.ANNULLED) or not standing.form or not handed:
        return
    since = changed.on if changed and standing.effect is Effect.CHANGED else handed.on
    lapsed = standing.effect is Effect.LAPSED and (standing.since or day) <= day
    if since <= day:
        yield Open(Kind.DISCIPLINED, standing.form, since, lapsed)


def _has_ended(case: Case, stage: str) -> bool:
    ends = {one.value for one in catalogue.get(case.procedure).stage.ends}
    return stage in ends | _OVER or case.procedure in _GIVING_BACK


def _stages_on(cases: list[Case], day: date) -> dict[int, str]:
    """The stage of each file on the day: where its last move until then had put it."""
    moves = StepRecord.objects.filter(case__in=cases, moves=True, acted_on__lte=day)
    last = moves.order_by("case", "-sequence").distinct("case")
    return dict(last.values_list("case", "to_stage"))


def _part(procedure: str) -> str:
    return procedure.partition(".")[0]
