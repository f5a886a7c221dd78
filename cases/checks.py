"""A check at start-up: the law that two persons confirmed is the law in force."""

from django.core.checks import Error, Tags, register
from django.db import ProgrammingError


@register(Tags.database)
def every_adopted_row_is_in_force(databases=None, **_kwargs):
    """Name the adoptions recorded in the database whose signed file is gone from beside it."""
    from cases.adoptions import missing  # noqa: PLC0415 -- models must be ready

    if "default" not in (databases or ()):
        return []
    try:
        gone = missing()
    except ProgrammingError:  # no tables yet
        return []
    return [
        Error(
            f"Bản bổ sung luật số {one.number} ({one.proposal}) không còn hiệu lực.",
            hint="Khôi phục thư mục luật của trang, hoặc: manage.py law adoptions import TỆP.",
            id="cases.E001",
        )
        for one in gone
    ]
