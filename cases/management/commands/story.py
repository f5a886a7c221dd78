"""`manage.py story`: tell whole matters through the one door; papers and illustrated pages in var/story."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cases.models import Case
from cases.stories import a_inspection, a_supervision, c_supervision, illustrated
from cases.stories.teller import Teller
from cases.verification import verify
from registry.models import Organisation
from registry.provinces import Province, load


@dataclass(frozen=True)
class Family:
    """Matters that follow from one another: a letter, a title in plain words, who tells each."""

    name: str
    title: str
    tells: tuple[Callable[..., Any], ...]


FAMILIES = (
    Family(
        "a",
        "Một chuyến đi nước ngoài không báo cáo: từ giám sát chi bộ đến kiểm tra đảng viên",
        (a_supervision.tell, a_inspection.tell),
    ),
    Family(
        "c",
        "Giám sát một chi bộ trường học, không có dấu hiệu vi phạm",
        (c_supervision.tell,),
    ),
)


class Command(BaseCommand):
    """Each telling lives under a province of its own and carries its own days."""

    help = "Kể trọn các vụ việc mẫu qua đúng một cửa; văn bản và trang kể lại để ở var/story."

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, default=None, help="thư mục để văn bản và trang")

    def handle(self, *args, to, **options):
        folder = to or settings.VAR / "story"
        folder.mkdir(parents=True, exist_ok=True)
        province = load("mau_giang", code=f"ke-{self._telling()}")
        told = {family: self._tell(family, province, folder) for family in FAMILIES}
        self._illustrate(told, folder)
        self._close([teller for tellers in told.values() for teller in tellers])

    def _telling(self) -> int:
        """How many tellings there are already, plus one: each gets a province of its own."""
        return (
            Organisation.objects.filter(code__startswith="ke-", code__endswith="-tinh").count() + 1
        )

    def _tell(self, family: Family, province: Province, folder: Path) -> list[Teller]:
        """Tell the matters of a family, each as what came of the one before."""
        self.stdout.write(f"\nVụ việc ({family.name}): {family.title}")
        tellers: list[Teller] = []
        for tell in family.tells:
            teller = Teller(self.stdout.write, folder)
            tell(teller, province, **({"origin": tellers[-1].case} if tellers else {}))
            tellers.append(teller)
        return tellers

    def _illustrate(self, told: dict[Family, list[Teller]], folder: Path) -> None:
        self.stdout.write("\nTrang kể lại có hình, đọc bằng trình duyệt:")
        for family, tellers in told.items():
            cases = [teller.case for teller in tellers if teller.case]
            page = illustrated.write(cases, folder, family.name, title=family.title, sample=True)
            self.stdout.write(f"  ({family.name}) {page}")

    def _close(self, tellers: list[Teller]) -> None:
        steps, papers = (
            sum(counts) for counts in zip(*((t.steps, len(t.papers)) for t in tellers), strict=True)
        )
        report = verify(Case.objects.filter(pk__in=[t.case.pk for t in tellers if t.case]))
        if report.faults:
            raise CommandError(str(report))
        self.stdout.write(
            f"\nstory: {len(tellers)} matters, {steps} steps, {papers} papers, history verified"
        )
