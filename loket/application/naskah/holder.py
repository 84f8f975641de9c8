"""Whose certificate has signed: what is typed at the form binds nobody, what the certificate says does."""

from datetime import datetime

from loket.application.naskah.drafting import require
from loket.application.naskah.trusting import strict_roots
from loket.core.person_name import same_person
from loket.core.verdict import unless
from loket.integrations.esign.checking import inspect
from loket.integrations.esign.reports import Trust
from loket.integrations.esign.signing import Signed
from loket.models.naskah import OPD, TandaTangan

_UNKNOWN = (
    "Sertifikat yang menandatangani tidak terbukti diterbitkan otoritas yang dipercaya kantor ini,"
    " sehingga tanda tangannya tidak dicatat. Hubungi admin."
)
_SECOND = "Naskah dapat dicetak, ditandatangani yang bersangkutan, lalu diunggah pindaiannya."
_FIRST = "Pakai sertifikat atas nama itu, atau batalkan naskah ini dan terbitkan penggantinya."


def check_holder(party: TandaTangan, signed: Signed, now: datetime) -> None:
    """Let pass what the printed person has signed. Raises Refused; nothing of it is kept then."""
    said = (
        f"Sertifikat ini atas nama {signed.name or 'yang tidak disebut'}, sedangkan penanda tangan yang tercetak"
        f" adalah {party.nama}. Tanda tangan ini tidak dicatat. {_SECOND if party.pihak == OPD else _FIRST}"
    )
    require(unless(same_person(party.nama, signed.name), said) & unless(_is_known(signed, now), _UNKNOWN))


def _is_known(signed: Signed, now: datetime) -> bool:
    """The office's own authority has been asked already; of BSrE's the roots must be at hand to ask."""
    roots = strict_roots() if signed.method == "bsre" else ()
    return not roots or inspect(signed.pdf, Trust(roots=roots), now=now)[-1].trusted
