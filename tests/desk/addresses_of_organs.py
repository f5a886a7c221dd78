"""The addresses of organisations, of who manages whom, and of what goes out of the member list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from registry.models import Organisation, Term
from registry.organ_models import ManagedPost, OrganisationLevel
from tests.desk import addresses as declared

if TYPE_CHECKING:
    from tests.desk.addresses import Address
    from tests.desk.world import World

KEEPER = frozenset({"keeper"})


def of_organs() -> Iterator[Address]:
    """Whoever reads members reads organisations; one role keeps the register of a committee over them."""
    one, readers = declared.Address, declared.READ_MEMBERS
    of_commune = readers - {"stranger", "secretary"}
    small = {"stranger": 12, "secretary": 12}
    yield one("organisations", 14, seen_by=readers, costs=small)
    yield one("organisations", 12, query="?ngay=01/01/2020", seen_by=readers, mark=" then")
    yield one("organisation", 15, _commune, seen_by=of_commune)
    yield one("organisation", 14, _ended, seen_by=of_commune, mark=" ended")
    yield one("organisations-export", 9, seen_by=readers)
    yield one(
        "organisation-level", 7, lambda world: {**_commune(world), **_btv(world)}, seen_by=KEEPER
    )
    yield one("organisation-level-end", 7, _level, seen_by=KEEPER)
    yield one("term-new", 7, _term_of, seen_by=KEEPER)
    yield one("term-deed", 7, _term, seen_by=KEEPER)
    yield one("managed-posts", 9, seen_by=readers)
    yield one("managed-post-new", 6, _btv, seen_by=KEEPER)
    yield one("managed-post-end", 7, _managed, seen_by=KEEPER)
    yield one("members-export", 7, declared._listed_members, seen_by=readers)
    yield one("member-findings-export", 7, declared._listed_members, seen_by=readers)
    yield one("file-papers", 7, _btv, seen_by=KEEPER)
    yield one("member-file", 8, _member, seen_by=KEEPER)
    yield one("member-manager", 11, _member, seen_by=KEEPER)


def _commune(world: World) -> dict[str, object]:
    return {"pk": world.province.organisations["xa"].pk}


def _ended(world: World) -> dict[str, object]:
    return {"pk": Organisation.objects.get(code="mau-dong").pk}


def _btv(world: World) -> dict[str, object]:
    return {"body": world.province.bodies["btv"].pk}


def _level(world: World) -> dict[str, object]:
    return {**_btv(world), "pk": OrganisationLevel.objects.earliest("pk").pk}


def _term_of(world: World) -> dict[str, object]:
    return {**_btv(world), "of": world.province.bodies["chi_bo_thon2"].pk}


def _term(world: World) -> dict[str, object]:
    term = Term.objects.get(body=world.province.bodies["chi_bo_thon2"])
    return {**_btv(world), "pk": term.pk, "deed": "chuan-y"}


def _managed(world: World) -> dict[str, object]:
    return {**_btv(world), "pk": ManagedPost.objects.earliest("pk").pk}


def _member(world: World) -> dict[str, object]:
    return {**_btv(world), "pk": world.member_list()}
