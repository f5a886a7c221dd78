"""`manage.py papers`: list the catalogue, print a sample, check papers. Never opens a database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

import law
from documents.catalogue import Kind
from documents.checker import check
from documents.drafting import Draft, PaperRefused, draft
from documents.kinds import every_kind, find
from documents.pages import Issue, page_of
from documents.press import press
from documents.proofs import Proof, Source
from documents.samples import sample_body, sample_values


class Command(BaseCommand):
    """Official papers without a database: what exists, how it looks, whether it is right."""

    help = "Danh mục văn bản, bản mẫu, kiểm tra thể thức."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("list", help="Liệt kê các loại văn bản.")
        sample = verbs.add_parser("sample", help="In một văn bản với số liệu mẫu.")
        sample.add_argument("code", metavar="MÃ")
        sample.add_argument("--on", type=date.fromisoformat, required=True, metavar="NGÀY")
        sample.add_argument(
            "--values", type=Path, metavar="TỆP", help="JSON: giá trị thay số liệu mẫu."
        )
        sample.add_argument("--draft", type=int, metavar="LẦN", help="In bản dự thảo lần mấy.")
        sample.add_argument("-o", dest="output", type=Path, required=True, metavar="TỆP")
        checked = verbs.add_parser("check", help="Kiểm tra thể thức các loại hoặc các tệp PDF.")
        checked.add_argument("files", nargs="*", type=Path, metavar="TỆP")

    def handle(self, *, verb: str, **options: Any) -> None:
        getattr(self, f"_{verb}")(**options)

    def _list(self, **_: Any) -> None:
        for kind in every_kind():
            number = kind.symbol if kind.numbered else "không cấp số"
            self.stdout.write(f"{kind.code:<9} {kind.title} ({number})")

    def _sample(
        self, *, code: str, on: date, values: Path | None, output: Path, **options: Any
    ) -> None:
        try:
            kind = find(code)
            given = json.loads(values.read_text(encoding="utf-8")) if values else {}
            drafted = _draft(kind, on, given)
        except PaperRefused as refused:
            raise CommandError("\n".join(str(reason) for reason in refused.reasons)) from None
        except (KeyError, OSError, ValueError) as fault:
            raise CommandError(str(fault.args[0] if fault.args else fault)) from None
        output.write_bytes(press(_page(drafted, draft_round=options["draft"])))
        approximate = f", thể thức {drafted.layout.label}" if drafted.layout.approximate else ""
        self.stdout.write(f"{output}: {drafted.title}{approximate}")

    def _check(self, *, files: list[Path], **_: Any) -> None:
        proofs = _of_files(files) if files else _of_samples()
        papers, made, faults = set(), 0, []
        for code, name, proof in proofs:
            checks, found = check(name, proof)
            papers.add(code)
            made += checks
            faults += found
        for fault in faults:
            self.stdout.write(str(fault))
        what = "files" if files else "kinds"
        self.stdout.write(f"papers: {len(papers)} {what}, {made} checks, {len(faults)} faults")
        if faults:
            raise SystemExit(1)


def _draft(kind: Kind, on: date, given: dict[str, Any] | None = None) -> Draft:
    return draft(kind, sample_values(kind, on) | (given or {}), body=sample_body(), on=on)


def _page(drafted: Draft, draft_round: int | None = None) -> str:
    return page_of(drafted.kind, drafted.layout, drafted.values, _issue(drafted, draft_round))


def _issue(drafted: Draft, draft_round: int | None) -> Issue:
    if draft_round:
        return Issue(drafted.on, day_known=not drafted.kind.numbered, draft_round=draft_round)
    return Issue(drafted.on, number=3 if drafted.kind.numbered else None)


def _of_files(files: list[Path]) -> Iterator[tuple[str, str, Proof]]:
    for path in files:
        try:
            yield str(path), path.name, Proof(path.read_bytes())
        except OSError as fault:
            raise CommandError(str(fault)) from None


def _of_samples() -> Iterator[tuple[str, str, Proof]]:
    """Every kind in every layout, issued and as a draft."""
    for kind in every_kind():
        for on in _one_day_of_each_layout():
            drafted = _draft(kind, on)
            for draft_round in (None, 1):
                page = _page(drafted, draft_round)
                source = Source(kind, drafted.layout, _issue(drafted, draft_round), page)
                name = f"{kind.code} {drafted.layout.label}{' dự thảo' if draft_round else ''}"
                yield kind.code, name, Proof(press(page), source)


def _one_day_of_each_layout() -> list[date]:
    """A day on which each layout is not approximate: the start of the instrument that rules it."""
    regimes = {law.layout_on(one.start) for one in law.instruments.all()}
    return sorted(regime.instrument.start for regime in regimes if not regime.approximate)
