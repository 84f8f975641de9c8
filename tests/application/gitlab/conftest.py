"""An office with a GitLab: the stand-in, and settings that name it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import override_settings

from tests.integrations.gitlab.standins import PATH, TOKEN, Talk, talk


@pytest.fixture
def gitlab() -> Iterator[Talk]:
    with talk() as opened:
        environment = replace(
            settings.ENVIRONMENT, gitlab_url=opened.url, gitlab_token=TOKEN, gitlab_project=PATH
        )
        with override_settings(ENVIRONMENT=environment):
            yield opened
