"""The letter about a breach tells the tenant on the day it is sent, not when it is made."""

from datetime import date

from app.arrears.instalments import store
from app.arrears.instalments.model import InstalmentState, Talk, TalkWay
from app.arrears.instalments.service import Instalments
from app.core.ids import LeaseId
from app.letters.model import DocumentKind, Issued
from app.storage.database import Database
from app.storage.unit import Unit


class InstalmentNotices:
    """Follows those letters."""

    def __init__(self, db: Database, instalments: Instalments) -> None:
        self._db = db
        self._instalments = instalments

    def letter_sent(self, unit: Unit, letter: Issued, day: date) -> None:
        """The tenant is told that day, once for each letter."""
        known = self._signed(letter)
        if known is not None and letter.number not in self._told(known):
            store.add_talk(unit, known, Talk(day, TalkWay.LETTER, letter.number))

    def letter_annulled(self, unit: Unit, letter: Issued, reason: str) -> None:
        """A letter that does not hold tells nobody."""
        del reason
        known = self._signed(letter)
        if known is not None:
            store.remove_talk(unit, known, letter.number)

    def _signed(self, letter: Issued) -> int | None:
        if letter.kind is not DocumentKind.INSTALMENT_NOTICE:
            return None
        of = self._instalments.of(LeaseId(letter.case.id))
        signed = (each.id for each in of if each.state is InstalmentState.SIGNED)
        return next(signed, None)

    def _told(self, agreement: int) -> set[str]:
        return {each.words for each in self._instalments.talks(agreement)}
