"""`/kantor/naskah`: the letterhead, the pattern of numbers, and for each kind its code and who signs it."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from loket.application.data import local_date
from loket.application.naskah.letterhead import number_of
from loket.application.naskah.sample import sample_letter
from loket.application.office.letters import Kind, Letterhead, codes_besides, set_kind, set_letterhead
from loket.core.naskah import JENIS, JenisNaskah
from loket.core.role import HEADS, Role
from loket.models.kantor import Kantor
from loket.models.naskah import AturanNaskah
from loket.web.components.facts import Fact
from loket.web.components.navigation import Crumb
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.office.access import admin_only
from loket.web.office.forms import DatedForm
from loket.web.office.sending import accepted, shown
from loket.web.request import Request
from loket.web.serving import as_picture
from loket.web.steps.fields import ChoiceField, SelectField, TextField

PAGE = "kantor_naskah"
TITLE = "Pengaturan naskah"
FORM = ["GET", "HEAD", "POST"]
_HEADS = [(role.value, role.label) for role in HEADS]
_COLUMNS = (Column("Jenis naskah"), Column("Kode"), Column("Berwenang"), Column("Didelegasikan sampai"))


class LetterheadForm(DatedForm):
    pemerintah = TextField(label="Pemerintah daerah")
    instansi = TextField(label="Instansi")
    alamat = TextField(label="Alamat")
    kontak = TextField(label="Telepon, laman, pos-el", required=False)
    tempat = TextField(label="Tempat", help_text="Tercetak di depan tanggal surat, contoh Magetan")
    kertas = ChoiceField(label="Ukuran kertas", choices=Kantor.Kertas.choices)
    unit = TextField(label="Kode unit", help_text="Bagian {unit} pada nomor, contoh 403.112")
    pola_nomor = TextField(
        label="Pola nomor",
        help_text="Bagian yang dikenal: {derajat}, {klasifikasi}, {nomor}, {unit}, {bulan_romawi}, {tahun}",
    )
    keamanan = SelectField(label="Klasifikasi keamanan", choices=Kantor.Keamanan.choices)

    def to_data(self) -> Letterhead:
        return Letterhead(**{name: self.text(name) for name in Letterhead.__slots__})


class KindForm(DatedForm):
    klasifikasi = TextField(label="Kode klasifikasi")
    wewenang = SelectField(label="Berwenang", choices=_HEADS)
    terendah = SelectField(
        label="Didelegasikan sampai", choices=_HEADS, help_text="Pejabat di bawahnya menandatangani a.n."
    )

    def to_data(self) -> Kind:
        return Kind(**{name: self.text(name) for name in ("klasifikasi", "wewenang", "terendah")})


@admin_only
@require_safe
def page(request: Request) -> HttpResponse:
    kantor, rules = Kantor.objects.get(), AturanNaskah.all_of_them()
    today = local_date(request.now)
    context = {
        "title": TITLE,
        "facts": _facts(kantor, rules["bast"], today),
        "table": _table(rules),
        "letterhead_url": reverse("ubah_kop"),
        "preview_url": reverse("contoh_kop"),
    }
    return render(request, "office/naskah.html", context)


@admin_only
@require_http_methods(FORM)
def letterhead(request: Request) -> HttpResponse:
    kantor, today = Kantor.objects.get(), local_date(request.now)
    initial = {name: getattr(kantor, name) for name in Letterhead.__slots__}
    data = request.POST if request.method == "POST" else None
    form = LetterheadForm(data, today=today, initial=initial)

    def save() -> None:
        set_letterhead(form.to_data(), actor=request.actor, now=request.now)

    if accepted(form, save, lambda: form.to_data().check()):
        messages.success(request, "Kop dan pola nomor disimpan. Naskah yang sudah terbit tidak berubah.")
        return redirect(PAGE)
    title = "Ubah kop dan pola nomor"
    return shown(
        request, "office/isian.html", form, _around(title, "Berlaku untuk naskah yang terbit sesudahnya.")
    )


@admin_only
@require_http_methods(FORM)
def kind(request: Request, jenis: str) -> HttpResponse:
    one = JENIS.get(jenis)
    if one is None or not one.is_numbered:
        raise Http404
    form = _kind_form(request, one)

    def save() -> None:
        set_kind(one, form.to_data(), actor=request.actor, now=request.now)

    if accepted(form, save, lambda: form.to_data().check(one, codes_besides(one))):
        messages.success(request, f"Pengaturan {one.label.lower()} disimpan.")
        return redirect(PAGE)
    return shown(
        request, "office/isian.html", form, _around(one.label, "Kode klasifikasi dan penandatangan.")
    )


@admin_only
@require_safe
def preview(request: Request) -> HttpResponse:
    """A letter that says nothing, in the office's own letterhead."""
    return as_picture(sample_letter(request.now))


def _kind_form(request: Request, one: JenisNaskah) -> KindForm:
    aturan = AturanNaskah.of(one)
    initial = {name: getattr(aturan, name) for name in ("klasifikasi", "wewenang", "terendah")}
    data = request.POST if request.method == "POST" else None
    form = KindForm(data, today=local_date(request.now), initial=initial)
    if one.rule is None:
        del form.fields["wewenang"], form.fields["terendah"]
    return form


def _facts(kantor: Kantor, aturan: AturanNaskah, today: date) -> tuple[Fact, ...]:
    facts = (
        Fact("Pemerintah daerah", kantor.pemerintah),
        Fact("Instansi", kantor.instansi),
        Fact("Alamat", kantor.alamat, lines=(kantor.kontak,) if kantor.kontak else ()),
        Fact("Tempat", kantor.tempat),
        Fact("Ukuran kertas", kantor.get_kertas_display()),
        Fact("Klasifikasi keamanan", kantor.get_keamanan_display()),
        Fact("Pola nomor", kantor.pola_nomor, lines=(f"Contoh {number_of(kantor, aturan, 1, today)}",)),
    )
    return tuple(fact for fact in facts if fact.value)


def _table(rules: dict[str, AturanNaskah]) -> Table:
    rows = tuple(
        TableRow(
            (
                Cell(one.label, url=reverse("ubah_jenis_naskah", args=[key])),
                Cell(rules[key].klasifikasi),
                *(Cell(_head(role)) for role in (rules[key].wewenang, rules[key].terendah)),
            )
        )
        for key, one in JENIS.items()
        if one.is_numbered
    )
    return Table(caption="Jenis naskah", columns=_COLUMNS, rows=rows)


def _head(role: str) -> str:
    return Role(role).label if role else "Disetujui di Loket"


def _around(title: str, lead: str) -> dict[str, object]:
    return {
        "title": title,
        "lead": lead,
        "crumbs": (Crumb(TITLE, reverse(PAGE)), Crumb(title)),
        "send_text": "Simpan",
        "back": reverse(PAGE),
    }
