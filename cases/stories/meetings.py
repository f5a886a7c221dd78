"""A meeting told with the matter it votes on: called, opened with its roll, ended after the vote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from cases.sittings import people_of
from cases.stories.teller import Teller
from registry.models import Body, Person


@dataclass
class Gathering:
    """One meeting of a body: the day it was called and held, where, under whom, and who stayed away."""

    body: Body
    called_on: date
    held_on: date
    by: Person
    place: str
    chair: str
    recorder: str
    purpose: str
    absent: Mapping[int, str] = field(default_factory=dict)
    invited_by: tuple[Person, Person] | None = None
    starts: str = "08 giờ 00"


def hold(
    teller: Teller, gathering: Gathering, vote: Callable[[str], object], conclusion: str
) -> None:
    """Tell the whole meeting around `vote`, which is given the meeting's reference."""
    sitting = Teller(teller.say, teller.folder)
    teller.sittings.append(sitting)
    _call(sitting, gathering, teller.told.reference)
    roll = [
        {"person": one.pk, "here": gathering.absent.get(one.pk, "co_mat")}
        for one in people_of(gathering.body, gathering.held_on)
    ]
    sitting.takes("open_session", by=gathering.by, on=gathering.held_on, attendance=roll)
    vote(sitting.told.reference)
    sitting.takes("end_session", by=gathering.by, on=gathering.held_on, conclusion=conclusion)


def _call(sitting: Teller, gathering: Gathering, matter: str) -> None:
    sitting.opens(
        "HN", body=gathering.body, subjects=[], by=gathering.by, on=gathering.called_on,
        held_on=gathering.held_on.isoformat(), starts=gathering.starts, place=gathering.place,
        chair=gathering.chair, recorder=gathering.recorder,
    )  # fmt: skip
    sitting.takes(
        "add_item", by=gathering.by, on=gathering.called_on, case=matter, purpose=gathering.purpose
    )
    if gathering.invited_by:
        drafter, signer = gathering.invited_by
        sitting.takes(
            "draft_invite", by=drafter, on=gathering.called_on,
            content="xem xét, thi hành kỷ luật đảng viên",
            requests="Hồ sơ gửi kèm, nộp lại sau cuộc họp",
        )  # fmt: skip
        sitting.takes("invite", by=signer, on=gathering.called_on)
