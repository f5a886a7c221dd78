"""Addresses of the account's own pages; what is not listed here (sign-up, e-mail) does not exist."""

from allauth.account import views as account
from django.urls import include, path

from desk.account import choices, demo, sessions

urlpatterns = [
    path(
        "dang-nhap/",
        account.LoginView.as_view(extra_context={"demo_sign_ins": demo.sign_ins}),
        name="account_login",
    ),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("ngung-su-dung/", account.account_inactive, name="account_inactive"),
    path("xac-nhan-lai/", account.reauthenticate, name="account_reauthenticate"),
    path("mat-khau/", account.password_change, name="account_change_password"),
    path("lua-chon/", choices.choices, name="account_choices"),
    path("phien/", sessions.sessions, name="account_sessions"),
    path("hai-lop/", include("allauth.mfa.urls")),
]
