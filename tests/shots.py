"""Pictures of the screens of an office with demo data: wide and narrow, light and dark.

`make shots` runs it. All pictures go to var/shots; the one that the README shows goes to docs/screens too.
"""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import django
from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium
from tests.cli.installation import Installation
from tests.cli.processes import ROOT

SIZES = {"1440": (1440, 900), "390": (390, 844)}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SHOTS, SCREENS = ROOT / "var/shots", ROOT / "docs/screens"
FOR_THE_README = "permintaan-analisis"


@dataclass(frozen=True, slots=True)
class Shot:
    """A screen by its name, its path, and who looks at it; "" is a visitor."""

    name: str
    path: str
    who: str = ""


FIXED = (
    Shot("depan", "/"),
    Shot("lacak", "/lacak"),
    Shot("verifikasi", "/verifikasi"),
    Shot("masuk", "/masuk"),
    Shot("sop", "/sop/SOP-DISKOMINFO-001", "kadis"),
    Shot("sop-naskah", "/sop/SOP-DISKOMINFO-001?tampilan=naskah"),
    Shot("sop-terkait", "/sop/SOP-DISKOMINFO-002"),
    *(
        Shot(f"tugas-{who}", "/tugas", who)
        for who in ("opd", "kadis", "kasi", "analis", "programmer", "tu", "admin")
    ),
    Shot("daftar", "/permintaan", "kasi"),
    Shot("daftar-opd", "/permintaan", "opd"),
    Shot("papan", "/papan", "kasi"),
    Shot("papan-tim", "/papan?kelompok=tim", "kasi"),
    Shot("papan-analis", "/papan?kelompok=prioritas", "analis"),
    Shot("batas-papan", "/papan/batas", "kasi"),
    Shot("register-keluar", "/register", "tu"),
    Shot("register-masuk", "/register?buku=masuk", "tu"),
    Shot("pemberitahuan", "/pemberitahuan", "kasi"),
    Shot("baru", "/permintaan/baru/kebutuhan", "opd"),
    Shot("baru-surat", "/permintaan/baru/surat", "opd"),
    Shot("akun", "/akun", "analis"),
    Shot("pengguna", "/kantor/pengguna", "admin"),
    Shot("jabatan", "/kantor/jabatan", "admin"),
    Shot("opd", "/kantor/opd", "admin"),
    Shot("kalender", "/kantor/kalender", "admin"),
    Shot("gitlab", "/kantor/gitlab", "admin"),
    Shot("revisi-sop", "/kantor/sop", "kadis"),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Installation(Path(folder) / "kantor", demo=True)
        with office.up():
            if not office.comes_up():
                raise SystemExit(office.said.read_text())
            shots = (*FIXED, *_of_permintaan(office.data_dir))
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=chromium.find(), args=list(chromium.ARGUMENTS)
                )
                _take(browser, f"http://127.0.0.1:{office.port}", shots)
                browser.close()


def _of_permintaan(data_dir: Path) -> list[Shot]:
    """For each place of the road at which a permintaan stands: its page and the form of the step in hand."""
    os.environ |= {"LOKET_DATA_DIR": str(data_dir), "DJANGO_SETTINGS_MODULE": "loket.settings"}
    from loket.cli import embedded  # noqa: PLC0415 - settings are read from the environment above

    os.environ["DATABASE_URL"] = embedded.running(data_dir) or ""
    django.setup()
    from loket.cli.demo.walk import performer  # noqa: PLC0415 - as above
    from loket.models.naskah import Naskah  # noqa: PLC0415 - as above
    from loket.models.permintaan import Permintaan  # noqa: PLC0415 - as above

    shots = {}
    for one in Permintaan.objects.filter(status="berjalan").order_by("-pk"):
        page, who = f"/permintaan/{one.nomor}", performer(one).username
        name = f"{one.at_step}-{one.at_bagian}" if one.at_bagian != one.at_step else one.at_step
        shots[name] = Shot(name, f"{page}/{one.at_step}", who)
        shots[f"permintaan-{one.at_step}"] = Shot(f"permintaan-{one.at_step}", page, who)
    done = Permintaan.objects.filter(status="selesai").latest("pk")
    shots["permintaan-selesai"] = Shot("permintaan-selesai", f"/permintaan/{done.nomor}", "kasi")
    for naskah in Naskah.objects.in_force().exclude(nomor="").order_by("-pk"):
        shots[f"verifikasi-{naskah.jenis}"] = Shot(f"verifikasi-{naskah.jenis}", f"/verifikasi/{naskah.kode}")
    return [*shots.values()]


def _take(browser: Browser, address: str, shots: tuple[Shot, ...]) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    for who in sorted({shot.who for shot in shots}):
        context = browser.new_context(base_url=address, reduced_motion="reduce")
        page = context.new_page()
        if who:
            page.goto("/masuk")
            page.get_by_label("Nama pengguna").fill(who)
            page.get_by_label("Kata sandi").fill("loket-demo")
            page.locator("main").get_by_role("button", name="Masuk").click()
        for shot in (shot for shot in shots if shot.who == who):
            page.goto(shot.path)
            _picture(page, shot.name)
            if shot.name == FOR_THE_README:
                _for_the_readme(page)
        context.close()


def _picture(page: Page, name: str) -> None:
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            page.screenshot(path=SHOTS / f"{name}-{size}-{theme}.png", full_page=True)
    print(name)


def _for_the_readme(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1440, "height": 1080})
    page.screenshot(path=SCREENS / "permintaan.png")


if __name__ == "__main__":
    main()
