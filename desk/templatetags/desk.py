"""The few tags our templates need beyond Django's own; loaded in every template."""

from collections.abc import Sequence

from django import template
from django.forms import BoundField
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from desk.pages.tracing import Change
from desk.worded import worded

register = template.Library()
register.filter("worded", worded)

_CLASSES = {"checkbox": "form-check-input", "select": "form-select", "hidden": ""}


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Draw an icon of our sprite. It never stands alone: the word beside it says the same."""
    if not name:
        return SafeString("")
    return format_html(
        '<svg class="i{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f" i-{size}" if size else "",
        static("theme/icons.svg"),
        name,
    )


@register.filter
def control(field: BoundField, hint: str = "") -> SafeString:
    """The field's own input with the look of its kind; groups of inputs keep their plain form.

    `hint="label"` writes the label into an empty input, for bars where the label is not seen.
    """
    widget = field.field.widget
    if isinstance(getattr(widget, "choices", None), list):
        widget.choices = [(value, _option(label)) for value, label in widget.choices]
    if getattr(widget, "use_fieldset", False):
        return field.as_widget()
    css = _CLASSES.get(getattr(widget, "input_type", None), "form-control")
    attrs = {"class": f"{widget.attrs.get('class', '')} {css}".strip()}
    if hint == "label":
        attrs["placeholder"] = field.label
    elif widget.attrs.get("placeholder") == field.label:
        attrs["placeholder"] = False  # repeats the label, and vanishes when one types
    return field.as_widget(attrs=attrs)


def _option(label: object) -> object:
    """The words of an option; those of a group of options are themselves pairs."""
    if isinstance(label, list | tuple):
        return [(value, worded(one)) for value, one in label]
    return worded(label)


@register.filter
def is_tick(field: BoundField) -> bool:
    """Whether the field is a single box to tick, whose label stands behind it."""
    return getattr(field.field.widget, "input_type", "") == "checkbox" and not field.use_fieldset


@register.filter
def before_and_after(changes: Sequence[Change]) -> SafeString:
    """Each change on a line, what was struck out before what is; joined here, for a page shows hundreds."""
    return mark_safe("".join(map(_one_change, changes)))  # noqa: S308 -- each text of it is escaped


def _one_change(change: Change) -> str:
    before, after = escape(change.before), escape(change.after)
    if before:
        now = f"<ins>{after}</ins>" if after else "∅"
        after = f"<del>{before}</del> → {now}"
    return (
        f'<div class="fs-s diff"><span class="muted">{escape(change.label)}:</span> {after}</div>'
    )
