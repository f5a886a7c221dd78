"""`manage.py jobs`: what runs in the background, and bringing it to its end here and now."""

from django.core.management.base import BaseCommand

from jobs import kinds
from jobs.models import Job
from jobs.running import run_waiting


class Command(BaseCommand):
    """List the last jobs, or run what waits."""

    help = "Việc chạy nền: liệt kê, hoặc làm hết những việc đang chờ."

    def add_arguments(self, parser):
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("list", help="các việc gần đây, mới nhất trước")
        verbs.add_parser("run", help="làm những việc đang chờ, hoặc dở dang vì tiến trình đã tắt")

    def handle(self, *args, verb, **options):
        if verb == "run":
            self.stdout.write(f"jobs: {run_waiting()} brought to an end")
            return
        for one in Job.objects.order_by("-pk").select_related("by")[:20]:
            self.stdout.write(_line(one))


def _line(one: Job) -> str:
    label = kind.label if (kind := kinds.KINDS.get(one.kind)) else one.kind
    far = f"{one.done}/{one.total}" if one.total else "–"
    return f"{one.pk:>6} {one.get_state_display()} {far} {label} ({one.about}), {one.by}"
