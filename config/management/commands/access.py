"""`manage.py access explain USER CASE [--at DATE]`: by which ways somebody may open a file, if any."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError

from cases.models import Case
from cases.queries import parts_of, ways_into
from permissions.ways import Part, Way
from registry import clock
from registry.models import Person


class Command(BaseCommand):
    """Tells ways and parts only: no word of what a file holds, to whoever runs the server either."""

    help = "Cho biết một người mở được hồ sơ nào, bằng cách nào, đọc được những phần nào."

    def add_arguments(self, parser):
        commands = parser.add_subparsers(dest="command", required=True)
        explain = commands.add_parser("explain", help="Một người và một hồ sơ, vào một ngày.")
        explain.add_argument("user", help="tên đăng nhập")
        explain.add_argument("case", help="số hồ sơ")
        explain.add_argument(
            "--at", type=_day, default=None, help="ngày YYYY-MM-DD, mặc định hôm nay"
        )

    def handle(self, *args, **options):
        person = Person.objects.filter(account__username=options["user"]).first()
        if person is None:
            raise CommandError(f"Tên đăng nhập “{options['user']}” không thuộc ai trong danh bạ.")
        case = Case.objects.filter(reference=options["case"].strip().upper()).first()
        if case is None:
            raise CommandError(f"Không có hồ sơ số {options['case']}.")
        at = options["at"] or clock.today()
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
