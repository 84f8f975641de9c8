"""Sample data for a page that shows every component. No view serves it: tests and screenshots render it."""

from typing import Any

from loket.web.components import gallery_board, gallery_forms
from loket.web.components.badges import Badge, DueLabel
from loket.web.components.charts import LoadBar
from loket.web.components.facts import AgendaItem, Fact, Person, Stat
from loket.web.components.navigation import Chip, Crumb
from loket.web.components.progress import Phase, StepDot
from loket.web.components.records import DocumentRow, LetterPage, TimelineItem
from loket.web.components.shell import NavItem, Office, Shell
from loket.web.components.swimlane import Cell, Row, Swimlane, draw
from loket.web.components.tables import Cell as TableCell
from loket.web.components.tables import Column, Table, TableRow
from loket.web.components.tasks import Evidence, TaskRow

LATE = DueLabel("gawat", "Lewat 3 jam 55 menit", "Senin, 23 Nov, 15.05")
SOON = DueLabel("segera", "45 menit lagi", "Hari ini, 11.15")
FINE = DueLabel("aman", "2 hari kerja lagi", "Kamis, 26 Nov, 16.00")
WAITING = DueLabel("tunggu", "Menunggu 4 hari kerja", "Sejak Rabu, 18 Nov")
DONE = DueLabel("beres", "Selesai", "Rabu, 18 Nov")

STEPS = (
    ("Surat permintaan", ("opd",), "10 menit"),
    ("Disposisi", ("kepala_dinas",), "10 menit"),
    ("Penunjukan", ("kepala_seksi",), "30 menit"),
    ("Prioritas", ("kepala_seksi",), "15 menit"),
    ("Undangan", ("sistem_analis",), "15 menit"),
    ("Rapat teknis", ("sistem_analis", "opd", "programmer"), "180 menit"),
    ("Analisis", ("sistem_analis",), "3 minggu"),
    ("Desain", ("sistem_analis",), "10 hari"),
    ("Implementasi", ("programmer",), "Sesuai kesepakatan"),
    ("Serah terima", ("programmer", "opd", "sistem_analis"), "3 jam"),
    ("Status GitLab", ("programmer",), "5 menit"),
    ("Pendampingan", ("programmer", "sistem_analis"), "Sesuai kesepakatan"),
)
CURRENT = 7
PHASES = (("Permintaan", 1, 4), ("Kesepakatan", 5, 6), ("Pembuatan", 7, 9), ("Serah terima", 10, 12))


def context() -> dict[str, Any]:
    """Everything that the template `components/gallery.html` shows."""
    return {
        "shell": shell(),
        "office": office(),
        **_navigation(),
        **_work(),
        **_records(),
        **gallery_forms.context(),
        **gallery_board.context(),
    }


def shell() -> Shell:
    return Shell(
        nav=(
            NavItem(
                key="tugas", label="Tugas Saya", url="/tugas", icon="list-checks", count=9, overdue=True, tab="Tugas",
                shortcut="g t",
            ),
            NavItem(key="permintaan", label="Permintaan", url="/permintaan", icon="inbox", tab="Permintaan", shortcut="g p"),
            NavItem(key="papan", label="Papan", url="/papan", icon="columns-3", tab="Papan", shortcut="g b"),
            NavItem(key="kapasitas", label="Jadwal dan kapasitas", url="/kapasitas", icon="calendar-range"),
            NavItem(key="rapat", label="Rapat", url="/rapat", icon="users", count=1, tab="Rapat"),
            NavItem(key="dasbor", label="Dasbor", url="/dasbor", icon="gauge", group="Laporan dan tata kelola"),
            NavItem(key="sop", label="SOP", url="/sop", icon="workflow", group="Laporan dan tata kelola"),
        ),
        active="tugas",
        user_name="Bayu Prasetyo",
        user_role_label="Sistem Analis",
        unread=3,
        demo=True,
        sop_undated=True,
    )  # fmt: skip


def office() -> Office:
    return Office(
        name="Diskominfo Kab. Magetan",
        unit="Seksi Pengembangan Aplikasi",
        phone="+62351895123",
        whatsapp="+6281234567890",
    )


def _navigation() -> dict[str, Any]:
    return {
        "crumbs": (Crumb("Permintaan", "/permintaan"), Crumb("APL-2026-0041")),
        "title_badges": (
            Badge(text="Langkah 7 lewat 1 hari 3 jam kerja", kind="gawat", icon="octagon-alert"),
            Badge(text="Prioritas tinggi, skor 82", kind="nila", icon="chevrons-up"),
            Badge(text="GitLab #41", icon="git-branch"),
        ),
        "chips": (
            Chip("Semua", "?", 9, active=True),
            Chip("Lewat batas", "?batas=lewat", 2),
            Chip("Menunggu pihak lain", "?batas=tunggu", 1250),
        ),
        "views": (
            Chip("Dengan data langsung", "?", active=True, icon="activity"),
            Chip("Naskah resmi", "?naskah=1"),
        ),
        "stats": (
            Stat("25", "permintaan berjalan", url="/permintaan"),
            Stat("3", "lewat waktu baku", kind="gawat"),
            Stat("91,4%", "tepat waktu dalam 90 hari"),
        ),
        "reasons": ("Langkah ini dikerjakan oleh Kepala Seksi.", "Surat permintaan belum dicatat."),
    }


def _work() -> dict[str, Any]:
    return {
        "labels": (LATE, SOON, FINE, WAITING, DONE),
        "late": LATE,
        "waiting": WAITING,
        "phases": phases(),
        "live_swimlane": swimlane(live=True),
        "sop_swimlane": swimlane(live=False),
        "evidence": (
            Evidence("Notulen rapat teknis", "Ditandatangani 30 Oktober 2026", done=True, url="/dokumen/1"),
            Evidence("Daftar kebutuhan disetujui OPD", "Sri Wahyuni, 3 November 2026", done=True),
            Evidence("Dokumen spesifikasi kebutuhan", "Berkas terakhir menyelesaikan langkah 7"),
        ),
        "focus_meta": ("e-Retribusi Pasar", "Dinas Perindustrian dan Perdagangan", "APL-2026-0041"),
        "late_tasks": (task("Perbarui status pembuatan di GitLab", 11, "11. Status GitLab", LATE),),
        "tasks": (
            task("Undang OPD ke rapat teknis", 5, "5. Undangan", SOON),
            task("Kirim laporan pendampingan November", 12, "12. Pendampingan", FINE),
        ),
        "waiting_tasks": (task("Tanda tangan berita acara serah terima", 10, "10. Serah terima", WAITING),),
    }


def task(title: str, current: int, step_text: str, due: DueLabel) -> TaskRow:
    meta = ("SIM Perpustakaan Daerah", "Dinas Arsip dan Perpustakaan", "APL-2026-0028")
    return TaskRow(
        title=title, url="/permintaan/APL-2026-0028", meta=meta, step_text=step_text, current=current, due=due
    )


def phases() -> tuple[Phase, ...]:
    dots = [
        StepDot(ke, name, "sudah" if ke < CURRENT else "kini" if ke == CURRENT else "")
        for ke, (name, _, _) in enumerate(STEPS, start=1)
    ]
    return tuple(Phase(name, tuple(dots[first - 1 : last])) for name, first, last in PHASES)


def swimlane(*, live: bool) -> Swimlane:
    rows = [
        Row(
            ke=ke,
            kegiatan=name,
            lanes=lanes,
            is_start=ke == 1,
            is_end=ke == len(STEPS),
            state=("sudah" if ke < CURRENT else "kini" if ke == CURRENT else "") if live else "",
            cells=_live_cells(ke, standard) if live else _official_cells(ke, name, standard),
        )
        for ke, (name, lanes, standard) in enumerate(STEPS, start=1)
    ]
    if live:
        return draw(rows, columns=("Waktu baku", "Realisasi", "Bukti"), overdue=True)
    columns = ("Kelengkapan", "Waktu", "Output", "Keterangan", "Saat ini")
    return draw(rows, columns=columns, live=False, group="Mutu baku", group_span=3)


def _live_cells(ke: int, standard: str) -> tuple[Cell, ...]:
    took, proof = Cell("", "Realisasi"), Cell("", "Bukti")
    if ke < CURRENT:
        took = Cell("22 menit", "Realisasi", strong=True, tone="", detail="19 Okt, 09.34", extra="(+12)")
        proof = Cell("Lembar disposisi", "Bukti", tone="", url="/dokumen/2", icon="file-text")
    if ke == CURRENT:
        took = Cell("Berjalan 16 hari", "Realisasi", strong=True, tone="gawat", detail="Lewat 1 hari 3 jam")
        proof = Cell("2 dari 3 lengkap", "Bukti")
    return (Cell(standard, "Waktu baku"), took, proof)


def _official_cells(ke: int, name: str, standard: str) -> tuple[Cell, ...]:
    bar = LoadBar(value=3, total=5, over=1, label="3 berjalan, 1 lewat")
    now = Cell("3 berjalan", "Saat ini", tone="", url="/permintaan", live=True, alert="1 lewat", bar=bar)
    return (
        Cell("Komputer, ATK, jaringan internet", "Kelengkapan"),
        Cell(f"± {standard}", "Waktu", tone=""),
        Cell(name, "Output", tone=""),
        Cell("Dapat lebih dari satu kali" if len(name) > len("Rapat teknis") else "", "Keterangan"),
        now if ke % 2 else Cell("Kosong", "Saat ini", live=True),
    )


def _records() -> dict[str, Any]:
    return {
        "facts": (
            Fact("Kode lacak", "APL-2026-0041"),
            Fact("Narahubung", "Sri Wahyuni", lines=("0812-3456-7890",)),
            Fact("Serupa", "Antrean Disdukcapil (2024)", url="/permintaan/APL-2024-0012"),
        ),
        "answers": (
            Fact("Nama aplikasi", "Antrean Puskesmas Daring", change_url="?ubah=nama"),
            Fact("Masalah", "Waktu tunggu rata-rata 74 menit.\nLoket sering penuh.", change_url="?ubah=masalah"),
        ),
        "people": (
            Person("Bayu Prasetyo", "Sistem Analis", you=True),
            Person("Dewi Larasati", "Programmer"),
            Person("Rini Astuti", "Kepala Seksi Pengembangan Aplikasi"),
        ),
        "agenda": (
            AgendaItem("08.30", "Rapat pagi seksi", ("Selesai",), past=True),
            AgendaItem("13.00", "Rapat teknis dengan Bapenda", ("Ruang Rapat",), url="/rapat/3", url_text="Siapkan notulen"),
        ),
        "events": (
            TimelineItem("Langkah 7 melewati waktu baku", "Jumat, 20 Nov, 16.00", icon="octagon-alert", detail="Pengingat dikirim"),
            TimelineItem(
                "", "Rabu, 18 November 2026 pukul 14.07 WIB", "2026-11-18T14:07+07:00", who="Sri Wahyuni", unit="Disperindag",
                quote="Daftar 14 pasar sudah kami unggah.\n\nTarif Pasar Sayur berbeda per blok.",
            ),
            TimelineItem("", "Rabu, 18 Nov, 15.00", who="Rini Astuti", internal=True, quote="Minta Perda tarif terbaru."),
            TimelineItem("Rapat teknis selesai", "Jumat, 30 Okt, 11.45", url="/dokumen/4", url_text="Baca notulen"),
        ),
        "documents": (
            DocumentRow("Surat permintaan", "/dokumen/1", "19 Okt, 412 KB", download_url="/dokumen/1?unduh=1"),
            DocumentRow("Daftar kebutuhan", "/dokumen/5", "3 Nov, versi 2", format="XLSX"),
        ),
        "letter_pages": (LetterPage("/static/favicon.svg", "Halaman 1 dari 1 surat permintaan", 1240, 1754),),
        "table": requests_table(),
    }  # fmt: skip


def requests_table() -> Table:
    status = Badge(text="Berjalan", kind="nila")
    return Table(
        caption="Daftar permintaan",
        columns=(
            Column("Permintaan"),
            Column("OPD"),
            Column("Skor", numeric=True),
            Column("Status"),
            Column("Batas"),
        ),
        rows=tuple(
            TableRow(
                (
                    TableCell(name, url="/permintaan/APL-2026-0041", detail="APL-2026-0041"),
                    TableCell("Dinas Kesehatan"),
                    TableCell("82,5"),
                    TableCell(badge=status),
                    TableCell(due=due),
                )
            )
            for name, due in (("e-Retribusi Pasar", LATE), ("Antrean Puskesmas Daring", SOON))
        ),
    )
