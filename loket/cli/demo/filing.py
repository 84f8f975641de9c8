"""Papers set and accepted ahead of the acts that need them: checking a file takes longer than a step."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor, Future
from datetime import datetime
from io import BytesIO

from loket.application.uploads import store
from loket.cli.demo import papers
from loket.cli.demo.days import Days
from loket.cli.demo.papers import NAMES, Topic
from loket.cli.demo.plan import Deed
from loket.cli.demo.stops import BUILDING, LETTER, MENTORING, What
from loket.cli.demo.stories import Place, Story
from loket.documents import Laporan, SuratPermintaan, render
from loket.files.intake import Accepted, accept

KINDS: Mapping[Place, str] = {
    LETTER: "surat",
    ("analisis", "susun"): "spesifikasi",
    ("desain", "susun"): "desain",
    BUILDING: "bukti_uji",
    MENTORING: "laporan",
}
"""Which bagian leaves which file."""
UNFILED = ("kemajuan", "kegiatan")
"""Outcomes that leave none."""


def file_all(
    pool: Executor, deeds: Sequence[Deed], days: Days, agencies: Mapping[str, str], authors: Mapping[str, str]
) -> dict[int, Future[Accepted]]:
    """The files by the place of their deed; `agencies` are names by code, `authors` names by username."""
    return {
        number: pool.submit(_accepted, _paper(deed, days, agencies, authors), _name(deed), deed.at)
        for number, deed in enumerate(deeds)
        if deed.what in (What.SUBMIT, What.PERFORM) and deed.place in KINDS and deed.outcome not in UNFILED
    }


def letter_of(story: Story, deed: Deed, days: Days) -> tuple[str, datetime]:
    """Number and day of the letter: written on the working day before it was sent."""
    day = days.moment(days.number(deed.at) - 1, 60)
    return f"{story.surat.nomor}/{day.year}", day


def _paper(
    deed: Deed, days: Days, agencies: Mapping[str, str], authors: Mapping[str, str]
) -> SuratPermintaan | Laporan:
    story = deed.story
    nomor, day = letter_of(story, deed, days) if deed.place == LETTER else (story.surat.nomor, deed.at)
    topic: Topic = papers.topic_of_story(story, agencies[story.opd], nomor)
    if deed.place == LETTER:
        return papers.letter(topic, day.date())
    analyst, programmer = story.tim
    author = programmer if deed.place == BUILDING else analyst
    return papers.report(KINDS[deed.place], topic, day.date(), authors[author])


def _name(deed: Deed) -> str:
    return f"{NAMES[KINDS[deed.place]]} {deed.story.short}.pdf"


def _accepted(paper: SuratPermintaan | Laporan, name: str, made_at: datetime) -> Accepted:
    return accept(store(), BytesIO(render(paper, made_at=made_at)), name=name)
