"""The addresses of the audit trail, of a file at an earlier moment, and of why it stands where it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.desk.world import World

#: Who traces the files of some body, and who those of the sample one.
TRACERS = frozenset({"chair", "leader", "auditor", "stranger", "secretary", "keeper"})
OF_THE_FILE = frozenset({"chair", "leader", "auditor"})


def of_explorer(address: Callable[..., Any]) -> Iterator[Any]:
    """The trail over all files, one file looked back at, and one explained."""
    less = dict.fromkeys(
        ("stranger", "secretary", "keeper"), 7
    )  # nobody of whom a name is to be known
    yield address("audit", 9, _told, seen_by=TRACERS, costs=less)
    yield address(
        "audit", 7, _told, query="?loai=doc&ai=khong-co-ai", seen_by=TRACERS, alike=True
    )  # fmt: skip
    yield address("audit-export", 5, _told, seen_by=TRACERS)
    yield address("case-as-of", 15, _case, query="?ban_ghi=6", seen_by=OF_THE_FILE)
    yield address("case-as-of", 7, _case, query="?ngay=2020-01-01", seen_by=OF_THE_FILE, alike=True)
    yield address("case-explained", 13, _case, seen_by=OF_THE_FILE | {"officer"})


def _case(world: World) -> dict[str, object]:
    return {"reference": world.case("thon2").reference}


def _told(world: World) -> dict[str, object]:
    """The trail is read with each kind of entry in it, whoever comes first."""
    world.law_proposal()
    world.grant()
    world.envelope()
    return {}
