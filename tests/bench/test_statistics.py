"""The bench of the forms asks both sides for the same figures, and says whether its goals are met."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from bench.statistics.measuring import ALL_FORMS_S, AT_MOST
from bench.statistics.sides import ENGINE, PLAIN
from bench.statistics.telling import tell
from tests import campaign


@campaign.only
def test_a_small_run_of_the_forms_is_whole(tmp_path):
    environment = {**os.environ, "KIEM_TRA_VAR": str(tmp_path), "PYTHONPATH": ""}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    done = subprocess.run(
        [sys.executable, "-m", "bench", "statistics", "--subjects", "3000", "--rounds", "2"],
        cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    found = json.loads((tmp_path / "bench" / "statistics.json").read_text())
    assert found["rows"] == 3750, done.stderr
    assert {one["cells"] for one in found["forms"].values()} == {50, 65, 16}


@pytest.mark.parametrize(
    ("ratio", "seconds", "met"),
    [
        (AT_MOST, ALL_FORMS_S, True),
        (AT_MOST + 0.01, 1.0, False),
        (1.0, ALL_FORMS_S + 1, False),
    ],
)
def test_a_goal_is_met_or_not(ratio, seconds, met, capsys):
    spent = {"min_ms": 1.0, "p50_ms": 1.0, "p95_ms": 1.0}
    form = {"cells": 1, "sides": {ENGINE: spent, PLAIN: spent}, "paired_ratio": ratio}

    assert tell({"subjects": 1, "rows": 1, "forms": {"x": form}, "all_forms_s": seconds}) is met
    assert ("NOT MET" in capsys.readouterr().out) is not met
