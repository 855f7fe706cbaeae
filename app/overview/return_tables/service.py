"""Tables of a return, as the office sees them and as others may, and on paper."""

from app.core.text import Language
from app.documents.model import Document
from app.overview.return_tables import rules
from app.overview.return_tables.model import HELD_BACK, ReturnTables, ShownTable
from app.overview.return_tables.prints import ReturnPaper, return_report
from app.overview.small_numbers.limit import least_shown
from app.overview.snapshots.model import Answer
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "return_report"


class ReturnReports:
    """The same numbers in every shape; `outside` holds the small ones back (B16)."""

    def __init__(self, db: Database, settings: Settings) -> None:
        self._db = db
        self._settings = settings

    @property
    def least(self) -> int:
        """The smallest number that leaves the office."""
        return least_shown(self._settings.parameters, self._db.clock.today())

    def shown(
        self, tables: ReturnTables, *, outside: bool, language: Language = Language.NB
    ) -> tuple[ShownTable, ...]:
        """In words, whole or with small numbers held back."""
        if outside:
            return rules.outside(tables, self.least, language.value)
        return rules.inside(tables, language.value)

    def answer(self, tables: ReturnTables) -> Answer:
        """Ready to be kept, with the words of each figure."""
        return rules.answer(tables, {})

    def sheet(
        self, tables: ReturnTables, *, outside: bool
    ) -> tuple[tuple[str, str, str, str], tuple[tuple[str, str, str, int | str], ...]]:
        """Headings and one row for each number; one that is held back is told so."""
        rows = tuple(
            (table.name, row.words, column, HELD_BACK if count is None else count)
            for table in self.shown(tables, outside=outside)
            for row in table.rows
            for column, count in zip(table.columns, row.counts, strict=True)
        )
        return ("Tabell", "Rad", "Kolonne", "Antall"), rows

    def paper(self, tables: ReturnTables, *, outside: bool, estimate: bool = False) -> Document:
        """To print, in the language of the office; it names nobody."""
        now, profile = self._db.clock.now(), self._settings.profile
        paper = ReturnPaper(
            profile,
            now,
            tables.kind,
            tables.first,
            tables.last,
            self.shown(tables, outside=outside, language=profile.language),
            self.least if outside else None,
            estimate,
        )
        return return_report(paper, self._settings.text(TEXT, profile.language, now.date()))
