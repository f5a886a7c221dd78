"""`manage.py api_token USER`: give a key for the API, and print it once."""

from django.core.management.base import BaseCommand, CommandError

from permissions.models import ApiToken
from registry.models import Person


class Command(BaseCommand):
    """Print a new key for the person who signs in as USER."""

    help = "Cấp khóa truy cập API cho một người; khóa chỉ hiện một lần."

    def add_arguments(self, parser):
        parser.add_argument("user", help="tên đăng nhập")

    def handle(self, *args, user, **options):
        person = Person.objects.filter(account__username=user).first()
        if person is None:
            raise CommandError(f"Không có người nào đăng nhập bằng tên “{user}” trong danh bạ.")
        self.stdout.write(ApiToken.give(person))
