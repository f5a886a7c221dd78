"""One signature put into a file: PAdES, SHA-256, appended behind what is there (pyHanko)."""

from __future__ import annotations

import asyncio
import hashlib
import io
import logging
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp
from asn1crypto import x509
from django.utils import timezone
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko.stamp import StaticStampStyle

from documents.signatures.keys import Key, chain, refuse
from documents.signatures.marks import Mark
from documents.wording import figures
from proof.canonical import nfc

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True)
class Signed:
    """A file with one signature more, and whose certificate it was signed with."""

    pdf: bytes
    holder: str
    issuer: str
    certificate_sha256: str


@dataclass(frozen=True)
class Request:
    """One signature to put in: into which file and field, looking how, by which key.

    `holder` is the name the certificate must bear, where it is a person's. The first signature
    certifies the file: after it only the reserved fields may still be filled.
    """

    pdf: bytes
    mark: Mark
    look: StaticStampStyle
    key: Key
    holder: str = ""
    pin: str = ""
    time_stamps: str = ""


def embed(request: Request) -> Signed:
    """Return the file with the signature appended; every byte before it stays.

    Raises PaperRefused where the key cannot be had or may not sign. Waits for devices and services:
    never called inside a transaction.
    """
    try:
        return _finished(_embedded(request))
    except (SigningError, TimestampRequestError, aiohttp.ClientError) as fault:
        log.exception("Signing with %s failed", request.key.name)
        refuse(
            "signature.failed",
            f"Không ký được: {'; '.join(chain(fault))}.",
            "Thử lại; nếu vẫn không được, quản trị kiểm tra cấu hình ký số.",
        )


def certificate_of(key: Key) -> x509.Certificate:
    """Open a key without signing and return its certificate. Raises PaperRefused."""
    return _finished(_certificate_of(key))


def _finished(work: Coroutine[Any, Any, T]) -> T:
    """Wait for `work` in a thread of its own: whoever calls may have a loop running in theirs."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()


async def _certificate_of(key: Key) -> x509.Certificate:
    async with key.opened() as signer:
        return signer.signing_cert


async def _embedded(request: Request) -> Signed:
    async with request.key.opened(request.pin) as signer:
        certificate = signer.signing_cert
        _may_sign(request, certificate)
        pdf_signer = PdfSigner(
            PdfSignatureMetadata(
                field_name=request.mark.field,
                md_algorithm="sha256",
                subfilter=SigSeedSubFilter.PADES,
                certify=request.mark is Mark.PERSON,
                docmdp_permissions=MDPPerm.FILL_FORMS,
            ),
            signer=signer,
            timestamper=_time_stamper(request.time_stamps),
            stamp_style=request.look,
        )
        writer = IncrementalPdfFileWriter(io.BytesIO(request.pdf))
        signed = await pdf_signer.async_sign_pdf(writer, existing_fields_only=True)
    return Signed(
        signed.getvalue(),
        holder=common_name(certificate.subject),
        issuer=common_name(certificate.issuer),
        certificate_sha256=hashlib.sha256(certificate.dump()).hexdigest(),
    )


def _time_stamper(address: str) -> TimeStamper | None:
    return HTTPTimeStamper(address) if address else None


def common_name(name: x509.Name) -> str:
    """The name of a holder or an issuer, as a person reads it."""
    said = name.native.get("common_name") or name.human_friendly
    return nfc(said if isinstance(said, str) else said[0])


def _may_sign(request: Request, certificate: x509.Certificate) -> None:
    first, last = certificate.not_valid_before, certificate.not_valid_after
    if not first <= timezone.now() <= last:
        refuse(
            "signature.certificate.days",
            f"Chứng thư số của “{common_name(certificate.subject)}” chỉ có hiệu lực từ "
            f"{figures(first.date())} đến {figures(last.date())}.",
            "Gia hạn chứng thư số rồi ký lại.",
        )
    held_by = common_name(certificate.subject)
    if request.holder and held_by.casefold() != nfc(request.holder).casefold():
        refuse(
            "signature.certificate.holder",
            f"Chứng thư số mang tên {held_by}, không phải của {request.holder}.",
            "Quản trị sửa khóa của người ký trong cấu hình ký số.",
        )
