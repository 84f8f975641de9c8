"""The number of an addendum, as it is noted with the date that was put off."""

from loket.models.addendum import Addendum
from loket.models.naskah import Naskah


def give_number_back(naskah: Naskah) -> None:
    """The paper is void: the date has the number of the one that still holds, or waits for another paper."""
    noted = Addendum.objects.filter(permintaan=naskah.permintaan_id, nomor=naskah.nomor).exclude(nomor="")
    if naskah.jenis == "addendum":
        noted.update(nomor=naskah.menggantikan.nomor if naskah.menggantikan else "")
