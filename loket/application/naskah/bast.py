"""The paper of the BAST: drafted with its facts, void when they are returned, signed in its step."""

from django.db.models import QuerySet

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.naskah.drafting import new_draft
from loket.application.naskah.signing import end
from loket.application.registry import Work
from loket.core.naskah import JENIS
from loket.models.bast import Bast
from loket.models.naskah import Naskah

State = Naskah.State


def draft_bast(work: Work, bast: Bast) -> None:
    """Where an earlier handover was signed, this one replaces it."""
    opd = work.permintaan.opd
    isian = {"pihak_kedua": bast.pihak_kedua, "jabatan_pihak_kedua": f"Kepala {opd.nama}"}
    new_draft(work.permintaan, JENIS["bast"], work, isian=isian, menggantikan=earlier_bast(work))


def earlier_bast(work: Work) -> Naskah | None:
    """The handover that holds until this one is signed."""
    return _of(work, State.BERLAKU).filter(pengganti=None).last()


def drop_bast(work: Work, why: str) -> None:
    """What was drafted or issued for facts that no longer hold; a number that was given stays in the register."""
    for naskah in _of(work, State.KONSEP, State.MENUNGGU):
        end(naskah, State.DIBATALKAN, why, by_id=work.by, now=work.now)


def issued_bast(work: Work) -> Naskah:
    """The paper that waits for a signature. Raises Invalid where it has not been issued yet."""
    naskah = _of(work, State.MENUNGGU).last()
    if naskah is None:
        sentence = "Terbitkan berita acara lebih dahulu agar bernomor, lalu tanda tangani."
        raise Invalid(Problems({"outcome": [sentence]}))
    return naskah


def _of(work: Work, *states: str) -> "QuerySet[Naskah]":
    naskah = Naskah.objects.filter(permintaan=work.permintaan, jenis="bast", state__in=states)
    return naskah.select_related("permintaan__opd")
