"""Addresses of all pages, in unaccented Vietnamese."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from desk import components, csp

urlpatterns = [
    path("tai-khoan/", include("desk.account.urls")),
    path("ngon-ngu/", login_not_required(set_language), name="language"),
    path("csp/", csp.report, name="csp-report"),
    path("thanh-phan/", components.page, name="components"),
]
