"""A tree with a body of every kind at every level, somebody in each of its posts, for walks through the forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import count

from registry.models import Body, Membership, Organisation, Person, Placement, Post, Term

FIRST = date(2015, 1, 1)

#: Organisations from the top downwards: short name, kind, the one above.
_TREE = (
    ("tw", "tw", ""),
    ("tinh", "tinh", "tw"),
    ("xa", "xa", "tinh"),
    ("co_so", "co_so", "xa"),
    ("thon", "chi_bo", "xa"),
    ("xuong", "chi_bo", "co_so"),
)
#: Bodies of every kind, with the posts held in each.
_COLLECTIVE = (
    "bi_thu",
    "pho_bi_thu",
    "uy_vien",
    "uy_vien",
    "uy_vien",
    "kiem_tra_vien",
    "kiem_tra_vien",
    "van_thu",
)
_POSTS = {
    "cap_uy": _COLLECTIVE,
    "btv": _COLLECTIVE,
    "ban_bi_thu": _COLLECTIVE,
    "ubkt": (
        "chu_nhiem", "pho_chu_nhiem", "pho_chu_nhiem", "uy_vien", "uy_vien", "kiem_tra_vien",
        "kiem_tra_vien", "van_thu",
    ),
    "ban": ("truong_ban", "pho_truong_ban", "kiem_tra_vien", "kiem_tra_vien", "kiem_tra_vien", "van_thu"),
    "chi_bo": ("bi_thu", "pho_bi_thu", "uy_vien"),
    "chi_uy": (),
}  # fmt: skip
_KINDS = {
    "tw": ("cap_uy", "btv", "ban_bi_thu", "ubkt", "ban"),
    "chi_bo": ("chi_bo", "chi_uy"),
}
_MEMBERS_OF_A_CELL = 9


@dataclass
class EveryBody:
    """The tree, its bodies by kind and place ("ubkt", "xa"), and the plain members of each cell."""

    places: dict[str, Organisation] = field(default_factory=dict)
    bodies: dict[tuple[str, str], Body] = field(default_factory=dict)
    members: dict[str, list[Person]] = field(default_factory=dict)

    @classmethod
    def lay(cls) -> EveryBody:
        """Lay the tree in the register."""
        world, names = cls(), count(1)
        for short, kind, above in _TREE:
            place = Organisation.objects.create(
                code=f"moi-{short.replace('_', '-')}", kind=kind, name=f"Đảng bộ Mẫu {short}",
                place="Mẫu Thử", first_day=FIRST,
            )  # fmt: skip
            world.places[short] = place
            if above:
                Placement.objects.create(
                    organisation=place, parent=world.places[above], first_day=FIRST
                )
            for body_kind in _KINDS.get(kind, ("cap_uy", "btv", "ubkt", "ban")):
                world.bodies[body_kind, short] = _body(place, body_kind, short, names)
            if kind == "chi_bo":
                world.members[short] = [
                    _member(f"Đảng viên Mẫu {next(names)}", place)
                    for _ in range(_MEMBERS_OF_A_CELL)
                ]
        return world


def _body(place: Organisation, kind: str, short: str, names: count[int]) -> Body:
    body = Body.objects.create(
        organisation=place, kind=kind, name=f"{kind} {short} mẫu", symbol=f"{kind[:2].upper()}M",
        superior_line="ĐẢNG BỘ MẪU CẤP TRÊN", issuing_line=f"{kind} {short} mẫu".upper(), first_day=FIRST,
    )  # fmt: skip
    Term.objects.create(body=body, name="2015–2035", first_day=FIRST, last_day=date(2035, 12, 31))
    for position in _POSTS[kind]:
        person = (
            _member(f"Người Mẫu {next(names)}", place)
            if kind == "chi_bo"
            else Person.objects.create(full_name=f"Người Mẫu {next(names)}")
        )
        Post.objects.create(person=person, body=body, position=position, first_day=FIRST)
    return body


def _member(name: str, cell: Organisation) -> Person:
    person = Person.objects.create(full_name=name)
    Membership.objects.create(
        person=person, cell=cell, status=Membership.Status.OFFICIAL, first_day=FIRST
    )
    return person
