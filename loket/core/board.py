"""The ticket board: how it can be grouped, and how much work a phase should hold at once."""

from collections.abc import Mapping
from enum import StrEnum

USUAL_LIMIT = 8
"""Permintaan in one phase, where the office has said nothing else."""
LARGEST_LIMIT = 999


class Grouping(StrEnum):
    LANGKAH = "langkah"
    PRIORITAS = "prioritas"
    TIM = "tim"

    @property
    def label(self) -> str:
        return self.value.capitalize()


def key_of(phase: str) -> str:
    """The name of a phase of the SOP as its limit is kept: "serah_terima"."""
    return "_".join(phase.lower().split())


def limit_of(phase: str, limits: Mapping[str, int]) -> int:
    """How many permintaan should be in a phase at most. `limits` are those that the office has set, by key."""
    return limits.get(key_of(phase), USUAL_LIMIT)
