"""Which roles can carry out which bagian without a change of the code, and what the performers of a row must be."""

from collections.abc import Iterator, Mapping

from loket.core.role import Role
from loket.core.sop import Bagian, Sop, Step

_OPD = (Role.OPD,)
_TEAM = (Role.SISTEM_ANALIS, Role.PROGRAMMER)
_SECTION = (Role.KEPALA_SEKSI, Role.KEPALA_BIDANG)

CAN_PERFORM: Mapping[tuple[str, str], tuple[Role, ...]] = {
    ("surat", "surat"): (Role.OPD, Role.TATA_USAHA),
    ("disposisi", "kepala_dinas"): (Role.KEPALA_DINAS,),
    ("disposisi", "kepala_bidang"): (Role.KEPALA_BIDANG,),
    ("penunjukan", "penunjukan"): _SECTION,
    ("prioritas", "prioritas"): (*_SECTION, Role.SISTEM_ANALIS),
    ("undangan", "undangan"): (*_TEAM, Role.KEPALA_SEKSI),
    ("rapat_teknis", "rapat_teknis"): (*_TEAM, Role.KEPALA_SEKSI),
    ("analisis", "susun"): _TEAM,
    ("analisis", "reviu"): _SECTION,
    ("analisis", "setujui"): _OPD,
    ("desain", "susun"): _TEAM,
    ("desain", "reviu"): _SECTION,
    ("desain", "setujui"): _OPD,
    ("implementasi", "bangun"): _TEAM,
    ("implementasi", "uat"): _OPD,
    ("serah_terima", "siapkan"): _SECTION,
    ("serah_terima", "ttd_dinas"): (Role.KEPALA_DINAS,),
    ("serah_terima", "ttd_opd"): _OPD,
    ("status_gitlab", "ubah"): (*_TEAM, Role.KEPALA_SEKSI),
    ("status_gitlab", "terkonfirmasi"): (*_TEAM, Role.KEPALA_SEKSI),
    ("pendampingan", "laporan"): _TEAM,
    ("pendampingan", "setujui"): _SECTION,
    ("pendampingan", "konfirmasi"): _OPD,
}
"""Before the team is appointed there is nobody of a team; whose hand a signature needs, signs."""

UNPRINTED = frozenset({Role.TATA_USAHA, Role.ADMIN})
"""Roles that the document has no column for."""


def performer_problems(sop: Sop) -> list[str]:
    return [
        f"Langkah {step.ke}, {step.nama}: {sentence}"
        for step in sop.steps.values()
        for _, sentence in problems_of(step)
    ]


def problems_of(step: Step) -> Iterator[tuple[str, str]]:
    """What is wrong with who does a row: the bagian, "" for the row itself, and its sentence."""
    if not step.pelaksana:
        yield "", "Tetapkan paling sedikit satu pelaksana."
    for part in step.bagian.values():
        for sentence in _problems_of_part(step, part):
            yield part.key, sentence
    first = step.bagian[step.first_bagian]
    if step.pelaksana and not set(first.pelaksana) & set(step.pelaksana):
        yield "", f"{first.nama} dikerjakan paling sedikit oleh satu pelaksana baris ini."


def _problems_of_part(step: Step, part: Bagian) -> Iterator[str]:
    if not part.pelaksana:
        yield f"Tetapkan siapa yang mengerjakan {part.nama}."
    can = CAN_PERFORM.get((part.step, part.key), part.pelaksana)
    if beyond := [role.label for role in part.pelaksana if role not in can]:
        able = " atau ".join(role.label for role in can)
        yield f"{part.nama} dikerjakan {able}, bukan {', '.join(beyond)}."
    involved = {*step.pelaksana, *step.pendukung, *step.mengetahui, *UNPRINTED}
    if strangers := [role.label for role in part.pelaksana if role not in involved]:
        yield (
            f"{', '.join(strangers)} mengerjakan {part.nama}, tetapi tidak terlibat pada baris ini."
            " Jadikan pelaksana, pendukung, atau mengetahui."
        )
