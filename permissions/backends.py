"""guardian's answer to "may this account do that to this object?", made to heed days, endings and nobody's rank."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from guardian.backends import ObjectPermissionBackend

from permissions.exceptions import OPEN, about, granted
from registry import clock


class DatedExceptions(ObjectPermissionBackend):
    """Says yes for an exception in force and for nothing else; being an administrator is no exception.

    Pages and the API never ask it: they ask `cases.queries.visible_to`.
    """

    def has_perm(self, user_obj: Any, perm: str, obj: Model | None = None) -> bool:
        """Whether the account may read `obj` by an exception that holds now."""
        if obj is None or perm not in (OPEN, f"{obj._meta.app_label}.{OPEN}"):
            return False
        return OPEN in self.get_all_permissions(user_obj, obj)

    def get_all_permissions(self, user_obj: AbstractBaseUser, obj: Model | None = None) -> set[str]:
        """What the account may do to `obj` by an exception that holds now: read it, or nothing."""
        person = getattr(user_obj, "person", None)
        if obj is None or person is None or not user_obj.is_active:
            return set()
        held = granted(person, clock.today()).filter(object_pk=str(obj.pk), **about(type(obj)))
        return {OPEN} if held.exists() else set()
