"""Three wrong passphrases in a row make a person wait; nothing else is counted, and nobody else waits."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.naskah.certified import WrongSecret
from loket.application.naskah.tries import counted
from tests.cast import NOW

pytestmark = pytest.mark.django_db
SIGNED = "signed"


def wrong() -> str:
    raise WrongSecret(Problems({"passphrase": ["Passphrase yang Anda masukkan salah."]}))


def right() -> str:
    return SIGNED


def try_wrong(times: int, user_id: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(WrongSecret):
            counted(wrong, user_id=user_id, now=NOW)


def test_after_three_wrong_ones_even_the_right_one_has_to_wait() -> None:
    try_wrong(3)

    with pytest.raises(Invalid) as locked:
        counted(right, user_id=1, now=NOW + timedelta(minutes=5, seconds=1))

    assert not isinstance(locked.value, WrongSecret)
    assert locked.value.problems == {"passphrase": ["Passphrase salah tiga kali. Coba lagi 10 menit lagi."]}
    assert counted(right, user_id=1, now=NOW + timedelta(minutes=15)) == SIGNED
    assert counted(right, user_id=2, now=NOW) == SIGNED


def test_a_right_one_ends_the_count() -> None:
    for _ in range(2):
        try_wrong(2)
        assert counted(right, user_id=1, now=NOW) == SIGNED


def test_what_is_under_way_is_no_wrong_try() -> None:
    """Three tabs wait for BSrE at once, and a fourth asks."""

    def in_another_tab(left: int) -> str:
        ask: Callable[[], str] = (lambda: in_another_tab(left - 1)) if left else right
        return counted(ask, user_id=1, now=NOW)

    assert in_another_tab(4) == SIGNED


def test_another_failure_is_no_wrong_try() -> None:
    def unreachable() -> str:
        raise ConnectionError

    for _ in range(4):
        with pytest.raises(ConnectionError):
            counted(unreachable, user_id=1, now=NOW)

    assert counted(right, user_id=1, now=NOW) == SIGNED
