"""Carrying a plan out in the register: units end, go on and begin; their bodies, posts and members with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from registry.models import (
    AreaAssignment,
    Body,
    Delegation,
    Membership,
    Organisation,
    PaperOnly,
    Person,
    Placement,
    Position,
    Post,
    Succession,
    Term,
    on,
)
from registry.reorganisation.changes import Changes
from registry.reorganisation.plan import WITHOUT_HEIR, Line, LineKind, Plan


@dataclass
class Carried:
    """What became of the units: the changes, who succeeds whom, what is left for somebody to settle."""

    changes: Changes = field(default_factory=Changes)
    heirs: dict[int, list[Organisation]] = field(default_factory=dict)
    ended: dict[int, Organisation] = field(default_factory=dict)
    #: Members whose unit ended without a successor.
    unmoved: list[Membership] = field(default_factory=list)
    #: Areas that nobody follows any more, bodies that kept their files on paper.
    areas_lost: list[AreaAssignment] = field(default_factory=list)
    paper_lost: list[PaperOnly] = field(default_factory=list)
    areas_kept: int = 0


def carry_out(plan: Plan) -> Carried:
    """Write everything `plan` does to the register; the caller has asked what stands against it.

    Raises nothing of its own; inside the caller's transaction.
    """
    return _Carrying(plan).run()


class _Carrying:
    def __init__(self, plan: Plan):
        self.plan, self.done = plan, Carried()
        self.changes = self.done.changes
        codes = {code for line in plan.lines for code in line.units}
        codes |= {target.code for line in plan.lines for target in line.targets}
        self.units = {one.code: one for one in Organisation.objects.filter(code__in=codes)}
        self.there = on(plan.effective)

    def run(self) -> Carried:
        lines = [line for line in self.plan.lines if line.kind != LineKind.APPOINT]
        for line in lines:
            for target in line.targets:
                if target.name:
                    self._found(target.code, target.name, line)
        for line in lines:
            self._settle(line)
        self._areas()
        for line in self.plan.lines:
            if line.kind == LineKind.APPOINT:
                self._appoint(line)
        self.changes.flush()
        return self.done

    # What begins

    def _found(self, code: str, name: str, line: Line) -> None:
        """A new organisation of the kind of the first unit, with bodies as its predecessors had."""
        first = self.units[line.units[0]]
        unit = Organisation(
            code=code, kind=first.kind, name=name, place=first.place, first_day=self.plan.effective
        )
        self.units[code] = self.changes.begin(unit, f"Lập {name}")
        self.changes.begin(
            Placement(
                organisation=unit, parent_id=self._parent(first), first_day=self.plan.effective
            ),
            "Vào cây tổ chức",
        )
        before = [self.units[one] for one in line.units]
        for body in self._kinds_of_body(before):
            self._found_body(unit, body)

    def _kinds_of_body(self, before: list[Organisation]) -> Iterable[Body]:
        """One body of each kind that any of them has, after which the new one is called."""
        order = {one.pk: place for place, one in enumerate(before)}
        bodies = Body.objects.filter(self.there, organisation__in=before)
        found: dict[str, Body] = {}
        for body in sorted(bodies, key=lambda one: (order[one.organisation_id], one.pk)):
            found.setdefault(body.kind, body)
        return found.values()

    def _found_body(self, unit: Organisation, after: Body) -> None:
        old = after.organisation.name
        body = Body(
            organisation=unit,
            kind=after.kind,
            name=_renamed(after.name, old, unit.name, after.get_kind_display()),
            symbol=after.symbol,
            superior_line=after.superior_line.replace(old.upper(), unit.name.upper()),
            issuing_line=after.issuing_line.replace(old.upper(), unit.name.upper()),
            signs_electronically=after.signs_electronically,
            first_day=self.plan.effective,
        )
        self.changes.begin(body, f"Lập {body.name}")
        term = after.terms.filter(self.there).first()
        if term is not None:
            self.changes.begin(
                Term(
                    body=body, name=term.name, first_day=self.plan.effective, last_day=term.last_day
                ),
                f"Nhiệm kỳ {term.name}",
            )

    def _appoint(self, line: Line) -> None:
        unit = self.units[line.units[0]]
        body = Body.objects.get(self.there, organisation=unit, kind=line.body_kind)
        person = Person.objects.get(pk=line.person)
        post = Post(person=person, body=body, position=line.position, first_day=self.plan.effective)
        self.changes.begin(post, f"{Position(line.position).label} {body.name}")

    # What ends

    def _settle(self, line: Line) -> None:
        heirs = [self.units[target.code] for target in line.targets]
        for code in line.units:
            unit = self.units[code]
            if code in line.ending:
                self._end_unit(unit, heirs, line)
            elif line.kind == LineKind.SPLIT:
                self._part(unit, heirs, line)

    def _part(self, unit: Organisation, heirs: list[Organisation], line: Line) -> None:
        """A unit that goes on itself gives part of its members and of what is below it to the others."""
        for heir in heirs:
            if heir.pk != unit.pk:
                self._succeed(unit, heir)
        self._move_children(unit, [unit, *heirs], line, only_named=True)
        self._move_members(unit, [unit, *heirs], line, only_named=True)

    def _end_unit(self, unit: Organisation, heirs: list[Organisation], line: Line) -> None:
        last, words = self.plan.last_day, LineKind(line.kind).label
        self.done.ended[unit.pk], self.done.heirs[unit.pk] = unit, heirs
        parent = self._parent(unit)
        for heir in heirs:
            self._succeed(unit, heir)
        if heirs:
            self._move_children(unit, heirs, line)
        else:
            over = Organisation.objects.get(pk=parent)
            self._move_children(unit, [over], line)
        self._move_members(unit, heirs, line)
        self._end_bodies(unit, words)
        self.changes.end_all(Placement.objects.filter(self.there, organisation=unit), last, words)
        self.changes.end(unit, last, words)

    def _end_bodies(self, unit: Organisation, words: str) -> None:
        last = self.plan.last_day
        bodies = Body.objects.filter(self.there, organisation=unit)
        held = bodies.values("pk")
        posts = Post.objects.filter(_not_over(last), body__in=held)
        lent = Delegation.objects.filter(_not_over(last), post__in=posts)
        self.changes.end_all(lent.select_related("post__body"), last, words)
        self.changes.end_all(posts.select_related("body"), last, words)
        terms = Term.objects.filter(_not_over(last), body__in=held)
        self.changes.end_all(terms.select_related("body"), last, words)
        self._end_paper(held, words)
        self.changes.end_all(bodies, last, words)

    def _end_paper(self, held: Any, words: str) -> None:
        """Whoever kept its files on paper, or entered for such a body, does so no more."""
        rows = PaperOnly.objects.filter(_not_over(self.plan.last_day)).select_related(
            "entered_by", "body"
        )
        for row in (rows.filter(body__in=held) | rows.filter(entered_by__in=held)).distinct():
            self.done.paper_lost.append(row)
            self.changes.end(row, self.plan.last_day, words)

    def _succeed(self, unit: Organisation, heir: Organisation) -> None:
        row = Succession(
            predecessor=unit, successor=heir, day=self.plan.effective, document=self.plan.document
        )
        self.changes.begin(row, f"{unit.name} → {heir.name}")

    # Whoever and whatever goes along

    def _move_children(
        self, unit: Organisation, heirs: list[Organisation], line: Line, *, only_named: bool = False
    ) -> None:
        named = dict(line.assigned)
        below = Placement.objects.filter(self.there, parent=unit).select_related("organisation")
        for row in below.exclude(organisation__code__in=self.plan.ending):
            heir = self._named(named.get(row.organisation.code), heirs, only_named)
            if heir is None or heir.pk == row.organisation_id:
                continue
            words = f"Chuyển về {heir.name}"
            until = row.last_day
            self.changes.end(row, self.plan.last_day, words)
            self.changes.begin(
                Placement(
                    organisation_id=row.organisation_id, parent=heir,
                    first_day=self.plan.effective, last_day=until,
                ),
                words,
            )  # fmt: skip

    def _move_members(
        self, unit: Organisation, heirs: list[Organisation], line: Line, *, only_named: bool = False
    ) -> None:
        named = dict(line.assigned)
        for row in Membership.objects.filter(self.there, cell=unit).order_by("pk"):
            if line.kind in WITHOUT_HEIR:
                self.done.unmoved.append(row)
                continue
            heir = self._named(named.get(str(row.person_id)), heirs, only_named)
            if heir is None:
                continue
            until = row.last_day
            self.changes.end(row, self.plan.last_day, f"Chuyển về {heir.name}")
            self.changes.begin(
                Membership(
                    person_id=row.person_id, cell=heir, status=row.status,
                    first_day=self.plan.effective, last_day=until,
                ),
                f"Chuyển từ {unit.name}",
            )  # fmt: skip

    def _named(
        self, code: str | None, heirs: list[Organisation], only_named: bool
    ) -> Organisation | None:
        """The one that is named, else the first; nobody goes from a unit that goes on without being named."""
        if code is None:
            return None if only_named else heirs[0]
        heir = self.units[code]
        return None if only_named and heir.pk == heirs[0].pk else heir

    def _areas(self) -> None:
        """Whoever followed an ended unit follows its first heir; an area of an ended body ends."""
        ended, last = self.done.ended, self.plan.last_day
        rows = AreaAssignment.objects.filter(_not_over(last)).select_related(
            "body", "unit", "person"
        )
        for row in (
            rows.filter(unit__in=ended) | rows.filter(body__organisation__in=ended)
        ).distinct():
            until = row.last_day
            self.changes.end(row, last, "Địa bàn, cơ quan kết thúc hoạt động")
            heirs = self.done.heirs.get(row.unit_id, [row.unit])
            if row.body.organisation_id in ended or not heirs:
                self.done.areas_lost.append(row)
                continue
            self.done.areas_kept += 1
            self.changes.begin(
                AreaAssignment(
                    person=row.person, body=row.body, unit=heirs[0], document=self.plan.document,
                    first_day=self.plan.effective, last_day=until,
                ),
                f"Theo dõi tiếp {heirs[0].name}",
            )  # fmt: skip

    def _parent(self, unit: Organisation) -> int:
        """Under whom it stood on the last day."""
        found = Placement.objects.filter(on(self.plan.last_day), organisation=unit)
        return found.values_list("parent", flat=True).first() or self.plan.superior


def _not_over(last: date) -> Q:
    """The condition on a dated row: it goes on after `last`, or is still to begin."""
    return Q(last_day__isnull=True) | Q(last_day__gt=last)


def _renamed(name: str, old: str, new: str, kind: str) -> str:
    """The name of a body after its organisation, in place of the old one's."""
    if old in name:
        return name.replace(old, new)[:200]
    return f"{kind} {new}"[:200]


def left_behind(done: Carried) -> Iterator[str]:
    """Sentences on what the register leaves for somebody to settle."""
    for area in done.areas_lost:
        yield f"{area.person}: thôi theo dõi {area.unit}, chưa ai theo dõi thay."
    for paper in done.paper_lost:
        yield f"{paper.body} làm trên giấy: việc nhập thay đã thôi, cần quyết định lại."
