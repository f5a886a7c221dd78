"""Matters as the scenarios find them: before a cell of some size, decided, or under a body made up for them."""

from datetime import date

import pypdfium2

from documents.printing import print_pending
from registry.models import Body, Organisation, Post
from tests.cases.discipline import (
    LIGHT,
    OPENED,
    in_the_cell,
    level_by_level,
)

ACCUSED, BASE_OF_CELL = "vote.accused", "vote.base.members_meeting"
AWAY = ("xuong12", "xuong13")  # exempt, and temporarily elsewhere


def of_a_cell(world, size, *, answers=(LIGHT,), on=OPENED, absent=()):
    """A matter heard in a cell of that size, the meeting in session, the law's silences answered."""
    world.cell_of(size)
    matter = in_the_cell(world, on=on)
    meeting = world.meets("chi_bo_truong", "hieu", on, matter.case, absent=absent)
    for rule in answers:
        matter.answer(rule, on=on)
    return matter, meeting


def decided(matter, on, draft="m1", secretary="hieu", **compared):
    """From the vote to the signed decision of a cell."""
    matter.take("compare_limitation", by=secretary, on=on, **compared)
    matter.sign("decide", draft=draft, by=secretary, on=on)


def before_the_cell(world):
    """A matter whose member has criticised himself, waiting for the cell's proposal."""
    return level_by_level(world, until="receive_self_criticism")


def words_of(paper):
    print_pending()
    paper.refresh_from_db()
    pages = pypdfium2.PdfDocument(bytes(paper.print.pdf))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def body_of(world, kind, level, name, secretary=""):
    """A body the sample province does not have."""
    organisation = Organisation.objects.create(
        code=f"them-{name}", kind=level, name=name, place="Mẫu An", first_day=date(2015, 1, 1)
    )
    body = Body.objects.create(
        organisation=organisation, kind=kind, name=name, symbol="ĐU", superior_line="ĐẢNG ỦY", issuing_line=name,
        first_day=date(2015, 1, 1),
    )  # fmt: skip
    if secretary:
        Post.objects.create(
            person=world.who(secretary), body=body, position="bi_thu", first_day=date(2015, 1, 1)
        )
    return body
