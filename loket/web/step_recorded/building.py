"""Steps 7 to 9: versions of a document with what was said of them, progress, and rounds of testing."""

from collections.abc import Sequence

from loket.models.dokumen import Dokumen, DokumenVersi, Review
from loket.models.implementasi import Skenario, Uat
from loket.models.permintaan import Permintaan
from loket.queries import step_recorded as rows
from loket.queries.step_rows import application_of
from loket.web.components.facts import Fact
from loket.web.components.records import TimelineItem
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.step_facts import at, document, for_another, given, remark, signed
from loket.web.step_recorded.checklist import checklist
from loket.web.step_recorded.section import Section


def analisis(permintaan: Permintaan) -> tuple[Section, ...]:
    return (*checklist(permintaan, "analisis"), *_versions(permintaan, Dokumen.Jenis.SPESIFIKASI))


def desain(permintaan: Permintaan) -> tuple[Section, ...]:
    return (*checklist(permintaan, "desain"), *_versions(permintaan, Dokumen.Jenis.DESAIN))


def _versions(permintaan: Permintaan, jenis: str) -> tuple[Section, ...]:
    return tuple(_version(one, permintaan) for one in rows.versions(permintaan, jenis))


def _version(version: DokumenVersi, permintaan: Permintaan) -> Section:
    reviews = sorted(version.review_set.all(), key=lambda one: (one.at, one.pk))
    handed_in = remark(
        version.submitted_by, version.submitted_at, "mengajukan dokumen", quote=version.catatan
    )
    return Section(
        title=f"Versi {version.versi or version.number}",
        remarks=(handed_in, *(_review(one) for one in reviews)),
        documents=(document(version, permintaan),),
    )


def _review(one: Review) -> TimelineItem:
    agreed = "menyetujui hasil reviu" if one.bagian == "reviu" else "menyetujui dokumen"
    done = agreed if one.is_approved else "mengembalikan dokumen"
    return remark(one.by, one.at, done, quote=one.catatan, capacity=for_another(one))


def implementasi(permintaan: Permintaan) -> tuple[Section, ...]:
    aplikasi = application_of(permintaan)
    notes = tuple(
        remark(note.by, note.at, f"melaporkan kemajuan {note.percent}%", quote=note.catatan)
        for note in rows.progress(permintaan)
    )
    rounds = tuple(_round(one, permintaan) for one in rows.tests(permintaan))
    sections = []
    if aplikasi:
        facts = (
            Fact("Alamat aplikasi", aplikasi.address, url=aplikasi.address),
            Fact("Repositori", aplikasi.repository, url=aplikasi.repository),
        )
        sections.append(Section(title="Aplikasi", facts=facts))
    sections += checklist(permintaan, "implementasi")
    sections += rounds
    if notes:
        sections.append(Section(title="Kemajuan", remarks=notes))
    return tuple(sections)


_COLUMNS = (Column("Skenario"), Column("Hasil"), Column("Catatan"))


def _round(uat: Uat, permintaan: Permintaan) -> Section:
    title = f"Uji penerimaan ke-{uat.round}"
    scenarios = tuple(uat.scenarios())
    return Section(
        title=title,
        facts=given(
            Fact("Versi yang diuji", uat.versi),
            Fact("Siap diuji", uat.ready_by.nama, lines=(at(uat.ready_at),)),
            Fact("Hasil", uat.get_hasil_display() if uat.hasil else "Menunggu OPD"),
            Fact("Catatan", uat.catatan),
            signed("Diputuskan", uat.decided_by, uat.decided_at) if uat.decided_by else None,
        ),
        fold=_counted(scenarios),
        table=Table(
            caption=f"Skenario {title.lower()}",
            columns=_COLUMNS,
            rows=tuple(_scenario(one) for one in scenarios),
            dense=True,
        ),
        documents=(document(uat.evidence, permintaan),),
    )


def _counted(scenarios: Sequence[Skenario]) -> str:
    results = [one.hasil for one in scenarios]
    told = f"{len(scenarios)} skenario uji"
    if "" in results:
        return told
    return f"{told}: {results.count(Uat.Lulus.LULUS)} lulus, {results.count(Uat.Lulus.GAGAL)} gagal"


def _scenario(one: Skenario) -> TableRow:
    return TableRow((Cell(f"{one.kode} {one.uraian}"), Cell(one.hasil_label or "Belum"), Cell(one.catatan)))
