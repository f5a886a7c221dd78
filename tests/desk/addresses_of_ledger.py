"""The address of the ledger: whoever reads figures reads its lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reports.counting import keeping
from tests.desk.addresses_of_forms import READ_FIGURES
from tests.desk.world import World

if TYPE_CHECKING:
    from tests.desk.addresses import Address


#: In whose own unit no directive was issued: there is none to follow.
NO_DIRECTIVE = {"stranger": 12, "secretary": 12}


def of_ledger(address: type[Address]) -> Iterator[Any]:
    """The lines, once everything is counted: from the files, and from each of three registers."""
    yield address("ledger", 15, _counted, seen_by=READ_FIGURES, costs=NO_DIRECTIVE)


def _counted(_world: World) -> dict[str, object]:
    keeping.refresh()
    return {}
