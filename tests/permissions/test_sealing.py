"""The vault: what is sealed opens only under its alias, with its key, and never by a repr or a report."""

import traceback
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from permissions.apps import PermissionsConfig
from permissions.vault import cipher, keyring, rotation
from permissions.vault.cipher import Identity, Sealed
from permissions.vault.keyring import KeyUnusable
from permissions.vault.models import SealedIdentity
from permissions.vault.refusals import VaultRefused
from permissions.vault.verification import faults
from tests.permissions.keepers import SENDER


def looked_at(keepers, envelope):
    about = keepers.ask(envelope).sequence
    keepers.answer(envelope, about)
    return keepers.look(envelope, about)


@pytest.fixture
def keys(vault):
    return keyring.kept()


def test_what_was_sealed_opens_under_its_own_alias_alone(keys):
    sealed = cipher.seal(SENDER, "1:NTC-2026-0001", keys)

    assert cipher.unseal(sealed, "1:NTC-2026-0001", keys) == SENDER
    for other in ("1:NTC-2026-0002", "2:NTC-2026-0001", ""):
        with pytest.raises(KeyUnusable):
            cipher.unseal(sealed, other, keys)


@pytest.mark.parametrize("column", ["wrapped_key", "ciphertext"])
def test_a_changed_column_opens_nothing(keys, column):
    sealed = cipher.seal(SENDER, "1:A", keys)
    there = getattr(sealed, column)

    for changed in (there[:-1] + bytes([there[-1] ^ 1]), there[:9], b""):
        with pytest.raises(KeyUnusable):
            cipher.unseal(Sealed(**{**vars(sealed), column: changed}), "1:A", keys)


def test_the_length_of_what_is_kept_tells_nothing_of_a_name(keys):
    short, long = (cipher.seal(Identity(name), "1:A", keys) for name in ("An", "An" * 60))

    assert len(short.ciphertext) == len(long.ciphertext)
    assert (
        cipher.seal(SENDER, "1:A", keys).ciphertext != cipher.seal(SENDER, "1:A", keys).ciphertext
    )


def test_an_identity_says_nothing_of_itself(keys):
    sealed = cipher.seal(SENDER, "1:A", keys)

    with pytest.raises(KeyUnusable) as fault:
        cipher.unseal(sealed, "1:B", keys)

    report = "".join(traceback.format_exception(fault.value))
    for said in (repr(SENDER), str(SENDER), f"{SENDER}", repr([SENDER]), report):
        assert "Khổng" not in said


def test_the_key_lies_where_only_its_owner_reads_it(keys):
    keys.make()

    assert keys.folder.stat().st_mode & 0o777 == 0o700
    assert [one.stat().st_mode & 0o777 for one in keys.folder.iterdir()] == [0o600]


@pytest.mark.parametrize("exposed", ["folder", "file"])
def test_a_key_that_others_can_read_stops_sealing_and_the_start(keepers, keys, exposed, settings):
    made = keys.make()
    path = keys.folder if exposed == "folder" else keys.folder / made
    path.chmod(0o755 if exposed == "folder" else 0o644)

    with pytest.raises(VaultRefused, match="đang để người khác đọc được"):
        keepers.sealed()
    with pytest.raises(KeyUnusable, match="chmod"):
        PermissionsConfig.create("permissions").ready()

    settings.IDENTITY_VAULT = False
    PermissionsConfig.create("permissions").ready()


def test_a_key_put_in_the_place_of_another_is_found_out(keys):
    made, other = keys.make(), keys.make()
    (keys.folder / made).write_text((keys.folder / other).read_text())

    with pytest.raises(KeyUnusable, match="mất hoặc hỏng"):
        keys.secret(made)


def test_a_lost_key_is_told_and_the_look_stays_on_record(keepers, keys):
    envelope = keepers.sealed()
    keys.discard(keys.current())

    with pytest.raises(VaultRefused, match="mất hoặc hỏng"):
        looked_at(keepers, envelope)

    assert envelope.entries.filter(deed="xem").count() == 1


def test_nothing_is_sealed_while_the_vault_is_off(keepers, settings):
    settings.IDENTITY_VAULT = False

    with pytest.raises(VaultRefused, match="đang tắt"):
        keepers.sealed()

    assert keepers.receive().alias == "NTC-2026-0001"


@pytest.mark.parametrize("told", ["Khổng Thị  Uyển Nhi", "khong thi uyen nhi", "Gọi 0987 612 345"])
def test_who_sent_it_is_not_written_beside_the_sealed_identity(keepers, vault, told):
    with pytest.raises(VaultRefused, match="không được mã hóa"):
        keepers.receive(identity=SENDER, place=told)


def test_a_new_key_wraps_every_identity_and_the_old_one_goes(keepers, keys):
    envelopes = [keepers.sealed(), keepers.sealed()]
    old, kept = keys.current(), bytes(SealedIdentity.objects.first().ciphertext)

    assert rotation.rotate() == 2

    assert keys.ids() == [keys.current()] != [old]
    assert bytes(SealedIdentity.objects.order_by("pk").first().ciphertext) == kept
    assert [looked_at(keepers, one) for one in envelopes] == [SENDER, SENDER]
    assert not list(faults())


def test_a_rotation_that_was_killed_after_its_new_key_leaves_all_readable(keepers, keys):
    envelope = keepers.sealed()
    keys.make()

    assert looked_at(keepers, envelope) == SENDER
    assert rotation.status().waiting == 1
    assert rotation.rotate() == 1
    assert len(keys.ids()) == 1


def test_the_command_tells_figures_and_never_a_name(keepers, keys):
    keepers.sealed()
    keepers.erase(keepers.sealed())
    told = StringIO()

    call_command("vault", "status", stdout=told)
    call_command("vault", "rotate", stdout=told)

    assert "Kho danh tính: bật" in told.getvalue()
    assert "Phong bì: 2; danh tính đã niêm: 1; đã xóa: 1" in told.getvalue()
    assert "Đã bọc lại 1 danh tính" in told.getvalue()
    assert "Khổng" not in told.getvalue()


def test_the_command_says_what_keeps_it_from_changing_the_key(keepers, keys):
    keepers.sealed()
    keys.folder.chmod(0o750)

    with pytest.raises(CommandError, match="chmod 700"):
        call_command("vault", "rotate")


def test_an_erased_identity_leaves_alias_history_and_chain(keepers, vault):
    envelope = keepers.sealed()
    looked_at(keepers, envelope)
    before = envelope.entries.count()

    keepers.erase(envelope)

    row = SealedIdentity.objects.get(envelope=envelope)
    assert (bytes(row.wrapped_key), bytes(row.ciphertext)) == (b"", b"")
    assert envelope.entries.count() == before + 1
    assert not list(faults())
    with pytest.raises(VaultRefused, match="đã bị xóa"):
        keepers.ask(envelope)


def test_an_identity_removed_behind_the_back_is_found(keepers, vault):
    envelope = keepers.sealed()
    SealedIdentity.objects.filter(envelope=envelope).update(ciphertext=b"")

    assert "không khớp với lịch sử" in str(next(faults()))


def test_switching_the_vault_off_keeps_what_happened(keepers, vault, settings):
    envelope = keepers.sealed()
    about = keepers.ask(envelope).sequence
    keepers.answer(envelope, about)
    keepers.look(envelope, about)

    settings.IDENTITY_VAULT = False

    with pytest.raises(VaultRefused, match="đang tắt"):
        keepers.look(envelope, about)
    assert envelope.entries.filter(deed="xem").count() == 1
    assert not list(faults())
    settings.IDENTITY_VAULT = True
    assert keepers.look(envelope, about) == SENDER
