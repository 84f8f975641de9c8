"""The cast of the demo: fictitious people, one account each, all with the same known password."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from loket.application.office.accounts import AccountData, create_account
from loket.application.office.positions import JabatanData, give_jabatan
from loket.core.actor import SYSTEM
from loket.core.role import Role
from loket.models.opd import Opd
from loket.models.user import User

PASSWORD = "loket-demo"  # noqa: S105 - the known password of accounts that exist only in a demo
SINCE = date(2025, 1, 2)
"""Since when the demo's people hold their positions."""


@dataclass(frozen=True, slots=True)
class Person:
    username: str
    nama: str
    role: Role
    title: str
    nip: str = ""
    opd: str = ""
    pangkat: str = ""


CAST = (
    Person(
        "kadis",
        "Hendra Prasetya Wibawa, S.Sos., M.Si.",
        Role.KEPALA_DINAS,
        "Kepala Dinas Komunikasi dan Informatika",
        "197203151993031004",
        pangkat="Pembina Utama Muda (IV/c)",
    ),
    Person(
        "kabid",
        "Ratna Kusumaningrum, S.Kom., M.T.",
        Role.KEPALA_BIDANG,
        "Kepala Bidang Teknologi Informasi dan Komunikasi",
        "198006212005012007",
        pangkat="Pembina (IV/a)",
    ),
    Person(
        "kasi",
        "Agung Wicaksono, S.Kom.",
        Role.KEPALA_SEKSI,
        "Kepala Seksi Pengembangan Aplikasi",
        "198504092010011015",
        pangkat="Penata Tingkat I (III/d)",
    ),
    Person(
        "analis",
        "Dewi Larasati, S.Kom.",
        Role.SISTEM_ANALIS,
        "Pranata Komputer Ahli Muda",
        "199108172015032003",
        pangkat="Penata (III/c)",
    ),
    Person(
        "analis2",
        "Fajar Nugroho, S.T.",
        Role.SISTEM_ANALIS,
        "Pranata Komputer Ahli Pertama",
        "199305022019031006",
        pangkat="Penata Muda Tingkat I (III/b)",
    ),
    Person(
        "programmer",
        "Rizki Maulana, A.Md.Kom.",
        Role.PROGRAMMER,
        "Pranata Komputer Terampil",
        "199611232020121004",
        pangkat="Pengatur Tingkat I (II/d)",
    ),
    Person(
        "programmer2",
        "Intan Permatasari, S.Tr.Kom.",
        Role.PROGRAMMER,
        "Programmer (PPPK)",
        "199807142023212005",
        pangkat="Golongan IX",
    ),
    Person(
        "tu",
        "Sri Wahyuni",
        Role.TATA_USAHA,
        "Pengadministrasi Persuratan",
        "197812042007012011",
        pangkat="Pengatur (II/c)",
    ),
    Person("admin", "Bambang Hariyanto", Role.ADMIN, "Admin Loket"),
    Person("opd", "Nur Hidayati", Role.OPD, "Petugas Disdukcapil", opd="DUKCAPIL"),
    Person("opd_lain", "Anita Wulandari", Role.OPD, "Petugas Dinkes", opd="DINKES"),
)


def make_people(now: datetime, cast: tuple[Person, ...] = CAST) -> dict[str, User]:
    """Create the accounts and positions; returns them by username."""
    opd_ids = dict(Opd.objects.values_list("kode", "pk"))
    password = make_password(PASSWORD)
    people = {}
    for number, person in enumerate(cast):
        data = AccountData(
            username=person.username,
            nama=person.nama,
            nip=person.nip,
            pangkat=person.pangkat,
            phone=f"+62812000000{number:02d}",
            email=f"{person.username}@magetan.example",
            opd_id=opd_ids[person.opd] if person.opd else None,
        )
        user = create_account(data, actor=SYSTEM, now=now, is_demo=True, source="demo")
        user.password = password
        user.save(update_fields=["password"])
        jabatan = JabatanData(role=person.role, from_date=SINCE, title=person.title)
        give_jabatan(user, jabatan, actor=SYSTEM, now=now, source="demo")
        people[person.username] = user
    return people
