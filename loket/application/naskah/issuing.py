"""Issue a naskah: it takes its number, names its signers, and what it prints is fixed."""

from datetime import date, datetime
from typing import cast

from django.conf import settings

from loket.application import outbox
from loket.application.data import Problems, local_date
from loket.application.errors import Invalid
from loket.application.naskah.conformity import digest_of
from loket.application.naskah.content import CONTENTS, Subject
from loket.application.naskah.letterhead import kop_of, number_of
from loket.application.naskah.recording import named
from loket.application.naskah.signers import Party, parties_of
from loket.application.numbering import next_number, tracking_code
from loket.application.registry import Work
from loket.core.actor import Actor
from loket.core.naskah import JENIS, JenisNaskah
from loket.documents import Cara, Pengesahan, freeze
from loket.models.kantor import Kantor
from loket.models.naskah import AturanNaskah, Naskah, TandaTangan


def verification_url(kode: str) -> str:
    """Where anybody with the paper can check it."""
    return f"{settings.BASE_URL}/verifikasi/{kode}"


def issue(work: Work, naskah: Naskah, cara: str) -> Naskah:
    """Number a draft and fix what it prints; it is printed by a job, and in force when all have signed.

    Raises Invalid where nobody holds the position whose letter it is, or its number is taken.
    """
    jenis, day = JENIS[naskah.jenis], local_date(work.now)
    kantor, aturan = Kantor.objects.get(), AturanNaskah.of(jenis)
    parties = _parties(naskah, jenis, work.actor, day)
    if jenis.is_numbered:
        _take_number(naskah, jenis, kantor, aturan, work.now)
    naskah.kode, naskah.tanggal, naskah.cara = tracking_code(), day, cara
    naskah.issued_by_id, naskah.issued_at = work.actor.id, work.now
    naskah.state = Naskah.State.MENUNGGU if parties else Naskah.State.BERLAKU
    sah = Pengesahan(cara=cast("Cara", cara), kode=naskah.kode, alamat=verification_url(naskah.kode))
    subject = Subject(
        permintaan=naskah.permintaan,
        kantor=kantor,
        kop=kop_of(kantor),
        sah=sah,
        isian=naskah.isian,
        alamat=settings.BASE_URL,
        entry=naskah.origin,
        nomor=naskah.nomor,
        tanggal=day,
        signers=tuple(party.printed() for party in parties),
    )
    made = CONTENTS[jenis.key].make(subject)
    frozen = freeze(made.dokumen)
    naskah.cara = made.dokumen.sah.cara
    naskah.hal, naskah.tujuan = made.hal[:500], made.tujuan[:250]
    naskah.isi = {"template": frozen.template, "data": frozen.data}
    naskah.save()
    CONTENTS[jenis.key].numbered(naskah.permintaan, naskah.origin, naskah.nomor)
    _keep_parties(naskah, parties)
    outbox.print_later(naskah.pk)
    return naskah


def said_of(naskah: Naskah) -> dict[str, object]:
    """For the record: besides its number what it fixes, as a digest, and by how many it is to be signed."""
    return {
        **named(naskah),
        "digest": digest_of(naskah),
        "signatures": naskah.tandatangan_set.count(),
        "menggantikan_id": naskah.menggantikan_id,
    }


def _take_number(
    naskah: Naskah, jenis: JenisNaskah, kantor: Kantor, aturan: AturanNaskah, now: datetime
) -> None:
    """From here on the counter of the kind is ours until the transaction ends."""
    day = local_date(now)
    naskah.tahun = day.year
    naskah.urut = next_number(jenis.key, day.year)
    naskah.nomor = number_of(kantor, aturan, naskah.urut, day)
    if Naskah.objects.numbered(naskah.nomor).exists():
        sentence = (
            f"Nomor {naskah.nomor} sudah dipakai jenis naskah lain."
            " Minta admin membedakan kode klasifikasinya pada Pengaturan naskah."
        )
        raise Invalid(Problems({"naskah": [sentence]}))


def _parties(naskah: Naskah, jenis: JenisNaskah, actor: Actor, day: date) -> tuple[Party, ...]:
    parties = parties_of(naskah, actor, day)
    if jenis.rule and not parties:
        sentence = (
            "Belum ada pejabat yang dapat menandatangani naskah ini. Tetapkan Plh. atau Plt. lebih dahulu."
        )
        raise Invalid(Problems({"naskah": [sentence]}))
    return parties


def _keep_parties(naskah: Naskah, parties: tuple[Party, ...]) -> None:
    TandaTangan.objects.bulk_create(
        TandaTangan(
            naskah=naskah,
            pihak=party.pihak,
            user=party.user,
            capacity=party.capacity,
            jabatan=list(party.jabatan),
            nama=party.nama,
        )
        for party in parties
    )
