"""A passphrase is not guessed at: after three wrong ones in a row the signer waits, here as at BSrE."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from loket.integrations.esign.problems import Locked

MOST = 3
PAUSE = timedelta(minutes=15)


def check_tries(wrong_at: Sequence[datetime], now: datetime) -> None:
    """Raise Locked if the three latest wrong tries since the last success are still recent."""
    latest = sorted(wrong_at)[-MOST:]
    if len(latest) == MOST and now < latest[-1] + PAUSE and latest[-1] - latest[0] <= PAUSE:
        raise Locked(f"until {(latest[-1] + PAUSE).isoformat()}")
