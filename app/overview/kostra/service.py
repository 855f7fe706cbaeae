"""Reads KOSTRA 13 for any days, and keeps the municipality's own lines."""

from dataclasses import replace
from datetime import date, timedelta

from app.core.errors import Invalid, Problem, demand
from app.core.ids import Ref
from app.documents.model import Document
from app.leases.stays.service import Stays
from app.overview.figures.days import day_problems
from app.overview.figures.model import Figure
from app.overview.kostra import lines as form
from app.overview.kostra import rules, store
from app.overview.kostra.line_file import load_table
from app.overview.kostra.model import KostraLine, KostraPaper, KostraQuery, KostraReturn, LineCount
from app.overview.kostra.prints import kostra_report
from app.overview.kostra.shares import shares
from app.overview.kostra.wording import means, shares_told, told
from app.overview.snapshots.model import Answer, ReturnKind
from app.overview.snapshots.service import used
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered

Q = KostraQuery
TEXT = "kostra_report"
USED = ("al.stay_ladder", rules.MIN_TERM)
_DAY = timedelta(days=1)
LATER, UNPLACED = "later", "unplaced"


class Kostra:
    """Stocks on the last day and events between the days, line by line (REP-07 to REP-19)."""

    def __init__(self, db: Database, stays: Stays, settings: Settings) -> None:
        self._db = db
        self._stays = stays
        self._settings = settings
        self._remembered: Remembered[KostraReturn] = Remembered(db)
        self._began: Remembered[tuple[date | None, date | None]] = Remembered(db)

    @property
    def began(self) -> date | None:
        """The first day the register knows anything that is counted."""
        return self._first_days()[1]

    def _first_days(self) -> tuple[date | None, date | None]:
        return self._began.get("began", lambda: store.began(self._db))

    def of(self, first: date, last: date) -> KostraReturn:
        """The form for those days, both counted; its lines are those of the year of `last`.

        Invalid when turned, `day_in_future`, or `before_register_began` with the day as remedy.
        """
        self.check(first, last)
        return self._remembered.get((first, last), lambda: self._of(first, last))

    def check(self, first: date, last: date) -> None:
        """Refuse days as `of` does, and count nothing."""
        if last < first:
            raise Invalid([Problem("last", "period_turned")])
        demand(day_problems("last", last, self.began, self._db.clock.today()))

    def paper(self, first: date, last: date) -> Document:
        """The form to print; it names nobody, and is in the language of the office."""
        profile, now = self._settings.profile, self._db.clock.now()
        language, found = profile.language, self.of(first, last)
        text = self._settings.text(TEXT, language, now.date())
        found = replace(
            found,
            lines=told(found.lines, language),
            shares=shares_told(found.shares, language),
        )
        paper = KostraPaper(profile, found, means(found.lines, language), now)
        return kostra_report(paper, text)

    def lines(self, year: int) -> tuple[KostraLine, ...]:
        """The form of a year: the shipped lines with our own laid over."""
        shipped = load_table().lines
        return form.lines_of(year, shipped, store.own_lines(self._db))

    def own_lines(self) -> tuple[KostraLine, ...]:
        """What the municipality has laid over, in the order it was entered."""
        return store.own_lines(self._db)

    def problems(self, draft: KostraLine) -> tuple[Problem, ...]:
        """What is wrong with a line of our own, and what is only told."""
        return form.check(draft)

    def set_line(self, draft: KostraLine) -> int:
        """A line of our own from a year; the shipped one stays beneath it. Invalid if unfit."""
        demand(self.problems(draft))
        with self._db.unit("kostra_line.set") as unit:
            made = store.insert_line(unit, draft)
            unit.about(Ref("kostra_line", made))
        return made

    def _of(self, first: date, last: date) -> KostraReturn:
        known = self._known(first, last)
        parameters = self._settings.parameters
        lines = told(rules.counted(self.lines(last.year), known, parameters))
        found = rules.shared(known, parameters)
        return KostraReturn(
            first=first,
            last=last,
            lines=lines,
            later=Figure(LATER, tuple(Ref("dwelling", each) for each in known.later)),
            unplaced=rules.stock(UNPLACED, filter(rules.HOLDINGS[Q.RIGHT_UNKNOWN], known.homes)),
            functions=load_table().functions,
            began=known.any_from,
            answer=self._answer(first, last, lines),
            shares=shares_told(shares(found, parameters, last)) if found else (),
        )

    def _known(self, first: date, last: date) -> rules.Known:
        db = self._db
        homes_from, any_from = self._first_days()
        nights_by = min(last + _DAY, db.clock.today())
        requests = {
            Q.WAITING: store.now_in(db, "new", "granted_waiting", date.min, last),
            Q.APPLIED_NEW: store.received(db, "new", first, last),
            Q.GRANTED_NEW: store.granted(db, "new", first, last),
            Q.REFUSED_NEW: store.now_in(db, "new", "refused", first, last),
            Q.ALLOCATED_NEW: store.now_in(db, "new", "allocated", first, last),
            Q.ALLOCATED_SWAP: store.now_in(db, "swap", "allocated", first, last),
            Q.RENEWED: store.now_in(db, "renewal", "allocated", first, last),
        }
        return rules.Known(
            first,
            last,
            store.homes(db, last),
            store.later_homes(db, last),
            requests,
            store.leases_begun(db, first, last),
            self._stays.counted(nights_by),
            homes_from,
            any_from,
            nights_by,
        )

    def _answer(self, first: date, last: date, lines: tuple[LineCount, ...]) -> Answer:
        table = load_table()
        own = [each for each in self.own_lines() if each.holds(last.year)]
        version = f"{table.version} + {len(own)} egne" if own else table.version
        versions = {"kostra13": version, **used(self._settings.parameters, USED, last)}
        versions.update({f"linje {each.line.line}": each.line.query for each in lines})
        return Answer(
            ReturnKind.KOSTRA13,
            first,
            last,
            tuple(each.figure for each in lines if each.figure is not None),
            versions,
            {each.line.line: each.line.words for each in lines},
        )
