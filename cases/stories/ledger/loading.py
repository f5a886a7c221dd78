"""Many copies numbered in the order of their days and written by COPY, table by table, with every wall standing."""

from __future__ import annotations

import io
import json
import re
from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import JSONField, Model

from cases.models import Case, Counter, Edition, Judged
from cases.stories.ledger.blanks import TABLES, Values
from cases.stories.ledger.copying import Copy, Filling
from documents.models import BookEntry, Journal, NumberBook, Paper
from proof.chain import NOTHING_BEFORE, link
from proof.reader import as_the_system

#: Copies written at once: what of them is held in memory.
BATCH = 60


class Books:
    """The numbers files and papers take, each in its series, in the order of their days."""

    def __init__(self) -> None:
        self.files: Tally[str] = Tally(dict(Counter.objects.values_list("series", "last")))
        self.next: Tally[tuple[int, int, str, str]] = Tally()
        self.length: Tally[int] = Tally()

    def number(self, copies: Sequence[Copy]) -> None:
        """Give every file and every paper of the copies its number."""
        for _on, place, row in sorted(self._files(copies), key=lambda one: one[:2]):
            copy, case = copies[place[0]], row
            series = case["reference"].rpartition("-")[0]
            self.files[series] += 1
            copy.texts[case["reference"]] = f"{series}-{self.files[series]:04}"
        for _on, place, paper in sorted(self._papers(copies), key=lambda one: one[:2]):
            self._paper(copies[place[0]], paper)

    def keep(self) -> None:
        """Write the counters and books as they stand now."""
        Counter.objects.bulk_create(
            (Counter(series=series, last=last) for series, last in self.files.items()),
            update_conflicts=True, unique_fields=["series"], update_fields=["last"],
        )  # fmt: skip
        NumberBook.objects.bulk_create(
            NumberBook(
                body_id=body, term_id=term, symbol=symbol, series=series, next_number=last + 1
            )
            for (body, term, symbol, series), last in self.next.items()
        )

    def _files(self, copies: Sequence[Copy]) -> Iterator[tuple[date, tuple[int, int], Values]]:
        for number, copy in enumerate(copies):
            for place, case in enumerate(copy.of(Case)):
                yield copy.moved(case["opened_on"]), (number, place), case

    def _papers(self, copies: Sequence[Copy]) -> Iterator[tuple[date, tuple[int, int], Values]]:
        for number, copy in enumerate(copies):
            for paper in copy.of(Paper):
                if paper["number"]:
                    yield copy.moved(paper["dated"]), (number, paper["id"]), paper

    def _paper(self, copy: Copy, paper: Values) -> None:
        body, term = (copy.numbers[paper[name]] for name in ("body_id", "term_id"))
        book = (body, term, paper["symbol"], copy.texts.get(paper["series"], paper["series"]))
        self.next[book] += 1
        self.length[body] += 1
        copy.given[paper["id"]], copy.places[paper["id"]] = self.next[book], self.length[body]
        copy.texts[paper["number_text"]] = re.sub(
            r"^\d+", f"{self.next[book]:02}", paper["number_text"]
        )


class Loader:
    """Writes copies in batches; the journals' lines are linked and written when all are known."""

    def __init__(self) -> None:
        self.lines: dict[int, list[tuple[int, Values]]] = defaultdict(list)
        self.cases: list[int] = []
        self.records = 0
        self._editions: set[str] = set()

    @as_the_system()  # files are written before anybody may read them
    def load(self, copies: Sequence[Copy]) -> None:
        """Fill and write the copies. Raises NotLawful for a step that its rules refuse."""
        for first in range(0, len(copies), BATCH):
            self._batch(copies[first : first + BATCH])
        self._journals()

    @transaction.atomic
    def _batch(self, copies: Sequence[Copy]) -> None:
        ids = {
            model: _numbers(model, sum(len(copy.of(model)) for copy in copies)) for model in TABLES
        }
        texts = {model: io.StringIO() for model in (*TABLES, Judged)}
        told: dict[str, str] = {}
        for copy in copies:
            ours = {model: [next(ids[model]) for _ in copy.of(model)] for model in TABLES}
            filled = Filling(copy, ours).fill()
            self._keep_editions(filled.editions)
            told |= filled.judged
            for place, entry in filled.entries:
                self.lines[entry["body_id"]].append((place, entry))
            for model, rows in filled.rows.items():
                texts[model].writelines(lines(model, rows))
            self.cases += [row["id"] for row in filled.rows[Case]]
        texts[Judged].writelines(
            lines(Judged, [{"sha256": sha, "content": text} for sha, text in told.items()])
        )
        for model in (Judged, *TABLES):
            copy_in(model, texts[model])

    def _keep_editions(self, editions: dict[str, tuple[str, str]]) -> None:
        new = {sha: one for sha, one in editions.items() if sha not in self._editions}
        self._editions |= new.keys()
        Edition.objects.bulk_create(
            (Edition(sha256=sha, procedure=code, content=text) for sha, (code, text) in new.items()),
            ignore_conflicts=True,
        )  # fmt: skip

    @transaction.atomic
    def _journals(self) -> None:
        text = io.StringIO()
        for body, told in self.lines.items():
            head = NOTHING_BEFORE
            for sequence, entry in sorted(told, key=lambda one: one[0]):
                content, head = link(f"journal:{body}", sequence, head, entry["content"])
                row = {**entry, "sequence": sequence, "content": content, "hash": head}
                text.writelines(lines(BookEntry, [row]))
            Journal.objects.create(body_id=body, length=len(told), head=head)
        copy_in(BookEntry, text)


def copy_in(model: type[Model], text: io.StringIO) -> None:
    """Write rows by COPY, by way of a table of its own: one behind the second wall takes no COPY, only rows."""
    text.seek(0)
    table, incoming = f'"{model._meta.db_table}"', "ledger_incoming"
    columns = ", ".join(f'"{one.column}"' for one in model._meta.concrete_fields)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE {incoming} AS SELECT {columns} FROM {table} LIMIT 0")  # noqa: S608 -- names of models
        cursor.copy_expert(f"COPY {incoming} ({columns}) FROM STDIN", text)
        ours = " ON CONFLICT DO NOTHING" if model is Judged else ""
        cursor.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {incoming}{ours}")  # noqa: S608 -- likewise
        cursor.execute(f"DROP TABLE {incoming}")


def _numbers(model: type[Model], number: int) -> Iterator[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, number],
        )
        return iter(sorted(row[0] for row in cursor.fetchall()))


def lines(model: type[Model], rows: Iterable[Values]) -> Iterator[str]:
    """Rows of a table, each by its columns' names, as the lines that COPY takes."""
    fields = [(one.attname, isinstance(one, JSONField)) for one in model._meta.concrete_fields]
    for row in rows:
        yield "\t".join(_written(row[name], is_json) for name, is_json in fields) + "\n"


def _written(value: Any, is_json: bool) -> str:
    """One value as COPY's text format wants it."""
    if value is None:
        return r"\N"
    if is_json:
        value = json.dumps(value, ensure_ascii=False)
    elif isinstance(value, bool):
        return "t" if value else "f"
    elif isinstance(value, date):  # datetime too
        return value.isoformat()
    text = str(value)
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
