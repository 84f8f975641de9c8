from collections.abc import Iterator
from pathlib import Path

import pytest

from loket.cli import embedded
from loket.cli.embedded import leftovers


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a cluster; one for all, because each is 40 MB to write."""
    data_dir = tmp_path_factory.mktemp("made")
    with embedded.start(data_dir, durable=False):
        pass
    return data_dir


@pytest.fixture
def data_dir(made: Path) -> Iterator[Path]:
    """That directory while nothing runs in it, however the test before has ended."""
    yield made
    assert leftovers.members(made / "postgres" / "data") == []
