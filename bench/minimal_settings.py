"""The settings of the floor: the same database and sessions, and nothing that Loket adds."""

from loket.settings import *  # noqa: F403 - a floor is Loket's settings with everything of Loket's taken away

MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
INSTALLED_APPS = [app for app in INSTALLED_APPS if not app.startswith("allauth")]  # noqa: F405 - from Loket's settings
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
ROOT_URLCONF = "bench.minimal"
