"""A key on the organ's own device (PKCS#11: USB token, smart card, HSM); it never leaves it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from pyhanko.sign import Signer
from pyhanko.sign.general import SigningError

from documents.signatures.keys import Key, chain, refuse

_LOOK = "Cắm thiết bị, kiểm tra trình điều khiển, tên thiết bị và mã PIN trong cấu hình ký số."


@dataclass(frozen=True, kw_only=True)
class TokenKey(Key):
    """A key by the label of its certificate on a device by its label, through the maker's library."""

    module: str
    token: str
    certificate: str
    key: str = ""

    @asynccontextmanager
    async def opened(self, pin: str = "") -> AsyncIterator[Signer]:
        pkcs11 = _library()
        try:
            async with pkcs11.PKCS11SigningContext(self._settings(pkcs11), self.pin(pin)) as signer:
                yield signer
        except (SigningError, OSError, pkcs11.errors) as fault:
            said = "; ".join(chain(fault))
            refuse(
                "signature.device", f"Không ký được bằng thiết bị “{self.token}”: {said}.", _LOOK
            )

    def _settings(self, pkcs11: Any) -> Any:
        return pkcs11.PKCS11SignatureConfig(
            module_path=self.module,
            token_criteria=pkcs11.TokenCriteria(label=self.token),
            cert_label=self.certificate,
            key_label=self.key or self.certificate,
            other_certs_to_pull=None,  # the chain, as far as the device holds it
            prompt_pin=pkcs11.PKCS11PinEntryMode.SKIP,
        )


class _Library:
    """What this module uses of python-pkcs11 and of pyHanko's part that needs it."""

    def __init__(self) -> None:
        from pkcs11.exceptions import PKCS11Error  # noqa: PLC0415 -- an optional package
        from pyhanko.config import pkcs11 as configured  # noqa: PLC0415 -- needs it
        from pyhanko.sign.pkcs11 import PKCS11SigningContext  # noqa: PLC0415 -- needs it

        self.errors = PKCS11Error
        self.PKCS11SigningContext = PKCS11SigningContext
        self.PKCS11SignatureConfig = configured.PKCS11SignatureConfig
        self.PKCS11PinEntryMode = configured.PKCS11PinEntryMode
        self.TokenCriteria = configured.TokenCriteria


def _library() -> _Library:
    try:
        return _Library()
    except ImportError:
        refuse(
            "signature.library",
            "Máy chủ chưa cài gói python-pkcs11 để dùng thiết bị ký số.",
            "Quản trị cài phần tùy chọn “token” của phần mềm (docs/signing.md).",
        )
