"""The kinds of naskah dinas that the office gives out: whose letter each is, who may sign it, and its number.

Sources: Permendagri 1/2023 (shapes, a.n. and u.b.), Permendagri 83/2022 (classification codes), the SOP's outputs.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from loket.core.actor import Actor
from loket.core.capacity import ended
from loket.core.role import HEADS, Role
from loket.core.verdict import ALLOWED, Verdict

TITLES: Mapping[Role, str] = {
    Role.KEPALA_DINAS: "Kepala Dinas Komunikasi dan Informatika",
    Role.KEPALA_BIDANG: "Kepala Bidang Teknologi Informasi dan Komunikasi",
    Role.KEPALA_SEKSI: "Kepala Seksi Pengembangan Aplikasi",
}
"""Titles of the heads, where the office has given theirs no other."""

_FRONT = (Role.TATA_USAHA, *HEADS)
_TEAM = (Role.SISTEM_ANALIS, *_FRONT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Whose letter it is, and down to whom it may be signed on their behalf."""

    authority: Role
    lowest: Role

    @property
    def signers(self) -> tuple[Role, ...]:
        return HEADS[HEADS.index(self.authority) : HEADS.index(self.lowest) + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class JenisNaskah:
    """`rule` is None for what is approved in Loket itself and issued by it; `sheet` is a form without a number.

    `drafters` may draft it; `opd_signs`: the OPD is the second party.
    """

    key: str
    label: str
    klasifikasi: str = ""
    rule: Rule | None = None
    sheet: bool = False
    opd_signs: bool = False
    drafters: tuple[Role, ...] = ()

    @property
    def is_numbered(self) -> bool:
        return not self.sheet


def _sheet(key: str, label: str) -> JenisNaskah:
    return JenisNaskah(key=key, label=label, sheet=True)


def _approved(key: str, label: str, klasifikasi: str) -> JenisNaskah:
    return JenisNaskah(key=key, label=label, klasifikasi=klasifikasi)


def _signed(
    key: str,
    label: str,
    klasifikasi: str,
    *,
    authority: Role = Role.KEPALA_DINAS,
    lowest: Role = Role.KEPALA_BIDANG,
    drafters: tuple[Role, ...] = _FRONT,
    opd_signs: bool = False,
) -> JenisNaskah:
    rule = Rule(authority=authority, lowest=lowest)
    return JenisNaskah(
        key=key, label=label, klasifikasi=klasifikasi, rule=rule, opd_signs=opd_signs, drafters=drafters
    )


JENIS: Mapping[str, JenisNaskah] = {
    jenis.key: jenis
    for jenis in (
        _sheet("tanda_terima", "Tanda terima surat"),
        _sheet("lembar_disposisi", "Lembar disposisi"),
        _signed("surat_tugas", "Surat tugas", "800.1.11.1"),
        _sheet("lembar_prioritas", "Lembar prioritas pelayanan"),
        _signed("surat_undangan", "Surat undangan", "000.1.5", lowest=Role.KEPALA_SEKSI, drafters=_TEAM),
        _sheet("daftar_hadir", "Daftar hadir"),
        _approved("notulen", "Notulen rapat teknis", "000.1.5.1"),
        _sheet("lembar_reviu", "Lembar reviu"),
        _approved("berita_acara_uat", "Berita acara uji penerimaan pengguna", "500.12.16.3.1"),
        _signed("bast", "Berita acara serah terima aplikasi", "500.12.16.3.2", opd_signs=True),
        _approved("laporan_pendampingan", "Laporan pendampingan", "500.12.16.3.3"),
        _signed("surat_kelengkapan", "Surat permintaan kelengkapan", "500.12.16.3", lowest=Role.KEPALA_SEKSI),
        _signed("surat_penolakan", "Surat penolakan", "500.12.16.3.4"),
        _signed("surat_pengalihan", "Surat pengalihan", "500.12.16.3.5"),
        _signed("addendum", "Addendum waktu", "500.12.16.3.6", opd_signs=True),
        _signed(
            "nota_dinas",
            "Nota dinas",
            "500.12.16.3.7",
            authority=Role.KEPALA_SEKSI,
            lowest=Role.KEPALA_SEKSI,
            drafters=_TEAM,
        ),
        _approved("serah_terima_tugas", "Berita acara serah terima tugas", "800.1.11.2"),
    )
}
"""In the order in which a permintaan meets them. The codes are defaults, for the office's archivist to confirm."""

INTERNAL = frozenset({"nota_dinas", "serah_terima_tugas"})
"""What the office writes to itself: no OPD sees it."""

BETWEEN_PARTIES = frozenset(jenis.key for jenis in JENIS.values() if jenis.opd_signs)
"""What the OPD signs too, and so reads before it is in force."""
AFTER_THE_END = frozenset({"nota_dinas", "surat_penolakan", "surat_pengalihan"})
"""What is still written about a permintaan that has ended; anything else only to replace one that holds."""

IN_STEP, STEP = "bast", "serah_terima"
"""The kind that is signed in a step, and the step; what replaces it later is signed like any other."""

MADE_FROM: Mapping[str, tuple[str, ...]] = {
    "surat.submitted": ("tanda_terima",),
    "surat.replaced": ("tanda_terima",),
    "disposisi.given": ("lembar_disposisi",),
    "disposisi.returned": ("surat_kelengkapan",),
    "tim.appointed": ("surat_tugas",),
    "tim.changed": ("serah_terima_tugas", "surat_tugas"),
    "prioritas.set": ("lembar_prioritas",),
    "rapat.concluded": ("notulen", "daftar_hadir"),
    "rapat.continued": ("notulen", "daftar_hadir"),
    "analisis.approved": ("lembar_reviu",),
    "desain.approved": ("lembar_reviu",),
    "uat.accepted": ("berita_acara_uat",),
    "uat.accepted_with_notes": ("berita_acara_uat",),
    "uat.rejected": ("berita_acara_uat",),
    "pendampingan.approved": ("laporan_pendampingan",),
    "permintaan.rejected": ("surat_penolakan",),
    "permintaan.redirected": ("surat_pengalihan",),
    "kesepakatan.extended": ("addendum",),
}
"""By kind of entry (the outputs of the SOP's rows, and DOMAIN 12). The BAST is drafted in its step."""
_HALFWAY = "diteruskan"
"""A letter that has not reached the section yet: its sheet shows both hops."""


def makes(kind: str, outcome: str) -> tuple[str, ...]:
    """The kinds of naskah that an entry of the record leads to."""
    return () if outcome == _HALFWAY else MADE_FROM.get(kind, ())


def may_sign(actor: Actor, rule: Rule) -> Verdict:
    """Whether this person may sign such a letter today, in the name of whom the rule says."""
    if signing_role(actor, rule) is not None:
        return ALLOWED
    names = " atau ".join(role.label for role in rule.signers)
    return ended(actor, rule.signers) & Verdict((f"Naskah ini ditandatangani {names}.",))


def signing_role(actor: Actor, rule: Rule) -> Role | None:
    """The highest position in which this person signs it; a superior signs as what they are themselves."""
    held = [role for role in rule.signers if actor.has(role)]
    own = next((role for role in held if not _stands_in(actor, role)), None)
    return own or (_superior(actor, held[0]) if held else None)


def _stands_in(actor: Actor, role: Role) -> bool:
    return actor.capacities[role].endswith("atasan")


def _superior(actor: Actor, vacant: Role) -> Role:
    """The position of one's own by which a vacant one below it is filled."""
    above = HEADS[: HEADS.index(vacant)]
    return next(role for role in reversed(above) if actor.has(role) and not _stands_in(actor, role))


def signature_lines(
    authority: Role, signer: Role, prefix: str, titles: Mapping[Role, str]
) -> tuple[str, ...]:
    """What stands above the name: the title, with Plh. or Plt., a.n. the one it is signed for, and u.b. below that.

    Whoever signs for a vacant position below their own signs as what they are.
    """
    chain = HEADS[HEADS.index(authority) : HEADS.index(signer) + 1]
    own = f"{prefix} {titles[signer]}".strip()
    match chain:
        case () | (_,):
            return (own,)
        case (above, _):
            return (f"a.n. {titles[above]}", own)
        case _:
            return (f"a.n. {titles[chain[0]]}", titles[chain[1]], "u.b.", own)
