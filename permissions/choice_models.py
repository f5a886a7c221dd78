"""What the holder of an account chose for themselves: single keys, and a daily letter."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Subquery, Value
from django.db.models.functions import Coalesce


class AccountChoice(models.Model):
    """Lựa chọn của tài khoản. Without a row, keys work and no letter is sent."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="choice"
    )
    keys = models.BooleanField("dùng phím tắt", default=True)
    digest_mail = models.BooleanField("nhận thư tóm tắt hằng ngày", default=False)
    mailed_on = models.DateField("ngày gửi thư gần nhất", null=True)

    class Meta:
        verbose_name = "lựa chọn của tài khoản"

    def __str__(self) -> str:
        return str(self.account)


def keys_of(account: Any) -> Coalesce:
    """Return whether single keys work for `account`, as a column of another question."""
    chosen = AccountChoice.objects.filter(account=account.pk).values("keys")
    return Coalesce(Subquery(chosen), Value(True))
