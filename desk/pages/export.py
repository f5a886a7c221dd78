"""Taking a list out of the site: what it will hold, and the question what for."""

from dataclasses import dataclass

from django.forms import BaseForm


@dataclass(frozen=True)
class ExportPage:
    """`listed` names the list behind; `counted` says how much would go out, `warning` if not all of it."""

    form: BaseForm
    title: str
    listed: str
    sentence: str
    counted: str
    back_url: str
    warning: str = ""
