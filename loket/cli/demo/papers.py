"""The files of the demo: letters and reports as an office would write them, set as real PDFs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from loket.cli.demo.stories import Story
from loket.documents import Bagian, Daftar, Kop, Laporan, Penandatangan, Rincian, SuratPermintaan, Tabel
from loket.models.permintaan import Permintaan

DINAS = "Dinas Komunikasi dan Informatika"
REGION = "Pemerintah Kabupaten Magetan"
_KOMINFO = Kop(
    pemerintah=REGION,
    instansi=DINAS,
    alamat="Kabupaten Magetan, Jawa Timur",
    kontak="Pos-el diskominfo@magetan.example",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a paper is about, from a story or from any permintaan."""

    nama: str
    opd: str
    kebutuhan: str
    alasan: str
    layanan: str
    pengguna: str
    fitur: tuple[str, ...]
    nomor_surat: str
    kepala: str
    jabatan: str
    pic: str


def topic_of_story(story: Story, opd: str, nomor_surat: str) -> Topic:
    return Topic(
        nama=story.nama,
        opd=opd,
        kebutuhan=story.kebutuhan,
        alasan=story.alasan,
        layanan=story.layanan,
        pengguna=story.pengguna,
        fitur=story.fitur,
        nomor_surat=nomor_surat,
        kepala=story.surat.kepala,
        jabatan=story.surat.jabatan,
        pic=story.pic.nama,
    )


def topic_of(permintaan: Permintaan) -> Topic:
    surat = permintaan.surat_set.get(is_current=True)
    return Topic(
        nama=permintaan.nama_aplikasi,
        opd=permintaan.opd.nama,
        kebutuhan=permintaan.kebutuhan,
        alasan=permintaan.alasan,
        layanan=permintaan.layanan,
        pengguna=permintaan.pengguna,
        fitur=(permintaan.kebutuhan,),
        nomor_surat=surat.nomor_surat,
        kepala=surat.penanda_tangan,
        jabatan="Kepala",
        pic=permintaan.pic_nama,
    )


def letter(topic: Topic, day: date) -> SuratPermintaan:
    return SuratPermintaan(
        kop=Kop(pemerintah=REGION, instansi=topic.opd, alamat="Kabupaten Magetan, Jawa Timur"),
        nomor=topic.nomor_surat,
        hal=f"Permintaan pengadaan aplikasi {topic.nama}",
        tempat="Magetan",
        tanggal=day,
        kepada=f"Kepala {DINAS} Kabupaten Magetan",
        di="Magetan",
        isi=(
            f"Untuk layanan {topic.layanan.lower()} kami mengajukan permintaan aplikasi. {topic.alasan}",
            "Gambaran kebutuhan kami sebagai berikut:",
            Rincian(
                (
                    ("Nama aplikasi", topic.nama),
                    ("Kebutuhan", topic.kebutuhan),
                    ("Layanan", topic.layanan),
                    ("Calon pengguna", topic.pengguna),
                )
            ),
            f"Untuk koordinasi teknis dapat menghubungi {topic.pic} sebagai narahubung.",
            "Demikian atas perhatian dan kerja samanya disampaikan terima kasih.",
        ),
        penandatangan=Penandatangan(jabatan=(topic.jabatan,), nama=topic.kepala),
    )


def report(jenis: str, topic: Topic, day: date, author: str) -> Laporan:
    kind, chapters = _REPORTS[jenis]
    return Laporan(
        jenis=kind,
        judul=topic.nama,
        subjudul=f"Untuk {topic.opd}",
        kop=_KOMINFO,
        keterangan=(("Disusun oleh", author), ("Layanan", topic.layanan), ("Pengguna", topic.pengguna)),
        bagian=chapters(topic),
        tempat="Magetan",
        tanggal=day,
        penandatangan=(Penandatangan(jabatan=("Penyusun",), nama=author),),
    )


def _specification(topic: Topic) -> tuple[Bagian, ...]:
    needs = tuple((f"F{n}", text, "Wajib") for n, text in enumerate(topic.fitur, 1))
    return (
        Bagian(judul="Latar belakang", isi=(topic.alasan,)),
        Bagian(judul="Kebutuhan", isi=(topic.kebutuhan,)),
        Bagian(judul="Kebutuhan fungsional", isi=(_table(("Kode", "Kebutuhan", "Sifat"), needs),)),
        Bagian(
            judul="Kebutuhan nonfungsional",
            isi=(
                Daftar(
                    (
                        "Halaman terbuka dalam dua detik pada jaringan seluler.",
                        "Data pribadi hanya terlihat oleh petugas yang berwenang.",
                        "Setiap perubahan data tercatat.",
                    )
                ),
            ),
        ),
    )


def _design(topic: Topic) -> tuple[Bagian, ...]:
    screens = tuple((f"L{n}", text, topic.pengguna) for n, text in enumerate(topic.fitur, 1))
    return (
        Bagian(judul="Arsitektur", isi=("Aplikasi web dengan satu basis data di pusat data daerah.",)),
        Bagian(judul="Layar", isi=(_table(("Kode", "Layar", "Pemakai"), screens),)),
        Bagian(judul="Keamanan", isi=(Daftar(("Masuk dengan akun perorangan.", "Cadangan harian.")),)),
    )


def _test_evidence(topic: Topic) -> tuple[Bagian, ...]:
    results = tuple((f"U{n}", text, "Lulus") for n, text in enumerate(topic.fitur, 1))
    return (
        Bagian(judul="Lingkup", isi=("Seluruh kebutuhan fungsional diuji pada server uji.",)),
        Bagian(judul="Hasil", isi=(_table(("Kode", "Skenario", "Hasil"), results),)),
    )


def _mentoring(topic: Topic) -> tuple[Bagian, ...]:
    return (
        Bagian(judul="Pendahuluan", isi=(f"Pendampingan aplikasi {topic.nama} pada {topic.opd}.",)),
        Bagian(judul="Kegiatan", isi=(Daftar(tuple(f"Mendampingi: {text}." for text in topic.fitur)),)),
        Bagian(judul="Hasil", isi=("Petugas sudah dapat memakai aplikasi secara mandiri.",)),
        Bagian(judul="Simpulan dan saran", isi=("Aplikasi siap dipelihara sesuai kesepakatan.",)),
    )


def _table(columns: tuple[str, str, str], rows: tuple[tuple[str, str, str], ...]) -> Tabel:
    return Tabel(kolom=columns, baris=rows, lebar=(1, 6, 2))


_REPORTS: dict[str, tuple[str, Callable[[Topic], tuple[Bagian, ...]]]] = {
    "spesifikasi": ("Dokumen spesifikasi kebutuhan aplikasi", _specification),
    "desain": ("Dokumen desain aplikasi", _design),
    "bukti_uji": ("Bukti pengujian", _test_evidence),
    "laporan": ("Laporan pendampingan", _mentoring),
}
NAMES = {
    "surat": "Surat permintaan",
    "spesifikasi": "Spesifikasi kebutuhan",
    "desain": "Desain",
    "bukti_uji": "Bukti uji",
    "laporan": "Laporan pendampingan",
}
