"""Opening every page of a file as the head of the body that has it: the file, its way, its history, its papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cases.models import Case
from registry.models import Person, Position, Post

_HEADS = (Position.CHAIR, Position.SECRETARY, Position.HEAD)
_PAGES = (
    "case", "case-map", "case-law", "case-reads", "case-reads-export", "case-retold", "case-as-of",
    "case-explained", "case-readers", "case-export",
)  # fmt: skip
#: A meeting is told by its own page: these lead there, and the map and the whole file are not for it.
_NOT_OF_A_MEETING = frozenset({"case-retold", "case-as-of", "case-explained", "case-export"})


def refused(cases: Sequence[Case]) -> list[str]:
    """Open every page of these files; return those that do not open, each with what was answered."""
    found: list[str] = []
    for case in cases:
        client = _signed_in(_head(case))
        for url in addresses(case):
            answer = client.get(url, follow=_is_meeting(case))
            if answer.status_code != 200:
                found.append(f"{case.procedure} {url}: {answer.status_code}")
        if not _is_meeting(case):
            found += _taken_out(client, case)
    return found


def addresses(case: Case) -> Iterator[str]:
    """Every page of a file that is read, and of each of its papers; as it was after its first and its middle record."""
    for name in _PAGES:
        if not (_is_meeting(case) and name in _NOT_OF_A_MEETING):
            yield reverse(name, kwargs={"reference": case.reference})
    if not _is_meeting(case):
        records = list(case.history.order_by("sequence").values_list("sequence", flat=True))
        for number in (records[0], records[len(records) // 2]):
            as_of = reverse("case-as-of", kwargs={"reference": case.reference})
            yield f"{as_of}?{urlencode({'ban_ghi': number})}"
    yield f"{reverse('audit')}?{urlencode({'ho_so': case.reference})}"
    for held in case.papers.order_by("paper_id"):
        yield reverse("paper", kwargs={"paper": held.paper_id})
        if held.paper.number is not None:
            yield reverse("paper-pdf", kwargs={"paper": held.paper_id})


def _taken_out(client: Client, case: Case) -> Iterator[str]:
    """The whole dossier as one file."""
    url = reverse("case-export", kwargs={"reference": case.reference})
    answer = client.post(url, {"purpose": "Đối chiếu (mẫu)", "shape": "pdf"})
    if answer.get("Content-Type") != "application/pdf":
        yield f"{case.procedure} {url}: {answer.status_code}, {answer.get('Content-Type')}"


def _is_meeting(case: Case) -> bool:
    return case.procedure == "HN"


def _head(case: Case) -> Person:
    held = Post.objects.filter(body=case.body, position__in=_HEADS, last_day=None)
    return held.select_related("person").earliest("pk").person


def _signed_in(person: Person) -> Client:
    if person.account is None:
        person.account = get_user_model().objects.create_user(f"so-cai-{person.pk}")
        person.save()
    client = Client()
    client.force_login(person.account, "django.contrib.auth.backends.ModelBackend")
    return client
