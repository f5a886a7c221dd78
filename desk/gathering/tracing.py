"""What the auditors' explorer shows: each entry in words, with the values before and after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import checkpointing
from cases.models import StepRecord
from cases.paging import Leaf
from cases.read_models import ReadPart
from cases.tracing import Auditor, Key, Kind, Sought, Source, Traced, page_of
from desk.forms import DayInput
from desk.gathering import words
from desk.gathering.leaves import filters_of, pager_between, place_of, so_many
from desk.gathering.said import Names, answers_in_words, names_of, questions_behind
from desk.pages.parts import Fact, Tag, Tone
from desk.pages.tracing import Change, TracePage, TraceRow
from desk.worded import worded
from law.differences import value_in_words
from permissions.exceptions import GrantKind
from permissions.exceptions import Purpose as Emergency
from permissions.vault.deeds import Deed as EnvelopeDeed
from permissions.ways import Way
from proof.verify import first_fault
from registry.models import Position, RegisterEntry
from reports.sheets import Column, sheet
from workflows import catalogue
from workflows.matter import Matter
from workflows.rows import RowKind

#: Entries on one page.
PAGE = 200

#: What each kind is called in the list of kinds.
KINDS = {
    Kind.DEEDS: gettext_lazy("Mọi việc, trừ lượt đọc"),
    Kind.STEPS: gettext_lazy("Bước trong hồ sơ"),
    Kind.CORRECTIONS: gettext_lazy("Đính chính"),
    Kind.ANSWERS: gettext_lazy("Trả lời về quy định"),
    Kind.RELEASES: gettext_lazy("Cho phép làm khác quy định"),
    Kind.LAW: gettext_lazy("Bổ sung, xác nhận quy định"),
    Kind.EXCEPTIONS: gettext_lazy("Cho phép xem riêng"),
    Kind.EMERGENCIES: gettext_lazy("Mở khẩn cấp"),
    Kind.ENVELOPES: gettext_lazy("Phong bì danh tính"),
    Kind.OFFICES: gettext_lazy("Chức vụ, tổ chức"),
    Kind.READS: gettext_lazy("Lượt đọc hồ sơ"),
}


class Filters(forms.Form):
    """Who, what, when, where, under which law; all of it stays in the address."""

    loai = forms.ChoiceField(label=gettext_lazy("Loại việc"), required=False)
    ai = forms.CharField(label=gettext_lazy("Ai làm"), required=False, max_length=100)
    tu = forms.DateField(label=gettext_lazy("Ghi từ ngày"), required=False, widget=DayInput)
    den = forms.DateField(label=gettext_lazy("Đến hết ngày"), required=False, widget=DayInput)
    ho_so = forms.CharField(label=gettext_lazy("Số hồ sơ"), required=False, max_length=24)
    co_quan = forms.TypedChoiceField(
        label=gettext_lazy("Cơ quan"), required=False, coerce=int, empty_value=None
    )
    quy_dinh = forms.CharField(
        label=gettext_lazy("Văn bản, điều khoản đã áp dụng"), required=False, max_length=80
    )

    def __init__(self, data: Any, auditor: Auditor) -> None:
        super().__init__(data)
        self.fields["loai"].choices = [(one.value, KINDS[one]) for one in Kind]
        bodies = [(body.pk, body.name) for body in auditor.bodies]
        self.fields["co_quan"].choices = [("", _("Mọi cơ quan")), *bodies]
        for name in ("ai", "ho_so", "quy_dinh"):
            self.fields[name].widget.attrs["placeholder"] = self.fields[name].label
        for name in ("tu", "den"):
            self.fields[name].widget.attrs["placeholder"] = self.fields[name].label

    def sought(self) -> Sought:
        """What the address asks for; what cannot be read narrows nothing."""
        self.is_valid()
        said = self.cleaned_data
        return Sought(
            kind=said.get("loai") or Kind.DEEDS,
            who=(said.get("ai") or "").strip(),
            since=said.get("tu"),
            until=said.get("den"),
            file=(said.get("ho_so") or "").strip().upper(),
            body=said.get("co_quan"),
            law=(said.get("quy_dinh") or "").strip(),
        )


def trace_page(auditor: Auditor, asked: Any) -> TracePage:
    """Gather a page of entries for `auditor`, narrowed as the address asks."""
    form = Filters(asked, auditor)
    sought = form.sought()
    found = page_of(auditor, sought, place_of(asked, read_key), PAGE)
    return TracePage(
        form=form,
        rows=rows_of(found.rows),
        chain=_sealed(),
        export_url=f"{reverse('audit-export')}?{filters_of(asked)}",
        checked=_checked(sought.file, found),
        narrowed=sought != Sought(),
        pager=pager_between(
            found, asked, so_many(found, _("dòng")), lambda one: write_key(one.key)
        ),
    )


def read_key(written: str) -> Key:
    """Read the place of an entry from an address. Raises ValueError."""
    at, rank, number = written.rsplit(".", 2)
    return datetime.fromisoformat(at), int(rank) % len(Source), int(number) % 2**62


def write_key(key: Key) -> str:
    """Write the place of an entry as an address takes it."""
    at, rank, number = key
    return f"{at.isoformat()}.{rank}.{number}"


def rows_of(entries: Sequence[Traced]) -> list[TraceRow]:
    """Each entry in words. One statement for all that is named, and more where programmes are."""
    names = names_of(_forms(entries))
    return [_WORDS[one.source](one, names) for one in entries]


def _row(one: Traced, what: str, hash: str = "", **more: Any) -> TraceRow:  # noqa: A002 -- the field's name
    at = localtime(one.at)
    day, clock = f"{at:%d/%m/%Y %H:%M:%S}".split()
    url = ""
    if one.file:
        meeting = catalogue.PROCEDURES[one.procedure].is_meeting
        url = _address("meeting" if meeting else "case", one.file)
    return TraceRow(
        when=at.isoformat(),
        day=day,
        time=clock,
        who=one.who,
        post=f"{_POSITIONS[one.position]}, {one.body}" if one.position else one.body,
        what=what,
        file=one.file,
        file_url=url,
        hash=hash,
        short=hash[:10],
        **{"kind": _SOURCES[one.source], **more},
    )


@lru_cache(maxsize=4096)
def _address(name: str, named: str) -> str:
    """An address of which a page bears hundreds."""
    return reverse(name, args=[named])


def spreadsheet(entries: Sequence[Traced], watermark: str) -> bytes:
    """The entries as a workbook, one line each; `hash` and place are what the proof beside it is about."""
    columns = [
        Column(_("Ghi lúc"), 20), Column(_("Ai"), 28), Column(_("Chức vụ"), 36), Column(_("Loại"), 16),
        Column(_("Việc"), 44), Column(_("Hồ sơ"), 16), Column(_("Trước → sau"), 80), Column(_("Ghi chú"), 40),
        Column(_("Căn cứ"), 40), Column(_("Bản ghi"), 10), Column(_("Mã băm"), 68),
    ]  # fmt: skip
    lines = (
        (
            f"{row.day} {row.time}", row.who, row.post, str(row.kind), row.what, row.file,
            "\n".join(f"{worded(one.label)}: {one.before or '∅'} → {one.after or '∅'}" for one in row.changes),
            row.note, row.law, row.proof, row.hash,
        )
        for row in rows_of(entries)
    )  # fmt: skip
    return sheet(_("Nhật ký lưu vết"), columns, lines, watermark)


# Steps of files: what each changed -----------------------------------------------------------------


def _step(one: Traced, names: Names) -> TraceRow:
    told, procedure = one.told, catalogue.PROCEDURES[one.procedure]
    step = procedure.step(told["step"])
    behalf = _("nhập thay %(body)s") % {"body": told["behalf"]} if told["behalf"] else ""
    cited = dict.fromkeys(hit[1] for hit in told["hits"] or ())
    then = f"{_address('case-as-of', one.file)}?ban_ghi={told['sequence']}"
    done = _("làm ngày %(day)s") % {"day": words.day(told["on"])}
    return _row(
        one,
        worded(step.label) if step else told["step"],
        note="; ".join(filter(None, (done, behalf))),
        law="; ".join(cited),
        proof=f"{told['sequence']}/{told['records']}",
        hash=told["hash"],
        then=_("Nhìn lại"),
        then_url="" if procedure.is_meeting else then,
        changes=list(_changes(procedure, told, names)),
    )


def _changes(procedure: type[Matter], told: Mapping[str, Any], names: Names) -> Iterator[Change]:
    """The stage, each row laid beside the one whose place it took, and each row that was set aside."""
    if told["from"] != told["to"]:
        yield Change(_("Giai đoạn"), *(_stage(procedure, told[end]) for end in ("from", "to")))
    gone = list(told["gone"] or ())
    for row in told["laid"] or ():
        before = next((old for old in gone if old[0] == row[0]), None)
        before = before or next((old for old in gone if _alike(old, row)), None)
        if before:
            gone.remove(before)
        if before and _is_signed(before, told):
            yield _signed()
        yield from _compared(_said(procedure, before, names), _said(procedure, row, names))
    for old in gone:
        yield from (
            [_signed()] if _is_signed(old, told) else _compared(_said(procedure, old, names), {})
        )
    if not told["laid"]:
        step = procedure.step(told["step"])
        given = answers_in_words(step.inputs if step else (), told["inputs"], names)
        yield from (Change(worded(fact.label), "", fact.value) for fact in given)


def _is_signed(old: Sequence[Any], told: Mapping[str, Any]) -> bool:
    """Whether a draft waits no longer because the step it was prepared for has been taken."""
    return bool(old[1] == RowKind.DRAFT and old[2].get("step") == told["step"])


def _signed() -> Change:
    return Change(worded(RowKind.DRAFT.label), _("chờ ký"), _("đã ký"))


def _alike(old: Sequence[Any], new: Sequence[Any]) -> bool:
    """Whether a row took the place of another under a number of its own: a draft of the one before, what was
    signed of its draft."""
    if old[1] != RowKind.DRAFT:
        return bool(old[1] == new[1])
    return old[2].get("step") in (new[2].get("step"), new[4])


def _compared(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for label in {**before, **after}:
        was, now = before.get(label, ""), after.get(label, "")
        if was != now:
            yield Change(label, was, now)


def _said(procedure: type[Matter], row: Sequence[Any] | None, names: Names) -> dict[str, str]:
    if row is None:
        return {}
    _number, kind, facts, said, _step = row
    found = {
        worded(fact.label): fact.value
        for fact in answers_in_words(_asked(procedure, row), {**facts, **said}, names)
    }
    return found or {worded(RowKind(kind).label): _("có")}


def _asked(procedure: type[Matter], row: Sequence[Any]) -> Sequence[Any]:
    return questions_behind(procedure, row[4], row[2])


def _stage(procedure: type[Matter], code: str) -> str:
    machines = (procedure, *([procedure.findings] if procedure.findings else ()))
    for machine in machines:
        with suppress(ValueError):
            return worded(machine.stage.enum(code).label)
    return code


def _forms(entries: Iterable[Traced]) -> Iterator[tuple[Sequence[Any], Mapping[str, Any]]]:
    """Whatever the steps among these entries asked, with what was answered: whose names are to be known."""
    for one in entries:
        if one.source is not Source.STEP:
            continue
        procedure = catalogue.PROCEDURES[one.procedure]
        step = procedure.step(one.told["step"])
        if step and not one.told["laid"]:
            yield step.inputs, one.told["inputs"]
        for row in (*(one.told["laid"] or ()), *(one.told["gone"] or ())):
            yield _asked(procedure, row), {**row[2], **row[3]}


# The other sources ---------------------------------------------------------------------------------


def _read(one: Traced, _names: Names) -> TraceRow:
    told = one.told
    way = worded(Way(told["way"]).label)
    surface = " (API)" if told["surface"] == "api" else ""
    what = f"{worded(ReadPart(told['part']).label)} {told['detail']}".strip()
    return _row(one, what, note="; ".join(filter(None, (f"{way}{surface}", told["purpose"]))))


def _grant(one: Traced, _names: Names) -> TraceRow:
    told = one.told
    kind = GrantKind(told["kind"])
    span = f"{words.day(told['first'])} – {words.day(told['last'])}"
    if told["until"]:
        until = localtime(datetime.fromisoformat(told["until"]))
        span = f"{words.day(told['first'])} – {until:%H:%M %d/%m/%Y}"
    why = (told["reason"], told["document"])
    if told["purpose"]:
        why = (worded(Emergency(told["purpose"]).label), *why)
    changes = [Change(_("Được xem hồ sơ"), "", f"{told['to']}, {span}")]
    if told["ended"]:
        ended = localtime(datetime.fromisoformat(told["ended"]))
        changes.append(Change(_("Chấm dứt"), "", f"{ended:%H:%M %d/%m/%Y}. {told['why']}"))
    return _row(
        one,
        worded(kind.label),
        kind=worded(kind.label),
        note="; ".join(filter(None, why)),
        changes=changes,
    )


def _envelope(one: Traced, _names: Names) -> TraceRow:
    told = one.told
    return _row(
        one,
        f"{worded(EnvelopeDeed(told['deed']).label)} {told['alias']}",
        note=_("làm ngày %(day)s") % {"day": words.day(told["on"])},
        proof=f"{told['sequence']}/{told['records']}",
        hash=told["hash"],
    )


def _law(one: Traced, _names: Names) -> TraceRow:
    told, content = one.told, one.told["content"]
    what = _("Đề nghị bổ sung quy định")
    if told["answers"]:
        what = _("Xác nhận bổ sung quy định") if told["version"] else _("Không xác nhận bổ sung")
    change = Change(told["rule"], told["replaces"], value_in_words(content))
    return _row(
        one, what, note=told["reason"] or "", law=content.get("instrument") or "", hash=told["version"] or "",
        changes=[change] if told["version"] or not told["answers"] else (),
        then=_("Xem đề nghị"), then_url=reverse("law-proposal", args=[told["proposal"]]),
    )  # fmt: skip


def _office(one: Traced, _names: Names) -> TraceRow:
    told = one.told
    deed = worded(RegisterEntry.Deed(told["deed"]).label) if told["deed"] else _("Ghi vào danh bạ")
    return _row(
        one, str(deed), note=told["about"] or "", proof=str(told["sequence"]), hash=told["hash"]
    )


_WORDS: Mapping[Source, Callable[[Traced, Names], TraceRow]] = {
    Source.STEP: _step,
    Source.READ: _read,
    Source.GRANT: _grant,
    Source.ENVELOPE: _envelope,
    Source.LAW: _law,
    Source.OFFICE: _office,
}
_SOURCES = {
    Source.STEP: gettext_lazy("Bước"),
    Source.READ: gettext_lazy("Lượt đọc"),
    Source.GRANT: gettext_lazy("Cho phép xem riêng"),
    Source.ENVELOPE: gettext_lazy("Phong bì danh tính"),
    Source.LAW: gettext_lazy("Quy định"),
    Source.OFFICE: gettext_lazy("Chức vụ, tổ chức"),
}
_POSITIONS = dict(Position.choices)


# The chain -----------------------------------------------------------------------------------------


def _sealed() -> list[Fact]:
    """How far histories are sealed outside the database, in a line."""
    log = checkpointing.log()
    newest = log.last() if log else None
    if newest is None:
        return [Fact(_("Niêm phong ngoài cơ sở dữ liệu"), _("chưa có mốc nào"))]
    said = newest.said
    at = f"{localtime(datetime.fromisoformat(said['at'])):%H:%M %d/%m/%Y}"
    told = _("mốc số %(n)d, lúc %(at)s") % {"n": said["number"], "at": at}
    return [Fact(_("Niêm phong ngoài cơ sở dữ liệu"), told, "", reverse("audit-checks"))]


def _checked(file: str, found: Leaf[Traced]) -> Tag | None:
    """Whether the chain of the one file looked at holds, from its first record to the end it is known by."""
    if not file or not any(one.file == file and one.source is Source.STEP for one in found.rows):
        return None
    records = list(
        StepRecord.objects.filter(case__reference=file).select_related("case").order_by("sequence")
    )
    case = records[0].case
    entries = [(r.sequence, r.content, r.hash, r.claims()) for r in records]
    fault = first_fault(f"case:{case.pk}", entries, head=case.head, length=case.records)
    told = checkpointing.Told()
    fault = fault or told.fault_of_case(case.pk, [r.hash for r in records])
    if fault:
        return Tag(_("Chuỗi nhật ký sai: %(fault)s") % {"fault": fault}, Tone.LATE, "warning")
    said = _("Chuỗi nhật ký nguyên vẹn: %(n)d bản ghi.") % {"n": len(records)}
    if f"case:{case.pk}" not in told.chains:
        return Tag(f"{said} {_('Chưa có trong mốc niêm phong nào.')}", Tone.SOON, "shield")
    return Tag(f"{said} {_('Khớp mốc niêm phong.')}", Tone.OK, "shield")
