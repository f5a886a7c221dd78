"""Asking the site as somebody, by any verb, and leaving no trace: each answer is kept and every deed undone."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from desk.access.cast import ADMINISTRATOR, VISITOR, administrator, person
from desk.access.matters import Laid
from desk.access.probes import Probe

VERBS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")

#: What differs between two answers that say the same: keys against forgery, keys of a form.
_NEW_EACH_TIME = re.compile(r'value="[A-Za-z0-9_-]{32,64}"')

#: Headers that tell of the moment, or of how long an address is.
_OF_NOW = {"Expires", "Content-Length"}

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class Answer:
    """What came back: the status, and everything said, a spreadsheet's cells and the headers included."""

    status: int
    text: str

    def shows(self, sign: str) -> bool:
        """Whether `sign` stands in it."""
        return sign in self.text


@dataclass
class Asker:
    """The people of the sample site, each signed in once."""

    laid: Laid
    _clients: dict[str, Client] = field(default_factory=dict)
    _answers: dict[tuple[object, ...], Answer] = field(default_factory=dict)

    def ask(self, who: str, verb: str, probe: Probe) -> Answer:
        """Send one request as `who`; the same one is sent once."""
        return self._answer(who, verb, probe.url, probe)

    def ask_for_nothing(self, who: str, verb: str, probe: Probe) -> Answer:
        """Ask the same about a file that does not exist."""
        return self._answer(who, verb, probe.twin, probe)

    def forget(self) -> None:
        """Ask everything anew from now on."""
        self._answers.clear()

    def _answer(self, who: str, verb: str, url: str, probe: Probe) -> Answer:
        data = probe.data if verb == probe.method else {}
        key = (who, verb, url, json.dumps(data, sort_keys=True))
        if key not in self._answers:
            self._answers[key] = _send(self._client(who), verb, url, data, as_json=probe.json)
        return self._answers[key]

    def _client(self, who: str) -> Client:
        if who not in self._clients:
            self._clients[who] = client = Client(raise_request_exception=False)
            if who != VISITOR:
                client.force_login(self._account(who), _BACKEND)
        return self._clients[who]

    def _account(self, who: str) -> Any:
        if who == ADMINISTRATOR:
            return administrator()
        held = person(self.laid, who)
        assert held is not None
        return get_user_model().objects.get(pk=held.account_id)


def same(one: Answer, other: Answer, *, about: str, instead_of: str) -> bool:
    """Whether an answer about `about` is the answer about `instead_of`, to the letter."""
    texts = [_NEW_EACH_TIME.sub("", answer.text) for answer in (one, other)]
    return one.status == other.status and texts[0].replace(about, instead_of) == texts[1]


def _send(client: Client, verb: str, url: str, data: Any, *, as_json: bool) -> Answer:
    with transaction.atomic():
        if verb == "GET":
            answer = client.get(url)
        elif verb == "POST" and not as_json:
            answer = client.post(url, data)
        else:
            answer = client.generic(verb, url, json.dumps(data), "application/json")
        said = _said(answer)
        transaction.set_rollback(True)
    return Answer(answer.status_code, said)


def _said(answer: Any) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = "\n".join(f"{name}: {one}" for name, one in answer.items() if name not in _OF_NOW)
    if content.startswith(b"PK\x03\x04"):
        return headers + _in_spreadsheet(content)
    kind = answer["Content-Type"]
    if kind.startswith("application/json"):
        return f"{headers}\n{json.dumps(json.loads(content), ensure_ascii=False)}"
    start = content if kind.startswith("text") else content[:400]
    return f"{headers}\n{html.unescape(start.decode(errors='replace'))}"


def _in_spreadsheet(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        written = "".join(book.read(name).decode(errors="replace") for name in book.namelist())
    return html.unescape(written)
