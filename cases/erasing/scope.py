"""What an erasure would empty, what it leaves and why, and the reasons why a file or a person may not be erased yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

import law
from cases.erasing.emptying import OF_PERSON
from cases.models import (
    Case,
    FileRow,
    Finding,
    RecordPaper,
    StepRecord,
    Subject,
)
from documents.models import Custody
from law import Reason
from permissions.notices import Notice
from proof.verify import HANDED_IN, SCAN, attached
from registry import tree
from registry.erasure_models import Erasure
from registry.models import (
    Body,
    Delegation,
    MemberFinding,
    MemberRow,
    Membership,
    Person,
    Post,
    RegisterEntry,
    on,
)
from workflows.everyday.archive import FOR_EVER
from workflows.rows import RowKind

#: The rules of law that are asked; where they are not known, the paper that orders it has to say.
RETENTION, BASIS = "retention.case_file", "erasing.personal_data"


@dataclass(frozen=True)
class Line:
    """One thing that goes or stays: what it is, how many, and why it stays."""

    what: str
    count: int
    why: str = ""


@dataclass(frozen=True)
class Scope:
    """All of it, as one looks over it before pressing; `covers` is what goes, by number."""

    going: tuple[Line, ...]
    staying: tuple[Line, ...]
    covers: dict[str, list[Any]]


def ruled(day: date) -> list[Any]:
    """What the law says that day of how long files are kept and on what basis words are erased: two hits."""
    return [law.rule(one, on=day) for one in (RETENTION, BASIS)]


def _counted(*rows: QuerySet[Any]) -> list[int]:
    """How many rows each of these questions finds. One statement."""
    asked = [one.order_by().values("pk") if not one.query.distinct else one for one in rows]
    told = [one.query.sql_with_params() for one in asked]
    counts = ", ".join(f"(SELECT count(*) FROM ({sql}) AS rows)" for sql, _values in told)  # noqa: S608 -- Django's own
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}", [value for _sql, values in told for value in values])
        return list(cursor.fetchone())


# Of a file ------------------------------------------------------------------------------------------


def of_file(case: Case) -> Scope:
    """What erasing `case` would empty."""
    records = StepRecord.objects.filter(case=case).order_by("sequence")
    inputs = list(records.values_list("salts", "inputs"))
    papers = list(
        RecordPaper.objects.filter(case=case).order_by("paper").values_list("paper", flat=True)
    )
    files = _files_of(case, [said for _salts, said in inputs])
    notices = list(
        Notice.objects.filter(link__contains=case.reference)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    answers = sum(name != "rows" for salts, _said in inputs for name in salts)
    rows, findings, originals, people = _counted(
        FileRow.objects.filter(case=case).exclude(words={}),
        Finding.objects.filter(case=case),
        Custody.objects.filter(paper__in=papers).values("paper").distinct(),
        Subject.objects.filter(case=case).exclude(person=None),
    )
    return Scope(
        going=(
            Line("Câu trả lời, lời văn trong các bước", answers),
            Line("Lời văn của các mục hồ sơ", rows),
            Line("Nội dung xem xét, kết luận", findings),
            Line("Nội dung, bản in, bản chụp của văn bản", len(papers)),
            Line("Tệp đã nộp vào hồ sơ", len(files)),
            Line("Thông báo về hồ sơ", len(notices)),
            Line("Tên hồ sơ, từ ngữ để tìm kiếm", 1),
        ),
        staying=(
            Line(
                "Bản ghi các bước: ai, chức vụ, ngày nào, bước gì, quy định nào", len(inputs),
                "lịch sử phải kiểm chứng được; trong chuỗi chỉ còn mã băm",
            ),
            Line(
                "Bản ghi có họ tên đối tượng trong phần đã băm", _named_in_chain(case),
                "sửa phần đã băm thì chuỗi gãy; họ tên ở đó do người ghi đặt vào ô không dành cho họ tên",
            ),
            Line("Số, ngày, loại văn bản trong sổ", len(papers), "sổ số không được bỏ trống"),
            Line("Bản gốc trên giấy, hồ sơ giấy đã nộp lưu", originals, "do lưu trữ giữ và hủy theo bảng riêng"),
            Line(
                "Họ tên đối tượng trong danh bạ", people,
                "xóa riêng, khi không còn hồ sơ nào về người đó",
            ),
        ),
        covers={"papers": papers, "files": files, "notices": notices},
    )  # fmt: skip


def _named_in_chain(case: Case) -> int:
    """How many records name a subject where nothing can be erased: in the hashed text, or in facts that guards read."""
    people = Person.objects.filter(matters__case=case).values_list("full_name", flat=True)
    named = Q(pk__in=[])
    for name in set(people):
        named |= (
            Q(content__contains=name)
            | Q(facts__content__contains=name)
            | Q(laid_filerows__facts__icontains=name)
        )
    return StepRecord.objects.filter(named, case=case).distinct().count()


def against_file(case: Case, today: date, kept_until: date | None) -> Iterator[Reason]:
    """Every reason why the words of a file may not be erased on `today`; `kept_until` is what the paper says."""
    if Erasure.objects.filter(file=case.pk, outcome=Erasure.Outcome.ERASED).exists():
        yield Reason(
            "erasing.done", "Hồ sơ này đã xóa dữ liệu cá nhân.", remedy="Không cần làm gì."
        )
    if case.closed_on is None:
        yield Reason(
            "erasing.open", "Hồ sơ chưa kết thúc.", remedy="Chỉ xóa khi hồ sơ đã kết thúc và hết hạn bảo quản."
        )  # fmt: skip
    for other in _beside(case):
        yield Reason(
            "erasing.beside",
            f"Hồ sơ {other.reference} liên quan chưa kết thúc.",
            remedy="Chờ hồ sơ đó kết thúc.",
        )
    yield from _on_loan(case)
    yield from _retained(case, today, kept_until)


def _beside(case: Case) -> Iterable[Case]:
    """The open files that came out of this one, that it came out of, or that its meeting treated."""
    near = Q(origin=case) | Q(followed_by=case) | Q(on_agendas__meeting=case)
    return Case.objects.filter(near, closed_on=None).exclude(pk=case.pk).distinct().order_by("pk")


def _on_loan(case: Case) -> Iterator[Reason]:
    kinds = FileRow.objects.filter(case=case, superseded_by=None)
    if kinds.filter(kind=RowKind.BORROWED).count() > kinds.filter(kind=RowKind.GIVEN_BACK).count():
        yield Reason("erasing.lent", "Hồ sơ đang cho mượn.", remedy="Ghi trả hồ sơ trước.")


def _retained(case: Case, today: date, kept_until: date | None) -> Iterator[Reason]:
    deposit = FileRow.objects.filter(
        case=case, superseded_by=None, kind__in=(RowKind.CLOSING, RowKind.DEPOSITED)
    )
    told = next((one.facts for one in deposit if one.facts.get("retention")), {})
    if told.get("retention") == FOR_EVER:
        yield Reason(
            "erasing.for_ever", "Hồ sơ nộp lưu với thời hạn bảo quản vĩnh viễn.", remedy="Không được xóa."
        )  # fmt: skip
        return
    if told.get("years") and case.closed_on:
        last = _years_after(case.closed_on, int(told["years"]))
    elif kept_until is None:
        hit = law.rule(RETENTION, on=today)
        yield Reason(
            "input.kept_until",
            "Hồ sơ không ghi thời hạn bảo quản, quy định về thời hạn này chưa đọc được.",
            citation=str(hit.cited or "") or None,
            remedy="Ghi ngày cuối phải bảo quản theo văn bản cho phép xóa.",
        )
        return
    else:
        last = kept_until
    last = max(last, kept_until or last)
    if last >= today:
        yield Reason(
            "input.kept_until",
            f"Hồ sơ còn phải bảo quản đến hết ngày {last:%d/%m/%Y}.",
            remedy="Chờ hết thời hạn bảo quản.",
        )


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28) + timedelta(days=1)


def _files_of(case: Case, inputs: Iterable[Any]) -> list[str]:
    """The files handed in here and named nowhere else. One statement where there are any."""
    named = {sha for said in inputs for by in (HANDED_IN, SCAN) for sha in attached(said, by)}
    if not named:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_HERE_ALONE, {"named": sorted(named), "case": case.pk})
        return [row[0] for row in cursor.fetchall()]


_HERE_ALONE = """
SELECT a.sha256 FROM cases_attachment a WHERE a.sha256 = ANY(%(named)s)
  AND NOT EXISTS (SELECT FROM cases_steprecord r WHERE r.case_id <> %(case)s
    AND position(a.sha256 in r.inputs::text) > 0)
  AND NOT EXISTS (SELECT FROM registry_itemevidence e WHERE e.file_sha256 = a.sha256)
  AND NOT EXISTS (SELECT FROM cases_lawproposal l WHERE l.scan_id = a.sha256)
ORDER BY a.sha256
"""


# Of a person ----------------------------------------------------------------------------------------


def of_person(person: Person) -> Scope:
    """What erasing `person` from the register would empty."""

    findings = list(_findings_about(person))
    rows = [model._default_manager.filter(where(person)) for model, where, _label in OF_PERSON]
    *counts, told = _counted(*rows, RegisterEntry.objects.filter(person=person))
    going = [
        Line("Họ và tên", 1),
        *(Line(label, n) for (_m, _w, label), n in zip(OF_PERSON, counts, strict=True)),
        Line("Sai sót dữ liệu đã khắc phục", len(findings)),
    ]
    return Scope(
        going=tuple(going),
        staying=(
            Line("Dòng nhật ký danh bạ về người này", told, "đã băm trong chuỗi; nêu người bằng số, không nêu tên"),
            Line("Hồ sơ đảng viên trên giấy", 0, "cấp ủy giữ; không tẩy xóa, hủy theo quy định riêng"),
        ),
        covers={"findings": findings},
    )  # fmt: skip


def _findings_about(person: Person) -> Iterator[int]:
    """What was wrong in their lines and is right again, where no entry told the words of it."""
    about = Q(pk__in=[])
    rows = MemberRow.objects.filter(person=person).exclude(personal_id="")
    for key in set(rows.values_list("personal_id", flat=True)):
        about |= Q(key__startswith=key)
    for one in MemberFinding.objects.filter(about).exclude(fixed_on=None).order_by("pk"):
        entries = RegisterEntry.objects.filter(organisation=one.organisation_id)
        if not entries.filter(content__contains=f'"row":{one.pk},"table":"memberfinding"').exists():
            yield one.pk


def against_person(person: Person, body: Body, today: date) -> Iterator[Reason]:
    """Every reason why the words about a person may not be erased from the register."""
    if Erasure.objects.filter(person=person, outcome=Erasure.Outcome.ERASED).exists():
        yield Reason(
            "erasing.done", "Người này đã xóa dữ liệu cá nhân.", remedy="Không cần làm gì."
        )
    if (
        person.account_id
        or Post.objects.filter(person=person).exists()
        or Delegation.objects.filter(to=person).exists()
        or StepRecord.objects.filter(actor=person).exists()
        or RegisterEntry.objects.filter(by=person).exists()
    ):
        yield Reason(
            "erasing.acted",
            "Người này có tài khoản, đã giữ chức vụ hoặc đã ghi việc: lịch sử phải nói được ai làm.",
            remedy="Không xóa họ tên của người đã làm việc trong hệ thống.",
        )
    if (
        Membership.objects.filter(on(today), person=person).exists()
        or MemberRow.objects.filter(person=person, superseded_in=None).exists()
    ):
        yield Reason(
            "erasing.member",
            "Người này còn sinh hoạt đảng hoặc còn trong danh sách đảng viên.",
            remedy="Chờ danh sách mới không còn người này.",
        )
    for case in _files_about(person):
        yield Reason(
            "erasing.files",
            f"Hồ sơ {case.reference} về người này chưa xóa dữ liệu cá nhân.",
            remedy="Xóa theo từng hồ sơ trước.",
        )
    if not _was_here(person, body, today):
        yield Reason(
            "erasing.elsewhere",
            f"Người này không sinh hoạt ở tổ chức đảng nào thuộc {body.organisation.name}.",
            remedy="Nơi đã quản lý đảng viên ghi việc xóa.",
        )


def _files_about(person: Person) -> Iterable[Case]:
    done = Erasure.objects.filter(outcome=Erasure.Outcome.ERASED).exclude(file=None).values("file")
    return (
        Case.objects.filter(subjects__person=person).exclude(pk__in=done).distinct().order_by("pk")
    )


def _was_here(person: Person, body: Body, today: date) -> bool:
    ours = {body.organisation_id, *tree.below(body.organisation_id, today)}
    last = Membership.objects.filter(person=person).order_by("-first_day", "-pk").first()
    return last is None or last.cell_id in ours
