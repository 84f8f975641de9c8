"""What Loket does by itself to many permintaan, one after the other."""

from collections.abc import Callable, Iterable

SOURCE = "jam"


def one_by_one(pks: Iterable[int], do: Callable[[int], int], complaint: str) -> int:
    """Add up what is done to each. What fails does not hold up the rest; it is raised when all others are done."""
    done, failed = 0, []
    for pk in pks:
        try:
            done += do(pk)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others are not to wait for it
            failed.append(error)
    if failed:
        raise ExceptionGroup(complaint, failed)
    return done
