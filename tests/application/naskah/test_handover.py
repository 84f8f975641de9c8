"""The BAST is signed by both parties in their order, by certificate or on paper, and only then the step is done."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from loket.application.errors import Invalid, Overtaken, Refused
from loket.application.naskah.certified import Typed, WrongSecret, sign_by
from loket.application.naskah.recording import Proof
from loket.application.naskah.step_signing import Place, sign_paper
from loket.application.perform import perform
from loket.application.steps.s10_serah_terima import Confirmation
from loket.integrations.esign.problems import CertificateMissing
from loket.models.bast import Bast
from loket.models.entry import Entry
from loket.models.naskah import Naskah, NaskahFile, TandaTangan
from loket.models.sertifikat import Sertifikat
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.papers import draft, issue, make_all, scan, void
from tests.signing import TYPED, WRONG, Keys

At = Callable[..., Road]
DINAS = Confirmation(outcome="ditandatangani", is_agreed=True)
OPD = Confirmation(outcome="diserahkan", is_agreed=True)


@pytest.fixture
def road(at: At, keys: Keys) -> Road:
    """At the first signature, with certificates for both who sign."""
    road = at("serah_terima", "ttd_dinas")
    for username in ("kadis", "opd"):
        keys.give(road.people[username])
    return road


def paper(road: Road) -> Naskah:
    return Naskah.objects.filter(permintaan=road.permintaan, jenis="bast").latest("pk")


def signed(
    road: Road, username: str, data: Confirmation, *, typed: Typed = TYPED, seen: int | None = None
) -> NaskahFile:
    """The file, signed before the step."""
    one = road.permintaan
    place = Place(
        nomor=one.nomor,
        step="serah_terima",
        bagian=one.at_bagian,
        seen=one.revision if seen is None else seen,
        paper_version=paper(road).version,
    )
    data = replace(data, proof=Proof(file_id=0))
    return sign_paper(
        place, paper(road), "internal", typed, data=data, actor=road.actor(username), now=road.now
    )


def send(road: Road, username: str, data: Confirmation, **proof: object) -> Entry:
    one = road.permintaan
    return perform(
        nomor=one.nomor,
        step_key="serah_terima",
        bagian=one.at_bagian,
        actor=road.actor(username),
        data=replace(data, proof=Proof(**proof)),  # type: ignore[arg-type]  # by name
        seen=one.revision,
        now=road.now,
    )


def on_paper(road: Road, username: str) -> dict[str, object]:
    return {"upload_id": road.upload(username), "nomor": paper(road).nomor}


def name_second(road: Road, nama: str) -> None:
    """Print somebody else as the second party."""
    draft(road, "bast", naskah_id=paper(road).pk, isian={**paper(road).isian, "pihak_kedua": nama})


def test_both_parties_sign_by_certificate_one_after_the_other(road: Road) -> None:
    name_second(road, "Hj. NUR HIDAYATI, S.Sos.")
    first = signed(road, "kadis", DINAS)
    send(road, "kadis", DINAS, file_id=first.pk)
    assert (paper(road).state, road.permintaan.at_bagian) == ("menunggu", "ttd_opd")
    road.wait_until_possible()
    second = signed(road, "opd", OPD)
    entry = send(road, "opd", OPD, file_id=second.pk)

    assert (paper(road).state, road.permintaan.at_step) == ("berlaku", "status_gitlab")
    assert list(TandaTangan.objects.values_list("file", flat=True)) == [first.pk, second.pk]
    assert entry.particulars["sha256"] == second.sha256
    assert "berita_acara" not in make_all(road)


def test_somebody_else_of_the_opd_does_not_sign_as_the_second_party(road: Road) -> None:
    name_second(road, "Hartono")
    send(road, "kadis", DINAS, file_id=signed(road, "kadis", DINAS).pk)
    road.wait_until_possible()

    with nothing_changes(), pytest.raises(Refused) as refused:
        signed(road, "opd", OPD)

    assert refused.value.verdict.unmet == (
        (
            "Sertifikat ini atas nama Nur Hidayati, sedangkan penanda tangan yang tercetak adalah Hartono."
            " Tanda tangan ini tidak dicatat."
            " Naskah dapat dicetak, ditandatangani yang bersangkutan, lalu diunggah pindaiannya."
        ),
    )
    assert NaskahFile.objects.filter(kind="tte").count() == 1


def test_the_second_party_may_sign_the_print_by_hand(road: Road) -> None:
    send(road, "kadis", DINAS, file_id=signed(road, "kadis", DINAS).pk)
    road.wait_until_possible()

    send(road, "opd", OPD, **on_paper(road, "opd"))

    assert paper(road).state == "berlaku"
    assert list(NaskahFile.objects.filter(naskah=paper(road)).values_list("kind", flat=True)) == [
        "cetakan",
        "tte",
        "pindaian",
    ]


def test_both_parties_sign_on_paper(road: Road) -> None:
    issue(road, paper(road), "tu")
    send(road, "kadis", DINAS, **on_paper(road, "kadis"))
    road.wait_until_possible()
    send(road, "opd", OPD, **on_paper(road, "opd"))

    assert paper(road).state == "berlaku"
    assert Bast.objects.get().opd_by == road.people["opd"]


def test_a_wrong_passphrase_leaves_the_step_undone_and_nothing_recorded(road: Road) -> None:
    with pytest.raises(WrongSecret):
        signed(road, "kadis", DINAS, typed=WRONG)

    assert road.permintaan.at_bagian == "ttd_dinas"
    assert not NaskahFile.objects.filter(kind="tte").exists()
    assert not TandaTangan.objects.exclude(signed_at=None).exists()
    assert paper(road).urut == 1
    assert signed(road, "kadis", DINAS).naskah.urut == 1


def test_what_would_stop_the_step_stops_the_signature(road: Road) -> None:
    with nothing_changes(), pytest.raises(Invalid) as invalid:
        signed(road, "kadis", replace(DINAS, is_agreed=False))
    assert list(invalid.value.problems) == ["is_agreed"]
    with nothing_changes(), pytest.raises(Invalid) as invalid:
        signed(road, "kadis", replace(DINAS, is_agreed=False), typed=Typed(passphrase=""))
    assert list(invalid.value.problems) == ["is_agreed", "passphrase"]
    with nothing_changes(), pytest.raises(Refused):
        signed(road, "kasi", DINAS)
    with nothing_changes(), pytest.raises(Overtaken):
        signed(road, "kadis", DINAS, seen=1)


def test_without_a_certificate_no_number_is_used(road: Road) -> None:
    Sertifikat.objects.all().delete()

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        signed(road, "kadis", DINAS)

    assert invalid.value.problems["passphrase"] == [CertificateMissing.text]
    assert paper(road).nomor == ""


def test_the_second_party_does_not_sign_first(road: Road) -> None:
    issue(road, paper(road), "tu", cara="internal")

    with nothing_changes(), pytest.raises(Refused) as refused:
        sign_by(paper(road).pk, TYPED, actor=road.actor("opd"), now=road.now)
    assert refused.value.verdict.unmet[0] == "Naskah ini ditandatangani Kepala Dinas atau Kepala Bidang TIK."

    send(road, "kadis", DINAS, file_id=signed(road, "kadis", DINAS).pk)
    with nothing_changes(), pytest.raises(Refused) as refused:
        sign_by(paper(road).pk, TYPED, actor=road.actor("kadis"), now=road.now)
    assert refused.value.verdict.unmet == ("PIHAK KEDUA ditandatangani oleh OPD yang mengajukan permintaan.",)


def test_without_a_number_nothing_is_signed(road: Road) -> None:
    upload = road.upload("kadis")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        send(road, "kadis", DINAS, upload_id=upload)

    assert invalid.value.problems == {
        "outcome": ["Terbitkan berita acara lebih dahulu agar bernomor, lalu tanda tangani."]
    }


def test_the_step_is_the_only_place_where_it_is_signed_or_sent_back(road: Road) -> None:
    naskah = issue(road, paper(road), "tu")
    upload = road.upload("kadis")
    with nothing_changes(), pytest.raises(Refused) as refused:
        scan(road, naskah, "kadis", upload_id=upload)
    assert refused.value.verdict.unmet == (
        "Berita acara serah terima ditandatangani pada langkah serah terima.",
    )
    send(road, "kadis", DINAS, upload_id=upload, nomor=naskah.nomor)

    with nothing_changes(), pytest.raises(Refused) as refused:
        void(road, naskah)
    assert refused.value.verdict.unmet == ("Berita acara ini dikembalikan pada langkah serah terima.",)


def test_what_is_sent_back_keeps_its_number_and_the_next_has_another(road: Road) -> None:
    first = issue(road, paper(road), "tu")
    send(road, "kadis", Confirmation(outcome="dikembalikan", catatan="Nama penerima keliru."))
    road.walk_to("serah_terima", "ttd_dinas")
    second = issue(road, paper(road), "tu")

    first.refresh_from_db()
    assert (first.state, first.urut, second.urut) == ("dibatalkan", 1, 2)
    assert first.ended_because == "Nama penerima keliru."


def test_its_draft_is_changed_and_there_is_one_of_it(road: Road) -> None:
    typed = {**paper(road).isian, "saksi": "Sri Wahyuni"}
    changed = draft(road, "bast", naskah_id=paper(road).pk, isian=typed)
    assert changed.isian["saksi"] == "Sri Wahyuni"

    with nothing_changes(), pytest.raises(Refused) as refused:
        draft(road, "bast", isian=typed)

    assert refused.value.verdict.unmet == ("Berita acara serah terima sudah disiapkan.",)
