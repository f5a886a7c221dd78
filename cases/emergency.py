"""Mở khẩn cấp: whoever answers from above opens one file for some hours, says why, and others are told at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cases.exceptions import ExceptionRefused, bars, enter
from cases.models import Case
from cases.queries import visible_to
from law import Reason
from permissions.exceptions import GrantKind, PersonalGrant, Purpose
from permissions.notices import tell
from permissions.roles import LEADING_A_LEVEL
from permissions.ways import Part
from proof.reader import as_the_system
from registry import clock
from registry.models import Body, BodyKind, Person, Position, Post, held_by, on
from registry.tree import above

#: Who may open a file of a body below in an emergency: those who lead, and those who audit.
OPENERS = (*LEADING_A_LEVEL, Position.AUDITOR)
#: A committee's inspectors answer to that committee itself.
_OVER_INSPECTORS = (BodyKind.COMMITTEE, BodyKind.STANDING)


class AlreadyOpen(Exception):
    """Nothing to open: the person may read what lies in the file `case` anyway."""

    def __init__(self, case: Case):
        self.case = case
        super().__init__(case.reference)


def may_open_some(person: Person, day: date) -> bool:
    """Whether `person` holds a post from which files below could be opened at all."""
    return Post.objects.filter(held_by(person, day), position__in=OPENERS).exists()


@as_the_system()  # the file is looked up before it is open to whoever asks
def open_in_emergency(
    reference: str, *, by: Person, purpose: str, reason: str, today: date | None = None
) -> PersonalGrant:
    """Open the file of that reference to `by` for the site's span, reading only, and tell of it.

    Raises AlreadyOpen; or ExceptionRefused, in the same words for a file that does not exist and for
    one that is not theirs to open, so that nobody learns which references there are.
    """
    today = today or clock.today()
    if missing := list(_without_words(purpose, reason)):
        raise ExceptionRefused(missing)  # before the reference is looked at: it must tell nothing
    case = Case.objects.select_related("body").filter(reference=reference).first()
    if case and visible_to(by, today, Part.EVIDENCE).filter(pk=case.pk).exists():
        raise AlreadyOpen(case)
    post = case and _post_above(case, by, today)
    if case is None or post is None or any(bars(case, by, today)):
        raise ExceptionRefused([_not_to_be_opened()])
    now = timezone.now()
    with transaction.atomic():
        opened = enter(
            case, by, post, by, GrantKind.EMERGENCY, reason=reason.strip(), purpose=purpose,
            given_at=now, first_day=today, last_day=today, until=now + settings.EMERGENCY_SPAN,
        )  # fmt: skip
        _tell_of(opened, case, post)
    return opened


def _post_above(case: Case, person: Person, day: date) -> Post | None:
    """The post of `person` in a body over the one that handles the file, up the line; None without one."""
    home, *higher = above(case.body.organisation_id, day)
    posts = Post.objects.filter(held_by(person, day), position__in=OPENERS)
    held = posts.filter(body__organisation__in=higher)
    if case.body.kind == BodyKind.INSPECTION:
        held |= posts.filter(body__organisation=home, body__kind__in=_OVER_INSPECTORS)
    return held.select_related("body").order_by("first_day", "pk").first()


def _tell_of(opened: PersonalGrant, case: Case, post: Post) -> None:
    """Tell whoever leads the body that handles the file, and the auditors who watch over it."""
    hour = timezone.localtime(opened.until)
    text = (
        f"Đồng chí {opened.person.full_name}, {post.get_position_display()} {post.body.name}, mở hồ sơ "
        f"{case.reference} để đọc, đến {hour:%H:%M} ngày {hour:%d/%m/%Y}. "
        f"Mục đích: {Purpose(opened.purpose).label}. Lý do: {opened.reason}"
    )
    title = f"Hồ sơ {case.reference} được mở khẩn cấp"
    link = f"/ho-so/{case.reference}/nguoi-xem/"
    for position in _led_by(case.body, opened.first_day):
        tell(title, text, link, body=case.body, position=position)
    for body in _audited_by(case.body, opened.first_day):
        own = body == case.body
        tell(title, text, link if own else "", body=body, position=Position.AUDITOR)


def _led_by(body: Body, day: date) -> list[Position]:
    """The post that heads the body; while nobody holds it, its deputies' too."""
    heads = {
        BodyKind.INSPECTION: (Position.CHAIR, Position.VICE_CHAIR),
        BodyKind.ORGAN: (Position.HEAD, Position.DEPUTY_HEAD),
    }
    head, deputy = heads.get(BodyKind(body.kind), (Position.SECRETARY, Position.DEPUTY_SECRETARY))
    held = Post.objects.filter(on(day), body=body, position=head).exists()
    return [head] if held else [head, deputy]


def _audited_by(body: Body, day: date) -> Iterable[Body]:
    """The body itself where it has an auditor's post, else the nearest inspection committee in the line."""
    if body.kind == BodyKind.INSPECTION:
        return [body]
    line = above(body.organisation_id, day)
    found = Body.objects.filter(organisation__in=line, kind=BodyKind.INSPECTION)
    return sorted(found, key=lambda one: line.index(one.organisation_id))[:1]


def _without_words(purpose: str, reason: str) -> Iterable[Reason]:
    if purpose not in Purpose.values:
        yield Reason("input.purpose", "Chưa chọn mục đích mở hồ sơ.", remedy="Chọn một mục đích.")
    if not reason.strip():
        yield Reason("input.reason", "Chưa nêu lý do mở hồ sơ.", remedy="Nêu lý do cụ thể.")


def _not_to_be_opened() -> Reason:
    return Reason(
        "input.reference",
        "Không mở được hồ sơ theo số này.",
        remedy="Kiểm tra lại số hồ sơ. Chỉ mở được hồ sơ của cơ quan thuộc tuyến dưới mà mình không liên quan.",
    )
