"""The officer's verbs on the papers that show an economy (GJ-03)."""

from collections.abc import Iterable
from datetime import date

from app.core.errors import Invalid, Problem, demand
from app.core.ids import DebtCaseId, DocumentId, Ref
from app.core.words import word
from app.debt.book import DebtBook
from app.debt.papers import rules, store
from app.debt.papers.model import DebtPaper, DebtPaperKind, DebtPaperState, PapersDue
from app.letters.model import DocumentKind, Issued
from app.letters.service import Letters
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit


class DebtPapers:
    """Which papers were asked for, which have come, and which are still missing."""

    def __init__(self, db: Database, book: DebtBook, letters: Letters, settings: Settings) -> None:
        self._db = db
        self._book = book
        self._letters = letters
        self._settings = settings

    def of(self, case: DebtCaseId, on: date | None = None) -> tuple[DebtPaper, ...]:
        """Every kind as it stands on a day, in the order they are asked for."""
        return store.of(self._db, case, on or self._today)

    def missing(self, case: DebtCaseId, on: date | None = None) -> tuple[DebtPaper, ...]:
        """Those still to come."""
        return tuple(each for each in self.of(case, on) if each.missing)

    def due(self, until: date | None = None) -> tuple[PapersDue, ...]:
        """Open cases where the person was told to bring papers by a day, the first day first."""
        day = until or self._today
        persons = {each.id: each.person for each in self._book.standing()}
        found = []
        for case, asked in store.asked(self._db, persons, self._today).items():
            waited = rules.waited_for(asked, day)
            days = [each.answer_by for each in waited if each.answer_by is not None]
            if days:
                kinds = tuple(each.kind for each in waited)
                found.append(PapersDue(case, persons[case], min(days), kinds))
        return tuple(sorted(found, key=lambda each: (each.answer_by, each.case)))

    def answer_by(self) -> date:
        """The day papers asked for today are brought by."""
        return rules.answer_by(self._today, self._settings.parameters)

    def mark(
        self,
        case: DebtCaseId,
        kinds: Iterable[DebtPaperKind],
        state: DebtPaperState,
        since: date | None = None,
        words: str = "",
    ) -> None:
        """They have come, are not needed, or were asked for aloud. Invalid beside the field."""
        rows = self._rows(case, kinds, state, since, words)
        if rows:
            with self._db.unit("debt_papers.marked", Ref("debt_case", case)) as unit:
                for row in rows:
                    store.add(unit, case, row)

    def take_in(
        self,
        case: DebtCaseId,
        kinds: Iterable[DebtPaperKind],
        scan: bytes,
        media_type: str,
        since: date | None = None,
        words: str = "",
    ) -> DocumentId:
        """A scan of what has come, kept on the case. Invalid beside the field."""
        come = tuple(kinds)
        if not come:
            raise Invalid([Problem("kinds", "debt_papers_none", "GJ-03")])
        self._rows(case, come, DebtPaperState.COME, since, words)
        title = ", ".join(word(kind) for kind in come)
        title = title[:1].upper() + title[1:]
        person = self._book.get(case).person
        kept = self._letters.receive(Ref("debt_case", case), person, scan, media_type, title)
        self.mark(case, come, DebtPaperState.COME, since, words)
        return kept

    def _rows(
        self,
        case: DebtCaseId,
        kinds: Iterable[DebtPaperKind],
        state: DebtPaperState,
        since: date | None,
        words: str,
    ) -> list[DebtPaper]:
        """What changes; Invalid beside the field."""
        day, today = since or self._today, self._today
        known = {each.kind: each for each in self.of(case)}
        asked = state is DebtPaperState.ASKED
        by = self.answer_by() if asked else None
        told = day if asked else None
        rows = [
            DebtPaper(kind, state, day, by, "", told, words)
            for kind in kinds
            if known[kind].state is not state
        ]
        demand(p for each in rows for p in rules.check_mark(known[each.kind], each, today))
        return rows

    def asked_in(
        self,
        unit: Unit,
        case: DebtCaseId,
        kinds: Iterable[DebtPaperKind],
        by: date | None,
        letter: str,
    ) -> None:
        """A letter asks for them, in the unit that makes it; nobody is told before it is sent."""
        for kind in kinds:
            store.add(unit, case, DebtPaper(kind, DebtPaperState.ASKED, unit.today, by, letter))

    # what becomes of the letter

    def letter_sent(self, unit: Unit, letter: Issued, day: date) -> None:
        """The person is told that day."""
        if letter.kind is DocumentKind.DEBT_PAPERS:
            store.told(unit, self._db, DebtCaseId(letter.case.id), letter.number, day)

    def letter_annulled(self, unit: Unit, letter: Issued, reason: str) -> None:
        """A letter that does not hold asks for nothing."""
        del reason
        if letter.kind is not DocumentKind.DEBT_PAPERS:
            return
        case = DebtCaseId(letter.case.id)
        for paper in self.of(case):
            if paper.letter == letter.number and paper.state is DebtPaperState.ASKED:
                back = DebtPaper(paper.kind, DebtPaperState.NOT_ASKED, unit.today)
                store.add(unit, case, back)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
