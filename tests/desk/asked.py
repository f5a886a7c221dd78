"""What a page asks, as the one who fills it in knows it: each field by its kind, its choices, its first value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from desk.forms import ChoiceBeside, CountBeside


@dataclass(frozen=True)
class Asked:
    """One field.

    `kind` is beside, count, file, day, number, several, one, tick, long, line or hidden; `least` the least number.
    """

    name: str
    kind: str
    required: bool = True
    choices: Sequence[str] = ()
    least: int = 0
    first: Any = ""


def asked_by(form: forms.BaseForm) -> list[Asked]:
    """What Django's own form asks."""
    return [
        Asked(
            name, _kind(one), one.required,
            [str(value) for value, _label in getattr(one, "choices", ())],
            getattr(one, "min_value", None) or 0, form.initial.get(name, ""),
        )
        for name, one in form.fields.items()
    ]  # fmt: skip


def _kind(one: forms.Field) -> str:
    if isinstance(one.widget, forms.HiddenInput):
        return "hidden"
    kinds = (
        (ChoiceBeside, "beside"), (CountBeside, "count"), (forms.FileField, "file"), (forms.DateField, "day"),
        (forms.IntegerField, "number"), (forms.MultipleChoiceField, "several"), (forms.ChoiceField, "one"),
        (forms.BooleanField, "tick"),
    )  # fmt: skip
    usual = "long" if isinstance(one.widget, forms.Textarea) else "line"
    return next((kind for of, kind in kinds if isinstance(one, of)), usual)
