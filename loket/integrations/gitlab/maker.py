"""Carries the protocol of `making` out, one request at a time; whoever calls it keeps the state and the time."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from loket.integrations.gitlab import making as rules
from loket.integrations.gitlab.asking import Change, NewIssue
from loket.integrations.gitlab.client import Issues
from loket.integrations.gitlab.making import Making, Move
from loket.integrations.gitlab.problems import GitlabProblem
from loket.integrations.gitlab.values import Issue


class Overtaken(Exception):
    """Another process has moved this making on meanwhile; what it says now has to be read anew."""


class Ledger(Protocol):
    def move(self, before: Making, after: Making) -> bool:
        """Commit `after` if `before` is still what is kept, and say whether it was."""
        ...


@dataclass(frozen=True, slots=True)
class Maker:
    """`account_id` is who the token belongs to: only what that account has written counts as ours."""

    issues: Issues
    account_id: int
    ledger: Ledger

    def go_on(self, making: Making, new: NewIssue, now: datetime) -> tuple[Making, Issue | None]:
        """Do what is due now, if anything; gives what holds from now on, and the issue if it was seen."""
        move, _ = rules.due(making, now)
        if move is Move.ASK:
            return self._ask(making, new, now)
        if move is Move.LOOK:
            return self._look(making, now)
        return making, None

    def _ask(self, making: Making, new: NewIssue, now: datetime) -> tuple[Making, Issue | None]:
        asked = self._keep(making, rules.asking(making, self.account_id, now))
        try:
            issue = self.issues.create(new)
        except GitlabProblem as problem:
            return self._keep(asked, rules.not_created(asked, problem, now)), None
        return self._keep(asked, rules.created(asked, issue)), issue

    def _look(self, making: Making, now: datetime) -> tuple[Making, Issue | None]:
        since = (making.first_asked_at or now) - rules.MARGIN
        try:
            found = rules.ours(making, self.issues.created_since(since), self.account_id)
            kept = rules.to_keep(making, found)
            self._close_twins(found, kept)
        except GitlabProblem as problem:
            return self._keep(making, rules.not_looked(making, problem, now)), None
        return self._keep(making, rules.looked(making, kept, now)), kept

    def _close_twins(self, found: list[Issue], kept: Issue | None) -> None:
        for twin in found:
            if kept and twin.is_open and twin.iid != kept.iid:
                self.issues.update(twin.iid, Change(state_event="close"))
                # The note only explains; a second try of it could say the same twice.
                with suppress(GitlabProblem):
                    self.issues.add_note(
                        twin.iid,
                        f"Kembaran dari #{kept.iid}, terbuat saat GitLab tidak menjawab. Ditutup oleh Loket.",
                    )

    def _keep(self, before: Making, after: Making) -> Making:
        if not self.ledger.move(before, after):
            raise Overtaken(str(before.ref))
        return after
