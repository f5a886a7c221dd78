"""`manage.py search refresh|rebuild`: read what grew for searching, or lay all words again from the files."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cases import search_words


class Command(BaseCommand):
    """Keep what is searched true to the files."""

    help = "Đọc lại từ ngữ của hồ sơ để tra cứu."

    def add_arguments(self, parser: CommandParser) -> None:
        """`refresh` reads the files that have grown, `rebuild` all of them."""
        parser.add_argument("deed", choices=("refresh", "rebuild"), metavar="việc")

    def handle(self, *args: Any, deed: str, **options: Any) -> None:
        """Do it and say of how many files."""
        count = search_words.rebuild() if deed == "rebuild" else search_words.refresh_all()
        self.stdout.write(f"Đã đọc {count} hồ sơ.")
