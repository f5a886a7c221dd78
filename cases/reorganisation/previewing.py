"""The whole of a plan before it is done: the register as it would stand, and every open file with its fate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

import law
from cases.models import ApprovalRoute, Reorganisation, StepRecord
from cases.reorganisation.fates import Fated, Fates, key_of, unsettled
from documents.models import Paper, State
from law import Reason, terms
from permissions.vault.models import Envelope
from proof.canonical import sha256
from proof.reader import as_the_system
from registry.keeping import Asked
from registry.models import Membership, Organisation, Person
from registry.reorganisation import against
from registry.reorganisation.carrying_out import Carried, carry_out, left_behind
from registry.reorganisation.plan import Plan, lines_of

CLOSING, OPEN_FILES = "dissolved_org.close", "reorganisation.open_files"
#: Told as the work goes on: of what, how much is done, of how much.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Preview:
    """What an act of the plan would do, and every reason why it may not be done now.

    `digest` names what was seen: the act is done only as it was previewed.
    """

    plan: Reorganisation
    reasons: tuple[Reason, ...]
    counts: dict[str, dict[str, int]]
    ended: tuple[Organisation, ...]
    heirs: dict[int, list[Organisation]]
    files: tuple[Fated, ...]
    unmoved: tuple[Membership, ...]
    left: tuple[str, ...]
    close_by: date | None
    digest: str

    @property
    def unsettled(self) -> list[Fated]:
        """The files for which no body goes on."""
        return unsettled(self.files)


def plan_of(row: Reorganisation) -> Plan:
    """The plan as plain values."""
    return Plan(row.body.organisation_id, row.effective, row.document, lines_of(row.lines))


def reasons_against(row: Reorganisation, by: Person, today: date) -> list[Reason]:
    """Every reason why `by` may not carry the plan out today, before its files are looked at."""
    reasons = against.against(plan_of(row), row.body, Asked(by, today))
    if row.effective > today:
        words = f"Phương án có hiệu lực từ ngày {row.effective:%d/%m/%Y}, chưa đến."
        reasons.append(Reason("plan.effective", words, remedy="Thực hiện từ ngày đó trở đi."))
    if needs_a_term(row) and closing_term(row) is None:
        hit = law.rule(CLOSING, on=row.effective)
        reasons.append(
            Reason(
                CLOSING,
                "Chưa rõ thời hạn thu hồ sơ, con dấu, chuyển đảng viên của tổ chức kết thúc, giải tán.",
                hit.cited,
                hit.confidence,
                "Ghi số ngày làm việc và văn bản đặt ra thời hạn đó.",
            )
        )
    return reasons


def needs_a_term(row: Reorganisation) -> bool:
    """Whether some unit ends without a successor."""
    return any(not line.targets and line.ending for line in lines_of(row.lines))


def closing_term(row: Reorganisation) -> terms.Deadline | None:
    """By when the files and the seal of ended units are collected and their members moved.

    The rule of the day, else what the plan itself answers with its document; None where neither says.
    """
    last = plan_of(row).last_day
    hit = law.rule(CLOSING, on=row.effective)
    if (found := terms.deadline(hit, last)) is not None:
        return found
    if row.close_days and row.close_document:
        return terms.last_day(last, row.close_days, "working_day")
    return None


def preview(row: Reorganisation, *, by: Person, today: date) -> Preview:
    """Carry the plan out in the register, look at every file, and let all of it go again.

    Where something stands against the plan itself only that is told. Nothing is kept either way.
    """
    reasons = reasons_against(row, by, today)
    if any(one.rule.startswith("plan.") and one.rule != "plan.effective" for one in reasons):
        return Preview(row, tuple(reasons), {}, (), {}, (), (), (), None, "")
    with as_the_system(), transaction.atomic():
        carried = carry_out(plan_of(row))
        found = seen(row, carried, tuple(reasons))
        transaction.set_rollback(True)
    return found


def seen(row: Reorganisation, carried: Carried, reasons: tuple[Reason, ...] = ()) -> Preview:
    """What an act of the plan is about to do, with the register already as it will stand."""
    fates = Fates(plan_of(row), carried, row.choices)
    files = tuple(fates.all())
    counts, term = carried.changes.counts(), closing_term(row) if needs_a_term(row) else None
    return Preview(
        plan=row,
        reasons=(*reasons, *_of_files(files), *_of_papers(fates)),
        counts=counts,
        ended=tuple(sorted(carried.ended.values(), key=lambda one: one.code)),
        heirs=carried.heirs,
        files=files,
        unmoved=tuple(carried.unmoved),
        left=(*left_behind(carried), *_kept_elsewhere(carried), *_done_late(fates, row)),
        close_by=term.longest if term else None,
        digest=sha256([counts, [_seen(one) for one in files], row.document, row.effective]),
    )


def _of_files(files: tuple[Fated, ...]) -> Iterator[Reason]:
    if without := unsettled(files):
        yield Reason(
            "plan.unsettled",
            f"{len(without)} hồ sơ đang mở chưa có cơ quan nào tiếp tục được.",
            remedy="Kết thúc các hồ sơ đó trước, hoặc đổi phương án.",
        )


def _of_papers(fates: Fates) -> Iterator[Reason]:
    """A signed paper takes its number in the book of whoever signed it, which the act closes."""
    waiting = Paper.objects.filter(body__in=fates.ended, state=State.SIGNED)
    if count := waiting.count():
        yield Reason(
            "plan.unnumbered",
            f"{count} văn bản đã ký của cơ quan kết thúc chưa lấy số; sau đó sổ của cơ quan ấy đã đóng.",
            remedy="Văn thư cơ quan đó lấy số trước khi thực hiện.",
        )


def _seen(one: Fated) -> list[Any]:
    where = [one.option.fate.value, key_of(one.option.to)] if one.option else []
    return [one.case.reference, *where, len(one.barred), len(one.warnings)]


def _done_late(fates: Fates, row: Reorganisation) -> Iterator[str]:
    """What the ended bodies still did after the day on which they had ended."""
    late = StepRecord.objects.filter(body__in=fates.ended, acted_on__gte=row.effective)
    if count := late.count():
        yield f"{count} bước do cơ quan cũ ghi từ ngày {row.effective:%d/%m/%Y} trở đi: giữ nguyên, cần xem lại."


def _kept_elsewhere(carried: Carried) -> Iterator[str]:
    """What no row passes on by itself: sealed envelopes are handed over by hand, with minutes."""
    held = Envelope.objects.filter(body__organisation__in=carried.ended).select_related("body")
    names = dict.fromkeys(one.body.name for one in held.order_by("body__name", "pk"))
    for name in names:
        yield f"{name} còn giữ phong bì danh tính niêm phong: bàn giao theo biên bản."
    routes = ApprovalRoute.objects.filter(body__organisation__in=carried.ended, ended=False)
    for name in dict.fromkeys(routes.order_by("pk").values_list("body__name", flat=True)):
        yield f"{name} có đường duyệt riêng: cơ quan kế thừa quy định lại."
