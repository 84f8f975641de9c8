"""Sample cards of the board for the page of all components."""

from typing import Any

from loket.web.components.badges import Badge, DueLabel
from loket.web.components.board import Card, Column, Stack

LATE = Card(
    title="e-Retribusi Pasar",
    url="/permintaan/APL-2026-0041",
    nomor="APL-2026-0041",
    agency="Disperindag",
    current=7,
    step_text="7. Analisis",
    due=DueLabel("gawat", "Lewat 1 hari kerja", "Senin, 23 Nov, 16.00"),
    people="Dewi Larasati, Intan Permatasari",
    step_url="/permintaan/APL-2026-0041/analisis",
    badge=Badge(text="Prioritas tinggi", kind="nila", icon="chevrons-up"),
    issue="Issue #41",
    issue_url="https://gitlab.example.go.id/41",
)
FINE = Card(
    title="SIM Perpustakaan Daerah",
    url="/permintaan/APL-2026-0028",
    nomor="APL-2026-0028",
    agency="Dinas Arsip",
    current=2,
    step_text="2. Disposisi",
    due=DueLabel("aman", "8 menit lagi", "Hari ini, 11.15"),
    people="Tim belum ditunjuk",
    step_url="/permintaan/APL-2026-0028/disposisi",
)


def context() -> dict[str, Any]:
    return {
        "board_columns": (
            Column(
                key="permintaan",
                title="Permintaan",
                count_text="1 dari 8",
                is_over=False,
                is_chosen=True,
                stacks=(Stack(title="2. Disposisi", count=1, cards=(FINE,)),),
            ),
            Column(
                key="pembuatan",
                title="Pembuatan",
                count_text="9 dari 8, melebihi batas",
                is_over=True,
                is_chosen=False,
                stacks=(Stack(cards=(LATE,), rest_text="8 lainnya", rest_url="/permintaan"),),
            ),
            Column(
                key="serah-terima",
                title="Serah terima",
                count_text="0 dari 8",
                is_over=False,
                is_chosen=False,
                stacks=(),
            ),
        )
    }
