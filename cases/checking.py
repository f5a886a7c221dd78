"""Nightly checkers: what no step could have left as it is, and what waits for nobody; found, never put right.

A checker answers with what a person should look at. `run` keeps the last answers for the auditors' page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from cases import checkpointing
from cases.models import Case, CheckRun, DeadlineRow, WorkRow
from proof.reader import as_the_system
from registry import clock
from workflows import catalogue

#: How long a signed paper may wait for its number, a numbered one for its print, a record for its checkpoint.
NUMBER_WITHIN, PRINT_WITHIN, TOLD_WITHIN = (
    timedelta(days=3), timedelta(minutes=30), timedelta(days=1),
)  # fmt: skip
#: Runs that are kept for the page.
KEPT = 60


@dataclass(frozen=True)
class Found:
    """One thing to look at: by which checker, where, and what it is.

    `where` is a file's reference where the thing is a `case`; else `body` says whose it is, None: the site's.
    """

    checker: str
    where: str
    what: str
    case: int | None = None
    body: int | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


#: What a checker yields: where, what, the case and the body it is about.
Seen = tuple[str, str, int | None, int | None]
Checker = Callable[[], Iterator[Found]]
#: All checkers by their names, in the order of the page.
CHECKERS: dict[str, Checker] = {}


def checker(name: str) -> Callable[[Callable[[], Iterator[Seen]]], Checker]:
    """Enter a function among the checkers, under its name."""

    def enter(asks: Callable[[], Iterator[Seen]]) -> Checker:
        def found() -> Iterator[Found]:
            return (Found(name, *seen) for seen in asks())

        CHECKERS[name] = found
        return found

    return enter


def look() -> list[Found]:
    """Return what all checkers find now, in their order; nothing is written."""
    return [one for ask in CHECKERS.values() for one in ask()]


@as_the_system()
def run() -> list[Found]:
    """Ask all checkers and keep what they found as the newest run."""
    found = look()
    with transaction.atomic():
        CheckRun.objects.create(at=timezone.now(), found=[vars(one) for one in found])
        old = CheckRun.objects.order_by("-at").values_list("pk", flat=True)[KEPT:]
        CheckRun.objects.filter(pk__in=list(old)).delete()
    return found


def last_run() -> tuple[CheckRun, list[Found]] | None:
    """Return the newest run with what it found, None before the first one."""
    newest = CheckRun.objects.order_by("-at").first()
    return newest and (newest, [Found(**one) for one in newest.found])


@checker("ket")
def stuck() -> Iterator[Seen]:
    """Open files that wait for nobody: no step of theirs is on any list of work."""
    open_ones = Case.objects.filter(closed_on__isnull=True, work__isnull=True).order_by("pk")
    for case in open_ones.iterator():
        procedure = catalogue.PROCEDURES.get(case.procedure)
        if procedure is None:
            yield _of(case, f"không còn quy trình {case.procedure}")
        elif not procedure.is_final(case.stage):
            stage = procedure.stage.enum(case.stage).label
            yield _of(case, f"đang ở “{stage}” mà không ai có việc tiếp theo")


@checker("giai_doan")
def misplaced() -> Iterator[Seen]:
    """Files that do not stand where their last move put them."""
    yield from _asked(
        """
        SELECT c.reference, 'đang ghi ' || c.stage || ', bước chuyển gần nhất đến ' || coalesce(m.to_stage, '–'),
               c.id, c.body_id
        FROM cases_case c LEFT JOIN LATERAL (
            SELECT to_stage FROM cases_steprecord WHERE case_id = c.id AND moves ORDER BY sequence DESC LIMIT 1
        ) m ON true WHERE m.to_stage IS DISTINCT FROM c.stage ORDER BY c.id
        """
    )


@checker("so_khong_van_ban")
def numbers_without_paper() -> Iterator[Seen]:
    """Numbers that a journal gave to a paper which does not bear them."""
    yield from _asked(
        """
        SELECT 'nhật ký văn bản ' || b.name || ', dòng ' || e.sequence, 'số đã cấp không có trên văn bản nào',
               NULL, e.body_id
        FROM documents_bookentry e JOIN registry_body b ON b.id = e.body_id
        LEFT JOIN documents_paper p ON p.id = e.paper_id
        WHERE e.deed = 'cap_so' AND (p.id IS NULL OR p.number::text IS DISTINCT FROM e.content::jsonb->>'number')
        ORDER BY e.id
        """
    )


@checker("van_ban_khong_so")
def papers_unfinished() -> Iterator[Seen]:
    """Papers signed days ago that have no number, those long ready that have no print, those whose print is gone.

    A paper issued in bulk has none until it is first opened: it misses one only where one was sealed.
    """
    yield from _asked(
        """
        SELECT 'văn bản ' || p.id || ' ' || p.title,
               CASE WHEN p.state = 'da_ky' THEN 'ký ngày ' || to_char(p.signed_on, 'DD/MM/YYYY') || ', chưa có số'
                    ELSE 'đã ký, chưa có bản in' END,
               NULL, p.body_id
        FROM documents_paper p LEFT JOIN documents_print r ON r.paper_id = p.id
        WHERE (p.state = 'da_ky' AND p.signed_on < %s)
           OR (p.state = 'cho_in' AND r.paper_id IS NULL AND coalesce(
                 (SELECT max(e.recorded_at) FROM documents_bookentry e WHERE e.paper_id = p.id AND e.deed = 'cap_so'),
                 p.prepared_at) < %s)
           OR (p.state IN ('da_ban_hanh', 'da_tong_dat') AND r.paper_id IS NULL
               AND EXISTS (SELECT 1 FROM cases_toldhead h WHERE h.chain = 'print:' || p.id))
        ORDER BY p.id
        """,
        clock.today() - NUMBER_WITHIN,
        timezone.now() - PRINT_WITHIN,
    )


@checker("han_ho_so_dong")
def clocks_after_the_end() -> Iterator[Seen]:
    """Deadlines that still run in files that have ended."""
    rows = DeadlineRow.objects.filter(case__closed_on__isnull=False).select_related("case")
    for row in rows.order_by("case_id", "name").iterator():
        label = row.explained.get("label", row.name)
        yield _of(row.case, f"thời hạn “{label}” đến {row.last_day:%d/%m/%Y} còn chạy")


@checker("viec_mo_coi")
def orphaned_work() -> Iterator[Seen]:
    """Rows of the list of work that name nobody, or a step that their file's procedure does not have."""
    rows = WorkRow.objects.select_related("case").order_by("case_id", "pk")
    for row in rows.iterator():
        procedure = catalogue.PROCEDURES.get(row.case.procedure)
        if procedure is None or procedure.step(row.step) is None:
            yield _of(row.case, f"việc “{row.step}” không phải là bước của quy trình")
        elif row.body_id is None and row.person_id is None:
            label = procedure.step(row.step).label
            yield _of(row.case, f"việc “{label}” không giao cho ai")


@checker("niem_phong")
def unsealed() -> Iterator[Seen]:
    """A site without a key, or whose histories have changed for a day without a checkpoint."""
    log = checkpointing.log()
    if log is None:
        return
    if not settings.CHECKPOINT_KEY.exists():
        yield "khóa niêm phong", "chưa có: chạy `manage.py audit key`", None, None
        return
    late = checkpointing.oldest_untold()
    if late and timezone.now() - late > TOLD_WITHIN:
        yield (
            "mốc niêm phong",
            f"có bản ghi từ {late:%d/%m/%Y %H:%M} chưa được niêm phong",
            None,
            None,
        )


def _of(case: Case, what: str) -> Seen:
    return case.reference, what, case.pk, case.body_id


def _asked(statement: str, *values: object) -> Iterator[Seen]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        yield from cursor.fetchall()
