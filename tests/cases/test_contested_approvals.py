"""Many hands on one draft: at each station, at its end and at the signature exactly one wins, and the chain holds."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from unittest import mock

import pytest
from django.db import connections

from cases.models import Case, FileRow, StepRecord
from cases.refused import StepRefused
from cases.verification import verify
from registry.models import Delegation, Person, Post
from tests.cases.supervision import TODAY, Supervision, lay_province
from tests.cases.test_approval_routes import routed, submits
from tests.cases.test_endorsing import draft_of
from workflows import drafts

HANDS = 4
#: Contests fought over the drafts of one file before the next file is opened.
IN_A_FILE = 40

Deed = Callable[[], StepRecord]


class Hands:
    """People at the same draft, each with a connection of their own."""

    def __init__(self, pool: ThreadPoolExecutor):
        self.pool, self.start = pool, threading.Barrier(HANDS)
        self.contests = 0

    def contest(self, case: Case, *deeds: Deed) -> StepRecord:
        """Do all deeds at the same moment; exactly one is done, and the file has exactly one record more."""
        before = Case.objects.get(pk=case.pk).records
        came = list(self.pool.map(self._one, deeds))
        won = [one for one in came if isinstance(one, StepRecord)]
        lost = [one for one in came if not isinstance(one, StepRecord)]
        assert len(won) == 1, came
        assert all(isinstance(one, StepRefused) for one in lost), lost
        assert all(reason.text and reason.remedy for one in lost for reason in one.reasons)
        assert Case.objects.get(pk=case.pk).records == before + 1
        self.contests += 1
        return won[0]

    def _one(self, deed: Deed) -> object:
        self.start.wait()
        try:
            return deed()
        except Exception as error:
            return error


@pytest.fixture
def hands() -> Iterator[Hands]:
    with ThreadPoolExecutor(HANDS) as pool, mock.patch("cases.telling.tell"):
        yield Hands(pool)
        end = threading.Barrier(HANDS)

        def leave(_n: int) -> None:
            end.wait()
            connections.close_all()

        list(pool.map(leave, range(HANDS)))


def _staffed() -> Supervision:
    """A committee with two chiefs of section, one who acts for a chief and one who acts for the chair."""
    first = Supervision(lay_province())
    routed(first, ["truong_phong", "pho_chu_nhiem"])
    people, body = first.province.people, first.province.bodies["ubkt"]
    people["truongphong2"] = Person.objects.create(full_name="Lò Thị Mẫu Phòng")
    Post.objects.create(
        person=people["truongphong2"], body=body, position="truong_phong", first_day=body.first_day
    )
    for holder, other in (("truongphong", "uyvien"), ("chunhiem", "uyvien2")):
        Delegation.objects.create(
            post=Post.objects.get(person=people[holder], body=body), to=people[other],
            document="Văn bản ủy quyền (mẫu)", first_day=TODAY,
        )  # fmt: skip
    return first


def _another(first: Supervision) -> tuple[Supervision, dict]:
    """Another file of that committee, its decision submitted; and what the draft says."""
    matter = submits(Supervision(first.province), "draft_decide")
    row = FileRow.objects.get(case=matter.case, number=draft_of(matter))
    facts = {name: value for name, value in row.facts.items() if name not in drafts.ABOUT}
    return matter, {**facts, **row.words}


def _at_the_station(hands: Hands, matter: Supervision) -> None:
    draft = draft_of(matter)
    chiefs = ("truongphong", "truongphong2", "uyvien", "truongphong")
    record = hands.contest(
        matter.case,
        *(lambda who=who: matter.take("endorse_draft", by=who, draft=draft) for who in chiefs),
    )
    (row,) = FileRow.objects.filter(laid_by=record.pk)
    assert row.facts["station"] == "truong_phong"


def _at_its_end(hands: Hands, matter: Supervision) -> None:
    said = {"draft": draft_of(matter)}
    why = {**said, "reason": "Tranh chấp."}
    hands.contest(
        matter.case,
        lambda: matter.take("return_draft", by="chunhiem", **why),
        lambda: matter.take("withdraw_draft", by="canbo", **said),
        lambda: matter.take("decline_draft", by="phochunhiem", **why),
        lambda: matter.take("decline_draft", by="uyvien2", **why),
    )


def _at_the_signature(hands: Hands, matter: Supervision) -> None:
    matter.take("endorse_draft", by="phochunhiem", draft=draft_of(matter))
    signers = ("chunhiem", "uyvien2", "chunhiem", "uyvien2")
    hands.contest(matter.case, *(lambda who=who: matter.take("decide", by=who) for who in signers))
    assert StepRecord.objects.filter(case=matter.case, step="decide").count() == 1
    assert matter.stage == "da_quyet_dinh"


@pytest.mark.django_db(transaction=True)
def test_ten_thousand_contested_approvals_have_one_winner_each(hands, campaign_size):
    """All of them in a campaign, one in fifty otherwise: the same code."""
    contests, first = campaign_size(10_000), _staffed()

    while hands.contests < contests:
        matter, said = _another(first)
        until = min(contests, hands.contests + IN_A_FILE)
        while hands.contests < until - 2:
            _at_the_station(hands, matter)
            _at_its_end(hands, matter)
            matter.take("draft_decide", by="canbo", **said)
        _at_the_station(hands, matter)
        _at_the_signature(hands, matter)

    assert hands.contests == contests
    assert verify().faults == ()
