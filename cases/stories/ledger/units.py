"""The units of the ledger's province, each level with the same bodies and seats, laid in bulk; all names invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from registry.models import Body, Membership, Organisation, Person, Placement, Post, Term
from registry.names import search_key, sort_key

BEGUN = date(2010, 1, 1)
TERM = "2010–2020"
#: Official members of every cell that has files: those who lead it and the others.
LEADERS, MEMBERS = 3, 12


@dataclass(frozen=True)
class Seats:
    """A body that every unit of a level has: its name and lines take the unit's name, and its name in capitals."""

    short: str
    kind: str
    name: str
    symbol: str
    superior: str
    issuing: str
    positions: tuple[str, ...]


def _committee(head: str, deputy: str, others: int, *more: str) -> tuple[str, ...]:
    return (head, deputy, *["uy_vien"] * others, *more)


LEVELS: dict[str, tuple[Seats, ...]] = {
    "tinh": (
        Seats("btv", "btv", "Ban Thường vụ {name}", "TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "{NAME}",
              _committee("bi_thu", "pho_bi_thu", 3)),
        Seats("ubkt", "ubkt", "Ủy ban Kiểm tra {name}", "UBKTTU", "{NAME}", "ỦY BAN KIỂM TRA",
              _committee("chu_nhiem", "pho_chu_nhiem", 3, "kiem_tra_vien")),
    ),
    "huyen": (
        Seats("btv", "btv", "Ban Thường vụ {name}", "HU", "ĐẢNG BỘ TỈNH", "{NAME}",
              _committee("bi_thu", "pho_bi_thu", 7)),
        Seats("ubkt_huyen", "ubkt", "Ủy ban Kiểm tra {name}", "UBKTHU", "{NAME}", "ỦY BAN KIỂM TRA",
              _committee("chu_nhiem", "pho_chu_nhiem", 3, "kiem_tra_vien")),
        Seats("ban", "ban", "Ban Tổ chức {name}", "BTCHU", "{NAME}", "BAN TỔ CHỨC",
              ("truong_ban", "kiem_tra_vien")),
    ),
    "co_so": (
        Seats("cap_uy", "cap_uy", "Ban Chấp hành {name}", "ĐU", "ĐẢNG BỘ HUYỆN", "{NAME}",
              _committee("bi_thu", "pho_bi_thu", 7)),
        Seats("ubkt", "ubkt", "Ủy ban Kiểm tra {name}", "UBKTĐU", "{NAME}", "ỦY BAN KIỂM TRA",
              _committee("chu_nhiem", "pho_chu_nhiem", 3)),
    ),
    "chi_bo": (
        Seats("chi_bo", "chi_bo", "{name}", "CB", "ĐẢNG ỦY CƠ SỞ", "{NAME}",
              _committee("bi_thu", "pho_bi_thu", 1)),
    ),
}  # fmt: skip


@dataclass
class Unit:
    """One unit with all that stands in the register for it, in the order in which `lay` writes it."""

    organisation: Organisation
    above: Unit | None = None
    bodies: list[Body] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    leaders: list[Person] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    members: list[Person] = field(default_factory=list)

    @property
    def numbers(self) -> list[int]:
        """The numbers of everything but the members, in an order that all units of a level share."""
        rows = (self.organisation, *self.bodies, *self.terms, *self.leaders, *self.posts)
        return [one.pk for one in rows]

    @property
    def words(self) -> list[str]:
        """The words by which papers name it and whoever leads it, in the same order."""
        unit = self.organisation
        return [unit.name.upper(), unit.name, unit.place, *(one.full_name for one in self.leaders)]

    def body(self, short: str) -> Body:
        """Its body by the short name of its seats."""
        shorts = [seats.short for seats in LEVELS[self.organisation.kind]]
        return self.bodies[shorts.index(short)]


class Land:
    """Units being drawn up; nothing is written until `lay`. With a `first` number all rows get numbers from there."""

    def __init__(self, code: str, names: Iterator[str], first: int | None = None):
        self.code, self.names = code, names
        self.units: list[Unit] = []
        self._numbers = count(first) if first else None

    def unit(self, kind: str, name: str, place: str, above: Unit | None, members: int = 0) -> Unit:
        """Draw up a unit of a level with its bodies, who leads them, and so many other members."""
        organisation = Organisation(
            pk=self._next(), code=f"{self.code}-{len(self.units)}", kind=kind, name=name, place=place,
            first_day=BEGUN, search_key=search_key(name),
        )  # fmt: skip
        unit = Unit(organisation, above)
        for seats in LEVELS[kind]:
            self._body(unit, seats)
        unit.members = [self.person() for _ in range(members)]
        self.units.append(unit)
        return unit

    def person(self) -> Person:
        """Draw up a person with the next name."""
        name = next(self.names)
        return Person(
            pk=self._next(), full_name=name, sort_key=sort_key(name), search_key=search_key(name)
        )

    def lay(self) -> None:
        """Write all of it, table by table."""
        units = self.units
        Organisation.objects.bulk_create(one.organisation for one in units)
        Placement.objects.bulk_create(
            Placement(organisation=one.organisation, parent=one.above.organisation, first_day=BEGUN)
            for one in units
            if one.above
        )
        Body.objects.bulk_create(body for one in units for body in one.bodies)
        Term.objects.bulk_create(term for one in units for term in one.terms)
        Person.objects.bulk_create(
            (who for one in units for who in (*one.leaders, *one.members)), batch_size=2000
        )
        Post.objects.bulk_create((post for one in units for post in one.posts), batch_size=2000)
        Membership.objects.bulk_create(self._memberships(), batch_size=2000)

    def _memberships(self) -> Iterator[Membership]:
        official = Membership.Status.OFFICIAL
        for one in self.units:
            if one.organisation.kind == "chi_bo":
                for who in (*one.leaders, *one.members):
                    yield Membership(
                        person=who, cell=one.organisation, status=official, first_day=BEGUN
                    )

    def _body(self, unit: Unit, seats: Seats) -> None:
        named = {"name": unit.organisation.name, "NAME": unit.organisation.name.upper()}
        body = Body(
            pk=self._next(), organisation=unit.organisation, kind=seats.kind,
            name=seats.name.format(**named), symbol=seats.symbol,
            superior_line=seats.superior.format(**named), issuing_line=seats.issuing.format(**named),
            first_day=BEGUN,
        )  # fmt: skip
        unit.bodies.append(body)
        unit.terms.append(Term(pk=self._next(), body=body, name=TERM, first_day=BEGUN))
        for position in seats.positions:
            who = self.person()
            unit.leaders.append(who)
            unit.posts.append(
                Post(pk=self._next(), person=who, body=body, position=position, first_day=BEGUN)
            )

    def _next(self) -> int | None:
        return next(self._numbers) if self._numbers else None


_FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Bùi", "Đinh", "Quách", "Hà", "Vi", "Lò", "Bàn", "Triệu", "Xa", "Đặng",
    "Dương", "Ngô", "Vũ", "Đỗ", "Lường",
)  # fmt: skip
_MIDDLES = (
    "Văn Mẫu", "Thị Mẫu", "Văn Thử", "Thị Thử", "Đức Mẫu", "Thị Kim Mẫu", "Quang Thử", "Thị Hồng Thử", "Xuân Mẫu",
    "Thị Thu Mẫu", "Hữu Thử", "Thị Ngọc Thử", "Minh Mẫu", "Thị Lan Mẫu", "Công Thử", "Thị Mai Thử",
)  # fmt: skip
_GIVEN = (
    "An", "Bình", "Chung", "Dũng", "Điệp", "Giang", "Hạnh", "Hiền", "Hòa", "Hùng", "Khánh", "Kiên", "Lâm", "Liên",
    "Long", "Lương", "Mạnh", "Minh", "Nam", "Nga", "Nhung", "Oanh", "Phong", "Phúc", "Quân", "Quý", "Sơn", "Tâm",
    "Thanh", "Thảo", "Thắng", "Thơ", "Thủy", "Tiến", "Toàn", "Trang", "Tuấn", "Tùng", "Uyên", "Vinh", "Xuân", "Yên",
)  # fmt: skip


def invented() -> Iterator[str]:
    """Yield invented names without end; two people may have the same one."""
    for number in count():
        given, rest = number % len(_GIVEN), number // len(_GIVEN)
        family, middle = rest % len(_FAMILIES), (rest // len(_FAMILIES) + number) % len(_MIDDLES)
        yield f"{_FAMILIES[family]} {_MIDDLES[middle]} {_GIVEN[given]}"


def unnamed() -> Iterator[str]:
    """Yield names that stand for any: they are told apart in every text, and replaced there."""
    for number in count(1):
        yield f"«người {number:03}»"


def subjects_first(unit: Unit, chosen: Sequence[Person], place: int = 2) -> list[Person]:
    """The members of a cell in an order in which the `chosen` stand where a telling takes its subjects."""
    ours = {one.pk for one in chosen}
    others = [one for one in unit.members if one.pk not in ours]
    return [*others[:place], *chosen, *others[place:]]
