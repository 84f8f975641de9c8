"""The demo once loaded: an office that looks alive, with a record that holds."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from loket.application import outbox
from loket.application.uploads import store
from loket.cli import demo
from loket.cli.demo import loading, walk
from loket.cli.demo.stories import stories
from loket.core.guards import GUARDS
from loket.core.process import may_perform
from loket.core.zone import ZONE
from loket.files.kinds import KINDS
from loket.files.pages import render_page
from loket.models.diskusi import Comment, Draft, Pesan
from loket.models.dokumen import Dokumen, DokumenVersi, Upload
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of
from loket.models.user import User
from tests.cloning import cloned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_loaded")]

LOADED_AT = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)


@pytest.fixture(scope="module")
def _loaded(django_db_setup: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database of this module, filled once; its tests only read."""
    with django_db_blocker.unblock(), cloned(django_db_setup):
        loading.load(LOADED_AT)
        yield


def named(short: str) -> Permintaan:
    return Permintaan.objects.get(nama_aplikasi__startswith=f"{short} (")


def local_day(moment: datetime | None) -> date | None:
    return moment.astimezone(ZONE).date() if moment else None


def test_a_permintaan_stands_at_every_step() -> None:
    standing = set(Permintaan.objects.exclude(status="dibatalkan").values_list("at_step", flat=True))

    assert standing == {*rules_of(Permintaan.objects.all()[0].sop_revision_id).steps, "selesai"}


def test_some_have_ended_in_each_their_way_and_some_wait() -> None:
    statuses = list(Permintaan.objects.exclude(status="berjalan").values_list("status", flat=True))

    assert sorted(statuses) == ["dialihkan", "dibatalkan", "menunggu", "menunggu", "selesai", "selesai"]
    assert named("SIMPEL PLAOSAN").waiting_on == "opd"
    assert named("PAJAK DESA").waiting_reason == "kementerian"
    assert named("SURAT DINAS").penutupan.tujuan == "SRIKANDI"


def test_the_second_meeting_is_today_and_the_first_is_written_up() -> None:
    permintaan = named("MAGETAN TOURISM")

    first, second = permintaan.rapat_set.all()

    assert (permintaan.sesi, first.keputusan, second.keputusan) == (2, "rapat_lagi", "")
    assert local_day(second.planned_start) == LOADED_AT.date()


def test_some_work_is_late_some_is_due_today_and_some_within_the_week() -> None:
    due = {name: local_day(named(name).due_at) for name in ("LAPOR BENCANA", "MONEV RENJA", "SI-RTLH")}

    assert due == {
        "LAPOR BENCANA": date(2026, 11, 18),
        "MONEV RENJA": date(2026, 11, 24),
        "SI-RTLH": date(2026, 11, 27),
    }


def test_the_gate_waits_for_the_original_letter() -> None:
    permintaan = named("SIPOSYANDU")
    sop = rules_of(permintaan.sop_revision_id)
    analyst = permintaan.penugasan_set.get(role="sistem_analis")
    actor = analyst.user.actor(LOADED_AT.date())
    team = frozenset((member.user_id, member.role) for member in permintaan.penugasan_set.all())

    verdict = may_perform(actor, sop, sop.bagian("analisis", "susun"), permintaan.facts(team=team))

    assert verdict.unmet == (GUARDS["surat_asli_diterima"].reason,)


def test_numbers_follow_the_order_in_which_letters_came() -> None:
    by_number = list(Permintaan.objects.order_by("nomor").values_list("created_at", flat=True))

    assert len(by_number) == len(stories())
    assert by_number == sorted(by_number)


def test_every_priority_has_its_level() -> None:
    levels = set(Permintaan.objects.exclude(priority="").values_list("priority", flat=True))

    assert levels == {"mendesak", "tinggi", "sedang"}


def test_every_entry_is_the_demos_and_none_lies_in_the_future() -> None:
    assert set(Entry.objects.values_list("source", flat=True)) == {"demo", "loket", "sistem"}
    assert not Entry.objects.filter(happened_at__gt=LOADED_AT).exists()


def test_nothing_is_left_to_do_but_to_print() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT task_name FROM procrastinate_jobs")
        assert cursor.fetchall() == [(outbox.PRINT,)]


def test_old_notices_are_read_and_new_ones_are_not() -> None:
    week = walk.office_calendar().last_closing_before(LOADED_AT.date() - timedelta(days=8))

    assert not Pesan.objects.filter(sent_at__lt=week, read_at=None).exists()
    assert Pesan.objects.filter(user__username="kadis", read_at=None, is_my_turn=True).exists()


def test_notices_speak_of_the_turn_that_it_was_then() -> None:
    told = Pesan.objects.filter(user__username="kabid", permintaan=named("ANTRIDUK"), is_my_turn=True)

    assert [pesan.judul.partition(":")[0] for pesan in told] == ["Disposisikan surat ke seksi"]


def test_people_discuss_and_the_office_has_its_internal_notes() -> None:
    assert Comment.objects.filter(is_internal=False).count() > 4
    assert set(Comment.objects.filter(is_internal=True).values_list("by__username", flat=True)) == {"kasi"}


def test_drafts_wait_for_their_writers() -> None:
    places = dict(Draft.objects.values_list("user__username", "place"))

    assert places == {"opd": "baru", "analis": f"{named('LAPOR BENCANA').nomor}/analisis/susun"}


def test_every_account_is_a_demo_account_with_the_known_password() -> None:
    people = User.objects.all()

    assert all(user.is_demo for user in people)
    assert all(user.check_password("loket-demo") for user in people.filter(username__in=("opd", "admin")))


def test_every_agency_of_the_sample_has_its_own_person() -> None:
    agencies = set(Permintaan.objects.values_list("opd_id", flat=True))

    assert set(User.objects.exclude(opd=None).values_list("opd_id", flat=True)) == agencies


def test_every_file_is_kept_and_can_be_read_page_by_page() -> None:
    uploads = list(Upload.objects.all())
    letter = DokumenVersi.objects.filter(dokumen__jenis=Dokumen.Jenis.SURAT)[0].upload

    others = [upload for upload in uploads if not upload.name.startswith("Pindaian")]
    assert len({upload.sha256 for upload in others}) == len(others)
    assert all(upload.pages for upload in uploads)
    assert all(store().exists(upload.sha256) for upload in uploads)
    assert render_page(store().path(letter.sha256), KINDS[letter.mime], 1, width=400)


def test_a_returned_document_has_a_second_version() -> None:
    versions = DokumenVersi.objects.filter(
        dokumen__permintaan=named("ANTRIDUK"), dokumen__jenis=Dokumen.Jenis.SPESIFIKASI
    )

    assert list(versions.values_list("versi", flat=True)) == ["1.1", "1.0"]


def test_a_second_load_says_so_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = Entry.objects.count()

    assert demo.run(["load"]) == 0

    assert capsys.readouterr().out == "The demo data is loaded already; nothing was changed.\n"
    assert Entry.objects.count() == before
