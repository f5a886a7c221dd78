"""`manage.py ledger`: build the invented province whose records give the published figures, or print those figures."""

from __future__ import annotations

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError

from cases.stories.ledger import building
from cases.stories.ledger.plan import FIRST, INSIDE, LAST, OUTSIDE, Figures
from registry.models import Organisation
from reports.counting import keeping
from reports.ledger import by_year, ledger_province, lines
from reports.periods import free


class Command(BaseCommand):
    """Two deeds: `build`, once in a site; `print`, as often as one likes."""

    help = "Dựng sổ cái số liệu từ hồ sơ (dữ liệu mẫu), in các dòng số liệu."

    def add_arguments(self, parser):
        deeds = parser.add_subparsers(dest="deed", required=True)
        build = deeds.add_parser("build", help="dựng tỉnh của sổ cái với mọi hồ sơ")
        build.add_argument(
            "--expelled", choices=(INSIDE, OUTSIDE), default=INSIDE,
            help="người bị khai trừ có nằm trong số bị kỷ luật qua kiểm tra hay không",
        )  # fmt: skip
        printed = deeds.add_parser("print", help="in các dòng số liệu")
        printed.add_argument("--from", dest="first", type=date.fromisoformat, default=FIRST)
        printed.add_argument("--to", dest="last", type=date.fromisoformat, default=LAST)
        printed.add_argument("--unit", default="", help="mã tổ chức (để trống: tỉnh của sổ cái)")
        printed.add_argument("--json", action="store_true", help="một đối tượng JSON")
        printed.add_argument("--years", action="store_true", help="thêm từng năm")

    def handle(self, *args, **options):
        getattr(self, f"_{options['deed']}")(**options)

    def _build(self, *, expelled, **_options):
        if ledger_province() is not None:
            self.stdout.write("ledger: đã có, không dựng lại")
            return
        try:
            building.build(Figures(expelled_inside=expelled == INSIDE), self.stdout.write)
        except IntegrityError as error:
            raise CommandError(f"Không dựng được sổ cái: {error}") from error
        keeping.refresh_all()
        self.stdout.write("ledger: đã dựng, đã tính số liệu")

    def _print(self, *, first, last, unit, **options):
        found = Organisation.objects.filter(code=unit).first() if unit else ledger_province()
        if found is None:
            raise CommandError(
                f"Không có tổ chức mã {unit or 'của sổ cái'}; chạy ledger build trước."
            )
        keeping.refresh_all()
        period = free(first, last)
        told = lines(found, period)
        years = by_year(found, period) if options["years"] else {}
        if options["json"]:
            said = {one.id: one.as_json() for one in told}
            for one in told if years else ():
                said[one.id]["years"] = {
                    year: {"value": other.value, "text": other.text}
                    for year, ours in years.items()
                    for other in ours
                    if other.id == one.id
                }
            self.stdout.write(json.dumps(said, ensure_ascii=False, indent=1))
            return
        for one in told:
            self.stdout.write(f"{one.id}  {one.head:<48} {one.text:>12}")
            for other in one.readings:
                self.stdout.write(f"      {other.head:<48} {other.text:>12}")
