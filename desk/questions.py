"""From the closed vocabulary of inputs to form fields, and back to the answers the door takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import guided, sittings
from cases.models import Case
from cases.reading import File as CaseFile
from desk.component_fields import component_fields
from desk.forms import ChoiceBeside, CountBeside, DayInput, DeedForm
from desk.gathering import naming
from desk.uploads import Upload
from desk.worded import worded
from law.ballots import Slip
from registry.models import Body, Person, on
from workflows import inputs as asked
from workflows import motions
from workflows.conditions.ballot import slip_of
from workflows.facts import Row
from workflows.inputs import Input
from workflows.rows import RowKind
from workflows.stages import Step

#: How many proposing levels a form offers; a tree of the Party has no more below one deciding body.
MOST_LEVELS = 4


@dataclass(frozen=True)
class Known:
    """What the questions of one form may refer to: people, and the file itself when there is one."""

    people: list[tuple[int, str]]
    file: CaseFile | None = None
    words: dict[int | str, str] | None = None
    bodies: Sequence[tuple[int, str]] = ()
    cases: Sequence[tuple[str, str]] = ()
    meetings: Sequence[tuple[str, str]] = ()
    members: Sequence[tuple[int, str]] = ()
    organisations: Sequence[tuple[int, str]] = ()
    guided: Mapping[str, Sequence[tuple[int, str]]] = dataclass_field(default_factory=dict)

    @classmethod
    def of(
        cls,
        body: Body,
        day: date,
        questions: Iterable[Input] = (),
        file: CaseFile | None = None,
        words: dict[int | str, str] | None = None,
        visible: QuerySet[Case] | None = None,
    ) -> Known:
        """What these questions may name on that day; people in the order people sort names.

        Files are named only as far as they are among the `visible` ones.
        """
        seen = Case.objects.none() if visible is None else visible
        kinds = {question.kind for question in questions}
        if kinds & {"attendance"} or (file and file.procedure.is_meeting):
            people = sittings.people_of(body, day)
        elif file and "teammates" in kinds:
            people = list(Person.objects.filter(pk__in=[one for one, _role in file.team]))
        elif file and "person" in kinds:
            people = naming.people_of_subjects(file.facts)
        elif "team" in kinds:
            people = naming.candidates_for_a_team(body, day)
        else:
            held = Person.objects.filter(on(day, "posts__"), posts__body=body)
            people = list(held.distinct().order_by("sort_key"))
        return cls(
            [(one.pk, one.full_name) for one in people],
            file,
            words,
            naming.bodies_in_line(body, day) if kinds & {"body", "bodies"} else (),
            naming.open_matters(body, seen) if "case" in kinds else (),
            naming.meetings_about(file.id, seen) if file and "meeting" in kinds else (),
            naming.members_under(body, day) if "member" in kinds else (),
            naming.organisations_under(body, day) if "organisation" in kinds else (),
            guided.offered(file, kinds) if file else {},
        )


class Questions(DeedForm):
    """The form of one step: its day and its questions."""

    acted_on = forms.DateField(
        label=gettext_lazy("Ngày thực hiện"),
        widget=DayInput,
    )

    def __init__(
        self,
        questions: Iterable[Input],
        known: Known,
        today: date,
        data: Any = None,
        files: Any = None,
        first: dict[str, Any] | None = None,
    ):
        super().__init__(
            data, files, initial={"acted_on": today, "key": uuid4().hex, **(first or {})}
        )
        self.questions = list(questions)
        for question in self.questions:
            for name, field in _FIELDS[question.kind](question, known).items():
                self.fields[name] = field
        self.order_fields([name for name in self.fields if name != "key"])

    @property
    def folded(self) -> list[forms.BoundField]:
        """The fields shown only to whoever unfolds them."""
        return [self[name] for name, one in self.fields.items() if getattr(one, "folded", False)]

    @property
    def unfolded(self) -> bool:
        """Whether what is folded away was answered, or answered wrongly: it is then shown at once."""
        return any(one.errors or one.value() for one in self.folded)

    def answers(self) -> dict[str, Any]:
        """The answers in the form the door takes them (unanswered questions left out)."""
        said = {q.name: _ANSWERS.get(q.kind, _plain)(q, self) for q in self.questions}
        return {name: value for name, value in said.items() if value not in (None, "", [], {})}


def _text(question: asked.Text, known: Known) -> dict[str, forms.Field]:
    widget = forms.Textarea({"rows": 4}) if question.long else forms.TextInput()
    return {
        question.name: forms.CharField(widget=widget, max_length=question.most, **_said(question))
    }


def _months(question: asked.Months, known: Known) -> dict[str, forms.Field]:
    widget = forms.Textarea({"rows": 3})
    return {question.name: forms.CharField(widget=widget, max_length=2400, **_said(question))}


def _alias(question: Input, known: Known) -> dict[str, forms.Field]:
    return {question.name: forms.CharField(max_length=24, **_said(question))}


def _day(question: Input, known: Known) -> dict[str, forms.Field]:
    return {question.name: forms.DateField(widget=DayInput, **_said(question))}


def _choice(question: asked.Choice, known: Known) -> dict[str, forms.Field]:
    few = len(question.options) <= 3
    widget = forms.RadioSelect() if few else forms.Select()
    choose = [] if few else [("", _("Chọn"))]
    options = [*choose, *_in_words(question.options)]
    return {question.name: forms.ChoiceField(choices=options, widget=widget, **_said(question))}


def _in_words(options: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(value, worded(label)) for value, label in options]


def _amount(question: asked.Amount, known: Known) -> dict[str, forms.Field]:
    field = forms.IntegerField(
        min_value=question.least, max_value=question.most,
        widget=forms.NumberInput({"class": "short", "inputmode": "numeric"}), **_said(question),
    )  # fmt: skip
    return {question.name: field}


def _from_list(
    options: Callable[[Input, Known], Sequence[tuple[Any, str]]],
) -> Callable[[Input, Known], dict[str, forms.Field]]:
    def field(question: Input, known: Known) -> dict[str, forms.Field]:
        choices = [("", _("Chọn")), *options(question, known)]
        return {question.name: forms.ChoiceField(choices=choices, **_said(question))}

    return field


def _team(question: asked.Team, known: Known) -> dict[str, forms.Field]:
    choices = [("", _("không tham gia")), *_in_words(question.roles)]
    return {
        f"{question.name}__{person}": ChoiceBeside(
            label=f"{worded(question.label)}: {name}", choices=choices, required=False
        )
        for person, name in known.people
    }


def _people(question: Input, known: Known) -> dict[str, forms.Field]:
    field = forms.MultipleChoiceField(
        choices=known.people, widget=forms.CheckboxSelectMultiple, **_said(question)
    )
    return {question.name: field}


def _attendance(question: asked.Attendance, known: Known) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {
        f"{question.name}__{person}": ChoiceBeside(label=name, choices=_in_words(question.attended))
        for person, name in known.people
    }
    for first in list(fields.values())[:1]:
        first.help_text = _(
            "%(n)d người thuộc thành phần họp. Ai không tính biểu quyết do phần mềm xác định theo quy định."
        ) % {"n": len(fields)}
    return fields


def _bodies(question: asked.Bodies, known: Known) -> dict[str, forms.Field]:
    choices = [("", _("không có")), *known.bodies]
    return {
        f"{question.name}__{place}": forms.ChoiceField(
            label=_("Cấp đề nghị thứ %(n)d, từ dưới lên") % {"n": place},
            choices=choices,
            required=False,
        )
        for place in range(1, MOST_LEVELS + 1)
    }


def _law(question: Input, known: Known) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {
        f"{question.name}__{part}": forms.CharField(
            label=worded(label), required=question.required, max_length=300
        )
        for part, label in asked.LawSource.parts
        if part not in ("dated", "scan")
    }
    fields[f"{question.name}__dated"] = forms.DateField(
        label=_("Ngày văn bản"),
        required=question.required,
        widget=DayInput,
    )
    fields[f"{question.name}__scan"] = Upload(
        label=_("Bản chụp văn bản"), required=question.required
    )
    return fields


def _components(question: Input, known: Known) -> dict[str, forms.Field]:
    """What may be added to any paper, folded away: each on its line, none obliged."""
    return {f"{question.name}__{name}": field for name, field in component_fields().items()}


def _file(question: Input, known: Known) -> dict[str, forms.Field]:
    return {
        question.name: Upload(
            help_text=_("PDF, JPEG hoặc PNG, không quá 20 MB."),
            **{k: v for k, v in _said(question).items() if k != "help_text"},
        )
    }


def _ballot(question: asked.BallotTotals, known: Known) -> dict[str, forms.Field]:
    """The slips first, then the options of the one slip this subject is voted on with."""
    slips = {"phat_ra": _("Phiếu phát ra"), "thu_vao": _("Phiếu thu vào"), "hop_le": _("Phiếu hợp lệ"),
             "khong_hop_le": _("Phiếu không hợp lệ")}  # fmt: skip
    slip = slip_of(known.file.facts) if known.file and known.file.facts.subjects else None
    if motions.YES in dict(question.options):  # one question, whoever it is about
        slip = None
    options = [o for o in question.options if slip is None or o[0] in slip.options]
    counted = {name: CountBeside(label=label) for name, label in slips.items()}
    voted = {
        name: CountBeside(
            label=_("Số phiếu: %(option)s") % {"option": worded(label)}, required=False
        )
        for name, label in options
    }
    counted["phat_ra"].help_text = _("Ghi đúng tổng số trong biên bản kiểm phiếu.")
    if options:
        voted[options[0][0]].help_text = _slip_words(slip)
    return {f"{question.name}__{name}": field for name, field in {**counted, **voted}.items()}


def _slip_words(slip: Slip | None) -> str:
    """What to know before the votes of each option are written down."""
    left_out = [reason.text for reason in slip.left_out] if slip else []
    return " ".join(
        [_("Số phiếu hợp lệ của từng phương án; phương án không có phiếu thì để trống."), *left_out]
    )


def _said(question: Input) -> dict[str, Any]:
    return {
        "label": worded(question.label),
        "help_text": worded(question.help),
        "required": question.required,
    }


def _subjects(question: Input, known: Known) -> list[tuple[int, str]]:
    subjects = known.file.facts.subjects if known.file else ()
    return [
        (s.number, (known.words or {}).get(-s.number, f"{_('Đối tượng')} {s.number}"))
        for s in subjects
    ]


def _findings(question: Input, known: Known) -> list[tuple[int, str]]:
    findings = known.file.facts.findings if known.file else ()
    return [(f.number, _("Nội dung %(n)d") % {"n": f.number}) for f in findings]


def _rows(question: asked.RowOf, known: Known) -> list[tuple[int, str]]:
    rows: Iterable[Row] = known.file.facts.rows if known.file else ()
    wanted = set(getattr(question, "of", ())) or {RowKind.EVIDENCE.value}
    return [
        (
            r.number,
            (known.words or {}).get(
                f"row {r.number}", f"{worded(RowKind(r.kind).label)}, {r.on:%d/%m/%Y}"
            ),
        )
        for r in rows
        if r.kind in wanted
    ]


def _papers(question: Input, known: Known) -> list[tuple[int, str]]:
    papers = known.file.facts.papers if known.file else ()
    return [(p.id, (known.words or {}).get(p.id, p.kind)) for p in papers]


def _records(question: Input, known: Known) -> list[tuple[int, str]]:
    if known.file is None:
        return []
    laid = {row.laid_by: row for row in known.file.facts.rows}
    return [
        (n, f"{n}. {_step(known.file, row.step)}, {row.on:%d/%m/%Y}")
        for n, row in sorted(laid.items())
    ]


def _step(file: CaseFile, code: str) -> str:
    step: Step | None = file.procedure.step(code)
    return worded(step.label) if step else code


_FIELDS: dict[str, Callable[..., dict[str, forms.Field]]] = {
    "date": _day,
    "text": _text,
    "months": _months,
    "choice": _choice,
    "amount": _amount,
    "team": _team,
    "law": _law,
    "file": _file,
    "ballot": _ballot,
    "components": _components,
    "attendance": _attendance,
    **dict.fromkeys(("people", "teammates"), _people),
    "bodies": _bodies,
    "body": _from_list(lambda _question, known: list(known.bodies)),
    "case": _from_list(lambda _question, known: list(known.cases)),
    "meeting": _from_list(lambda _question, known: list(known.meetings)),
    **dict.fromkeys(("post", "person"), _from_list(lambda _question, known: known.people)),
    "member": _from_list(lambda _question, known: known.members),
    "organisation": _from_list(lambda _question, known: known.organisations),
    **dict.fromkeys(
        guided.KINDS, _from_list(lambda question, known: known.guided.get(question.kind, ()))
    ),
    "subject": _from_list(_subjects),
    "finding": _from_list(_findings),
    "evidence": _from_list(_rows),
    "row": _from_list(_rows),
    "paper": _from_list(_papers),
    "record": _from_list(_records),
    "envelope": _alias,
}


def _plain(question: Input, form: Questions) -> Any:
    value = form.cleaned_data.get(question.name)
    return value.isoformat() if isinstance(value, date) else value


def _number(question: Input, form: Questions) -> int | None:
    value = form.cleaned_data.get(question.name)
    return int(value) if value else None


def _each_person(part: str) -> Callable[[Input, Questions], list[dict[str, Any]]]:
    """Read back one line a person: whom it is about, and under `part` what was chosen there."""

    def said(question: Input, form: Questions) -> list[dict[str, Any]]:
        start = f"{question.name}__"
        return [
            {"person": int(name.removeprefix(start)), part: chosen}
            for name, chosen in form.cleaned_data.items()
            if name.startswith(start) and chosen
        ]

    return said


def _law_said(question: Input, form: Questions) -> dict[str, Any]:
    said = {
        part: form.cleaned_data.get(f"{question.name}__{part}")
        for part, _label in asked.LawSource.parts
    }
    scan, dated = said["scan"], said["dated"]
    return {**said, "dated": dated and dated.isoformat(), "scan": scan["sha256"] if scan else None}


def _bodies_said(question: Input, form: Questions) -> list[int]:
    start = f"{question.name}__"
    return [int(v) for n, v in form.cleaned_data.items() if n.startswith(start) and v]


def _ballot_said(question: Input, form: Questions) -> dict[str, int]:
    start = f"{question.name}__"
    return {
        n.removeprefix(start): v
        for n, v in form.cleaned_data.items()
        if n.startswith(start) and v is not None
    }


def _components_said(question: Input, form: Questions) -> dict[str, str]:
    start = f"{question.name}__"
    said = {n: form.cleaned_data.get(n) for n in form.fields if n.startswith(start)}
    return {n.removeprefix(start): str(v) for n, v in said.items() if v}


_ANSWERS: dict[str, Callable[[Any, Questions], Any]] = {
    "team": _each_person("role"),
    "law": _law_said,
    "ballot": _ballot_said,
    "components": _components_said,
    "attendance": _each_person("here"),
    "bodies": _bodies_said,
    **dict.fromkeys(
        (
            "post",
            "person",
            "body",
            "subject",
            "finding",
            "evidence",
            "row",
            "paper",
            "record",
            "member",
            "organisation",
            *guided.KINDS,
        ),
        _number,
    ),
}
