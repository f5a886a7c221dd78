"""What a suspension is, read from its file: its ground, what it takes away, how long it runs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import TextChoices

from law import terms
from workflows.facts import Facts, Subject
from workflows.guards import look_up
from workflows.rows import RowKind


class Ground(TextChoices):
    """Trường hợp đình chỉ một đảng viên, bằng lời của quy định."""

    OBSTRUCTS = "can_tro", "có dấu hiệu vi phạm nghiêm trọng mà cố ý gây trở ngại"
    PROSECUTED = "truy_to", "bị truy tố"
    DETAINED = "tam_giam", "bị tạm giam"
    CHARGED = "khoi_to", "cấp ủy viên bị khởi tố"

    def is_among(self, cases: Any) -> bool:
        """Whether one of the cases that a rule lists is this one, however the text words it."""
        listed = cases if isinstance(cases, (list, tuple)) else [str(cases)]
        return any(_MARKS[self] in one.lower() for one in listed)


#: The word by which each ground is known in any wording of the law.
_MARKS = {
    Ground.OBSTRUCTS: "trở ngại",
    Ground.PROSECUTED: "truy tố",
    Ground.DETAINED: "tạm giam",
    Ground.CHARGED: "khởi tố",
}
#: Whether the suspension of a member reaches into the committees they sit on.
COMMITTEE = "suspension.committee"
#: Grounds that lie in proceedings before the law: the law of procedure sets the term.
IN_PROCEEDINGS = frozenset({Ground.PROSECUTED, Ground.DETAINED, Ground.CHARGED})


class LegalAct(TextChoices):
    """Việc của cơ quan pháp luật được thông báo cho tổ chức đảng."""

    ARREST = "bat", "Bắt, khám xét"
    CHARGE = "khoi_to", "Khởi tố"
    DETENTION = "tam_giam", "Tạm giam"
    LONGER = "gia_han", "Gia hạn tạm giam, gia hạn thời hạn tố tụng"
    PROSECUTION = "truy_to", "Truy tố"
    RELEASE = "huy_bo", "Hủy bỏ, thay đổi biện pháp ngăn chặn"
    DISMISSAL = "dinh_chi_vu_an", "Đình chỉ điều tra, đình chỉ vụ án"
    VERDICT = "ban_an", "Bản án"


class Cause(TextChoices):
    """Vì sao cho trở lại sinh hoạt, hoạt động."""

    GONE = "het_nguyen_nhan", "Nguyên nhân đình chỉ không còn"
    CONCLUDED = "da_ket_luan", "Đã kết luận, xử lý xong"
    INNOCENT = "khong_vi_pham", "Kết luận không có vi phạm"
    RUN_OUT = "het_thoi_han", "Hết thời hạn đình chỉ"


class Activity(TextChoices):
    """What a suspension takes away."""

    PARTY = "sinh_hoat_dang", "sinh hoạt đảng"
    COMMITTEE = "sinh_hoat_cap_uy", "sinh hoạt cấp ủy"
    WORK = "hoat_dong", "hoạt động"


def ground(facts: Facts) -> Ground:
    """The ground on which the suspension was proposed (said only where there are several)."""
    proposed = facts.last(RowKind.LEVELS)
    said = facts.inputs.get("ground") or (proposed.facts.get("ground") if proposed else None)
    return Ground(said or Ground.OBSTRUCTS)


def sits_on_a_committee(subject: Subject) -> bool:
    """Whether the subject is a member whose suspension reaches into a committee."""
    return subject.is_person and subject.holds_post


def activities(facts: Facts) -> tuple[Activity, ...]:
    """What the subject is suspended from: a charge alone reaches a committee member's committee only."""
    (subject,) = facts.subjects[:1]
    if not subject.is_person:
        return (Activity.WORK,)
    if ground(facts) is Ground.CHARGED:
        return (Activity.COMMITTEE,)
    reaches = sits_on_a_committee(subject) and look_up(COMMITTEE, facts).value is True
    also = (Activity.COMMITTEE,) if reaches else ()
    return (Activity.PARTY, *also)


def running_term(facts: Facts) -> terms.Deadline | None:
    """The term with every extension, recomputed from its first day; None where no length was set.

    Extensions in the unit of the first period lengthen it; one in another unit is counted on from there.
    """
    set_by = facts.last(RowKind.SUSPENSION)
    if set_by is None or "days" not in set_by.facts:
        return None
    start = date.fromisoformat(set_by.facts["from_on"])
    amount, unit = set_by.facts["days"], set_by.facts["unit"]
    for more in facts.of(RowKind.EXTENSION):
        if more.facts["unit"] != unit:
            start = terms.last_day(start, amount, unit).last_day
            amount, unit = 0, more.facts["unit"]
        amount += more.facts["days"]
    return terms.last_day(start, amount, unit)


def length_so_far(facts: Facts, unit: str) -> int:
    """How long the suspension lasts by now in `unit`; days of the calendar where it was counted otherwise."""
    found = running_term(facts)
    if found is None:
        return 0
    if found.unit == unit and found.start.isoformat() == first_day(facts):
        return found.value
    return (found.last_day - date.fromisoformat(first_day(facts))).days


def first_day(facts: Facts) -> str:
    """The day from which the subject is suspended, as the decision says it."""
    set_by = facts.last(RowKind.SUSPENSION)
    return str(set_by.facts["from_on"]) if set_by else facts.acted_on.isoformat()


def until_by_law(facts: Facts) -> date | None:
    """The last day that the papers of the proceedings name, where they name one."""
    for row in reversed([*facts.of(RowKind.SUSPENSION), *facts.of(RowKind.EXTENSION)]):
        if said := row.facts.get("until"):
            return date.fromisoformat(said)
    return None
