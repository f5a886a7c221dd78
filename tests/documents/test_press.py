"""The press: one font, nothing opened from outside, the same bytes everywhere."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.conf import settings
from weasyprint.urls import FatalURLFetchingError

from documents.drafting import render_draft
from documents.kinds import SUPERVISION_DECISION
from documents.press import FONTS, OnlyFonts, press

PRINT_ONE = """
import hashlib, django; django.setup()
from datetime import date
from documents.drafting import draft, render_draft
from documents.samples import sample_body, sample_values
from documents.kinds import find
kind, on = find("QD-01"), date(2026, 9, 8)
pdf = render_draft(draft(kind, sample_values(kind, on), body=sample_body(), on=on))
print(hashlib.sha256(pdf).hexdigest())
"""


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://example.org/x.png",
        "https://example.org/",
        "data:image/png;base64,AAAA",
        "file:///usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
        f"{FONTS.as_uri()}/../../../../../etc/passwd",
    ],
)
def test_no_address_but_the_paper_font_is_opened(address):
    with pytest.raises(FatalURLFetchingError):
        OnlyFonts().fetch(address)


def test_a_page_that_names_a_picture_is_not_printed():
    with pytest.raises(FatalURLFetchingError):
        press('<html lang="vi"><body><img src="file:///etc/hostname"></body></html>')


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "FONTCONFIG_FILE": "/dev/null"},
    ],
)
def test_bytes_do_not_depend_on_the_surroundings(desk, surroundings, tmp_path):
    here = hashlib.sha256(
        render_draft(desk.draft(SUPERVISION_DECISION, date(2026, 9, 8)))
    ).hexdigest()

    there = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PRINT_ONE],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(settings.BASE_DIR),
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }
        | surroundings,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert there.stdout.strip() == here


def test_several_papers_at_once_come_out_as_one_by_one(desk):
    drafts = [desk.draft(SUPERVISION_DECISION, date(2026, 9, day)) for day in (7, 8, 9, 10)]
    one_by_one = [render_draft(drafted) for drafted in drafts]

    with ThreadPoolExecutor(4) as presses:
        assert list(presses.map(render_draft, drafts)) == one_by_one
