"""What the elements of the diagram say about themselves, in the words of the SOP."""

from collections.abc import Iterable

from loket.core.role import Role
from loket.core.sop import Bagian, Sop, Step


def about_process(sop: Sop) -> str:
    lines = (
        f"{sop.nama}. {sop.nomor}, revisi {sop.revisi}, {sop.status}.",
        "Setiap tugas adalah satu bagian dari langkah SOP. Hasilnya disimpan dalam variabel yang disebut pada tugas.",
        "Percabangan sesudahnya membaca variabel itu; hasil yang tidak dikenal menghentikan proses.",
        "Tindakan di luar langkah, seperti jeda, penolakan, atau pembatalan, tidak digambar.",
    )
    return "\n".join(lines)


def about_task(step: Step, part: Bagian, variable: str) -> str:
    kegiatan = " ".join((step.kegiatan, "; ".join(step.agenda))).strip()
    lines = (
        ("", f"Langkah {step.ke}: {kegiatan}"),
        ("Bagian: ", part.nama if len(step.bagian) > 1 else ""),
        ("Dikerjakan oleh: ", _roles(part.pelaksana, " atau ")),
        ("Pelaksana langkah: ", _roles(step.pelaksana)),
        ("Pendukung: ", _roles(step.pendukung)),
        ("Mengetahui: ", _roles(step.mengetahui)),
        ("Kelengkapan: ", "; ".join(step.kelengkapan)),
        ("Waktu: ", step.standard.text),
        ("Output: ", "; ".join(step.output)),
        ("Keterangan: ", step.keterangan),
        (f"Hasil ({variable}): ", ", ".join(part.outcomes)),
    )
    return "\n".join(f"{label}{value}" for label, value in lines if value)


def about_gateway(part: Bagian, variable: str) -> str:
    return f"Hasil dari: {part.tindakan}. Dibaca dari variabel {variable}."


def readable(outcome: str) -> str:
    """An outcome as people read it: diterima dengan catatan."""
    return outcome.replace("_", " ").replace("gitlab", "GitLab")


def _roles(roles: Iterable[Role], joint: str = ", ") -> str:
    return joint.join(role.label for role in roles)
