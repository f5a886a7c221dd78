"""`manage.py audit` with one verb more, the only one that looks at every table: which rows no entry accounts for."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from cases.management.commands import audit
from config import accounts

#: How many keys of a table are told before the rest is only counted.
_SHOWN = 20


class Command(audit.Command):
    """The tree and the people that were laid before the first deed are told too: they are nobody's deed."""

    def add_arguments(self, parser: ArgumentParser) -> Any:
        verbs = super().add_arguments(parser)
        verbs.add_parser("rows", help="dòng nào không bản ghi nào nêu; thoát 1 khi có")
        return verbs

    def _rows(self, **_: Any) -> None:
        found = accounts.unaccounted()
        for table, one in sorted(accounts.accounts().items()):
            keys = found.get(table, ())
            named = f": {', '.join(keys[:_SHOWN])}{' …' if len(keys) > _SHOWN else ''}"
            self.stdout.write(f"{len(keys):>6}  {table} — {one.way.value}{named if keys else ''}")
        missing = sum(map(len, found.values()))
        self.stdout.write(f"audit: {missing} rows without an entry")
        if missing:
            sys.exit(1)
