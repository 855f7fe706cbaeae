"""All ready drafts made into leases, one whole lease after the other, each its own unit."""

from collections.abc import Callable, Sequence

from app.core.errors import Invalid, OfficeError
from app.core.ids import DocumentId, LeaseId
from app.leases.model import LeaseState
from app.leases.rounds.model import DraftInRound, NotMade, RoundResult
from app.leases.service import Leases

GoOn = Callable[[int, int], bool]
"""Told how many are done of how many; False asks to stop."""


class LeaseRound:
    """What the officer does after a meeting that gave many a home."""

    def __init__(self, leases: Leases) -> None:
        self._leases = leases

    def drafts(self) -> tuple[DraftInRound, ...]:
        """Every draft by address, with what it lacks."""
        rows = [row for row in self._leases.rows() if row.state is LeaseState.DRAFT]
        checked = ((row, self._leases.check(row.id)) for row in rows)
        return tuple(
            DraftInRound(row, next((each for each in problems if each.blocks), None))
            for row, problems in checked
        )

    def make(self, chosen: Sequence[tuple[LeaseId, str]], go_on: GoOn) -> RoundResult:
        """Make each by id and number; stops between two, and what is made stays made."""
        made = list[DocumentId]()
        not_made = list[NotMade]()
        for place, (lease, number) in enumerate(chosen):
            if not go_on(place, len(chosen)):
                return RoundResult(tuple(made), tuple(not_made), len(chosen) - place)
            try:
                made.append(self._leases.issue(lease))
            except Invalid as error:
                not_made.append(NotMade(lease, number, error.problems[0].code))
            except OfficeError as error:
                not_made.append(NotMade(lease, number, error.code))
        return RoundResult(tuple(made), tuple(not_made))
