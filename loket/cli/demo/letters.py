"""The naskah dinas of the demo: written at the moment of each act, signed by whom they are to be signed."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from loket.application.act import act
from loket.application.acts.naskah import Issue, Signature
from loket.application.naskah.certified import Typed, sign_by
from loket.application.naskah.making import make_from
from loket.application.naskah.printing import print_naskah, read_file
from loket.application.naskah.recording import Proof
from loket.application.office.certificates import Data, make_certificate
from loket.application.office.letters import Letterhead, set_letterhead
from loket.application.uploads import receive
from loket.cli.demo.people import PASSWORD
from loket.core.actor import SYSTEM, Actor
from loket.core.letter_number import DEFAULT
from loket.core.naskah import JENIS, makes
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.models.entry import Entry
from loket.models.naskah import Naskah
from loket.models.permintaan import Permintaan
from loket.models.user import User

SIGNERS = {Role.KEPALA_DINAS: "kadis", Role.KEPALA_BIDANG: "kabid", Role.KEPALA_SEKSI: "kasi"}
SOURCE = "demo"
IN_STEP = "bast"
"""It is signed in its step."""
_LATER = timedelta(minutes=20)


def furnish(now: datetime) -> None:
    """The letterhead of the demo's office."""
    kop = Letterhead(
        pemerintah="Pemerintah Kabupaten Magetan",
        instansi="Dinas Komunikasi dan Informatika",
        alamat="Jalan Contoh Nomor 1, Magetan, Jawa Timur 63300",
        kontak="Telepon (0351) 000000, laman diskominfo.magetan.example, pos-el diskominfo@magetan.example",
        tempat="Magetan",
        kertas="a4",
        unit="403.114",
        pola_nomor=DEFAULT,
        keamanan="B",
    )
    set_letterhead(kop, actor=SYSTEM, now=now, source=SOURCE)


def certify(people: Mapping[str, User], at: datetime) -> None:
    """The heads, and the agency of the first story, can sign in Loket; the passphrase is the demo's password."""
    for username in ("kadis", "kabid", "kasi", "opd"):
        typed = Data(passphrase=PASSWORD, again=PASSWORD)
        make_certificate(typed, actor=people[username].actor(at.date()), now=at, source=SOURCE)


def scanned(naskah: Naskah, actor: Actor, at: datetime) -> int:
    """Upload the scan of a signed paper. The demo has no pen: it is the print."""
    pdf = io.BytesIO(read_file(print_naskah(naskah.pk)))
    return receive(pdf, f"Pindaian {naskah.get_jenis_display()}.pdf", actor=actor, now=at).pk


def scanned_bast(permintaan: Permintaan, actor: Actor, at: datetime) -> int:
    """The scan of the BAST that waits for a signature."""
    waiting = permintaan.naskah_set.filter(jenis=IN_STEP, state=Naskah.State.MENUNGGU)
    return scanned(waiting.latest("pk"), actor, at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Whoever signs what was drafted: by certificate, on paper, or not yet."""

    people: Mapping[str, User]
    by_certificate: bool
    is_signed: bool

    def follow(self, entry: Entry, at: datetime) -> None:
        """Write what the entry leads to, and sign it."""
        if not makes(entry.kind, entry.outcome):
            return
        make_from(entry.pk, at)
        drafts = Naskah.objects.filter(because_of=entry, state=Naskah.State.KONSEP).exclude(jenis=IN_STEP)
        for naskah in drafts.select_related("permintaan"):
            if self.is_signed and not JENIS[naskah.jenis].opd_signs:
                self._sign(naskah, at + _LATER)

    def _sign(self, naskah: Naskah, at: datetime) -> None:
        rule = JENIS[naskah.jenis].rule
        signer = self._actor(SIGNERS[rule.lowest] if rule else "kadis", at)
        way = Naskah.Cara.INTERNAL if self.by_certificate else Naskah.Cara.BASAH
        nomor = naskah.permintaan.nomor
        issue = Issue(naskah_id=naskah.pk, cara=way, version=naskah.version)
        act(nomor=nomor, act_key="terbitkan_naskah", actor=signer, data=issue, now=at, source=SOURCE)
        proof = self._certified(naskah, signer, at) if self.by_certificate else self._scanned(naskah, at)
        done = Signature(naskah_id=naskah.pk, proof=proof)
        by = signer if self.by_certificate else self._actor("tu", at)
        act(nomor=nomor, act_key="tanda_tangani_naskah", actor=by, data=done, now=at, source=SOURCE)

    def _certified(self, naskah: Naskah, signer: Actor, at: datetime) -> Proof:
        return Proof(file_id=sign_by(naskah.pk, Typed(passphrase=PASSWORD), actor=signer, now=at).pk)

    def _scanned(self, naskah: Naskah, at: datetime) -> Proof:
        naskah.refresh_from_db()
        upload_id = scanned(naskah, self._actor("tu", at), at)
        return Proof(upload_id=upload_id, nomor=naskah.nomor)

    def _actor(self, username: str, at: datetime) -> Actor:
        return self.people[username].actor(at.astimezone(ZONE).date())
