"""Many write the offices of one body at the same moment: one chair, one unbroken chain."""

import threading

import pytest
from django.db import connections

from cases.verification import verify
from registry.keeping import OfficeRefused
from registry.models import Position, Post, Register
from tests.registry.test_offices import PAPER, Commune, EndPost, day

CANDIDATES = ("uyvien", "uyvien2", "uyvien3", "canbo", "giamsat", "thon2a", "thon2b", "thon2c")


@pytest.mark.django_db(transaction=True)
def test_of_eight_elected_at_once_one_becomes_chair():
    commune, won, lost = Commune(), [], []
    commune.record(
        EndPost(post=commune.post("chunhiem"), last_day=day(-1), document=PAPER), by="vanthu"
    )
    start = threading.Barrier(len(CANDIDATES))

    def run(name):
        start.wait()
        try:
            won.append(commune.gives(name, Position.CHAIR))
        except OfficeRefused as refused:
            lost.append(str(refused))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(name,)) for name in CANDIDATES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(won), len(lost)) == (1, len(CANDIDATES) - 1)
    assert all("đang giữ chức vụ này trong những ngày đó" in one for one in lost)
    assert Post.objects.filter(position=Position.CHAIR, first_day=day(0)).count() == 1
    assert Register.objects.get().length == 2
    assert verify().faults == ()
