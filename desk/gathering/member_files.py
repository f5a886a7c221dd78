"""What the pages say of a member's file and of who manages the member, and what goes out of the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from desk.gathering import words
from desk.pages.parts import Fact, Link
from desk.worded import worded
from registry import tree
from registry.member_models import MemberFinding, MemberRow
from registry.models import Body, Membership, Organisation, Person
from registry.organ_models import FileCheck
from registry.organs.files import Kinds, kinds_of, last_check
from registry.organs.management import as_of, overrides_of
from registry.organs.rights import over


def row_of(one: MemberRow) -> tuple[object, ...]:
    """One member as the spreadsheet has it."""
    return (
        one.full_name, one.cell.name, worded(Membership.Status(one.status).label), one.born, one.admitted_on,
        one.official_on, one.post, one.taken_in.source, one.taken_in.synced_on,
    )  # fmt: skip


def finding_row(one: MemberFinding) -> tuple[object, ...]:
    """One finding as the spreadsheet has it."""
    return (
        worded(MemberFinding.Kind(one.kind).label), one.words, one.remedy, one.unit.name if one.unit else "",
        one.found_on, one.guided_on, one.fixed_on,
    )  # fmt: skip


def check_facts(before: FileCheck | None, kinds: Kinds) -> list[Fact]:
    """What the last check found."""
    if before is None:
        return [Fact(_("Lần kiểm tra trước"), _("chưa có"))]
    labels = {one.code: worded(one.label) for one in kinds.rows}
    missing = [labels.get(code, code) for code in before.missing]
    return [
        Fact(_("Lần kiểm tra trước"), words.day(before.checked_on), before.document),
        Fact(_("Còn thiếu"), ", ".join(missing) or _("không thiếu")),
    ]


def doubt_of(kinds: Kinds) -> str:
    """What is not known of the list of papers, in words; nothing where all of it is."""
    said = []
    if not kinds.rows:
        return _("Chưa có văn bản nào cho biết hồ sơ phải có bao nhiêu loại giấy tờ.")
    if not kinds.sure:
        said.append(
            _("Văn bản của ngày này chưa đọc được; số loại theo văn bản trước (%(source)s).")
            % {"source": kinds.citation}
        )
    if kinds.named < len(kinds.rows):
        said.append(
            _("%(n)d trên %(all)d loại chưa có tên trong dữ liệu; ghi tên ở danh mục giấy tờ.")
            % {"n": len(kinds.rows) - kinds.named, "all": len(kinds.rows)}
        )
    return " ".join(said)


def management_of(person: Person, today: date) -> list[Fact]:
    """Who manages a member today, and every document that said so."""
    now = Organisation.objects.filter(pk=as_of(person.pk, today)).first()
    told = overrides_of(person)
    ruling = next((one for one in told if one.since <= today), None)
    name = now.name if now else _("chưa xác định")
    by_paper = ruling is not None and ruling.manager_id is not None
    source = ruling.document if ruling and by_paper else _("theo chức vụ đang giữ") if now else ""
    return [
        Fact(_("Hiện nay"), name, source),
        *(
            Fact(
                words.day(one.since),
                one.manager.name if one.manager else _("theo chức vụ đang giữ"),
                one.document,
            )
            for one in told
        ),
    ]


def file_of(row: MemberRow, today: date) -> list[Fact]:
    """What the newest check of the member's file found."""
    before = last_check(row.person)
    if before is None:
        return [Fact(_("Lần kiểm tra trước"), _("chưa có"))]
    return check_facts(before, kinds_of(row.status, row.organisation_id, today))


def ways_about(
    row: MemberRow, me: Person, keeper: Body | None, kept: Sequence[Body], today: date
) -> list[Link]:
    """What I may write about this member's management and file, keeping the registers of `kept`."""
    ways = []
    mine = over(kept, tree.above(row.cell_id, today)) if kept and me.pk != row.person_id else []
    for body in mine[:1]:
        at = {"pk": row.person_id, "body": body.pk}
        ways.append(Link(_("Xác định diện quản lý"), reverse("member-manager", kwargs=at), "key"))
    if keeper is not None:
        at = {"pk": row.person_id, "body": keeper.pk}
        ways.append(Link(_("Kiểm tra hồ sơ"), reverse("member-file", kwargs=at), "folder"))
        ways.append(Link(_("Danh mục giấy tờ"), reverse("file-papers", args=[keeper.pk]), "file"))
    return ways
