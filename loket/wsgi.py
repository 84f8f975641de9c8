"""The door for a web server (granian)."""

import os

from django.core.wsgi import get_wsgi_application

from loket.web.whole import whole

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loket.settings")

application = whole(get_wsgi_application())
