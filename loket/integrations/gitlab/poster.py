"""Carries the protocol of `making` out for a note: one request at a time, and exactly one note whatever fails."""

from dataclasses import dataclass, replace
from datetime import datetime

from loket.integrations.gitlab import making as rules
from loket.integrations.gitlab.client import Issues
from loket.integrations.gitlab.comment import is_marked
from loket.integrations.gitlab.maker import Ledger, Overtaken
from loket.integrations.gitlab.making import Making, Move
from loket.integrations.gitlab.problems import GitlabProblem
from loket.integrations.gitlab.values import Note


@dataclass(frozen=True, slots=True)
class Poster:
    """`iid` is the issue that the note stands under, `account_id` who the token belongs to."""

    issues: Issues
    iid: int
    account_id: int
    ledger: Ledger

    def go_on(self, making: Making, body: str, now: datetime) -> Making:
        """Do what is due now, if anything; gives what holds from now on."""
        move, _ = rules.due(making, now)
        if move is Move.ASK:
            return self._ask(making, body, now)
        return self._look(making, now) if move is Move.LOOK else making

    def _ask(self, making: Making, body: str, now: datetime) -> Making:
        asked = self._keep(making, rules.asking(making, self.account_id, now))
        try:
            note = self.issues.add_note(self.iid, body, is_internal=True)
        except GitlabProblem as problem:
            return self._keep(asked, rules.not_created(asked, problem, now))
        return self._keep(asked, rules.created(asked, note))

    def _look(self, making: Making, now: datetime) -> Making:
        try:
            found = self._ours(making)
            kept = next((note for note in found if note.id == making.iid), found[0] if found else None)
            twins = [note for note in found if note is not kept]
            for twin in twins:
                self.issues.delete_note(self.iid, twin.id)
        except GitlabProblem as problem:
            return self._keep(making, rules.not_looked(making, problem, now))
        after = rules.looked(making, kept, now)
        if twins:
            # That they are gone is known when a look has seen it, whatever was answered.
            after = replace(after, is_settled=False, wait_until=now + rules.PAUSE)
        return self._keep(making, after)

    def _ours(self, making: Making) -> list[Note]:
        """The notes that this making has made, the oldest first: whoever copies the marker is somebody else."""
        authors = {*making.authors, self.account_id}
        notes = (note for note in self.issues.notes(self.iid) if note.author_id in authors)
        return sorted((note for note in notes if is_marked(note, making.ref)), key=lambda note: note.id)

    def _keep(self, before: Making, after: Making) -> Making:
        if not self.ledger.move(before, after):
            raise Overtaken(str(before.ref))
        return after
