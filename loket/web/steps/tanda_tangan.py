"""Langkah 10: the BAST is signed with all its facts in view, by certificate or on paper."""

from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.urls import reverse

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.naskah.certified import Typed, check_typed, ways_of_signing
from loket.application.naskah.recording import Proof
from loket.application.naskah.step_signing import Place, sign_paper
from loket.application.steps.s10_serah_terima import Confirmation
from loket.models.naskah import OPD, Naskah
from loket.queries.naskah import Paper, paper_in_hand
from loket.queries.step_rows import current_bast
from loket.web.components.facts import Fact
from loket.web.naskah.passphrase import counted, wants_paper
from loket.web.naskah.rows import naskah_url
from loket.web.request import Request
from loket.web.step_facts import bast_facts
from loket.web.steps.base import StepForm
from loket.web.steps.fields import AreaField, FileField, IdField, TextField, TickField
from loket.web.steps.registry import form_for

SCANS = ("PDF", "JPEG", "PNG")
_SECRET = ("passphrase", "nik", "totp")
_PAPER = ("nomor", "berkas", "berkas_id")


@form_for("serah_terima", "ttd_dinas", "ttd_opd")
class TandaTanganForm(StepForm):
    """By certificate what is typed is used once and kept nowhere; on paper the scan is matched to the number."""

    template = "steps/forms/tanda_tangan.html"
    shows_the_record = True
    keeps_drafts: ClassVar[bool] = False
    PLACES = {"outcome": "", "upload_id": "berkas"}
    RESULTS = {
        "ditandatangani": "Berita acara ditandatangani untuk Dinas Kominfo.",
        "diserahkan": "Berita acara ditandatangani. Aplikasi telah diserahkan kepada OPD.",
        "dikembalikan": "Berita acara dikembalikan untuk diperbaiki.",
    }

    outcome = TextField(required=False)
    is_agreed = TickField(label="Saya sudah membaca dan menyetujui isi berita acara ini")
    passphrase = TextField(
        label="Passphrase sertifikat",
        help_text="Hanya dipakai saat ini dan tidak disimpan.",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    nik = TextField(
        label="NIK",
        help_text="16 angka, untuk BSrE. Tidak disimpan.",
        widget=forms.TextInput({"inputmode": "numeric"}),
    )
    totp = TextField(label="Kode OTP", required=False, help_text="Bila diminta BSrE")
    nomor = TextField(label="Nomor pada pindaian", help_text="Ketik ulang nomor yang tercetak.")
    berkas = FileField(label="Pindaian bertanda tangan", labels=SCANS)
    berkas_id = IdField(required=False)
    paper_version = TextField(widget=forms.HiddenInput, required=False)
    catatan = AreaField(label="Yang perlu diperbaiki", rows=2)

    def prepare(self) -> None:
        """Ask only for what the way of signing needs."""
        self.paper: Paper = paper_in_hand(self.desk.standing.permintaan, self.desk.actor)
        self.file_id = self.paper.signed_file_id
        self.fields["paper_version"].initial = self.paper.version
        for name in (*_SECRET, *_PAPER):
            if name not in self.wanted:
                del self.fields[name]

    def refresh(self, revision: int) -> None:
        super().refresh(revision)
        self.paper = paper_in_hand(self.desk.standing.permintaan, self.desk.actor)
        if isinstance(self.data, QueryDict):
            self.data["paper_version"] = self.paper.version

    @property
    def cara(self) -> str:
        """How it is signed; a paper that has no number yet gets the best way at hand."""
        naskah = self.paper.naskah
        return naskah.cara if naskah and naskah.cara else ways_of_signing()[0]

    @property
    def wanted(self) -> tuple[str, ...]:
        """The second party may also sign the printed paper by hand."""
        if self.paper.naskah is None or self.file_id is not None:
            return ()
        if self.cara == Naskah.Cara.BASAH:
            return _PAPER
        secret = _SECRET if self.cara == Naskah.Cara.BSRE else _SECRET[:1]
        return (*secret, *_PAPER) if self.paper.pihak == OPD else secret

    @property
    def has_both_ways(self) -> bool:
        return "passphrase" in self.fields and "berkas" in self.fields

    @property
    def is_on_paper(self) -> bool:
        return self.cara == Naskah.Cara.BASAH or (self.has_both_ways and wants_paper(self))

    @property
    def takes_file(self) -> bool:  # type: ignore[override]  # of this form it depends on the paper
        return "berkas" in self.fields

    @property
    def agreed(self) -> str:
        return "ditandatangani" if self.desk.bagian == "ttd_dinas" else "diserahkan"

    @property
    def facts(self) -> tuple[Fact, ...]:
        bast = current_bast(self.desk.standing.permintaan)
        return bast_facts(bast) if bast else ()

    @property
    def paper_url(self) -> str:
        return naskah_url(self.paper.naskah.pk) if self.paper.naskah else ""

    @property
    def draft_url(self) -> str:
        """Where the paper is drafted again; only where there is none in hand."""
        return (
            ""
            if self.paper.naskah
            else reverse("naskah_baru", args=[self.desk.standing.permintaan.nomor, "bast"])
        )

    @property
    def is_returning(self) -> bool:
        return bool(self["catatan"].value() or self["catatan"].errors)

    def may_draft(self, name: str) -> bool:
        return False

    @property
    def signs_here(self) -> bool:
        """Whether sending this form puts a certificate to the paper."""
        is_open = self.paper.naskah is not None and self.file_id is None
        return is_open and self.text("outcome") == self.agreed and not self.is_on_paper

    def clean(self) -> dict[str, Any]:
        """What is missing for it costs neither a number nor a try."""
        if self.signs_here:
            self.place(check_typed(self.cara, self.secrets, self.desk.actor))
        return self.cleaned_data

    @property
    def secrets(self) -> Typed:
        return Typed(**{name: self.text(name) for name in _SECRET})

    def to_data(self) -> Confirmation:
        file_id = 0 if self.signs_here else self.file_id
        return Confirmation(
            outcome=self.text("outcome"),
            is_agreed=bool(self.value("is_agreed")),
            catatan=self.text("catatan"),
            proof=Proof(file_id=file_id, upload_id=self.value("berkas_id"), nomor=self.text("nomor")),
        )

    def sign_first(self, request: Request) -> None:
        """By certificate the file is signed before the step; raises what the step would raise."""
        naskah, data = self.paper.naskah, self.to_data()
        if naskah is None and data.outcome == self.agreed:
            raise Invalid(Problems({"outcome": [self.paper.sentence]}))
        if naskah is None or not self.signs_here:
            return
        desk = self.desk
        place = Place(
            nomor=desk.standing.permintaan.nomor,
            step=desk.step,
            bagian=desk.bagian,
            seen=self.cleaned_data["seen"],
            paper_version=self.text("paper_version"),
        )
        typed, actor, now = self.secrets, request.actor, request.now
        file = counted(
            request, lambda: sign_paper(place, naskah, self.cara, typed, data=data, actor=actor, now=now)
        )
        self.file_id = file.pk
