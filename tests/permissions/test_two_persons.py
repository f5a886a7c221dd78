"""Opening an identity takes a reason and two persons, for a limited time; every look is written first."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from permissions.vault import services
from permissions.vault.deeds import Deed
from permissions.vault.models import EnvelopeEntry
from permissions.vault.refusals import VaultRefused
from permissions.vault.verification import fault_of
from registry.models import Post
from tests.permissions.keepers import SENDER

START = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
LASTS = timedelta(minutes=30)


def refusal(deed, *said, **words):
    with pytest.raises(VaultRefused) as refused:
        deed(*said, **words)
    return {reason.rule for reason in refused.value.reasons}


@pytest.fixture
def envelope(keepers, vault):
    return keepers.sealed(at=START)


@pytest.mark.parametrize("asker", ["chunhiem", "phochunhiem", "vanthu", "giamsat"])
def test_one_asks_another_agrees_and_only_the_one_who_asked_looks(keepers, envelope, asker):
    other = "chunhiem" if asker == "phochunhiem" else "phochunhiem"
    about = keepers.ask(envelope, asker, at=START).sequence

    assert refusal(keepers.look, envelope, about, asker, at=START) == {"ask.waits"}
    assert "ask.alone" in refusal(keepers.answer, envelope, about, asker, at=START)
    keepers.answer(envelope, about, other, at=START)
    assert refusal(keepers.look, envelope, about, other, at=START) == {"ask.not_own"}

    assert keepers.look(envelope, about, asker, at=START) == SENDER
    assert [one.deed for one in envelope.entries.all()] == [
        "nhan",
        "niem",
        "xin_mo",
        "dong_y",
        "xem",
    ]


@pytest.mark.parametrize("who", ["canbo", "uyvien", "bithu", "bithuxa"])
def test_nobody_else_asks_answers_or_looks(keepers, envelope, who):
    assert refusal(keepers.ask, envelope, who) == {"permission"}
    about = keepers.ask(envelope).sequence
    assert refusal(keepers.answer, envelope, about, who) == {"permission"}
    keepers.answer(envelope, about)
    assert refusal(keepers.look, envelope, about, who) == {"permission", "ask.not_own"}


def test_an_auditor_asks_and_does_not_agree(keepers, envelope):
    about = keepers.ask(envelope, "chunhiem").sequence

    assert refusal(keepers.answer, envelope, about, "giamsat") == {"permission"}


def test_a_clerk_agrees_only_about_what_they_took_in(keepers, vault):
    theirs, other = keepers.sealed(), keepers.receive(who="chunhiem", identity=SENDER)

    keepers.answer(theirs, keepers.ask(theirs).sequence, "vanthu")

    assert refusal(keepers.answer, other, keepers.ask(other).sequence, "vanthu") == {"permission"}
    assert refusal(keepers.ask, other, "vanthu") == {"permission"}


def test_a_look_needs_the_post_on_its_own_day(keepers, envelope):
    about = keepers.ask(envelope).sequence
    keepers.answer(envelope, about)
    Post.objects.filter(person=keepers.person("chunhiem")).update(last_day="2026-11-19")

    assert "permission" in refusal(keepers.look, envelope, about)


def test_an_agreement_ends_with_its_time(keepers, envelope):
    about = keepers.ask(envelope, at=START).sequence
    keepers.answer(envelope, about, at=START)

    assert keepers.look(envelope, about, at=START + LASTS) == SENDER
    late = START + LASTS + timedelta(seconds=1)
    assert refusal(keepers.look, envelope, about, at=late) == {"ask.expired"}


@pytest.mark.parametrize("who", ["chunhiem", "phochunhiem"])
def test_either_of_the_two_withdraws_and_nobody_else(keepers, envelope, who):
    about = keepers.ask(envelope).sequence
    keepers.answer(envelope, about)
    assert refusal(keepers.answer, envelope, about, "vanthu", Deed.WITHDRAW) == {"ask.not_own"}

    keepers.answer(envelope, about, who, Deed.WITHDRAW)

    assert refusal(keepers.look, envelope, about) == {"ask.over"}


def test_who_declines_says_why_and_it_is_over(keepers, envelope):
    about = keepers.ask(envelope).sequence
    silent = keepers.said(Deed.DECLINE, "phochunhiem", about=about)
    assert refusal(services.answer, envelope, silent) == {"input.reason"}

    keepers.answer(envelope, about, deed=Deed.DECLINE)

    assert refusal(keepers.look, envelope, about) == {"ask.over"}
    assert refusal(keepers.answer, envelope, about) == {"ask.over"}


def test_whoever_asks_says_why_what_for_and_on_which_document(keepers, envelope):
    said = keepers.said(Deed.ASK, "chunhiem", reason="  ")

    assert refusal(services.ask, envelope, said) == {
        "input.reason", "input.purpose", "input.document"
    }  # fmt: skip


def test_the_same_press_shows_it_once(keepers, envelope):
    about = keepers.ask(envelope).sequence
    keepers.answer(envelope, about)
    keepers.look(envelope, about, key="mot-lan")

    assert refusal(keepers.look, envelope, about, key="mot-lan") == {"look.again"}


def test_the_look_is_committed_before_anything_is_shown(keepers, envelope):
    from django.db import transaction

    about = keepers.ask(envelope).sequence
    keepers.answer(envelope, about)

    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        keepers.look(envelope, about)


PEOPLE = st.sampled_from(["chunhiem", "phochunhiem", "vanthu", "giamsat", "canbo"])


class AroundAnEnvelope(RuleBasedStateMachine):
    """People ask, agree, decline, withdraw, wait, hand over and look in any order, allowed or not."""

    keepers = None

    def __init__(self):
        super().__init__()
        self.now, self.looked = START, 0
        self.envelope = self.keepers.sealed(at=START)

    def _about(self, data):
        made = self.envelope.entries.filter(deed=Deed.ASK).values_list("sequence", flat=True)
        return data.draw(st.sampled_from([*made, 1]))

    def _tried(self, deed, *said, **words):
        before = self.envelope.entries.count()
        try:
            return deed(self.envelope, *said, at=self.now, **words)
        except VaultRefused:
            assert self.envelope.entries.count() == before
            return None

    @rule(who=PEOPLE)
    def ask(self, who):
        self._tried(self.keepers.ask, who)

    @rule(
        who=PEOPLE,
        data=st.data(),
        deed=st.sampled_from([Deed.APPROVE, Deed.APPROVE, Deed.DECLINE, Deed.WITHDRAW]),
    )
    def answer(self, who, data, deed):
        self._tried(self.keepers.answer, self._about(data), who, deed)

    @rule(who=PEOPLE, data=st.data())
    def look(self, who, data):
        shown = self._tried(self.keepers.look, self._about(data), who)
        if shown:
            assert shown == SENDER
            self.looked += 1

    @rule(minutes=st.integers(1, 40))
    def wait(self, minutes):
        self.now += timedelta(minutes=minutes)

    @rule(who=PEOPLE, to=PEOPLE)
    def hand_over(self, who, to):
        words = {"place": "Két sắt", "document": "BB"}
        said = self.keepers.said(Deed.HAND_OVER, who, to=to, at=self.now, **words)
        try:
            services.record(self.envelope, said)
        except VaultRefused:
            assert who in {"canbo", "giamsat"}

    @invariant()
    def every_look_had_a_live_consent_of_somebody_else(self):
        told = list(EnvelopeEntry.objects.filter(envelope=self.envelope).order_by("sequence"))
        looks = [one for one in told if one.deed == Deed.LOOK]
        assert len(looks) == self.looked
        for look in looks:
            earlier = [one for one in told if one.sequence < look.sequence]
            asked = next(one for one in earlier if one.sequence == look.about)
            answers = [one for one in earlier if one.about == look.about]
            assert (asked.deed, asked.actor_id) == (Deed.ASK, look.actor_id)
            assert not [one for one in answers if one.deed in {Deed.WITHDRAW, Deed.DECLINE}]
            (consent,) = [one for one in answers if one.deed == Deed.APPROVE]
            assert consent.actor_id != asked.actor_id
            assert consent.recorded_at <= look.recorded_at <= consent.recorded_at + LASTS

    @invariant()
    def the_chain_is_whole(self):
        self.envelope.refresh_from_db()
        entries = list(self.envelope.entries.order_by("sequence"))
        assert fault_of(self.envelope, entries) is None


def test_never_a_look_without_a_live_consent_of_somebody_else(keepers, vault, campaign_size):
    bound = type("Bound", (AroundAnEnvelope,), {"keepers": keepers})

    run_state_machine_as_test(
        bound,
        settings=settings(
            max_examples=campaign_size(1000),
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
