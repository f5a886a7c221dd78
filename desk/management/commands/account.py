"""`manage.py account unlock|reset-mfa|close|open USER`: for someone who is shut out, or leaves."""

from allauth.mfa.models import Authenticator
from axes.utils import reset
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from desk.account.sessions import end_all
from permissions import deeds
from permissions.models import AccountDeed, ApiToken, CalendarAddress

Deed = AccountDeed.Deed


class Command(BaseCommand):
    """Do one deed to one account, and keep who did it."""

    help = "Mở khóa, đặt lại xác thực hai lớp, ngừng hoặc mở lại một tài khoản."

    def add_arguments(self, parser):
        deed = parser.add_subparsers(dest="deed", required=True, metavar="việc")
        for name, (_do, told) in _DEEDS.items():
            deed.add_parser(name, help=told).add_argument("user", help="tên đăng nhập")

    @transaction.atomic
    def handle(self, *args, deed, user, **options):
        account = get_user_model().objects.filter(username=user).first()
        if account is None:
            raise CommandError(f"Không có tài khoản “{user}”.")
        do, _told = _DEEDS[deed]
        done, said = do(account)
        deeds.note(account, done, said)
        self.stdout.write(f"{done.label}: {user}. {said}")


def _unlock(account):
    count = reset(username=account.get_username())
    return Deed.UNLOCKED, f"Đã xóa {count} dòng đếm lần sai."


def _reset_second_step(account):
    """The next sign-in asks for the password only, and a new second step where one is obliged."""
    Authenticator.objects.filter(user=account).delete()
    return Deed.SECOND_STEP_RESET, f"Đã kết thúc {end_all(account)} phiên đăng nhập."


def _close(account):
    account.is_active = False
    account.save(update_fields=["is_active"])
    ended, person = end_all(account), getattr(account, "person", None)
    revoked = ApiToken.revoke_all(person) if person else 0
    if person:
        CalendarAddress.end(person)
    return Deed.CLOSED, f"Đã kết thúc {ended} phiên đăng nhập, thu hồi {revoked} khóa API."


def _open(account):
    account.is_active = True
    account.save(update_fields=["is_active"])
    return Deed.OPENED, "Khóa API phải cấp lại."


_DEEDS = {
    "unlock": (_unlock, "mở khóa sau nhiều lần đăng nhập sai"),
    "reset-mfa": (_reset_second_step, "bỏ xác thực hai lớp (mất điện thoại), kết thúc mọi phiên"),
    "close": (_close, "ngừng sử dụng: kết thúc mọi phiên, thu hồi mọi khóa API"),
    "open": (_open, "mở lại tài khoản đã ngừng"),
}
