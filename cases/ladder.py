"""The ladder of complaints, read from the register: who settles one after a body has decided, level by level."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from registry import tree
from registry.models import Body, BodyKind, Membership, Organisation, Succession, on
from workflows.facts import Facts

#: Organisations below the lowest level whose bodies settle complaints.
_BELOW_BASE = ("chi_bo", "bo_phan")
#: The two kinds of organisation that were, one after the other, directly above the base.
_ABOVE_BASE = ("huyen", "xa")
_COMMITTEES = (BodyKind.STANDING, BodyKind.COMMITTEE, BodyKind.SECRETARIAT)
_SETTLING = (BodyKind.INSPECTION, *_COMMITTEES)
_CENTRE = "tw"


def line_of(facts: Facts, day: date) -> list[int]:
    """The organisations above the subject on a day, from the lowest up."""
    subject = facts.subjects[0]
    if not subject.is_person:
        return tree.above(subject.register, day)
    home = Membership.objects.filter(on(day), person=subject.register).values_list(
        "cell", flat=True
    )
    home = home.first() or _last_home(subject.register)
    return tree.above(home, day) if home else []


def next_bodies(decider: Body, line: Sequence[int], day: date) -> list[int]:
    """Who settles a complaint against what `decider` decided: its own committee, else those right above.

    Where the deciding organisation has ended, the one that now stands in its place in the subject's line
    counts for it: what the law says of annulled admissions, by analogy.
    """
    home = in_its_place(decider, line, day)
    if home is None:
        return []
    if decider.kind == BodyKind.INSPECTION or home.kind == _CENTRE:
        return _bodies([home.pk], _COMMITTEES, day, but=decider.pk)
    over = [one for one in tree.above(home.pk, day)[1:] if _settles(one)]
    return _bodies(over[:1], _SETTLING, day)


def bodies_above(decider: Body, line: Sequence[int], day: date) -> list[int]:
    """Every body that stands over `decider`: its own committee over its inspection committee, and all above."""
    home = in_its_place(decider, line, day)
    if home is None:
        return []
    own = _bodies([home.pk], _COMMITTEES, day, but=decider.pk)
    beside = own if decider.kind == BodyKind.INSPECTION or home.kind == _CENTRE else []
    return [*beside, *_bodies(tree.above(home.pk, day)[1:], _SETTLING, day)]


def in_its_place(decider: Body, line: Sequence[int], day: date) -> Organisation | None:
    """The organisation of `decider`, or what has taken its place in the subject's line since it ended."""
    home: Organisation = decider.organisation
    if not decider.last_day or decider.last_day >= day:
        return home
    heirs = Succession.objects.filter(predecessor=home, day__lte=day).values_list(
        "successor", flat=True
    )
    kinds = _ABOVE_BASE if home.kind in _ABOVE_BASE else (home.kind,)
    there = {one.pk: one for one in Organisation.objects.filter(pk__in=line)}
    ours = [there[one] for one in line if one in there]
    return next(
        (one for one in ours if one.pk in set(heirs)),
        next((one for one in ours if one.kind in kinds), None),
    )


def _settles(organisation: int) -> bool:
    return not Organisation.objects.filter(pk=organisation, kind__in=_BELOW_BASE).exists()


def _bodies(
    organisations: Sequence[int], kinds: Sequence[str], day: date, *, but: int = 0
) -> list[int]:
    """The bodies of these kinds there are on a day, in the order of the organisations."""
    found = Body.objects.filter(on(day), organisation__in=organisations, kind__in=kinds).exclude(
        pk=but
    )
    places = {one: place for place, one in enumerate(organisations)}
    return [one.pk for one in sorted(found, key=lambda b: (places[b.organisation_id], b.pk))]


def _last_home(person: int) -> int | None:
    """Where somebody who is no member any more belonged last: whoever was expelled complains from there."""
    last = Membership.objects.filter(person=person).order_by("-first_day").first()
    return last.cell_id if last else None
