from collections.abc import Iterator

import pytest

from tests.integrations.gitlab.standins import Talk, talk


@pytest.fixture
def gitlab() -> Iterator[Talk]:
    with talk() as opened:
        yield opened
