"""`manage.py vault status | rotate`: is the identity vault on, under which key; give it a new key."""

from django.core.management.base import BaseCommand, CommandError

from permissions.vault import rotation
from permissions.vault.keyring import KeyUnusable


class Command(BaseCommand):
    """Tell figures and key ids, never a name; or change the key."""

    help = "Kho danh tính người tố cáo: trạng thái, đổi khóa."

    def add_arguments(self, parser):
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("status", help="bật hay tắt, mã khóa, số danh tính đã niêm")
        actions.add_parser("rotate", help="tạo khóa mới, bọc lại mọi danh tính, bỏ khóa cũ")

    def handle(self, *args, action, **options):
        if action == "rotate":
            try:
                done = rotation.rotate()
            except KeyUnusable as unusable:
                raise CommandError(str(unusable)) from None
            self.stdout.write(f"Đã bọc lại {done} danh tính bằng khóa mới.")
        found = rotation.status()
        self.stdout.write(f"Kho danh tính: {'bật' if found.on else 'tắt'}")
        self.stdout.write(f"Khóa: {found.key_id or 'chưa có'}")
        self.stdout.write(
            f"Phong bì: {found.envelopes}; danh tính đã niêm: {found.sealed}; đã xóa: {found.erased}"
        )
        if found.waiting:
            self.stdout.write(f"Còn dùng khóa cũ: {found.waiting}; chạy lại “vault rotate”.")
