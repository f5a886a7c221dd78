"""The one door of envelopes: what is done with them is judged, written down, and only then done."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import astuple
from datetime import date

from django.conf import settings
from django.db import connection, transaction

from law import Reason
from permissions.vault import cipher, keyring, refusals
from permissions.vault.chain import Said, append, locked, repeated
from permissions.vault.cipher import Identity, Sealed
from permissions.vault.deeds import Deed, Ledger
from permissions.vault.keyring import KeyUnusable
from permissions.vault.models import Envelope, EnvelopeEntry, SealedIdentity
from permissions.vault.refusals import VaultRefused
from permissions.vault.rights import ASKS, KEEPS, LEADS, may_hold, post_in
from proof.reader import as_the_system
from registry import clock
from registry.models import Body, Person, Post
from registry.names import search_key

#: Sealing and changing keys wait for each other: the number of an advisory lock of PostgreSQL.
_LOCK = 7_203_114

_KEEPERS = "văn thư, chủ nhiệm hoặc phó chủ nhiệm"
_LEADERS = "chủ nhiệm hoặc phó chủ nhiệm"
_DOCUMENT = {"document": "văn bản"}


@as_the_system()  # the door of envelopes: it locks, and writes what nobody reads by himself
def receive(
    said: Said, *, body: Body, number: str, source: str, identity: Identity | None = None
) -> Envelope:
    """Take in a sealed envelope under the next alias of `body`; seal `identity` too where one is given.

    `said.custodian` keeps it at `said.words["place"]`; `said.acted_on` is the day it came.
    Raises VaultRefused with every reason.
    """
    with transaction.atomic():
        if before := repeated(said):
            return before.envelope
        alias = _next_alias(body, said.acted_on.year)  # those who take in at once wait here
        post = post_in(said.by, body, clock.today(), KEEPS)
        reasons = [
            *refusals.not_in_post(post, _KEEPERS),
            *refusals.said_nothing(
                {**said.words, "number": number},
                {"number": "số trên phong bì", "place": "nơi giữ"},
            ),
            *refusals.in_the_future(said.acted_on, clock.today()),
            *_against_custodian(said, body),
            *(_against_sealing(identity, (number, *said.words.values())) if identity else ()),
        ]
        if Envelope.objects.filter(body=body, number=number.strip()).exists():
            reasons.append(
                Reason(
                    "input.number", "Số phong bì này đã có trong sổ.",
                    remedy="Ghi số khác lên phong bì rồi ghi lại.",
                )
            )  # fmt: skip
        _refuse(reasons)
        envelope = Envelope.objects.create(
            alias=alias,
            body=body,
            number=number.strip(),
            source=source,
            received_on=said.acted_on,
            entered_by=said.by,
        )
        append(envelope, said, post)
        if identity:
            _keep(envelope, identity)
            sealing = Said(Deed.SEAL, said.by, said.acted_on, f"{said.key}.s", at=said.at)
            append(envelope, sealing, post)
    return envelope


@as_the_system()  # likewise
def record(envelope: Envelope, said: Said) -> EnvelopeEntry:
    """Write down what was done with the paper: handed over, opened or destroyed, on a document.

    Raises VaultRefused with every reason.
    """
    with transaction.atomic():
        held, ledger = locked(envelope)
        if before := repeated(said):
            return before
        roles, who = (LEADS, _LEADERS) if said.deed is Deed.DESTROY_PAPER else (KEEPS, _KEEPERS)
        post = post_in(said.by, held.body, clock.today(), roles)
        hands_over = said.deed is Deed.HAND_OVER
        _refuse(
            [
                *refusals.not_in_post(post, who),
                *refusals.said_nothing(
                    said.words, {**({"place": "nơi giữ"} if hands_over else {}), **_DOCUMENT}
                ),
                *refusals.in_the_future(said.acted_on, clock.today()),
                *refusals.before_taken_in(said.acted_on, held.received_on),
                *refusals.paper_is_gone(ledger),
                *(_against_custodian(said, held.body) if hands_over else ()),
            ]
        )
        return append(held, said, post)


@as_the_system()  # likewise
def ask(envelope: Envelope, said: Said) -> EnvelopeEntry:
    """Ask to see the identity, for a reason, a purpose and on a document. Raises VaultRefused."""
    with transaction.atomic():
        held, ledger = locked(envelope)
        if before := repeated(said):
            return before
        post = asking_post(held, said.by)
        needed = {"reason": "lý do", "purpose": "mục đích", **_DOCUMENT}
        _refuse(
            [
                *refusals.not_in_post(
                    post, f"{_LEADERS}, cán bộ giám sát hồ sơ hoặc văn thư đã nhận đơn"
                ),
                *refusals.said_nothing(said.words, needed),
                *refusals.switched_off(),
                *refusals.nothing_to_show(ledger),
            ]
        )
        return append(held, said, post)


@as_the_system()  # likewise
def answer(envelope: Envelope, said: Said) -> EnvelopeEntry:
    """Approve, decline or withdraw the request `said.about`. Raises VaultRefused."""
    with transaction.atomic():
        held, ledger = locked(envelope)
        if before := repeated(said):
            return before
        agrees, withdraws = said.deed is Deed.APPROVE, said.deed is Deed.WITHDRAW
        post = asking_post(held, said.by) if withdraws else answering_post(held, said.by)
        needed = {"reason": "lý do"} if said.deed is Deed.DECLINE else {}
        _refuse(
            [
                *(
                    ()
                    if withdraws
                    else refusals.not_in_post(post, f"{_LEADERS} hoặc văn thư đã nhận đơn")
                ),
                *refusals.said_nothing(said.words, needed),
                *refusals.against_answering(
                    ledger.asks.get(said.about or 0), said.by.pk, said.deed
                ),
                *(refusals.switched_off() if agrees else ()),
                *(refusals.nothing_to_show(ledger) if agrees else ()),
            ]
        )
        return append(held, said, post)


@as_the_system()  # likewise
def look(envelope: Envelope, said: Said) -> Identity:
    """Return who sent it, after the look itself is on record. Raises VaultRefused.

    Must be called outside any transaction: the entry is committed before anything is decrypted.
    """
    with transaction.atomic(durable=True):
        held, ledger = locked(envelope)
        reasons = reasons_not_to_look(held, ledger, said)
        if repeated(said):
            reasons.append(
                Reason(
                    "look.again",
                    "Trang này đã dùng để xem một lần.",
                    remedy="Mở lại trang rồi xem.",
                )
            )
        _refuse(reasons)
        append(held, said, asking_post(held, said.by))
        row = SealedIdentity.objects.get(envelope=held)
    sealed = Sealed(row.key_id, bytes(row.wrapped_key), bytes(row.ciphertext))
    try:
        return cipher.unseal(sealed, bound_to(held), keyring.kept())
    except KeyUnusable as unusable:
        raise VaultRefused([_key_reason(unusable)]) from None


def reasons_not_to_look(envelope: Envelope, ledger: Ledger, said: Said) -> list[Reason]:
    """Return every reason why `said.by` may not look now."""
    post = asking_post(envelope, said.by)
    return [
        *refusals.not_in_post(post, f"{_LEADERS}, cán bộ giám sát hồ sơ hoặc văn thư đã nhận đơn"),
        *refusals.switched_off(),
        *refusals.nothing_to_show(ledger),
        *refusals.against_looking(
            ledger.asks.get(said.about or 0), said.by.pk, said.now, settings.IDENTITY_VAULT_OPEN_FOR
        ),
    ]


@as_the_system()  # likewise
def erase(envelope: Envelope, said: Said) -> EnvelopeEntry:
    """Destroy the sealed identity: its key and ciphertext go, alias and history stay whole.

    Possible also while the vault is switched off. Raises VaultRefused.
    """
    with transaction.atomic():
        held, ledger = locked(envelope)
        if before := repeated(said):
            return before
        post = post_in(said.by, held.body, clock.today(), LEADS)
        _refuse(
            [
                *refusals.not_in_post(post, _LEADERS),
                *refusals.said_nothing(said.words, {"reason": "lý do", **_DOCUMENT}),
                *refusals.nothing_to_show(ledger),
            ]
        )
        one_at_a_time()
        SealedIdentity.objects.filter(envelope=held).update(wrapped_key=b"", ciphertext=b"")
        return append(held, said, post)


def asking_post(envelope: Envelope, person: Person) -> Post | None:
    """The post by which `person` may ask to see this identity today."""
    today, body = clock.today(), envelope.body
    return post_in(person, body, today, ASKS) or _intake_post(envelope, person, today)


def answering_post(envelope: Envelope, person: Person) -> Post | None:
    """The post by which `person` may agree that another one sees this identity today."""
    today, body = clock.today(), envelope.body
    return post_in(person, body, today, LEADS) or _intake_post(envelope, person, today)


def bound_to(envelope: Envelope) -> str:
    """What its ciphertext is bound to."""
    return f"{envelope.body_id}:{envelope.alias}"


def one_at_a_time() -> None:
    """Wait until nobody else seals, erases or changes keys; holds until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _intake_post(envelope: Envelope, person: Person, today: date) -> Post | None:
    if envelope.entered_by_id != person.pk:
        return None
    return post_in(person, envelope.body, today, KEEPS)


def _keep(envelope: Envelope, identity: Identity) -> None:
    one_at_a_time()
    try:
        sealed = cipher.seal(identity, bound_to(envelope), keyring.kept())
    except KeyUnusable as unusable:
        raise VaultRefused([_key_reason(unusable)]) from None
    SealedIdentity.objects.create(
        envelope=envelope,
        key_id=sealed.key_id,
        wrapped_key=sealed.wrapped_key,
        ciphertext=sealed.ciphertext,
    )


def _next_alias(body: Body, year: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO permissions_aliasseries (body_id, year, last) VALUES (%s, %s, 1)"
            " ON CONFLICT (body_id, year) DO UPDATE SET last = permissions_aliasseries.last + 1"
            " RETURNING last",
            [body.pk, year],
        )
        return f"NTC-{year}-{cursor.fetchone()[0]:04}"


def _against_custodian(said: Said, body: Body) -> Iterable[Reason]:
    if said.custodian is None:
        yield Reason("input.custodian", "Chưa ghi người giữ.", remedy="Chọn người giữ phong bì.")
    elif not may_hold([body], clock.today()).filter(pk=said.custodian.pk).exists():
        yield Reason(
            "input.custodian",
            "Người giữ không có chức vụ ở cơ quan này hôm nay.",
            remedy="Chọn người đang giữ chức vụ ở cơ quan giữ phong bì.",
        )


def _against_sealing(identity: Identity, open_words: Iterable[str]) -> Iterable[Reason]:
    yield from refusals.switched_off()
    if not identity.name.strip():
        yield Reason(
            "input.name", "Chưa ghi họ tên người gửi.", remedy="Ghi họ tên, hoặc bỏ trống cả."
        )
    told = _folded(" ".join(open_words))
    if any(len(part) > 3 and part in told for part in map(_folded, astuple(identity))):
        yield Reason(
            "vault.told",
            "Danh tính lặp lại ở ô không được mã hóa (số, nơi giữ hoặc văn bản).",
            remedy="Bỏ họ tên, địa chỉ, điện thoại khỏi các ô ấy.",
        )


def _folded(text: str) -> str:
    return " ".join(search_key(unicodedata.normalize("NFC", text)).split())


def _key_reason(unusable: KeyUnusable) -> Reason:
    return Reason("vault.key", str(unusable), remedy="Báo người quản trị máy chủ.")


def _refuse(reasons: list[Reason]) -> None:
    if reasons:
        raise VaultRefused(reasons)
