"""The port: a key that signs, wherever it lives. The product opens it for one signature and keeps none."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from documents.drafting import PaperRefused
from law import Reason

if TYPE_CHECKING:
    from pyhanko.sign import Signer


@dataclass(frozen=True, kw_only=True)
class Key(ABC):
    """One signing key of the site's configuration.

    `picture` is what its signature shows. `asks_pin` tells that its holder types a PIN at each
    signature; otherwise the PIN, where there is one, stands in `pin_file`.
    """

    name: str
    picture: Path | None = None
    pin_file: Path | None = None
    asks_pin: bool = False

    @abstractmethod
    def opened(self, pin: str = "") -> AbstractAsyncContextManager[Signer]:
        """Open the key for one signature. Raises PaperRefused where it is not to be had."""

    def pin(self, typed: str) -> str:
        """The PIN to open it with: what was typed, or what the site keeps for it."""
        if self.asks_pin:
            if not typed:
                refuse("signature.pin", "Chưa nhập mã PIN của khóa ký.", "Nhập mã PIN rồi ký lại.")
            return typed
        return secret(self.pin_file) if self.pin_file else ""


def secret(path: Path) -> str:
    """Read a PIN, a passphrase or a token from the file the site keeps it in."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as fault:
        refuse(
            "signature.secret",
            f"Không đọc được tệp {path.name} của khóa ký ({fault.strerror}).",
            "Quản trị kiểm tra tệp và quyền đọc trong cấu hình ký số.",
        )


def refuse(rule: str, text: str, remedy: str) -> NoReturn:
    """Refuse for one reason."""
    raise PaperRefused([Reason(rule, text, remedy=remedy)])


def chain(error: BaseException) -> Iterator[str]:
    """What the layers below said, the outermost first: for the one who keeps the site."""
    seen: BaseException | None = error
    while seen is not None:
        yield str(seen) or type(seen).__name__
        seen = seen.__cause__
