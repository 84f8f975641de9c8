import pytest

from loket.application import notices
from loket.application.errors import Invalid
from loket.application.naskah.unmade import tell_why
from loket.application.office.kahar import Data as Decree
from loket.application.office.kahar import declare
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.queries.notices import PAGE
from tests.cast import Road
from tests.deputies import deputise
from tests.web.reading_forms import form_at, forms_on
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

URL = "/pemberitahuan"


def tell(road: Road) -> Pesan:
    """Kadis is told that a new letter waits for a disposisi."""
    road.submit()
    entry = Entry.objects.filter(permintaan__nomor=road.nomor).latest("seq")
    notices.tell("kabari_giliran", entry.pk, road.now)
    return Pesan.objects.latest("pk")


def test_a_notice_says_what_waits_where_and_since_when(road: Road) -> None:
    tell(road)

    words = text_of(Reader(road, "kadis").get(URL))

    assert "1 belum dibaca." in words
    assert (
        "Disposisikan surat permintaan: Antrean Daring APL-2026-0001 · Hari ini, 09.00 Giliran Anda" in words
    )


def test_opening_a_notice_reads_it_and_leads_to_its_permintaan(road: Road) -> None:
    pesan, reader = tell(road), Reader(road, "kadis")
    form = form_at(reader.get(URL), f"{URL}/{pesan.pk}/buka")

    answer = reader.post(form.action)

    pesan.refresh_from_db()
    assert (answer.headers["Location"], pesan.read_at) == (f"/permintaan/{road.nomor}", road.now)


def test_what_is_read_is_a_plain_link(road: Road) -> None:
    tell(road)
    Pesan.objects.update(read_at=road.now)

    answer = Reader(road, "kadis").get(URL)

    assert (
        f'<a href="/permintaan/{road.nomor}">Disposisikan surat permintaan: Antrean Daring</a>'
        in answer.content.decode()
    )
    assert [form.action for form in forms_on(answer) if form.action.startswith(URL)] == []
    assert "Semua sudah dibaca." in text_of(answer)


def test_one_notice_can_be_marked_without_opening_it(road: Road) -> None:
    first, second, reader = tell(road), tell(road), Reader(road, "kadis")

    answer = reader.post(f"{URL}/{first.pk}/dibaca")

    assert answer.headers["Location"] == URL
    assert list(Pesan.objects.filter(read_at=None)) == [second]


def test_all_notices_can_be_marked_at_once(road: Road) -> None:
    tell(road)
    tell(road)
    reader = Reader(road, "kadis")

    reader.post(f"{URL}/dibaca")

    assert Pesan.objects.filter(read_at=None).count() == 0
    assert "2 pemberitahuan ditandai sudah dibaca." in text_of(reader.get(URL))


@pytest.mark.parametrize("act", ("buka", "dibaca"))
@pytest.mark.parametrize("username", ("kasi", "opd", "admin"))
def test_nobody_touches_the_notices_of_others(road: Road, username: str, act: str) -> None:
    pesan = tell(road)

    answer = Reader(road, username).post(f"{URL}/{pesan.pk}/{act}")

    pesan.refresh_from_db()
    assert (answer.status_code, pesan.read_at) == (404, None)


@pytest.mark.parametrize("path", ("999999999999999999/buka", "0/buka", "x/dibaca", f"{'9' * 30}/dibaca"))
def test_a_notice_that_is_none_is_not_found(road: Road, path: str) -> None:
    assert Reader(road, "kadis").post(f"{URL}/{path}").status_code == 404


def test_reading_the_list_reads_no_notice(road: Road) -> None:
    pesan = tell(road)
    reader = Reader(road, "kadis")
    answers = [reader.get(URL), reader.get(f"{URL}/{pesan.pk}/buka"), reader.get(f"{URL}/dibaca")]

    pesan.refresh_from_db()
    assert ([answer.status_code for answer in answers], pesan.read_at) == ([200, 405, 405], None)


def test_whoever_was_told_nothing_is_told_why(road: Road) -> None:
    words = text_of(Reader(road, "kasi").get(URL))

    assert "Belum ada pemberitahuan. Loket memberi tahu Anda saat ada giliran atau kabar permintaan." in words


def test_many_notices_come_page_by_page(road: Road) -> None:
    for _ in range(PAGE + 2):
        tell(road)
    reader = Reader(road, "kadis")
    first = reader.get(URL)

    link = first.content.decode().partition('" rel="next">')[0].rpartition('href="')[2]
    second = reader.get(f"{URL}{link}")

    assert [text_of(answer).count("APL-2026-") for answer in (first, second)] == [PAGE, 2]
    assert 'rel="next"' not in second.content.decode()


def test_the_bell_counts_for_its_owner(road: Road) -> None:
    tell(road)

    def bell(username: str) -> bool:
        return "Pemberitahuan, 1 belum dibaca" in Reader(road, username).get("/akun").content.decode()

    assert (bell("kadis"), bell("kasi")) == (True, False)


def test_the_whole_page_costs_the_same_with_one_and_with_three_notices(road: Road) -> None:
    tell(road)
    one = Reader(road, "kadis").queries(URL)
    tell(road)
    tell(road)

    assert (one, Reader(road, "kadis").queries(URL)) == (5, 5)


def test_a_notice_about_the_whole_office_leads_to_its_page(road: Road) -> None:
    deputise(road)
    declare(Decree(nomor="188/7/2026", alasan="Listrik padam."), actor=road.actor("kabid"), now=road.now)
    notices.tell("kabari_yang_digantikan", Entry.objects.latest("pk").pk, road.now)
    pesan, reader = Pesan.objects.get(), Reader(road, "kadis")

    page = reader.get(URL)
    answer = reader.post(form_at(page, f"{URL}/{pesan.pk}/buka").action)

    assert "menyatakan keadaan kahar Keadaan kahar · Hari ini, 09.00" in text_of(page)
    assert answer.headers["Location"] == "/kantor/kahar"


def test_what_loket_could_not_write_leads_the_admin_to_the_settings(road: Road) -> None:
    road.submit()
    tell_why(Entry.objects.get(subject=road.nomor), Invalid({"naskah": ["Nomor sudah dipakai."]}), road.now)
    reader = Reader(road, "admin")

    page = reader.get(URL)

    assert f"Naskah untuk {road.nomor} belum dapat dibuat. Nomor sudah dipakai. Pengaturan naskah" in text_of(
        page
    )
    form = form_at(page, f"{URL}/{Pesan.objects.get().pk}/buka")
    assert reader.post(form.action).headers["Location"] == "/kantor/naskah"
