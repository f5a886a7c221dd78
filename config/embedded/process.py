"""A process told apart from a later one with the same number: by the moment it started."""

import os
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Process:
    """A process by its number and its start, in clock ticks since the machine started."""

    pid: int
    started: int

    @classmethod
    def numbered(cls, pid: int) -> "Process | None":
        """The living process `pid`; None when there is none, or a dead one nobody has buried."""
        try:
            fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
        except OSError:
            return None
        return None if fields[0] in b"ZX" else cls(pid, int(fields[19]))

    @property
    def lives(self) -> bool:
        return Process.numbered(self.pid) == self

    def signal(self, number: int) -> None:
        """Send a signal, unless the process has gone."""
        if self.lives:
            os.kill(self.pid, number)

    def gone_within(self, seconds: float) -> bool:
        """Wait for its end; say whether it came."""
        return wait_until(lambda: not self.lives, seconds)


def working_in(folder: Path) -> list[int]:
    """The numbers of the PostgreSQL processes that work in `folder`: its server and servants."""
    numbered = [entry for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return [int(entry.name) for entry in numbered if _works_in(entry, folder)]


def _works_in(entry: Path, folder: Path) -> bool:
    try:
        is_postgres = (entry / "exe").readlink().name.startswith("postgres")
        return is_postgres and (entry / "cwd").readlink() == folder
    except OSError:
        return False


def wait_until(condition, seconds: float) -> bool:
    """Ask `condition` often until it holds or `seconds` have passed; return its last answer."""
    end = time.monotonic() + seconds
    while not (answer := condition()) and time.monotonic() < end:
        time.sleep(0.02)
    return bool(answer)
