"""The site as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

from proof import reader

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

reader.nobody_unless_said()
application = get_wsgi_application()
