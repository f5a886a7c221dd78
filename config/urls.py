"""All addresses of the site."""

from django.urls import include, path

urlpatterns = [
    path("", include("desk.urls")),
]

handler400 = "desk.errors.bad_request"
handler403 = "desk.errors.forbidden"
handler404 = "desk.errors.not_found"
handler500 = "desk.errors.server_error"
