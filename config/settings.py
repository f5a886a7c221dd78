"""Settings of one site; everything that differs between sites comes from the environment."""

from pathlib import Path

import environ

from config import logins

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

env = environ.Env(
    DEBUG=(bool, False),
    SECRET_KEY=(str, ""),
    ALLOWED_HOSTS=(list, ["127.0.0.1", "localhost", "[::1]"]),
    DATABASE_URL=(str, ""),
    DATABASE_OWNER_URL=(str, ""),
)

DEBUG = env("DEBUG")
ALLOWED_HOSTS = env("ALLOWED_HOSTS")

INSTALLED_APPS = [
    "desk",
    "reports",
    "cases",
    "workflows",
    "documents",
    "permissions",
    "registry",
    "proof",
    "law",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "pgtrigger",
    "guardian",
    "django_htmx",
    "django_cotton",
    "template_partials",
    "crispy_forms",
    "crispy_bootstrap5",
    "ninja",
]
