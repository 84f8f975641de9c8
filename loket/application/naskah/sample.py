"""A letter that says nothing, to see the office's letterhead."""

from datetime import datetime

from loket.application.data import local_date
from loket.application.naskah.letterhead import kop_of
from loket.core.naskah import TITLES
from loket.core.role import Role
from loket.documents import KONSEP, Penandatangan, SuratDinas, freeze, pictures
from loket.models.kantor import Kantor


def sample_letter(now: datetime) -> bytes:
    """Its first page as a picture (PNG), marked as a draft."""
    kantor = Kantor.objects.get()
    letter = SuratDinas(
        kop=kop_of(kantor),
        sah=KONSEP,
        tempat=kantor.tempat,
        tanggal=local_date(now),
        hal="Contoh surat dinas",
        kepada=("Kepala Perangkat Daerah",),
        di=kantor.tempat,
        isi=("Surat ini memperlihatkan kop naskah dinas dan tata letak surat yang diterbitkan Loket.",),
        penandatangan=Penandatangan(jabatan=(TITLES[Role.KEPALA_DINAS],), nama=""),
    )
    return pictures(freeze(letter))[0]
