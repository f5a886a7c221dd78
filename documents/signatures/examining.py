"""Examines one PDF from anywhere, in a process of its own: python -m documents.signatures.examining [ROOTS] < FILE.

Writes plain facts as JSON and no judgement. The process has little memory and little time, so that a
hostile file ends it and nothing else.
"""

from __future__ import annotations

import io
import json
import logging
import resource
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto import pem, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.policy_decl import AcceptAllAlgorithms

#: What one examination may use: bytes of memory, seconds of computing; and signatures looked at.
MEMORY, SECONDS, SIGNATURES = 1 << 30, 30, 40

WEAK = frozenset({"md5", "sha1"})

_COVERS = {
    SignatureCoverageLevel.ENTIRE_FILE: "file",
    SignatureCoverageLevel.ENTIRE_REVISION: "revision",
}
_LATER = {
    ModificationLevel.NONE: "nothing",
    ModificationLevel.LTA_UPDATES: "archival",
    ModificationLevel.FORM_FILLING: "filling",
    ModificationLevel.ANNOTATIONS: "annotations",
    ModificationLevel.OTHER: "other",
}

#: Either use of the key will do: cards of the field carry one or both.
_FOR_SIGNING = KeyUsageConstraints(
    key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False
)


def examine(pdf: bytes, roots: Path | None) -> dict[str, Any]:
    """Return what is to be known of the signatures of a file, or under "fault" why it cannot be read."""
    if not pdf.lstrip().startswith(b"%PDF-"):
        return {"fault": "not_pdf"}
    try:
        reader = _opened(pdf)
        if reader.encrypted:
            return {"fault": "encrypted"}
        known = ValidationContext(
            trust_roots=list(_roots(roots)),
            allow_fetching=False,
            algorithm_usage_policy=AcceptAllAlgorithms(),  # weak ones are named, not passed over
        )
        held = list(reader.embedded_signatures)[:SIGNATURES]
        return {
            "signatures": [_told(one, known) for one in held],
            "revisions": reader.xrefs.total_revisions,
        }
    except (MemoryError, RecursionError):
        return {"fault": "heavy"}
    except Exception as fault:  # whatever a hostile file makes of the reader is a fault of the file
        return {"fault": "broken", "said": str(fault)[:300]}


def _opened(pdf: bytes) -> PdfFileReader:
    """Open strictly; a file that only looks past small faults opens is still examined."""
    try:
        return PdfFileReader(io.BytesIO(pdf))
    except PdfError:
        return PdfFileReader(io.BytesIO(pdf), strict=False)


def _told(one: EmbeddedPdfSignature, known: ValidationContext) -> dict[str, Any]:
    told = {
        "field": one.field_name,
        "profile": str(one.sig_object.get("/SubFilter", "")).lstrip("/"),
        "digest": one.md_algorithm,
        "weak": one.md_algorithm in WEAK,
        "revision": one.signed_revision + 1,
        "certifies": one.docmdp_level.value if one.docmdp_level else 0,
        "said_at": _day(one.self_reported_timestamp),
        "intact": False,
    }
    try:
        if one.sig_object.get("/Type") == "/DocTimeStamp":
            return told | _of_time_stamp(one, known)
        return told | _of_signature(one, known)
    except Exception as fault:  # likewise; the other signatures are still looked at
        return told | {"unreadable": str(fault)[:300]}


def _of_signature(one: EmbeddedPdfSignature, known: ValidationContext) -> dict[str, Any]:
    status = validate_pdf_signature(one, known, key_usage_settings=_FOR_SIGNING)
    stamp = status.timestamp_validity
    return {
        "kind": "signature",
        **_of_certificate(status.signing_cert),
        "intact": status.intact and status.valid,
        "chain": _chain(status),
        **_changes(status),
        "allowed": status.docmdp_ok is not False,
        "time_stamp": stamp
        and {
            "at": _day(stamp.timestamp),
            "by": _name(stamp.signing_cert.subject),
            "intact": stamp.intact and stamp.valid,
            "chain": _chain(stamp),
        },
    }


def _of_time_stamp(one: EmbeddedPdfSignature, known: ValidationContext) -> dict[str, Any]:
    status = validate_pdf_timestamp(one, known)
    return {
        "kind": "time_stamp",
        **_of_certificate(status.signing_cert),
        "said_at": _day(status.timestamp),
        "intact": status.intact and status.valid,
        "chain": _chain(status),
        **_changes(status),
        "allowed": status.docmdp_ok is not False,
        "time_stamp": None,
    }


def _of_certificate(certificate: x509.Certificate) -> dict[str, Any]:
    return {
        "holder": _name(certificate.subject),
        "issuer": _name(certificate.issuer),
        "serial": f"{certificate.serial_number:X}",
        "valid_from": _day(certificate.not_valid_before),
        "valid_to": _day(certificate.not_valid_after),
    }


def _changes(status: Any) -> dict[str, str]:
    level = status.modification_level
    return {
        "covers": _COVERS.get(status.coverage, "part"),
        "later": "unknown" if level is None else _LATER[level],
    }


def _chain(status: Any) -> str:
    """How far the certificate can be traced back: to a root we know, or why not."""
    if status.trusted:
        return "known"
    if status.revoked:
        return "revoked"
    problem = getattr(status.trust_problem_indic, "name", "")
    return {"OUT_OF_BOUNDS_NO_POE": "expired", "EXPIRED": "expired", "NOT_YET_VALID": "expired",
            "CHAIN_CONSTRAINTS_FAILURE": "unfit"}.get(problem, "unknown")  # fmt: skip


def _name(name: x509.Name) -> str:
    said = name.native.get("common_name") or name.human_friendly
    text = str(said if isinstance(said, str) else said[0])[:300]
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def _day(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _roots(folder: Path | None) -> Iterator[x509.Certificate]:
    for path in sorted(folder.iterdir()) if folder and folder.is_dir() else ():
        held = path.read_bytes()
        parts = pem.unarmor(held, multiple=True) if pem.detect(held) else [("", {}, held)]
        for _kind, _headers, certificate in parts:
            yield x509.Certificate.load(certificate)


def _limit() -> None:
    """From here on a bomb ends this process: by the limit of memory, or by that of computing."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Examine what comes in on standard input."""
    logging.disable(logging.CRITICAL)
    roots = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    pdf = sys.stdin.buffer.read()
    _limit()
    json.dump(examine(pdf, roots), sys.stdout)


if __name__ == "__main__":
    main()
