"""The deed that takes a list in, whatever it lists: all of it or nothing, by whoever keeps that register."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from jobs.kinds import Tell
from law import Reason
from registry.deeds import InBody
from registry.keeping import Asked
from registry.list_models import ListImport
from registry.lists.looking_over import LookedOver
from registry.lists.reading import read
from registry.lists.shape import Line, Shape
from registry.members.rights import not_writer
from registry.models import Person


@dataclass(frozen=True, kw_only=True)
class TakeListIn(InBody):
    """A list becomes part of a register. `document` names its source; `synced_on` the day it tells of.

    A kind of list says its `shape`, its `title` for people, the table of its `imports`, how it is `looked_over`, and
    how it is written.
    Raises ListRefused (registry.lists.reading) for a file that is no list.
    """

    shape: ClassVar[Shape]
    title: ClassVar[str]
    imports: ClassVar[type[ListImport]]

    taken_by: Person
    content: bytes
    file_name: str
    synced_on: date
    #: Hears how many rows are written, of how many.
    tell: Tell | None = field(default=None, compare=False)
    #: What it began and ended beside the rows of the list, as the history tells it.
    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def words(self) -> str:
        return f"{self.title} tính đến ngày {self.synced_on:%d/%m/%Y}: {self.file_name}"

    @cached_property
    def comparison(self) -> LookedOver[Any, Any]:
        """What taking it in would do, as the register is now."""
        return self.looked_over(read(self.content, self.file_name, self.shape))

    def looked_over(self, lines: list[Line]) -> LookedOver[Any, Any]:
        """Return the lines beside the register."""
        raise NotImplementedError

    def entered(self) -> Any:
        """Write what this list was and what it changes; its rows then name it."""
        found = self.comparison
        return self.imports.objects.create(
            body=self.body,
            source=self.document.strip(),
            file_name=self.file_name,
            file_sha256=hashlib.sha256(self.content).hexdigest(),
            synced_on=self.synced_on,
            rows=found.rows,
            created=len(found.new),
            changed=len(found.changed),
            unchanged=found.unchanged,
            held_back=found.held_back,
            by=self.taken_by,
        )

    def renew(self) -> None:
        self.__dict__.pop("comparison", None)

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_writer(self.body, asked)
        if self.synced_on > asked.today:
            yield Reason(
                "input.synced_on", "Danh sách của một ngày chưa đến.", remedy="Ghi lại ngày."
            )
