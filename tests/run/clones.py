"""Fresh clones in awkward places, run by root or an ordinary user, with nothing set."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

#: Spaces, a Vietnamese letter, and long enough that no socket's address would fit below it.
AWKWARD = "Hồ sơ kiểm tra của Đảng bộ tỉnh Mẫu " + "x" * 120


@dataclass(frozen=True)
class Clone:
    """A copy of the project in `root`, run by the user `uid`, from another folder."""

    root: Path
    uid: int

    @property
    def data(self) -> Path:
        """Where the clone's database has its data."""
        return self.root / "var" / "database" / "data"

    def run(self, *words: str) -> subprocess.CompletedProcess:
        """Run `./run WORDS` to its end."""
        return _ended(self._begin(str(self.root / "run"), *words))

    @contextmanager
    def demo(self) -> Iterator[tuple[str, list[int]]]:
        """Run the demo, hand out its address, stop it as Ctrl-C would, and note how it ended."""
        process, ending = self._begin(str(self.root / "run"), "demo"), []
        try:
            yield _address_told_by(process), ending
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate()
            ending.append(process.returncode)

    def manage(self, *words: str) -> subprocess.CompletedProcess:
        """Run a command of `manage.py` to its end."""
        python = self.root / ".venv" / "bin" / "python"
        return _ended(self._begin(str(python), str(self.root / "manage.py"), *words))

    def _begin(self, *command: str) -> subprocess.Popen:
        """Begin with an empty environment: no LANG, no folder for run-time files."""
        gid = pwd.getpwuid(self.uid).pw_gid
        user = ["setpriv", f"--reuid={self.uid}", f"--regid={gid}", "--clear-groups", "--"]
        return subprocess.Popen(
            [*(user if os.geteuid() == 0 and self.uid else []), *command],
            cwd="/",
            env={"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def lay(uid: int) -> Clone:
    """Copy what a clone would hold into an awkward folder that belongs to `uid`."""
    home = Path(tempfile.mkdtemp(prefix="kiem-tra-"))
    root = home / AWKWARD
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=settings.BASE_DIR, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (source := settings.BASE_DIR / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, root / name)
    _borrow_packages(root)
    subprocess.run(["chown", "-R", str(uid), str(home)], check=True)
    return Clone(root, uid)


def remove(clone: Clone) -> None:
    """Take the clone away."""
    shutil.rmtree(clone.root.parent)


def _borrow_packages(root: Path) -> None:
    """Give the clone a Python environment that finds this one's packages, noted as set up."""
    venv = root / ".venv"
    subprocess.run(["/usr/bin/python3", "-m", "venv", "--without-pip", str(venv)], check=True)
    packages = next(venv.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    stamp = 'for lock in requirements*.txt; do { cat "$lock"; .venv/bin/python -V; } |'
    stamp += ' sha256sum | cut -d " " -f 1 > ".venv/$lock.stamp"; done'
    subprocess.run(["sh", "-c", stamp], cwd=root, check=True)


def _address_told_by(demo: subprocess.Popen) -> str:
    for line in demo.stdout:
        if "Trang chạy tại" in line:
            return line.split()[3]
    raise AssertionError(demo.stderr.read())


def _ended(process: subprocess.Popen) -> subprocess.CompletedProcess:
    out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def same_python() -> bool:
    """Whether the machine's own Python can use the packages of the one that runs the suite."""
    asked = ["/usr/bin/python3", "-c", "import sys; print(*sys.version_info[:2])"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.split()
    return answer == [str(part) for part in sys.version_info[:2]]
