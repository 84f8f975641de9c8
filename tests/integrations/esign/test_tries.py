"""Three wrong passphrases in a row make the signer wait."""

from datetime import timedelta

import pytest

from loket.integrations.esign.tries import PAUSE, locked_until
from tests.integrations.esign.desk import NOW

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize("ago", ((), (1,), (1, 2), (1, 2, 17), (15, 16, 17)))
def test_a_signer_may_try(ago: tuple[int, ...]) -> None:
    assert locked_until([NOW - each * MINUTE for each in ago], NOW) is None


@pytest.mark.parametrize("ago", ((1, 2, 3), (0, 0, 0), (14, 20, 29), (3, 2, 1, 500)))
def test_a_signer_has_to_wait(ago: tuple[int, ...]) -> None:
    assert locked_until([NOW - each * MINUTE for each in ago], NOW) == NOW - min(ago) * MINUTE + PAUSE
