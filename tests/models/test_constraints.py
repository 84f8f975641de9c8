"""Every constraint is a sentence, and the database keeps its word."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import F

from loket.application.naskah.making import make_from
from loket.application.naskah.printing import print_naskah
from loket.application.notices import tell
from loket.application.office.kahar import Data as Declaration
from loket.application.office.kahar import declare, end
from loket.application.office.sop_draft import begin_draft
from loket.application.once import Sending, keep
from loket.application.seal import close_the_book
from loket.models.addendum import Addendum
from loket.models.bast import Bast
from loket.models.diskusi import Draft, Pesan
from loket.models.dokumen import Dokumen, DokumenVersi
from loket.models.entry import Entry, SealedHead
from loket.models.gitlab import (
    GitlabComment,
    GitlabConnection,
    GitlabMergeRequest,
    GitlabStateChange,
)
from loket.models.implementasi import ProgressNote, Uat
from loket.models.issue_gitlab import IssueGitlab
from loket.models.jeda import Jeda
from loket.models.kahar import Kahar
from loket.models.kantor import Counter, JadwalKerja, Kantor
from loket.models.naskah import AturanNaskah, Naskah, NaskahFile, TandaTangan
from loket.models.pendampingan import LaporanPendampingan
from loket.models.pengerjaan import Pengerjaan
from loket.models.penutupan import Penutupan
from loket.models.periksa import ButirPeriksa
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.perubahan import PerubahanData, PerubahanLingkup, SerahTerimaTugas
from loket.models.rapat import Kesepakatan, Rapat
from loket.models.sertifikat import Sertifikat
from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision
from loket.models.surat import Surat
from loket.models.tiket import Prioritas, Tiket
from loket.models.token import KeptAnswer, Token
from loket.models.user import Jabatan, User
from loket.models.usulan import Usulan
from tests.application.test_tokens import make
from tests.cast import NOW, Road
from tests.doings import do
from tests.models.heard import hear_from_gitlab

LONG_AGO = date(2000, 1, 1)
VERY_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
Model = type[models.Model]


def again(model: Model, which: Mapping[str, Any] | None = None, **changed: Any) -> None:
    """Insert a second copy of a row, with something changed."""
    row = model._default_manager.filter(**which or {})[:1].get()
    values = {field.attname: getattr(row, field.attname) for field in model._meta.fields}
    model._default_manager.create(**{**values, "id": None, **changed})


def change(model: Model, **values: Any) -> None:
    model._default_manager.update(**values)


def twice_open() -> None:
    again(Pengerjaan, attempt=8, done_at=None)
    again(Pengerjaan, attempt=9, done_at=None)


def paused_twice() -> None:
    again(Jeda, resumed_at=None)
    again(Jeda, resumed_at=None)


def two_changes() -> None:
    undone = {"version_id": None, "addendum_id": None}
    again(PerubahanLingkup, keputusan="", decided_at=None, **undone)
    again(PerubahanLingkup, keputusan="disetujui", **undone)


def runs_before_its_decision() -> None:
    decided = {"keputusan": "188/1/2026", "released_by": User.objects.first()}
    change(SopRevision, **decided, tanggal_penetapan=NOW.date(), tanggal_berlaku=LONG_AGO)


def twice_kahar() -> None:
    again(Kahar, until=None)
    again(Kahar, until=None)


def proposed_twice() -> None:
    again(Usulan)
    again(Usulan)


def sent_twice() -> None:
    change(Permintaan, submission_key="k")
    again(Permintaan, nomor="APL-2026-9999", kode_lacak="X")


def one_issue_of_two_tickets() -> None:
    again(Permintaan, nomor="APL-2026-9998", kode_lacak="Y", submission_key="")
    tiket = Tiket.objects.create(permintaan=Permintaan.objects.latest("pk"), opened_at=NOW)
    again(IssueGitlab, tiket_id=tiket.pk, ref=uuid4())


def numbered_alike(**changed: Any) -> None:
    """A second copy of a naskah that has its number, with something changed."""
    again(Naskah, {"jenis": "bast"}, **changed)


LEAD, PROGRAMMER = {"is_lead": True}, {"role": "programmer", "until_date": None}
BROKEN: Mapping[str, Callable[[], None]] = {
    "a_permintaan_is_paused_once": paused_twice,
    "a_suspension_has_a_cause": lambda: change(Jeda, alasan="ditangguhkan"),
    "a_permintaan_has_one_open_usulan": proposed_twice,
    "a_decided_usulan_says_when": lambda: change(Usulan, keputusan="gugur"),
    "a_person_decides_an_usulan": lambda: change(Usulan, keputusan="ditolak", decided_at=VERY_LONG_AGO),
    "of_what_has_ended_nobody_is_reminded": lambda: change(Permintaan, alarm_at=VERY_LONG_AGO),
    "an_addendum_puts_a_date_off": lambda: change(Addendum, menjadi=LONG_AGO),
    "a_destination_has_a_contact": lambda: change(Penutupan, tujuan="SRIKANDI", kontak=""),
    "a_jeda_ends_after_it_begins": lambda: change(Jeda, resumed_at=VERY_LONG_AGO),
    "a_revision_is_released_once": lambda: again(SopRevision),
    "a_revision_is_released_by_a_decision": lambda: change(SopRevision, keputusan="188/1/2026"),
    "a_revision_runs_after_its_decision": runs_before_its_decision,
    "an_sop_has_one_draft": lambda: again(SopDraft),
    "a_username_is_one_person": lambda: again(User, {"username": "kadis"}, username="KADIS"),
    "a_jabatan_ends_after_it_begins": lambda: change(Jabatan, until_date=LONG_AGO),
    "a_deputy_has_a_letter_and_an_end": lambda: change(Jabatan, kind="plh"),
    "a_permintaan_has_a_known_status": lambda: change(Permintaan, status="hilang"),
    "what_has_ended_says_when": lambda: change(Permintaan, ended_at=None),
    "a_form_is_sent_once": sent_twice,
    "a_person_has_one_current_place_of_a_role_in_a_team": lambda: again(Penugasan, PROGRAMMER),
    "a_team_has_one_lead_analyst": lambda: again(Penugasan, LEAD, role="programmer"),
    "a_permintaan_has_one_current_bast": lambda: again(Bast),
    "a_launch_ends_after_it_begins": lambda: change(Bast, launch_end=F("launch_start")),
    "the_opd_signs_after_the_dinas": lambda: change(Bast, dinas_at=None),
    "a_seq_is_used_once_in_a_chain": lambda: again(Entry),
    "a_seal_holds_a_head_once": lambda: again(SealedHead),
    "a_person_is_told_once_of_an_entry": lambda: again(Pesan),
    "a_person_has_one_draft_in_a_place": lambda: again(Draft),
    "a_permintaan_has_one_dokumen_of_a_kind": lambda: again(Dokumen),
    "a_version_number_is_used_once": lambda: again(DokumenVersi),
    "progress_is_at_most_all": lambda: change(ProgressNote, percent=101),
    "a_uat_round_is_held_once": lambda: again(Uat),
    "a_test_names_its_version_and_scenarios": lambda: change(Uat, skenario=[]),
    "a_decided_test_has_every_result": lambda: change(Uat, skenario=[{"hasil": "lulus"}, {"hasil": ""}]),
    "what_is_accepted_failed_nowhere": lambda: change(Uat, skenario=[{"hasil": "gagal"}]),
    "a_permintaan_answers_an_item_once": lambda: again(ButirPeriksa),
    "an_item_that_does_not_apply_says_why": lambda: change(
        ButirPeriksa, status="tidak_berlaku", keterangan=""
    ),
    "there_is_one_kantor": lambda: again(Kantor, id=2),
    "a_counter_counts_one_kind_in_one_year": lambda: again(Counter),
    "the_calendar_ends_after_it_begins": lambda: change(Kantor, calendar_until=LONG_AGO),
    "a_jadwal_ends_after_it_begins": lambda: change(JadwalKerja, valid_until=LONG_AGO),
    "a_permintaan_has_one_current_laporan": lambda: again(LaporanPendampingan),
    "a_missed_meeting_was_not_held": lambda: change(Rapat, missed_at=F("held_start")),
    "a_twin_is_carried_on_elsewhere": lambda: change(
        Penutupan, induk=F("permintaan"), carried_on=F("permintaan")
    ),
    "what_is_merged_is_carried_on": lambda: change(Penutupan, carried_on=F("permintaan")),
    "a_task_is_handed_to_another": lambda: change(SerahTerimaTugas, kepada=F("dari")),
    "a_changed_fact_differs": lambda: change(PerubahanData, menjadi=F("semula")),
    "a_permintaan_has_one_change_in_hand": two_changes,
    "a_decided_change_says_when": lambda: change(PerubahanLingkup, decided_at=None),
    "there_is_one_kahar_at_a_time": twice_kahar,
    "a_kahar_ends_after_it_begins": lambda: change(Kahar, until=VERY_LONG_AGO),
    "an_attempt_at_a_step_is_one_run": lambda: again(Pengerjaan),
    "a_permintaan_has_one_open_run": twice_open,
    "a_session_is_held_once": lambda: again(Rapat),
    "a_meeting_ends_after_it_begins": lambda: change(Rapat, planned_end=F("planned_start")),
    "agreed_work_ends_after_it_begins": lambda: change(Kesepakatan, implementasi_until=LONG_AGO),
    "a_permintaan_has_one_current_surat": lambda: again(Surat),
    "a_letter_number_is_used_once": lambda: numbered_alike(nomor="X", kode="X"),
    "a_written_number_is_used_once": lambda: numbered_alike(urut=99, kode="X"),
    "a_verification_code_is_one_naskah": lambda: numbered_alike(urut=99, nomor="X"),
    "an_entry_makes_a_kind_once": lambda: again(Naskah, {"jenis": "tanda_terima"}, kode="X"),
    "only_an_issued_naskah_has_a_number": lambda: change(Naskah, kode=""),
    "what_is_not_issued_is_a_draft": lambda: change(Naskah, state="berlaku"),
    "a_numbered_naskah_has_its_number_written": lambda: change(Naskah, nomor=""),
    "what_is_void_says_why": lambda: change(Naskah, state="dibatalkan"),
    "a_naskah_replaces_another": lambda: change(Naskah, menggantikan=F("id")),
    "a_naskah_is_printed_once": lambda: again(NaskahFile, {"kind": "cetakan"}),
    "a_party_signs_once": lambda: again(TandaTangan),
    "what_is_signed_has_its_file": lambda: change(TandaTangan, file=None),
    "a_person_has_one_valid_sertifikat": lambda: again(Sertifikat, serial="2"),
    "an_issue_belongs_to_one_ticket": one_issue_of_two_tickets,
    "an_issue_is_in_a_project": lambda: change(IssueGitlab, project_id=None),
    "there_is_one_gitlab_connection": lambda: again(GitlabConnection),
    "the_gitlab_connection_is_the_only_one": lambda: again(GitlabConnection, only=False),
    "a_paused_gitlab_was_paused_by_somebody": lambda: change(GitlabConnection, paused_at=NOW),
    "a_note_is_kept_once": lambda: again(GitlabComment),
    "a_merge_request_is_kept_once": lambda: again(GitlabMergeRequest),
    "a_state_change_is_kept_once": lambda: again(GitlabStateChange),
    "a_token_expires_after_it_is_made": lambda: change(Token, expires_at=F("created_at")),
    "a_key_has_one_answer": lambda: again(KeptAnswer),
    "another_level_has_a_reason": lambda: change(Prioritas, computed="rendah", decided="tinggi", reason=""),
}


def _models() -> list[Model]:
    return list(apps.get_app_config("loket").get_models())


def _refused_by(attempt: Callable[[], None]) -> str:
    """The name of the constraint that did not let it pass."""
    try:
        with transaction.atomic():
            attempt()
    except IntegrityError as error:
        return str(error.__cause__.diag.constraint_name)  # type: ignore[union-attr]  # psycopg's own error
    return "nothing"


def test_each_constraint_refuses_what_its_name_says(road: Road) -> None:
    _live_a_whole_life(road)

    refused = {name: _refused_by(attempt) for name, attempt in BROKEN.items()}

    assert refused == {name: name for name in BROKEN}


def test_every_constraint_of_the_models_is_tried() -> None:
    assert set(BROKEN) == {constraint.name for model in _models() for constraint in model._meta.constraints}


def test_every_row_has_words_for_people(road: Road) -> None:
    """Where a row is named, in a choice or a log, it is not named "Object (1)"."""
    _live_a_whole_life(road)

    rows = [row for model in _models() for row in model._default_manager.all()[:3]]

    assert [repr(row) for row in rows if not str(row) or "object (" in str(row)] == []
    assert len({type(row) for row in rows}) > 30


def _live_a_whole_life(road: Road) -> None:
    """One permintaan that has been through everything, so that every table has a row."""
    road.submit()
    road.walk_to("analisis")
    road.pause()
    road.resume()
    road.extend()
    do(road, "ganti_pic")
    road.walk_to("implementasi")
    do(road, "ganti_tim")
    do(road, "perubahan_ruang_lingkup")
    do(road, "putuskan_perubahan")
    do(road, "terapkan_perubahan")
    declare(Declaration(nomor="B/1/2026", alasan="Listrik padam."), actor=road.actor("kadis"), now=road.now)
    end(actor=road.actor("kadis"), now=road.now)
    begin_draft(actor=road.actor("kasi"), now=road.now)
    road.walk_to("selesai")
    Penutupan.objects.create(
        permintaan=road.permintaan, alasan="Dibatalkan.", by=road.people["kasi"], at=road.now
    )
    Usulan.objects.create(
        permintaan=road.permintaan, alarm="usul_batalkan", alasan="Sudah lama.", proposed_at=road.now
    )
    token, _ = make(road)
    keep(Sending(token_id=token.pk, key="k", digest="isi"), 200, "{}", road.now)
    entry = Entry.objects.get(subject=road.nomor, seq=1)
    tell("kabari_kantor", entry.pk, road.now)
    _write_papers(road)
    hear_from_gitlab(road)
    close_the_book(road.now)
    Draft.objects.create(
        user=road.people["opd"], place="baru", fields={}, begun_at=road.now, saved_at=road.now
    )


def _write_papers(road: Road) -> None:
    """A receipt in force and printed, a surat tugas that waits, and a certificate."""
    told = Entry.objects.filter(subject=road.nomor, kind__in=["surat.submitted", "tim.appointed"])
    for entry in told:
        make_from(entry.pk, road.now)
    print_naskah(Naskah.objects.get(jenis="tanda_terima").pk)
    AturanNaskah.objects.create(jenis="bast", klasifikasi="500.12")
    Sertifikat.objects.create(
        user=road.people["kadis"],
        serial="1",
        pkcs12=b"locked",
        valid_from=road.now,
        valid_until=road.now + timedelta(days=365),
    )
