"""`manage.py statistics`: count what has grown, count all again, or print a form for a unit and a period."""

from __future__ import annotations

from datetime import date

from django.core.management.base import BaseCommand, CommandError

from registry.models import Organisation
from reports.checks import broken, checks
from reports.counted_models import Counted
from reports.counting import keeping
from reports.filing import altered
from reports.form import FormFault, forms, get, used
from reports.periods import free
from reports.scopes import Tree, scope
from reports.tables import fill_all


class Command(BaseCommand):
    """Figures on the command line."""

    help = "Tính lại số liệu thống kê, in một biểu, kiểm tra các biểu."

    def add_arguments(self, parser):
        deeds = parser.add_subparsers(dest="deed", required=True)
        deeds.add_parser("refresh", help="tính các hồ sơ mới có bản ghi")
        deeds.add_parser("rebuild", help="bỏ hết, tính lại từ hồ sơ")
        deeds.add_parser("check", help="kiểm tra các biểu và các quan hệ số liệu")
        form = deeds.add_parser("form", help="in một biểu (để trống mã: in mọi biểu)")
        form.add_argument("code", nargs="?", default="")
        form.add_argument("--unit", required=True, help="mã tổ chức")
        form.add_argument("--from", dest="first", type=date.fromisoformat, required=True)
        form.add_argument("--to", dest="last", type=date.fromisoformat, required=True)
        form.add_argument("--tree", choices=Tree.values, default=Tree.THEN.value)

    def handle(self, *args, **options):
        getattr(self, f"_{options['deed']}")(options)

    def _refresh(self, _options):
        keeping.refresh_all()
        self._said()

    def _rebuild(self, _options):
        keeping.rebuild()
        self._said()

    def _said(self):
        self.stdout.write(f"statistics: {Counted.objects.count()} rows counted")

    def _check(self, _options):
        try:
            self.stdout.write(f"statistics: {len(forms())} forms, {len(checks())} relations, sound")
        except FormFault as fault:
            raise CommandError(str(fault)) from fault
        if wrong := [str(one) for one in altered()]:
            raise CommandError(f"Báo cáo đã chốt bị thay đổi: {'; '.join(wrong)}")

    def _form(self, options):
        unit = Organisation.objects.filter(code=options["unit"]).first()
        if unit is None:
            raise CommandError(f"Không có tổ chức mã {options['unit']}.")
        period = free(options["first"], options["last"])
        keeping.refresh_all()
        of = scope(unit.pk, period.last, Tree(options["tree"]))
        chosen = [get(options["code"], period)] if options["code"] else used(period)
        tables = fill_all(chosen, period, of)
        for table in tables:
            self._print(table)
        for one in broken(tables):
            self.stdout.write(f"! {one.words}")

    def _print(self, table):
        self.stdout.write(f"\n{table.form.title} ({table.form.code})")
        for row in table.form.rows:
            self.stdout.write(f"  {row.head}")
            for column in table.form.leaves(table.period):
                self.stdout.write(
                    f"    {column.headed(table.period):<60} {table.text(row.id, column):>12}"
                )
