"""What becomes of each open file of the bodies that end: proposed by rule, chosen by a person, reasons shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.db.models import Q

from cases.models import Case, FileRow, Participant, Subject, TeamSeat
from permissions.conflicts import MANAGING, Ground, grounds
from permissions.roles import LEADING
from registry import tree
from registry.models import Body, Kinship, Membership, Person, Placement, Post, on
from registry.reorganisation.carrying_out import Carried
from registry.reorganisation.plan import Plan
from workflows import catalogue
from workflows.everyday.passing_on import Fate
from workflows.matter import Matter
from workflows.rows import RowKind

#: By which a body is named before it is there: the code of its organisation, and its kind.
Key = str


def key_of(body: Body) -> Key:
    """The name of a body in a plan: a new one has no number yet when it is previewed."""
    return f"{body.organisation.code}:{body.kind}"


@dataclass(frozen=True)
class Option:
    """One place where a file may go on, and whether it has power over the file's subjects there."""

    fate: Fate
    to: Body
    has_power: bool

    @property
    def key(self) -> str:
        """As a plan keeps the choice of it."""
        return f"{self.fate.value} {key_of(self.to)}"


@dataclass(frozen=True)
class Fated:
    """One file with its fate: `option` None where no body can go on with it.

    `barred` are the people of the new body who are too close to the matter; `heirs` whose place is taken by whom.
    """

    case: Case
    procedure: type[Matter]
    option: Option | None
    options: tuple[Option, ...] = ()
    chosen: bool = False
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    barred: tuple[tuple[Person, Ground], ...] = ()
    heirs: tuple[tuple[int, int], ...] = ()

    @property
    def gaps(self) -> str:
        """Everything that has to be looked after, as the file keeps it."""
        close = (f"{person.full_name} {ground.label}." for person, ground in self.barred)
        return "\n".join([*self.warnings, *close])


@dataclass
class Fates:
    """The fates of all files that `carried` touches, read together: the register stands as after the act."""

    plan: Plan
    carried: Carried
    choices: Mapping[str, str] = field(default_factory=dict)

    def all(self) -> list[Fated]:
        """The fate of each open file that an ended body handles or takes part in, in the order of numbers."""
        return [self._fate(case) for case in self.cases]

    # What is read once

    @cached_property
    def ended(self) -> dict[int, Body]:
        """The bodies that end, by number."""
        rows = Body.objects.filter(organisation__in=self.carried.ended, last_day=self.plan.last_day)
        return {one.pk: one for one in rows.select_related("organisation")}

    @cached_property
    def cases(self) -> list[Case]:
        """The open files they handle or take part in."""
        part = Participant.objects.filter(body__in=self.ended).values("case")
        found = Case.objects.filter(Q(body__in=self.ended) | Q(pk__in=part), closed_on=None)
        return list(found.select_related("body__organisation").order_by("pk"))

    @cached_property
    def _places(self) -> dict[int, list[Body]]:
        """The living bodies a file may go to, by organisation: of heirs, of those above, of those beside."""
        wanted = {heir.pk for heirs in self.carried.heirs.values() for heir in heirs}
        for unit in self.carried.ended:
            wanted |= set(self._above(unit))
        parents = {line[0] for unit in self.carried.ended if (line := self._above(unit))}
        beside = Placement.objects.filter(on(self.plan.effective), parent__in=parents)
        wanted |= set(beside.values_list("organisation", flat=True))
        found: dict[int, list[Body]] = defaultdict(list)
        rows = Body.objects.filter(on(self.plan.effective), organisation__in=wanted)
        for body in rows.select_related("organisation").order_by("pk"):
            found[body.organisation_id].append(body)
        return found

    @cached_property
    def _subjects(self) -> dict[int, list[Subject]]:
        return self._by_case(Subject.objects.filter(superseded_by=None))

    @cached_property
    def _homes(self) -> dict[int, int]:
        """The cell of each member who is a subject, as it is after the act."""
        people = {one.person_id for rows in self._subjects.values() for one in rows}
        rows = Membership.objects.filter(on(self.plan.effective), person__in=people - {None})
        return dict(rows.order_by("pk").values_list("person", "cell"))

    @cached_property
    def _taking_part(self) -> dict[int, list[Participant]]:
        return self._by_case(Participant.objects.all())

    @cached_property
    def _seats(self) -> dict[int, list[TeamSeat]]:
        return self._by_case(TeamSeat.objects.select_related("person"))

    @cached_property
    def _said(self) -> dict[int, list[FileRow]]:
        """Who has asked to withdraw, and which drafts wait."""
        kinds = (RowKind.WITHDRAWAL, RowKind.DRAFT)
        rows = FileRow.objects.filter(superseded_by=None, kind__in=kinds).select_related("laid_by")
        return self._by_case(rows.defer("words"))

    @cached_property
    def _kin(self) -> dict[int, set[int]]:
        """The declared relatives of each subject."""
        people = {one.person_id for rows in self._subjects.values() for one in rows} - {None}
        found: dict[int, set[int]] = defaultdict(set)
        pairs = Kinship.objects.filter(Q(person__in=people) | Q(relative__in=people))
        for one, other in pairs.values_list("person", "relative"):
            found[one].add(other)
            found[other].add(one)
        return found

    @cached_property
    def _posts(self) -> dict[int, list[Post]]:
        """Who holds a post in each body a file may go to."""
        bodies = [body.pk for rows in self._places.values() for body in rows]
        rows = Post.objects.filter(on(self.plan.effective), body__in=bodies)
        found: dict[int, list[Post]] = defaultdict(list)
        for post in rows.select_related("person", "body").order_by("pk"):
            found[post.body_id].append(post)
        return found

    def _by_case(self, rows: Any) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        for row in rows.filter(case__in=[one.pk for one in self.cases]).order_by("pk"):
            found[row.case_id].append(row)
        return found

    @cached_property
    def _lines(self) -> dict[int, list[int]]:
        return {}

    def _line(self, organisation: int) -> list[int]:
        """The organisation and all above it after the act, over an ended one by the map."""
        if organisation not in self._lines:
            self._lines[organisation] = tree.above(organisation, self.plan.effective)
        return self._lines[organisation]

    def _above(self, unit: int) -> list[int]:
        heirs = {heir.pk for heir in self.carried.heirs.get(unit, ())}
        return [one for one in self._line(unit)[1:] if one not in heirs]

    # One file

    def _fate(self, case: Case) -> Fated:
        procedure = catalogue.get(case.procedure)
        if case.body_id not in self.ended:
            option = Option(Fate.KEPT, case.body, has_power=True)
            words = (
                f"{case.body.name} không thay đổi; cơ quan tham gia được thay bằng tổ chức kế thừa.",
            )
            return Fated(
                case, procedure, option, (option,), False, words, heirs=self._heirs(case, None)
            )
        options = tuple(self._options(case, procedure))
        chosen = next((one for one in options if one.key == self.choices.get(str(case.pk))), None)
        proposed = next((one for one in options if one.has_power), None) or next(
            (one for one in options if one.fate is not Fate.ACROSS), None
        )
        option = chosen or proposed
        found = Fated(case, procedure, option, options, chosen is not None and chosen != proposed)
        if option is None:
            return replace(found, reasons=(_NOBODY.format(procedure.label),))
        return replace(
            found,
            reasons=tuple(self._reasons(case, option, chosen=found.chosen)),
            warnings=tuple(self._warnings(case, option)),
            barred=tuple(self._barred(case, option.to)),
            heirs=self._heirs(case, option.to),
        )

    def _options(self, case: Case, procedure: type[Matter]) -> Iterator[Option]:
        """Every body that runs this procedure: of the heirs first, then from below upward, then beside."""
        unit, kind = case.body.organisation_id, case.body.kind
        heirs = [heir.pk for heir in self.carried.heirs.get(unit, ())]
        above = self._above(unit)
        beside = [one for one in self._places if one not in {*heirs, *above}]
        seen = set[int]()
        found: list[Option] = []
        for fate, places in ((Fate.GOES_ON, heirs), (Fate.UP, above), (Fate.ACROSS, beside)):
            for place in places:
                bodies = sorted(self._places.get(place, ()), key=lambda one: one.kind != kind)
                if fate is Fate.GOES_ON:
                    bodies = [one for one in bodies if one.kind == kind]
                for body in bodies:
                    runs = procedure.run_by(body.kind, body.organisation.kind)
                    if runs and body.pk not in self.ended and body.pk not in seen:
                        seen.add(body.pk)
                        found.append(Option(fate, body, self._has_power(body, case)))
        yield from found

    def _has_power(self, body: Body, case: Case) -> bool:
        """Whether every subject belongs to the body's organisation or below it, after the act."""
        homes = (self._home(one) for one in self._subjects[case.pk])
        return all(body.organisation_id in self._line(home) for home in homes if home)

    def _home(self, subject: Subject) -> int | None:
        return subject.organisation_id or self._homes.get(subject.person_id or 0)

    def _reasons(self, case: Case, option: Option, *, chosen: bool) -> Iterator[str]:
        unit = case.body.organisation
        if chosen:
            yield "Người lập phương án chọn, khác với đề xuất."
        if option.fate is Fate.GOES_ON:
            yield f"{option.to.organisation} kế thừa {unit}."
        elif not self.carried.heirs.get(unit.pk):
            yield f"{unit} kết thúc, không có tổ chức kế thừa."
        elif option.fate is Fate.UP:
            yield f"Tổ chức kế thừa {unit} không có cơ quan làm được quy trình này."
        yield f"Quy trình “{catalogue.get(case.procedure).label}” do {option.to.name} thực hiện được."
        if option.has_power and self._subjects[case.pk]:
            yield f"Đối tượng thuộc {option.to.organisation} hoặc cấp dưới."
        yield "Số hồ sơ, số văn bản giữ nguyên; thời hạn tính tiếp từ ngày đầu."

    def _warnings(self, case: Case, option: Option) -> Iterator[str]:
        if not option.has_power:
            yield f"Theo danh bạ, đối tượng không thuộc {option.to.organisation}: phải xem lại thẩm quyền."
        posts = self._posts[option.to.pk]
        if not any(post.position in LEADING for post in posts):
            yield f"{option.to.name} chưa có người lãnh đạo trong danh bạ."
        here = {post.person_id for post in posts}
        for seat in self._seats[case.pk]:
            if seat.person_id not in here:
                yield f"{seat.person.full_name} ở trong đoàn, không giữ chức vụ ở {option.to.name}."
        if any(row.kind == RowKind.DRAFT for row in self._said[case.pk]):
            yield "Có dự thảo chờ ký theo tên cơ quan cũ: soạn, trình lại theo cơ quan mới."
        for one in self._taking_part[case.pk]:
            if (
                one.body_id in self.ended
                and self._in_place_of(self.ended[one.body_id]) == one.body_id
            ):
                yield f"{self.ended[one.body_id].name} tham gia xem xét, chưa có cơ quan kế thừa."

    def _barred(self, case: Case, to: Body) -> Iterator[tuple[Person, Ground]]:
        """Whoever of the new body is a subject, kin of one, leads a subject's own organisation, or has withdrawn."""
        subjects = self._subjects[case.pk]
        persons = {one.person_id for one in subjects} - {None}
        kin = {other for one in persons for other in self._kin.get(one or 0, ())}
        homes = {self._home(one) for one in subjects}
        withdrawn = {
            row.laid_by.actor_id for row in self._said[case.pk] if row.kind == RowKind.WITHDRAWAL
        }
        seen = set[tuple[int, Ground]]()
        for post in self._posts[to.pk]:
            manages = post.position in MANAGING and to.organisation_id in homes
            person = post.person_id
            for ground in grounds(person in persons, person in kin, manages, person in withdrawn):
                if (person, ground) not in seen:
                    seen.add((person, ground))
                    yield post.person, ground

    def _heirs(self, case: Case, to: Body | None) -> tuple[tuple[int, int], ...]:
        """Each ended body of the file with the one in its place: of its heirs, else of those above."""
        taking_part = [
            one.body_id for one in self._taking_part[case.pk] if one.body_id in self.ended
        ]
        pairs = {body: self._in_place_of(self.ended[body]) for body in taking_part}
        if to is not None:
            pairs[case.body_id] = to.pk
        return tuple(sorted((old, new) for old, new in pairs.items() if old != new))

    def _in_place_of(self, body: Body) -> int:
        unit = body.organisation_id
        heirs = [heir.pk for heir in self.carried.heirs.get(unit, ())]
        for place in (*heirs, *self._above(unit)):
            for one in self._places.get(place, ()):
                if one.kind == body.kind:
                    return one.pk
        return body.pk


_NOBODY = (
    "Không cơ quan nào ở tổ chức kế thừa, cấp trên hay bên cạnh làm được quy trình “{}”: kết thúc hồ sơ,"
    " hoặc chuyển theo quy trình khác, trước ngày sắp xếp."
)


def unsettled(fates: Iterable[Fated]) -> list[Fated]:
    """The files for which no body goes on."""
    return [one for one in fates if one.option is None]
