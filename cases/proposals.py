"""Proposals out of flags: those that wait for a committee, and their way into its book as a finding that came in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from cases import services
from cases.incoming import READERS, WRITERS
from cases.models import Case
from cases.proposal_models import ProposalTaken
from cases.queries import visible_to
from cases.refused import StepRefused
from law import Reason
from registry.flag_models import FlagDecision
from registry.flags.deciding import deciding_bodies, units_decided_by
from registry.models import Body, Person, Post, held_by
from workflows.letters import Sender, Source
from workflows.procedures.intake import Intake


def readable(person: Person, today: date) -> QuerySet[FlagDecision]:
    """The decisions that `person` reads: of the units whose flags they see, and what was proposed to their body.

    Nobody reads what was decided about themselves.
    """
    units = units_decided_by(deciding_bodies(person, today), today)
    received = Post.objects.filter(held_by(person, today), position__in=READERS).values("body")
    found = FlagDecision.objects.filter(unit__in=units) | FlagDecision.objects.filter(
        to__in=received
    )
    return found.exclude(person=person)


def receiving(person: Person, today: date) -> QuerySet[Body]:
    """The bodies into whose book `person` enters what comes in."""
    held = Post.objects.filter(held_by(person, today), position__in=WRITERS)
    return Body.objects.filter(pk__in=held.values("body"))


def waiting_for(person: Person, today: date) -> QuerySet[FlagDecision]:
    """What was proposed to a body into whose book `person` enters, not taken in yet; never about themselves."""
    asked = FlagDecision.objects.filter(to__in=receiving(person, today), taken=None)
    return asked.exclude(person=person)


def number_of(decision: FlagDecision) -> str:
    """How the book and the papers name the proposal."""
    return f"ĐN-{decision.pk}"


def case_of(decision: FlagDecision, person: Person, today: date) -> Case | None:
    """The file into which it was taken, as far as `person` may see it."""
    return visible_to(person, today).filter(proposal__decision=decision).first()


def taken(decision: FlagDecision) -> bool:
    """Whether a committee has taken it in; which file that is, is not told."""
    return ProposalTaken.objects.filter(decision=decision).exists()


def take_in(
    decision: FlagDecision, *, actor: Person, today: date, said: Mapping[str, Any], key: str
) -> Case:
    """Open a file of intake about the proposal, as any other finding that comes in, and link the two.

    `said` holds `acted_on`, `arrived_on` and `summary`. Raises StepRefused with every reason, as the door does.
    """
    assert decision.to is not None, "what nobody proposed is not taken in"
    inputs = {
        "source": Source.OWN_FINDING.value,
        "arrived_on": said["arrived_on"].isoformat(),
        "sender_kind": Sender.ORGAN.value,
        "sender": decision.body.name,
        "sender_number": number_of(decision),
        "summary": said["summary"],
    }
    try:
        with transaction.atomic():
            case = services.open_case(
                Intake.code, body=decision.to, subjects=[decision.person], actor=actor,
                acted_on=said["acted_on"], inputs=inputs, key=key, today=today,
            )  # fmt: skip
            ProposalTaken.objects.get_or_create(
                decision=decision, case=case, defaults={"by": actor}
            )
    except IntegrityError as error:
        twice = Reason(
            "proposal.taken",
            "Đề nghị này đã được tiếp nhận.",
            remedy="Mở hồ sơ đã lập của đề nghị.",
        )
        raise StepRefused([twice]) from error
    return case
