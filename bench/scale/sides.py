"""The pages that are measured at each size, and guardian's own way to the same files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import connection
from django.http import QueryDict
from guardian.shortcuts import get_objects_for_user

from bench.province.told import TODAY
from cases import worklist
from cases.models import Case
from cases.paging import Place
from desk.gathering.leaves import PAGE
from desk.gathering.work import cases_page, worklist_page
from registry.models import OrganisationKind, Person, Position, Post

#: Who reads, and by which post.
READERS = {
    "officer of a commune": (OrganisationKind.COMMUNE, Position.OFFICER),
    "chair of a commune": (OrganisationKind.COMMUNE, Position.CHAIR),
    "head of the province": (OrganisationKind.PROVINCE, Position.CHAIR),
}

_GRANT = """
INSERT INTO guardian_userobjectpermission (object_pk, content_type_id, permission_id, user_id)
SELECT c.id::text, a.content_type_id, a.id, p.account_id FROM cases_case c
JOIN registry_post held USING (body_id) JOIN registry_person p ON p.id = held.person_id
JOIN auth_permission a ON a.codename = 'view_case'
JOIN django_content_type t ON t.id = a.content_type_id AND t.app_label = 'cases'
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
        "files": lambda: cases_page(person, TODAY, QueryDict()),
        "files, deep": lambda: cases_page(person, TODAY, QueryDict(f"sau={half}")),
    }


def grant() -> None:
    """Give every holder of a post guardian's permission on every file of their body, as its owner."""
    with connection.cursor() as cursor:
        cursor.execute(_GRANT)
        cursor.execute("ANALYZE guardian_userobjectpermission")


def through_guardian(person: Person) -> list[Case]:
    """The same page of files by guardian's default."""
    found = get_objects_for_user(person.account, "cases.view_case")
    return list(found.select_related("body").order_by("-pk")[:PAGE])
