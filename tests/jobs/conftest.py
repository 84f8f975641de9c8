"""A ticket whose issue is planned, in an office with a GitLab."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.application.gitlab.conftest import gitlab
from tests.cast import Road
from tests.integrations.gitlab.standins import Talk

__all__ = ["gitlab"]
AT = datetime(2026, 3, 4, 3, 0, tzinfo=UTC)


@pytest.fixture
def ticket(gitlab: Talk, at: Callable[..., Road]) -> Road:
    """A permintaan whose issue is planned; the jobs that its steps have left are out of the way."""
    gitlab.watch.at = AT
    road = at("prioritas")
    road.step()
    ProcrastinateJob.objects.all().delete()
    return road
