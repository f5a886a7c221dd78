"""The room of a meeting, and what is pressed in it: each press is a deed of its own and comes back to the room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cases import counts, room, services
from cases.models import AgendaEntry, Case
from cases.queries import meetings, visible_to
from cases.read_models import ReadPart
from cases.reading import File, Reader, read_file
from cases.refused import KeyReused, StepRefused
from cases.sittings import seated
from desk import reads
from desk.gathering.room import ITEM, Tried, room_page
from desk.gathering.room_counting import steps_of, totals_asked
from desk.room_forms import CourseForm, SheetForm, TakeBackForm, VoidForm
from desk.views import person_of
from law import Reason
from registry import clock
from workflows import considering
from workflows.stages import Step

#: How an address of the wall proves that its opening was noted, and for how many seconds.
OPENED, _HOURS = "mo", 8 * 60 * 60


def show(request: HttpRequest, reference: str) -> HttpResponse:
    """The room of one meeting, to whoever organises it and whoever is called to it."""
    case = _meeting(request, reference)
    if not _still_open(request, case):
        reads.note(person_of(request), case, ReadPart.FILE)
    return _page(request, case, request.GET)


def _still_open(request: HttpRequest, case: Case) -> bool:
    """Whether a wall asks again that was opened within these hours: one opening is one read."""
    try:
        opened: list[int] = signing.loads(request.GET.get(OPENED, ""), salt=OPENED, max_age=_HOURS)
    except signing.BadSignature:
        return False
    return opened == [person_of(request).pk, case.pk]


def deed(request: HttpRequest, reference: str, item: int, deed: str) -> HttpResponse:
    """One press in the room about one item of the agenda."""
    case = _meeting(request, reference)
    here = reverse("room", kwargs={"reference": reference}) + f"?{ITEM}={item}"
    if deed not in _DEEDS:
        raise Http404(f"No deed {deed}.")
    if request.method != "POST":
        return redirect(here)
    form, do = _DEEDS[deed](request, case, item)
    reasons: list[Reason] = []
    if form.is_valid():
        try:
            told = do(form)
        except StepRefused as refused:
            reasons = form.refuse(refused.reasons)
        except KeyReused as reused:
            reasons = [Reason("door.key", str(reused), remedy=_("Mở lại trang này rồi gửi."))]
        else:
            messages.success(request, told)
            return redirect(here)
    return _page(request, case, {ITEM: str(item)}, Tried(deed, form, reasons))


def _meeting(request: HttpRequest, reference: str) -> Case:
    person, today = person_of(request), clock.today()
    visible = meetings(visible_to(person, today)).select_related("body")
    found: Case = get_object_or_404(visible, reference=reference)
    return found


def _page(
    request: HttpRequest, case: Case, asked: Mapping[str, Any], tried: Tried | None = None
) -> HttpResponse:
    page = room_page(case, person_of(request), clock.today(), asked, tried)
    opened = signing.dumps([person_of(request).pk, case.pk], salt=OPENED)
    context = {
        "page": page,
        "again": f"{page.wall_url}&{ITEM}={asked.get(ITEM, '')}&{OPENED}={opened}",
    }
    return render(request, "pages/room.html", context, status=422 if tried else 200)


Press = tuple[Any, Callable[[Any], str]]


def _course(step: str, told: Callable[[], str]) -> Callable[[HttpRequest, Case, int], Press]:
    """Begin an item, or end it, at the hour said."""

    def press(request: HttpRequest, case: Case, item: int) -> Press:
        def do(form: Any) -> str:
            said = {"item": item, "at": form.cleaned_data["at"]}
            _take(request, case, step, said, form.cleaned_data["key"])
            return told()

        return CourseForm(request.POST, prefix="gio"), do

    return press


def _take_back(request: HttpRequest, case: Case, _item: int) -> Press:
    """Take the newest entry back, for the reason given."""

    def do(form: Any) -> str:
        said = {"reason": form.cleaned_data["reason"]}
        file = _file(request, case, case)
        if (entry := considering.last_entry(file.facts)) is not None:
            said["entry"] = entry
        _take(request, case, considering.TAKE_BACK, said, form.cleaned_data["key"])
        return _("Đã bỏ lần ghi nhầm; lần ghi ấy vẫn còn trong nhật ký.")

    return TakeBackForm(request.POST, prefix="nham"), do


def _sheet(request: HttpRequest, case: Case, item: int) -> Press:
    """Keep what one counter counted."""
    matter, file, step = _counted(request, case, item)
    form = SheetForm(totals_asked(file, step), request.POST, prefix=f"dem-{step.code}")
    form.step = step.code

    def do(form: Any) -> str:
        room.write(
            case, matter, file, step, by=person_of(request),
            counter=form.cleaned_data["counter"], totals=form.said(),
        )  # fmt: skip
        return _("Đã ghi phiếu kiểm.")

    return form, do


def _back(request: HttpRequest, case: Case, item: int) -> Press:
    """Take one sheet back."""
    matter, file, step = _counted(request, case, item)
    number = request.POST.get("sheet", "")

    def do(_form: Any) -> str:
        pk = int(number) if number.isascii() and number.isdigit() else 0
        room.take_back(case, matter, file, step, by=person_of(request), sheet=pk)
        return _("Đã rút phiếu kiểm; phiếu ấy vẫn còn trong sổ.")

    return CourseForm({"key": "-", "at": "-"}), do


def _void(request: HttpRequest, case: Case, item: int) -> Press:
    """Write down that the agreed count has no value; the meeting votes again at once."""
    matter, _read, step = _counted(request, case, item)

    def do(form: Any) -> str:
        found = counts.sheets(case, matter, step, counts.round_of(case, matter))
        totals = counts.agreed(found, step) or {}
        said = {
            "case": matter.reference, "issued": totals.get("phat_ra", 0),
            "returned": totals.get("thu_vao", 0), "reason": form.cleaned_data["reason"],
        }  # fmt: skip
        _take(request, case, considering.VOID, said, form.cleaned_data["key"])
        return _("Đã ghi kết quả không có giá trị. Phát phiếu mới rồi kiểm lại.")

    return VoidForm(request.POST, prefix="huy"), do


def _counted(request: HttpRequest, case: Case, item: int) -> tuple[Case, File, Step]:
    """The matter of an item, its file on the day of the meeting, and the step whose votes are counted."""
    entry = get_object_or_404(
        AgendaEntry.objects.select_related("case__body"), meeting=case, number=item
    )
    matter = get_object_or_404(visible_to(person_of(request), clock.today()), pk=entry.case_id)
    named = {one.code: one for one in steps_of(matter, entry.purpose)}
    step = named.get(request.POST.get("step", ""))
    if step is None:
        raise Http404("Nothing is counted here.")
    return matter, _file(request, matter, case), step


def _file(request: HttpRequest, case: Case, meeting: Case) -> File:
    """The file of `case` as whoever asks reads it on the day of the meeting."""
    person, today = person_of(request), clock.today()
    own = read_file(meeting.pk, Reader(person.pk, today, today))
    assert own is not None
    day = seated(meeting, own.facts)[0].held_on
    found = read_file(case.pk, Reader(person.pk, day, today))
    if found is None:
        raise Http404("No such file.")
    return found


def _take(request: HttpRequest, case: Case, step: str, said: dict[str, Any], key: str) -> None:
    """Take a step of the meeting on its own day, through the one door."""
    day = seated(case, _file(request, case, case).facts)[0].held_on
    services.take_step(case, step, actor=person_of(request), acted_on=day, inputs=said, key=key)


_DEEDS: Mapping[str, Callable[[HttpRequest, Case, int], Press]] = {
    "bat-dau": _course(considering.TAKE_UP, lambda: _("Đã ghi giờ bắt đầu.")),
    "ket-thuc": _course(considering.FINISH, lambda: _("Đã ghi giờ kết thúc.")),
    "dem": _sheet,
    "rut-dem": _back,
    "huy-dem": _void,
    "ghi-nham": _take_back,
}
