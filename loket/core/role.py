"""Who people are to the procedure: the six performers the SOP lists, and the two roles an office adds."""

from enum import StrEnum


class Role(StrEnum):
    OPD = "opd"
    KEPALA_DINAS = "kepala_dinas"
    KEPALA_BIDANG = "kepala_bidang"
    KEPALA_SEKSI = "kepala_seksi"
    SISTEM_ANALIS = "sistem_analis"
    PROGRAMMER = "programmer"
    TATA_USAHA = "tata_usaha"
    ADMIN = "admin"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Role.OPD: "OPD",
    Role.KEPALA_DINAS: "Kepala Dinas",
    Role.KEPALA_BIDANG: "Kepala Bidang TIK",
    Role.KEPALA_SEKSI: "Kepala Seksi Pengembangan Aplikasi",
    Role.SISTEM_ANALIS: "Sistem Analis",
    Role.PROGRAMMER: "Programmer",
    Role.TATA_USAHA: "Tata Usaha",
    Role.ADMIN: "Admin",
}

OFFICE_WIDE = frozenset({Role.KEPALA_DINAS, Role.KEPALA_BIDANG, Role.KEPALA_SEKSI, Role.TATA_USAHA})
"""Roles that see every permintaan."""

HEADS = (Role.KEPALA_DINAS, Role.KEPALA_BIDANG, Role.KEPALA_SEKSI)
"""Positions that one person holds at a time, each the superior of the next; only they have a Plh. or Plt."""

TEAM = frozenset({Role.SISTEM_ANALIS, Role.PROGRAMMER})
"""Roles that see, and work on, only the permintaan they are appointed to."""
