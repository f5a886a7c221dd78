"""Letting one more person read one file: who may let whom, for how long, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from cases import conflicts
from cases.models import Case, Subject
from cases.queries import visible_to
from law import Reason
from permissions.exceptions import GrantKind, PersonalGrant, about, permission_to_open
from permissions.roles import LEADING
from permissions.ways import Part
from proof.reader import as_the_system
from registry import clock
from registry.models import Membership, Person, Post, held_by, on


class ExceptionRefused(Exception):
    """Nobody was let in or out; `reasons` holds everything that stands against it."""

    def __init__(self, reasons: Sequence[Reason]):
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reason.text for reason in self.reasons))


def post_of_giver(case: Case, person: Person, day: date) -> Post | None:
    """Return the post in which `person` decides who else reads `case`; None when they may not."""
    held = Post.objects.filter(held_by(person, day), body=case.body_id, position__in=LEADING)
    return held.select_related("body", "person").order_by("first_day", "pk").first()


def exceptions_on(case: Case) -> QuerySet[PersonalGrant]:
    """Return every exception ever made for `case`, the newest first, in force or not."""
    rows = PersonalGrant.objects.filter(object_pk=str(case.pk), **about(Case))
    return rows.select_related("person", "given_by", "given_as", "ended_by").order_by("-pk")


@as_the_system()  # whether another one reads the file, or is barred from it, is not the giver's own view
def give(
    case: Case,
    *,
    by: Person,
    to: Person,
    reason: str,
    first_day: date,
    last_day: date,
    document: str = "",
    today: date | None = None,
) -> PersonalGrant:
    """Let `to` read `case` from `first_day` to `last_day`, both included. It never lets them act.

    Raises ExceptionRefused with every reason.
    """
    today = today or clock.today()
    post = post_of_giver(case, by, today)
    reasons = [
        *_about_the_giver(case, by, post, today),
        *_about_the_reader(case, to, today),
        *_about_other_rows(case, to, first_day, last_day),
        *_about_the_words(reason, first_day, last_day, today),
    ]
    if reasons:
        raise ExceptionRefused(reasons)
    return enter(
        case, to, post, by, GrantKind.EXCEPTION, reason=reason.strip(), document=document.strip(),
        first_day=first_day, last_day=last_day,
    )  # fmt: skip


@as_the_system()  # likewise
def end(
    grant: PersonalGrant, case: Case, *, by: Person, why: str, today: date | None = None
) -> PersonalGrant:
    """Take an exception back: from this moment on it opens nothing. It stays in the list, as ended.

    Raises ExceptionRefused with every reason; also when it was ended before.
    """
    today = today or clock.today()
    reasons = list(_about_the_giver(case, by, post_of_giver(case, by, today), today))
    if not why.strip():
        reasons.append(_at("why", "Chưa nêu lý do chấm dứt."))
    if not reasons:
        open_row = PersonalGrant.objects.filter(pk=grant.pk, ended_at=None)
        if open_row.update(ended_at=timezone.now(), ended_by=by, ended_why=why.strip()):
            grant.refresh_from_db()
            return grant
        reasons.append(Reason("exception.ended", "Ngoại lệ này đã chấm dứt từ trước."))
    raise ExceptionRefused(reasons)


def bars(case: Case, person: Person, day: date) -> Iterator[Reason]:
    """Say what keeps `person` from this file whatever anybody allows: they are its subject, of it, or kin.

    Both the giver and the reader of an exception are asked, and whoever opens a file in an emergency.
    """
    living = Subject.objects.filter(case=case, superseded_by=None)
    if living.filter(person=person).exists():
        yield Reason(
            "exception.subject",
            f"Đồng chí {person.full_name} là đối tượng trong hồ sơ này.",
            remedy="Đối tượng biết nội dung khi được thông báo, theo quy trình.",
        )
    posts = Post.objects.filter(
        on(day), person=person, body__organisation=OuterRef("organisation")
    ).exclude(body=case.body_id)
    cells = Membership.objects.filter(on(day), person=person, cell=OuterRef("organisation"))
    if living.filter(Q(Exists(posts)) | Q(Exists(cells))).exists():
        yield Reason(
            "exception.subject",
            f"Đồng chí {person.full_name} thuộc tổ chức đảng là đối tượng trong hồ sơ này.",
            remedy="Chọn người không thuộc tổ chức đảng đó.",
        )
    for ground in conflicts.in_case(person, case, day):
        if ground in conflicts.BARS_HANDLING:
            yield Reason(
                "conflict",
                f"Đồng chí {person.full_name} {ground.label}.",
                remedy="Chọn người không có xung đột lợi ích.",
            )


def enter(
    case: Case, person: Person, post: Post | None, by: Person, kind: GrantKind, **said: object
) -> PersonalGrant:
    """Write the row that lets `person` read `case`; whoever calls has judged that it may be written."""
    permission = permission_to_open(Case)
    return PersonalGrant.objects.create(
        user_id=person.account_id, person=person, permission=permission, content_type=permission.content_type,
        object_pk=str(case.pk), kind=kind, given_as=post, given_by=by, **said,
    )  # fmt: skip


def _about_the_giver(case: Case, by: Person, post: Post | None, day: date) -> Iterator[Reason]:
    if post is None:
        yield Reason(
            "exception.giver",
            "Chỉ người đứng đầu hoặc cấp phó của cơ quan thụ lý được cho phép hoặc chấm dứt việc xem riêng.",
            remedy=f"Đề nghị người đứng đầu {case.body.name} quyết định.",
        )
    yield from bars(case, by, day)


def _about_the_reader(case: Case, to: Person, day: date) -> Iterator[Reason]:
    if to.account_id is None or not to.account.is_active:
        yield _at(
            "person",
            f"Đồng chí {to.full_name} chưa có tài khoản đang dùng.",
            "Đề nghị quản trị mở tài khoản cho đồng chí ấy trước.",
        )
    barred = list(bars(case, to, day))
    yield from (_at("person", one.text, one.remedy) for one in barred)
    if not barred and visible_to(to, day, Part.EVIDENCE).filter(pk=case.pk).exists():
        yield _at(
            "person",
            f"Đồng chí {to.full_name} đã xem được hồ sơ này.",
            "Không cần cho phép thêm; xem lý do ở danh sách trên trang này.",
        )


def _about_other_rows(case: Case, to: Person, first_day: date, last_day: date) -> Iterator[Reason]:
    others = exceptions_on(case).filter(
        person=to, kind=GrantKind.EXCEPTION, ended_at=None, first_day__lte=last_day, last_day__gte=first_day
    )  # fmt: skip
    for other in others[:1]:
        yield _at(
            "first_day",
            f"Đồng chí ấy đã được cho phép từ {other.first_day:%d/%m/%Y} đến {other.last_day:%d/%m/%Y}.",
            "Chọn ngày sau đó, hoặc chấm dứt lần cho phép ấy trước.",
        )


def _about_the_words(reason: str, first_day: date, last_day: date, today: date) -> Iterator[Reason]:
    if not reason.strip():
        yield _at("reason", "Chưa nêu lý do cho phép xem.")
    if first_day < today:
        yield _at("first_day", "Không cho phép lùi ngày.", f"Chọn từ ngày {today:%d/%m/%Y} trở đi.")
    longest = settings.EXCEPTION_LONGEST
    if last_day < first_day:
        yield _at("last_day", "Ngày cuối đứng trước ngày đầu.")
    elif last_day - first_day >= longest:
        yield _at(
            "last_day",
            f"Mỗi lần cho phép không quá {longest.days} ngày.",
            f"Chọn đến ngày {first_day + longest:%d/%m/%Y} trở về trước; hết hạn thì cho phép lần mới.",
        )


def _at(field: str, text: str, remedy: str = "Điền mục này.") -> Reason:
    return Reason(f"input.{field}", text, remedy=remedy)
