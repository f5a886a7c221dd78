"""Looking for words in every place of a site, however they may be written there."""

from __future__ import annotations

import base64
import html
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator
from io import StringIO
from urllib.parse import quote, quote_plus

import pypdf
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django_q.models import OrmQ, Task

from registry.names import search_key
from tests.desk.addresses import SAMPLES
from tests.desk.world import World

Place = tuple[str, str]


class Words:
    """Words that must be nowhere: plain, decomposed, without marks, in hex, base64, JSON or a URL."""

    def __init__(self, *words: str):
        self.folded = {search_key(word) for word in words}
        self.coded = {coded for word in words for coded in _coded(word)}

    def places(self, where: Iterable[Place]) -> list[str]:
        """The places of `where` in which one of them stands."""
        return [name for name, text in where if self.stand_in(text)]

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in `text`, in whatever way."""
        read = html.unescape(text).replace("\\\\", "\\")
        if any(code in text or code in read for code in self.coded):
            return True
        folded = " ".join(search_key(read).split())
        return any(word in folded for word in self.folded)


def _coded(word: str) -> Iterator[str]:
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, word)
        raw = written.encode()
        yield raw.hex()
        yield raw.hex().upper()
        yield quote(written)
        yield quote_plus(written)
        yield json.dumps(written)[1:-1]
        for shift in range(3):  # where in its three bytes the word begins
            inner = base64.b64encode(b"\0" * shift + raw)[4 if shift else 0 : -4]
            yield inner.decode()
            yield base64.urlsafe_b64encode(b"\0" * shift + raw)[4 if shift else 0 : -4].decode()


def everywhere(world: World, roles: Iterable[str]) -> Iterator[Place]:
    """All that the site keeps and all that it says to `roles`."""
    yield from tables()
    yield from sessions_and_jobs()
    yield from printed()
    yield from commands()
    for role in roles:
        yield from pages(world, role)


def tables() -> Iterator[Place]:
    """Every row of every table as text; bytes are in hex. Nothing is left out, ciphertext included."""
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            for (row,) in cursor.fetchall():
                yield f"table {table}", row


def sessions_and_jobs() -> Iterator[Place]:
    """What is packed inside their columns."""
    for session in Session.objects.all():
        yield "session", json.dumps(session.get_decoded(), default=str, ensure_ascii=False)
    for job in OrmQ.objects.all():
        yield "job waiting", str(job.task)
    for task in Task.objects.all():
        yield "job done", str((task.func, task.args, task.kwargs, task.result))


def printed() -> Iterator[Place]:
    """The text of every paper that was printed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT paper_id, pdf FROM documents_print")
        for paper, pdf in cursor.fetchall():
            yield f"paper {paper}", pdf_text(bytes(pdf))


def commands() -> Iterator[Place]:
    """What the commands that look at files and envelopes answer."""
    for command in (("audit", "verify"), ("vault", "status")):
        told = StringIO()
        call_command(*command, stdout=told, stderr=told)
        yield " ".join(command), told.getvalue()


def pages(world: World, role: str) -> Iterator[Place]:
    """Every address of the site as `role` reads it, headers included."""
    client = world.client(role)
    for address in SAMPLES:
        answer = client.get(address.url(world))
        yield f"page {address} as {role}", said_by(answer)


def said_by(answer) -> str:
    """An answer in words: headers, and the text of its page or PDF."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = "\n".join(f"{name}: {value}" for name, value in answer.items())
    if content.startswith(b"%PDF-1.7"):
        return headers + pdf_text(content)
    return headers + content.decode(errors="replace")


def pdf_text(content: bytes) -> str:
    """The text of a PDF, its metadata included."""
    read = pypdf.PdfReader(io.BytesIO(content))
    return "\n".join([*(page.extract_text() for page in read.pages), str(read.metadata)])
