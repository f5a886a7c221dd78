"""The addresses of the registers of daily work: what is followed, loans of members' paper files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from registry import clock
from registry.file_loan_models import MemberFileLoan
from tests.desk.world import World


def of_daily(Address: Any, roles: Mapping[str, frozenset[str]]) -> Iterator[Any]:  # noqa: N803 -- a class
    """Each register as those who work for a body read it; a loan as who keeps the member files enters it.

    `roles` are those who work for a body, who read members, and who keep their files.
    """
    working, reading, keeping = roles["work"], roles["read"], roles["keep"]
    yield Address("following-index", 2, status=302, page=False)
    for kind in ("muon", "viec"):
        yield Address("following", 6, _kind(kind), seen_by=working, mark=f" {kind}")
    yield Address("following-export", 6, _kind("muon"), seen_by=working)
    yield Address("file-loans", 8, _lent, seen_by=reading)
    yield Address("file-loans-export", 7, _lent, seen_by=reading)
    yield Address("file-lend", 7, _lending, seen_by=keeping)
    yield Address("file-take-back", 6, _back, seen_by=keeping)


def _kind(kind: str):
    return lambda _world: {"kind": kind}


def _lending(world: World) -> dict[str, object]:
    return {"pk": world.member_list(), "body": world.province.bodies["btv"].pk}


def _lent(world: World) -> dict[str, object]:
    _back(world)
    return {}


def _back(world: World) -> dict[str, object]:
    """A file lent to somebody, whoever comes first."""
    person, body, today = world.member_list(), world.province.bodies["btv"], clock.today()
    loan = MemberFileLoan.objects.filter(person=person).first()
    if loan is None:
        loan = MemberFileLoan.objects.create(
            body=body, person_id=person, unit_id=body.organisation_id, borrower="Lý Văn Mượn",
            purpose="Đối chiếu", allowed_by="Bí thư", lent_on=today - timedelta(days=9),
            due_back=today - timedelta(days=2),
        )  # fmt: skip
    return {"pk": loan.pk}
