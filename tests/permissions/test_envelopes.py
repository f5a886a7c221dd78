"""The sealed paper envelope: an alias, somebody who keeps it, and a history nobody can rewrite."""

from datetime import date

import psycopg2
import pytest
from django.db import ProgrammingError, connection, transaction

from permissions.vault import services
from permissions.vault.deeds import Deed, add_up
from permissions.vault.models import Envelope, EnvelopeEntry
from permissions.vault.refusals import VaultRefused
from permissions.vault.rights import visible_to
from permissions.vault.verification import fault_of, faults
from proof.grants import ADDING, privileges
from tests.permissions.keepers import DAY, SENDER

KNOW = {"chunhiem", "phochunhiem", "vanthu", "giamsat"}
CONTENTS = {
    "edit an entry": "UPDATE permissions_envelopeentry SET words = '{}'",
    "remove an entry": "DELETE FROM permissions_envelopeentry",
    "empty the history": "TRUNCATE permissions_envelopeentry",
    "change an alias": "UPDATE permissions_envelope SET alias = 'khác'",
    "change whose it is": "UPDATE permissions_envelope SET entered_by_id = entered_by_id + 1",
    "empty the envelopes": "TRUNCATE permissions_envelope CASCADE",
    "remove an envelope": "DELETE FROM permissions_envelope",
    "remove a sealed identity": "DELETE FROM permissions_sealedidentity",
    "give a sealed identity to another": "UPDATE permissions_sealedidentity SET envelope_id = 1",
}


def refusal(deed, *said, **words):
    with pytest.raises(VaultRefused) as refused:
        deed(*said, **words)
    return {reason.rule for reason in refused.value.reasons}


def test_aliases_follow_one_another_in_each_year_and_say_nothing_of_a_name(keepers):
    first, second = keepers.receive(), keepers.receive()
    with pytest.raises(VaultRefused):
        keepers.receive(number=first.number)

    third = keepers.receive()

    assert [one.alias for one in (first, second, third)] == [
        "NTC-2026-0001", "NTC-2026-0002", "NTC-2026-0003"
    ]  # fmt: skip


def test_a_second_press_takes_in_no_second_envelope(keepers):
    first = keepers.receive(key="mot-lan", number="PB-1")

    assert keepers.receive(key="mot-lan", number="PB-1") == first
    assert Envelope.objects.count() == 1


def test_an_envelope_goes_from_hand_to_hand_on_documents(keepers):
    envelope = keepers.receive()
    words = {"place": "Két phòng chủ nhiệm", "document": "Biên bản giao nhận số 3"}

    services.record(envelope, keepers.said(Deed.HAND_OVER, "vanthu", to="chunhiem", **words))
    services.record(envelope, keepers.said(Deed.OPEN_PAPER, "chunhiem", document="BB 4"))
    services.record(envelope, keepers.said(Deed.DESTROY_PAPER, "chunhiem", document="QĐ 5"))

    ledger = add_up(envelope.entries.order_by("sequence"))
    assert (ledger.custodian, ledger.place) == (keepers.person("chunhiem").pk, words["place"])
    assert (ledger.opened, ledger.destroyed) == (True, True)
    assert not list(faults())
    again = keepers.said(Deed.HAND_OVER, "vanthu", to="chunhiem", **words)
    assert refusal(services.record, envelope, again) == {"envelope.destroyed"}


def test_a_refusal_gives_every_reason_at_once(keepers):
    envelope = keepers.receive()
    said = keepers.said(Deed.HAND_OVER, "canbo", to="bithu")
    early = type(said)(Deed.HAND_OVER, said.by, date(2026, 11, 19), "k", {}, None, said.custodian)

    assert refusal(services.record, envelope, early) == {
        "permission", "input.place", "input.document", "day.before", "input.custodian"
    }  # fmt: skip
    assert envelope.entries.count() == 1


@pytest.mark.parametrize("who", ["vanthu", "giamsat", "canbo", "bithu"])
def test_only_who_leads_records_that_the_paper_was_destroyed(keepers, who):
    envelope = keepers.receive()

    said = keepers.said(Deed.DESTROY_PAPER, who, document="QĐ 5")

    assert "permission" in refusal(services.record, envelope, said)


def test_only_posts_of_the_body_that_keeps_it_know_of_an_envelope(keepers):
    envelope = keepers.receive()

    known = {who for who, one in keepers.province.people.items() if visible_to(one, DAY).exists()}

    assert known == KNOW
    assert not visible_to(keepers.person("vanthu"), date(2025, 6, 30)).exists()
    assert visible_to(keepers.person("giamsat"), DAY).get() == envelope


@pytest.mark.parametrize("change", CONTENTS.values(), ids=CONTENTS.keys())
def test_the_login_of_the_site_changes_no_history(keepers, vault, change):
    keepers.receive(identity=SENDER)

    with (
        pytest.raises(ProgrammingError) as refused,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)

    assert isinstance(refused.value.__cause__, psycopg2.errors.InsufficientPrivilege)


def test_rights_follow_from_the_walls():
    assert privileges(EnvelopeEntry) == ADDING
    assert privileges(Envelope) == f'{ADDING}, UPDATE ("records", "head")'


def test_a_history_changed_behind_the_back_is_found(keepers):
    envelope = keepers.receive()
    entry = envelope.entries.get()
    entry.words = {"place": "Nơi khác"}
    told = [entry]

    assert "place" in str(fault_of(envelope, told))
    envelope.records = 2
    assert "thiếu phần cuối" in str(fault_of(envelope, [envelope.entries.get()]))
