"""A passphrase is not guessed at: after three wrong ones in a row the signer waits, here as at BSrE."""

from collections.abc import Sequence
from datetime import datetime, timedelta

MOST = 3
PAUSE = timedelta(minutes=15)


def locked_until(wrong_at: Sequence[datetime], now: datetime) -> datetime | None:
    """When the next try may be made, if the three latest wrong ones since the last success are still recent."""
    latest = sorted(wrong_at)[-MOST:]
    if len(latest) == MOST and now < latest[-1] + PAUSE and latest[-1] - latest[0] <= PAUSE:
        return latest[-1] + PAUSE
    return None
