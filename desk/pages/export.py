"""Taking a list out of the site: what it will hold, and the question what for."""

from dataclasses import dataclass

from django.forms import BaseForm


@dataclass(frozen=True)
class ExportPage:
    """`count` files would go out; `most` where there are more than one file may hold."""

    form: BaseForm
    count: int
    back_url: str
    most: int = 0
