"""The embedded server survives whatever happens to it and to the processes that use it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from config.embedded import hold, leave
from config.embedded.process import Process, wait_until, working_in
from config.logins import OWNER
from tests.config.asking import ask

pytestmark = pytest.mark.faults

#: A process that enters the server, says so, and stays until its input closes.
TENANT = """
import sys
from pathlib import Path
from config.embedded import Cluster, hold
hold(Cluster(Path(sys.argv[1])))
print("in", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def arriving(cluster):
    """Starts another process that is about to use the server."""
    started = []

    def begin() -> subprocess.Popen:
        started.append(
            subprocess.Popen(
                [sys.executable, "-c", TENANT, str(cluster.folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                cwd=Path(__file__).parents[2],
            )
        )
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def tenants(arriving):
    """Starts another process and hands it out once it is in."""

    def enter() -> subprocess.Popen:
        process = arriving()
        assert process.stdout.readline() == "in\n"
        return process

    return enter


def pid_of(cluster) -> int:
    return json.loads((cluster.folder / "server.json").read_text())["pid"]


def kill_postgres(cluster) -> None:
    """Kill the first of its processes as the kernel would, and wait until it has gone."""
    process = Process.numbered(pid_of(cluster))
    process.signal(signal.SIGKILL)
    assert process.gone_within(30)


def starts_and_stops_once_more(cluster) -> bool:
    """Whether a full second life works: in, one answer, out, and nothing left running."""
    hold(cluster, sweeps=True)
    answered = ask(cluster) == (1,)
    leave(cluster)
    return answered and not working_in(cluster.data)


def test_the_first_one_in_starts_it_and_the_last_one_out_stops_it(cluster, tenants):
    hold(cluster)
    other = tenants()

    leave(cluster)
    assert ask(cluster) == (1,)

    other.communicate()
    assert not working_in(cluster.data)
    assert starts_and_stops_once_more(cluster)


def test_what_was_found_running_empty_is_left_running(cluster, tenants):
    starter = tenants()
    starter.kill()
    starter.wait()

    hold(cluster)
    leave(cluster)

    assert ask(cluster) == (1,)
    assert starts_and_stops_once_more(cluster)


def test_the_site_is_killed(cluster, tenants):
    site = tenants()
    hold(cluster)

    site.kill()
    site.wait()

    assert ask(cluster) == (1,)
    leave(cluster)
    assert starts_and_stops_once_more(cluster)


def test_postgres_is_killed_and_what_was_acknowledged_is_there(cluster):
    hold(cluster)
    ask(cluster, "CREATE TABLE kept (id int)", OWNER)
    ask(cluster, "INSERT INTO kept VALUES (7)", OWNER)

    kill_postgres(cluster)
    hold(cluster)

    assert ask(cluster, "SELECT id FROM kept", OWNER) == (7,)
    leave(cluster)
    assert starts_and_stops_once_more(cluster)


def test_site_and_postgres_are_killed(cluster, tenants):
    site = tenants()

    kill_postgres(cluster)
    site.kill()
    site.wait()
    hold(cluster)

    assert ask(cluster) == (1,)
    leave(cluster)
    assert starts_and_stops_once_more(cluster)


def test_a_starter_killed_before_it_noted_the_server(cluster, tenants):
    starter = tenants()
    pid = pid_of(cluster)
    (cluster.folder / "server.json").unlink()
    starter.kill()
    starter.wait()

    hold(cluster, sweeps=True)

    assert pid_of(cluster) == pid
    leave(cluster)
    assert starts_and_stops_once_more(cluster)


def test_a_pid_used_again_is_not_mistaken_for_the_server(cluster):
    hold(cluster)
    kill_postgres(cluster)
    wait_until(lambda: not working_in(cluster.data), 30)
    stranger = subprocess.Popen(["sleep", "600"])
    claim = cluster.data / "postmaster.pid"
    claim.write_text(claim.read_text().replace(str(pid_of(cluster)), str(stranger.pid), 1))
    note = json.loads((cluster.folder / "server.json").read_text())
    (cluster.folder / "server.json").write_text(json.dumps({**note, "pid": stranger.pid}))

    hold(cluster)

    assert ask(cluster) == (1,)
    assert pid_of(cluster) != stranger.pid
    leave(cluster)
    assert starts_and_stops_once_more(cluster)
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_four_start_at_once(cluster, arriving):
    processes = [arriving() for _ in range(4)]

    answers = [process.stdout.readline() for process in processes]
    servers = [pid for pid in working_in(cluster.data) if pid == pid_of(cluster)]
    for process in processes:
        process.communicate()

    assert answers == ["in\n"] * 4
    assert len(servers) == 1
    assert not working_in(cluster.data)
    assert starts_and_stops_once_more(cluster)


def test_killed_while_laying_the_data(cluster):
    cluster.open_folder()
    (cluster.folder / "data.unfinished").mkdir()
    (cluster.folder / "data.unfinished" / "PG_VERSION").write_text("18")

    assert starts_and_stops_once_more(cluster)


def test_a_process_is_known_by_its_start():
    here = Process.numbered(os.getpid())

    assert here.lives
    assert not Process(here.pid, here.started + 1).lives
    assert Process.numbered(2**22 + 1) is None
