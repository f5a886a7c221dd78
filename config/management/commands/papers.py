"""`manage.py papers` with one verb more, the only one that opens the database: the control slip of a paper."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from cases import control_slip
from cases.models import RecordPaper
from documents.management.commands import papers
from proof.reader import as_the_system


class Command(papers.Command):
    """The papers' own verbs work with files alone; a slip tells of a paper that was signed in a file."""

    def add_arguments(self, parser: ArgumentParser) -> Any:
        verbs = super().add_arguments(parser)
        slip = verbs.add_parser("slip", help="In phiếu kiểm soát của một văn bản đã ký.")
        slip.add_argument(
            "paper", type=int, metavar="VĂN_BẢN", help="số của văn bản trên trang web"
        )
        slip.add_argument("-o", dest="output", type=Path, required=True, metavar="TỆP")
        return verbs

    @as_the_system()  # whoever runs commands of the site may print what is kept with its file copies
    def _slip(self, *, paper: int, output: Path, **_: Any) -> None:
        held = RecordPaper.objects.select_related("paper__print", "paper__body", "case", "record")
        found = held.filter(paper=paper).first()
        if found is None:
            raise CommandError(f"Không có văn bản {paper}.")
        output.write_bytes(control_slip.slip(found))
        self.stdout.write(f"{output}: {found.paper}")
