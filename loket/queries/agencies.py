"""The agencies that may ask for an application, found as people name them."""

from loket.models.opd import Opd

MOST_NAMED = 3


def active_names() -> list[str]:
    return list(Opd.objects.filter(is_active=True).values_list("nama", flat=True))


def agencies_called(typed: str) -> list[Opd]:
    """Those that are meant: the one of exactly this name or short name, else those whose name holds the words."""
    text = " ".join(typed.split())
    if not text:
        return []
    active = Opd.objects.filter(is_active=True)
    exact = active.filter(nama__iexact=text)[:1] or active.filter(singkatan__iexact=text)[:1]
    return list(exact or active.filter(nama__icontains=text)[: MOST_NAMED + 1])
