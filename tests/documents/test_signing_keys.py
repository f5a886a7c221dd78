"""Where keys live: on a device (PKCS#11), at a remote service, in a file of the demo; what names them."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
import yaml
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from documents.services import sign_digitally
from documents.signatures.keyring import NO_KEYS, WrongKeyring, keyring
from documents.signatures.pkcs11 import TokenKey
from registry.models import Person
from tests.documents.signing import ORGAN, PERSON, SigningService, issued, nearby, time_stamps
from tests.documents.test_signing_electronically import poppler_says

SOFT_TOKEN = Path("/usr/lib/softhsm/libsofthsm2.so")

on_a_device = pytest.mark.skipif(
    not SOFT_TOKEN.exists(), reason="softhsm2 is not installed (Debian; ./run test installs it)"
)


@pytest.fixture
def token(tmp_path, monkeypatch):
    """A device in software that holds the chairman's key; returns its entry in the file of keys."""
    pytest.importorskip("pkcs11")
    (tmp_path / "tokens").mkdir()
    conf = tmp_path / "softhsm2.conf"
    conf.write_text(f"directories.tokendir = {tmp_path}/tokens\n", encoding="utf-8")
    monkeypatch.setenv("SOFTHSM2_CONF", str(conf))
    run = ["softhsm2-util", "--init-token", "--free", "--label", "the-ky", "--pin", "2468"]
    subprocess.run([*run, "--so-pin", "13579"], check=True, capture_output=True)
    _lay_key(*issued(PERSON))
    return {"store": "pkcs11", "module": str(SOFT_TOKEN), "token": "the-ky",
            "certificate": "nguoi-ky"}  # fmt: skip


def _lay_key(key, certificate):
    """Put a key and its certificate on the device, as the office that hands devices out does.

    In a process of its own: the library reads its settings once a process.
    """
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()).hex()
    told = certificate.public_bytes(Encoding.DER).hex()
    program = f"""
from pkcs11 import lib, Attribute
from pkcs11.util.rsa import decode_rsa_private_key
from pkcs11.util.x509 import decode_x509_certificate
from asn1crypto.keys import PrivateKeyInfo
held = lib({str(SOFT_TOKEN)!r}).get_token(token_label="the-ky")
with held.open(user_pin="2468", rw=True) as session:
    info = PrivateKeyInfo.load(bytes.fromhex({der!r}))
    rsa = decode_rsa_private_key(info["private_key"].parsed.dump())
    session.create_object({{**rsa, Attribute.TOKEN: True, Attribute.LABEL: "nguoi-ky", Attribute.SIGN: True}})
    told = decode_x509_certificate(bytes.fromhex({told!r}))
    session.create_object({{**told, Attribute.TOKEN: True, Attribute.LABEL: "nguoi-ky"}})
"""
    subprocess.run([sys.executable, "-c", program], check=True)


@on_a_device
class TestOnADevice:
    def test_a_key_signs_and_never_leaves(self, signing, token):
        signing.says(person={**token, "asks_pin": True})
        paper = signing.ready()

        state = sign_digitally(paper, by=signing.office.chair, pin="2468")

        assert state.holder == PERSON
        assert "Signature is Valid." in poppler_says(bytes(state.added))

    def test_a_wrong_pin_is_told(self, signing, token, refused):
        signing.says(person={**token, "asks_pin": True})

        with refused(because="Không ký được bằng thiết bị “the-ky”"):
            sign_digitally(signing.ready(), by=signing.office.chair, pin="0000")

    def test_without_a_pin_none_is_tried(self, signing, token, refused):
        signing.says(person={**token, "asks_pin": True})

        with refused(because="Chưa nhập mã PIN"):
            sign_digitally(signing.ready(), by=signing.office.chair)

    def test_a_device_that_is_not_plugged_in_is_told(self, signing, token, refused):
        signing.says(person={**token, "token": "the-khac", "asks_pin": True})

        with refused(because="Không ký được bằng thiết bị “the-khac”"):
            sign_digitally(signing.ready(), by=signing.office.chair, pin="2468")


def test_without_the_makers_library_the_device_is_not_to_be_had(signing, refused):
    pytest.importorskip("pkcs11")
    missing = {"store": "pkcs11", "module": "/opt/none/lib.so", "token": "the-ky",
               "certificate": "nguoi-ky"}  # fmt: skip
    signing.says(person=missing)

    with refused(because="Không ký được bằng thiết bị “the-ky”"):
        sign_digitally(signing.ready(), by=signing.office.chair)


class TestAtAService:
    @pytest.fixture
    def remote(self, signing):
        signing.folder.joinpath("token").write_text("ma-truy-cap\n", encoding="utf-8")
        return {"store": "remote", "credential": "chu-nhiem", "token_file": "token",
                "asks_pin": True}  # fmt: skip

    def test_only_the_digest_goes_there_and_the_value_comes_back(self, signing, remote):
        with nearby(SigningService(PERSON, pin="2468", token="ma-truy-cap")) as address:
            signing.says(person={**remote, "service": address})

            state = sign_digitally(signing.ready(), by=signing.office.chair, pin="2468")

        assert state.holder == PERSON
        assert "Signature is Valid." in poppler_says(bytes(state.added))

    def test_a_wrong_pin_is_told(self, signing, remote, refused):
        with nearby(SigningService(PERSON, pin="2468", token="ma-truy-cap")) as address:
            signing.says(person={**remote, "service": address})

            with refused(because="Dịch vụ ký từ xa không ký được"):
                sign_digitally(signing.ready(), by=signing.office.chair, pin="0000")

    def test_a_service_that_does_not_answer_is_told(self, signing, remote, refused):
        with nearby(SigningService(PERSON, pin="", token="")) as address:
            gone = address
        signing.says(person={**remote, "service": gone})

        with refused(because="Dịch vụ ký từ xa không ký được"):
            sign_digitally(signing.ready(), by=signing.office.chair, pin="2468")

    def test_a_service_that_answers_nonsense_is_told(self, signing, remote, refused):
        with nearby(lambda *_: ("application/json", b'{"cert": []}')) as address:
            signing.says(person={**remote, "service": address})

            with refused(because="Dịch vụ ký từ xa không ký được"):
                sign_digitally(signing.ready(), by=signing.office.chair, pin="2468")


class TestTheTime:
    def test_is_stamped_where_the_site_names_who_stamps_it(self, signing):
        with nearby(time_stamps()) as address:
            signing.says(time_stamps=address)
            state = sign_digitally(signing.ready(), by=signing.office.chair)

        assert b"Signature1" in bytes(state.added)
        assert "Signature is Valid." in poppler_says(bytes(state.added))

    def test_nobody_signs_undated_where_it_must_be_stamped(self, signing, refused):
        with nearby(lambda *_: ("text/plain", b"")) as address:
            signing.says(time_stamps=address)

            with refused(because="Không ký được"):
                sign_digitally(signing.ready(), by=signing.office.chair)


class TestTheFileOfKeys:
    def says(self, settings, tmp_path, text):
        settings.SIGNING_KEYS = tmp_path / "keys.yaml"
        settings.SIGNING_KEYS.write_text(text, encoding="utf-8")
        return keyring()

    def test_a_site_without_one_has_no_keys(self, settings):
        settings.SIGNING_KEYS = None

        assert keyring() == NO_KEYS

    def test_names_the_key_of_each(self, settings, tmp_path):
        ring = self.says(
            settings, tmp_path,
            "keys:\n  dau: {store: pkcs11, module: /opt/lib.so, token: ubkt, certificate: dau,"
            " pin_file: pin, picture: dau.png}\nbodies: {mau-ha/ubkt: dau}\n",
        )  # fmt: skip

        assert ring.keys["dau"] == TokenKey(
            name="dau", module="/opt/lib.so", token="ubkt", certificate="dau",
            pin_file=tmp_path / "pin", picture=tmp_path / "dau.png",
        )  # fmt: skip

    @pytest.mark.parametrize(
        "text",
        [
            "keys: {dau: {store: usb}}",
            "keys: {dau: {store: pkcs12, file: a.p12, pasword: b}}",
            "keys: {dau: {store: pkcs12}}",
            "keys: {}\npeople: {chunhiem: dau}",
            "people: {}",
            "keys: [",
        ],
    )
    def test_a_word_it_does_not_know_is_named(self, settings, tmp_path, text):
        with pytest.raises(WrongKeyring, match=r"keys\.yaml"):
            self.says(settings, tmp_path, text)


class TestTheCommand:
    def test_says_whose_each_key_is(self, signing):
        said = StringIO()

        call_command("papers", "keys", stdout=said)

        assert f"person: {PERSON}, đến" in said.getvalue()
        assert f"organ: {ORGAN}, đến" in said.getvalue()

    def test_says_which_key_is_broken(self, signing):
        signing.folder.joinpath("organ.txt").write_text("sai", encoding="utf-8")
        said = StringIO()

        with pytest.raises(SystemExit):
            call_command("papers", "keys", stdout=said)

        assert "organ: HỎNG: Không mở được tệp khóa organ.p12" in said.getvalue()

    def test_makes_sample_keys_for_those_who_sign_electronically(self, signing, tmp_path, settings):
        settings.SIGNING_KEYS = tmp_path / "demo" / "keys.yaml"
        plain = Person.objects.create(
            full_name="Đinh Văn Xét", account=get_user_model().objects.create_user("canbo")
        )

        call_command("papers", "ca", stdout=StringIO())
        told = yaml.safe_load(settings.SIGNING_KEYS.read_text(encoding="utf-8"))
        state = sign_digitally(signing.ready(), by=signing.office.chair)

        assert list(told["people"]) == ["chunhiem"]
        assert plain.account.get_username() not in told["keys"]
        assert state.holder == PERSON
        assert (settings.SIGNING_KEYS.parent / "chunhiem.p12").stat().st_mode & 0o777 == 0o600

    def test_makes_none_on_a_site_with_real_papers(self, settings):
        settings.DEMO = False

        with pytest.raises(CommandError, match="Chỉ trang chạy thử"):
            call_command("papers", "ca")
