"""The forms of accounts, positions and agencies; they read, the data judges."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from loket.application.office.accounts import AccountData
from loket.application.office.opd import OpdData
from loket.application.office.positions import JabatanData
from loket.core.role import HEADS, Role
from loket.models.opd import Opd
from loket.models.user import Jabatan, User
from loket.web import formats
from loket.web.components.fields import Choice
from loket.web.steps.fields import ChoiceField, DateField, SelectField, TextField, as_id

OF_OFFICE = ("", "Bukan OPD, pegawai Dinas Kominfo")

_PLH = (Jabatan.Kind.PLH.value, Choice("Plh.", hint="Pejabatnya berhalangan sementara"))
_PLT = (Jabatan.Kind.PLT.value, Choice("Plt.", hint="Jabatan sedang kosong"))


class DatedForm(forms.Form):
    """A form that reads "besok" from the day it is sent."""

    use_required_attribute = False

    def __init__(self, data: QueryDict | None = None, *, today: date, **options: Any) -> None:
        super().__init__(data, **options)
        for field in self.fields.values():
            if isinstance(field, DateField):
                field.today = today

    def text(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "")


class AccountForm(DatedForm):
    nama = TextField(label="Nama lengkap", help_text="Dengan gelar, seperti pada surat")
    username = TextField(
        label="Nama pengguna",
        help_text="Huruf kecil, angka, titik, dan garis, contoh rina.astuti",
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    nip = TextField(label="NIP", required=False, help_text="18 angka")
    pangkat = TextField(
        label="Pangkat", required=False, help_text="Tercetak di bawah nama pada naskah, contoh Pembina (IV/a)"
    )
    phone = TextField(label="Nomor WhatsApp", required=False, widget=forms.TelInput)
    email = TextField(label="Email", required=False, widget=forms.EmailInput)
    opd_id = SelectField(label="OPD", required=False)

    def __init__(self, data: QueryDict | None = None, *, today: date, account: User | None = None) -> None:
        super().__init__(data, today=today, initial=_shown(account) if account else {})
        agencies = Opd.objects.filter(is_active=True) | Opd.objects.filter(user=account)
        choices = [OF_OFFICE, *((str(opd.pk), opd.nama) for opd in agencies.distinct())]
        self.fields["opd_id"] = SelectField(label="OPD", required=False, choices=choices)

    def to_data(self) -> AccountData:
        names = ("username", "nama", "nip", "pangkat", "phone", "email")
        return AccountData(**{name: self.text(name) for name in names}, opd_id=as_id(self.text("opd_id")))


def _shown(account: User) -> dict[str, Any]:
    names = ("username", "nama", "nip", "pangkat", "email")
    kept = {name: getattr(account, name) for name in names}
    return {**kept, "phone": formats.phone(account.phone), "opd_id": str(account.opd_id or "")}


class JabatanForm(DatedForm):
    role = SelectField(label="Jabatan")
    title = TextField(label="Sebutan jabatan", required=False, help_text="Seperti tercetak pada surat")
    kind = ChoiceField(
        label="Jenis jabatan",
        choices=[
            (Jabatan.Kind.TETAP.value, "Pejabat tetap"),
            _PLT,
            _PLH,
        ],
    )
    nomor_surat = TextField(
        label="Nomor surat perintah", required=False, help_text="Wajib untuk Plt. dan Plh."
    )
    from_date = DateField(label="Mulai tanggal")
    until_date = DateField(
        label="Sampai tanggal",
        required=False,
        help_text="Wajib untuk Plt. dan Plh.; kosongkan bila tidak tentu",
    )

    def __init__(self, data: QueryDict | None = None, *, today: date, account: User) -> None:
        offered = [Role.OPD] if account.opd_id else [role for role in Role if role is not Role.OPD]
        first = offered[0].value if account.opd_id else ""
        super().__init__(
            data, today=today, initial={"role": first, "kind": Jabatan.Kind.TETAP.value, "from_date": today}
        )
        choices = [(role.value, role.label) for role in offered]
        self.fields["role"] = SelectField(
            label="Jabatan", choices=choices if first else [("", "Pilih"), *choices]
        )

    def to_data(self) -> JabatanData:
        names = ("role", "kind", "title", "nomor_surat")
        return JabatanData(
            **{name: self.text(name) for name in names},
            from_date=self.cleaned_data.get("from_date"),
            until_date=self.cleaned_data.get("until_date"),
        )


class DeputyForm(DatedForm):
    """Whoever is chosen acts for one of the heads; `person` is the account, if one was chosen."""

    role = SelectField(label="Jabatan yang digantikan", choices=[(role.value, role.label) for role in HEADS])
    user_id = SelectField(label="Pegawai yang menggantikan")
    kind = ChoiceField(label="Jenis jabatan", choices=[_PLH, _PLT])
    nomor_surat = TextField(label="Nomor surat perintah")
    from_date = DateField(label="Mulai tanggal")
    until_date = DateField(label="Sampai tanggal", help_text="Wewenang berakhir sendiri sesudah hari ini.")

    def __init__(self, data: QueryDict | None = None, *, today: date, role: str = "", kind: str = "") -> None:
        super().__init__(data, today=today, initial={"role": role, "kind": kind, "from_date": today})
        people = User.objects.filter(opd=None, is_active=True).order_by("nama")
        self.people = {str(person.pk): person for person in people}
        choices = [("", "Pilih"), *((pk, person.nama) for pk, person in self.people.items())]
        self.fields["user_id"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def clean_user_id(self) -> str:
        chosen = self.text("user_id")
        if not chosen:
            raise forms.ValidationError("Pilih pegawai yang menggantikan.")
        return chosen

    @property
    def person(self) -> User | None:
        return self.people.get(self.text("user_id"))

    def to_data(self) -> JabatanData:
        return JabatanData(
            **{name: self.text(name) for name in ("role", "kind", "nomor_surat")},
            from_date=self.cleaned_data.get("from_date"),
            until_date=self.cleaned_data.get("until_date"),
        )


class OpdForm(DatedForm):
    nama = TextField(label="Nama OPD")
    singkatan = TextField(label="Singkatan", help_text="Dipakai pada daftar, contoh Disdukcapil")
    kode = TextField(label="Kode", help_text="Huruf besar, angka, dan tanda hubung, contoh KEC-PLAOSAN")

    def __init__(self, data: QueryDict | None = None, *, today: date, opd: Opd | None = None) -> None:
        names = ("nama", "singkatan", "kode")
        super().__init__(data, today=today, initial={name: getattr(opd, name) for name in names if opd})

    def to_data(self) -> OpdData:
        return OpdData(kode=self.text("kode"), nama=self.text("nama"), singkatan=self.text("singkatan"))
