"""`manage.py decisions lapse`: record the decisions of discipline that have lapsed by law, as the nightly job does."""

from datetime import date

from django.core.management.base import BaseCommand

from cases.lapsing import lapse_what_has_run_out


class Command(BaseCommand):
    """Look at every decision in force; the last line says how many have lapsed."""

    help = "Ghi các quyết định kỷ luật đương nhiên hết hiệu lực theo quy định."

    def add_arguments(self, parser):
        actions = parser.add_subparsers(dest="action", required=True)
        lapse = actions.add_parser(
            "lapse", help="ghi các quyết định đã hết hiệu lực mà không còn gì phải xác nhận"
        )
        lapse.add_argument("--on", type=date.fromisoformat, metavar="NGÀY", help="như vào ngày này")

    def handle(self, *args, **options):
        lapsed = lapse_what_has_run_out(options["on"])
        for reference in lapsed:
            self.stdout.write(reference)
        self.stdout.write(f"decisions: {len(lapsed)} lapsed")
