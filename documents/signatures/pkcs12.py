"""A key in a file (PKCS#12): for trying and testing, refused on a site with real papers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from pyhanko.sign import Signer
from pyhanko.sign.signers import SimpleSigner

from documents.signatures.keys import Key, refuse


@dataclass(frozen=True, kw_only=True)
class FileKey(Key):
    """A key and its certificates in one file, opened with what stands in `pin_file`."""

    file: Path

    @asynccontextmanager
    async def opened(self, pin: str = "") -> AsyncIterator[Signer]:
        if not (settings.DEMO or settings.DEBUG):
            refuse(
                "signature.file_key",
                f"Khóa “{self.name}” nằm trong tệp PKCS#12: chỉ dùng được ở trang chạy thử.",
                "Cấu hình khóa trên thiết bị (PKCS#11) hoặc dịch vụ ký từ xa của cơ quan.",
            )
        try:
            held = self.file.read_bytes()
            signer = SimpleSigner.load_pkcs12_data(
                held, other_certs=(), passphrase=self.pin(pin).encode()
            )
        except (OSError, ValueError) as fault:
            refuse(
                "signature.key",
                f"Không mở được tệp khóa {self.file.name} ({fault}).",
                "Kiểm tra tệp và mật khẩu của tệp trong cấu hình ký số.",
            )
        yield signer
