"""What is due in some days, on paper or for a calendar outside; nothing is stored."""

from collections.abc import Sequence
from datetime import date

from app.alerts.agenda.ics import calendar_file
from app.alerts.agenda.model import AgendaLine, AgendaPaper, AgendaSpan
from app.alerts.agenda.prints import agenda_paper
from app.documents.model import Document
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "agenda"


class Agenda:
    """Makes the papers and the file."""

    def __init__(self, db: Database, settings: Settings) -> None:
        self._db = db
        self._settings = settings

    def paper(
        self, span: AgendaSpan, day: date, lines: Sequence[AgendaLine], *, named: bool
    ) -> Document:
        """The days of the span a day lies in, to read and print.

        `lines` are worded in the language of the office, as all of the paper is.
        """
        now = self._db.clock.now()
        profile = self._settings.profile
        first, last = span.days(day)
        text = self._settings.text(TEXT, profile.language, now.date())
        paper = AgendaPaper(profile, span, first, last, tuple(lines), named, now)
        return agenda_paper(paper, text)

    def calendar_file(self, lines: Sequence[AgendaLine]) -> bytes:
        """An .ics of what is due."""
        return calendar_file(lines, self._db.clock.now())
