"""Encrypting one identity under its alias: AES-256-GCM with a data key, wrapped by the site's key."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from permissions.vault.keyring import Keyring, KeyUnusable
from proof.canonical import nfc

_NONCE = 12
#: Plaintexts are filled up to a multiple of this, so that their length tells nothing of a name.
_BLOCK = 1024


@dataclass(frozen=True)
class Identity:
    """Who sent it. Its `repr` says nothing, so that no log or error report does."""

    name: str = field(repr=False)
    address: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    relatives: str = field(default="", repr=False)

    def __str__(self) -> str:
        return "Identity()"


@dataclass(frozen=True)
class Sealed:
    """The three columns that keep an identity."""

    key_id: str
    wrapped_key: bytes
    ciphertext: bytes


def seal(identity: Identity, bound_to: str, keys: Keyring) -> Sealed:
    """Encrypt `identity` for `bound_to` (body and alias): moved to another row it does not open.

    Raises KeyUnusable.
    """
    key_id = keys.current() or keys.make()
    plain = json.dumps({k: nfc(v) for k, v in asdict(identity).items()}, ensure_ascii=False)
    data_key = secrets.token_bytes(32)
    return Sealed(
        key_id,
        _wrapped(data_key, key_id, bound_to, keys),
        _encrypt(data_key, _padded(plain.encode()), f"identity\n{bound_to}"),
    )


def unseal(sealed: Sealed, bound_to: str, keys: Keyring) -> Identity:
    """Decrypt it. Raises KeyUnusable when the key is not there or the columns were changed."""
    data_key = _unwrapped(sealed, bound_to, keys)
    return Identity(**json.loads(_decrypt(data_key, sealed.ciphertext, f"identity\n{bound_to}")))


def rewrap(sealed: Sealed, bound_to: str, keys: Keyring) -> Sealed:
    """The same identity under the newest key; the ciphertext itself stays. Raises KeyUnusable."""
    newest = keys.current()
    data_key = _unwrapped(sealed, bound_to, keys)
    return Sealed(newest, _wrapped(data_key, newest, bound_to, keys), sealed.ciphertext)


def _wrapped(data_key: bytes, key_id: str, bound_to: str, keys: Keyring) -> bytes:
    return _encrypt(keys.secret(key_id), data_key, f"key {key_id}\n{bound_to}")


def _unwrapped(sealed: Sealed, bound_to: str, keys: Keyring) -> bytes:
    secret = keys.secret(sealed.key_id)
    return _decrypt(secret, sealed.wrapped_key, f"key {sealed.key_id}\n{bound_to}")


def _padded(plain: bytes) -> bytes:
    return plain + b" " * (-len(plain) % _BLOCK)  # JSON ends before its spaces


def _encrypt(key: bytes, plain: bytes, bound_to: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to.encode())


def _decrypt(key: bytes, sealed: bytes, bound_to: str) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], bound_to.encode())
    except (InvalidTag, ValueError):
        # `from None`: what was being decrypted has no place in a report of the fault.
        raise KeyUnusable("Bản mã danh tính hoặc khóa của nó đã bị thay đổi.") from None
