"""Sắp xếp tổ chức: what whoever keeps the register of a deciding body reads of its plans, and of what they leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

import law
from cases.models import Reorganisation, ReorganisationAct
from cases.queries import visible_to
from cases.reorganisation import in_background
from cases.reorganisation.fates import Fated
from cases.reorganisation.previewing import OPEN_FILES, Preview
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.pages.parts import Fact, Link, Tag, Tone, due
from desk.pages.reorganisations import (
    FileRow,
    LeftRow,
    LineRow,
    PlanPage,
    PlanRow,
    PreviewPage,
    ReorganisationsPage,
    UnitRow,
)
from desk.reorganisation_forms import DECIDING
from desk.worded import worded
from jobs.running import open_about
from registry.keeping import KEEPERS
from registry.models import (
    Body,
    Membership,
    Organisation,
    Person,
    Position,
    Post,
    UnitTransfer,
    held_by,
)
from registry.reorganisation.plan import Line, LineKind, lines_of

_FATES = {
    "tiep_tuc": Tone.OK, "len_tren": Tone.SOON, "sang_ngang": Tone.SOON, "giu_nguyen": Tone.HOLD,
}  # fmt: skip
_TABLES = {
    "organisation": "Tổ chức", "placement": "Vị trí trong cây", "succession": "Kế thừa", "body": "Cơ quan",
    "term": "Nhiệm kỳ", "post": "Chức vụ", "delegation": "Ủy quyền, làm thay", "membership": "Đảng viên",
    "areaassignment": "Địa bàn", "paperonly": "Nhập thay",
}  # fmt: skip


def kept_by(me: Person, today: date) -> list[Body]:
    """The deciding bodies whose register a person keeps today."""
    return [one for one in all_kept_by(me, today) if one.kind in DECIDING]


def all_kept_by(me: Person, today: date) -> list[Body]:
    """Every body whose register a person keeps today."""
    held = Post.objects.filter(held_by(me, today), position__in=KEEPERS)
    rows = held.select_related("body__organisation").order_by("first_day", "pk")
    return list({one.body_id: one.body for one in rows}.values())


def plan_for(pk: int, me: Person, today: date) -> Reorganisation:
    """The plan of that number, of a body whose register the person keeps; 404 for any other."""
    plans = Reorganisation.objects.filter(pk=pk, body__in=kept_by(me, today))
    found = plans.select_related("body__organisation").first()
    if found is None:
        raise Http404("No such plan of this person's bodies.")
    return found


def index_page(me: Person, today: date) -> ReorganisationsPage:
    """Every plan of my bodies, the newest first, and what is left to settle."""
    kept = all_kept_by(me, today)
    bodies = [one for one in kept if one.kind in DECIDING]
    if not bodies:
        return ReorganisationsPage(keeps=False, ways=list(_ways([], kept)))
    plans = Reorganisation.objects.filter(body__in=bodies).select_related("body").order_by("-pk")
    rows = list(plans.prefetch_related("acts"))
    return ReorganisationsPage(
        keeps=True,
        plans=[
            PlanRow(
                str(row), reverse("reorganisation", args=[row.pk]), row.body.name, row.effective,
                len(row.lines), _state(row.acts.all()),
            )
            for row in rows
        ],
        unmoved=list(_unmoved(rows, today)),
        transfers=list(_transfers(bodies)),
        ways=list(_ways(bodies, kept)),
    )  # fmt: skip


def _ways(deciding: Sequence[Body], kept: Sequence[Body]) -> Iterable[Link]:
    """What may be begun: plans and transfers by those that decide, the file of an ended body by any."""
    offered = (
        ("reorganisation-new", _("Lập phương án"), "plus", deciding),
        ("unit-give", _("Chuyển giao một tổ chức"), "arrow-right", deciding),
        ("file-take-up", _("Tiếp nhận hồ sơ của cơ quan đã kết thúc"), "folder", kept),
        ("files-take-up", _("Tiếp nhận mọi hồ sơ đã kết thúc"), "folder", kept),
    )
    for name, text, icon, bodies in offered:
        for body in bodies:
            said = f"{text} – {body.name}" if len(bodies) > 1 else text
            yield Link(said, reverse(name, args=[body.pk]), icon)


def _state(acts: Iterable[ReorganisationAct]) -> Tag:
    kinds = {one.kind for one in acts}
    if ReorganisationAct.Kind.UNDONE in kinds:
        return Tag(_("Đã bỏ"), Tone.HOLD, "x")
    if ReorganisationAct.Kind.DONE in kinds:
        return Tag(_("Đã thực hiện"), Tone.OK, "check")
    return Tag(_("Dự thảo"), Tone.INFO, "edit")


def _unmoved(plans: Sequence[Reorganisation], today: date) -> Iterable[LeftRow]:
    """The members of ended units still to be moved, with the last day for it."""
    acts = [a for p in plans for a in p.acts.all() if a.kind == ReorganisationAct.Kind.DONE]
    kept = {
        pk: (act.content["close_by"], act.plan_id) for act in acts for pk in act.content["unmoved"]
    }
    rows = Membership.objects.filter(pk__in=kept, last_day=None, cell__last_day__lt=today)
    for row in rows.select_related("person", "cell").order_by("cell__name", "person__sort_key"):
        last = date.fromisoformat(kept[row.pk][0]) if kept[row.pk][0] else None
        url = reverse("member-move", args=[kept[row.pk][1], row.pk])
        yield LeftRow(
            row.person.full_name, row.cell.name, row.cell.last_day or today, due(last, today).tag,
            Link(_("Chuyển sinh hoạt"), url, "arrow-right"),
        )  # fmt: skip


def _transfers(bodies: Sequence[Body]) -> Iterable[LeftRow]:
    rows = UnitTransfer.objects.filter(last_day=None).select_related(
        "organisation", "giver", "receiver"
    )
    ours = {one.pk for one in bodies}
    for row in rows.order_by("first_day", "pk"):
        if not {row.giver_id, row.receiver_id} & ours:
            continue
        url = reverse("unit-take-in", args=[row.pk])
        yield LeftRow(
            row.organisation.name, f"{row.giver.name} → {row.receiver.name}", row.first_day,
            Tag(_("Đang chuyển giao"), Tone.SOON, "hourglass"),
            Link(_("Tiếp nhận"), url, "check") if row.receiver_id in ours else None,
        )  # fmt: skip


# One plan


def plan_page(row: Reorganisation, *, reasons: Iterable[Any] = (), **forms: Any) -> PlanPage:
    """One plan with its lines; a draft with its forms, a done one with what was done."""
    acts = list(row.acts.order_by("pk"))
    is_draft = not acts
    facts = [
        Fact(_("Quyết định"), row.document),
        Fact(_("Ngày có hiệu lực"), words.day(row.effective)),
*_term(row),
        *(Fact(worded(one.get_kind_display()), words.day(one.on), one.by.full_name) for one in acts),
    ]  # fmt: skip
    lines = lines_of(row.lines)
    return PlanPage(
        title=str(row),
        body=row.body.name,
        state=_state(acts),
        facts=facts,
        lines=_line_rows(lines),
        is_draft=is_draft,
        reasons=[words.reason(one) for one in reasons],
        figures=_figures(acts[-1].content) if acts else (),
        left=acts[0].content["left"] if acts else (),
        ways=_plan_ways(row, acts),
        **forms,
    )


def _term(row: Reorganisation) -> Iterable[Fact]:
    if row.close_days:
        days = _("%(n)d ngày làm việc") % {"n": row.close_days}
        yield Fact(_("Thời hạn chuyển đảng viên"), days, row.close_document)


def _plan_ways(row: Reorganisation, acts: Sequence[ReorganisationAct]) -> list[Link]:
    if running := open_about(in_background.about(row)):
        return [Link(_("Xem tiến độ"), reverse("job", args=[running.pk]), "hourglass")]
    if not acts:
        return [Link(_("Xem trước"), reverse("reorganisation-preview", args=[row.pk]), "eye")]
    if len(acts) == 1:
        return [Link(_("Bỏ việc sắp xếp"), reverse("reorganisation-undo", args=[row.pk]), "return")]
    return []


def _line_rows(lines: Sequence[Line]) -> list[LineRow]:
    codes = {code for line in lines for code in line.units}
    codes |= {target.code for line in lines for target in line.targets}
    named = {one.code: one.name for one in Organisation.objects.filter(code__in=codes)}
    named |= {target.code: target.name for line in lines for target in line.targets if target.name}
    people = Person.objects.in_bulk({line.person for line in lines if line.person})
    rows = []
    for number, line in enumerate(lines, start=1):
        becomes = ", ".join(named.get(one.code, one.code) for one in line.targets)
        note = _("%(n)d nơi về ghi riêng") % {"n": len(line.assigned)} if line.assigned else ""
        if line.kind == LineKind.APPOINT:
            person = people.get(line.person)
            becomes = f"{worded(Position(line.position).label)}: {person or line.person}"
        units = ", ".join(named.get(code, code) for code in line.units)
        rows.append(LineRow(number, worded(LineKind(line.kind).label), units, becomes or "—", note))
    return rows


def _figures(content: dict[str, Any]) -> list[Fact]:
    """What was counted after the act, the checks among them."""
    return [
        *_counts(content["counts"]),
        Fact(_("Dòng trong nhật ký danh bạ"), str(content["entries"])),
        Fact(_("Hồ sơ đã chuyển"), str(len(content["files"]))),
        Fact(
            _("Hồ sơ, việc còn ở cơ quan đã kết thúc"), str(sum(content["orphans"].values())),
            _("kiểm tra bằng SQL sau khi ghi"),
        ),
    ]  # fmt: skip


def _counts(counts: dict[str, dict[str, int]]) -> list[Fact]:
    return [
        Fact(
            _TABLES.get(table, table),
            _("%(ended)d kết thúc, %(begun)d bắt đầu")
            % {"ended": said["ended"], "begun": said["begun"]},
        )
        for table, said in counts.items()
    ]


# Its preview


def preview_page(found: Preview, me: Person, today: date) -> PreviewPage:
    """Everything the act would do; of a file the reader may not open its number alone."""
    row = found.plan
    seen = visible_to(me, today).filter(pk__in=[one.case.pk for one in found.files])
    open_ones = dict(seen.values_list("pk", "title"))
    hit = law.rule(OPEN_FILES, on=row.effective)
    unsettled = bool(found.reasons)
    return PreviewPage(
        title=str(row),
        body=row.body.name,
        back_url=reverse("reorganisation", args=[row.pk]),
        reasons=[words.reason(one) for one in found.reasons],
        figures=[
            *_counts(found.counts),
            Fact(_("Hồ sơ đang mở phải xử lý"), str(len(found.files))),
            *([Fact(_("Hạn chuyển đảng viên"), words.day(found.close_by))] if found.close_by else []),
        ],
        units=[
            UnitRow(unit.name, ", ".join(str(one) for one in found.heirs.get(unit.pk, ())) or "—")
            for unit in found.ended
        ],
        files=[_file(one, open_ones) for one in found.files],
        unmoved=[f"{one.person.full_name}, {one.cell}" for one in found.unmoved],
        left=found.left,
        law=hit.note,
        do_url="" if unsettled else reverse("reorganisation-do", args=[row.pk]),
        withheld=len(found.files) - len(open_ones),
    )  # fmt: skip


def _file(one: Fated, open_ones: dict[int, str]) -> FileRow:
    case, readable = one.case, one.case.pk in open_ones
    gaps = one.gaps.splitlines() if readable else [
        *(_("%(n)d điều phải lưu ý, ghi trong hồ sơ") % {"n": n} for n in [len(one.gaps.splitlines())] if n)
    ]  # fmt: skip
    tone = _FATES.get(one.option.fate, Tone.LATE) if one.option else Tone.LATE
    return FileRow(
        reference=case.reference,
        url=case_url(case) if readable else "",
        title=open_ones.get(case.pk, _("Hồ sơ ngoài quyền xem của bạn")),
        now=case.body.name,
        fate=Tag(worded(one.option.fate.label) if one.option else _("Chưa có hướng"), tone),
        to=one.option.to.name if one.option else "—",
        reasons=one.reasons if readable else (),
        gaps=gaps,
        name=f"case-{case.pk}",
        options=[(o.key, f"{worded(o.fate.label)}: {o.to.name}") for o in one.options],
        chosen=one.option.key if one.option and one.chosen else "",
    )
