"""Who signs a naskah, as it is printed above and below the signature."""

from dataclasses import dataclass
from datetime import date

from loket.application.naskah.letterhead import titles_on
from loket.core.actor import Actor
from loket.core.naskah import JENIS, Rule, signature_lines, signing_role
from loket.core.role import Role
from loket.documents import Penandatangan
from loket.models.naskah import DINAS, OPD, AturanNaskah, Naskah
from loket.models.user import Jabatan, User, prefix_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One of those who sign; `user` is None for the second party, whom the OPD names."""

    pihak: int
    nama: str
    jabatan: tuple[str, ...]
    user: User | None = None
    capacity: str = ""

    def printed(self, peran: str = "") -> Penandatangan:
        return Penandatangan(
            jabatan=self.jabatan,
            nama=self.nama,
            pangkat=self.user.pangkat if self.user else "",
            nip=self.user.nip if self.user else "",
            peran=peran,
        )


def parties_of(naskah: Naskah, actor: Actor, day: date) -> tuple[Party, ...]:
    """Those who sign it if this person issues it that day; nobody where the position whose letter it is is empty."""
    jenis = JENIS[naskah.jenis]
    rule = AturanNaskah.of(jenis).rule if jenis.rule else None
    first = _first_party(rule, actor, day) if rule else None
    if first is None:
        return ()
    return (first, _second_party(naskah)) if jenis.opd_signs else (first,)


def _first_party(rule: Rule, actor: Actor, day: date) -> Party | None:
    """The person who signs it themselves, or else whoever holds the position whose letter it is."""
    role = signing_role(actor, rule)
    if role is not None and actor.id is not None:
        return _party(rule, User.objects.get(pk=actor.id), role, actor.capacities[role], day)
    held = Jabatan.objects.held_on(day).filter(role__in=rule.signers, user__is_active=True)
    rows = list(held.select_related("user").order_by("kind"))
    for wanted in rule.signers:
        for row in rows:
            if row.role == wanted:
                return _party(rule, row.user, wanted, prefix_of(row.kind), day)
    return None


def _second_party(naskah: Naskah) -> Party:
    return Party(
        pihak=OPD,
        nama=naskah.isian.get("pihak_kedua", ""),
        jabatan=(naskah.isian.get("jabatan_pihak_kedua", ""),),
    )


def _party(rule: Rule, user: User, role: Role, prefix: str, day: date) -> Party:
    return Party(
        pihak=DINAS,
        nama=user.nama,
        jabatan=signature_lines(rule.authority, role, prefix, titles_on(day)),
        user=user,
        capacity=f"{prefix} {role}".strip(),
    )
