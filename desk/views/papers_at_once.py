"""Many papers numbered and printed with one press, as a job; then taken out in one file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases import papers_at_once, read_log
from cases.models import Case
from cases.read_models import ReadPart
from desk.gathering.papers_at_once import archive, at_once_page, listed
from desk.paper_forms import AtOnceForm
from desk.views import person_of
from jobs.models import Job
from registry import clock


@require_http_methods(["GET", "HEAD", "POST"])
def at_once(request: HttpRequest) -> HttpResponse:
    """Choose; sent, the job is asked for and its page tells how far it is."""
    today, sent = clock.today(), request.method == "POST"
    found = listed(person_of(request), today, request.GET)
    form = AtOnceForm([held.paper_id for held in found.rows], request.POST if sent else None)
    if not form.is_valid():
        page = at_once_page(found, form)
        context = {"page": page}
        return render(request, "pages/papers_at_once.html", context, status=422 if sent else 200)
    said = form.cleaned_data
    job = papers_at_once.ask(said["papers"], by=request.user, day=today, purpose=said["purpose"])
    return redirect("job", job.pk)


@require_safe
def archived(request: HttpRequest, pk: int) -> HttpResponse:
    """What a job printed and its asker may still open, as one ZIP of the stored bytes; each read is noted first."""
    person, today = person_of(request), clock.today()
    job = Job.objects.filter(pk=pk, kind=papers_at_once.CODE, by=request.user).first()
    if job is None or job.is_open:
        raise Http404("No such job of this person's, or not at its end.")
    going = list(papers_at_once.printed(job.given, person, today))
    if not going:
        raise Http404("Nothing printed that this person may open.")
    files = Case.objects.filter(pk__in={held.case_id for held in going})
    read_log.note(
        person, today, files, ReadPart.DOWNLOAD, "nhiều văn bản", purpose=job.given["purpose"]
    )
    answer = HttpResponse(archive(going), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="van-ban-{job.pk}.zip"'
    return answer
