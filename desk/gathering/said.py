"""What somebody answered, in the words of a page: the way back from the door's plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from cases import guided
from desk.gathering.words import day
from documents.fields import FIELDS
from permissions.roles import Role
from registry.models import Person
from workflows.inputs import Input

#: Register number → name; of what a file follows, its kind and number ("directive 7") → how it is called.
Names = Mapping[int | str, str]


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
    people = set(others) | {
        person
        for question in asked
        for one in answers
        for person in _people(question, one.get(question.name))
    }
    named = guided.called(
        {
            (question.kind, one[question.name])
            for question in asked
            for one in answers
            if question.kind in guided.KINDS and one.get(question.name)
        }
    )
    if not people:
        return named
    return {**named, **{one.pk: one.full_name for one in Person.objects.filter(pk__in=people)}}


def _people(question: Input, answer: Any) -> list[int]:
    if question.kind == "team":
        return [member["person"] for member in answer or ()]
    if question.kind in ("people", "teammates"):
        return list(answer or ())
    return [answer] if question.kind in ("post", "person") and answer else []


def _plain(_question: Any, answer: Any, _names: Names) -> str:
    return str(answer)


def _choice(question: Any, answer: Any, _names: Names) -> str:
    return str(dict(question.options).get(answer, answer))


def _team(_question: Any, answer: Any, names: Names) -> str:
    return "\n".join(
        f"{names.get(one['person'], one['person'])}, {Role(one['role']).label.lower()}"
        for one in answer
    )


def _law(_question: Any, answer: Any, _names: Names) -> str:
    return f"{answer['document']}, {day(answer['dated'])}, {answer['clause']}"


def _components(_question: Any, answer: Any, _names: Names) -> str:
    labels = {name: one.label for name, one in FIELDS.items()}
    return "\n".join(
        f"{labels[name][:1].upper()}{labels[name][1:]}: {text}"
        for name, text in answer.items()
        if name in labels
    )


_WORDS: dict[str, Callable[[Any, Any, Names], str]] = {
    "date": lambda _question, answer, _names: day(answer),
    "choice": _choice,
    "team": _team,
    **dict.fromkeys(
        ("post", "person"), lambda _question, answer, names: names.get(answer, str(answer))
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
    "finding": lambda _question, answer, _names: _("Nội dung %(n)d") % {"n": answer},
}
