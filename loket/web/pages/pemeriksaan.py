"""What the nightly comparison of rows and record has found, for the admin."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from loket.core.zone import ZONE
from loket.queries.office import Examined, last_examination
from loket.web import formats
from loket.web.components.feedback import Banner
from loket.web.components.navigation import Crumb
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.office.access import admin_only
from loket.web.request import Request

PAGE = "pemeriksaan"


@admin_only
@require_safe
def page(request: Request) -> HttpResponse:
    examined = last_examination()
    context = {
        "crumbs": (Crumb("Kalender kerja", reverse("kalender")), Crumb("Pemeriksaan")),
        "banner": banner_of(examined),
        "table": _table(examined) if examined.found else None,
    }
    return render(request, "office/pemeriksaan.html", context)


def banner_of(examined: Examined) -> Banner:
    """One line that says when the rows were compared last, and how it went."""
    if examined.at is None:
        return Banner(text="Pemeriksaan pertama berjalan malam ini.", title="Belum diperiksa")
    when = formats.full_datetime(examined.at.astimezone(ZONE))
    if not examined.found:
        title = "Seluruh waktu dan keadaan sesuai dengan catatan"
        return Banner(title=title, text=f"Diperiksa {when}.", kind="beres")
    title = f"{formats.number(examined.found)} selisih antara data dan catatan"
    text = f"Diperiksa {when}. Jalankan loket verify, lalu hubungi pengelola sistem."
    return Banner(
        title=title, text=text, kind="gawat", link_text="Lihat selisih", link_url=reverse("pemeriksaan")
    )


def _table(examined: Examined) -> Table:
    return Table(
        caption="Selisih yang ditemukan",
        columns=(Column("Nomor"), Column("Selisih")),
        rows=tuple(
            TableRow((Cell(one["nomor"]), Cell(formats.capital(one["what"])))) for one in examined.differences
        ),
        dense=True,
    )
