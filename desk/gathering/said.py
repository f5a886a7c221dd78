"""What somebody answered, in the words of a page: the way back from the door's plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Value
from django.utils.translation import gettext as _

from cases import guided
from desk.gathering.words import day
from desk.pages.parts import Fact
from desk.worded import worded
from documents.fields import FIELDS
from documents.models import Paper
from permissions.roles import Role
from registry.models import Body, Organisation, Person
from workflows import drafts
from workflows.inputs import Input
from workflows.matter import Matter
from workflows.secrecy import Secrecy

#: Register number → name; of anything else its kind and number ("directive 7", "body 3") → how it is called.
Names = Mapping[int | str, str]

#: What an answer names by a number of the file alone, which says nothing to a reader.
_BY_NUMBER = ("row", "evidence", "record")


def answers_in_words(
    questions: Iterable[Input],
    answers: Mapping[str, Any],
    names: Names,
    without: Iterable[str] = _BY_NUMBER,
) -> Iterator[Fact]:
    """Yield each answer given, under the label of its question; kinds `without` a word of their own are left out."""
    for question in questions:
        answer = answers.get(question.name)
        if question.kind in without:
            continue
        if question.name == "secrecy" and answer in (None, Secrecy.NONE):
            continue
        if text := said(question, answer, names):
            yield Fact(worded(question.label), text)


def said(question: Input, answer: Any, names: Names) -> str:
    """Return an answer as one reads it; empty for what was left unanswered."""
    if answer in (None, "", [], {}):
        return ""
    return _WORDS.get(question.kind, _plain)(question, answer, names)


def names_in(
    questions: Iterable[Input], *answers: Mapping[str, Any], others: Iterable[int] = ()
) -> Names:
    """Return the names of everyone whom these answers speak of, and of `others`; no statement for nobody."""
    asked = list(questions)
    return names_of([(asked, one) for one in answers], others)


def names_of(
    forms: Iterable[tuple[Iterable[Input], Mapping[str, Any]]],
    others: Iterable[int] = (),
    units: Iterable[int] = (),
) -> Names:
    """Return the same of many forms, each with its own questions and what was answered.

    `units` are organisations to be known beside. One statement, and more where programmes are named.
    """
    given = [
        (question, answer)
        for questions, answers in forms
        for question in questions
        if (answer := answers.get(question.name))
    ]
    people = set(others) | {person for one in given for person in _people(*one)}
    named = guided.called(
        {(question.kind, answer) for question, answer in given if question.kind in guided.KINDS}
    )
    asked = [
        (model.objects.filter(pk__in=numbers), kind, title)
        for model, kind, title, numbers in (
            (Person, "", "full_name", people),
            (Body, "body", "name", {n for one in given for n in _units("body", *one)}),
            (
                Organisation, "organisation", "name",
                {*units, *(n for one in given for n in _units("organisation", *one))},
            ),
            (Paper, "paper", "title", {n for one in given for n in _units("paper", *one)}),
        )
        if numbers
    ]  # fmt: skip
    found = [rows.order_by().values_list(Value(kind), "pk", title) for rows, kind, title in asked]
    if not found:
        return named
    called = found[0].union(*found[1:], all=True)
    return {**named, **{f"{kind} {pk}" if kind else pk: name for kind, pk, name in called}}


def questions_behind(procedure: type[Matter], code: str, row: Mapping[str, Any]) -> Sequence[Input]:
    """The questions whose answers a row holds that step `code` laid, with these facts.

    A row written anew answers the step it corrects; one laid by a signature, what was drafted.
    """
    step = procedure.step(row.get("corrects", {}).get("step", code))
    if step is not None and step.drafted:
        step = procedure.steps.get(f"{drafts.PREFIX}{step.code}", step)
    return step.inputs if step else ()


def _units(kind: str, question: Input, answer: Any) -> list[int]:
    """The bodies, or the organisations, that an answer names."""
    if kind == "body" and question.kind == "bodies":
        return list(answer or ())
    return [answer] if question.kind == kind and answer else []


def _people(question: Input, answer: Any) -> list[int]:
    if question.kind == "team":
        return [member["person"] for member in answer or ()]
    if question.kind in ("people", "teammates"):
        return list(answer or ())
    return [answer] if question.kind in ("post", "person", "member") and answer else []


def _plain(_question: Any, answer: Any, _names: Names) -> str:
    return str(answer)


def _choice(question: Any, answer: Any, _names: Names) -> str:
    return str(dict(question.options).get(answer, answer))


def _team(_question: Any, answer: Any, names: Names) -> str:
    return "\n".join(
        f"{names.get(one['person'], one['person'])}, {worded(Role(one['role']).label).lower()}"
        for one in answer
    )


def _law(_question: Any, answer: Any, _names: Names) -> str:
    return f"{answer['document']}, {day(answer['dated'])}, {answer['clause']}"


def _components(_question: Any, answer: Any, _names: Names) -> str:
    labels = {name: worded(one.label) for name, one in FIELDS.items()}
    return "\n".join(
        f"{labels[name][:1].upper()}{labels[name][1:]}: {text}"
        for name, text in answer.items()
        if name in labels
    )


def _attendance(question: Any, answer: Any, _names: Names) -> str:
    counted = Counter(one["here"] for one in answer)
    return "; ".join(
        f"{label}: {counted[code]}" for code, label in question.attended if counted[code]
    )


def _ballot(question: Any, answer: Any, _names: Names) -> str:
    slips = (
        ("phat_ra", _("phát ra")), ("thu_vao", _("thu vào")), ("hop_le", _("hợp lệ")),
        ("khong_hop_le", _("không hợp lệ")),
    )  # fmt: skip
    told = (*slips, *question.options)
    return "; ".join(f"{label}: {answer[code]}" for code, label in told if code in answer)


_WORDS: dict[str, Callable[[Any, Any, Names], str]] = {
    "date": lambda _question, answer, _names: day(answer),
    "choice": _choice,
    "team": _team,
    **dict.fromkeys(
        ("post", "person", "member"),
        lambda _question, answer, names: names.get(answer, str(answer)),
    ),
    **dict.fromkeys(
        ("people", "teammates"),
        lambda _question, answer, names: "; ".join(names.get(p, str(p)) for p in answer),
    ),
    **dict.fromkeys(
        guided.KINDS,
        lambda question, answer, names: names.get(f"{question.kind} {answer}", str(answer)),
    ),
    "file": lambda _question, answer, _names: str(answer.get("name", "")),
    "law": _law,
    "components": _components,
    "months": lambda _question, answer, _names: "; ".join(answer),
    "attendance": _attendance,
    "ballot": _ballot,
    **dict.fromkeys(
        ("body", "organisation", "paper"),
        lambda question, answer, names: names.get(f"{question.kind} {answer}", str(answer)),
    ),
    "bodies": lambda _question, answer, names: "; ".join(
        names.get(f"body {one}", str(one)) for one in answer
    ),
    "subject": lambda _question, answer, _names: _("Đối tượng số %(n)d") % {"n": answer},
    "finding": lambda _question, answer, _names: _("Nội dung %(n)d") % {"n": answer},
}
