"""Who is using the server: the first one in starts it, the last one out stops it.

Every tenant holds a shared lock on one file for as long as it lives; the kernel lets go of it when
the process ends, however it ends, so no count can be wrong. Coming and going pass one at a time
through the gate, an exclusive lock on another file.
"""

import atexit
import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from config.embedded import server
from config.embedded.cluster import Cluster


@dataclass(frozen=True)
class Tenant:
    """This process's stay: its open lock, and whether it stops the server as the last one out."""

    pid: int
    lock: IO[str]
    stops: bool


_stays: dict[Cluster, Tenant] = {}
_one_thread = threading.RLock()


def hold(cluster: Cluster, *, sweeps: bool = False) -> None:
    """Make sure the server of `cluster` answers, and keep it until this process leaves or ends.

    A server found running with nobody in it is left running at the end, unless `sweeps`.
    Raises CannotRun when it cannot be started.
    """
    with _one_thread:
        if cluster in _stays and server.running(cluster):
            return
        cluster.open_folder()
        with _gate(cluster):
            if cluster not in _stays:
                _stays[cluster] = _enter(cluster, sweeps=sweeps)
            if not server.running(cluster):
                server.start(cluster)


def leave(cluster: Cluster) -> None:
    """Give up the server; stop it when nobody else uses it and it was not found running empty."""
    with _one_thread:
        stay = _stays.pop(cluster, None)
        if stay is None or stay.pid != os.getpid():  # a forked child goes with its parent
            return
        if not cluster.folder.exists():  # taken away under a running server
            stay.lock.close()
            return
        with _gate(cluster):
            stay.lock.close()
            if stay.stops and _nobody_in(cluster):
                server.stop(cluster)


def _enter(cluster: Cluster, *, sweeps: bool) -> Tenant:
    found_empty = server.running(cluster) and _nobody_in(cluster)
    lock = _open(cluster, "tenants.lock")
    fcntl.flock(lock, fcntl.LOCK_SH)
    atexit.register(leave, cluster)
    return Tenant(os.getpid(), lock, stops=sweeps or not found_empty)


def _nobody_in(cluster: Cluster) -> bool:
    with _open(cluster, "tenants.lock") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def _gate(cluster: Cluster) -> Iterator[None]:
    with _open(cluster, "gate.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _open(cluster: Cluster, name: str) -> IO[str]:
    path = cluster.folder / name
    path.touch(mode=0o600)
    return path.open()  # reading is enough to lock, whoever made the file
