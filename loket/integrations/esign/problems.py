"""Why there is no signature, as a code for machines and a sentence for the person who wanted to sign.

What to do next follows from the class: a Permanent problem needs a person to change something, a Passing one
may be tried again as it is, and after an Unknown one nobody knows whether the service has signed.
"""

from typing import ClassVar

_ANEW = "Naskah dapat ditandatangani ulang; hanya hasil yang tersimpan di Loket yang berlaku."


class SigningProblem(Exception):
    """`detail` is for the log; it never holds what the signer typed."""

    code: ClassVar[str]
    text: ClassVar[str]

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"{self.code}: {detail}" if detail else self.code)
        self.detail = detail

    @property
    def sentence(self) -> str:
        return self.text


class Permanent(SigningProblem):
    """Nothing was signed, and the same call would be refused again."""


class Passing(SigningProblem):
    """Nothing was signed; a later try may succeed."""


class Unknown(SigningProblem):
    """The request went out and no usable answer came back: the service may have signed. Ask `recover` first.

    `transaction` is what `recover` needs, as far as the service has said it before it fell silent.
    `is_lost`: what it may have signed cannot be had, so that it counts for nobody.
    """

    def __init__(self, detail: str = "", *, transaction: str = "") -> None:
        super().__init__(detail)
        self.transaction = transaction
        self.is_lost = False

    @property
    def sentence(self) -> str:
        return f"{self.text} {_ANEW}" if self.is_lost else self.text


class WrongPassphrase(Permanent):
    code = "passphrase_salah"
    text = (
        "Passphrase yang Anda masukkan salah. Dokumen belum ditandatangani. Periksa kembali, lalu coba lagi."
    )


class PassphraseTooShort(Permanent):
    code = "passphrase_terlalu_pendek"
    text = "Passphrase terlalu pendek. Gunakan paling sedikit 10 karakter yang mudah Anda ingat."


class WrongTotp(Permanent):
    code = "kode_otp_salah"
    text = (
        "Kode OTP salah atau sudah tidak berlaku. Dokumen belum ditandatangani. Mintalah kode OTP yang baru."
    )


class TotpMissing(Permanent):
    code = "kode_otp_belum_diisi"
    text = "Penandatanganan ini memerlukan kode OTP. Mintalah kode OTP, lalu isikan bersama passphrase."


class CertificateMissing(Permanent):
    code = "sertifikat_belum_ada"
    text = (
        "Anda belum memiliki sertifikat untuk menandatangani."
        " Buat sertifikat Anda pada Akun, bagian Sertifikat tanda tangan."
    )


class CertificateBroken(Permanent):
    code = "sertifikat_rusak"
    text = (
        "Berkas sertifikat Anda tidak dapat dibaca."
        " Buat sertifikat yang baru pada Akun, bagian Sertifikat tanda tangan."
    )


class CertificateExpired(Permanent):
    code = "sertifikat_kedaluwarsa"
    text = "Masa berlaku sertifikat Anda telah habis. Perpanjang sertifikat sebelum menandatangani."


class CertificateNotYetValid(Permanent):
    code = "sertifikat_belum_berlaku"
    text = "Sertifikat Anda belum berlaku pada saat ini. Periksa tanggal mulai berlakunya kepada admin."


class CertificateRevoked(Permanent):
    code = "sertifikat_dicabut"
    text = "Sertifikat Anda telah dicabut dan tidak dapat dipakai untuk menandatangani. Hubungi admin."


class CertificateUntrusted(Permanent):
    code = "sertifikat_tidak_dikenal"
    text = "Sertifikat Anda tidak diterbitkan oleh otoritas sertifikat instansi ini. Hubungi admin."


class AuthorityMissing(Permanent):
    code = "otoritas_belum_ada"
    text = "Otoritas sertifikat internal belum dibuat atau tidak dapat dibaca. Hubungi admin."


class NotSignable(Permanent):
    code = "pdf_tidak_dapat_ditandatangani"
    text = "Berkas ini tidak dapat ditandatangani karena bukan PDF yang utuh, terkunci, atau terlalu besar."


class AlreadySigned(Permanent):
    code = "sudah_ditandatangani"
    text = "Anda sudah menandatangani dokumen ini. Satu orang hanya dapat menandatangani satu kali."


class ClosedToSignatures(Permanent):
    code = "dokumen_tertutup"
    text = "Tanda tangan yang sudah ada pada dokumen ini rusak atau melarang tanda tangan berikutnya."


class TimestampDown(Passing):
    code = "layanan_waktu_gangguan"
    text = "Layanan penanda waktu (TSA) tidak dapat dihubungi. Dokumen belum ditandatangani. Coba lagi nanti."


class TimestampUntrusted(Permanent):
    code = "layanan_waktu_tidak_dikenal"
    text = "Penanda waktu (TSA) yang dipakai tidak dipercaya di sini. Dokumen belum ditandatangani. Hubungi admin."


class IdentityIncomplete(Permanent):
    code = "nik_belum_ada"
    text = "NIK terdiri atas 16 angka. Ketik NIK Anda pada formulir ini; BSrE memerlukannya."


class RecoveryUnavailable(Permanent):
    code = "tidak_dapat_ditelusuri"
    text = f"Layanan BSrE tidak menyediakan cara untuk mengambil kembali hasil penandatanganan ini. {_ANEW}"


class RootsUnreadable(Permanent):
    code = "otoritas_tepercaya_rusak"
    text = "Berkas otoritas yang dipercaya kantor ini tidak dapat dibaca. Tanda tangan tidak dicatat. Hubungi admin."
