"""The site's addresses, and /xem-thu/NAME/ which draws a template on its sample. For tests only."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import include, path

from desk.csp import shown_in_our_frame
from tests.desk.samples import PREVIEWS

#: The smallest file a browser accepts as a PDF.
SMALL_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


def preview(request, name):
    """Draw one template on its sample."""
    template, page = PREVIEWS[name]
    return render(request, template, {"page": page()})


@shown_in_our_frame
def small_pdf(request):
    """A page to show in the frame of the paper page."""
    return HttpResponse(SMALL_PDF, content_type="application/pdf")


urlpatterns = [
    path("xem-thu/pdf/", small_pdf),
    path("xem-thu/<slug:name>/", preview, name="preview"),
    path("", include("config.urls")),
]

handler404 = "desk.errors.not_found"
