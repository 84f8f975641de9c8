"""A "no" with its reasons: every unmet condition at once, as sentences a person can act on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """True when nothing is unmet. `unmet` holds Indonesian sentences in the order they were asked."""

    unmet: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return not self.unmet

    def __and__(self, other: "Verdict") -> "Verdict":
        return Verdict(self.unmet + tuple(reason for reason in other.unmet if reason not in self.unmet))


ALLOWED = Verdict()


def unless(condition: object, reason: str) -> Verdict:
    """Refuse with `reason` unless the condition holds."""
    return ALLOWED if condition else Verdict((reason,))
