"""`manage.py papers`: list the catalogue, print a sample, check papers. Never opens a database."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError
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
from documents.proofs import NotPdf, Proof, Source
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
        sample.add_argument("--on", type=_day, required=True, metavar="NGÀY")
        sample.add_argument(
            "--values", type=Path, metavar="TỆP", help="JSON: giá trị thay số liệu mẫu."
        )
        sample.add_argument("--draft", type=int, metavar="LẦN", help="In bản dự thảo lần mấy.")
        sample.add_argument("--two-sided", action="store_true", help="Lề đối xứng để in hai mặt.")
        sample.add_argument("-o", dest="output", type=Path, required=True, metavar="TỆP")
        checked = verbs.add_parser("check", help="Kiểm tra thể thức các loại hoặc các tệp PDF.")
        checked.add_argument("files", nargs="*", type=Path, metavar="TỆP")

    def handle(self, *, verb: str, **options: Any) -> None:
        getattr(self, f"_{verb}")(**options)

    def _list(self, **_: Any) -> None:
        for kind in every_kind():
            number = kind.symbol if kind.numbered else "không cấp số"
            self.stdout.write(f"{kind.code:<11} {kind.title} ({number})")

    def _sample(self, *, code: str, on: date, output: Path, **options: Any) -> None:
        try:
            drafted = _draft(find(code), on, _given(options["values"]))
            issue = _issue(drafted, options["draft"], two_sided=options["two_sided"])
            output.write_bytes(press(_page(drafted, issue)))
        except PaperRefused as refused:
            raise CommandError("\n".join(str(reason) for reason in refused.reasons)) from None
        except KeyError as unknown:
            raise CommandError(unknown.args[0]) from None
        except OSError as fault:
            raise CommandError(str(fault)) from None
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


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” không phải ngày; viết dạng 2026-09-08") from None


def _given(path: Path | None) -> dict[str, Any]:
    try:
        given = json.loads(path.read_text(encoding="utf-8")) if path else {}
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise CommandError(f"{path}: phải là một đối tượng JSON gồm tên mục và giá trị.")
    return given


def _draft(kind: Kind, on: date, given: dict[str, Any] | None = None) -> Draft:
    return draft(kind, sample_values(kind, on) | (given or {}), body=sample_body(kind), on=on)


def _page(drafted: Draft, issue: Issue) -> str:
    return page_of(drafted.kind, drafted.layout, drafted.values, issue)


def _issue(drafted: Draft, draft_round: int | None, *, two_sided: bool = False) -> Issue:
    numbered = drafted.kind.numbered
    return Issue(
        drafted.on,
        number=3 if numbered and not draft_round else None,
        day_known=not (numbered and draft_round),
        draft_round=draft_round,
        two_sided=two_sided,
    )


def _of_files(files: list[Path]) -> Iterator[tuple[str, str, Proof]]:
    for path in files:
        try:
            yield str(path), path.name, Proof(path.read_bytes())
        except (OSError, NotPdf) as fault:
            raise CommandError(f"{path}: {fault}") from None


def _of_samples() -> Iterator[tuple[str, str, Proof]]:
    """Every kind in every layout, issued and as a draft, one of the two for printing on both sides."""
    for kind in every_kind():
        for at, on in enumerate(_one_day_of_each_layout()):
            drafted = _draft(kind, on)
            for draft_round in (None, 1):
                issue = _issue(drafted, draft_round, two_sided=bool(draft_round) != bool(at % 2))
                page = _page(drafted, issue)
                source = Source(kind, drafted.layout, issue, page)
                name = f"{kind.code} {drafted.layout.label}{' dự thảo' if draft_round else ''}"
                yield kind.code, name, Proof(press(page), source)


def _one_day_of_each_layout() -> list[date]:
    """A day on which each layout is not approximate: the start of the instrument that rules it."""
    regimes = {law.layout_on(one.start) for one in law.instruments.all()}
    return sorted(regime.instrument.start for regime in regimes if not regime.approximate)
