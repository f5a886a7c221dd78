"""The main pages through the full stack, each as five readers ask for it in turn, beside the naive page of work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from statistics import fmean
from typing import Any

from django.test import Client, override_settings
from django.urls import reverse

from bench import databases, rounds
from bench.province.told import TODAY
from bench.scale.sides import READERS, reader
from bench.search.filling import fill

#: How many times as many requests the page of work answers as the naive one, and what a page may take.
FASTER, MOST_MS = 2.5, 200

#: The pages a working day is made of; `the file` of a reader is the newest they may open.
ASKED: Mapping[str, tuple[str, str]] = {
    "worklist": ("worklist", ""),
    "worklist, to sign": ("worklist", "?nhom=sign"),
    "files": ("cases", ""),
    "files, narrowed": ("cases", "?q=Khuê&procedure=P1.CD"),
    "search, everything": ("search", "?q=Nguyễn Thị Khuê"),
    "search, files": ("search", "?q=giám sát&loai=ho-so"),
    "approvals": ("approvals", ""),
    "calendar": ("calendar", ""),
    "papers": ("papers", ""),
    "meetings": ("meetings", ""),
    "notices": ("notices", ""),
    "new file": ("case-choose", ""),
}
#: Beside the page of work.
BESIDE = {"naive": "bench-naive", "naive, with its joins": "bench-careful"}


def measure(cases: int, count: int) -> dict[str, Any]:
    """Return what each page takes at `cases` files, and how the page of work stands beside the naive one."""
    world = databases.kept(cases, lambda: fill(cases), "search_")
    here = override_settings(ROOT_URLCONF="bench.pages.naive", STANDS_ON=TODAY)
    with here, databases.copy_of(world):
        clients = [_signed_in(name) for name in READERS]
        asked = {name: reverse(place) + query for name, (place, query) in ASKED.items()}
        asked |= {name: reverse(place) for name, place in BESIDE.items()}
        times = rounds.run(
            {name: [_get(clients[n % len(clients)], url) for n in range(count)] for name, url in asked.items()}
        )  # fmt: skip
    pages = {name: _told(one) for name, one in times.items()}
    return {"cases": cases, "readers": list(READERS), "pages": pages, "goals": _goals(pages)}


def _signed_in(name: str) -> Client:
    client = Client()
    client.force_login(reader(name).account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _get(client: Client, url: str) -> Callable[[], object]:
    def asked() -> object:
        answer = client.get(url)
        if answer.status_code != 200:
            raise LookupError(f"{url}: {answer.status_code}")
        return answer.content

    return asked


def _told(times: rounds.Times) -> dict[str, float]:
    spent = sorted(times.seconds)
    return {
        "p50_ms": round(spent[len(spent) // 2] * 1000, 1),
        "p95_ms": round(spent[ceil(0.95 * len(spent)) - 1] * 1000, 1),
        "per_s": round(1 / fmean(spent), 1),
    }


def _goals(pages: Mapping[str, Mapping[str, float]]) -> list[dict[str, Any]]:
    times = round(pages["worklist"]["per_s"] / pages["naive"]["per_s"], 2)
    return [
        {"goal": "worklist: × the naive page's requests a second", "found": times, "at_least": FASTER,
         "met": times >= FASTER}
    ]  # fmt: skip
