"""What the steps have left behind, as a program reads it: the fields of its rows, with people and files by their ids."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ninja import Field, Schema

from loket.api.answers import Orang

_FILE = "Untuk GET /dokumen/{id}."


class HasilSurat(Schema):
    nomor_agenda: str
    nomor_surat: str
    tanggal_surat: date
    perihal: str
    penanda_tangan: str
    bentuk: str
    kanal: str
    received_at: datetime
    asli_received_at: datetime | None
    asli_catatan: str
    is_current: bool
    dokumen_id: int = Field(description=_FILE)

    @staticmethod
    def resolve_dokumen_id(row: Any) -> int:
        return int(row.version.upload_id)


class HasilDisposisi(Schema):
    nomor_agenda: str
    dari: Orang
    capacity: str
    kepada: Orang | None
    outcome: str
    sifat: str
    instruksi: list[str]
    catatan: str
    kekurangan: str
    at: datetime


class HasilPenugasan(Schema):
    user: Orang
    role: str
    is_lead: bool
    jobdesk: str
    from_date: date
    until_date: date | None


class HasilPrioritas(Schema):
    scores: dict[str, int]
    total: Decimal
    computed: str
    decided: str
    deadline: date | None
    reason: str
    by: Orang
    at: datetime


class HasilTiket(Schema):
    state: str
    catatan: str
    opened_at: datetime
    changed_at: datetime | None


class HasilKehadiran(Schema):
    nama: str
    instansi: str
    is_present: bool


class HasilRapat(Schema):
    sesi: int
    planned_start: datetime
    planned_end: datetime
    tempat: str
    tautan: str
    kanal: str
    catatan_telepon: str
    nomor_surat: str
    bahan: str
    peserta: list[Orang]
    invited_by: Orang
    invited_at: datetime
    held_start: datetime | None
    held_end: datetime | None
    missed_at: datetime | None
    surat_teguran: str
    notulen: str
    keputusan: str
    alasan_lanjutan: str
    kehadiran: list[HasilKehadiran]

    @staticmethod
    def resolve_kehadiran(row: Any) -> list[Any]:
        return list(row.kehadiran_set.all())


class HasilKesepakatan(Schema):
    sesi: int
    kebutuhan: str
    penyedia: list[dict[str, str]]
    implementasi_from: date
    implementasi_until: date
    pemelihara: str
    pemelihara_nama: str

    @staticmethod
    def resolve_sesi(row: Any) -> int:
        return int(row.rapat.sesi)


class HasilButir(Schema):
    kode: str
    status: str
    keterangan: str


class HasilKemajuan(Schema):
    percent: int
    catatan: str
    by: Orang
    at: datetime


class HasilAplikasi(Schema):
    repository: str
    address: str


class HasilSkenario(Schema):
    kode: str
    uraian: str
    hasil: str
    catatan: str


class HasilUji(Schema):
    round: int
    versi: str
    skenario: list[HasilSkenario]
    ready_by: Orang
    ready_at: datetime
    hasil: str
    catatan: str
    decided_by: Orang | None
    decided_at: datetime | None
    dokumen_id: int = Field(description=_FILE)

    @staticmethod
    def resolve_skenario(row: Any) -> list[Any]:
        return list(row.scenarios())

    @staticmethod
    def resolve_dokumen_id(row: Any) -> int:
        return int(row.evidence.upload_id)


class HasilBast(Schema):
    versi_aplikasi: str
    launch_start: datetime
    launch_end: datetime
    tempat: str
    peserta: str
    rincian: str
    pihak_kesatu: str
    pihak_kedua: str
    pendampingan_until: date
    prepared_by: Orang
    prepared_at: datetime
    dinas_by: Orang | None
    dinas_capacity: str
    dinas_at: datetime | None
    opd_by: Orang | None
    opd_at: datetime | None
    returned_reason: str
    is_current: bool


class HasilPendampingan(Schema):
    held_on: date
    kegiatan: str
    hasil: str
    by: Orang
    at: datetime


class HasilLaporan(Schema):
    ringkasan: str
    by: Orang
    at: datetime
    approved_by: Orang | None
    approved_at: datetime | None
    confirmed_by: Orang | None
    confirmed_at: datetime | None
    returned_reason: str
    is_current: bool
    dokumen_id: int = Field(description=_FILE)

    @staticmethod
    def resolve_dokumen_id(row: Any) -> int:
        return int(row.version.upload_id)


class HasilSerahTerimaTugas(Schema):
    role: str
    dari: Orang
    kepada: Orang
    alasan: str
    surat_tugas: str
    dokumen: str
    akses: str
    keadaan: str
    by: Orang
    at: datetime


class HasilPerubahanData(Schema):
    isian: str
    semula: str
    menjadi: str
    alasan: str
    by: Orang
    at: datetime


class HasilPerubahanLingkup(Schema):
    uraian: str
    alasan: str
    usaha: int
    hari: int
    perlu_anggaran: bool
    risiko: str
    keamanan: str
    diputus: str
    by: Orang
    at: datetime
    keputusan: str
    catatan: str
    decided_by: Orang | None
    decided_at: datetime | None


class HasilJeda(Schema):
    alasan: str
    sebab: str
    catatan: str
    perkiraan: date | None
    paused_at: datetime
    resumed_at: datetime | None
    hasil: str


class HasilAddendum(Schema):
    tentang: str
    nomor: str
    semula: date
    menjadi: date
    alasan: str
    at: datetime


class Hasil(Schema):
    """The newest first, but disposisi, pauses and addenda in their order."""

    surat: list[HasilSurat]
    disposisi: list[HasilDisposisi]
    tim: list[HasilPenugasan]
    prioritas: list[HasilPrioritas]
    tiket: HasilTiket | None
    rapat: list[HasilRapat]
    kesepakatan: list[HasilKesepakatan]
    daftar_periksa: list[HasilButir]
    kemajuan: list[HasilKemajuan]
    aplikasi: HasilAplikasi | None
    uji_penerimaan: list[HasilUji]
    bast: list[HasilBast]
    pendampingan: list[HasilPendampingan]
    laporan: list[HasilLaporan]
    serah_terima_tugas: list[HasilSerahTerimaTugas]
    perubahan_data: list[HasilPerubahanData]
    perubahan_lingkup: list[HasilPerubahanLingkup]
    jeda: list[HasilJeda]
    addendum: list[HasilAddendum]
