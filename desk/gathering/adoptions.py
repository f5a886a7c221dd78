"""Bổ sung từ toàn văn: proposals, simulations and the site's own law versions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

import law
from cases.models import Adoption, Case, LawProposal
from cases.queries import visible_to
from desk.gathering.addresses import case_url
from desk.gathering.law import tabs
from desk.gathering.law_words import day, rule_url, says, state
from desk.pages.law import AdoptionRow, AdoptionsPage, FileChange, SimulationView
from desk.pages.parts import Fact, Tag, Tone
from desk.worded import worded
from law import LawBook, adoption, shelf
from law.differences import value_in_words
from law.editions import plain_row
from law.rows import Row
from registry.models import Person


def adoptions_page(today: date) -> AdoptionsPage:
    """Proposals that wait for their second person, and what was answered."""
    rows = [adoption_row(one) for one in proposals().order_by("-pk")]
    kept = shelf.versions()
    held = kept.in_force() if kept else ()
    return AdoptionsPage(
        sentence=_("Hai người có thẩm quyền đọc toàn văn, xem mô phỏng rồi mới đưa vào luật."),
        waiting=[row for row in rows if row.number is None and row.state.tone is Tone.SOON],
        answered=[row for row in rows if row.state.tone is not Tone.SOON],
        tabs=tabs("law-adoptions", today),
        version=_("Luật đang dùng: %(n)d bản bổ sung, mã %(hash)s")
        % {"n": len(held), "hash": law.version()[:12]},
    )


def proposals() -> Any:
    """All proposals with who made and who answered them."""
    return LawProposal.objects.select_related(
        "proposed_by", "post__body", "answer__confirmed_by", "answer__post__body"
    )


def answer_of(proposal: LawProposal) -> Adoption | None:
    """The second person's answer, where there is one."""
    return getattr(proposal, "answer", None)


def proposal_state(proposal: LawProposal) -> Tag:
    """Where a proposal stands, in a word."""
    answer = answer_of(proposal)
    if answer is None:
        return Tag(_("Chờ người thứ hai"), Tone.SOON, "hourglass")
    if answer.version:
        return Tag(_("Đã thành luật"), Tone.OK, "check-circle")
    return Tag(_("Không xác nhận"), Tone.HOLD, "x-circle")


def adoption_row(proposal: LawProposal) -> AdoptionRow:
    """A proposal as a line of a list."""
    row, answer = adoption.from_json(proposal.content), answer_of(proposal)
    return AdoptionRow(
        label=worded(law.book().parameter(proposal.rule).label_vi),
        rule=proposal.rule,
        rule_url=rule_url(proposal.rule),
        url=reverse("law-proposal", args=[proposal.pk]),
        says=row.in_words,
        from_day=row.start,
        document=f"{row.document.number}, {row.document.clause}",
        proposed=f"{proposal.proposed_by.full_name}, {worded(proposal.post.get_position_display())}",
        answered=f"{answer.confirmed_by.full_name}, {worded(answer.post.get_position_display())}"
        if answer
        else "",
        state=proposal_state(proposal),
        number=answer.number if answer else None,
        version=answer.version[:12] if answer else "",
    )


def kind_in_words(kind: str) -> str:
    """What an adoption does to the row that stands there."""
    return {
        adoption.CONFIRMS: _("Xác nhận dòng đang có"),
        adoption.CORRECTS: _("Sửa dòng đang có"),
        adoption.FILLS: _("Điền chỗ còn thiếu"),
    }[kind]


def both_sides(book: LawBook, row: adoption.Adoption) -> tuple[str, str]:
    """What stands there now, and what would, in words with the citation."""
    now = book.rule(row.rule, row.start, layer=row.layer)
    before = f"{says(now)} ({now.cited or _('chưa có căn cứ')}; {state(now).text})"
    return (
        before,
        f"{row.in_words} ({row.document.number}, {row.document.clause}; {_('đã xác nhận')})",
    )


def after_words(row: adoption.Adoption) -> str:
    """What the row says, with its place."""
    return f"{row.in_words} ({row.document.number}, {row.document.clause})"


def seen_by(proposal: LawProposal) -> str:
    """Who proposed it, when, having seen the simulation."""
    return _("%(name)s, %(post)s, đã xem mô phỏng lúc %(at)s") % {
        "name": proposal.proposed_by.full_name,
        "post": worded(proposal.post.get_position_display()),
        "at": f"{timezone.localtime(proposal.proposed_at):%d/%m/%Y, %H:%M}",
    }


def answer_facts(proposal: LawProposal) -> list[Fact]:
    """What the second person answered; nothing while it waits."""
    answer = answer_of(proposal)
    if answer is None:
        return []
    said = [
        Fact(_("Người trả lời"), answer.confirmed_by.full_name, worded(answer.post.get_position_display())),
        Fact(_("Lúc"), f"{timezone.localtime(answer.confirmed_at):%d/%m/%Y, %H:%M}"),
    ]
    if answer.version:
        return [
            *said,
            Fact(_("Phiên bản luật"), _("số %(n)d") % {"n": answer.number}, answer.version[:12]),
        ]
    return [*said, Fact(_("Lý do"), answer.reason)]


def standing_facts(row: Row | None) -> list[Fact]:
    """What stands there now, beside the form."""
    if row is None:
        return [Fact(_("Đang có"), _("chưa có dòng nào cho ngày này"))]
    until = _("đến hết %(day)s") % {"day": f"{row.end:%d/%m/%Y}"} if row.end else _("đến nay")
    return [
        Fact(_("Đang có"), value_in_words(plain_row(row)), row.note),
        Fact(_("Từ ngày"), f"{row.start:%d/%m/%Y}", until),
        Fact(_("Căn cứ"), "; ".join(c.short for c in law.book().citations(row, row.start)) or "—"),
        Fact(_("Nguồn"), "; ".join(law.book().sources_of(row)) or "—"),
    ]


def row_facts(row: adoption.Adoption) -> list[Fact]:
    """A proposed row as one reads it off the document."""
    named = [
        Fact(_("Văn bản"), row.document.number, f"{row.document.dated:%d/%m/%Y}"),
        Fact(_("Điều, khoản"), row.document.clause),
        Fact(_("Nội dung"), row.in_words),
        Fact(
            _("Áp dụng từ ngày"),
            f"{row.start:%d/%m/%Y}",
            _("đến hết %(day)s") % {"day": f"{row.end:%d/%m/%Y}"} if row.end else "",
        ),
        Fact(_("Áp dụng ở"), law.book().layer_labels[row.layer] if row.layer else _("Cả nước")),
    ]
    named.append(Fact(_("Mã SHA-256 của bản chụp"), f"{row.document.scan_sha256[:16]}…"))
    if row.brings:
        named.insert(1, Fact(_("Văn bản mới đưa vào danh mục"), row.brings.text))
    extra = ((_("Áp dụng cho"), row.applies_to), (_("Ghi chú"), row.note))
    return [*named, *(Fact(label, words) for label, words in extra if words)]


def simulation_view(found: Mapping[str, Any], person: Person, today: date) -> SimulationView:
    """A simulation as this reader may see it: files they may not open are only counted."""
    if not found.get("used", True):
        return SimulationView(
            _("Chưa quy trình nào hỏi quy định này: không hồ sơ nào bị ảnh hưởng."), [], []
        )
    names = [change["case"] for change in found["changes"]]
    open_to = visible_to(person, today).filter(reference__in=names)
    seen = {case.reference: case for case in open_to.only("reference")}
    changes = [
        _file_change(seen[one["case"]], one) for one in found["changes"] if one["case"] in seen
    ]
    return SimulationView(
        sentence=_("Đã thử %(n)d hồ sơ đang chạy có quy trình hỏi quy định này, ngày %(day)s.")
        % {"n": found["cases"], "day": f"{date.fromisoformat(found['on']):%d/%m/%Y}"},
        figures=[
            Fact(_("Bước làm thêm được"), str(found["gained"])),
            Fact(_("Bước không làm được nữa"), str(found["lost"])),
            Fact(_("Thời hạn đổi ngày"), str(found["terms"])),
            Fact(_("Hồ sơ bị kẹt"), str(found["stuck"])),
        ],
        changes=changes,
        withheld=len(names) - len(changes),
    )


def _file_change(case: Case, change: Mapping[str, Any]) -> FileChange:
    labels = change["labels"]
    words = [_("Làm thêm được: %(step)s") % {"step": labels[step]} for step in change["gained"]]
    words += [
        _("Không làm được nữa: %(step)s. %(why)s") % {"step": labels[step], "why": " ".join(why)}
        for step, why in change["lost"]
    ]
    if change["rests"]:
        steps = ", ".join(labels[step] for step in change["rests"])
        words.append(_("Đổi căn cứ: %(steps)s") % {"steps": steps})
    words += [
        _("Thời hạn “%(name)s”: %(before)s → %(after)s")
        % {"name": labels[name], "before": day(first), "after": day(last)}
        for name, first, last in change["terms"]
    ]
    return FileChange(case.reference, case_url(case), words, change["stuck"])
