"""Filling an empty database with a province of the size asked for, by COPY."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

from django.db import connection, transaction
from django.db.models import Model

from bench.province.copies import TABLES, Block
from bench.province.told import MATTERS, tell
from cases.stories.demo import Matter
from cases.stories.ledger.loading import lines

#: Communes copied between two writes to the database.
BATCH = 10


def fill(cases: int, matters: Sequence[Matter] = MATTERS) -> None:
    """Lay at least `cases` cases, in whole communes of these `matters`.

    Runs as the owner: `app` may add to a history, but the counters behind the numbers are not its own.
    """
    tell(matters)
    block = Block.read()
    copies = -(-cases // len(matters)) - 1
    for first in range(1, copies + 1, BATCH):
        _copy_in(block, range(first, min(first + BATCH, copies + 1)))
        if sys.stderr.isatty():
            print(f"\r{first * len(matters)} / {cases}", end="", file=sys.stderr, flush=True)
    with connection.cursor() as cursor:
        for series, each in block.series.items():
            cursor.execute(
                "UPDATE cases_counter SET last = %s WHERE series = %s",
                [each * (copies + 1), series],
            )
        for model, span in block.span.items():
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)",
                [model._meta.db_table, max(1, span * (copies + 1))],
            )


@transaction.atomic
def _copy_in(block: Block, numbers: range) -> None:
    texts: dict[type[Model], io.StringIO] = {model: io.StringIO() for model in TABLES}
    for number in numbers:
        for model, rows in block.copy(number).items():
            texts[model].writelines(lines(model, rows))
    with connection.cursor() as cursor:
        for model, text in texts.items():
            text.seek(0)
            table = f'"{model._meta.db_table}"'
            columns = ", ".join(f'"{f.column}"' for f in model._meta.concrete_fields)
            # A table behind the second wall takes no COPY, only rows: they come by way of one that is not.
            new = f"CREATE TEMP TABLE incoming AS SELECT {columns} FROM {table} LIMIT 0"  # noqa: S608 -- names of models
            cursor.execute(new)
            cursor.copy_expert(f"COPY incoming ({columns}) FROM STDIN", text)
            cursor.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM incoming")  # noqa: S608 -- likewise
            cursor.execute("DROP TABLE incoming")
