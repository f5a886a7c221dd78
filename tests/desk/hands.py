"""By what somebody works on the site: the hand of Django's test client; another moves a browser."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Protocol

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
    user_id_to_str,
)
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from registry.models import Person
from tests.desk.asked import Asked, asked_by

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"
#: What stands for any file that is to be handed in.
A_FILE = object()


class Hand(Protocol):
    """Opens pages and sends their forms, each as somebody."""

    #: Whether it goes on to the page an answer leads to, and so reads at each step where the file stands.
    goes_on: bool

    def look(self, person: Person, url: str, deed: str = "") -> list[Asked] | None:
        """What the form at `url` asks, the one with the button of `deed`; None where no page is shown."""

    def send(self, said: dict[str, Any], deed: str = "") -> list[str]:
        """Send the form last looked at, answered so; whatever was said against it."""

    def refusals(self, person: Person, url: str) -> list[str] | None:
        """Every reason the page at `url` gives this reader against the step; None where no page is shown."""

    def sees(self, person: Person, url: str) -> str:
        """What stands in the main part of the page at `url`."""


@dataclass
class ByClient:
    """The test client of each person, signed in a moment ago."""

    goes_on = False
    clients: dict[int, Client] = field(default_factory=dict)
    _at: tuple[Client, str, Any] | None = None

    def look(self, person: Person, url: str, deed: str = "") -> list[Asked] | None:
        client = self.client(person)
        page = client.get(url)
        if page.status_code != 200:
            return None
        form = page.context["page"].form
        self._at = (client, url, form)
        return asked_by(form) if form else None

    def send(self, said: dict[str, Any], deed: str = "") -> list[str]:
        assert self._at is not None, "nothing was looked at"
        client, url, form = self._at
        first = {name: form.initial.get(name, "") for name in form.fields}
        files = {
            n: SimpleUploadedFile("ban-chup.pdf", PDF) for n, one in said.items() if one is A_FILE
        }
        pressed = {"deed": deed} if deed else {}
        answer = client.post(url, {**first, **said, **files, **pressed})
        return [] if answer.status_code == 302 else _against(answer)

    def refusals(self, person: Person, url: str) -> list[str] | None:
        page = self.client(person).get(url)
        return _against(page) if page.status_code == 200 else None

    def sees(self, person: Person, url: str) -> str:
        return self.client(person).get(url).content.decode()

    def client(self, person: Person) -> Client:
        """A client in which `person` signed in a moment ago."""
        if person.pk not in self.clients:
            client = Client()
            client.force_login(account_of(person))
            session = client.session
            session[AUTHENTICATION_METHODS_SESSION_KEY] = [
                {"method": "password", "at": time.time(), "reauthenticated": True}
            ]
            session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = user_id_to_str(person.account)
            session.save()
            self.clients[person.pk] = client
        return self.clients[person.pk]


def account_of(person: Person, password: str = "") -> AbstractBaseUser:
    """The account of a person, opened with that hashed password if there is none yet."""
    if person.account is None:
        person.account = get_user_model().objects.create(
            username=f"mau{person.pk}", password=password
        )
        person.save()
    return person.account


def _against(answer: Any) -> list[str]:
    """Whatever a page says against a step: at its fields and above them."""
    page = answer.context and answer.context.get("page")
    if page is None:
        return [str(answer.status_code)]
    form = page.form
    return [
        *(one.text for one in page.reasons or ()),
        *([f"Người ký: {page.awaited}"] if getattr(page, "awaited", "") and form is None else []),
        *(f"{name}: {said}" for name, said in (form.errors if form else {}).items()),
    ]
