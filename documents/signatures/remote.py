"""A key at a remote signing service: the digest goes there, the value of the signature comes back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from pyhanko.sign import Signer
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.csc_signer import (
    CSCAuthorizationInfo,
    CSCAuthorizationManager,
    CSCCredentialInfo,
    CSCServiceSessionInfo,
    CSCSigner,
    fetch_certs_in_csc_credential,
)

from documents.signatures.keys import Key, chain, refuse, secret

#: Seconds the service may take; whoever holds the key may have to confirm on a telephone.
PATIENCE = 120


@dataclass(frozen=True, kw_only=True)
class RemoteKey(Key):
    """A credential of a service that speaks the protocol of the Cloud Signature Consortium (v1)."""

    service: str
    credential: str
    token_file: Path | None = None

    @asynccontextmanager
    async def opened(self, pin: str = "") -> AsyncIterator[Signer]:
        access = CSCServiceSessionInfo(
            service_url=self.service.rstrip("/"),
            credential_id=self.credential,
            oauth_token=secret(self.token_file) if self.token_file else None,
        )
        opening = self.pin(pin)
        patience = aiohttp.ClientTimeout(total=PATIENCE)
        try:
            async with aiohttp.ClientSession(timeout=patience) as session:
                known = await _credential(session, access)
                asking = _Asking(access, known, session, opening)
                yield CSCSigner(session, asking, sign_timeout=PATIENCE)
        except (SigningError, aiohttp.ClientError, TimeoutError) as fault:
            said = "; ".join(chain(fault))
            refuse(
                "signature.service",
                f"Dịch vụ ký từ xa không ký được: {said}.",
                "Kiểm tra địa chỉ, mã truy cập, mã PIN; thử lại khi dịch vụ hoạt động.",
            )


async def _credential(
    session: aiohttp.ClientSession, access: CSCServiceSessionInfo
) -> CSCCredentialInfo:
    """Fetch the certificates of the credential; an answer of another shape is a fault of the service."""
    try:
        return await fetch_certs_in_csc_credential(session, access)
    except (KeyError, TypeError, ValueError) as fault:
        raise SigningError("the answer names no certificate") from fault


class _Asking(CSCAuthorizationManager):
    """Asks the service's leave for exactly the digests that are about to be signed."""

    def __init__(
        self,
        access: CSCServiceSessionInfo,
        known: CSCCredentialInfo,
        session: aiohttp.ClientSession,
        pin: str,
    ):
        super().__init__(access, known)
        self.session, self.pin = session, pin

    async def authorize_signature(self, hash_b64s: list[str]) -> CSCAuthorizationInfo:
        """Return the service's leave to sign these digests."""
        asked = self.format_csc_auth_request(pin=self.pin or None, hash_b64s=hash_b64s)
        url = self.csc_session_info.endpoint_url("credentials/authorize")
        async with self.session.post(url, headers=self.auth_headers, json=asked) as answer:
            answer.raise_for_status()
            return self.parse_csc_auth_response(await answer.json())
