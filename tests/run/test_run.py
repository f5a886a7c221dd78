"""The one door: what it says, where it says it, and what it does when something is missing."""

import os
import shutil
import subprocess

import pytest
from django.conf import settings

RUN = str(settings.BASE_DIR / "run")


def run(*words, **environment):
    surroundings = {**os.environ, **environment}
    return subprocess.run(
        [RUN, *words], cwd="/", env=surroundings, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("words", [[], ["nothing-of-ours"]])
def test_an_unknown_command_is_answered_with_the_list(words):
    done = run(*words)

    assert done.returncode == 2
    assert done.stdout == ""
    for command in ("demo", "story", "test", "lint", "bench", "campaign", "screens", "doctor"):
        assert f"  {command} " in done.stderr


def test_doctor_tells_what_is_not_installed_and_installs_nothing(tmp_path):
    done = run("doctor", KIEM_TRA_VENV=str(tmp_path / "venv"))

    assert "Gói Python trong requirements.txt" in done.stdout
    assert "CHƯA CÀI" in done.stdout
    assert not (tmp_path / "venv").exists()


def test_the_locks_name_no_place_to_fetch_from():
    for lock in settings.BASE_DIR.glob("requirements*.txt"):
        text = lock.read_text()
        lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]

        assert "://" not in text
        assert not [line for line in lines if line.startswith("-")]
        assert "--hash=sha256:" in text


@pytest.mark.skipif(shutil.which("dash") is None, reason="no strict POSIX shell to ask")
def test_the_script_is_plain_posix_shell():
    done = subprocess.run(["dash", "-n", RUN], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
