"""The addresses about checkers and checkpoints, for tests/desk/addresses.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.utils import timezone

from cases.checking import CHECKERS, Found
from cases.models import CheckRun
from tests.desk.world import World


def of_proof(address: Callable[..., Any]) -> Iterator[Any]:
    """What the checkers found, which the auditor alone reads; the lists that one took out."""
    yield address("lists-taken", 6, costs={"concerned": 7})
    yield address("audit-checks", 7, _looked_over, seen_by=frozenset({"auditor"}))


def _looked_over(world: World) -> dict[str, object]:
    """Every checker has found something in the sample supervision, or at the site."""
    if not CheckRun.objects.exists():
        case = world.case("thon2")
        about = [Found(name, case.reference, "để thử", case.pk, case.body_id) for name in CHECKERS]
        about += [Found("niem_phong", "khóa niêm phong", "chưa có")]
        CheckRun.objects.create(at=timezone.now(), found=[vars(one) for one in about])
    return {}
