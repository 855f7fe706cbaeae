"""«Gjelder behovet fortsatt?» to many: one whole letter after the other, each its own unit."""

from collections.abc import Callable, Sequence
from datetime import date

from app.applications.answers.model import LetterDraft, LetterKind, NotMade, SweepResult, Ticking
from app.applications.answers.service import Answering
from app.core.errors import Invalid, OfficeError

GoOn = Callable[[int, int], bool]
"""Told how many are done of how many; False asks to stop."""

ON_PAPER = "letter_on_paper"
"""The address is strengt fortrolig: the letter is kept nowhere, so each is printed by itself."""


class Sweep:
    """Asks those who wait, many at a time."""

    def __init__(self, answers: Answering) -> None:
        self._answers = answers

    def to_ask(self, before: date) -> tuple[Ticking, ...]:
        """Those who wait and were neither heard of nor asked since a day."""
        return self._answers.sweep(before)

    def ask(self, chosen: Sequence[Ticking], reply_by: date, go_on: GoOn) -> SweepResult:
        """A letter to each; stops between two whole letters, and what is made stays made.

        Invalid before the first when the day cannot be answered by.
        """
        self._answers.check(LetterDraft(LetterKind.STILL_NEED, reply_by))
        made = 0
        not_made: list[NotMade] = []
        for place, each in enumerate(chosen):
            if not go_on(place, len(chosen)):
                return SweepResult(made, tuple(not_made), len(chosen) - place)
            why = self._ask(each, reply_by)
            if why:
                not_made.append(NotMade(each.row.id, each.row.number, why))
            else:
                made += 1
        return SweepResult(made, tuple(not_made))

    def _ask(self, each: Ticking, reply_by: date) -> str:
        if self._answers.on_paper(each.row.id):
            return ON_PAPER
        try:
            self._answers.issue(each.row.id, LetterDraft(LetterKind.STILL_NEED, reply_by))
        except Invalid as error:
            return error.problems[0].code
        except OfficeError as error:
            return error.code
        return ""
