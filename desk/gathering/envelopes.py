"""What the pages of envelopes show: where each lies, what became of it, who asked to know and looked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.paging import Place, leaf
from desk.envelope_forms import ON_PAGES
from desk.gathering.leaves import PAGE, pager_between, place_of, read_number, so_many
from desk.pages.envelope import AskRow, EnvelopePage, EnvelopeRow, EnvelopesPage, Shown
from desk.pages.parts import Event, Fact, Link, Tag, Tone
from desk.worded import worded
from permissions.vault.cipher import Identity
from permissions.vault.deeds import Ask, Deed, Ledger, Source, add_up
from permissions.vault.models import Envelope, EnvelopeEntry
from permissions.vault.rights import KEEPS, LEADS, bodies_of, roles_in, visible_to
from permissions.vault.services import asking_post
from permissions.vault.verification import fault_of
from registry.models import Person

_TONES = {
    Deed.ASK: Tone.SOON,
    Deed.APPROVE: Tone.OK,
    Deed.DECLINE: Tone.HOLD,
    Deed.LOOK: Tone.LATE,
    Deed.OPEN_PAPER: Tone.LATE,
    Deed.DESTROY_PAPER: Tone.LATE,
    Deed.ERASE: Tone.LATE,
}
_ICONS = {
    Deed.HAND_OVER: "people",
    Deed.ASK: "eye",
    Deed.OPEN_PAPER: "letter",
    Deed.DESTROY_PAPER: "slash",
    Deed.ERASE: "x-circle",
}


def envelopes_page(person: Person, today: date, asked: Any) -> EnvelopesPage:
    """Gather the envelopes that `person` may know of today, the newest first."""
    found = visible_to(person, today).select_related("body")
    page = leaf(partial(_newest, found), place_of(asked, read_number), PAGE)
    held: dict[int, list[EnvelopeEntry]] = defaultdict(list)
    entries = EnvelopeEntry.objects.filter(envelope__in=[one.pk for one in page.rows])
    for entry in entries.select_related("custodian").order_by("envelope", "sequence"):
        held[entry.envelope_id].append(entry)
    groups: dict[str, list[EnvelopeRow]] = {}
    for one in page.rows:
        groups.setdefault(one.body.name, []).append(_row(one, held[one.pk]))
    takes_in = bodies_of(person, today, KEEPS)
    return EnvelopesPage(
        groups=list(groups.items()),
        receive_url=reverse("envelope-new") if takes_in else "",
        vault=vault_words(),
        pager=pager_between(page, asked, so_many(page, _("phong bì")), lambda one: str(one.pk)),
    )


def _newest(envelopes: QuerySet[Envelope], place: Place[int], limit: int) -> list[Envelope]:
    """Read at most `limit` envelopes from a place on, by their number in the database."""
    if place.key is not None:
        envelopes = envelopes.filter(**{"pk__gt" if place.back else "pk__lt": place.key})
    return list(envelopes.order_by("pk" if place.back else "-pk")[:limit])


def vault_words() -> str:
    """Whether this site keeps identities encrypted as well, in a sentence."""
    if settings.IDENTITY_VAULT:
        return _("Kho danh tính đang bật: danh tính được mã hóa, hai người mới mở được.")
    return _("Kho danh tính đang tắt: danh tính chỉ nằm trong phong bì giấy.")


def envelope_page(envelope: Envelope, person: Person, today: date) -> EnvelopePage:
    """Gather one envelope that `person` may know of."""
    entries = list(
        envelope.entries.select_related("actor", "custodian", "post").order_by("sequence")
    )
    ledger, fault = add_up(entries), fault_of(envelope, entries)
    keeper = [entry.custodian for entry in entries if entry.custodian_id][-1]
    chain = (
        Tag(_("có sai khác"), Tone.LATE, "warning")
        if fault
        else Tag(_("nguyên vẹn"), Tone.OK, "check")
    )
    return EnvelopePage(
        alias=envelope.alias,
        url=envelope_url(envelope),
        body=envelope.body.name,
        state=_state(ledger),
        facts=[
            Fact(_("Số ghi trên phong bì"), envelope.number),
            Fact(_("Nguồn đơn"), worded(Source(envelope.source).label)),
            Fact(_("Ngày nhận"), f"{envelope.received_on:%d/%m/%Y}"),
            Fact(_("Người giữ"), keeper.full_name, f"{_('từ')} {ledger.since:%d/%m/%Y}"),
            Fact(_("Nơi giữ"), ledger.place),
        ],
        asks=[_ask_row(envelope, ask, entries) for ask in reversed(ledger.asks.values())],
        events=[event(entry) for entry in reversed(entries)],
        chain=chain,
        chain_words=str(fault.what) if fault else _("%(n)d bản ghi, bản cuối %(hash)s") % {
            "n": envelope.records, "hash": envelope.head[:12],
        },
        deeds=_deeds(envelope, ledger, person, today),
    )  # fmt: skip


def event(entry: EnvelopeEntry) -> Event:
    """One entry of the history, in the words that were written."""
    words = entry.words
    custodian = entry.custodian.full_name if entry.custodian else ""
    told = (
        (_("Người giữ"), custodian),
        (_("Nơi giữ"), words.get("place")),
        (_("Lý do"), words.get("reason")),
        (_("Mục đích"), words.get("purpose")),
        (_("Văn bản"), words.get("document")),
        (_("Ghi chú"), words.get("note")),
    )
    post = f", {worded(entry.post.get_position_display()).lower()}" if entry.post else ""
    return Event(
        worded(Deed(entry.deed).label),
        entry.acted_on,
        f"{entry.actor.full_name}{post}",
        at=entry.recorded_at,
        tone=_TONES.get(Deed(entry.deed), Tone.HOLD),
        note=" · ".join(f"{label}: {said}" for label, said in told if said),
    )


def ask_state(ask: Ask, now: datetime) -> Tag:
    """Where a request stands."""
    if ask.withdrawn:
        return Tag(_("Đã rút"), Tone.HOLD, "return")
    if ask.declined_by:
        return Tag(_("Không được đồng ý"), Tone.HOLD, "x-circle")
    if ask.live(now, settings.IDENTITY_VAULT_OPEN_FOR):
        return Tag(_("Đang xem được"), Tone.SOON, "eye")
    if ask.approved_at:
        return Tag(_("Đã hết hạn xem"), Tone.HOLD, "clock")
    return Tag(_("Chờ người thứ hai"), Tone.SOON, "hourglass")


def until_words(ask: Ask) -> str:
    """Until when the one who asked may look."""
    until = ask.until(settings.IDENTITY_VAULT_OPEN_FOR)
    return f"{timezone.localtime(until):%H:%M, %d/%m/%Y}" if until else ""


def shown(identity: Identity, until: str) -> Shown:
    """The identity for the one answer that shows it."""
    told = (
        (_("Họ tên người gửi"), identity.name),
        (_("Địa chỉ"), identity.address),
        (_("Điện thoại, cách liên lạc"), identity.contact),
        (_("Người thân được nêu tên"), identity.relatives),
    )
    return Shown([Fact(label, said or "—") for label, said in told], until)


def envelope_url(envelope: Envelope) -> str:
    """Where an envelope is found."""
    return reverse("envelope", kwargs={"pk": envelope.pk})


def opening_url(envelope: Envelope, ask: int) -> str:
    """Where a request to see its identity is found."""
    return reverse("envelope-opening", kwargs={"pk": envelope.pk, "ask": ask})


def _row(envelope: Envelope, entries: Sequence[EnvelopeEntry]) -> EnvelopeRow:
    ledger = add_up(entries)
    keeper = [entry.custodian for entry in entries if entry.custodian_id][-1]
    return EnvelopeRow(
        alias=envelope.alias,
        url=envelope_url(envelope),
        number=envelope.number,
        received=envelope.received_on,
        source=worded(Source(envelope.source).label),
        custodian=keeper.full_name,
        place=ledger.place,
        state=_state(ledger),
    )


def _state(ledger: Ledger) -> list[Tag]:
    if ledger.destroyed:
        tags = [Tag(_("Phong bì đã hủy"), Tone.HOLD, "slash")]
    elif ledger.opened:
        tags = [Tag(_("Phong bì đã mở"), Tone.SOON, "letter")]
    else:
        tags = [Tag(_("Phong bì còn dán kín"), Tone.OK, "lock")]
    if ledger.erased:
        tags.append(Tag(_("Danh tính đã xóa"), Tone.HOLD, "x"))
    elif ledger.sealed:
        tags.append(Tag(_("Có trong kho"), Tone.INFO, "shield"))
    if any(ask.waits for ask in ledger.asks.values()):
        tags.append(Tag(_("Có người xin xem"), Tone.SOON, "hourglass"))
    return tags


def _ask_row(envelope: Envelope, ask: Ask, entries: Sequence[EnvelopeEntry]) -> AskRow:
    made = entries[ask.number - 1]
    looks = len(ask.looks)
    return AskRow(
        url=opening_url(envelope, ask.number),
        by=made.actor.full_name,
        day=made.acted_on,
        state=ask_state(ask, timezone.now()),
        note=_("%(n)d lần xem") % {"n": looks} if looks else "",
    )


def _deeds(envelope: Envelope, ledger: Ledger, person: Person, today: date) -> list[Link]:
    """The deeds whose page is worth opening for this person; the pages say the rest."""
    roles = roles_in(person, envelope.body, today)
    keeps, leads = bool(roles & KEEPS), bool(roles & LEADS)
    readable = ledger.sealed and not ledger.erased
    offered = {
        Deed.HAND_OVER: keeps and not ledger.destroyed,
        Deed.ASK: settings.IDENTITY_VAULT
        and readable
        and asking_post(envelope, person) is not None,
        Deed.OPEN_PAPER: keeps and not ledger.destroyed,
        Deed.DESTROY_PAPER: leads and not ledger.destroyed,
        Deed.ERASE: leads and readable,
    }
    return [
        Link(worded(deed.label), deed_url(envelope, deed), _ICONS[deed])
        for deed in ON_PAGES
        if offered[deed]
    ]


def deed_url(envelope: Envelope, deed: Deed) -> str:
    """Where a deed is filled in: `Deed.HAND_OVER` is "giao", with hyphens for underlines."""
    slug = deed.value.replace("_", "-")
    return reverse("envelope-deed", kwargs={"pk": envelope.pk, "deed": slug})
