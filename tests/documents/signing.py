"""An office that signs electronically, with keys made on the spot; and services of a signing world nearby."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import yaml
from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from django.contrib.auth import get_user_model
from django.db import transaction
from pyhanko.sign.timestamps import DummyTimeStamper

from documents.models import Paper
from documents.services import print_paper, sign_digitally, take_number
from documents.signatures.keyring import reference_of
from documents.signatures.sample_ca import SampleAuthority

ON = date(2026, 9, 8)

PERSON, ORGAN = "Hà Thị Kiểm", "Ủy ban Kiểm tra Đảng ủy xã Mẫu Thượng"


#: What `Signing.sample` made.
_SAMPLE: list[bytes] = []


@cache
def authority(name: str = "Gốc mẫu") -> SampleAuthority:
    """One root for all tests of a worker: making a key takes a while."""
    return SampleAuthority(name)


@cache
def issued(holder: str):
    """A key of a holder with its certificate from the one root."""
    return authority().key(holder)


class Signing:
    """The office with its file of keys; `says` writes that file anew."""

    def __init__(self, office, folder: Path, settings):
        self.office, self.folder = office, folder
        office.body.signs_electronically = True
        office.body.save()
        office.chair.account = get_user_model().objects.create_user("chunhiem")
        office.chair.save()
        settings.DEMO = True
        settings.SIGNING_KEYS = folder / "keys.yaml"
        settings.SIGNING_ROOTS = folder / "roots"
        authority().write_root(folder / "roots")
        self.says()

    def says(self, *, person=None, organ=None, **more) -> None:
        told = {
            "keys": {
                "person": person or self.file_key("person", PERSON),
                "organ": organ or self.file_key("organ", ORGAN),
            },
            "people": {"chunhiem": "person"},
            "bodies": {reference_of(self.office.body): "organ"},
            **more,
        }
        self.folder.joinpath("keys.yaml").write_text(yaml.safe_dump(told), encoding="utf-8")

    def file_key(self, short: str, holder: str, **unusual) -> dict[str, str]:
        return authority().file_key(self.folder, short, holder, **unusual)

    def ready(self, **changes) -> Paper:
        """A decision that its signer has signed the words of, not yet the file."""
        return self.office.signed(**changes)

    def numbered(self, on: date = ON, **changes) -> Paper:
        """The same, signed electronically and numbered, not yet sealed."""
        paper = self.ready(**changes)
        sign_digitally(paper, by=self.office.chair)
        with transaction.atomic():
            take_number(paper, on)
        return paper

    def issued(self, on: date = ON, **changes) -> bytes:
        """The finished file of such a paper."""
        return bytes(print_paper(self.numbered(on, **changes).pk).pdf)

    def sample(self) -> bytes:
        """The file of one such paper, made once a worker, for tests that only look at it."""
        if not _SAMPLE:
            _SAMPLE.append(self.issued())
        return _SAMPLE[0]


@contextmanager
def nearby(answer: Callable[[str, bytes, dict[str, str]], tuple[str, bytes]]) -> Iterator[str]:
    """A service on this machine that answers each POST with `answer(path, body, headers)`; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            try:
                kind, said = answer(self.path, asked, dict(self.headers))
            except PermissionError:
                self.send_error(403)
                return
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class SigningService:
    """A remote service that holds keys: shows certificates, checks PIN and token, signs digests."""

    def __init__(self, holder: str, *, pin: str, token: str, gives_up_after: int = 1000):
        self.key, self.certificate = issued(holder)
        self.pin, self.token, self.left = pin, token, gives_up_after

    def __call__(self, path: str, body: bytes, headers: dict[str, str]) -> tuple[str, bytes]:
        if headers.get("Authorization") != f"Bearer {self.token}":
            raise PermissionError
        deed = path.rpartition("/v1/")[2].replace("/", "_")
        return "application/json", json.dumps(getattr(self, deed)(json.loads(body))).encode()

    def credentials_info(self, _asked):
        chain = [self.certificate, authority().certificate]
        held = [base64.b64encode(one.public_bytes(Encoding.DER)).decode() for one in chain]
        rsa = {"algo": ["1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11"]}
        return {"cert": {"certificates": held}, "key": rsa, "multisign": 1, "SCAL": "2"}

    def credentials_authorize(self, asked):
        if asked.get("PIN") != self.pin:
            raise PermissionError
        return {"SAD": asked["hash"][0], "expiresIn": 60}

    def signatures_signHash(self, asked):  # noqa: N802 -- the protocol's name
        self.left -= 1
        if self.left < 0 or asked["SAD"] != asked["hash"][0]:
            raise PermissionError
        digest = base64.b64decode(asked["hash"][0])
        signed = self.key.sign(digest, padding.PKCS1v15(), Prehashed(hashes.SHA256()))
        return {"signatures": [base64.b64encode(signed).decode()]}


def time_stamps(holder: str = "Dấu thời gian mẫu"):
    """A service that stamps digests with the time."""
    key, certificate = authority().key(holder, is_for_time=True)
    stamper = DummyTimeStamper(
        tsa_cert=x509.Certificate.load(certificate.public_bytes(Encoding.DER)),
        tsa_key=keys.PrivateKeyInfo.load(
            key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        ),
    )

    def answer(_path, body, _headers):
        asked = tsp.TimeStampReq.load(body)
        return "application/timestamp-reply", stamper.request_tsa_response(asked).dump()

    return answer
