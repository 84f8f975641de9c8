"""The register of agencies: master data that changes with every regulation on the region's organisation."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.core.actor import Actor
from loket.models.opd import Opd

_KODE = re.compile(r"[A-Z0-9](?:[A-Z0-9-]{0,28}[A-Z0-9])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpdData:
    kode: str
    nama: str
    singkatan: str

    def check(self, *, opd: Opd | None) -> Problems:
        problems = Problems()
        problems.text("kode", self.kode, "kode", limit=30)
        if not problems:
            well_formed = _KODE.fullmatch(self.kode)
            sentence = "Kode hanya huruf besar, angka, dan tanda hubung, misalnya KEC-PLAOSAN."
            problems.unless(well_formed, "kode", sentence)
        problems.text("nama", self.nama, "nama OPD")
        problems.text("singkatan", self.singkatan, "singkatan", limit=60)
        if not problems:
            others = Opd.objects.exclude(pk=opd.pk) if opd else Opd.objects.all()
            same_code = others.filter(kode=self.kode).exists()
            problems.unless(not same_code, "kode", "Kode ini sudah dipakai OPD lain. Pilih yang lain.")
            same_name = others.filter(nama__iexact=self.nama.strip(), is_active=True).exists()
            problems.unless(not same_name, "nama", "OPD dengan nama ini sudah ada.")
        return problems

    def columns(self) -> dict[str, str]:
        return {"kode": self.kode, "nama": self.nama.strip(), "singkatan": self.singkatan.strip()}


def create_opd(data: OpdData, *, actor: Actor, now: datetime, source: str = "web") -> Opd:
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if problems := data.check(opd=None):
            raise Invalid(problems)
        opd = Opd.objects.create(**data.columns())
        particulars = {"opd_id": opd.pk, **data.columns()}
        record_for_kantor(kantor, "opd.created", particulars, actor=actor, now=now, source=source)
    return opd


def change_opd(opd: Opd, data: OpdData, *, actor: Actor, now: datetime, source: str = "web") -> None:
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if problems := data.check(opd=opd):
            raise Invalid(problems)
        for name, value in data.columns().items():
            setattr(opd, name, value)
        opd.save(update_fields=list(data.columns()))
        particulars = {"opd_id": opd.pk, **data.columns()}
        record_for_kantor(kantor, "opd.changed", particulars, actor=actor, now=now, source=source)


def set_opd_active(opd: Opd, *, is_active: bool, actor: Actor, now: datetime, source: str = "web") -> None:
    """An agency that is no more sends no new requests; those it has sent go on."""
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        opd.is_active = is_active
        opd.save(update_fields=["is_active"])
        particulars = {"opd_id": opd.pk, "is_active": is_active}
        record_for_kantor(kantor, "opd.changed", particulars, actor=actor, now=now, source=source)
