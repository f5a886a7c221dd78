"""Who signs with which key on this site: a file beside the site, read when something is to be signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.utils.module_loading import import_string

from documents.signatures.keys import Key, refuse
from registry.models import Body, Person

#: Where keys can live; read when a file names one, for what speaks to them is slow to import.
_STORES: Mapping[str, str] = {
    "pkcs12": "documents.signatures.pkcs12.FileKey",
    "pkcs11": "documents.signatures.pkcs11.TokenKey",
    "remote": "documents.signatures.remote.RemoteKey",
}

#: Entries of the file that name other files, beside it unless the path is whole.
_FILES = frozenset({"file", "pin_file", "token_file", "picture"})


class WrongKeyring(ValueError):
    """The file of keys says something it cannot say; the text tells what and where."""


@dataclass(frozen=True)
class Keyring:
    """The keys of the site, by who signs with them; `time_stamps` is where signatures are dated.

    People stand under the name of their account, bodies as "CODE/KIND" of the register
    (`reference_of`).
    """

    keys: Mapping[str, Key]
    people: Mapping[str, str]
    bodies: Mapping[str, str]
    time_stamps: str = ""

    def serves(self, body: Body) -> bool:
        """Whether papers of the body that wait for a number are signed electronically here."""
        if not (self.bodies and body.signs_electronically):
            return False
        return reference_of(body) in self.bodies

    def of_person(self, person: Person) -> Key:
        """The key of a person. Raises PaperRefused where the site has none for them."""
        account = person.account.get_username() if person.account else ""
        return self._key(self.people, account, person.full_name)

    def of_body(self, body: Body) -> Key:
        """The key of an organ, kept by its clerk. Raises PaperRefused where the site has none."""
        return self._key(self.bodies, reference_of(body), body.name)

    def _key(self, named: Mapping[str, str], name: str, whose: str) -> Key:
        if name not in named:
            refuse(
                "signature.no_key",
                f"Trang này chưa cấu hình khóa ký số của {whose}.",
                "Quản trị ghi khóa vào cấu hình ký số (docs/signing.md).",
            )
        return self.keys[named[name]]


def reference_of(body: Body) -> str:
    """How the file of keys names a body: "mau-ha/ubkt"."""
    return f"{body.organisation.code}/{body.kind}"


NO_KEYS = Keyring(keys={}, people={}, bodies={})


def keyring() -> Keyring:
    """Return the keys of this site; none where it names no file of them. Raises WrongKeyring."""
    path = settings.SIGNING_KEYS
    return _read(path, path.stat().st_mtime_ns) if path and path.exists() else NO_KEYS


def trusted() -> Path | None:
    """Return the folder of the roots this site trusts, where it has one."""
    return settings.SIGNING_ROOTS


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Keyring:
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        keys = {name: _key(name, said, path.parent) for name, said in told["keys"].items()}
    except (OSError, yaml.YAMLError, KeyError, AttributeError, TypeError) as fault:
        raise WrongKeyring(f"{path}: {fault}") from fault
    ring = Keyring(
        keys, told.get("people") or {}, told.get("bodies") or {}, told.get("time_stamps") or ""
    )
    if unknown := {*ring.people.values(), *ring.bodies.values()} - keys.keys():
        raise WrongKeyring(f"{path}: không có khóa {', '.join(sorted(unknown))}")
    return ring


def _key(name: str, said: Mapping[str, Any], folder: Path) -> Key:
    """Build one key; an entry its store does not know is named, never passed over."""
    values = {k: folder / v if k in _FILES else v for k, v in said.items() if k != "store"}
    if said["store"] not in _STORES:
        raise TypeError(f"{name}: store {said['store']!r} không thuộc {', '.join(_STORES)}")
    return import_string(_STORES[said["store"]])(name=name, **values)
