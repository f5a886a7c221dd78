"""A small run of the bench's lists: every page at every size, guardian beside, rights that weigh the same."""

import json
import os
import subprocess
import sys

from django.conf import settings

from tests import campaign


@campaign.only
def test_a_small_run_of_the_lists_is_whole(tmp_path):
    environment = {**os.environ, "KIEM_TRA_VAR": str(tmp_path), "PYTHONPATH": ""}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    done = subprocess.run(
        [sys.executable, "-m", "bench", "lists", "--sizes", "120", "300", "--rounds", "1"],
        cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "bench" / "lists.json").read_text())
    assert set(found["lists"]) >= {"worklist", "files"}
    assert found["rights"]["120"] == found["rights"]["300"]
    grants = found["guardian"]["bytes"]["guardian_userobjectpermission"]
    assert grants > found["rights"]["300"]["guardian_userobjectpermission"]
    assert "bytes of rights that grow with cases: 0" in done.stdout
