"""Predicates say who may, and in one sentence why somebody else may not."""

from datetime import date

from permissions.predicates import holds, may_sign, not_on_team, on_team
from permissions.roles import Relation, Role
from permissions.standing import Standing

DAY = date(2026, 9, 8)


def standing(*roles: Role, of: Relation = Relation.HANDLING, subject: bool = False) -> Standing:
    return Standing(1, DAY, {of: frozenset(roles)}, is_subject=subject)


def test_a_chair_or_a_deputy_may_sign():
    assert not may_sign.refusals(standing(Role.CHAIR))
    assert not may_sign.refusals(standing(Role.VICE_CHAIR))


def test_others_read_who_may():
    (reason,) = may_sign.refusals(standing(Role.CLERK))

    assert (
        reason.text
        == "Chỉ chủ nhiệm hoặc phó chủ nhiệm của chủ thể kiểm tra, giám sát được làm bước này."
    )
    assert reason.remedy


def test_a_chair_of_another_committee_may_not():
    assert may_sign.refusals(standing(Role.CHAIR, of=Relation.ABOVE))
    assert not holds(Role.CHAIR, of=Relation.ABOVE).refusals(
        standing(Role.CHAIR, of=Relation.ABOVE)
    )


def test_every_bar_is_named():
    reasons = may_sign.refusals(standing(Role.CLERK, subject=True))

    assert len(reasons) == 2
    assert "Đối tượng" in reasons[1].text


def test_the_subject_never_handles_their_own_file():
    (reason,) = may_sign.refusals(standing(Role.CHAIR, subject=True))

    assert "hồ sơ của mình" in reason.text


def test_the_team_is_a_place_of_its_own():
    lead = standing(Role.TEAM_LEAD, of=Relation.TEAM)

    assert not on_team(Role.TEAM_LEAD).refusals(lead)
    assert on_team(Role.TEAM_SECRETARY).refusals(lead)
    assert not on_team().refusals(lead)
    assert not_on_team.refusals(lead)


def test_seats_tell_whose_turn_it_is():
    assert may_sign.seats == ((Relation.HANDLING, Role.CHAIR), (Relation.HANDLING, Role.VICE_CHAIR))


def test_nobody_is_a_stranger():
    assert Standing(1, DAY).is_stranger
    assert not standing(Role.AUDITOR).is_stranger
