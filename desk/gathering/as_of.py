"""A file as it was known at the end of a day, or after one of its records: everything on the page is from then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import as_of
from cases.as_of import Moment, Then
from cases.models import Case, FileRow, Finding, StepRecord
from cases.queries import history_of, papers_for, with_step
from desk.forms import DayInput
from desk.gathering import titles, words
from desk.gathering.addresses import case_url
from desk.gathering.case import event_of, header, paper_rows, phases_of
from desk.gathering.said import answers_in_words, names_of, questions_behind
from desk.pages.case import CaseHeader, FindingRow
from desk.pages.history import AsOfPage, EntryRow, TurnRow
from desk.pages.parts import Fact, Link, PaperRow, Tag, Tone, Who
from desk.worded import worded
from documents.models import Paper
from permissions.roles import ROLES_OF_POSITION, Role
from registry import clock
from registry.models import Body, Person, Post, on
from workflows import catalogue
from workflows.everyday.correction import CONFIRM
from workflows.matter import Matter
from workflows.rows import RowKind

DAY, RECORD = "ngay", "ban_ghi"


class MomentAsked(forms.Form):
    """The day to whose end one looks back; an address may write it 2026-08-01 too."""

    ngay = forms.DateField(
        label=gettext_lazy("Đến hết ngày"),
        widget=DayInput,
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
    )

    def clean_ngay(self) -> date:
        """A day that has begun: what will be known later nobody knows."""
        day: date = self.cleaned_data[DAY]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Ngày này chưa đến."))
        return day


def as_of_page(case: Case, person: Person, asked: Any) -> AsOfPage:
    """Gather the page of `case` at the moment its address asks for; without one, as it stands now."""
    procedure, form = catalogue.get(case.procedure), MomentAsked(asked if asked.get(DAY) else None)
    found, missing = None, ""
    if form.is_bound and form.is_valid():
        day = form.cleaned_data[DAY]
        found = as_of.on_day(case, day)
        missing = _("Đến hết ngày %(day)s chưa có bản ghi nào của hồ sơ.") % {"day": words.day(day)}
    elif not form.is_bound:
        number = asked.get(RECORD, str(case.records))
        if number.isdecimal() and len(number) < 9:
            found = as_of.after_record(case, int(number))
        missing = _("Hồ sơ không có bản ghi số này.")
    if found is None:
        title = _("Hồ sơ tại một thời điểm")
        return AsOfPage(header(case, procedure), form, title, missing)
    return _page(case, person, form, as_of.then(case, found, person.pk))


def _page(case: Case, person: Person, form: forms.Form, then: Then) -> AsOfPage:
    moment, file, procedure = then.moment, then.file, then.file.procedure
    day = form.cleaned_data[DAY] if form.is_bound else moment.today
    records = list(history_of(case).filter(sequence__lte=moment.records))
    rows = list(_rows(case, moment))
    subjects = file.facts.subjects
    names = names_of(
        [(_questions(procedure, row), {**row.facts, **row.words}) for row in rows],
        [*(seat for seat, _role in file.team), *(s.register for s in subjects if s.is_person)],
        [s.register for s in subjects if not s.is_person],
    )
    body = case.body if file.body == case.body_id else Body.objects.get(pk=file.body)
    called = [
        str(names[s.register if s.is_person else f"organisation {s.register}"]) for s in subjects
    ]
    return AsOfPage(
        header=_header(case, body, then),
        form=form if form.is_bound else MomentAsked(initial={DAY: _recorded_on(records[-1])}),
        title=_title(moment, day, by_record=not form.is_bound),
        later=_later(case.records - moment.records),
        earlier=_to(case, moment.records - 1, _("Bản ghi trước")) if moment.records > 1 else None,
        following=_to(case, moment.records + 1, _("Bản ghi sau"))
        if moment.records < case.records
        else None,
        facts=_facts(then, body, records[-1], names),
        phases=phases_of(file),
        people=[
            *(Who(one, _("đối tượng")) for one in called),
            *(Who(str(names[seat]), worded(Role(role).label)) for seat, role in file.team),
        ],
        papers=_papers(case, person, then),
        findings=_findings(
            case, then, dict(zip((s.number for s in subjects), called, strict=True))
        ),
        entries=[_entry(procedure, row, names) for row in rows],
        deadlines=[words.deadline(_explained(one), one.last_day, day) for one in _sorted(then)],
        turns=turns_of(procedure, then.turns, day),
        events=[event_of(record, procedure, case) for record in reversed(records)],
    )


def _recorded_on(record: StepRecord) -> date:
    return timezone.localdate(record.recorded_at)


def turns_of(procedure: type[Matter], turns: Iterable[Any], day: date) -> list[TurnRow]:
    """Whose turn each step is, with the names of those who hold the office on `day`. Three statements at most.

    A turn names its `step`, and a `role` in a `body` or a `person`, by number, with the day it is `due`.
    """
    asked = list(turns)
    wanted = {one.body for one in asked if one.body}
    named = {one.person for one in asked if one.person}
    held = Post.objects.filter(on(day), body__in=wanted).select_related("person", "body")
    posts = list(held) if wanted else []
    bodies = {post.body_id: post.body for post in posts}
    bodies |= Body.objects.in_bulk(wanted - bodies.keys()) if wanted - bodies.keys() else {}
    people = Person.objects.in_bulk(named) if named else {}
    holders = [(p.body_id, ROLES_OF_POSITION[p.position], p.person.full_name) for p in posts]
    found: dict[str, list[TurnRow]] = {}
    for one in asked:
        step, role = procedure.step(one.step), worded(Role(one.role).label) if one.role else ""
        who = f"{role}, {bodies[one.body].name}" if one.body else role
        names = [n for body, roles, n in holders if body == one.body and one.role in roles]
        if one.person:
            names = [people[one.person].full_name]
        found.setdefault(one.step, []).append(
            TurnRow(
                worded(step.label) if step else one.step,
                who or names[0],
                names if who else (),
                words.day(one.due) if one.due else "",
            )
        )
    return [row for rows in found.values() for row in rows]


def _header(case: Case, body: Body, then: Then) -> CaseHeader:
    procedure, stage = then.file.procedure, then.file.facts.stage
    return CaseHeader(
        ref=case.reference,
        url=case_url(case),
        title=case.title,
        sentence=f"{body.name} · {worded(procedure.label)}",
        tags=[
            Tag(
                worded(procedure.stage.enum(stage).label),
                Tone.OK if procedure.is_final(stage) else Tone.INFO,
            ),
            Tag(_("Nhìn lại, chỉ đọc"), Tone.SOON, "clock"),
            Tag(_("Nội bộ"), Tone.HOLD, "lock"),
        ],
    )


def _title(moment: Moment, day: date, *, by_record: bool) -> str:
    said = {"n": moment.records, "day": words.day(day)}
    if by_record:
        return _("Hồ sơ ngay sau bản ghi số %(n)d") % said
    return _("Hồ sơ như đã biết đến hết ngày %(day)s") % said


def _later(count: int) -> str:
    return (
        _("Sau thời điểm này hồ sơ có thêm %(n)d bản ghi, không hiện ở đây.") % {"n": count}
        if count
        else ""
    )


def _to(case: Case, record: int, text: str) -> Link:
    return Link(text, f"{case_url(case, 'case-as-of')}?{RECORD}={record}")


def _facts(then: Then, body: Body, last: StepRecord, names: Mapping[Any, str]) -> list[Fact]:
    procedure, facts = then.file.procedure, then.file.facts
    step = procedure.step(last.step)
    lead = next((seat for seat, role in then.file.team if role == Role.TEAM_LEAD), None)
    team = titles.team_name(procedure)
    recorded = timezone.localtime(last.recorded_at)
    return [
        Fact(titles.body_label(procedure), body.name),
        Fact(
            _("Giai đoạn khi đó"),
            worded(procedure.stage.enum(facts.stage).label),
            _("từ %(day)s") % {"day": words.day(facts.moved_on)},
        ),
        *(
            [
                Fact(
                    team,
                    str(names.get(lead, lead)),
                    _("và %(n)d thành viên") % {"n": len(then.file.team) - 1},
                )
            ]
            if lead and team
            else []
        ),
        Fact(
            _("Bản ghi gần nhất"),
            f"{last.sequence}. {worded(step.label) if step else last.step}",
            _("ghi lúc %(at)s") % {"at": f"{recorded:%H:%M %d/%m/%Y}"},
        ),
        Fact(_("Mã băm của bản ghi"), last.hash[:16]),
    ]


def _papers(case: Case, person: Person, then: Then) -> list[PaperRow]:
    """The papers that lay there, among those the reader may open now, each in its state of then."""
    lay = {one.id: one for one in then.file.facts.papers}
    if not lay:
        return []
    held: QuerySet[Any] = (
        with_step(papers_for(person, clock.today()).filter(case=case, paper__in=lay))
        .select_related("paper__signed_by")
        .defer("paper__values")
        .order_by("-paper_id")
    )
    found = list(held)
    for one in found:
        _as_then(one.paper, lay[one.paper_id])
    return paper_rows(found, then.file.procedure)


def _as_then(paper: Paper, lay: Any) -> None:
    """Set back what changes in a paper; it is never saved."""
    paper.state = "da_tong_dat" if lay.state == "da_thay" else lay.state
    paper.dated = lay.dated
    if lay.dated is None:
        paper.number, paper.number_text = None, ""


def _findings(case: Case, then: Then, called: Mapping[int, str]) -> list[FindingRow]:
    machine, lay = then.file.procedure.findings, then.file.facts.findings
    if machine is None or not lay:
        return []
    enum = machine.stage.enum
    contents = dict(Finding.objects.filter(case=case).values_list("number", "content"))
    return [
        FindingRow(
            called[one.subject],
            contents[one.number],
            Tag(
                worded(enum(one.stage).label), Tone.INFO if one.stage == enum.values[0] else Tone.OK
            ),
        )
        for one in lay
    ]


def _rows(case: Case, moment: Moment) -> QuerySet[FileRow]:
    rows = _lay(FileRow.objects.filter(case=case), moment)
    return rows.select_related("laid_by__actor", "superseded_by").order_by("-number")


def _lay(rows: Any, moment: Moment) -> Any:
    """Of rows of a file, those that lay there at `moment`."""
    kept = Q(superseded_by=None) | Q(superseded_by__sequence__gt=moment.records)
    return rows.filter(kept, laid_by__sequence__lte=moment.records)


def _questions(procedure: type[Matter], row: FileRow) -> Sequence[Any]:
    return questions_behind(procedure, row.laid_by.step, row.facts)


def _entry(procedure: type[Matter], row: FileRow, names: Mapping[Any, str]) -> EntryRow:
    step = procedure.step(row.facts.get("corrects", {}).get("step", row.laid_by.step))
    return EntryRow(
        title=worded(step.label) if step and not step.prepares else worded(RowKind(row.kind).label),
        day=row.laid_by.acted_on,
        by=row.laid_by.actor.full_name,
        said=list(answers_in_words(_questions(procedure, row), {**row.facts, **row.words}, names)),
        later=_put_right(row),
    )


def _put_right(row: FileRow) -> Tag | None:
    """That an entry was corrected after the moment looked at."""
    if row.superseded_by is None or row.superseded_by.step != CONFIRM:
        return None
    on_day = words.day(row.superseded_by.acted_on)
    return Tag(_("được đính chính ngày %(day)s") % {"day": on_day}, Tone.SOON, "pen")


def _sorted(then: Then) -> list[Any]:
    return sorted(then.clocks, key=lambda one: one.last_day)


def _explained(clock: Any) -> Mapping[str, Any]:
    return {"label": worded(clock.label), **clock.explained}
