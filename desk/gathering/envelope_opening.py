"""One request to see an identity: who may answer it, who may look, and why somebody may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from desk.envelope_forms import AnswerForm
from desk.gathering import words
from desk.gathering.envelopes import ask_state, envelope_url, event, shown, until_words
from desk.pages.envelope import OpeningPage
from desk.pages.parts import Fact
from law import Reason
from permissions.vault import refusals, services
from permissions.vault.chain import Said
from permissions.vault.cipher import Identity
from permissions.vault.deeds import Ask, Deed, Ledger, add_up
from permissions.vault.models import Envelope, EnvelopeEntry
from permissions.vault.refusals import VaultRefused
from registry.models import Person


class Before:
    """One person before one request, as it stands now."""

    def __init__(self, envelope: Envelope, number: int, person: Person, today: date) -> None:
        self.envelope, self.number, self.person, self.today = envelope, number, person, today

    @cached_property
    def entries(self) -> list[EnvelopeEntry]:
        """The envelope's history, oldest first."""
        held = self.envelope.entries.select_related("actor", "custodian", "post")
        return list(held.order_by("sequence"))

    @cached_property
    def ledger(self) -> Ledger:
        """What the history adds up to."""
        return add_up(self.entries)

    @property
    def exists(self) -> bool:
        """Whether there is such a request."""
        return self.number in self.ledger.asks

    @property
    def ask(self) -> Ask:
        """The request. Raises KeyError where there is none."""
        return self.ledger.asks[self.number]

    def said(self, told: Any, deed: Deed) -> Said:
        """What was pressed, with its key."""
        key = str(told.get("key", ""))[:64] or uuid4().hex
        return Said(deed, self.person, self.today, key, about=self.number)

    def again(self) -> Before:
        """The same, read anew."""
        envelope = Envelope.objects.select_related("body").get(pk=self.envelope.pk)
        return Before(envelope, self.number, self.person, self.today)


def answered(at: Before, sent: Any, deed: Deed) -> tuple[AnswerForm, list[Reason], bool]:
    """Approve, decline or withdraw as sent: the form as filled in, what no field shows, and if it is done."""
    form = AnswerForm(at.today, sent)
    if not form.is_valid():
        return form, [], False
    said = replace(at.said(sent, deed), words={"reason": form.cleaned_data["reason"]})
    try:
        services.answer(at.envelope, said)
    except VaultRefused as refused:
        return form, form.refuse(refused.reasons), False
    return form, [], True


def opening_page(
    at: Before,
    *,
    form: AnswerForm | None = None,
    reasons: Sequence[Reason] = (),
    identity: Identity | None = None,
) -> OpeningPage:
    """Gather the page of a request, read anew after whatever was pressed on it."""
    at = at.again()
    ask, made, person = at.ask, at.entries[at.number - 1], at.person
    asks_self = ask.by == person.pk
    may_answer = ask.waits and not asks_self and services.answering_post(at.envelope, person)
    probe = Said(Deed.LOOK, person, at.today, "", about=at.number)
    against = services.reasons_not_to_look(at.envelope, at.ledger, probe) if asks_self else []
    off = [*refusals.switched_off(), *refusals.nothing_to_show(at.ledger)] if may_answer else []
    withdrawn = [*refusals.against_answering(ask, person.pk, Deed.WITHDRAW)]
    return OpeningPage(
        alias=at.envelope.alias,
        envelope_url=envelope_url(at.envelope),
        state=ask_state(ask, timezone.now()),
        facts=[
            Fact(_("Người xin"), made.actor.full_name),
            Fact(_("Lý do"), made.words["reason"]),
            Fact(_("Mục đích sử dụng"), made.words["purpose"]),
            Fact(_("Văn bản làm căn cứ"), made.words["document"]),
        ],
        events=[event(e) for e in reversed(at.entries) if at.number in (e.sequence, e.about)],
        reasons=[words.reason(one) for one in reasons],
        why_not=[words.reason(one) for one in [*against, *off]],
        answer=(form or AnswerForm(at.today)) if may_answer else None,
        may_look=asks_self and not against,
        may_withdraw=not withdrawn,
        look=AnswerForm(at.today, auto_id="xem_%s"),
        withdraw=AnswerForm(at.today, auto_id="rut_%s"),
        until=until_words(ask),
        shown=shown(identity, until_words(ask)) if identity else None,
    )
