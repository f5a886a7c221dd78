"""Long lists as their readers leaf through them: every row once, forth and back, whatever the address says."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import Case, WorkRow
from registry.models import Person, Post
from tests.cases.supervision import TODAY, lay_province

WORK, FILES = reverse("worklist"), reverse("cases")


class Desk:
    """The chair of an inspection committee before a browser, and the files of her committee."""

    def __init__(self, person: Person, post: Post):
        self.person, self.body, self.many = person, post.body, 0
        self.client = Client()
        self.client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")

    def lays(self, many: int, procedure: str = "P1.CD", step: str = "decide") -> None:
        for number in range(self.many, self.many + many):
            case = Case.objects.create(
                reference=f"GS-{number:04}", procedure=procedure, title=f"Hồ sơ {number}",
                body=self.body, stage="da_de_xuat", opened_on=TODAY, moved_on=TODAY,
            )  # fmt: skip
            WorkRow.objects.create(
                case=case, step=step, role="chu_nhiem", body=self.body, since=TODAY,
                due=TODAY + timedelta(days=number % 20 - 5) if number % 7 else None,
            )  # fmt: skip
        self.many += many

    def page(self, address: str) -> str:
        answer = self.client.get(address)
        assert answer.status_code == 200
        return answer.content.decode()


def rows(page: str) -> list[str]:
    return re.findall(r"<span class=\"case-ref\">(GS-\d+)", page)


def shown(page: str) -> str:
    """The main part of a page, without the keys that are new in each request."""
    return re.sub(r'value="\w{64}"', "", re.search(r"<main.*?</main>", page, re.DOTALL)[0])


def link(page: str, rel: str) -> str:
    found = re.search(rf'href="([^"]+)" rel="{rel}"', page)
    return found[1].replace("&amp;", "&") if found else ""


def leafed(desk: Desk, address: str) -> list[list[str]]:
    """Every page from the first on, by the link "Sau"; on the way back each must be the same."""
    pages, here, back = [desk.page(address)], "", []
    while here := link(pages[-1], "next"):
        pages.append(desk.page(address + here))
    here = link(pages[-1], "prev")
    while here:
        back.append(desk.page(address + here))
        here = link(back[-1], "prev")
    assert [rows(page) for page in back[::-1]] == [rows(page) for page in pages[:-1]]
    return [rows(page) for page in pages]


@pytest.fixture
def desk(db):
    province = lay_province()
    person = province.people["chunhiem"]
    person.account = get_user_model().objects.create_user("chunhiem")
    person.save()
    post = Post.objects.filter(person=person, position="chu_nhiem", last_day=None).latest("pk")
    with transaction.atomic():  # rows alone: taken back before the walls ask for their histories
        yield Desk(person, post)
        transaction.set_rollback(True)


@pytest.mark.parametrize("address", [WORK, FILES])
def test_all_rows_are_on_some_page_once_and_the_way_back_is_the_same(desk, address):
    desk.lays(60)

    pages = leafed(desk, address)

    assert [len(page) for page in pages] == [25, 25, 10]
    assert len({one for page in pages for one in page}) == 60


def test_work_without_a_deadline_comes_last(desk):
    desk.lays(60)

    *_, last = leafed(desk, WORK)

    assert all(int(reference[3:]) % 7 == 0 for reference in last[-9:])


def test_more_than_ninety_nine_is_not_counted_further(desk):
    desk.lays(120)

    page = desk.page(WORK)

    assert "25 trong 99+ việc" in page
    assert '<span class="c">99+</span>' in page


def test_a_filter_stays_while_leafing(desk):
    desk.lays(30)
    desk.lays(10, procedure="P3.DV")

    page = desk.page(FILES + "?procedure=P1.CD")
    further = desk.page(FILES + link(page, "next"))

    assert len(rows(page)) == 25
    assert len(rows(further)) == 5


def test_a_tab_and_its_filters_narrow_the_same_rows(desk):
    desk.lays(30, step="draft_decide")
    desk.lays(3)

    assert len(rows(desk.page(WORK + "?nhom=sign"))) == 3
    assert rows(desk.page(WORK + "?nhom=sign&q=GS-0031")) == ["GS-0031"]


@pytest.mark.parametrize("address", [WORK, FILES])
@pytest.mark.parametrize(
    "wrong", ["sau=x", "sau=2026-13-40.1", "truoc=", "sau=-1", "sau=" + "9" * 30, "nhom=x&sau=."]
)
def test_an_address_that_names_no_place_is_the_first_page(desk, address, wrong):
    desk.lays(30)

    assert rows(desk.page(f"{address}?{wrong}")) == rows(desk.page(address))


@pytest.mark.parametrize("name", ["meetings", "papers"])
@pytest.mark.parametrize("place", ["sau=2026-11-20.5", "truoc=2026-11-20.5"])
def test_past_the_last_row_of_another_list_stands_what_it_has(desk, name, place):
    empty = shown(desk.page(reverse(name)))

    assert shown(desk.page(f"{reverse(name)}?{place}")) == empty
    assert 'class="empty' in empty


@pytest.mark.parametrize(("address", "statements"), [(WORK, 9), (FILES, 6)])
@pytest.mark.parametrize("many", [3, 120])
def test_a_page_takes_as_many_statements_however_many_rows_there_are(
    desk, address, statements, many
):
    desk.lays(many)
    desk.page(address)

    with CaptureQueriesContext(connection) as asked:
        desk.page(address)

    assert len(asked) == statements
