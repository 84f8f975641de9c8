"""Why GitLab did not do what was asked, as a code for machines and a sentence for whoever looks after the connection.

What to do next follows from the class: a Permanent problem needs a person to change something, a Passing one may be
tried again as it is, and after an Unknown one nobody knows whether GitLab has done it.
"""

from typing import ClassVar

_ADMIN = "Hubungi admin GitLab."


class GitlabProblem(Exception):
    """`detail` is for the log; it never holds the token. `retry_after`: seconds that GitLab asked to be left alone."""

    code: ClassVar[str]
    text: ClassVar[str]

    def __init__(self, detail: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(f"{self.code}: {detail}" if detail else self.code)
        self.detail = detail
        self.retry_after = retry_after

    @property
    def sentence(self) -> str:
        return self.text


class Permanent(GitlabProblem):
    """Nothing was done, and the same call would be refused again."""


class Passing(GitlabProblem):
    """Nothing was done; a later try may succeed."""


class Unknown(GitlabProblem):
    """The request went out and no usable answer came back: GitLab may have done it. Look before asking again."""


class Unreachable(Passing):
    code = "gitlab_tidak_terjangkau"
    text = "GitLab tidak dapat dihubungi. Loket mencoba lagi sendiri; langkah SOP tetap dapat dilanjutkan."


class Slow(Passing):
    code = "gitlab_lambat"
    text = "GitLab terlalu lama tidak menjawab. Loket mencoba lagi sendiri."


class Throttled(Passing):
    code = "gitlab_membatasi"
    text = "GitLab meminta Loket mengurangi permintaan. Loket menunggu, lalu mencoba lagi sendiri."


class Faulty(Passing):
    code = "gitlab_gangguan"
    text = "GitLab sedang mengalami gangguan. Loket mencoba lagi sendiri."


class Nonsense(Passing):
    code = "gitlab_jawaban_tidak_dikenal"
    text = (
        "Jawaban GitLab tidak dapat dibaca. Loket mencoba lagi sendiri; bila berulang, periksa alamat GitLab."
    )


class OutcomeUnknown(Unknown):
    code = "gitlab_hasil_tidak_diketahui"
    text = "Permintaan sudah terkirim, tetapi jawaban GitLab tidak diterima. Loket memeriksa hasilnya lebih dahulu."


class TokenRefused(Permanent):
    code = "token_ditolak"
    text = "GitLab menolak token Loket: token salah, dicabut, atau pemiliknya diblokir. Admin perlu memasang token baru."


class TokenExpired(Permanent):
    code = "token_kedaluwarsa"
    text = "Token Loket di GitLab sudah kedaluwarsa. Admin perlu memutar (rotate) atau memasang token baru."


class ScopeMissing(Permanent):
    code = "token_tanpa_hak_api"
    text = 'Token Loket tidak memiliki cakupan "api". Admin perlu memasang token dengan cakupan itu.'


class Forbidden(Permanent):
    code = "gitlab_tidak_mengizinkan"
    text = (
        "GitLab tidak mengizinkan: proyek diarsipkan, fitur issue dimatikan, atau peran akun Loket terlalu rendah."
        f" {_ADMIN}"
    )


class ProjectMissing(Permanent):
    code = "proyek_tidak_ditemukan"
    text = "Proyek GitLab tidak ditemukan, atau akun Loket bukan anggotanya lagi. Periksa nama proyek dan anggotanya."


class Missing(Permanent):
    code = "gitlab_tidak_ditemukan"
    text = (
        "Yang dicari tidak ada lagi di GitLab: sudah dihapus, dipindahkan, atau tidak terlihat oleh akun Loket."
        " Perbaiki dari daftar perbedaan."
    )


class Conflict(Permanent):
    code = "gitlab_bentrok"
    text = "GitLab menolak karena yang sama sudah ada. Loket mencoba lagi sendiri; bila berulang: hubungi admin GitLab."


class Refused(Permanent):
    code = "gitlab_menolak_isian"
    text = f"GitLab menolak isian yang dikirim Loket. {_ADMIN}"


class Elsewhere(Permanent):
    code = "gitlab_pindah_alamat"
    text = "GitLab menjawab dari alamat lain. Periksa LOKET_GITLAB_URL dan LOKET_GITLAB_PROJECT."


class RunAsCommands(Permanent):
    code = "gitlab_menjalankan_perintah"
    text = "GitLab membaca catatan sebagai perintah, bukan sebagai teks. Catatan tidak tersimpan."


class TooMuch(Passing):
    code = "gitlab_daftar_terlalu_panjang"
    text = (
        "Daftar dari GitLab lebih panjang daripada yang dapat dibaca sekaligus. Loket mencoba lagi sendiri."
    )


def sentence_of(code: str) -> str:
    """The sentence of a code that was kept, "" where there is none; one of an older version has at least its name."""
    if not code:
        return ""
    known = _KINDS.get(code)
    return known.text if known else f"GitLab tidak melakukan yang diminta ({code}). {_ADMIN}"


def is_silence(code: str) -> bool:
    """Whether GitLab was not fit to answer, so that it would be no use to ask it something else at once."""
    return issubclass(_KINDS.get(code, Permanent), Passing | Unknown)


_KINDS = {kind.code: kind for base in (Permanent, Passing, Unknown) for kind in base.__subclasses__()}
