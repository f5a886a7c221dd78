"""Who walks through the site in its tests: one signed-in person for each role, in one province."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test import Client
from django.test.testcases import LiveServerThread
from django.test.utils import modify_settings
from django.urls import reverse

from registry import provinces

#: Role → the province's short name of the person who holds it.
ROLES = {
    "officer": "soan",
    "chair": "chu",
    "clerk": "van",
    "auditor": "soat",
    "stranger": "thu",
}
PASSWORD = "mat-khau-cua-kiem-thu"


@dataclass
class World:
    """A province whose people can sign in, and where the site answers."""

    province: provinces.Province
    address: str
    clients: dict[str, Client] = field(default_factory=dict)

    def client(self, role: str) -> Client:
        """A test client in which `role` signed in through the page, once, and confirmed it."""
        if role not in self.clients:
            self.clients[role] = client = Client()
            said = {"login": ROLES[role], "password": PASSWORD}
            assert client.post(reverse("account_login"), said).status_code == 302
            assert client.post(reverse("account_reauthenticate"), said).status_code == 302
        return self.clients[role]

    def cookies(self, role: str, language: str) -> list[dict[str, str]]:
        """What a browser must hold to be `role`, reading `language`; nobody for an empty role."""
        held = {settings.LANGUAGE_COOKIE_NAME: language}
        if role:
            held[settings.SESSION_COOKIE_NAME] = self.client(role).session.session_key
        return [{"name": name, "value": value, "url": self.address} for name, value in held.items()]


@contextmanager
def open_world() -> Iterator[World]:
    """Lay the province, give each role an account, and serve the site until left."""
    province = provinces.load("mau_giang", code="duyet-web")
    for short in ROLES.values():
        person = province.people[short]
        person.account = get_user_model().objects.create_user(short, password=PASSWORD)
        person.save()
    with _served() as address:
        world = World(province, address)
        _begin_two_step(world)
        yield world


def _begin_two_step(world: World) -> None:
    """The auditor, once signed in, turns on two-step sign-in; the others do without."""
    world.client("auditor")
    account = world.province.people[ROLES["auditor"]].account
    TOTP.activate(account, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(account)


@contextmanager
def _served() -> Iterator[str]:
    server = LiveServerThread("127.0.0.1", StaticFilesHandler)
    server.daemon = True
    with modify_settings(ALLOWED_HOSTS={"append": ["127.0.0.1", "testserver"]}):
        server.start()
        server.is_ready.wait()
        if server.error:
            raise server.error
        yield f"http://{server.host}:{server.port}"
        server.terminate()
