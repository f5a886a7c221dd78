"""The addresses about finished files decided again, for tests/desk/addresses.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from cases.conformance.books import engine
from cases.conformance.deviations import Deviation, Kind
from cases.models import Case, Conformance
from tests.desk.world import World

AUDITORS = frozenset({"auditor"})
#: Who traces every record of a file.
TRACING = frozenset({"chair", "leader", "auditor"})


def of_conformance(address: Callable[..., Any]) -> Iterator[Any]:
    """The figures, the files behind one, and the question what a spreadsheet of them is for."""
    yield address("conformance", 12, _decided_again, seen_by=AUDITORS)
    yield address("conformance-list", 8, _decided_again, query="?ds=diem-khac", seen_by=AUDITORS)
    yield address(
        "conformance-list", 9, _decided_again, query="?quy_trinh=P1.CD&buoc=open", seen_by=AUDITORS
    )
    yield address("case-law", 9, _of_the_sample, query="?quy_dinh=2016-07-26", seen_by=TRACING)
    yield address("conformance-export", 8, _decided_again, seen_by=AUDITORS)


def _of_the_sample(world: World) -> dict[str, object]:
    return {"reference": world.case("thon2").reference}


def _decided_again(world: World) -> dict[str, object]:
    """The sample supervision is taken for a finished one in which every kind of departure was found."""
    case = Case.objects.get(pk=world.case("thon2").pk)
    now = engine()
    if not Conformance.objects.filter(case=case, engine=now, head=case.head).exists():
        found = [
            Deviation(
                kind.value, 3, "open", "Triển khai quyết định, kế hoạch", "2026-10-20", "permission",
                "Chỉ trưởng đoàn được làm bước này.", "21-QĐ/TW", "Người ghi khi đó giữ vai trò: Văn thư.",
            ).as_json()
            for kind in Kind
        ]  # fmt: skip
        Conformance.objects.create(
            case=case, engine=now, head=case.head, records=case.records, kept=1, count=len(found), deviations=found,
            decided=True, hearing="da_nghe", review="doi_khieu_nai",
        )  # fmt: skip
    return {}
