"""What the eSign client service says instead of signing: account states, refusals, faults."""

from loket.integrations.esign.problems import Passing, Permanent, Unknown

_ASK = "Hubungi pengelola sertifikat elektronik di instansi Anda."
_LATER = (
    "Coba lagi nanti. Bila tidak dapat menunggu, minta naskah ini dibatalkan dan diterbitkan ulang"
    " dengan tanda tangan basah; nomornya berganti."
)


class AccountProblem(Permanent):
    """The state of the signer's account at BSrE does not allow signing."""


class AccountExpired(AccountProblem):
    code = "EXPIRED"
    text = f"Sertifikat elektronik Anda di BSrE telah kedaluwarsa. {_ASK}"


class AccountRenew(AccountProblem):
    code = "RENEW"
    text = (
        f"Sertifikat elektronik Anda di BSrE sedang dalam proses perpanjangan dan belum dapat dipakai. {_ASK}"
    )


class AccountWaiting(AccountProblem):
    code = "WAITING_FOR_VERIFICATION"
    text = "Pendaftaran Anda di BSrE masih menunggu verifikasi. Mohon tunggu hingga verifikasi selesai."


class AccountNew(AccountProblem):
    code = "NEW"
    text = "Akun Anda di BSrE belum diaktifkan. Buka surel dari BSrE, lalu selesaikan aktivasi."


class AccountWithoutCertificate(AccountProblem):
    code = "NO_CERTIFICATE"
    text = "Anda terdaftar di BSrE, tetapi belum memiliki sertifikat elektronik. Ajukan penerbitannya lebih dahulu."


class NotRegistered(AccountProblem):
    code = "NOT_REGISTERED"
    text = f"Anda belum terdaftar sebagai pengguna BSrE. {_ASK}"


class AccountSuspended(AccountProblem):
    code = "SUSPEND"
    text = f"Akun Anda di BSrE sedang ditangguhkan. {_ASK}"


class AccountRevoked(AccountProblem):
    code = "REVOKE"
    text = f"Sertifikat elektronik Anda di BSrE telah dicabut. {_ASK}"


class AccountUnclear(AccountProblem):
    code = "status_tidak_dikenal"
    text = f"BSrE menyebut status akun Anda yang tidak dikenal, sehingga penandatanganan tidak dilanjutkan. {_ASK}"


BY_STATE: dict[str, type[AccountProblem]] = {
    problem.code: problem
    for problem in (
        AccountExpired,
        AccountRenew,
        AccountWaiting,
        AccountNew,
        AccountWithoutCertificate,
        NotRegistered,
        AccountSuspended,
        AccountRevoked,
    )
}


class ServiceRefused(Permanent):
    """The service knows us, understood the request and said no; its own words are in `detail`."""

    code = "bsre_menolak"
    text = "BSrE menolak permintaan penandatanganan ini. Dokumen belum ditandatangani. Hubungi admin."


class ServiceUnauthorised(Permanent):
    code = "bsre_akses_ditolak"
    text = "Akses Loket ke layanan BSrE ditolak. Dokumen belum ditandatangani. Hubungi admin."


class ServiceDown(Passing):
    code = "bsre_tidak_terhubung"
    text = f"Layanan tanda tangan BSrE tidak dapat dihubungi. Dokumen belum ditandatangani. {_LATER}"


class ServiceBusy(Passing):
    """Others here wait for the service; nothing was sent."""

    code = "bsre_sedang_dipakai"
    text = (
        "Penandatanganan lain masih menunggu jawaban BSrE. Dokumen belum ditandatangani. Coba sebentar lagi."
    )


class ServiceFault(Passing):
    code = "bsre_gangguan"
    text = f"Layanan tanda tangan BSrE sedang mengalami gangguan. Dokumen belum ditandatangani. {_LATER}"


class ServiceSlow(Unknown):
    code = "bsre_tidak_menjawab"
    text = (
        "Layanan tanda tangan BSrE tidak menjawab tepat waktu, sehingga belum diketahui"
        " apakah dokumen sudah ditandatangani."
    )


class AnswerLost(Unknown):
    code = "bsre_jawaban_terputus"
    text = "Jawaban layanan BSrE terputus, sehingga belum diketahui apakah dokumen sudah ditandatangani."


class NonsenseAnswer(Unknown):
    """The service answered something that is not documented; nothing of it is used."""

    code = "bsre_jawaban_tidak_dikenal"
    text = (
        "Layanan BSrE memberi jawaban yang tidak dapat dipahami. Dokumen di Loket tidak berubah."
        " Beri tahu admin."
    )


class OtherDocument(Permanent):
    code = "bsre_dokumen_lain"
    text = (
        "Layanan BSrE mengembalikan dokumen yang berbeda dari yang dikirim, sehingga hasilnya ditolak."
        " Dokumen di Loket tidak berubah. Beri tahu admin."
    )
