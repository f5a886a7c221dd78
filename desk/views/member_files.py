"""What goes out of the member list, who manages a member, what lies in a member's file and what is missing in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import ListTaken
from desk.gathering import member_files as gathered
from desk.gathering import words
from desk.gathering.members import findings_read_by
from desk.member_forms import Narrow, NarrowFindings, today_in
from desk.organisation_forms import FileForm, Manager, PaperName
from desk.pages.export import ExportPage
from desk.pages.parts import Fact, Link
from desk.views import person_of
from desk.views.deeds import deed_page, one_of, sent
from desk.views.exports import Purpose, taken_out
from registry import clock, tree
from registry.member_models import MemberRow
from registry.members.rights import bodies_written_by, rows_read_by, units_read_by
from registry.models import Membership, Organisation, Person
from registry.organs.files import CheckFile, NamePaper, kinds_of, last_check
from registry.organs.management import DetermineManager, as_of
from registry.organs.rights import bodies_over, home_of
from reports.sheets import KIND, Column, sheet


def export(request: HttpRequest) -> HttpResponse:
    """The member list as I read it and narrowed it, as a spreadsheet; the personal number stays here."""
    me, today = _reader(request)
    rows = Narrow(request.GET).narrow(rows_read_by(me, today))
    columns = [
        Column(_("Họ và tên"), 30), Column(_("Chi bộ"), 36), Column(_("Loại đảng viên"), 20),
        Column(_("Ngày sinh"), 12), Column(_("Ngày kết nạp"), 12),
        Column(_("Ngày công nhận chính thức"), 14), Column(_("Chức vụ theo danh sách"), 36),
        Column(_("Nguồn"), 36), Column(_("Số liệu tính đến ngày"), 14),
    ]  # fmt: skip
    page = ExportPage(
        form=Purpose(sent(request)),
        title=_("Xuất danh sách đảng viên"),
        listed=_("Danh sách đảng viên"),
        sentence=_(
            "Tệp gồm các đảng viên bạn được xem, theo bộ lọc đang chọn; không có số định danh, số thẻ."
        ),
        counted=_("%(n)d đảng viên") % {"n": rows.count()},
        back_url=reverse("members"),
    )
    told = [gathered.row_of(one) for one in rows] if page.form.is_valid() else []
    return _out(request, me, page, columns, told, "dang-vien", ListTaken.Register.MEMBERS)


def export_findings(request: HttpRequest) -> HttpResponse:
    """What is wrong in the data, and what is missing in the files, as I read and narrowed it."""
    me, today = _reader(request)
    found = NarrowFindings(request.GET).narrow(findings_read_by(me, today)).select_related("unit")
    columns = [
        Column(_("Loại"), 18), Column(_("Sai sót"), 60), Column(_("Cách sửa"), 44),
        Column(_("Đơn vị"), 36), Column(_("Phát hiện"), 12), Column(_("Hướng dẫn"), 12),
        Column(_("Khắc phục"), 12),
    ]  # fmt: skip
    page = ExportPage(
        form=Purpose(sent(request)),
        title=_("Xuất sai sót dữ liệu đảng viên"),
        listed=_("Sai sót dữ liệu"),
        sentence=_("Tệp gồm các sai sót của đơn vị bạn được xem, theo bộ lọc đang chọn."),
        counted=_("%(n)d sai sót") % {"n": found.count()},
        back_url=reverse("member-findings"),
    )
    rows = found.order_by("unit__name", "words", "pk")
    told = [gathered.finding_row(one) for one in rows] if page.form.is_valid() else []
    return _out(request, me, page, columns, told, "sai-sot", ListTaken.Register.FINDINGS)


def _reader(request: HttpRequest) -> tuple[Person, date]:
    me, today = person_of(request), clock.today()
    if not units_read_by(me, today):
        raise Http404("No post that reads members.")
    return me, today


def _out(
    request: HttpRequest, me: Person, page: ExportPage, columns: list[Column],
    rows: Sequence[tuple[object, ...]], name: str, register: ListTaken.Register,
) -> HttpResponse:  # fmt: skip
    """The page that asks what for; sent, the spreadsheet."""
    form = page.form
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "pages/export.html", {"page": page}, status=status)
    marked = taken_out(me, register, len(rows), form.cleaned_data["purpose"])
    answer = HttpResponse(sheet(page.listed, columns, rows, marked), content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="{name}-{clock.today():%Y-%m-%d}.xlsx"'
    return answer


def manager(request: HttpRequest, pk: int, body: int) -> HttpResponse:
    """A document says who manages a member."""
    me, today = person_of(request), clock.today()
    person = get_object_or_404(Person, pk=pk)
    home = home_of(person, today)
    ours = one_of(bodies_over(me, home, today) if home else [], body)
    line = Organisation.objects.filter(pk__in=tree.above(home or 0, today))
    form = Manager(line.order_by("kind", "name"), sent(request))
    today_in(form, "since", today)
    now = Organisation.objects.filter(pk=as_of(person.pk, today)).first()
    return deed_page(
        request,
        form,
        lambda said: DetermineManager(in_body=ours, person=person, **said),
        me,
        title=_("Xác định diện quản lý"),
        sentence=_(
            "Văn bản xác định khác với chức vụ đang giữ. Hồ sơ đang mở được hỏi lại thẩm quyền khi quyết định."
        ),
        about=person.full_name,
        back=_page_of(person),
        facts=[Fact(_("Hiện thuộc diện quản lý của"), now.name if now else _("chưa xác định"))],
    )


def file_check(request: HttpRequest, pk: int, body: int) -> HttpResponse:
    """I went through a member's file: what lies in it, and so what is missing."""
    me, today = person_of(request), clock.today()
    ours = get_object_or_404(bodies_written_by(me, today), pk=body)
    row = get_object_or_404(
        MemberRow.objects.select_related("person", "cell"),
        superseded_in=None, person=pk, organisation=ours.organisation_id,
    )  # fmt: skip
    kinds = kinds_of(row.status, ours.organisation_id, today)
    before = last_check(row.person)
    form = FileForm(kinds.rows, sent(request), before.present if before else ())
    today_in(form, "checked_on", today)
    return deed_page(
        request,
        form,
        lambda said: CheckFile(in_body=ours, row=row, **said),
        me,
        title=_("Kiểm tra hồ sơ đảng viên"),
        sentence=_(
            "Đánh dấu từng loại giấy tờ đang có trong hồ sơ; loại còn thiếu thành sai sót phải bổ sung."
        ),
        about=", ".join(filter(None, [row.full_name, row.post])),
        back=_page_of(row.person),
        facts=gathered.check_facts(before, kinds),
        warning=gathered.doubt_of(kinds),
    )


def papers(request: HttpRequest, body: int) -> HttpResponse:
    """What each of the numbered kinds of paper is called."""
    me, today = person_of(request), clock.today()
    ours = get_object_or_404(bodies_written_by(me, today), pk=body)
    kinds = kinds_of(Membership.Status.OFFICIAL, ours.organisation_id, today)
    return deed_page(
        request,
        PaperName(kinds.rows, sent(request)),
        lambda said: NamePaper(in_body=ours, **said),
        me,
        title=_("Danh mục giấy tờ trong hồ sơ đảng viên"),
        sentence=_("Quy định cho biết số loại; tên từng loại do đơn vị ghi theo văn bản đang cầm."),
        about=ours.organisation.name,
        back=Link(_("Danh sách đảng viên"), reverse("members")),
        then=reverse("file-papers", args=[ours.pk]),
        facts=[Fact(words.capitalised(one.numbered), one.name or "—") for one in kinds.rows],
        warning=gathered.doubt_of(kinds),
    )


def _page_of(person: Person) -> Link:
    return Link(person.full_name, reverse("member", args=[person.pk]))
