"""Every screen there is, who looks at it, and in which state."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from loket.sop.definition import MAIN
from tests.browser.hands import Hands
from tests.browser.people import People
from tests.browser.settled import PLACES, Settled

TURN, ONLOOKER = "turn", "onlooker"
"""Whose turn it is at a place, and somebody who may look but not act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """`path` names places in braces; `sent` is a button that is pressed first, so that the page refuses."""

    name: str
    path: str
    who: str = ""
    place: str = ""
    sent: str = ""
    status: int = 200

    def __str__(self) -> str:
        return self.name

    def open(self, people: People, settled: Settled, **options: Any) -> Page:
        """Open it as the person who looks; "" is a visitor."""
        page = people.open(self._viewer(settled), **options) if self.who else people.visitor(**options)
        response = page.goto(self.path.format(**settled.places, kode=settled.kode_lacak))
        assert response is not None
        assert response.status == self.status, f"{self.name}: {response.status}"
        if self.sent:
            Hands().try_to(page, self.sent)
        return page

    def _viewer(self, settled: Settled) -> str:
        if self.who not in {TURN, ONLOOKER}:
            return self.who
        performer = settled.performers[self.place]
        if self.who == TURN:
            return performer
        return "opd" if performer == "kabid" else "kabid"


def _steps() -> list[Screen]:
    """Each part of a step while it is one's turn and while it is not, and each step as it was recorded."""
    screens = []
    for step, bagian in PLACES:
        place = f"{step}_{bagian}"
        for who in (TURN, ONLOOKER):
            path = f"/permintaan/{{{place}}}/{step}"
            screens.append(Screen(name=f"{step}-{bagian}-{who}", path=path, who=who, place=place))
    screens.extend(
        Screen(name=f"{step}-recorded", path=f"/permintaan/{{selesai_}}/{step}", who="kasi")
        for step in dict(PLACES)
    )
    return screens


def _permintaan() -> list[Screen]:
    """The page of a permintaan: in hand, waiting for others, finished."""
    seen = (
        ("surat_surat", "opd"),
        ("disposisi_kepala_dinas", "kadis"),
        ("rapat_teknis_rapat_teknis", TURN),
        ("analisis_susun", TURN),
        ("implementasi_uat", "kasi"),
        ("pendampingan_laporan", "opd"),
        ("selesai_", "kasi"),
    )
    return [
        Screen(name=f"permintaan-{place}-{who}", path=f"/permintaan/{{{place}}}", who=who, place=place)
        for place, who in seen
    ]


def _public() -> list[Screen]:
    sop = f"/sop/{MAIN}"
    return [
        Screen(name="landing", path="/"),
        Screen(name="lacak", path="/lacak"),
        Screen(name="lacak-hasil", path="/lacak/{kode}"),
        Screen(name="lacak-salah", path="/lacak?kode=SALAH-SALAH", status=404),
        Screen(name="masuk", path="/masuk"),
        Screen(name="masuk-galat", path="/masuk", sent="Masuk"),
        Screen(name="sop", path=sop),
        Screen(name="sop-naskah", path=f"{sop}?tampilan=naskah"),
        Screen(name="sop-masuk", path=sop, who="kadis"),
        Screen(name="sop-terkait", path="/sop/SOP-DISKOMINFO-002"),
        Screen(name="tidak-ditemukan", path="/tidak-ada", status=404),
        Screen(name="tidak-ditemukan-masuk", path="/tidak-ada", who="kasi", status=404),
    ]


def _work() -> list[Screen]:
    everybody = (
        *("opd", "opd_lain", "kadis", "kabid", "kasi"),
        *("analis", "analis2", "programmer", "programmer2", "tu", "admin"),
    )
    return [
        *(Screen(name=f"tugas-{username}", path="/tugas", who=username) for username in everybody),
        Screen(name="daftar", path="/permintaan", who="kasi"),
        Screen(name="daftar-opd", path="/permintaan", who="opd"),
        Screen(name="daftar-cari", path="/permintaan?q=Antrean+1", who="kasi"),
        Screen(name="daftar-kosong", path="/permintaan?q=tidak-ada-yang-begini", who="kasi"),
    ]


SCREENS = (*_public(), *_work(), *_permintaan(), *_steps())
