"""How forms are drawn everywhere, and the fields our forms have beyond Django's own."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy

from desk.worded import worded
from law import Reason
from registry.models import Person


class PageForms(TemplatesSetting):
    """`{{ form }}` and `{{ field.as_field_group }}` in the look of our pages."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"


class DayInput(forms.DateInput):
    """A day typed as offices write it, 05/09/2026, whatever language the browser speaks.

    With JavaScript a button beside it opens the browser's own calendar.
    """

    template_name = "forms/day.html"

    def __init__(self, attrs: dict[str, Any] | None = None):
        usual = {"class": "short", "inputmode": "numeric", "placeholder": "dd/mm/yyyy"}
        super().__init__({**usual, "autocomplete": "off", **(attrs or {})}, format="%d/%m/%Y")

    def format_value(self, value: Any) -> str | None:
        """Write a day, also one kept as "2026-09-05", in the office's form."""
        try:
            return (
                f"{date.fromisoformat(value):%d/%m/%Y}"
                if isinstance(value, str)
                else super().format_value(value)
            )
        except ValueError:
            return value


class ShowsRefusals(forms.Form):
    """A form that shows at its fields what was refused about them."""

    def refuse(self, reasons: Iterable[Reason]) -> list[Reason]:
        """Put each reason that is about one question at its field; return the others."""
        left = []
        for reason in reasons:
            name = reason.rule.removeprefix("input.")
            name = "acted_on" if reason.rule.startswith("day.") else name
            target = next((f for f in self.fields if f == name or f.startswith(f"{name}__")), None)
            if target and reason.rule.startswith(("input.", "day.")):
                self.add_error(target, f"{worded(reason.text)} {worded(reason.remedy)}".strip())
            else:
                left.append(reason)
        return left


class DeedForm(ShowsRefusals):
    """A form whose answers go through the door; `key` makes a second press harmless."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64)


class PersonChoice(forms.ModelChoiceField):
    """One of some people, in the order in which Vietnamese people look for them."""

    def __init__(self, **said: Any):
        super().__init__(Person.objects.none(), empty_label=gettext_lazy("Chọn"), **said)


class ChoiceBeside(forms.ChoiceField):
    """A choice on one line with its label, for lists of many alike."""

    beside = True


class CountBeside(forms.IntegerField):
    """A count, zero or more, on one line with its label."""

    beside = counts = True

    def __init__(self, **said: Any):
        widget = forms.NumberInput({"class": "short", "inputmode": "numeric"})
        super().__init__(min_value=0, widget=widget, **said)
