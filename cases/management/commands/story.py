"""`manage.py story`: tell whole matters through the one door; papers and illustrated pages in var/story."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cases.models import Case
from cases.stories import illustrated
from cases.stories.families import FAMILIES, Family
from cases.stories.teller import Teller
from cases.verification import verify
from registry.models import Organisation
from registry.provinces import Province, load


class Command(BaseCommand):
    """Each telling lives under a province of its own and carries its own days."""

    help = "Kể trọn các vụ việc mẫu qua đúng một cửa; văn bản và trang kể lại để ở var/story."

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, default=None, help="thư mục để văn bản và trang")

    def handle(self, *args, to, **options):
        folder = to or settings.VAR / "story"
        folder.mkdir(parents=True, exist_ok=True)
        province = load("mau_giang", code=f"ke-{self._telling()}")
        told = {family.letter: self._tell(family, province, folder) for family in FAMILIES}
        self._illustrate(told, folder)
        self._close([teller for tellers in told.values() for teller in tellers])

    def _telling(self) -> int:
        """How many tellings there are already, plus one: each gets a province of its own."""
        return (
            Organisation.objects.filter(code__startswith="ke-", code__endswith="-tinh").count() + 1
        )

    def _tell(self, family: Family, province: Province, folder: Path) -> list[Teller]:
        self.stdout.write(f"\nVụ việc ({family.letter}): {family.title}")
        return family.tell(lambda: Teller(self.stdout.write, folder), province)

    def _illustrate(self, told: dict[str, list[Teller]], folder: Path) -> None:
        self.stdout.write("\nTrang kể lại có hình, đọc bằng trình duyệt:")
        for family in FAMILIES:
            cases = [teller.told for teller in told[family.letter]]
            page = illustrated.write(cases, folder, family.letter, title=family.title, sample=True)
            self.stdout.write(f"  ({family.letter}) {page}")

    def _close(self, tellers: list[Teller]) -> None:
        everyone = [*tellers, *(sitting for teller in tellers for sitting in teller.sittings)]
        steps = sum(teller.steps for teller in everyone)
        papers = sum(len(teller.papers) for teller in everyone)
        report = verify(Case.objects.filter(pk__in=[teller.told.pk for teller in everyone]))
        if report.faults:
            raise CommandError(str(report))
        self.stdout.write(
            f"\nstory: {len(tellers)} matters, {steps} steps, {papers} papers, history verified"
        )
