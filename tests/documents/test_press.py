"""The press: one font, nothing opened from outside, the same bytes everywhere."""

import hashlib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.conf import settings
from weasyprint.urls import FatalURLFetchingError

from documents.drafting import draft, render_draft
from documents.kinds import SUPERVISION_DECISION, every_kind, find
from documents.pages import STYLE
from documents.press import FONTS, OnlyFonts, press
from documents.samples import sample_body, sample_values
from tests.campaign import WHOLE

ON = date(2026, 9, 8)

#: A campaign presses every kind of paper in each of the surroundings, each run a few.
CODES = [kind.code for kind in every_kind()][:: 1 if WHOLE else 50]

PRESS_SOME = """
import hashlib, sys, django; django.setup()
from datetime import date
from documents.drafting import draft, render_draft
from documents.samples import sample_body, sample_values
from documents.kinds import find
on = date(2026, 9, 8)
for kind in map(find, sys.argv[1:]):
    pdf = render_draft(draft(kind, sample_values(kind, on), body=sample_body(kind), on=on))
    print(kind.code, hashlib.sha256(pdf).hexdigest())
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


@pytest.fixture(scope="module")
def here():
    """What this process makes of each kind."""
    found = {}
    for kind in map(find, CODES):
        values, body = sample_values(kind, ON), sample_body(kind)
        pdf = render_draft(draft(kind, values, body=body, on=ON))
        found[kind.code] = hashlib.sha256(pdf).hexdigest()
    return found


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "0", "FONTCONFIG_FILE": "/dev/null", "HOME": "/nonexistent"},
    ],
)
def test_bytes_do_not_depend_on_the_surroundings(surroundings, here, tmp_path):
    """Another process, clock, language, order of hashing, folder and home: the same bytes."""
    there = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PRESS_SOME, *CODES],
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

    assert dict(line.split() for line in there.stdout.splitlines()) == here


def test_the_style_counts_in_points_and_millimetres():
    style = (settings.BASE_DIR / "templates" / STYLE).read_text(encoding="utf-8")

    assert re.findall(r"\d(?:px|em|rem|vw|vh)\b", style) == []
    assert "hyphens: none" in style


def test_several_papers_at_once_come_out_as_one_by_one(desk):
    drafts = [desk.draft(SUPERVISION_DECISION, date(2026, 9, day)) for day in (7, 8, 9, 10)]
    one_by_one = [render_draft(drafted) for drafted in drafts]

    with ThreadPoolExecutor(4) as presses:
        assert list(presses.map(render_draft, drafts)) == one_by_one
