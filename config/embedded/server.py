"""Starting and stopping a cluster's server; the caller holds the gate (tenancy.py)."""

import contextlib
import json
import signal
import subprocess
from pathlib import Path

import psycopg2

from config.embedded import programs
from config.embedded.cluster import Cluster, write_secret
from config.embedded.process import Process, wait_until, working_in
from config.logins import APP
from config.refusals import CannotRun

#: Fast for a small site, while every commit still reaches the disk before it is acknowledged.
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "1GB",
    "checkpoint_timeout": "15min",
    "wal_compression": "on",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    "log_min_error_statement": "panic",  # statements hold names of people; the log must not
    "cluster_name": "kiem-tra",
}

PATIENCE = 60.0


def running(cluster: Cluster) -> bool:
    """Whether the server noted lives: the very process, not one that got its number."""
    return (process := _noted(cluster)) is not None and process.lives


def start(cluster: Cluster) -> None:
    """Start the server, having laid the cluster if there is none, and wait until it answers.

    Raises CannotRun when it does not come up.
    """
    if not cluster.exists:
        cluster.create()
    cluster.check_version()
    cluster.open_socket_folder()
    if not _adopt(cluster):
        _clear_away(cluster)
        _note(cluster, _launch(cluster))
    _await_answer(cluster)


def stop(cluster: Cluster) -> None:
    """Stop the server and wait for its end: first asking it to close, then without its leave."""
    process = _noted(cluster)
    if process is None:
        return
    for request in (signal.SIGINT, signal.SIGQUIT):
        process.signal(request)
        if process.gone_within(PATIENCE):
            _record(cluster).unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # not empty: somebody's, and not ours to remove
                cluster.socket.rmdir()
            return
    raise CannotRun(f"PostgreSQL (tiến trình {process.pid}) không chịu dừng. Xem {cluster.log}.")


def _launch(cluster: Cluster) -> Process:
    """Start the server as nobody's child: it outlives us and leaves no dead process with us."""
    settings = {"unix_socket_directories": f'"{cluster.socket}"', **SETTINGS}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    command = programs.command("postgres", "-D", cluster.data, *options, owner=cluster.owner)
    launched = subprocess.run(
        ["sh", "-c", '"$@" </dev/null >>"$0" 2>&1 & echo $!', cluster.log, *command],
        stdout=subprocess.PIPE, text=True, cwd="/", env=programs.ENVIRONMENT,
        start_new_session=True, check=True,
    )  # fmt: skip
    process = Process.numbered(int(launched.stdout))
    if process is None:
        raise _did_not_start(cluster)
    return process


def _await_answer(cluster: Cluster) -> None:
    answered = wait_until(lambda: _answers(cluster) or not running(cluster), PATIENCE)
    if not (answered and running(cluster)):
        raise _did_not_start(cluster)


def _answers(cluster: Cluster) -> bool:
    try:
        psycopg2.connect(
            host=str(cluster.socket), user=APP, password=cluster.passwords[APP], dbname="postgres"
        ).close()
    except psycopg2.OperationalError as error:
        if "password authentication failed" in str(error):
            raise CannotRun(
                f"Mật khẩu trong {cluster.folder}/passwords.json không đúng."
            ) from error
        return False
    return True


def _adopt(cluster: Cluster) -> bool:
    """Note a server whose starter was killed before it could: it lives in our data."""
    pid = _claimed_pid(cluster)
    if pid is None or pid not in working_in(cluster.data):
        return False
    _note(cluster, Process.numbered(pid))
    return True


def _clear_away(cluster: Cluster) -> None:
    """Wait for the last servants of a killed server, then remove its claims on data and socket.

    PostgreSQL itself would refuse to start where a claim names a number that any process has now,
    be it one that is dead and not yet buried.
    """
    if not wait_until(lambda: not working_in(cluster.data), PATIENCE):
        pids = ", ".join(map(str, working_in(cluster.data)))
        raise CannotRun(
            f"Còn tiến trình PostgreSQL cũ trên {cluster.data}: {pids}. "
            "Hãy dừng chúng rồi chạy lại."
        )
    for claim in (cluster.data / "postmaster.pid", cluster.socket / ".s.PGSQL.5432.lock"):
        claim.unlink(missing_ok=True)


def _claimed_pid(cluster: Cluster) -> int | None:
    try:
        return int((cluster.data / "postmaster.pid").read_text().split("\n")[0])
    except (OSError, ValueError):
        return None


def _record(cluster: Cluster) -> Path:
    return cluster.folder / "server.json"


def _note(cluster: Cluster, process: Process | None) -> None:
    if process is not None:
        write_secret(_record(cluster), json.dumps({"pid": process.pid, "started": process.started}))


def _noted(cluster: Cluster) -> Process | None:
    try:
        return Process(**json.loads(_record(cluster).read_text()))
    except (OSError, ValueError, TypeError):
        return None


def _did_not_start(cluster: Cluster) -> CannotRun:
    lines = (
        cluster.log.read_text(errors="replace").strip().splitlines() if cluster.log.exists() else []
    )
    return CannotRun(
        f"PostgreSQL không khởi động được: {(lines or ['không rõ lý do'])[-1]} (xem {cluster.log})"
    )
