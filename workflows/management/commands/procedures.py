"""`manage.py procedures …`: list, show, export, check and draw the procedures; opens no database."""

from law.management.commands.law import Command as LawCommand
from workflows.commands import SUBCOMMANDS


class Command(LawCommand):
    """Questions of the procedures, asked and refused the way those of the law are."""

    help = "Các quy trình: danh mục, từng bước, căn cứ, sơ đồ; kiểm tra cam kết của quy trình."
    subcommands = SUBCOMMANDS
