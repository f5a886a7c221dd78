"""The content security policy: on every page, without a loophole, and with reports that cannot flood."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from desk.csp import REPORTS_A_MINUTE
from tests.desk.addresses import SAMPLES

#: Where the frame shows a paper, our own pages may frame it; everywhere else nobody.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "report-uri": reverse("csp-report"),
}
FRAMED = {"step-preview", "paper-pdf"}


def _policy(answer) -> dict[str, str]:
    parts = (part.strip() for part in answer["Content-Security-Policy"].split(";"))
    return dict(part.split(" ", 1) for part in parts)


@pytest.mark.parametrize("address", SAMPLES, ids=str)
def test_every_address_carries_exactly_the_policy(address, world):
    client = world.client(min(address.seen_by, default="officer"))

    answer = client.get(address.url(world))

    framed = address.name in FRAMED and answer.status_code == 200
    ours = {**POLICY, "frame-ancestors": "'self'"} if framed else POLICY
    assert _policy(answer) == ours
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == ("SAMEORIGIN" if framed else "DENY")


def test_an_answer_that_is_no_page_carries_it_too(world):
    for path in ("/khong-co/", "/api/khong-co", reverse("csp-report")):
        assert _policy(Client().get(path)) == POLICY


def test_reports_that_come_too_often_are_let_go(caplog):
    cache.clear()
    for _ in range(REPORTS_A_MINUTE + 20):
        said = Client().post(reverse("csp-report"), b"{}", content_type="application/csp-report")
        assert said.status_code == 204

    assert caplog.text.count("Content security policy") == REPORTS_A_MINUTE
    cache.clear()
