"""The items of a meeting as one reader may know them: matters, papers, ballots, what waits next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import AgendaEntry, Case, FileRow, RecordPaper, WorkRow
from cases.paper_values.ballots import outcome_words
from cases.queries import papers_for, visible_to, with_step
from cases.readers import CALLED_AT, own
from cases.reading import File
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.pages.meeting import AgendaItem, BallotResult
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.worded import worded
from permissions.roles import Relation, Role
from proof.reader import as_the_system
from registry.models import Person
from workflows import catalogue, motions
from workflows.balloting import SLIPS
from workflows.forms import Form, Part
from workflows.procedures.meeting import MeetingStage
from workflows.questions.meeting import ITEM
from workflows.rows import RowKind
from workflows.stages import Step

_PURPOSES = dict(next(asked.options for asked in ITEM if asked.name == "purpose"))
_PARTS = {part.value for part in Part}


@dataclass(frozen=True)
class Agenda:
    """The entries of a meeting with everything that is known of their matters, by case number.

    An entry's `is_mine` says that the matter is about the reader, `is_told` that they know of it as
    its subject, `is_open` that it is about others and that they may open it.
    """

    entries: Sequence[Any]
    papers: Mapping[int, Sequence[RecordPaper]]
    ballots: Mapping[int, FileRow]
    work: Mapping[int, Sequence[WorkRow]]

    @classmethod
    def of(cls, meeting: Case, person: Person, today: date) -> Agenda:
        """Read the agenda of `meeting` as far as `person` may see it: four statements."""
        visible = visible_to(person, today)
        entries = _entries(meeting, person, visible)
        open_ones = [one.case_id for one in entries if one.is_open]
        return cls(
            entries,
            _by_case(
                with_step(papers_for(person, today))
                .filter(case__in=[meeting.pk, *open_ones])
                .select_related("paper__signed_by", "paper__print")
                .defer("paper__values")
                .order_by("-paper_id")
            ),
            {
                row.case_id: row
                for row in FileRow.objects.filter(
                    case__in=[one.case_id for one in entries],
                    kind__in=(RowKind.BALLOT, RowKind.MOTION),
                    superseded_by=None,
                    facts__meeting=meeting.reference,
                )
            },
            _by_case(
                WorkRow.objects.filter(case__in=[meeting.pk, *open_ones]).select_related(
                    "person", "body", "case"
                )
            ),
        )

    def items(self, file: File) -> list[AgendaItem]:
        """The items in the order of the agenda; `file` is that of the meeting."""
        told = any(step in file.facts.taken for step in CALLED_AT)
        return [
            self._item(
                number,
                entry,
                file,
                named=entry.is_open or entry.is_told or (told and not entry.is_mine),
            )
            for number, entry in enumerate(self.entries, start=1)
        ]

    def _item(self, number: int, entry: Any, file: File, *, named: bool) -> AgendaItem:
        purpose = _PURPOSES[entry.purpose]
        # How others voted on one's own matter is not told here; the decision is handed over.
        ballot = None if entry.is_mine else self.ballots.get(entry.case_id)
        if not named:
            note = _("Tên hồ sơ và tài liệu hiện ra khi bạn được mời xem xét nội dung này.")
            return AgendaItem(number, purpose, Tag(_("Chưa mở"), Tone.HOLD, "lock"), note=note)
        case: Case = entry.case
        return AgendaItem(
            number=number,
            purpose=purpose,
            state=_state(file.facts.stage, entry.purpose, ballot),
            title=case.title,
            ref=case.reference,
            url=case_url(case) if entry.is_open or entry.is_told else "",
            note="" if entry.is_open or entry.is_told else _closed(file.facts.stage),
            papers=[_paper(one) for one in self.papers.get(case.pk, ())],
            ballot=ballot and ballot_result(ballot.facts),
            deeds=_deeds(entry, file) if entry.is_open and ballot is None else (),
            waits=_waits(self.work.get(case.pk, ())) if entry.is_open else (),
        )


@as_the_system()  # whoever is called is told which matters wait, also while their files are shut
def _entries(meeting: Case, person: Person, visible: QuerySet[Case]) -> list[Any]:
    asked = AgendaEntry.objects.filter(meeting=meeting).select_related("case__body")
    is_mine = Exists(own(person, of="case"))
    may_know = Exists(visible.filter(pk=OuterRef("case")))
    return list(
        asked.annotate(is_open=may_know & ~is_mine, is_told=may_know & is_mine, is_mine=is_mine)
    )


def ballot_result(vote: Mapping[str, Any]) -> BallotResult:
    """A ballot as its file keeps it: who counted, the slips, the votes, the arithmetic, what came of it."""
    totals = vote["totals"]
    labels = dict(
        zip(SLIPS, (_("phát ra"), _("thu vào"), _("hợp lệ"), _("không hợp lệ")), strict=True)
    )
    said = {**{one.value: worded(one.label) for one in Form}, **dict(motions.OPTIONS)}
    if (
        "passes" not in vote
    ):  # a slip with forms on it says "không kỷ luật", a question "không đồng ý"
        said = {one.value: worded(one.label) for one in Form}
    voted = [option for option in said if vote["votes"].get(option)]
    return BallotResult(
        base=vote["base"],
        present=vote["present"],
        slips=[Fact(label, str(totals[name])) for name, label in labels.items()],
        options=[Fact(said[option], str(vote["votes"][option])) for option in voted],
        lines=vote["arithmetic"],
        outcome=_outcome(vote),
        unvoted=len(voted) < len(vote["votes"]),
    )


def _outcome(vote: Mapping[str, Any]) -> str:
    """What a ballot on forms came to, or the answer to a question."""
    if "passes" not in vote:
        return outcome_words(vote)
    return _("Đủ tỷ lệ") if vote["passes"] else _("Không đủ tỷ lệ")


def _state(stage: str, purpose: str, ballot: FileRow | None) -> Tag:
    if ballot is not None:
        form = ballot.facts.get("form")
        carried = bool(form) or bool(ballot.facts.get("passes"))
        tone, icon = (Tone.OK, "check") if carried else (Tone.HOLD, "slash")
        if "passes" in ballot.facts:
            return Tag(_outcome(ballot.facts), tone, icon)
        return Tag(worded(Form(form).label) if form else _("Không đủ số phiếu"), tone, icon)
    if stage == MeetingStage.IN_SESSION:
        return Tag(
            _("Chờ bỏ phiếu") if purpose in _PARTS else _("Chờ xem xét"), Tone.SOON, "hourglass"
        )
    if stage == MeetingStage.ENDED:
        return Tag(_("Chưa bỏ phiếu") if purpose in _PARTS else _("Đã xem xét"), Tone.HOLD)
    return (
        Tag(_("Chờ họp"), Tone.INFO, "clock")
        if stage == MeetingStage.CALLED
        else Tag(_("Không họp"))
    )


def _closed(stage: str) -> str:
    over = stage in (MeetingStage.ENDED, MeetingStage.CANCELLED)
    return (
        _("Cuộc họp đã kết thúc; hồ sơ và tài liệu không còn mở cho người dự họp.") if over else ""
    )


def _paper(held: RecordPaper) -> Link:
    number = held.paper.number_text
    title = f"{held.paper.title} ({number})" if number else held.paper.title
    printed = getattr(held.paper, "print", None) is not None
    return Link(
        title, reverse("paper", kwargs={"paper": held.paper_id}), "pdf" if printed else "file"
    )


def _deeds(entry: Any, file: File) -> list[Link]:
    """While the meeting sits: where whoever writes for it records the ballot of this matter."""
    if file.facts.stage != MeetingStage.IN_SESSION:
        return []
    return [
        Link(
            _("Ghi kết quả bỏ phiếu"),
            f"{case_url(entry.case, 'step', step=step.code)}?meeting={file.reference}",
            "ballot",
        )
        for step in catalogue.get(entry.case.procedure).steps.values()
        if step.at_a_meeting == entry.purpose
        and entry.case.stage in step.source
        and _is_theirs(step, entry, file)
    ]


def _is_theirs(step: Step, entry: Any, file: File) -> bool:
    """Whether the reader holds, in the body that meets, an office that may take the step for it."""
    ours = file.standing.roles.get(Relation.HANDLING, frozenset())
    handles = entry.case.body_id == file.body
    return any(
        role in ours and (relation is not Relation.HANDLING or handles)
        for relation, role in step.by.seats
    )


def _waits(rows: Iterable[WorkRow]) -> list[Fact]:
    """What a matter waits for next, each step with everybody whose turn it is."""
    turns: dict[str, list[WorkRow]] = defaultdict(list)
    for row in rows:
        turns[row.step].append(row)
    return [_wait(step, held) for step, held in turns.items()]


def _wait(code: str, rows: Sequence[WorkRow]) -> Fact:
    step = catalogue.get(rows[0].case.procedure).step(code)
    who = dict.fromkeys(
        row.person.full_name if row.person else f"{worded(Role(row.role).label)}, {row.body.name}"
        for row in rows
        if row.person or row.body
    )
    due = rows[0].due
    sub = _("hạn %(day)s") % {"day": words.day(due)} if due else ""
    return Fact(worded(step.label) if step else code, "; ".join(who), sub)


def _by_case(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.case_id].append(row)
    return found
