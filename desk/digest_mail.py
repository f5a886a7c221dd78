"""The daily letter, for those who asked for it on a site that sends any: figures, and nothing of any file."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from desk.gathering.digest import digest
from permissions.choice_models import AccountChoice
from proof.reader import as_person
from registry import clock
from registry.models import Person


def send_all() -> int:
    """Send today's letters that were not sent yet; return how many. The scheduled job."""
    if not settings.DIGEST_MAIL:
        return 0
    today = clock.today()
    due = AccountChoice.objects.filter(_not_on(today), digest_mail=True, account__is_active=True)
    asked = due.exclude(account__email="").filter(account__person__isnull=False)
    return sum(_send(one, today) for one in asked.select_related("account__person"))


def _send(choice: AccountChoice, today: date) -> bool:
    """Mark the day first: a letter lost is better than one sent at every try."""
    if not AccountChoice.objects.filter(_not_on(today), pk=choice.pk).update(mailed_on=today):
        return False
    with translation.override(settings.LANGUAGE_CODE):
        subject, text = (
            _("Việc hôm nay, %(day)s") % {"day": f"{today:%d/%m/%Y}"},
            letter(choice.account.person, today),
        )
        return bool(send_mail(subject, text, None, [choice.account.email]))


def letter(person: Person, today: date) -> str:
    """What the letter says: a line for each figure."""
    with as_person(person.pk, today):
        lines = [f"{tile.figure} {tile.text}" for tile in digest(person, today)]
    end = _("Đăng nhập để xem từng việc. Thư này không ghi số hồ sơ, tên người.")
    return "\n".join((*lines, "", end))


def _not_on(today: date) -> Q:
    return Q(mailed_on=None) | Q(mailed_on__lt=today)
