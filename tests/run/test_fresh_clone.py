"""From a fresh clone in an awkward place, as root and as an ordinary user, everything just runs."""

import os
import pwd
import urllib.request

import pytest

from config.embedded.process import working_in
from tests import campaign
from tests.run import clones

pytestmark = [
    campaign.only,
    pytest.mark.skipif(not clones.same_python(), reason="the machine's Python is another version"),
]


def somebody_ordinary() -> int:
    """The user id of an existing user without rights: ourselves, or `nobody` when we are root."""
    return os.geteuid() or pwd.getpwnam("nobody").pw_uid


#: Whom a fresh clone is tried as: an ordinary login brings up an environment of its own.
WHO = {"as ourselves": os.geteuid(), "as nobody": somebody_ordinary()}


@pytest.fixture(params=list(WHO.values()), ids=list(WHO))
def clone(request):
    clone = clones.lay(request.param)
    yield clone
    clones.remove(clone)


def test_the_demo_comes_up_and_goes_down_whole(clone):
    with clone.demo() as (address, ending):
        page = urllib.request.urlopen(address).read().decode()
        beside = clone.manage("showmigrations", "registry")
        still_there = working_in(clone.data)

    assert "<html" in page
    assert "[X] 0001_schema" in beside.stdout, beside.stderr
    assert still_there
    assert ending == [0]
    assert not working_in(clone.data)

    if clone.uid == somebody_ordinary():
        commands_work_without_the_demo(clone)


def commands_work_without_the_demo(clone):
    told = clone.run("story")
    seen = clone.manage("showmigrations", "registry")
    doctor = clone.run("doctor")

    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[-1].startswith("story: ")
    assert "[X] 0001_schema" in seen.stdout
    assert "tài khoản app" in doctor.stdout, doctor.stdout + doctor.stderr
    assert doctor.returncode == 0, doctor.stdout
    assert not working_in(clone.data)
