"""The people of the demo at work: each deed of the plan by its lawful person, at its own moment."""

from collections.abc import Mapping
from concurrent.futures import Future
from datetime import date, datetime, timedelta

from loket.application.act import act
from loket.application.acts import ACTS
from loket.application.acts.diskusi import Data as Words
from loket.application.draft_rows import NEW, place_of
from loket.application.drafts import save_draft
from loket.application.steps.s01_surat import Data as SuratData
from loket.application.submit import submit
from loket.application.uploads import note
from loket.cli.demo import walk
from loket.cli.demo.days import Days
from loket.cli.demo.filing import letter_of
from loket.cli.demo.letters import IN_STEP, Desk, scanned_bast
from loket.cli.demo.plan import Deed, Plan
from loket.cli.demo.stops import What
from loket.cli.demo.stories import Remark, Story, Turn, Unsent
from loket.cli.demo.telling import tell_at_once
from loket.core.actor import Actor
from loket.core.calendar import CalendarNotFilled
from loket.files.intake import Accepted
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.models.user import User

SOURCE = "demo"
UNSIGNED = 10
"""Working days for which a draft still waits for its signature."""
SENT_ELSEWHERE = ("whatsapp", "email")
"""Channels by which a letter comes to tata usaha, who registers it for the OPD."""


class Troupe:
    def __init__(
        self, plan: Plan, people: Mapping[str, User], days: Days, files: Mapping[int, Future[Accepted]]
    ) -> None:
        self.plan, self.people, self.days, self.files = plan, people, days, files
        self.numbers: dict[Story, str] = {}

    def play(self) -> None:
        for number, deed in enumerate(self.plan.deeds):
            self._do(number, deed)
            self._write(deed)
            tell_at_once(self.numbers[deed.story], deed.at)

    def leave_draft(self, draft: Unsent) -> None:
        """Something that its writer has typed and not sent."""
        story = next((story for story in self.numbers if story.short == draft.tempat), None)
        place = place_of(self.numbers[story], *draft.langkah.split(".")) if story else NEW
        at = self.days.moment(0, 90)
        save_draft(
            user_id=self.people[draft.akun].pk,
            place=place,
            fields={name: [value] for name, value in draft.isian.items()},
            actor=self._actor(draft.akun, at),
            now=at,
        )

    def _do(self, number: int, deed: Deed) -> None:
        story, at = deed.story, deed.at
        match deed.what:
            case What.SUBMIT:
                self._submit(number, deed)
            case What.RECEIVE:
                walk.receive_letter(self.numbers[story], now=at, people=self.people)
            case What.BEGIN:
                walk.begin(self.numbers[story], now=at)
            case What.PERFORM:
                walk.finish(
                    self.numbers[story],
                    now=at,
                    keep=lambda jenis: self._uploaded(number, deed, jenis),
                    people=self.people,
                    outcome=deed.outcome,
                    wishes=self.plan.wishes[story],
                )
            case What.SAY if deed.remark:
                self._say(deed, deed.remark)
            case What.ACT if story.tindakan:
                self._act(deed, story.tindakan)

    def _submit(self, number: int, deed: Deed) -> None:
        story = deed.story
        username = "tu" if story.surat.kanal in SENT_ELSEWHERE else story.pic.akun
        opd = self.people[story.pic.akun].opd_id
        actor = self._actor(username, deed.at)
        upload = note(self.files[number].result(), actor=actor, now=deed.at)
        permintaan = submit(
            actor=actor,
            opd_id=opd,
            data=self._letter(deed, upload.pk),
            now=deed.at,
            begun_at=deed.at - timedelta(minutes=8),
            source=SOURCE,
        )
        self.numbers[story] = permintaan.nomor

    def _letter(self, deed: Deed, upload_id: int) -> SuratData:
        story = deed.story
        nomor_surat, day = letter_of(story, deed, self.days)
        return SuratData(
            nama_aplikasi=story.nama,
            kebutuhan=story.kebutuhan,
            alasan=story.alasan,
            layanan=story.layanan,
            pengguna=story.pengguna,
            wanted_date=self._wanted(deed),
            pic_nama=story.pic.nama,
            pic_phone=story.pic.telepon,
            pic_email=story.pic.email,
            nomor_surat=nomor_surat,
            tanggal_surat=day.date(),
            perihal=f"Permintaan pengadaan aplikasi {story.short}",
            penanda_tangan=story.surat.kepala,
            bentuk=story.surat.bentuk,
            kanal=story.surat.kanal,
            upload_id=upload_id,
        )

    def _wanted(self, deed: Deed) -> date | None:
        try:
            return self.days.day(self.days.number(deed.at) + deed.story.dipakai)
        except CalendarNotFilled:
            return None  # the wish may be left open

    def _uploaded(self, number: int, deed: Deed, jenis: str) -> int:
        """The file as uploaded by the person whose turn it is; only they may attach it."""
        permintaan = self._permintaan(deed)
        owner = walk.performer(permintaan).actor(deed.at.date())
        if jenis == IN_STEP:
            return scanned_bast(permintaan, owner, deed.at)
        return note(self.files[number].result(), actor=owner, now=deed.at).pk

    def _say(self, deed: Deed, remark: Remark) -> None:
        act(
            nomor=self.numbers[deed.story],
            act_key="catatan_internal" if remark.internal else "diskusi",
            actor=self._actor(remark.oleh, deed.at),
            data=Words(text=remark.isi),
            now=deed.at,
            source=SOURCE,
        )

    def _act(self, deed: Deed, turn: Turn) -> None:
        permintaan = self._permintaan(deed)
        act(
            nomor=permintaan.nomor,
            act_key=turn.apa,
            actor=self._actor(turn.oleh, deed.at),
            data=ACTS[turn.apa].data(**turn.isi),
            seen=permintaan.revision,
            now=deed.at,
            source=SOURCE,
        )

    def _write(self, deed: Deed) -> None:
        """The papers of the act: the first permintaan has them by certificate, the latest still to be signed."""
        entry = Entry.objects.filter(permintaan__nomor=self.numbers[deed.story]).latest("seq")
        first = next(iter(self.numbers)) is deed.story
        is_old = deed.at < self.days.moment(-UNSIGNED, 0)
        Desk(people=self.people, by_certificate=first, is_signed=is_old).follow(entry, deed.at)

    def _permintaan(self, deed: Deed) -> Permintaan:
        return Permintaan.objects.get(nomor=self.numbers[deed.story])

    def _actor(self, username: str, at: datetime) -> Actor:
        return self.people[username].actor(at.date())
