"""The pages that are measured at each size, and guardian's own way to the same files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.http import QueryDict
from guardian.shortcuts import get_objects_for_user

from bench.province.told import TODAY
from cases import worklist
from cases.models import Case
from cases.newest import newest
from cases.paging import Place, leaf
from cases.queries import matters, with_next_deadline
from desk.gathering.leaves import PAGE
from desk.gathering.work import cases_page, page_of_files, worklist_page
from registry.models import OrganisationKind, Person, Position, Post

#: Who reads, and by which post.
READERS = {
    "officer of a commune": (OrganisationKind.COMMUNE, Position.OFFICER),
    "chair of a commune": (OrganisationKind.COMMUNE, Position.CHAIR),
    "head of the province": (OrganisationKind.PROVINCE, Position.CHAIR),
    "secretary of a commune": (OrganisationKind.COMMUNE, Position.SECRETARY),
    "secretary of the province": (OrganisationKind.PROVINCE, Position.SECRETARY),
}

#: Each page with the side of guardian that it is set beside: statement beside statement, page beside page.
BESIDE = {
    "worklist, its statement": "guardian, its statement",
    "files, its statement": "guardian, its statement",
    "worklist": "guardian, as the page of files",
    "files": "guardian, as the page of files",
}

#: Beside what of guardian's the goal is set: one account holds a grant on every file, as a chief's does on a
#: site that knows no other way. Above, each account holds grants on what the register opens to it.
WITH_EVERYTHING = {
    "worklist, its statement": "guardian with every file granted, its statement",
    "worklist": "guardian with every file granted, as the page of files",
}
CHIEF = "guardian-with-everything"
#: What the goal is about: the question whose work this is, put to the database by either side.
GOAL = "worklist, its statement"

#: What the register opens, a row for each case and account: to those with a post in the body that handles it;
#: once it was reported, to who leads where it was, and to who follows the cell from there.
_GRANT = """
INSERT INTO guardian_userobjectpermission (object_pk, content_type_id, permission_id, user_id)
SELECT DISTINCT may.case_id::text, a.content_type_id, a.id, p.account_id FROM (
  SELECT c.id AS case_id, held.person_id FROM cases_case c JOIN registry_post held USING (body_id)
  UNION ALL
  SELECT c.id, held.person_id FROM cases_case c JOIN told ON told.body = c.body_id
  JOIN registry_body b ON b.organisation_id = told.organisation JOIN registry_post held ON held.body_id = b.id
  WHERE c.reported AND held.position IN ('bi_thu', 'chu_nhiem', 'pho_chu_nhiem')
  UNION ALL
  SELECT c.id, area.person_id FROM cases_case c JOIN registry_body b ON b.id = c.body_id
  JOIN registry_areaassignment area ON area.unit_id = b.organisation_id WHERE c.reported
) may JOIN registry_person p ON p.id = may.person_id
JOIN auth_permission a ON a.codename = 'view_case'
JOIN django_content_type t ON t.id = a.content_type_id AND t.app_label = 'cases'
"""

_EVERYTHING = """
INSERT INTO guardian_userobjectpermission (object_pk, content_type_id, permission_id, user_id)
SELECT c.id::text, a.content_type_id, a.id, %s FROM cases_case c
JOIN auth_permission a ON a.codename = 'view_case'
JOIN django_content_type t ON t.id = a.content_type_id AND t.app_label = 'cases'
"""

_TOLD = """
WITH told AS (SELECT b.id AS body, coalesce(above.parent_id, b.organisation_id) AS organisation
  FROM registry_body b LEFT JOIN registry_placement above
  ON b.kind = 'chi_bo' AND above.organisation_id = b.organisation_id)
"""


def reader(name: str) -> Person:
    """Return the person of that name in the database Django works in now."""
    kind, position = READERS[name]
    posts = Post.objects.filter(body__organisation__kind=kind, position=position)
    return posts.select_related("person__account").order_by("pk")[0].person


def pages(person: Person) -> dict[str, Callable[[], Any]]:
    """Return each page as it is gathered for `person`: statements, rows, and the rows made ready."""
    offices = worklist.Offices.of(person, TODAY)
    first = worklist.Asked(), Place[worklist.Key](), PAGE + 1
    far = (TODAY + timedelta(days=40)).isoformat()
    half = Case.objects.latest("pk").pk // 2
    return {
        "worklist, its statement": lambda: worklist._keys(offices, *first),
        "worklist": lambda: worklist_page(person, TODAY, QueryDict(), group="all"),
        "worklist, to sign": lambda: worklist_page(person, TODAY, QueryDict(), group="sign"),
        "worklist, deep": lambda: worklist_page(
            person, TODAY, QueryDict(f"sau={far}.0"), group="all"
        ),
        "files, its statement": lambda: newest(person, TODAY, matters, None, Place(), PAGE),
        "files": lambda: cases_page(person, TODAY, QueryDict()),
        "files, deep": lambda: cases_page(person, TODAY, QueryDict(f"sau={half}")),
    }


def grant() -> None:
    """Give everybody guardian's permission on every file the register opens to them, as its owner."""
    chief = get_user_model().objects.create_user(CHIEF)
    with connection.cursor() as cursor:
        cursor.execute(_TOLD + _GRANT)
        cursor.execute(_EVERYTHING, [chief.pk])
        cursor.execute("ANALYZE guardian_userobjectpermission")


class NotTheSame(Exception):
    """Guardian's page and ours do not show the same files: there is nothing to compare."""


def compare(person: Person) -> None:
    """Make sure that guardian's grants lead to the files that our page shows. Raises NotTheSame."""
    ours, theirs = (
        cases_page(person, TODAY, QueryDict()),
        guardians(person)["guardian, as the page of files"](),
    )
    if not ours.rows or ours.rows != theirs.rows or ours.pager != theirs.pager:
        raise NotTheSame(str(person))


def guardians(person: Person) -> dict[str, Callable[[], Any]]:
    """Return the same files by guardian's default: the statement alone, and as our own page shows them."""
    return _by_guardian(person.account, "guardian")


def guardians_of_everything() -> dict[str, Callable[[], Any]]:
    """Return the newest of all files by guardian's default, for the account that holds a grant on each."""
    chief = get_user_model().objects.get(username=CHIEF)
    return _by_guardian(chief, "guardian with every file granted")


def _by_guardian(account: Any, name: str) -> dict[str, Callable[[], Any]]:
    def read(_place: Place[int], limit: int) -> list[Case]:
        found = matters(get_objects_for_user(account, "cases.view_case"))
        return list(with_next_deadline(found).select_related("body").order_by("-pk")[:limit])

    return {
        f"{name}, its statement": lambda: read(Place(), PAGE + 1),
        f"{name}, as the page of files": lambda: page_of_files(
            TODAY, QueryDict(), lambda _among, place: leaf(read, place, PAGE)
        ),
    }
