"""`manage.py story`: tell whole matters through the one door, and leave their papers in var/story."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cases.models import Case
from cases.stories import families
from cases.stories.teller import Teller
from cases.verification import verify
from registry.models import Organisation
from registry.provinces import load


class Command(BaseCommand):
    """Each telling lives under a province of its own and carries its own days."""

    help = "Kể trọn các vụ việc mẫu qua đúng một cửa, in văn bản vào var/story."

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, default=None, help="thư mục để văn bản")

    def handle(self, *args, to, **options):
        folder = to or settings.VAR / "story"
        folder.mkdir(parents=True, exist_ok=True)
        code = f"ke-{self._telling()}"
        province = load("mau_giang", code=code)
        tellers: list[Teller] = []
        for family in families.FAMILIES:
            self.stdout.write(f"\n=== {family.title} ===")
            tellers += family.tell(lambda: Teller(self.stdout.write, folder), province)
        self._close(tellers)

    def _telling(self) -> int:
        """How many tellings there are already, plus one: each gets a province of its own."""
        return (
            Organisation.objects.filter(code__startswith="ke-", code__endswith="-tinh").count() + 1
        )

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
