"""An office with a GitLab: the stand-in, and settings that name it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import override_settings
from pytest_django import Settings

from tests.integrations.gitlab.standins import PATH, TOKEN, Talk, talk


@pytest.fixture
def gitlab() -> Iterator[Talk]:
    with talk() as opened:
        environment = replace(
            settings.ENVIRONMENT, gitlab_url=opened.url, gitlab_token=TOKEN, gitlab_project=PATH
        )
        with override_settings(ENVIRONMENT=environment):
            yield opened


@pytest.fixture(autouse=True)
def _plain_static_files(settings: Settings) -> None:
    """Hooks arrive through the whole application, which looks for static files at its beginning."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.WHITENOISE_AUTOREFRESH = True
