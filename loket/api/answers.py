"""What the calls answer; OpenAPI is written from these."""

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

_PROBLEM = "Kode untuk program, kalimat untuk orang (RFC 9457)."


class Kesalahan(Schema):
    field: str = Field(examples=["upload_id"])
    message: str = Field(examples=["Unggah surat permintaan."])


class Masalah(Schema):
    """A problem; `errors` where it is invalid, `reasons` where it is refused, `at` where it is overtaken."""

    type: str
    title: str
    status: int
    code: str = Field(description=_PROBLEM)
    detail: str
    errors: list[Kesalahan] | None = None
    reasons: list[str] | None = None
    at: datetime | None = None


class Opd(Schema):
    id: int
    kode: str
    nama: str
    singkatan: str


class Orang(Schema):
    id: int
    nama: str


class Waktu(Schema):
    nilai: int | None = Field(description="null bila disepakati dalam technical meeting.")
    satuan: str = Field(examples=["hari_kerja"])
    teks: str


class Bagian(Schema):
    key: str
    nama: str
    pelaksana: list[str]
    outcomes: list[str]


class LangkahSop(Schema):
    ke: int
    key: str
    kegiatan: str
    pelaksana: list[str]
    kelengkapan: list[str]
    waktu: Waktu
    output: list[str]
    keterangan: str
    bagian: list[Bagian]


class Sop(Schema):
    nomor: str
    nama: str
    revisi: int
    langkah: list[LangkahSop]


class Baris(Schema):
    """A permintaan in a list."""

    nomor: str = Field(examples=["APL-2026-0001"])
    nama_aplikasi: str
    opd: Opd
    status: str
    langkah: str = Field(description="Kunci langkah, atau selesai.")
    bagian: str
    prioritas: str
    revision: int
    created_at: datetime
    due_at: datetime | None


class Tugas(Baris):
    """`kind` says what there is to do, `bucket` when it is due, `sebagai` in whose place it is done."""

    kind: str
    bucket: str
    sebagai: str
    since: datetime | None


class DaftarTugas(Schema):
    items: list[Tugas]


class DaftarPermintaan(Schema):
    items: list[Baris]
    next: str | None = Field(description="Cursor halaman berikut; null pada halaman terakhir.")


class Diterima(Schema):
    nomor: str = Field(examples=["APL-2026-0001"])
    kode_lacak: str
    revision: int


class Dilakukan(Schema):
    """How the permintaan stands now, and the entry that says what was done."""

    nomor: str
    seq: int
    kind: str
    revision: int
    status: str
    langkah: str
    bagian: str
    due_at: datetime | None


class JamLangkah(Schema):
    """The last run of a step, as the clocks count it; all null before it."""

    ke: int
    key: str
    kegiatan: str
    attempt: int | None
    available_at: datetime | None
    started_at: datetime | None
    done_at: datetime | None
    due_at: datetime | None
    waiting_minutes: int | None
    working_minutes: int | None
    standard: Waktu
    verdict: str | None = Field(description="green, yellow, atau red.")


class Boleh(Schema):
    """An act or a bagian of a step, and whether the owner of the token may do it now."""

    key: str
    jenis: str = Field(description="langkah atau tindakan.")
    bagian: str | None
    allowed: bool
    reasons: list[str]


class BerkasDokumen(Schema):
    id: int = Field(description="Untuk GET /dokumen/{id}.")
    jenis: str
    nomor_versi: int
    versi: str
    nama: str
    mime: str
    ukuran: int
    sha256: str
    langkah: str
    submitted_at: datetime


class NaskahDinas(Schema):
    id: int = Field(description="Untuk GET /naskah/{id} dan tindakan naskah.")
    jenis: str
    nomor: str
    state: str
    cara: str
    version: str = Field(description="Versi isi konsep, untuk mengubah dan menerbitkannya.")


class Anggota(Orang):
    peran: str
    ketua: bool


class Butir(Schema):
    kode: str
    kegiatan: str
    wajib: bool


class Skenario(Schema):
    kode: str
    uraian: str
    hasil: str


class Kontak(Schema):
    nama: str
    phone: str
    email: str


class MergeRequest(Schema):
    """`state` and `pipeline` are the words of GitLab; `pipeline` is empty where there was none."""

    reference: str = Field(examples=["magetan/loket!7"])
    title: str
    state: str
    is_draft: bool
    pipeline: str
    web_url: str
    changed_at: datetime


class DitandaiSelesai(Schema):
    oleh: str
    at: datetime


class Issue(Schema):
    """The ticket as GitLab holds it; `iid` is null and `web_url` empty before it is made."""

    iid: int | None
    web_url: str
    is_open: bool
    keadaan: str
    masalah: str = Field(description="Yang terakhir menghalangi, dan apa yang perlu dilakukan.")
    dropped: list[str] = Field(description="Yang tidak diterima GitLab.")
    corrected: list[str] = Field(description="Yang disetel kembali oleh Loket.")
    corrected_at: datetime | None
    seen_at: datetime | None
    closed_at: datetime | None
    ditandai_selesai: DitandaiSelesai | None = Field(
        description="Issue ditutup di GitLab, sedangkan tiketnya masih terbuka di Loket."
    )
    merge_requests: list[MergeRequest]


class Permintaan(Baris):
    kode_lacak: str | None
    giliran: list[str] = Field(description="Siapa yang dapat mengerjakan bagian yang sedang berjalan.")
    kebutuhan: str
    alasan: str
    layanan: str
    pengguna: str
    wanted_date: date | None
    kontak: Kontak | None
    waiting_on: str
    waiting_reason: str
    usulan: str = Field(description="Yang diusulkan Loket dan belum diputuskan.")
    implementasi_until: date | None
    pendampingan_until: date | None
    ended_at: datetime | None
    sop: str = Field(examples=["SOP-DISKOMINFO-001/0"])
    langkah_langkah: list[JamLangkah]
    tim: list[Anggota]
    orang: dict[str, list[Orang]] = Field(
        description="Kepada siapa pekerjaan dapat diberikan, menurut peran."
    )
    dokumen: list[BerkasDokumen]
    naskah: list[NaskahDinas]
    daftar_periksa: list[Butir]
    skenario: list[Skenario]
    gitlab: Issue | None = Field(description="Hanya untuk orang dinas; null bila tidak ada issue.")
    may: list[Boleh]


class Catatan(Schema):
    """An entry of the record. `particulars` are for the office alone."""

    seq: int
    kind: str
    kalimat: str
    keterangan: str
    langkah: str
    bagian: str
    outcome: str
    oleh: str
    sebagai: str
    source: str
    happened_at: datetime
    particulars: dict[str, Any] | None
    hash: str


class DaftarCatatan(Schema):
    items: list[Catatan]
    next: str | None


class Berkas(Schema):
    id: int = Field(description="Untuk upload_id pada langkah dan tindakan.")
    nama: str
    mime: str
    jenis: str = Field(examples=["PDF"])
    ukuran: int
    sha256: str
    halaman: int
