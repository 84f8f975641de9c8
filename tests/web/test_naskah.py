"""The naskah of a permintaan in the browser: whose business each page is, and that nothing typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest

from loket.application.naskah.printing import print_naskah
from loket.models.naskah import Naskah
from loket.web.step_links import step_url
from tests.cast import Road
from tests.papers import INVITATION, MEMO, again, draft, issue, issued, make_all, scan, void
from tests.web.reading_forms import forms_on
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

At = Callable[..., Road]


@pytest.fixture
def road(road: Road) -> Road:
    road.submit()
    return road


def page_of(road: Road) -> str:
    return f"/permintaan/{road.nomor}/naskah"


def kinds_offered(road: Road, username: str) -> list[str]:
    links = Reader(road, username).get(page_of(road)).context["kinds"]
    return [label for label, _ in links]


def version_on(answer: Any) -> str:
    return next(form.answers["version"][0] for form in forms_on(answer) if "version" in form.answers)


def test_the_list_shows_each_with_its_number_and_state(road: Road) -> None:
    memo = issued(road)
    draft(road, "surat_undangan")

    words = text_of(Reader(road, "tu").get(page_of(road)))

    assert f"Nota dinas {memo.nomor}, 2 Mar, menunggu tanda tangan" in words
    assert "Surat undangan 2 Mar, konsep" in words


def test_the_list_is_not_for_strangers_and_its_drafts_are_for_the_office(road: Road) -> None:
    draft(road, "surat_undangan")

    assert Reader(road, "opd_lain").get(page_of(road)).status_code == 404
    assert Reader(road, "admin").get(page_of(road)).status_code == 404
    assert "Belum ada naskah dinas." in text_of(Reader(road, "opd").get(page_of(road)))
    assert kinds_offered(road, "opd") == []


def test_the_lists_ask_as_often_for_three_as_for_one(road: Road) -> None:
    reader = Reader(road, "tu")
    issued(road)
    one = reader.queries(page_of(road))

    issued(road)
    issued(road)

    assert reader.queries(page_of(road)) == one


def test_only_what_makes_sense_is_offered(road: Road, at: At) -> None:
    assert kinds_offered(road, "tu") == ["Surat undangan", "Nota dinas"]

    finished = at("selesai")

    assert kinds_offered(finished, "tu") == ["Nota dinas"]
    url = f"{page_of(finished)}/baru/surat_undangan"
    assert Reader(finished, "tu").get(url).status_code == 404


@pytest.mark.parametrize("wanted", ("9" * 30, "9" * 5000, "0", "-1", "x", "\u0661"))
def test_what_is_to_be_replaced_is_a_naskah_that_holds(road: Road, wanted: str) -> None:
    url = f"{page_of(road)}/baru/nota_dinas"

    assert Reader(road, "kasi").get(url, ganti=wanted).status_code == 404


def test_the_link_that_replaces_leads_to_a_page(road: Road) -> None:
    old = issued(road)
    reader = Reader(road, "kasi")
    assert reader.get(f"/naskah/{old.pk}").context["replace_url"] == ""
    scan(road, old)

    url = reader.get(f"/naskah/{old.pk}").context["replace_url"]
    page = reader.get(url)
    assert f"Menggantikan {old.nomor}." in text_of(page)

    assert reader.post(url, **MEMO).status_code == 302
    assert Naskah.objects.latest("pk").menggantikan == old
    assert reader.get(f"/naskah/{old.pk}").context["replace_url"] == ""
    assert reader.get(url).status_code == 404


def test_a_handover_and_an_addendum_that_hold_are_replaced_from_their_page(at: At) -> None:
    road = at("pendampingan")
    road.extend(nomor="")
    make_all(road)
    addendum = issue(road, Naskah.objects.get(jenis="addendum"), "kadis")
    scan(road, addendum, "kadis")
    scan(road, addendum, "opd")
    reader = Reader(road, "kadis")

    for naskah in (addendum, Naskah.objects.get(jenis="bast")):
        page = reader.get(f"/naskah/{naskah.pk}")
        assert page.context["void_url"] == "" or naskah == addendum
        assert reader.get(page.context["replace_url"]).status_code == 200


def test_what_was_typed_for_a_new_draft_stays_on_error(road: Road) -> None:
    reader, url = Reader(road, "tu"), f"{page_of(road)}/baru/surat_undangan"

    refused = reader.post(url, **{**INVITATION, "kepada": "", "acara": "Rapat yang kami ketik"})

    assert refused.status_code == 422
    assert 'value="Rapat yang kami ketik"' in refused.content.decode()
    assert reader.post(url, **INVITATION).headers["Location"] == f"/naskah/{Naskah.objects.get().pk}"


@pytest.mark.parametrize("jenis", ("surat_tugas", "tanda_terima", "surat_cinta"))
def test_a_kind_that_cannot_be_drafted_now_has_no_page(road: Road, jenis: str) -> None:
    assert Reader(road, "tu").get(f"{page_of(road)}/baru/{jenis}").status_code == 404


def test_a_naskah_is_shown_to_those_of_its_permintaan(road: Road) -> None:
    letter = issued(road, "surat_undangan")
    scan(road, letter, "tu")
    memo = draft(road)

    for username in ("tu", "kadis", "kasi", "opd"):
        assert letter.nomor in text_of(Reader(road, username).get(f"/naskah/{letter.pk}"))
    for username in ("opd_lain", "admin", "analis"):
        for place in ("", "/pdf", "/halaman/1", "/ubah", "/terbitkan", "/tanda-tangan", "/batalkan"):
            assert Reader(road, username).get(f"/naskah/{letter.pk}{place}").status_code == 404
    assert Reader(road, "opd").get(f"/naskah/{memo.pk}").status_code == 404


def test_its_page_asks_as_often_with_one_party_as_with_two(at: At) -> None:
    road = at("analisis", "susun")
    road.extend(nomor="")
    make_all(road)
    two = issue(road, Naskah.objects.get(jenis="addendum"), "kadis")
    one = issued(road, "surat_undangan")
    for naskah in (one, two):
        print_naskah(naskah.pk)
    reader = Reader(road, "kasi")

    assert reader.queries(f"/naskah/{two.pk}") == reader.queries(f"/naskah/{one.pk}")


def test_the_pdf_is_the_kept_file_and_a_draft_is_marked(road: Road) -> None:
    memo, reader = draft(road), Reader(road, "kasi")

    before = reader.get(f"/naskah/{memo.pk}/pdf")
    assert (before.status_code, before.headers["Content-Type"]) == (200, "application/pdf")
    issue(road, memo)
    kept = print_naskah(memo.pk)

    after = reader.get(f"/naskah/{memo.pk}/pdf")
    assert len(b"".join(after.streaming_content)) == kept.size


def test_a_draft_is_changed_by_those_who_draft_it(road: Road) -> None:
    memo, reader = draft(road), Reader(road, "tu")
    url = f"/naskah/{memo.pk}/ubah"
    version = version_on(reader.get(url))

    refused = reader.post(url, **{**MEMO, "hal": "", "isi": "Kata-kata kami", "version": version})
    assert refused.status_code == 422
    assert "Kata-kata kami" in refused.content.decode()

    assert reader.post(url, **{**MEMO, "hal": "Hal baru", "version": version}).status_code == 302
    assert again(memo).hal == "Hal baru"
    assert Reader(road, "opd").get(url).status_code == 404
    issue(road, memo)
    assert reader.get(url).status_code == 404


def test_whoever_changes_after_another_reads_the_other_first(road: Road) -> None:
    memo = draft(road)
    url = f"/naskah/{memo.pk}/ubah"
    first, second = Reader(road, "tu"), Reader(road, "kasi")
    version = version_on(first.get(url))
    first.post(url, **{**MEMO, "hal": "Dari Tata Usaha", "version": version})

    late = second.post(url, **{**MEMO, "hal": "Dari Kepala Seksi", "version": version})

    assert (late.status_code, again(memo).hal) == (409, "Dari Tata Usaha")
    assert "sudah mengubah konsep naskah ini pukul 09.00." in text_of(late)
    assert 'value="Dari Kepala Seksi"' in late.content.decode()
    assert f"/naskah/{memo.pk}/halaman/1" in late.content.decode()
    assert second.post(url, **{**MEMO, "hal": "Keduanya", "version": version_on(late)}).status_code == 302
    assert again(memo).hal == "Keduanya"


def test_what_is_issued_is_what_its_page_showed(road: Road) -> None:
    letter, reader = draft(road, "surat_undangan"), Reader(road, "kadis")
    url = f"/naskah/{letter.pk}/terbitkan"
    version = version_on(reader.get(url))
    draft(road, "surat_undangan", "tu", naskah_id=letter.pk, isian={**INVITATION, "acara": "Lain"})

    late = reader.post(url, cara="basah", version=version)

    assert (late.status_code, again(letter).nomor) == (409, "")
    assert "Cetakan di bawah sudah yang terbaru." in text_of(late)
    assert reader.post(url, cara="basah", version=version_on(late)).status_code == 302
    assert "Lain" in str(again(letter).isi)


def test_only_those_who_may_issue_are_asked_how(road: Road) -> None:
    memo = draft(road)
    url = f"/naskah/{memo.pk}/terbitkan"

    assert Reader(road, "kabid").get(url).status_code == 404
    refused = Reader(road, "kabid").post(url, cara="basah", version=memo.version)
    assert (refused.status_code, again(memo).nomor) == (422, "")
    assert "Naskah ini ditandatangani Kepala Seksi" in text_of(refused)
    assert Reader(road, "tu").post(url, cara="basah", version=memo.version).status_code == 302
    assert Reader(road, "tu").get(url).status_code == 404


def test_only_those_whose_turn_it_is_are_asked_to_sign(road: Road) -> None:
    memo = issued(road, cara="internal")

    assert Reader(road, "kasi").get(f"/naskah/{memo.pk}/tanda-tangan").status_code == 200
    for username in ("tu", "kabid"):
        assert Reader(road, username).get(f"/naskah/{memo.pk}/tanda-tangan").status_code == 404


def test_a_naskah_is_voided_with_a_reason_by_those_who_may(road: Road) -> None:
    memo = issued(road)
    url, reader = f"/naskah/{memo.pk}/batalkan", Reader(road, "tu")
    page = text_of(reader.get(url))
    assert "Tetap tercatat bersama nomornya, dan tidak tampil pada halaman verifikasi." in page

    refused = reader.post(url, alasan=" ")
    assert (refused.status_code, again(memo).state) == (422, "menunggu")

    scan(road, memo)
    assert reader.get(url).status_code == 404
    typed = reader.post(url, alasan="Salah nama penerima.")
    assert (typed.status_code, again(memo).state) == (422, "berlaku")
    assert "Salah nama penerima." in typed.content.decode()
    kasi = Reader(road, "kasi")
    assert kasi.post(url, alasan="Salah nama penerima.").status_code == 302
    assert "Salah nama penerima." in text_of(kasi.get(f"/naskah/{memo.pk}"))
    assert kasi.get(url).status_code == 404


def test_a_void_handover_in_its_step_says_so_and_leads_to_a_new_draft(at: At) -> None:
    road = at("serah_terima", "ttd_dinas")
    void(road, issue(road, Naskah.objects.get(jenis="bast"), "tu"))
    reader, url = Reader(road, "kadis"), step_url(road.nomor, "serah_terima")

    page = reader.get(url)

    assert "Berita acara dibatalkan atau belum disiapkan." in text_of(page)
    assert "Tanda tangani berita acara" not in text_of(page)
    new = f"{page_of(road)}/baru/bast"
    assert f'href="{new}"' in page.content.decode()
    assert reader.get(new).status_code == 200
    sent = {"bagian": "ttd_dinas", "seen": road.permintaan.revision, "is_agreed": "on"}
    refused = reader.post(url, outcome="ditandatangani", **sent)
    assert refused.status_code == 422
    assert "Siapkan konsepnya, lalu tanda tangani." in text_of(refused)
