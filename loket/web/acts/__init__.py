"""Acts outside the steps: which of them a person is offered, and the form of each."""

from dataclasses import dataclass

from loket.application.acts import ACTS
from loket.core.actor import Actor
from loket.core.facts import Facts
from loket.core.verdict import Verdict
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of
from loket.web.acts import (
    ganti_pic,
    ganti_tim,
    jadwal_ulang,
    jeda,
    kembalikan,
    koreksi_data,
    penutupan,
    perpanjang,
    ruang_lingkup,
    tangguhkan,
    usulan,
)
from loket.web.acts.forms import FORMS
from loket.web.step_links import act_url

__all__ = [
    "FORMS",
    "Offer",
    "ganti_pic",
    "ganti_tim",
    "jadwal_ulang",
    "jeda",
    "kembalikan",
    "koreksi_data",
    "offered",
    "penutupan",
    "perpanjang",
    "ruang_lingkup",
    "tangguhkan",
    "usulan",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An act with its button; a refused one says why."""

    key: str
    label: str
    icon: str
    url: str
    verdict: Verdict

    @property
    def reasons(self) -> tuple[str, ...]:
        return self.verdict.unmet


def offered(actor: Actor, permintaan: Permintaan, facts: Facts) -> tuple[Offer, ...]:
    """Every act with the answer for this person, the allowed ones first."""
    sop = rules_of(permintaan.sop_revision_id)
    offers = [
        Offer(
            key=key,
            label=form.LABEL,
            icon=form.ICON,
            url=act_url(permintaan.nomor, key),
            verdict=ACTS[key].allowed(actor, sop, facts),
        )
        for key, form in FORMS.items()
    ]
    return tuple(sorted(offers, key=lambda offer: bool(offer.reasons)))
