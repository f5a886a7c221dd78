"""The demo ends with whoever started it, however that end comes."""

import json
import os
import signal
import subprocess
import sys

import psutil
import pytest
from django.conf import settings

from config.embedded.process import wait_until, working_in
from tests import campaign

pytestmark = [pytest.mark.faults, pytest.mark.fresh]


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    """A folder of these tests' own for all the demo keeps; the sample data are laid in it once."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture
def demo(var):
    """Starts the demo; hands it out once it has answered."""
    started = []

    def begin():
        started.append(
            subprocess.Popen(
                [sys.executable, "-m", "config.demo"],
                cwd=settings.BASE_DIR,
                env={"PATH": os.environ["PATH"], "KIEM_TRA_VAR": str(var)},
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        )
        for line in started[-1].stdout:
            if "Trang chạy tại" in line:
                return started[-1]
        raise AssertionError("the demo did not come up")

    yield begin
    for process in started:
        process.terminate()
        process.communicate()


def parts_of(process):
    """Its site and worker, with all their children."""
    return psutil.Process(process.pid).children(recursive=True)


def ended(parts):
    return wait_until(lambda: not any(alive(part) for part in parts), 30)


def alive(part):
    return part.is_running() and part.status() != psutil.STATUS_ZOMBIE


@campaign.only
def test_killed_it_takes_its_parts_along_and_starts_again(demo, var):
    first = demo()
    parts = parts_of(first)

    first.kill()

    assert ended(parts)
    second = demo()
    second.send_signal(signal.SIGINT)
    second.wait()
    assert second.returncode == 0
    assert not working_in(var / "database" / "data")


@campaign.only
def test_site_and_postgres_killed_together_start_again(demo, var):
    first = demo()
    parts = parts_of(first)

    os.kill(json.loads((var / "database" / "server.json").read_text())["pid"], signal.SIGKILL)
    first.kill()

    assert ended(parts)
    second = demo()
    second.send_signal(signal.SIGINT)
    second.wait()
    assert not working_in(var / "database" / "data")


def test_a_part_that_dies_takes_the_demo_down_with_a_reason(demo, var):
    running = demo()
    (site, *_) = [part for part in parts_of(running) if "gunicorn" in part.cmdline()]

    site.kill()
    running.wait()

    assert running.returncode == 1
    assert not working_in(var / "database" / "data")
