"""What the office has set for its letters: the letterhead, the titles of its heads, and the pattern of numbers."""

from collections.abc import Mapping
from datetime import date

from loket.core.letter_number import Parts, letter_number
from loket.core.naskah import TITLES
from loket.core.role import HEADS, Role
from loket.documents import Kop
from loket.models.kantor import Kantor
from loket.models.naskah import AturanNaskah
from loket.models.user import Jabatan


def kop_of(kantor: Kantor) -> Kop:
    return Kop(
        pemerintah=kantor.pemerintah,
        instansi=kantor.instansi,
        alamat=kantor.alamat,
        kontak=kantor.kontak,
        kertas="f4" if kantor.kertas == Kantor.Kertas.F4 else "a4",
    )


def titles_on(day: date) -> Mapping[Role, str]:
    """How the positions of the heads are called, as their holders' entries say."""
    held = Jabatan.objects.held_on(day).filter(role__in=HEADS, kind=Jabatan.Kind.TETAP).exclude(title="")
    return {**TITLES, **{Role(role): title for role, title in held.values_list("role", "title")}}


def number_of(kantor: Kantor, aturan: AturanNaskah, urut: int, day: date) -> str:
    parts = Parts(
        urut=urut,
        klasifikasi=aturan.klasifikasi,
        keamanan=kantor.keamanan,
        unit=kantor.unit,
        day=day,
    )
    return letter_number(kantor.pola_nomor, parts)
