"""Settings of the bench: the site's own, with a server of its own and the engine it is compared with."""

from config.logins import APP
from config.settings import *  # noqa: F403
from config.settings import INSTALLED_APPS, VAR

#: The bench measures as the site runs: under the login `app`, with every wall standing.
FOLDER = VAR / "bench"
DATABASES = {
    "default": {
        "ENGINE": "config.postgresql",
        "LOGIN": APP,
        "USER": APP,
        "NAME": "kiem_tra",
        "EMBEDDED": str(FOLDER),
        "CONN_MAX_AGE": None,
    }
}
APP_ROLE = APP

#: viewflow's workflow package, which the product itself does not install.
INSTALLED_APPS = [*INSTALLED_APPS, "viewflow.workflow", "bench.flow"]

#: Guardian as it comes, with a table of its own for grants: what the lists are set beside.
GUARDIAN_USER_OBJ_PERMS_MODEL = "guardian.UserObjectPermission"
