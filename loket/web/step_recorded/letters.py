"""Steps 1 and 2: the letters of the OPD, and the sheet of disposisi with each of its hops."""

from loket.core.capacity import label
from loket.models.permintaan import Permintaan
from loket.models.surat import Disposisi, Surat
from loket.queries import step_recorded as rows
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.step_facts import at, document, given
from loket.web.step_recorded.section import Section


def surat(permintaan: Permintaan) -> tuple[Section, ...]:
    return tuple(_letter(one, permintaan) for one in rows.letters(permintaan))


def _letter(surat: Surat, permintaan: Permintaan) -> Section:
    return Section(
        title="Surat permintaan" if surat.is_current else "Surat sebelumnya",
        facts=given(
            Fact("Nomor surat", surat.nomor_surat),
            Fact("Tanggal surat", formats.full_date(surat.tanggal_surat)),
            Fact("Perihal", surat.perihal),
            Fact("Penanda tangan", surat.penanda_tangan),
            Fact("Bentuk", surat.get_bentuk_display()),
            Fact("Disampaikan lewat", surat.get_kanal_display()),
            Fact("Tercatat", at(surat.received_at)),
            _original(surat),
        ),
        documents=(document(surat.version, permintaan),),
    )


def _original(surat: Surat) -> Fact:
    if surat.asli_received_at is None:
        return Fact("Surat asli", "Belum diterima")
    by = f"Dicatat {surat.asli_received_by.nama}" if surat.asli_received_by else ""
    return Fact(
        "Surat asli",
        f"Diterima {at(surat.asli_received_at)}",
        lines=tuple(line for line in (by, surat.asli_catatan) if line),
    )


def disposisi(permintaan: Permintaan) -> tuple[Section, ...]:
    return tuple(_hop(one) for one in rows.disposisi(permintaan))


def _hop(one: Disposisi) -> Section:
    returned = one.kepada is None
    return Section(
        title="Dikembalikan ke OPD" if returned else f"Disposisi {label(one.capacity)}",
        facts=given(
            Fact("Nomor agenda", one.nomor_agenda),
            Fact("Dari", one.dari.nama, lines=(label(one.capacity),)),
            Fact("Diteruskan kepada", one.kepada.nama if one.kepada else ""),
            Fact("Sifat", "" if returned else one.get_sifat_display()),
            Fact("Dengan hormat harap", ", ".join(one.instruksi_labels)),
            Fact("Catatan", one.catatan),
            Fact("Yang perlu dilengkapi", one.kekurangan),
            Fact("Waktu", at(one.at)),
        ),
    )
