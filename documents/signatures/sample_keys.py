"""The keys of the demo: one for each organ that signs electronically, one for each who signs for it."""

from __future__ import annotations

from pathlib import Path

import yaml

from documents.signatures.keyring import reference_of
from documents.signatures.sample_ca import SampleAuthority
from permissions.roles import Role
from registry.models import Body, Person

_SIGNERS = [
    role.value
    for role in (
        Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY, Role.DEPUTY_SECRETARY, Role.HEAD, Role.DEPUTY_HEAD,
    )
]  # fmt: skip


def lay(folder: Path) -> Path:
    """Make keys and certificates of the demo under `folder` and return the file that tells of them."""
    authority = SampleAuthority()
    authority.write_root(folder / "roots")
    bodies = list(Body.objects.filter(signs_electronically=True).select_related("organisation"))
    people = (
        Person.objects.filter(
            account__isnull=False, posts__body__in=bodies, posts__position__in=_SIGNERS
        )
        .select_related("account")
        .distinct()
    )
    named = {person.account.get_username(): person.full_name for person in people}
    organs = {reference_of(body): (f"organ-{body.pk}", body.name) for body in bodies}
    keys = {
        short: authority.file_key(folder, short, holder)
        for short, holder in (*named.items(), *organs.values())
    }
    told = {
        "keys": keys,
        "people": {name: name for name in named},
        "bodies": {reference: short for reference, (short, _name) in organs.items()},
    }
    path = folder / "keys.yaml"
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=True), encoding="utf-8")
    return path
