"""Every address of the site, declared: how to reach it, who may see it, what it costs.

An address that exists and is not declared here fails the walk, and so does the reverse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from tests.desk.world import ROLES, World

EVERYONE = frozenset(ROLES)


def _no_parts(_world: World) -> dict[str, object]:
    return {}


@dataclass(frozen=True)
class Address:
    """One declared address.

    `parts` builds what stands in it from the world. `seen_by` are the roles that get `status`; all
    others get `otherwise`. `nobody` is the status without signing in; None sends to the sign-in page.
    `statements` is the exact number of SQL statements of one signed-in GET. `page` is False for
    what is no page to look at (a redirect, a file, an address that only takes posts).
    """

    statements: int
    parts: Callable[[World], dict[str, object]] = _no_parts
    seen_by: frozenset[str] = EVERYONE
    nobody: int | None = None
    status: int = 200
    otherwise: int = 404
    page: bool = True


#: The one role whose account has two-step sign-in.
TWO_STEP = frozenset({"auditor"})

ADDRESSES: dict[str, Address] = {
    "account_login": Address(2, nobody=200, status=302, page=False),
    "account_logout": Address(3),
    "account_inactive": Address(2, nobody=200),
    "account_reauthenticate": Address(8),
    "account_change_password": Address(3),
    "mfa_index": Address(5),
    "mfa_authenticate": Address(2, status=302, page=False),
    "mfa_reauthenticate": Address(8, seen_by=TWO_STEP, otherwise=302),
    "mfa_activate_totp": Address(11, seen_by=EVERYONE - TWO_STEP, otherwise=302),
    "mfa_deactivate_totp": Address(8, seen_by=TWO_STEP),
    "mfa_view_recovery_codes": Address(7, seen_by=TWO_STEP),
    "mfa_generate_recovery_codes": Address(7),
    "mfa_download_recovery_codes": Address(7, seen_by=TWO_STEP, page=False),
    "language": Address(2, nobody=302, status=302, page=False),
    "csp-report": Address(2, nobody=405, status=405, page=False),
    "components": Address(3),
}


def every_name() -> list[str]:
    """The names of all addresses in the resolver, an address without a name shown by its pattern."""
    return sorted(_names(get_resolver("config.urls").url_patterns))


def _names(patterns: list, space: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _names(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}" if pattern.name else f"không tên: {pattern.pattern}"
