"""One database's place on the disk: its data, its passwords, the short folder of its socket."""

import hashlib
import json
import os
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from config.embedded import programs
from config.logins import APP, DATABASE, OWNER
from config.refusals import CannotRun

#: The superuser of PostgreSQL itself; only creates the other two and is not used again.
MAINTAINER = "postgres"

#: A socket's address holds 107 bytes; PostgreSQL adds its own file name to the folder's.
LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.5432")

#: Nobody comes in without a password, and nobody from another machine at all.
ACCESS = "local all all scram-sha-256\n"


@dataclass(frozen=True)
class Cluster:
    """A database kept in `folder`, which need not exist yet."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "postgres.log"

    @property
    def exists(self) -> bool:
        return (self.data / "PG_VERSION").exists()

    @property
    def owner(self) -> int:
        """The user id under which PostgreSQL uses the files."""
        return programs.owner_for(self.data if self.exists else self.folder)

    @cached_property
    def socket(self) -> Path:
        """The socket's folder: in `folder` if its path is short enough, else a temporary one."""
        here = self.folder / "socket"
        if len(os.fsencode(here)) <= LONGEST_SOCKET_FOLDER:
            return here
        name = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        return Path("/tmp") / f"kiem-tra-{os.geteuid()}-{name}"  # noqa: S108 -- ours alone, see open_socket_folder

    @cached_property
    def passwords(self) -> dict[str, str]:
        """The password of each login, by its name."""
        try:
            return json.loads((self.folder / "passwords.json").read_text())
        except OSError as error:
            raise CannotRun(
                f"Không đọc được {error.filename}: mật khẩu của cơ sở dữ liệu."
            ) from error

    def open_folder(self) -> None:
        """Make sure `folder` is there and lets nobody else in; CannotRun when it is not ours."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.folder.chmod(0o700)
        except PermissionError as error:
            raise CannotRun(
                f"Không ghi được vào {self.folder}: thư mục thuộc về người dùng khác. "
                "Hãy chạy bằng chính người dùng đã tạo thư mục var, hoặc xóa thư mục ấy."
            ) from error
        self._give(self.folder, self.owner)

    def create(self) -> None:
        """Lay the cluster: data, the two logins without special rights, and the owner's database.

        Killed half-way it leaves nothing that counts: the data get their name last.
        """
        unfinished = self.folder / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        programs.run(
            "initdb", "--pgdata", unfinished, "--username", MAINTAINER, "--auth", "trust",
            "--locale", "C.UTF-8", "--encoding", "UTF8", "--data-checksums",
            owner=self.owner,
        )  # fmt: skip
        (unfinished / "pg_hba.conf").write_text(ACCESS)  # before any server runs on these data
        programs.run(
            "postgres", "--single", "-D", unfinished, "-c", "log_min_messages=fatal", "postgres",
            owner=self.owner, typed=_logins(self._choose_passwords()),
        )  # fmt: skip
        unfinished.rename(self.data)

    def check_version(self) -> None:
        """Raise CannotRun when the data were laid by another major version of PostgreSQL."""
        laid_by, running = int((self.data / "PG_VERSION").read_text()), programs.version()
        if laid_by != running:
            raise CannotRun(
                f"Dữ liệu trong {self.data} do PostgreSQL {laid_by} tạo, "
                f"chương trình đang cài là {running}. "
                f"Hãy dùng lại phiên bản {laid_by}, hoặc sao lưu rồi nâng cấp bằng pg_upgrade."
            )

    def open_socket_folder(self) -> None:
        """Make sure the socket's folder is there, is nobody else's and lets nobody else in."""
        owner = self.owner
        self.socket.mkdir(mode=0o700, exist_ok=True)
        found = self.socket.lstat()
        if self.socket.is_symlink() or found.st_uid not in {owner, os.geteuid()}:
            raise CannotRun(
                f"Thư mục {self.socket} thuộc về người khác. Hãy xóa thư mục đó rồi chạy lại."
            )
        self.socket.chmod(0o700)
        self._give(self.socket, owner)

    def _choose_passwords(self) -> dict[str, str]:
        chosen = {login: secrets.token_urlsafe(24) for login in (MAINTAINER, OWNER, APP)}
        write_secret(self.folder / "passwords.json", json.dumps(chosen))
        self._give(self.folder / "passwords.json", self.owner)
        self.__dict__.pop("passwords", None)
        return chosen

    def _give(self, path: Path, owner: int) -> None:
        if os.geteuid() == 0 and path.stat().st_uid != owner:
            os.chown(path, owner, -1)


def write_secret(path: Path, text: str) -> None:
    """Write `text` to `path` whole or not at all, readable by its owner alone."""
    handle, name = tempfile.mkstemp(dir=path.parent)  # mkstemp lets only its owner read
    with os.fdopen(handle, "w") as file:
        file.write(text)
    Path(name).rename(path)


def _logins(passwords: dict[str, str]) -> str:
    """The statements, one a line: an owner that may make databases, an app that may nothing."""
    return "\n".join(
        [
            f"ALTER ROLE {MAINTAINER} PASSWORD '{passwords[MAINTAINER]}'",
            f"CREATE ROLE {OWNER} LOGIN CREATEDB PASSWORD '{passwords[OWNER]}'",
            f"CREATE ROLE {APP} LOGIN PASSWORD '{passwords[APP]}'",
            f"GRANT pg_signal_backend TO {OWNER}",
            f"CREATE DATABASE {DATABASE} OWNER {OWNER}",
            "",
        ]
    )
