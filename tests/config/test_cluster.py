"""What a cluster is on the disk: closed to everybody else, short of address, true to its version."""

import os

import psycopg2
import pytest

from config.embedded import Cluster, hold, leave
from config.logins import APP
from config.refusals import CannotRun
from tests.config.asking import ask


def test_nobody_else_gets_in(cluster):
    hold(cluster)

    with pytest.raises(psycopg2.OperationalError, match="no password supplied"):
        psycopg2.connect(host=str(cluster.socket), user=APP, dbname="kiem_tra")
    modes = {
        name: oct((cluster.folder / name).stat().st_mode & 0o777)
        for name in (".", "passwords.json", "data")
    }

    assert modes == {".": "0o700", "passwords.json": "0o600", "data": "0o700"}
    assert oct(cluster.socket.stat().st_mode & 0o777) == "0o700"
    assert ask(cluster, "SHOW fsync") == ("on",)
    assert ask(cluster, "SHOW listen_addresses") == ("",)
    assert ask(cluster, "SELECT datcollate FROM pg_database WHERE datname = 'kiem_tra'") == (
        "C.UTF-8",
    )


def test_a_long_path_gets_a_short_socket(tmp_path):
    deep = Cluster(tmp_path / "hồ sơ" / ("x" * 120) / "database")

    hold(deep, sweeps=True)

    assert ask(deep) == (1,)
    assert len(os.fsencode(deep.socket)) < 60
    leave(deep)
    assert not deep.socket.exists()


def test_data_of_another_version_are_refused(cluster):
    hold(cluster)
    leave(cluster)
    (cluster.data / "PG_VERSION").write_text("14\n")

    with pytest.raises(CannotRun, match="do PostgreSQL 14 tạo"):
        hold(cluster)
