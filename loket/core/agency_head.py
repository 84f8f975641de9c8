"""How the head of an agency is addressed, from the agency's name (PP 18/2016 on perangkat daerah)."""

_HEADED: tuple[tuple[str, str], ...] = (
    ("Kecamatan", "Camat"),
    ("Kelurahan", "Lurah"),
    ("Sekretariat", "Sekretaris"),
    ("Inspektorat", "Inspektur"),
    ("RSUD", "Direktur RSUD"),
    ("Rumah Sakit", "Direktur Rumah Sakit"),
)


def head_of_agency(nama: str) -> str:
    """Camat of a kecamatan, Sekretaris, Inspektur or Direktur where the agency has one, else its Kepala."""
    for kind, head in _HEADED:
        if nama == kind or nama.startswith(f"{kind} "):
            return f"{head}{nama.removeprefix(kind)}"
    return f"Kepala {nama}"
