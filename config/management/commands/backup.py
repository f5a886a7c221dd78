"""`manage.py backup …`: a copy of the whole site, made, checked, restored elsewhere, and compared."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cases import checkpointing
from config.backup import restoring
from config.backup.address import Address
from config.backup.making import make
from config.backup.pieces import STATE, Backup
from config.backup.state import SHOWN, counted
from config.refusals import CannotRun

#: Names that need no quoting, so that no other database can be meant.
_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")


class Command(BaseCommand):
    """Runs as the owner of the tables; nothing of the site itself is changed but by `restore` into an empty one."""

    help = "Sao lưu toàn bộ nơi dùng, kiểm tra, phục hồi vào cơ sở dữ liệu khác, đối chiếu."

    def add_arguments(self, parser):
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("make", help="lập bản sao lưu vào một thư mục trống")
        actions.add_parser("check", help="các phần của bản sao lưu có đủ, có nguyên không")
        actions.add_parser("restore", help="phục hồi vào một cơ sở dữ liệu mới rồi đối chiếu")
        actions.add_parser("compare", help="đối chiếu một cơ sở dữ liệu với bản sao lưu")
        for name, one in actions.choices.items():
            one.add_argument("folder", type=Path, help="thư mục của bản sao lưu")
            if name in ("restore", "compare"):
                one.add_argument("--database", help="mặc định: cơ sở dữ liệu của nơi dùng")

    def handle(self, *args, action, folder, database=None, **options):
        try:
            getattr(self, f"_{action}")(folder, database)
        except (CannotRun, checkpointing.NoKey) as refused:
            raise CommandError(str(refused)) from refused

    def _make(self, folder: Path, _database: str | None) -> None:
        if checkpointing.is_ready():
            checkpointing.take()
        made = make(folder, Address.of_the_site())
        held = counted(made.path(STATE).read_text(encoding="utf-8").splitlines())
        size = sum(piece["size"] for piece in made.told["pieces"])
        self.stdout.write(f"Khóa không nằm trong bản sao lưu: giữ riêng {settings.VAR / 'keys'}.")
        self.stdout.write(f"backup: {_said(held)}, {size} bytes, {folder}")

    def _check(self, folder: Path, _database: str | None) -> None:
        backup = Backup(folder)
        self._stop_at(backup.faults(_public()))
        self.stdout.write(f"backup: {len(backup.told['pieces'])} pieces, intact")

    def _restore(self, folder: Path, database: str | None) -> None:
        backup, target = Backup(folder), _target(database)
        self._stop_at(backup.faults(_public()))
        restoring.restore(backup, target)
        for place in restoring.restore_files(backup) if database is None else ():
            self.stdout.write(f"Đã đặt lại {place}")
        self._compare(folder, database)
        report = restoring.verified(backup, target)
        self._stop_at(map(str, report.faults))
        self.stdout.write(str(report))

    def _compare(self, folder: Path, database: str | None) -> None:
        found = restoring.compare(Backup(folder), _target(database))
        self._stop_at(map(str, found.differences))
        self.stdout.write(f"backup: {_said(found.told)}, equal")

    def _stop_at(self, faults: Iterable[str]) -> None:
        found = list(faults)
        for one in found[:SHOWN]:
            self.stderr.write(one)
        if len(found) > SHOWN:
            self.stderr.write(f"… và {len(found) - SHOWN} điểm nữa")
        if found:
            self.stdout.write(f"backup: {len(found)} differences")
            sys.exit(1)


def _target(database: str | None) -> Address:
    if database is not None and not _NAME.fullmatch(database):
        raise CannotRun("Tên cơ sở dữ liệu: chữ thường không dấu, số và dấu gạch dưới.")
    site = Address.of_the_site()
    return site.named(database) if database else site


def _public() -> str:
    """The site's key, where this machine has it."""
    return checkpointing.key().public if settings.CHECKPOINT_KEY.exists() else ""


def _said(held: dict[str, Any]) -> str:
    return f"{held['chain']} chains, {held['file']} files, {held['table']} tables"
