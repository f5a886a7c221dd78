"""`manage.py reorganise`: a plan of reorganisation from a table, previewed, done in one act, or taken back."""

import sys
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cases.models import Reorganisation
from cases.reorganisation import acting, drafting, previewing
from cases.reorganisation.fates import Fated
from cases.reorganisation.previewing import Preview
from registry import clock
from registry.keeping import OfficeRefused
from registry.models import Body, Person
from registry.reorganisation import table
from registry.reorganisation.table import TableRefused


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}”: ghi ngày như 2026-11-20.") from None


class Command(BaseCommand):
    """Preview a plan, do it, or take it back; what is refused is told with every reason, and exits 1."""

    help = "Sắp xếp tổ chức theo một bảng: xem trước, thực hiện một lần, hoặc bỏ."

    def add_arguments(self, parser):
        parser.add_argument("table", metavar="PLAN", help="bảng .csv hoặc .xlsx")
        ways = parser.add_mutually_exclusive_group(required=True)
        for way, told in (
            ("preview", "chỉ xem trước, không ghi gì"),
            ("do", "thực hiện cả bảng trong một lần"),
            ("undo", "bỏ việc sắp xếp đã thực hiện theo quyết định này"),
        ):
            ways.add_argument(f"--{way}", dest="way", action="store_const", const=way, help=told)
        parser.add_argument("--body", required=True, metavar="MÃ:LOẠI", help="cơ quan quyết định")
        parser.add_argument("--by", required=True, metavar="TÀI-KHOẢN", help="người thực hiện")
        parser.add_argument("--number", required=True, help="số, ký hiệu quyết định")
        parser.add_argument("--dated", type=_day, help="ngày quyết định")
        parser.add_argument("--effective", type=_day, help="ngày có hiệu lực")
        parser.add_argument(
            "--close-days", type=int, help="số ngày làm việc để thu hồ sơ, chuyển đảng viên"
        )
        parser.add_argument("--close-document", default="", help="văn bản đặt thời hạn đó")
        parser.add_argument("--reason", default="", help="lý do bỏ")

    def handle(self, *args, **options):
        body, by = _body(options["body"]), _person(options["by"])
        try:
            if options["way"] == "undo":
                self._undo(body, by, options)
            else:
                self._plan(body, by, options)
        except (OfficeRefused, TableRefused) as refused:
            for one in refused.reasons:
                self.stderr.write(f"{one.text} → {one.remedy}")
            self.stdout.write(
                f"reorganise: refused, {len(refused.reasons)} reasons, nothing written"
            )
            sys.exit(1)

    def _plan(self, body: Body, by: Person, options: dict) -> None:
        if not (options["dated"] and options["effective"]):
            raise CommandError("Ghi --dated và --effective.")
        path = Path(options["table"])
        lines = table.read(path.read_bytes(), path.name)
        row = drafting.save(
            Reorganisation(body=body, made_by=by),
            by=by, today=clock.today(), lines=lines, number=options["number"], dated=options["dated"],
            effective=options["effective"], close_days=options["close_days"],
            close_document=options["close_document"], keep=options["way"] == "do",
        )  # fmt: skip
        found = previewing.preview(row, by=by, today=clock.today())
        self._tell(found)
        if options["way"] == "preview":
            if found.reasons:
                raise OfficeRefused(list(found.reasons))
            self.stdout.write(f"reorganise: previewed, {_figures(found)}, nothing written")
            return
        act = acting.do(
            row, by=by, today=clock.today(), digest=found.digest, progress=self._progress
        )
        left = sum(act.content["orphans"].values())
        self.stdout.write(f"reorganise: done, {_figures(found)}, orphans {left}")

    def _undo(self, body: Body, by: Person, options: dict) -> None:
        row = (
            Reorganisation.objects.filter(body=body, number=options["number"]).order_by("pk").last()
        )
        if row is None:
            raise CommandError("Không có phương án nào theo quyết định này.")
        act = acting.undo(
            row, by=by, today=clock.today(), reason=options["reason"], progress=self._progress
        )
        self.stdout.write(
            f"reorganise: undone, {len(act.content['files'])} files back,"
            f" orphans {sum(act.content['orphans'].values())}"
        )

    def _tell(self, found: Preview) -> None:
        for unit in found.ended:
            heirs = (
                ", ".join(str(one) for one in found.heirs.get(unit.pk, ())) or "không có kế thừa"
            )
            self.stdout.write(f"{unit.code} {unit} → {heirs}")
        for one in found.files:
            self.stdout.write(f"  {_line(one)}")
        for left in found.left:
            self.stdout.write(f"  {left}")

    def _progress(self, what: str, done: int, of: int) -> None:
        if done == of or done % 25 == 0:
            self.stderr.write(f"{what}: {done}/{of}")


def _line(one: Fated) -> str:
    if one.option is None:
        return f"{one.case.reference}: {' '.join(one.reasons)}"
    return f"{one.case.reference}: {one.option.fate.label}: {one.option.to}"


def _figures(found: Preview) -> str:
    return (
        f"{len(found.ended)} units, {len(found.files)} files, {len(found.unmoved)} members unmoved"
    )


def _body(named: str) -> Body:
    code, _, kind = named.partition(":")
    found = Body.objects.filter(organisation__code=code, kind=kind, last_day=None).first()
    if found is None:
        raise CommandError(f"Không có cơ quan “{named}”: ghi mã tổ chức và loại, ví dụ xa:btv.")
    return found


def _person(account: str) -> Person:
    found = Person.objects.filter(account__username=account).first()
    if found is None:
        raise CommandError(f"Không có người dùng “{account}” trong danh bạ.")
    return found
