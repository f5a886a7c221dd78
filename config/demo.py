"""The product with sample data on one machine: site, worker and database, until Ctrl-C."""

import io
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from config import embedded, logins
from config.embedded.process import wait_until
from config.refusals import CannotRun

ROOT = Path(__file__).resolve().parent.parent

#: Tried first, so that a bookmark goes on working; any free one will do.
USUAL_PORT = 8000

#: Seconds for the parts to come up: a machine with other work is slow, a part that has died is seen at once.
STARTING = 120.0
#: Seconds for a part to end by itself.
PATIENCE = 20.0


def main() -> None:
    """Bring everything up, print where it is and who may sign in; take it all down at the end."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        KIEM_TRA_LOGIN=logins.APP,
        DEMO="1",
    )
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    try:
        _run()
    except KeyboardInterrupt:
        _tell("Đã dừng.")
    except CannotRun as refusal:
        sys.exit(str(refusal))


def _run() -> None:
    with _listening() as door:
        address = f"http://127.0.0.1:{door.getsockname()[1]}/"
        sign_ins = _prepare()
        parts = [_site(door), _worker()]
        try:
            if not wait_until(lambda: _answers(address) or _ended(parts), STARTING) or _ended(
                parts
            ):
                raise CannotRun("Trang không khởi động được; xem các dòng phía trên.")
            print(f"{sign_ins}Trang chạy tại {address} (Ctrl-C để dừng)", flush=True)
            _stay(parts)
        finally:
            _end(parts)


def _prepare() -> str:
    """Lay database, tables and sample data; return the sample sign-ins."""
    import django  # noqa: PLC0415 -- after the environment is laid
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command, get_commands  # noqa: PLC0415

    if folder := settings.DATABASES["default"].get("EMBEDDED"):
        _tell("Khởi động cơ sở dữ liệu")
        embedded.hold(embedded.Cluster(Path(folder)), sweeps=True)
    _tell("Cập nhật bảng")
    _manage("migrate", "--verbosity", "0")
    django.setup()
    sign_ins = io.StringIO()
    if "demo_data" in get_commands():
        _tell("Chuẩn bị dữ liệu mẫu")
        call_command("demo_data", stdout=sign_ins)
    return sign_ins.getvalue()


def _site(door: socket.socket) -> subprocess.Popen[bytes]:
    options = ["--workers", "2", "--threads", "4", "--preload", "--log-level", "warning"]
    return _start("gunicorn", "config.wsgi", "--bind", f"fd://{door.fileno()}", *options, door=door)


def _worker() -> subprocess.Popen[bytes]:
    return _start("manage", "qcluster")


def _start(module: str, *arguments: str, door: socket.socket | None = None):
    """Start a part that ends with us even when we are killed."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.Popen(
        ["setpriv", "--pdeathsig", "TERM", "--", *command],
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        cwd=ROOT,
        pass_fds=[door.fileno()] if door else [],
        start_new_session=True,  # Ctrl-C comes to us alone, and we end the parts in order
    )


def _manage(*arguments: str) -> None:
    """Run a command under the login it needs, its output going where progress goes."""
    environment = {name: value for name, value in os.environ.items() if name != "KIEM_TRA_LOGIN"}
    command = [sys.executable, "manage.py", *arguments]
    if subprocess.run(
        command, cwd=ROOT, env=environment, stdout=sys.stderr, check=False
    ).returncode:
        raise CannotRun(f"Lệnh manage.py {' '.join(arguments)} không thành công.")


def _stay(parts: list[subprocess.Popen[bytes]]) -> None:
    while not _ended(parts):
        time.sleep(0.5)
    raise CannotRun("Một phần của trang đã dừng đột ngột; xem các dòng phía trên.")


def _ended(parts: list[subprocess.Popen[bytes]]) -> bool:
    return any(part.poll() is not None for part in parts)


def _end(parts: list[subprocess.Popen[bytes]]) -> None:
    """Ask every part to finish what it is doing; make it, after a while."""
    for part in parts:
        part.terminate()
    for part in parts:
        try:
            part.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            part.kill()


def _listening() -> socket.socket:
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind(("127.0.0.1", USUAL_PORT))
    except OSError:
        door.bind(("127.0.0.1", 0))
    door.listen()
    return door


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 -- our own address
    except urllib.error.HTTPError:
        return True  # it speaks
    except OSError:
        return False
    return True


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
