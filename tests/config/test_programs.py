"""PostgreSQL never runs as root: in a user namespace, else under an existing user, else not at all."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from config.embedded import Cluster, hold, leave, programs
from config.embedded.process import working_in
from config.refusals import CannotRun

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root has the choice")


@pytest.fixture
def no_namespaces(monkeypatch):
    """A machine where root may not make user namespaces."""
    monkeypatch.setattr(programs, "_in_namespace", lambda: ["false"])
    programs._may_work_in.cache_clear()
    yield
    programs._may_work_in.cache_clear()


@pytest.fixture
def open_folder():
    """A folder that ordinary users can reach; those of pytest are closed to them."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_root_lends_the_server_a_namespace(tmp_path):
    assert programs.owner_for(tmp_path) == 0
    assert programs.command("postgres", owner=0)[0] == "unshare"


def test_without_namespaces_an_existing_user_runs_it(no_namespaces, open_folder):
    cluster = Cluster(open_folder / "database")

    hold(cluster, sweeps=True)
    (server, *_) = sorted(working_in(cluster.data))
    runs_as = Path(f"/proc/{server}").stat().st_uid
    leave(cluster)

    assert runs_as != 0
    assert cluster.data.stat().st_uid == runs_as
    assert open_folder.stat().st_mode & 0o777 == 0o755


def test_where_nobody_may_enter_one_line_says_what_to_do(no_namespaces, tmp_path):
    tmp_path.chmod(0o700)

    with pytest.raises(CannotRun, match="Hãy chạy bằng một tài khoản thường"):
        hold(Cluster(tmp_path / "database"))
