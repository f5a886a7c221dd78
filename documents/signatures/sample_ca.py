"""An invented certificate authority and keys in files: for the demo and the tests, worth nothing elsewhere."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

#: How long the sample certificates hold.
DAYS = 3650

_ROOT = "Chứng thực mẫu (không có giá trị)"


class SampleAuthority:
    """A root made on the spot; it signs as many keys as are asked for, and is forgotten."""

    def __init__(self, name: str = _ROOT):
        self._key = _new_key()
        self.certificate = _certificate(name, self._key, name, self._key, is_authority=True)
        self.name = name

    def key(self, holder: str, **unusual: object) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
        """A new key of `holder` and its certificate; `unusual`: other days, another use."""
        key = _new_key()
        return key, _certificate(holder, key, self.name, self._key, **unusual)

    def file_key(self, folder: Path, short: str, holder: str, **unusual: object) -> dict[str, str]:
        """Write a key of `holder` under `folder`; return its entry in the site's configuration."""
        key, certificate = self.key(holder, **unusual)
        passphrase = secrets.token_urlsafe(24)
        held = pkcs12.serialize_key_and_certificates(
            holder.encode(), key, certificate, [self.certificate],
            BestAvailableEncryption(passphrase.encode()),
        )  # fmt: skip
        _write(folder / f"{short}.p12", held)
        _write(folder / f"{short}.txt", passphrase.encode())
        return {"store": "pkcs12", "file": f"{short}.p12", "pin_file": f"{short}.txt"}

    def write_root(self, folder: Path) -> None:
        """Write the root where the site looks for whom it trusts."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "goc-mau.pem").write_bytes(self.certificate.public_bytes(Encoding.PEM))


def _write(path: Path, held: bytes) -> None:
    """Write a secret that only the site's own account can read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(held)


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _certificate(
    holder: str,
    key: rsa.RSAPrivateKey,
    issuer: str,
    issuers_key: rsa.RSAPrivateKey,
    *,
    is_authority: bool = False,
    is_for_time: bool = False,
    first: datetime | None = None,
    last: datetime | None = None,
) -> x509.Certificate:
    first = first or datetime.now(UTC) - timedelta(days=1)
    usage = x509.KeyUsage(
        digital_signature=not is_authority, content_commitment=not is_authority,
        key_cert_sign=is_authority, crl_sign=is_authority,
        key_encipherment=False, data_encipherment=False, key_agreement=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(_name(holder))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(first)
        .not_valid_after(last or first + timedelta(days=DAYS))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
    )
    if is_for_time:
        stamping = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        made = made.add_extension(stamping, critical=True)
    return made.sign(issuers_key, hashes.SHA256())


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
