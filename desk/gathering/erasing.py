"""What the pages about erasing show: what goes, what stays and why, and how each erasure stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.erasing import scope
from cases.erasing.told import erasure_of, read_by
from cases.models import Case
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.pages.erasing import ErasePage, ErasureRow, ErasuresPage, ScopeRow
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.worded import worded
from law import Reason
from proof.reader import as_the_system
from proof.walls import ERASED
from registry.erasure_models import Erasure
from registry.models import Body, Person

#: Lines of the list.
MOST = 200


def erasures_page(person: Person, today: date) -> ErasuresPage:
    """The erasures of the bodies of `person`. One statement."""
    rows = list(read_by(person, today)[: MOST + 1])
    return ErasuresPage([_row(one) for one in rows[:MOST]], len(rows) - MOST)


def _row(one: Erasure) -> ErasureRow:
    return ErasureRow(
        what=Link(called(one), reverse("erasure", args=[one.pk])),
        document=f"{one.document}, {words.day(one.issued_on)}",
        issued_by=one.issued_by,
        asked_by=one.asked_by.full_name,
        asked_on=one.asked_on,
        state=state_of(one),
        decided_by=one.decided_by.full_name if one.decided_by else "",
    )


def called(one: Erasure) -> str:
    """The file by its reference, or the person by name while there is one."""
    if one.reference:
        return _("Hồ sơ %(ref)s") % {"ref": one.reference}
    return _("Đảng viên %(who)s") % {"who": one.person.full_name if one.person else ""}


def state_of(one: Erasure) -> Tag:
    """Waiting, erased or declined."""
    if one.outcome == Erasure.Outcome.ERASED:
        return Tag(_("Đã xóa ngày %(day)s") % {"day": words.day(one.decided_on)}, Tone.HOLD, "x")
    if one.outcome == Erasure.Outcome.DECLINED:
        return Tag(_("Không xóa"), Tone.OK, "check")
    return Tag(_("Chờ người thứ hai"), Tone.SOON, "hourglass")


@as_the_system()  # counts of a file whose keeper looks it over; no word of it is shown
def erase_page(
    about: Case | Person, body: Body, today: date, *, title: str, form: BaseForm | None,
    presses: Sequence[tuple[str, str]] = (), reasons: Sequence[Reason] = (), erasure: Erasure | None = None,
) -> ErasePage:  # fmt: skip
    """Gather one erasure before it is asked for or decided, or after."""
    is_case = isinstance(about, Case)
    found = scope.of_file(about) if isinstance(about, Case) else scope.of_person(about)
    gone = erasure is not None and erasure.outcome == Erasure.Outcome.ERASED
    return ErasePage(
        title=title,
        what=Link(f"{about.reference} · {about.title}", case_url(about))
        if isinstance(about, Case)
        else Link(about.full_name, ""),
        body=body.name,
        going=[] if gone else [ScopeRow(one.what, one.count) for one in found.going if one.count],
        staying=[ScopeRow(one.what, one.count, one.why) for one in found.staying],
        law=[_rule(one) for one in scope.ruled(today)[0 if is_case else 1 :]],
        facts=_facts(erasure) if erasure else (),
        form=form,
        presses=presses,
        reasons=[words.reason(one) for one in reasons],
        done=erased_words(erasure) if gone and erasure else "",
    )


def _rule(hit: Any) -> Fact:
    said = worded(hit.label_vi)
    source = str(hit.cited or "")
    value = (
        _("đã đọc") if hit.state == "known" else _("chưa đọc được: căn cứ là văn bản cho phép xóa")
    )
    return Fact(said, "; ".join(part for part in (value, source) if part))


def _facts(one: Erasure) -> list[Fact]:
    told = [
        Fact(_("Văn bản"), f"{one.document}, {words.day(one.issued_on)}"),
        Fact(_("Cơ quan ban hành"), one.issued_by),
        Fact(_("Người đề nghị"), f"{one.asked_by.full_name}, {words.day(one.asked_on)}"),
    ]
    if one.kept_until:
        told.append(Fact(_("Phải bảo quản đến hết ngày"), words.day(one.kept_until)))
    if one.decided_by and one.decided_on:
        told.append(
            Fact(_("Người quyết định"), f"{one.decided_by.full_name}, {words.day(one.decided_on)}")
        )
    return told


def erased_words(one: Erasure) -> str:
    """The one sentence that stands wherever words are gone: that, when, by whom and on which paper."""
    return _("Dữ liệu cá nhân đã xóa ngày %(day)s theo %(paper)s của %(issuer)s; người quyết định: %(who)s.") % {
        "day": words.day(one.decided_on),
        "paper": one.document,
        "issuer": one.issued_by,
        "who": one.decided_by.full_name if one.decided_by else "",
    }  # fmt: skip


def erased_from(case: Case) -> str:
    """That sentence for a file whose words are gone, else nothing; asked of the database only where they are."""
    if ERASED not in case.title:
        return ""
    erasure = erasure_of(case.pk)
    return erased_words(erasure) if erasure else ""
