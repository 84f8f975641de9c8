"""The door of the servers that are compared; the settings are those of the environment."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
