"""How the office's letters look and are numbered: the letterhead, the pattern, and for each kind its code and signers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loket.application.data import Problems, local_date, present
from loket.application.errors import Invalid
from loket.application.naskah.letterhead import number_of
from loket.application.naskah.unmade import make_again
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.core.actor import Actor
from loket.core.letter_number import CODE_LENGTH, UNIT_LENGTH, problem_with_pattern
from loket.core.naskah import JENIS, JenisNaskah
from loket.core.role import HEADS
from loket.core.text import problem_with
from loket.models.kantor import Kantor
from loket.models.naskah import AturanNaskah, Naskah

_TEXTS = {
    "pemerintah": ("nama pemerintah daerah", 100),
    "instansi": ("nama instansi", 150),
    "alamat": ("alamat", 250),
    "tempat": ("tempat surat dibuat", 60),
    "unit": ("kode unit", UNIT_LENGTH),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """`kertas` and `keamanan` as `Kantor` names them; `pola_nomor` is the pattern of every number."""

    pemerintah: str
    instansi: str
    alamat: str
    kontak: str
    tempat: str
    kertas: str
    unit: str
    pola_nomor: str
    keamanan: str

    def check(self) -> Problems:
        problems = Problems()
        for name, (what, limit) in _TEXTS.items():
            problems.text(name, getattr(self, name), what, limit=limit)
        problems.text("kontak", self.kontak, "kontak", limit=250, required=False)
        problems.choice("kertas", self.kertas, Kantor.Kertas.values, "ukuran kertas")
        problems.choice("keamanan", self.keamanan, Kantor.Keamanan.values, "klasifikasi keamanan")
        problems.add("pola_nomor", problem_with_pattern(self.pola_nomor))
        return problems

    def columns(self) -> dict[str, str]:
        return {name: _tidy(str(getattr(self, name))) for name in self.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The classification code of a kind; whose letter it is and down to whom it is signed, where it is signed."""

    klasifikasi: str
    wewenang: str = ""
    terendah: str = ""

    def check(self, jenis: JenisNaskah, others: Mapping[str, str]) -> Problems:
        """`others`: the codes of the other numbered kinds, by their labels."""
        problems = Problems()
        what = "kode klasifikasi"
        problems.add("klasifikasi", problem_with(self.klasifikasi, what=what, limit=CODE_LENGTH))
        same = [label for label, code in others.items() if _key(code) == _key(self.klasifikasi)]
        problems.unless(
            not same,
            "klasifikasi",
            f"Kode ini sudah dipakai {', '.join(same).lower()}. Nomor kedua jenis naskah akan sama.",
        )
        if jenis.rule is None:
            return problems
        problems.choice("wewenang", self.wewenang, HEADS, "pejabat yang berwenang")
        problems.choice("terendah", self.terendah, HEADS, "pejabat terendah")
        if not problems:
            below = HEADS.index(self.terendah) >= HEADS.index(self.wewenang)
            problems.unless(below, "terendah", "Pilih pejabat yang sama atau di bawah yang berwenang.")
        return problems


def set_letterhead(data: Letterhead, *, actor: Actor, now: datetime, source: str = "web") -> None:
    """Letters that were issued before keep what they printed. Raises Invalid or Refused."""
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if problems := data.check():
            raise Invalid(problems)
        for name, value in data.columns().items():
            setattr(kantor, name, value)
        kantor.save(update_fields=list(data.columns()))
        said = {"kop": data.columns()}
        record_for_kantor(kantor, "naskah.settings_changed", said, actor=actor, now=now, source=source)
        make_again()


def set_kind(jenis: JenisNaskah, data: Kind, *, actor: Actor, now: datetime, source: str = "web") -> None:
    """Raises Invalid or Refused."""
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        problems = data.check(jenis, codes_besides(jenis))
        columns = {"klasifikasi": _tidy(data.klasifikasi)}
        problems.add("klasifikasi", _given_to_others(jenis, columns["klasifikasi"], kantor, now))
        if problems:
            raise Invalid(problems)
        if jenis.rule:
            columns |= {"wewenang": data.wewenang, "terendah": data.terendah}
        AturanNaskah.objects.update_or_create(jenis=jenis.key, defaults=columns)
        said = {"jenis": jenis.key, **columns}
        record_for_kantor(kantor, "naskah.settings_changed", said, actor=actor, now=now, source=source)
        make_again()


def codes_besides(jenis: JenisNaskah) -> dict[str, str]:
    """The codes of the other kinds that have a number, by their labels."""
    kept = AturanNaskah.all_of_them()
    return {
        one.label: kept[key].klasifikasi for key, one in JENIS.items() if one.is_numbered and key != jenis.key
    }


def _given_to_others(jenis: JenisNaskah, code: str, kantor: Kantor, now: datetime) -> str | None:
    """Whether a number of this year, of another kind, has this code: this kind would meet it and stop there."""
    others = Naskah.objects.exclude(jenis=jenis.key).only("nomor", "urut", "tanggal")
    given = others.filter(tahun=local_date(now).year, nomor__contains=code)
    aturan = AturanNaskah(klasifikasi=code)
    if not any(
        one.nomor == number_of(kantor, aturan, present(one.urut), present(one.tanggal)) for one in given
    ):
        return None
    return "Nomor jenis naskah lain tahun ini sudah memuat kode ini. Pilih kode lain."


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _key(code: str) -> str:
    """Numbers that differ in case or spaces alone are one number."""
    return "".join(code.split()).upper()
