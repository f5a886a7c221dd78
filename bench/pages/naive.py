"""The page of work as it is usually written: a queryset handed to a template, which asks for the rest row by row."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import include, path

from cases.models import WorkRow
from desk.gathering.leaves import PAGE
from proof.reader import as_the_system
from registry.models import Body

_PAGE = """<!doctype html><html lang="vi"><head><title>Việc của tôi</title></head><body>
<header>{{ user.person.full_name }}
{% for post in user.person.posts.all %}<i>{{ post.get_position_display }}, {{ post.body.name }}</i>{% endfor %}</header>
<h1>Việc của tôi</h1><p>{{ page.paginator.count }} việc</p><table>
{% for row in page %}<tr><td>{{ row.due|date:"d/m/Y"|default:"—" }}</td>
<td>{{ row.case.reference }} <a href="{% url 'case' reference=row.case.reference %}">{{ row.case.title }}</a></td>
<td>{{ row.case.body.name }}, {{ row.case.body.organisation.name }}</td><td>{{ row.step }}</td>
<td>{{ row.person.full_name|default:"—" }}</td><td>{{ row.since|date:"d/m/Y" }}</td>
<td>{% for one in row.case.deadlines.all %}{{ one.name }} {{ one.last_day|date:"d/m/Y" }}{% endfor %}</td></tr>
{% endfor %}</table>
{% if page.has_next %}<a href="?page={{ page.next_page_number }}">Sau</a>{% endif %}</body></html>"""

#: What a careful author adds: the rows come with what stands beside them, in three statements.
_BESIDE = ("case__body__organisation", "person")


def _work(request: HttpRequest, *, careful: bool) -> HttpResponse:
    """What waits in the bodies in which one holds a post, or for oneself; no rights to files are asked."""
    with as_the_system():
        bodies = Body.objects.filter(posts__person__account=request.user)
        found = WorkRow.objects.filter(Q(body__in=bodies) | Q(person__account=request.user))
        if careful:
            found = found.select_related(*_BESIDE).prefetch_related("case__deadlines")
        page = Paginator(found.order_by("due", "pk"), PAGE).get_page(request.GET.get("page"))
        said = Context({"page": page, "user": request.user})
        return HttpResponse(Template(_PAGE).render(said))


def naive(request: HttpRequest) -> HttpResponse:
    """Every row asks for its own."""
    return _work(request, careful=False)


def careful(request: HttpRequest) -> HttpResponse:
    """The same page by an author who saw to its statements."""
    return _work(request, careful=True)


urlpatterns = [
    path("do/viec/", naive, name="bench-naive"),
    path("do/viec-can-than/", careful, name="bench-careful"),
    path("", include("config.urls")),
]
