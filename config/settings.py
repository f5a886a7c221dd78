"""Settings of one site; everything that differs between sites comes from the environment."""

from datetime import date, timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF

from config import logins, secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env(
    DEBUG=(bool, False),
    DEMO=(bool, False),
    DEMO_PASSWORD=(str, "kiem-tra-du-lieu-mau"),
    SECRET_KEY=(str, ""),
    ALLOWED_HOSTS=(list, ["127.0.0.1", "localhost", "[::1]"]),
    DATABASE_URL=(str, ""),
    DATABASE_OWNER_URL=(str, ""),
    KIEM_TRA_VAR=(str, ""),
    STANDS_ON=(str, ""),
    IDENTITY_VAULT=(bool, False),
    IDENTITY_VAULT_KEYS=(str, ""),
    IDENTITY_VAULT_MINUTES=(int, 30),
    SIGNING_KEYS=(str, ""),
    CHECKPOINTS=(str, ""),
    CHECKPOINTS_COPY=(str, ""),
    CHECKPOINT_KEY=(str, ""),
    SIGNING_ROOTS=(str, ""),
    DIGEST_MAIL=(bool, False),
    DIGEST_FROM=(str, "kiem-tra@localhost"),
    EMAIL_URL=(str, ""),
)

#: What this product writes outside its database; also that database where no address is given.
VAR = Path(env("KIEM_TRA_VAR") or BASE_DIR / "var").resolve()

DEBUG = env("DEBUG")
SECRET_KEY = env("SECRET_KEY") or secret_key.kept_in(VAR)
DEMO = env("DEMO")
DEMO_PASSWORD = env("DEMO_PASSWORD")

#: A training site may stand still on one day ("2026-11-20"); one with real matters goes with the calendar.
STANDS_ON = date.fromisoformat(env("STANDS_ON")) if DEMO and env("STANDS_ON") else None
ALLOWED_HOSTS = env("ALLOWED_HOSTS")

#: A site reached only from its own machine may speak plain HTTP; any other speaks HTTPS.
LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}
HTTPS = env.bool("HTTPS", default=not LOOPBACK.issuperset(ALLOWED_HOSTS))

INSTALLED_APPS = [
    "config",
    "desk",
    "reports",
    "cases",
    "workflows",
    "documents",
    "permissions",
    "registry",
    "jobs",
    "proof",
    "law",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # its widget templates
    "pgtrigger",
    "guardian",
    "django_htmx",
    "django_cotton.apps.SimpleAppConfig",  # the loaders are written out below
    "template_partials.apps.SimpleAppConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_filters",
    "django_q",
]

MIDDLEWARE = [
    "desk.middleware.as_whoever_asks",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "desk.middleware.known_verbs",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "desk.middleware.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",  # open pages say so themselves
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "desk.account.sessions.noting_visits",
    "desk.account.second_step.leading_there",
    "desk.middleware.private_pages",
    "desk.middleware.marked_pages",
    "desk.middleware.one_law",
    "axes.middleware.AxesMiddleware",
]

# The database: two logins, chosen by the command that runs

DATABASES = {"default": logins.database(env, VAR, logins.current())}
DATABASE_ROUTERS = ["config.postgresql.ReadsNoHistory"] if logins.current() == logins.NOBODY else []
#: What the database calls the login of the site and its workers; walls are laid against it.
APP_ROLE = logins.role(env, logins.APP)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# Pages

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "desk.context.shell",
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "desk.templatetags.desk",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django_cotton.cotton_loader.Loader",
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
        },
    }
]
FORM_RENDERER = "desk.forms.PageForms"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "desk.assets.PackagedAssets",  # Bootstrap and the font, from their pinned packages
]
#: After `collectstatic`: hashed names, compressed and cached for a year. Before: read in place.
COLLECTED_STATIC = env.bool("COLLECTED_STATIC", default=HTTPS)
WHITENOISE_USE_FINDERS = not COLLECTED_STATIC
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# Language and time

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [VAR / "locale"]  # compiled from locale/ at start-up
FORMAT_MODULE_PATH = ["desk.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# Signing in: local accounts only, opened by the administrator

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "permissions.backends.DatedExceptions",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "desk.account.adapter.LocalAccounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_SESSION_REMEMBER = False  # office machines are shared
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = False  # django-axes counts the failures, in the database
MFA_ADAPTER = "desk.account.adapter.SecondSteps"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Kiểm Tra"
MFA_FORMS = {
    "authenticate": "desk.account.forms.CodeAtSignIn",
    "reauthenticate": "desk.account.forms.CodeAgain",
}
#: Whether signers and technical administrators must have a second step.
SECOND_STEP_REQUIRED = env.bool("SECOND_STEP_REQUIRED", default=HTTPS and not DEMO)
#: Seconds after which the list of sessions notes a visit anew.
LAST_SEEN_EVERY = 300
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "desk.account.adapter.username_of"
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False

# Personal exceptions: one table, ours; those guardian brings for itself stay empty

GUARDIAN_USER_OBJ_PERMS_MODEL = "permissions.PersonalGrant"
GUARDIAN_RAISE_403 = False
ANONYMOUS_USER_NAME = None  # nobody holds a right without signing in
NEVER_WRITTEN = {"guardian.userobjectpermission", "guardian.groupobjectpermission"}
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]  # our backend is guardian's, made to heed the days
#: How long an exception may last at most, and an emergency opening; habits of the site, no law.
EXCEPTION_LONGEST = timedelta(days=env.int("EXCEPTION_DAYS", default=90))
EMERGENCY_SPAN = timedelta(hours=env.int("EMERGENCY_HOURS", default=4))

# What the browser may do

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap's form icons are data: images
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "report-uri": "/csp/",
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_AGE = 8 * 60 * 60  # one working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "desk.errors.csrf_failure"

# Who sent a denunciation: a sealed paper envelope; also encrypted here where the site decides so

IDENTITY_VAULT = env("IDENTITY_VAULT")
#: A folder that only the site's own account can read; it may lie on another disk than the database.
IDENTITY_VAULT_KEYS = Path(env("IDENTITY_VAULT_KEYS") or VAR / "keys" / "vault")
#: How long the one who asked may look, once another has agreed.
IDENTITY_VAULT_OPEN_FOR = timedelta(minutes=env("IDENTITY_VAULT_MINUTES"))

# Electronic signatures: no key lives here; a file says on which device or at which service each is (docs/signing.md)

_SAMPLE_KEYS = VAR / "keys" / "signing"
SIGNING_KEYS = Path(env("SIGNING_KEYS") or _SAMPLE_KEYS / "keys.yaml")
#: The folder of root certificates that signatures are traced back to.
SIGNING_ROOTS = Path(env("SIGNING_ROOTS") or _SAMPLE_KEYS / "roots")
if not DEMO:  # the sample keys are never found by a site with real papers, nor by the tests
    SIGNING_KEYS = SIGNING_KEYS if env("SIGNING_KEYS") else None
    SIGNING_ROOTS = SIGNING_ROOTS if env("SIGNING_ROOTS") else None

# Proof: the signed log of the heads of all histories, kept outside the database (docs/proof.md)

CHECKPOINTS = Path(env("CHECKPOINTS") or VAR / "checkpoints")
#: A copy of it, best on a disk that another machine keeps.
CHECKPOINTS_COPY = Path(env("CHECKPOINTS_COPY")) if env("CHECKPOINTS_COPY") else None
CHECKPOINT_KEY = Path(env("CHECKPOINT_KEY") or VAR / "keys" / "checkpoints")

# Letters: none, unless the site decides so; who wants one says so for themselves, and it holds figures only

DIGEST_MAIL = env("DIGEST_MAIL")
DEFAULT_FROM_EMAIL = env("DIGEST_FROM")
if env("EMAIL_URL"):
    vars().update(env.email("EMAIL_URL"))

# Background jobs

Q_CLUSTER = {
    "name": "kiem_tra",
    "orm": "default",
    "workers": 1,
    "timeout": 300,
    "retry": 600,  # longer than `timeout`, or a slow job would run twice
    "max_attempts": 5,
    "catch_up": False,
}
