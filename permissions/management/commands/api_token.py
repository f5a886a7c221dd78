"""`manage.py api_token USER [--revoke]`: give a key for the API and print it once, or take all back."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from permissions.models import ApiToken
from registry.models import Person


class Command(BaseCommand):
    """Print a new key for the person who signs in as USER, or revoke those they have."""

    help = "Cấp khóa truy cập API cho một người; khóa chỉ hiện một lần."

    def add_arguments(self, parser):
        parser.add_argument("user", help="tên đăng nhập")
        parser.add_argument("--revoke", action="store_true", help="thu hồi mọi khóa của người này")

    def handle(self, *args, user, revoke, **options):
        person = Person.objects.filter(account__username=user).first()
        if person is None:
            raise CommandError(f"Không có người nào đăng nhập bằng tên “{user}” trong danh bạ.")
        if revoke:
            gone = person.api_tokens.filter(revoked_at=None).update(revoked_at=timezone.now())
            self.stdout.write(f"Đã thu hồi {gone} khóa.")
            return
        self.stdout.write(ApiToken.give(person))
