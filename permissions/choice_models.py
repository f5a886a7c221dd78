"""What the holder of an account chose for themselves: single keys, a daily letter, and how far the tour went."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Subquery, Value
from django.db.models.functions import Coalesce

#: Where somebody is on the tour of their pages: at a stop, from 1; or nowhere yet; or done with it.
NOT_BEGUN, OVER = 0, -1


class AccountChoice(models.Model):
    """Lựa chọn của tài khoản. Without a row, keys work, no letter is sent, and the tour is offered."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="choice"
    )
    keys = models.BooleanField("dùng phím tắt", default=True)
    digest_mail = models.BooleanField("nhận thư tóm tắt hằng ngày", default=False)
    mailed_on = models.DateField("ngày gửi thư gần nhất", null=True)
    tour = models.SmallIntegerField("chặng đang xem của lượt làm quen", default=NOT_BEGUN)

    class Meta:
        verbose_name = "lựa chọn của tài khoản"

    def __str__(self) -> str:
        return str(self.account)


def keys_of(account: Any) -> Coalesce:
    """Return whether single keys work for `account`, as a column of another question."""
    chosen = AccountChoice.objects.filter(account=account.pk).values("keys")
    return Coalesce(Subquery(chosen), Value(True))


def tour_of(account: Any) -> Coalesce:
    """Return at which stop of the tour `account` is, as a column of another question."""
    reached = AccountChoice.objects.filter(account=account.pk).values("tour")
    return Coalesce(Subquery(reached), Value(NOT_BEGUN))


def go_on_tour(account: Any, stop: int) -> None:
    """Keep at which stop `account` is, or that it is done with the tour."""
    AccountChoice.objects.update_or_create(account=account, defaults={"tour": stop})
