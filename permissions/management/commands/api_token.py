"""`manage.py api_token USER`: give a key for the API and print it once, or take all back."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from permissions import deeds
from permissions.models import USUAL_LIFE, AccountDeed, ApiToken
from registry.models import Person

#: The longest life of a key, in days; a habit of the site, no law.
LONGEST_LIFE = 366


class Command(BaseCommand):
    """Print a new key for the person who signs in as USER, or revoke those they have.

    The key alone goes to standard output; until when it works, and what it may do, beside it.
    """

    help = "Cấp khóa truy cập API cho một người; khóa chỉ hiện một lần."

    def add_arguments(self, parser):
        parser.add_argument("user", help="tên đăng nhập")
        parser.add_argument("--revoke", action="store_true", help="thu hồi mọi khóa của người này")
        parser.add_argument(
            "--days", type=int, default=USUAL_LIFE, help="số ngày khóa dùng được (mặc định: 90)"
        )
        parser.add_argument(
            "--may-sign", action="store_true", help="khóa được ký văn bản thay người này"
        )

    def handle(self, *args, user, revoke, days, may_sign, **options):
        person = Person.objects.filter(account__username=user).select_related("account").first()
        if person is None:
            raise CommandError(f"Không có người nào đăng nhập bằng tên “{user}” trong danh bạ.")
        if revoke:
            gone = ApiToken.revoke_all(person)
            deeds.note(person.account, AccountDeed.Deed.KEYS_REVOKED, str(gone))
            self.stdout.write(f"Đã thu hồi {gone} khóa.")
            return
        if not 1 <= days <= LONGEST_LIFE:
            raise CommandError(f"Số ngày dùng được của khóa: từ 1 đến {LONGEST_LIFE}.")
        key = ApiToken.give(person, days=days, may_sign=may_sign)
        end = timezone.localtime(timezone.now() + timedelta(days=days))
        signs = "được ký văn bản" if may_sign else "không ký được văn bản"
        said = f"dùng đến {end:%H:%M %d/%m/%Y}; {signs}"
        deeds.note(person.account, AccountDeed.Deed.KEY_GIVEN, said)
        self.stdout.write(key)
        self.stderr.write(f"Khóa của {person}: {said}.")
