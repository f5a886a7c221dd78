"""What a reader must know of a file first: that it stands still, is shaken, was handed over, lent or taken up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from cases.models import Subject
from cases.reading import File
from desk.gathering.words import day
from desk.pages.case import Heed
from desk.worded import worded
from registry.models import Organisation, Person
from registry.organs.management import as_of
from workflows import followed
from workflows.conditions.intake import asks_for_an_answer
from workflows.everyday import correction, handing_over, passing_on
from workflows.facts import Row
from workflows.guards import look_up
from workflows.intake_clocks import RULE, days_for
from workflows.pauses import paused
from workflows.refused import refusals
from workflows.rows import RowKind


def heeds_of(file: File) -> list[Heed]:
    """Gather them from the file as it was read; a name is asked for only where one is told."""
    return [
        *_standing(file), *_managed_otherwise(file), *_moved(file), *_shaken(file), *_passed_on(file),
        *_awaited(file), *_asked(file),
        *_refused(file),
    ]  # fmt: skip


def _standing(file: File) -> Iterator[Heed]:
    if pause := paused(file.facts):
        yield Heed(
            _("Hồ sơ đang tạm dừng từ ngày %(day)s") % {"day": day(pause.on)},
            [_("Thời hạn do kế hoạch đặt ra dừng theo; thời hạn do quy định đặt ra vẫn chạy.")],
        )
    if taken := file.facts.last(RowKind.TAKEN_OVER):
        yield Heed(
            _("Cấp trên đã rút hồ sơ lên xem xét ngày %(day)s") % {"day": day(taken.on)},
            [str(taken.facts.get("document", ""))],
        )


def _awaited(file: File) -> Iterator[Heed]:
    """What is followed until it is done, and by how many days it is late."""
    for kind, row in followed.waiting(file.facts):
        due = kind.due_of(row)
        late = (file.facts.today - due).days
        said = {"day": day(row.on), "due": day(due), "what": _FOLLOWED[kind.key]()}
        yield Heed(
            _("%(what)s từ ngày %(day)s, hạn %(due)s") % said,
            [_("Đã quá hạn %(n)d ngày.") % {"n": late}] if late > 0 else [],
        )


def _asked(file: File) -> Iterator[Heed]:
    """That a member waits for an answer and nobody knows by which day: whoever answers for the law may say it."""
    if not file.procedure.is_intake or file.procedure.is_final(file.facts.stage):
        return
    if (
        asks_for_an_answer(file.facts)
        and days_for(file.facts.level, look_up(RULE, file.facts)) is None
    ):
        yield Heed(
            _("Chưa xác định được thời hạn trả lời đảng viên theo quy định đang có hiệu lực"),
            [
                _("Người có thẩm quyền trả lời quy định “%(rule)s” thì phần mềm tính ngày cuối.")
                % {"rule": RULE}
            ],
        )


#: What a file that awaits something says of it, by its kind.
_FOLLOWED = {
    followed.LOAN.key: lambda: _("Hồ sơ lưu đang cho mượn"),
    followed.TASK.key: lambda: _("Việc giao sau cuộc họp chưa xong"),
    followed.STATE_ANSWER.key: lambda: _("Chờ cơ quan nhà nước, đoàn thể trả lời"),
    followed.LESSONS.key: lambda: _("Chờ báo cáo rút kinh nghiệm"),
}


def _managed_otherwise(file: File) -> Iterator[Heed]:
    """That another committee manages a subject than when the file began: who decides may have changed."""
    numbers = file.facts.managed_otherwise
    if not numbers:
        return
    found = Subject.objects.filter(case=file.id, number__in=numbers, superseded_by=None)
    said = []
    for one in found.select_related("person", "managed_by"):
        now = Organisation.objects.filter(pk=as_of(one.person_id, file.facts.acted_on)).first()
        managers = (one.managed_by.name if one.managed_by else "—", now.name if now else "—")
        said.append(f"{one.person.full_name}: {' → '.join(managers)}")
    yield Heed(
        _("Thẩm quyền có thể đã thay đổi: diện quản lý của đối tượng khác với khi lập hồ sơ"),
        said,
        _("Người đứng đầu xác nhận ở bước “Trả lời về quy định” trước khi quyết định."),
    )


def _moved(file: File) -> Iterator[Heed]:
    """That the file came from another body, on which decision, and what that made of its deadlines."""
    row = passing_on.passed(file.facts)
    if row is None:
        return
    fate = worded(passing_on.Fate(row.facts["fate"]).label)
    said = [f"{fate}. {row.facts['document']}.", *_clocks(row)]
    yield Heed(_("Hồ sơ chuyển đến cơ quan này ngày %(day)s") % {"day": day(row.on)}, said)


def _clocks(row: Row) -> Iterator[str]:
    """The deadlines that have another last day here than they had there."""
    for _name, before, after in row.facts["clocks"]:
        if before != after:
            days = (day(date.fromisoformat(one)) if one else "—" for one in (before, after))
            yield _("Thời hạn tính lại từ ngày đầu: %(days)s.") % {"days": " → ".join(days)}


def _shaken(file: File) -> Iterator[Heed]:
    for doubt in correction.open_doubts(file.facts):
        yield Heed(
            _("Đính chính ngày %(day)s làm các bước sau không còn đủ điều kiện")
            % {"day": day(doubt.on)},
            [
                f"{sequence}. {label}: {' '.join(said)}"
                for sequence, label, said in correction.named(doubt.facts["shaken"], file.procedure)
            ],
            _("Không bước nào bị hủy; lãnh đạo xem xét từng bước."),
        )
    if waiting := correction.waiting(file.facts):
        yield Heed(_("%(n)d đề nghị đính chính chờ người thứ hai xác nhận") % {"n": len(waiting)})


def _passed_on(file: File) -> Iterator[Heed]:
    handed, holder = handing_over.waiting(file.facts), handing_over.responsible(file.facts)
    people = {*(row.facts["to"] for row in handed), *([holder] if holder else [])}
    names = Person.objects.in_bulk(people) if people else {}
    for row in handed:
        said = {"name": names[row.facts["to"]].full_name, "day": day(row.on)}
        yield Heed(_("Hồ sơ bàn giao ngày %(day)s, chờ %(name)s xác nhận") % said)
    if holder and not handed:
        yield Heed(_("Cán bộ phụ trách hồ sơ: %(name)s") % {"name": names[holder].full_name})


def _refused(file: File) -> Iterator[Heed]:
    if found := list(refusals(file.facts)):
        yield Heed(
            _("Việc từ chối đã lập biên bản; vụ việc vẫn tiếp tục"),
            [f"{day(one.on)}: {one.words}" for one in found],
        )
