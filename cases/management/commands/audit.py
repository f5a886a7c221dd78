"""`manage.py audit verify`: does every history still hold?"""

import sys

from django.core.management.base import BaseCommand

from cases.verification import verify


class Command(BaseCommand):
    """Check histories; the last line says how many were checked, or names the first bad row."""

    help = "Kiểm tra tính toàn vẹn của lịch sử hồ sơ."

    def add_arguments(self, parser):
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("verify", help="kiểm tra mọi hồ sơ; thoát 1 khi có sai khác")

    def handle(self, *args, **options):
        report = verify()
        for fault in report.faults[1:]:
            self.stderr.write(str(fault))
        self.stdout.write(str(report))
        if report.faults:
            sys.exit(1)
