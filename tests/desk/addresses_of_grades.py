"""The addresses of grades, of rounds of screening and of flags."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from registry import clock, offices
from registry.flag_models import FlagDecision
from registry.grade_models import Grade
from registry.grades.taking_in import TakeGradesIn
from registry.member_models import MemberRow
from registry.models import Membership
from registry.screening_models import ScreeningRound, ScreeningRow
from tests.desk.world import ROLES, World
from tests.registry.grades.conftest import excel, grade_of

EVERYONE = frozenset(ROLES)
#: Who reads the copy of the member list, and so the grades.
READ = EVERYONE - {"clerk", "concerned"}
#: Who reads rounds of the village's cell: its secretary, and those above it.
OF_THE_CELL = READ - {"stranger"}
#: Who decides about flags of some unit, or enters what comes in.
FLAGS = EVERYONE - {"auditor", "concerned"}
#: Who works for the committee to which things are proposed, and those who decide about the unit.
PROPOSED = frozenset({"officer", "chair", "leader", "clerk", "auditor", "keeper"})


def addresses(address) -> Iterator:
    """Every address of these registers, made by the class `address`."""
    keeper, secretary = frozenset({"keeper"}), frozenset({"secretary"})
    yield address("grades", 7, _graded, seen_by=READ)
    yield address("grades", 7, _graded, query="?q=khong-co-ai&muc=tot", seen_by=READ)
    # three years, who was to be graded on the last day, and the base organisations by the tree of that day
    yield address("grade-figures", 14, _graded, seen_by=READ, costs={"stranger": 13})
    yield address("grades-export", 6, _graded, seen_by=READ)
    yield address("list-import", 7, _taking_grades, seen_by=keeper, mark=" xep-loai")
    yield address("screenings", 7, _screened, seen_by=READ)
    yield address("screening", 10, _round, seen_by=OF_THE_CELL, costs={"secretary": 11})
    yield address("screening-export", 7, _round, seen_by=OF_THE_CELL)
    yield address("screening-new", 5, _cell, seen_by=secretary)
    yield address("screening-add", 8, _round, seen_by=secretary)
    yield address("screening-end", 6, _round, seen_by=secretary)
    yield address("screening-outcome", 6, _row, seen_by=secretary)
    # the eight registers that raise flags are asked side by side
    elsewhere = {"clerk": 9, "stranger": 8, "secretary": 11}
    yield address("flags", 14, _raised, seen_by=FLAGS, costs=elsewhere)
    few = {"stranger": 9}  # of whose unit nothing was decided
    yield address("flags", 10, _decided_one, query="?muc=da-xet", seen_by=FLAGS, costs=few)
    # of its register alone; then the committees to which a proposal may go
    yield address("flag-decide", 11, _deciding, query=_SOURCE, seen_by=keeper)
    reading = dict.fromkeys(("clerk", "auditor"), 9)  # they decide for no unit
    yield address("flag-decision", 10, _decision, seen_by=PROPOSED, costs=reading)
    taking = PROPOSED - {"auditor", "keeper"}
    yield address("proposal-take-in", 9, _decision, seen_by=taking, costs={"clerk": 8})


_SOURCE = "?nguon=grade:1:lowest"


def _graded(world: World) -> dict[str, object]:
    """The three members of the list, graded last year; one of them lowest, which is a flag."""
    world.member_list()
    if not Grade.objects.filter(cell=world.province.organisations["thon1"]).exists():
        year = clock.today().year - 1
        keys = MemberRow.objects.filter(superseded_in=None).values_list("personal_id", "full_name")
        rows = [
            grade_of(
                0, "khong_hoan_thanh" if not number else "tot", year, ma_dinh_danh=key, ho_ten=name
            )
            for number, (key, name) in enumerate(keys.order_by("personal_id"))
        ]
        deed = TakeGradesIn(
            document="Quyết định xếp loại (mẫu)", in_body=world.province.bodies["btv"],
            taken_by=world.province.people["bithuxa"], content=excel(rows), file_name="xep-loai.xlsx",
            synced_on=clock.today(),
        )  # fmt: skip
        offices.record(deed, by=deed.taken_by)
    return {}


def _raised(world: World) -> dict[str, object]:
    """A flag waits, and another was proposed to the committee."""
    _decision(world)
    return _graded(world)


def _taking_grades(world: World) -> dict[str, object]:
    return {"code": "xep-loai", "body": world.province.bodies["btv"].pk}


def _deciding(world: World) -> dict[str, object]:
    _graded(world)
    return {"body": world.province.bodies["btv"].pk}


def _decided_one(world: World) -> dict[str, object]:
    _decision(world)
    return {}


def _decision(world: World) -> dict[str, object]:
    """A flag of a member of the first village, proposed to the committee and not taken in yet."""
    if not (found := FlagDecision.objects.filter(source="mau:walk").first()):
        people, bodies = world.province.people, world.province.bodies
        unit = world.province.organisations["thon1"]
        member = Membership.objects.filter(cell=unit).earliest("pk").person
        found = FlagDecision.objects.create(
            source="mau:walk", kind="xep_loai", person=member, unit=unit, since=date(2025, 12, 31),
            flagged="Năm 2025: không hoàn thành nhiệm vụ", outcome=FlagDecision.Outcome.PROPOSED,
            reason="Chi bộ báo cáo.", body=bodies["btv"], to=bodies["ubkt"], by=people["bithuxa"],
            decided_on=clock.today(),
        )  # fmt: skip
    return {"pk": found.pk}


def _screening(world: World) -> ScreeningRound:
    """A round of the second village's cell, one of whose members has no outcome yet."""
    if found := ScreeningRound.objects.filter(name="Đợt đi quanh (mẫu)").first():
        return found
    cell, today = world.province.bodies["chi_bo_thon2"], clock.today()
    made = ScreeningRound.objects.create(
        body=cell, name="Đợt đi quanh (mẫu)", opened_on=today - timedelta(days=3), document="KH (mẫu)"
    )  # fmt: skip
    ScreeningRow.objects.create(
        screening=made, person=world.province.people["thon2b"], cell=cell.organisation, reason="Mẫu.",
        added_on=today,
    )  # fmt: skip
    return made


def _screened(world: World) -> dict[str, object]:
    _screening(world)
    return {}


def _round(world: World) -> dict[str, object]:
    _graded(world)
    return {"pk": _screening(world).pk}


def _row(world: World) -> dict[str, object]:
    return {"pk": _screening(world).rows.get().pk}


def _cell(world: World) -> dict[str, object]:
    return {"body": world.province.bodies["chi_bo_thon2"].pk}
