"""Filters kept under a name: whose they are, who else may use them, with which one a list opens."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from law import Reason
from permissions.saved_models import DefaultFilter, SavedFilter
from registry.models import Body, Person, Post, held_by

#: So many filters one person keeps for one list; a longer list of them helps nobody.
MOST = 20


class NotKept(Exception):
    """Nothing was kept or changed; `reasons` holds everything that stands against it."""

    def __init__(self, *reasons: Reason):
        self.reasons = reasons
        super().__init__(" ".join(one.text for one in reasons))


def bodies_of(person: Person, day: date) -> QuerySet[Body]:
    """The bodies in which `person` holds a post on that day: with these a filter may be shared."""
    held = Post.objects.filter(held_by(person, day)).values("body")
    return Body.objects.filter(pk__in=held).order_by("name")


def usable(person: Person, day: date) -> QuerySet[SavedFilter]:
    """Their own filters and those shared with a body they work in; `is_default` tells which one opens its list."""
    shared = Post.objects.filter(held_by(person, day)).values("body")
    opens = DefaultFilter.objects.filter(person=person, filter=OuterRef("pk"))
    found = SavedFilter.objects.filter(Q(owner=person) | Q(shared_with__in=shared))
    return (
        found.filter(thrown_away=False)
        .annotate(is_default=Exists(opens))
        .select_related("owner", "shared_with")
        .order_by("name", "pk")
    )


@transaction.atomic
def keep(person: Person, page: str, name: str, query: str, *, opens: bool) -> SavedFilter:
    """Keep `query` of a list under a name; the same name again takes the new words. Raises NotKept."""
    Person.objects.select_for_update().get(pk=person.pk)
    mine = SavedFilter.objects.filter(owner=person, page=page, thrown_away=False)
    name = " ".join(name.split())
    faults = []
    if not query:
        faults.append(Reason("saved.empty", "Chưa lọc gì.", remedy="Lọc danh sách trước, rồi lưu."))
    if not name:
        faults.append(Reason("input.name", "Bộ lọc cần một cái tên."))
    if mine.exclude(name=name).count() >= MOST:
        text = "Đã đủ số bộ lọc lưu được cho một danh sách."
        faults.append(Reason("saved.most", text, remedy="Bỏ bớt bộ lọc không dùng."))
    if faults:
        raise NotKept(*faults)
    kept, _new = mine.update_or_create(
        owner=person, page=page, name=name, thrown_away=False, defaults={"query": query}
    )
    if opens:
        open_with(person, kept)
    return kept


def open_with(person: Person, kept: SavedFilter) -> None:
    """From now on the list opens for `person` with this filter."""
    DefaultFilter.objects.update_or_create(person=person, page=kept.page, defaults={"filter": kept})


def open_whole(person: Person, page: str) -> None:
    """From now on the list opens for `person` unfiltered."""
    DefaultFilter.objects.filter(person=person, page=page).delete()


def share(person: Person, kept: SavedFilter, body: int | None, day: date) -> None:
    """Share with everybody who holds a post in `body`, or with nobody. Raises NotKept for a body not one's own."""
    if body is not None and not bodies_of(person, day).filter(pk=body).exists():
        text = "Chỉ chia sẻ với cơ quan nơi bạn đang giữ chức vụ."
        raise NotKept(Reason("saved.body", text, remedy="Chọn lại cơ quan."))
    kept.shared_with_id = body
    kept.save(update_fields=["shared_with"])
    if body is None:
        DefaultFilter.objects.filter(filter=kept).exclude(person=person).delete()


@transaction.atomic
def throw_away(kept: SavedFilter) -> None:
    """Put a filter aside, for everybody; no list opens with it any more."""
    DefaultFilter.objects.filter(filter=kept).delete()
    SavedFilter.objects.filter(pk=kept.pk).update(thrown_away=True)


def have_back(kept: SavedFilter) -> None:
    """Take a filter up again. Raises NotKept where another one has its name now."""
    if SavedFilter.objects.filter(
        owner=kept.owner_id, page=kept.page, name=kept.name, thrown_away=False
    ).exists():
        text = "Tên này đã dùng cho một bộ lọc khác."
        raise NotKept(Reason("saved.name", text, remedy="Bỏ bộ lọc kia trước."))
    SavedFilter.objects.filter(pk=kept.pk).update(thrown_away=False)
