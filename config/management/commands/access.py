"""`manage.py access`: by which ways somebody may open a file, and the proof that the whole matrix holds."""

from __future__ import annotations

import sys
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from cases.models import Case
from cases.queries import parts_of, ways_into
from config.throwaway import throwaway
from desk.access.check import check
from desk.access.matrix import Surface
from permissions.ways import Part, Way
from registry import clock
from registry.models import Person


class Command(BaseCommand):
    """Tells ways and parts only: no word of what a file holds, to whoever runs the server either."""

    help = "Cho biết ai mở được hồ sơ nào, bằng cách nào; kiểm tra toàn bộ bảng quyền xem."

    def add_arguments(self, parser):
        commands = parser.add_subparsers(dest="command", required=True)
        explain = commands.add_parser("explain", help="Một người và một hồ sơ, vào một ngày.")
        explain.add_argument("user", help="tên đăng nhập")
        explain.add_argument("case", help="số hồ sơ")
        explain.add_argument(
            "--at", type=_day, default=None, help="ngày YYYY-MM-DD, mặc định hôm nay"
        )
        proof = commands.add_parser(
            "check", help="Hỏi từng ô của bảng quyền xem trên dữ liệu mẫu dựng riêng rồi xóa."
        )
        proof.add_argument(
            "--surface", action="append", choices=[one.value for one in Surface],
            help="chỉ hỏi một bề mặt (lặp lại được)",
        )  # fmt: skip

    def handle(self, *args, **options):
        if options["command"] == "check":
            self._check([Surface(one) for one in options["surface"] or Surface])
        else:
            self._explain(options["user"], options["case"], options["at"] or clock.today())

    def _check(self, surfaces: list[Surface]) -> None:
        """Asks a sample site in a database of its own; the site's own data are not touched."""
        self.stderr.write("Dựng dữ liệu mẫu trong một cơ sở dữ liệu riêng…")
        with throwaway():
            told = check(surfaces, say=self.stderr.write)
        for one in told.faults:
            self.stdout.write(one)
        self.stdout.write(f"access: {told.asked} cells, {len(told.faults)} mismatches")
        if told.faults:
            sys.exit(1)

    def _explain(self, user: str, reference: str, at: date) -> None:
        person = Person.objects.filter(account__username=user).first()
        if person is None:
            raise CommandError(f"Tên đăng nhập “{user}” không thuộc ai trong danh bạ.")
        case = Case.objects.filter(reference=reference.strip().upper()).first()
        if case is None:
            raise CommandError(f"Không có hồ sơ số {reference}.")
        into, parts = ways_into(case, person, at), parts_of(case, person, at)
        self.stdout.write(f"{person.full_name} · {case.reference} · {at:%d/%m/%Y}")
        for way in Way:
            self.stdout.write(f"  {'có   ' if way in into else 'không'}  {way.label}")
        self.stdout.write("Đọc được:" if parts else "Không mở được hồ sơ này.")
        for part in Part:
            if part in parts:
                self.stdout.write(f"  {part.label}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"“{text}” không phải một ngày dạng YYYY-MM-DD.") from None
