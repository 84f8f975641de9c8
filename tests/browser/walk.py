"""One permintaan from the OPD's letter to its last confirmation, as the people of the SOP click and type it."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, expect

from loket.cli.demo.people import PASSWORD
from loket.core.priority import CRITERIA
from loket.models.naskah import Naskah
from tests.browser.hands import Hands, told
from tests.browser.hands import field as field_of
from tests.browser.people import People
from tests.browser.serving import Clock
from tests.signing import PASSPHRASE

APPLICATION = "Antrean Puskesmas Daring"
FIRST = "1.0"
"""The version with which the checklist is handed in; a later one finds it as it was."""


@dataclass
class Walk:
    """`papers` holds a file for each document that somebody hands in."""

    people: People
    clock: Clock
    papers: dict[str, Path]
    hands: Hands = field(default_factory=Hands)
    nomor: str = ""

    def all_twelve(self) -> None:
        self.submission()
        self.disposition()
        self.appointment()
        self.priority()
        self.meeting_to_be_continued()
        self.meeting_with_outputs()
        self.original_letter()
        self.document("dokumen spesifikasi kebutuhan aplikasi", "analis", "spesifikasi")
        self.document("dokumen desain aplikasi", "programmer", "desain")
        self.building()
        self.acceptance()
        self.handover()
        self.status()
        self.mentoring()

    def turn(self, username: str, task: str, *, reading: bool = False) -> Page:
        """A minute after the last act somebody finds the task in Tugas Saya; reads the document first, or not."""
        self.clock.later(minutes=1)
        page = self.people[username]
        page.goto("/tugas")
        self.hands.follow(page, task)
        if reading:
            self.hands.follow(page, "Baca dokumen bersama formulir")
            read(page)
        return page

    def submission(self) -> None:
        """Four short pages, then all answers once more."""
        page = self.people["opd"]
        page.goto("/permintaan/baru")
        self.hands.follow(page, "Mulai mengisi")
        self.hands.fill(page, "Nama aplikasi", APPLICATION)
        self.hands.fill(page, "Kebutuhan", "Pasien mengambil nomor antrean dari rumah.")
        self.hands.fill(page, "Alasan", "Waktu tunggu pendaftaran rata-rata 74 menit.")
        self.hands.fill(page, "Layanan yang didukung", "Pendaftaran pasien puskesmas")
        self.hands.fill(page, "Calon pengguna", "Pasien dan 22 petugas pendaftaran")
        self.hands.fill(page, "Diharapkan tersedia", "1/9/2026")
        self.hands.press(page, "Lanjutkan")
        self.hands.fill(page, "Nomor surat", "400.7/1123/403.103/2026")
        self.hands.fill(page, "Tanggal surat", "27/2/2026")
        self.hands.fill(page, "Perihal", "Permintaan pengadaan aplikasi antrean")
        self.hands.fill(page, "Penanda tangan", "Kepala Dinas Kependudukan dan Pencatatan Sipil")
        self.hands.choose(page, "Bentuk surat", "Surat fisik menyusul")
        self.hands.attach(page, "Berkas surat", self.papers["surat"])
        self.hands.press(page, "Lanjutkan")
        self.hands.fill(page, "Nomor WhatsApp", "0812-3456-7890")
        self.hands.press(page, "Lanjutkan")
        expect(page.get_by_text("400.7/1123/403.103/2026")).to_be_visible()
        self.hands.press(page, "Kirim permintaan")
        expect(page.get_by_role("heading", name="Permintaan sudah kami terima")).to_be_visible()
        self.nomor = page.url.split("/")[-2]

    def disposition(self) -> None:
        page = self.turn("kadis", "Disposisikan surat permintaan", reading=True)
        self.hands.choose(page, "Diteruskan kepada", "Ratna Kusumaningrum, S.Kom., M.T.")
        self.hands.choose(page, "Sifat", "Segera")
        self.hands.choose(page, "Dengan hormat harap", "Tindak lanjuti", "Laporkan hasil")
        self.hands.fill(page, "Catatan", "Periksa kemungkinan memakai ulang aplikasi yang ada.")
        self.hands.press(page, "Disposisikan ke", exact=False)
        told(page, "Didisposisikan ke Ratna Kusumaningrum, S.Kom., M.T.")
        page = self.turn("kabid", "Disposisikan surat ke seksi")
        self.hands.press(page, "Disposisikan ke", exact=False)
        told(page, "Didisposisikan ke Agung Wicaksono, S.Kom.")

    def appointment(self) -> None:
        page = self.turn("kasi", "Tunjuk sistem analis dan programmer")
        self.hands.press(page, "Mulai")
        self.clock.later(minutes=10)
        self.hands.choose(page, "Sistem analis", "Dewi Larasati, S.Kom.", "Fajar Nugroho, S.T.")
        self.hands.choose(page, "Ketua tim", "Dewi Larasati, S.Kom.")
        self.hands.choose(page, "Programmer", "Rizki Maulana, A.Md.Kom.")
        self.hands.press(page, "Tetapkan tim")
        told(page, "Tim ditetapkan.")

    def priority(self) -> None:
        page = self.turn("kasi", "Tentukan prioritas dan buka tiket")
        for criterion in CRITERIA:
            self.hands.choose(page, criterion.nama, criterion.scale[2])
        self.hands.press(page, "Tetapkan prioritas dan buka tiket")
        told(page, "Prioritas ditetapkan dan tiket dibuka.")

    def meeting_to_be_continued(self) -> None:
        self.invite("lusa")
        page = self.turn("analis", "Catat hasil technical meeting")
        self.hands.fill(page, "Notulen", "Alur antrean yang berjalan dibahas. Data kunjungan belum dibawa.")
        self.hands.unfold(page, "Perlu rapat lagi")
        self.hands.fill(page, "Yang masih perlu dibahas", "Data kunjungan per puskesmas.")
        self.hands.press(page, "Simpan dan jadwalkan rapat lagi")
        told(page, "Technical meeting dilanjutkan pada sesi berikutnya.")

    def meeting_with_outputs(self) -> None:
        self.invite("lusa")
        page = self.turn("analis", "Catat hasil technical meeting")
        guest = page.get_by_role("group", name="Kehadiran").get_by_role("row").last
        self.hands.write(guest.get_by_label("Nama"), "dr. Retno Widowati")
        self.hands.write(guest.get_by_label("Instansi"), "Puskesmas Candirejo")
        self.hands.tick(guest.get_by_label("Hadir"))
        self.hands.fill(page, "Notulen", "Keempat hasil disepakati.")
        items = page.get_by_role("group", name="Perangkat").get_by_role("row")
        self.hands.write(items.nth(1).get_by_label("Nama"), "Kerangka kerja web dan basis data")
        self.hands.write(items.nth(2).get_by_label("Nama"), "Server di pusat data daerah")
        self.hands.fill(page, "Pengerjaan dimulai", "13/4/2026")
        self.hands.fill(page, "Pengerjaan selesai", "30 juni 2026")
        self.hands.choose(page, "Pihak yang memelihara", "Dinas Kominfo")
        self.hands.fill(page, "Nama penanggung jawab", "Seksi Pengembangan Aplikasi")
        self.hands.press(page, "Simpan dan lanjut ke analisis")
        told(page, "Hasil dan kesepakatan technical meeting tersimpan.")

    def invite(self, day: str) -> None:
        """Invite, then let the meeting pass."""
        page = self.turn("analis", "Undang OPD ke technical meeting")
        self.hands.fill(page, "Tanggal rapat", day)
        self.hands.fill(page, "Mulai pukul", "09.00")
        self.hands.fill(page, "Selesai pukul", "11.30")
        self.hands.choose(page, "Undangan disampaikan lewat", "WhatsApp")
        self.hands.fill(page, "Bahan yang perlu dibawa", "Formulir pendaftaran yang dipakai sekarang")
        self.hands.press(page, "Kirim undangan")
        told(page, "Undangan technical meeting terkirim.")
        self.clock.later(days=2)
        self.clock.moment = self.clock.here.replace(hour=13, minute=0)

    def original_letter(self) -> None:
        """Before the original letter is here, the analysis cannot begin."""
        page = self.people["analis"]
        page.goto(f"/permintaan/{self.nomor}/analisis")
        expect(page.get_by_text("Bagian ini belum dapat Anda kerjakan")).to_be_visible()
        expect(page.locator("main").get_by_role("button", name="Kirim untuk direviu")).to_have_count(0)
        page = self.turn("tu", "Catat surat asli")
        self.hands.fill(page, "Catatan", "Diantar langsung, satu map.")
        self.hands.press(page, "Catat surat asli diterima")
        told(page, "Surat asli tercatat diterima.")

    def document(self, name: str, author: str, paper: str) -> None:
        """Handed in, returned once with remarks, handed in again, reviewed, and approved by the OPD."""
        self.hand_in(f"Susun {name}", author, paper, FIRST)
        self.decide(f"Reviu {name}", "kasi", "Kembalikan dengan catatan", "Lengkapi bagian integrasi.")
        self.hand_in(f"Susun {name}", author, paper, "1.1")
        self.decide(f"Reviu {name}", "kasi", "Setujui hasil reviu")
        self.decide(f"Setujui {name}", "opd", "Setujui dokumen")

    def hand_in(self, task: str, author: str, paper: str, version: str) -> None:
        page = self.turn(author, task)
        self.hands.attach(page, "Dokumen", self.papers[paper])
        self.hands.fill(page, "Versi", version)
        if version == FIRST:
            self.hands.check_off(page)
        self.hands.press(page, "Kirim untuk direviu")
        told(page, "Dokumen terkirim untuk direviu.")

    def decide(self, task: str, username: str, button: str, remark: str = "") -> None:
        page = self.turn(username, task, reading=True)
        if remark:
            self.hands.fill(page, "Catatan", remark)
        self.hands.press(page, button)
        told(page, "Dokumen di")

    def building(self) -> None:
        page = self.turn("programmer", "Bangun aplikasi dan catat kemajuan")
        self.hands.fill(page, "Catatan kemajuan", "Basis data dan modul pendaftaran selesai.")
        self.hands.fill(page, "Kemajuan", "40")
        self.hands.press(page, "Simpan kemajuan")
        told(page, "Kemajuan tersimpan.")
        page = self.turn("programmer", "Bangun aplikasi dan catat kemajuan")
        self.hands.fill(page, "Catatan kemajuan", "Seluruh modul selesai dan lulus uji fungsi.")
        self.hands.check_off(page)
        self.hands.unfold(page, "Serahkan aplikasi untuk diuji OPD")
        self.hands.fill(page, "Alamat repositori", "https://gitlab.magetan.example/aplikasi/antrean")
        self.hands.fill(page, "Alamat aplikasi untuk diuji", "https://antrean.magetan.example")
        self.hands.fill(page, "Versi yang diuji", "1.0.0-rc1")
        self.hands.fill(
            page, "Skenario uji", "Pasien mengambil nomor antrean\nPetugas mencetak nomor antrean"
        )
        self.hands.attach(page, "Bukti pengujian", self.papers["bukti_uji"])
        self.hands.press(page, "Serahkan untuk diuji")
        told(page, "Aplikasi diserahkan untuk diuji.")

    def acceptance(self) -> None:
        page = self.turn("opd", "Uji aplikasi dan catat hasil UAT", reading=True)
        self.hands.choose(page, "Hasil S-01", "Lulus")
        self.hands.choose(page, "Hasil S-02", "Gagal")
        self.hands.fill(page, "Catatan S-02", "Huruf terlalu kecil.")
        self.hands.choose(page, "Hasil uji penerimaan", "Diterima dengan catatan")
        self.hands.fill(page, "Catatan", "Ukuran huruf pada cetakan nomor antrean diperbesar.")
        self.hands.press(page, "Kirim hasil uji")
        told(page, "Aplikasi diterima dengan catatan.")

    def handover(self) -> None:
        page = self.turn("kasi", "Siapkan launching dan berita acara serah terima")
        self.hands.fill(page, "Tanggal launching", "senin")
        self.hands.fill(page, "Mulai pukul", "09.00")
        self.hands.fill(page, "Selesai pukul", "11.00")
        self.hands.fill(page, "Tempat launching", "Aula Dinas Kominfo")
        self.hands.fill(page, "Akhir pendampingan", "31/8/2026")
        self.hands.press(page, "Siapkan berita acara")
        told(page, "Berita acara")
        self.certificate("kadis")
        page = self.turn("kadis", "Tandatangani berita acara serah terima")
        self.hands.fill(page, "Passphrase sertifikat", PASSPHRASE)
        self.sign(page, "Berita acara ditandatangani untuk Dinas Kominfo.")
        self.clock.later(days=3)
        self.clock.moment = self.clock.here.replace(hour=13, minute=0)
        page = self.turn("opd", "Terima aplikasi dan tandatangani berita acara")
        number = Naskah.objects.get(jenis="bast").nomor
        self.hands.unfold(page, "Tanda tangani cetakannya saja")
        self.hands.fill(page, "Nomor pada pindaian", number)
        self.hands.attach(page, "Pindaian bertanda tangan", self.papers["surat"])
        self.sign(page, "Aplikasi telah diserahkan kepada OPD.")

    def certificate(self, username: str) -> None:
        page = self.people[username]
        page.goto("/akun/sertifikat")
        self.hands.fill(page, "Passphrase baru", PASSPHRASE)
        self.hands.fill(page, "Ulangi passphrase", PASSPHRASE)
        self.hands.fill(page, "Kata sandi akun Anda", PASSWORD)
        self.hands.press(page, "Buat sertifikat")
        told(page, "Sertifikat internal dibuat.")

    def sign(self, page: Page, result: str) -> None:
        self.hands.tick(field_of(page, "Saya sudah membaca dan menyetujui isi berita acara ini"))
        self.hands.press(page, "Tanda tangani berita acara")
        told(page, result)

    def status(self) -> None:
        page = self.turn("programmer", "Ubah status pembuatan aplikasi di GitLab")
        self.hands.press(page, "Ubah status menjadi selesai dibuat")
        told(page, "Status pembuatan aplikasi diubah menjadi selesai.")

    def mentoring(self) -> None:
        page = self.turn("analis", "Catat pendampingan dan ajukan laporan")
        self.hands.fill(page, "Kegiatan", "Mendampingi petugas loket pada jam pelayanan.")
        self.hands.fill(page, "Hasil", "Petugas dapat bekerja mandiri.")
        self.hands.press(page, "Catat kegiatan")
        told(page, "Kegiatan pendampingan tercatat.")
        page = self.turn("analis", "Catat pendampingan dan ajukan laporan")
        self.hands.unfold(page, "Ajukan laporan pendampingan")
        self.hands.fill(
            page, "Ringkasan pendampingan", "Petugas sudah mandiri; tidak ada kendala yang tersisa."
        )
        self.hands.attach(page, "Laporan pendampingan", self.papers["laporan"])
        self.hands.press(page, "Ajukan laporan")
        told(page, "Laporan pendampingan diajukan.")
        self.close(
            "kasi", "Setujui laporan pendampingan", "Setujui laporan", "Laporan pendampingan disetujui."
        )
        self.close(
            "opd", "Konfirmasi laporan pendampingan", "Nyatakan selesai", "Seluruh langkah pelayanan selesai."
        )

    def close(self, username: str, task: str, button: str, result: str) -> None:
        page = self.turn(username, task, reading=True)
        self.hands.press(page, button)
        told(page, result)


def read(page: Page) -> None:
    """The first page of the document is there to be read."""
    picture = page.locator("main img").locator("visible=true").first
    assert picture.evaluate("async (picture) => { await picture.decode(); return picture.naturalWidth; }") > 0
