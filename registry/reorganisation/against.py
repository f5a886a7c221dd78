"""Every reason why a plan may not be carried out: who carries it out, its document, its day, each of its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug

from law import Reason
from registry import keeping, tree
from registry.keeping import SINGLE, Asked
from registry.models import Body, Organisation, Person, Post, UnitTransfer, on
from registry.reorganisation.plan import Line, LineKind, Plan, Target


@dataclass
class Known:
    """What the register says of everything a plan names, read once."""

    plan: Plan
    units: Mapping[str, Organisation] = field(default_factory=dict)
    under: set[int] = field(default_factory=set)
    people: Mapping[int, Person] = field(default_factory=dict)
    bodies: Mapping[tuple[int, str], Body] = field(default_factory=dict)


def known(plan: Plan) -> Known:
    """Read what `plan` names: its units, what lies under its superior on the last day before it, its people."""
    codes = {code for line in plan.lines for code in line.units}
    codes |= {target.code for line in plan.lines for target in line.targets}
    units = {one.code: one for one in Organisation.objects.filter(code__in=codes)}
    named = {line.person for line in plan.lines if line.person}
    bodies = Body.objects.filter(on(plan.effective), organisation__in=units.values())
    return Known(
        plan,
        units,
        tree.below(plan.superior, plan.last_day),
        Person.objects.in_bulk(named),
        {(one.organisation_id, one.kind): one for one in bodies},
    )


def against(plan: Plan, body: Body, asked: Asked) -> list[Reason]:
    """Return every reason against carrying `plan` out, as somebody of `body` asks it."""
    found = known(plan)
    reasons = [*keeping.not_keeper(body, asked), *keeping.without_document(plan.document)]
    if not plan.lines:
        reasons.append(_reason("lines", "Phương án chưa có dòng nào.", "Ghi từng việc sắp xếp."))
    reasons += _twice(plan)
    for number, line in enumerate(plan.lines, start=1):
        reasons += [_of_line(number, one) for one in _against_line(line, found)]
        reasons += [_of_line(number, one) for one in _own_post(line, asked)]
    return reasons


def _against_line(line: Line, found: Known) -> Iterator[Reason]:
    for code in line.units:
        yield from _against_unit(code, line, found)
    if line.kind == LineKind.APPOINT:
        yield from _against_post(line, found)
        return
    for target in line.targets:
        yield from _against_target(target, line, found)
    yield from _against_shape(line)
    codes = {target.code for target in line.targets}
    for who, where in line.assigned:
        if where not in codes:
            words = f"“{who}” về “{where}”, không phải tổ chức của dòng này."
            yield _reason("assigned", words, "Ghi mã ở cột thanh.")


def _against_unit(code: str, line: Line, found: Known) -> Iterator[Reason]:
    unit, plan = found.units.get(code), found.plan
    if unit is None:
        if line.kind == LineKind.APPOINT and code in _founded(plan):
            return
        yield _reason("unit", f"Danh bạ không có tổ chức đảng mã “{code}”.", "Ghi lại mã.")
        return
    if unit.pk not in found.under and not (
        line.kind == LineKind.APPOINT and code in _founded(plan)
    ):
        words = f"{unit.name} không thuộc cấp quyết định phương án."
        yield _reason("unit", words, "Chuyển phương án cho cấp trên của tổ chức đó.")
    if unit.last_day is not None and unit.last_day < plan.effective:
        words = f"{unit.name} đã kết thúc hoạt động ngày {unit.last_day:%d/%m/%Y}."
        yield _reason("unit.ended", words, "Bỏ dòng này, hoặc ghi tổ chức kế thừa.")
    if unit.first_day > plan.last_day:
        words = f"{unit.name} mới lập ngày {unit.first_day:%d/%m/%Y}, không trước ngày có hiệu lực."
        yield _reason("unit.first_day", words, "Ghi ngày có hiệu lực sau ngày đó.")
    if UnitTransfer.objects.filter(on(plan.effective), organisation=unit).exists():
        words = f"{unit.name} đang được chuyển giao."
        yield _reason("unit.in_transfer", words, "Chờ nơi nhận quyết định tiếp nhận.")


def _against_target(target: Target, line: Line, found: Known) -> Iterator[Reason]:
    there = found.units.get(target.code)
    if target.name:
        if there is not None:
            words = f"Mã “{target.code}” đã là của {there.name}."
            yield _reason("target", words, "Đặt mã khác, hoặc bỏ tên để dùng tổ chức đang có.")
        if not _is_slug(target.code):
            words = f"Mã “{target.code}” có ký tự lạ."
            yield _reason("target", words, "Chỉ dùng chữ không dấu, chữ số và gạch nối.")
        return
    if there is None:
        words = f"Danh bạ không có tổ chức đảng mã “{target.code}”."
        yield _reason("target", words, "Ghi lại mã; lập tổ chức mới thì ghi tên ở cột ten.")
        return
    if target.code not in line.units:
        yield from _against_unit(target.code, line, found)
    if target.code in found.plan.ending:
        words = f"{there.name} kết thúc hoạt động ở dòng khác của phương án."
        yield _reason("target.ends", words, "Chọn tổ chức còn hoạt động.")


def _against_shape(line: Line) -> Iterator[Reason]:
    """How many units and targets each kind of line takes."""
    new = [one for one in line.targets if one.name]
    shape = (len(line.units), len(line.targets), len(new))
    words, remedy = {
        LineKind.MERGE: (
            "Sáp nhập vào đúng một tổ chức đang có.",
            "Ghi một mã ở cột thanh, không ghi tên.",
        ),
        LineKind.UNITE: (
            "Hợp nhất từ hai tổ chức trở lên thành một tổ chức mới.",
            "Ghi các mã ở cột don_vi, mã và tên mới ở cột thanh, ten.",
        ),
        LineKind.SPLIT: (
            "Chia, tách một tổ chức thành hai tổ chức trở lên.",
            "Ghi một mã ở cột don_vi, các mã ở cột thanh.",
        ),
    }.get(
        LineKind(line.kind),
        ("Kết thúc, giải tán thì không ghi tổ chức kế thừa.", "Xóa cột thanh, ten."),
    )
    fits = {
        LineKind.MERGE: shape[1:] == (1, 0) and bool(line.ending),
        LineKind.UNITE: shape[0] > 1 and shape[1:] == (1, 1),
        LineKind.SPLIT: shape[0] == 1 and shape[1] > 1,
    }.get(LineKind(line.kind), shape[1] == 0)
    if not fits:
        yield _reason("shape", words, remedy)


def _against_post(line: Line, found: Known) -> Iterator[Reason]:
    person = found.people.get(line.person)
    if person is None:
        words = f"Danh bạ không có người mang số {line.person}."
        yield _reason("person", words, "Ghi lại số của người đó.")
    unit = found.units.get(line.units[0]) if line.units else None
    body = found.bodies.get((unit.pk, line.body_kind)) if unit else None
    if unit is not None and body is None and unit.code not in _founded(found.plan):
        yield _reason("body", f"{unit.name} không có cơ quan loại này.", "Chọn cơ quan khác.")
    if unit is not None and unit.code in found.plan.ending:
        words = f"{unit.name} kết thúc hoạt động theo phương án này."
        yield _reason("unit.ended", words, "Chỉ định ở tổ chức kế thừa.")
    held = Post.objects.filter(on(found.plan.effective), body=body, position=line.position)
    if body is not None and line.position in SINGLE and (other := held.first()):
        words = f"{other.person} đang giữ chức vụ này ở {body.name}."
        yield _reason("position", words, "Cho đồng chí đó thôi chức vụ trước.")


def _own_post(line: Line, asked: Asked) -> Iterator[Reason]:
    if line.kind == LineKind.APPOINT and line.person == asked.by.pk:
        yield _reason("office.self", "Không ai tự ghi chức vụ cho mình.", "Nhờ người khác ghi.")


def _twice(plan: Plan) -> Iterator[Reason]:
    """No unit ends twice, none is parted or founded by two lines."""
    touched = Counter(
        code
        for line in plan.lines
        if line.kind != LineKind.APPOINT
        for code in set(line.ending or line.units)
    )
    founded = Counter(t.code for line in plan.lines for t in line.targets if t.name)
    for code in sorted(one for one, times in (touched + founded).items() if times > 1):
        yield _reason("twice", f"“{code}” có ở hai dòng.", "Mỗi tổ chức chỉ sắp xếp một lần.")


def _founded(plan: Plan) -> set[str]:
    return {target.code for line in plan.lines for target in line.targets if target.name}


def _is_slug(code: str) -> bool:
    try:
        validate_slug(code)
    except ValidationError:
        return False
    return len(code) <= Organisation._meta.get_field("code").max_length


def _reason(name: str, words: str, remedy: str) -> Reason:
    return Reason(f"plan.{name}", words, remedy=remedy)


def _of_line(number: int, one: Reason) -> Reason:
    return Reason(one.rule, f"Dòng {number}: {one.text}", one.citation, one.confidence, one.remedy)
