"""Pages in tests: a variable that does not exist fails, and static files need no collecting."""

import pytest
from django.template import Engine
from pytest_django import Settings

from loket.web.strict import Missing


@pytest.fixture(autouse=True)
def strict_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine.get_default(), "string_if_invalid", Missing())


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.WHITENOISE_AUTOREFRESH = (
        True  # looks for files when they are asked for, in no collected directory
    )
