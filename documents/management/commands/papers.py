"""`manage.py papers`: list the catalogue, print a sample, check papers, verify signatures, look at the keys.

Opens no database, but to make sample keys for those who sign electronically in the register (`ca`).
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

import law
from documents.catalogue import Kind
from documents.checker import check
from documents.drafting import Draft, PaperRefused, draft
from documents.kinds import every_kind, find
from documents.pages import Issue, page_of
from documents.press import press
from documents.proofs import NotPdf, Proof, Source
from documents.samples import sample_body, sample_values
from documents.signatures import sample_keys, verdicts
from documents.signatures.examination import examine
from documents.signatures.keyring import WrongKeyring, keyring
from documents.signatures.keys import Key
from documents.site_wording_faults import faults
from documents.wording import figures


class Command(BaseCommand):
    """Official papers without a database: what exists, how it looks, whether it is right."""

    help = "Danh mục văn bản, bản mẫu, kiểm tra thể thức."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> Any:
        """Declare the verbs; return them, so that a command with more can add its own."""
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("list", help="Liệt kê các loại văn bản.")
        sample = verbs.add_parser("sample", help="In một văn bản với số liệu mẫu.")
        sample.add_argument("code", metavar="MÃ")
        sample.add_argument("--on", type=_day, required=True, metavar="NGÀY")
        sample.add_argument(
            "--values", type=Path, metavar="TỆP", help="JSON: giá trị thay số liệu mẫu."
        )
        sample.add_argument(
            "--wording",
            type=Path,
            metavar="TỆP",
            help="Mẫu riêng thay mẫu có sẵn: kiểm tra rồi in.",
        )
        sample.add_argument("--draft", type=int, metavar="LẦN", help="In bản dự thảo lần mấy.")
        sample.add_argument("--two-sided", action="store_true", help="Lề đối xứng để in hai mặt.")
        sample.add_argument("-o", dest="output", type=Path, required=True, metavar="TỆP")
        checked = verbs.add_parser("check", help="Kiểm tra thể thức các loại hoặc các tệp PDF.")
        checked.add_argument("files", nargs="*", type=Path, metavar="TỆP")
        verified = verbs.add_parser("verify", help="Kiểm tra chữ ký số của một tệp PDF bất kỳ.")
        verified.add_argument("file", type=Path, metavar="TỆP")
        verified.add_argument("--english", action="store_true", help="Kết luận bằng tiếng Anh.")
        verbs.add_parser("keys", help="Mở thử từng khóa trong cấu hình ký số.")
        verbs.add_parser("ca", help="Lập chứng thư mẫu cho trang chạy thử.")
        return verbs

    def handle(self, *, verb: str, **options: Any) -> None:
        getattr(self, f"_{verb}")(**options)

    def _list(self, **_: Any) -> None:
        for kind in every_kind():
            number = kind.symbol if kind.numbered else "không cấp số"
            self.stdout.write(f"{kind.code:<11} {kind.title} ({number})")

    def _sample(self, *, code: str, on: date, output: Path, **options: Any) -> None:
        try:
            drafted = _draft(find(code), on, _given(options["values"]), _own(find(code), options))
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

    def _verify(self, *, file: Path, english: bool, **_: Any) -> None:
        try:
            found = examine(file.read_bytes())
        except OSError as fault:
            raise CommandError(str(fault)) from None
        with translation.override("en" if english else "vi"):
            for line in verdicts.told(found):
                self.stdout.write(line)
            whole = verdicts.on_file(found)
            self.stdout.write(f"{file.name}: {whole.text}")
        if whole.weight is verdicts.Weight.BAD:
            raise SystemExit(1)

    def _keys(self, **_: Any) -> None:
        try:
            ring = keyring()
        except WrongKeyring as fault:
            raise CommandError(str(fault)) from None
        if not ring.keys:
            self.stdout.write("Trang này chưa cấu hình khóa ký số (biến SIGNING_KEYS).")
        failed = [not self._opens(key) for key in ring.keys.values()]
        if any(failed):
            raise SystemExit(1)

    def _opens(self, key: Key) -> bool:
        """Say whose certificate a key has and how long it holds; or why it cannot be opened."""
        from documents.signatures.embedding import (  # noqa: PLC0415 -- slow import
            certificate_of,
            common_name,
        )

        if key.asks_pin:
            self.stdout.write(f"{key.name}: hỏi mã PIN khi ký, không mở thử")
            return True
        try:
            certificate = certificate_of(key)
        except PaperRefused as refused:
            self.stdout.write(f"{key.name}: HỎNG: {refused}")
            return False
        until = figures(certificate.not_valid_after.date())
        self.stdout.write(f"{key.name}: {common_name(certificate.subject)}, đến {until}")
        return True

    def _ca(self, **_: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Chỉ trang chạy thử (DEMO=1) mới lập chứng thư mẫu.")
        path = sample_keys.lay(settings.SIGNING_KEYS.parent)
        self.stdout.write(f"{path}: chứng thư mẫu, không có giá trị ngoài trang chạy thử này")


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


def _own(kind: Kind, options: dict[str, Any]) -> str | None:
    """A wording handed in; PaperRefused with every reason why it may not be used."""
    if options["wording"] is None:
        return None
    source = options["wording"].read_text(encoding="utf-8")
    if reasons := faults(kind, source):
        raise PaperRefused(reasons)
    return source


def _draft(
    kind: Kind, on: date, given: dict[str, Any] | None = None, source: str | None = None
) -> Draft:
    values = sample_values(kind, on) | (given or {})
    return draft(kind, values, body=sample_body(kind), on=on, wordings=lambda *_asked: source)


def _page(drafted: Draft, issue: Issue) -> str:
    return page_of(drafted.kind, drafted.layout, drafted.values, issue, drafted.source)


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
