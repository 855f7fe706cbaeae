"""All rents at once: who can be adjusted by the index, and one whole letter after the other."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId
from app.core.kept import Kept
from app.documents.model import Document
from app.leases.model import LeaseRow
from app.leases.rents import round_store, rules, store
from app.leases.rents.judging import LISTED, Judging
from app.leases.rents.model import (
    NotTold,
    RentChange,
    RentChangeKind,
    RentChangeState,
    RentDraft,
    RentTold,
    RoundResult,
    RoundRow,
)
from app.leases.rents.round_prints import RoundPaper, round_document
from app.leases.rents.service import Rents
from app.leases.service import Leases
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered

GoOn = Callable[[int, int], bool]
"""Told how many are done of how many; False asks to stop."""


class Rounds:
    """Index adjustment of many leases (HL-22 to HL-24)."""

    def __init__(self, db: Database, leases: Leases, rents: Rents, settings: Settings) -> None:
        self._db = db
        self._leases = leases
        self._rents = rents
        self._settings = settings
        self._told: Remembered[Mapping[LeaseId, tuple[RentChange, ...]]] = Remembered(db)
        self._around: object = None
        self._same: Kept[RoundRow] = Kept()

    def first_day(self) -> date:
        """The first day a change may hold that is told today (HL-24)."""
        parameters, today = self._settings.parameters, self._today
        notice = rules.notice_of(RentChangeKind.INDEX, parameters, today)
        return rules.first_told(today, notice)

    def send_by(self, effective: date) -> date:
        """The last day the letters may go out for that."""
        notice = rules.notice_of(RentChangeKind.INDEX, self._settings.parameters, self._today)
        return rules.last_sending(effective, notice)

    def rows(self, effective: date, new_month: date | None = None) -> tuple[RoundRow, ...]:
        """Every lease that runs, with its new rent or why it is left alone; by address.

        Counted to `new_month`, by default the newest month known. Nothing is written, and only
        what has changed of one preview is worked out anew in the next.
        """
        changes = self._changes()
        here = store.issued_here(self._db)
        series = self._rents.series()
        month = new_month or (series.newest.month if series.newest else None)
        parameters, today = self._settings.parameters, self._today
        around = (effective, month, series, parameters, today)
        if around != self._around:
            self._around, self._same = around, Kept()
        facts = Judging(*around)

        def judged(row: LeaseRow) -> RoundRow:
            told, made_here = changes.get(row.id, ()), row.id in here
            anew = partial(_judged, facts, row, told, here=made_here)
            return self._same.get(row.id, row, (told, made_here), anew)

        return tuple(judged(row) for row in self._leases.held() if row.state in LISTED)

    def make(self, chosen: Sequence[RoundRow], effective: date, go_on: GoOn) -> RoundResult:
        """A letter for each; stops between two whole letters, and what is made stays made."""
        made = 0
        not_made: list[NotTold] = []
        for place, row in enumerate(chosen):
            if not go_on(place, len(chosen)):
                return RoundResult(made, tuple(not_made), len(chosen) - place)
            code = self._tell(row, effective)
            if code:
                not_made.append(NotTold(row.lease.id, row.lease.number, code))
            else:
                made += 1
        return RoundResult(made, tuple(not_made))

    def _tell(self, row: RoundRow, effective: date) -> str:
        if row.step is None:
            return "rent_unknown"
        draft = RentDraft(
            RentChangeKind.INDEX, effective, row.new, row.step.base.month, row.step.new.month
        )
        try:
            self._rents.issue(row.lease.id, draft)
        except Invalid as error:
            return error.problems[0].code
        except OfficeError as error:
            return error.code
        return ""

    def paper(self, rows: Sequence[RoundRow], effective: date) -> Document:
        """«Husleieregulering»: the rows on one list with their sums, to be read over and signed."""
        profile, language = self._settings.profile, self._settings.profile.language
        text = self._settings.text("rent_round", language, self._today)
        send_by = self.send_by(effective)
        paper = RoundPaper(profile, language, self._db.clock.now(), tuple(rows), effective, send_by)
        return round_document(paper, text)

    def told(self) -> tuple[RentTold, ...]:
        """Changes whose letter waits, and those that came to nothing since it was not sent."""
        wanted = {RentChangeState.TO_SEND, RentChangeState.NOT_TOLD}
        waiting = [
            each for each in round_store.untold(self._db, self._today) if each.state in wanted
        ]
        if not waiting:
            return ()
        rows = {row.id: row for row in self._leases.beside([each.lease for each in waiting])}
        return tuple(
            RentTold(each, row.tenant, row.number, row.tenant_name, row.address)
            for each in waiting
            if (row := rows.get(each.lease)) is not None and row.state in LISTED
        )

    def possible(self, effective: date) -> tuple[LeaseId, ...]:
        """Those of `rows` that can be adjusted and do not go with a job; others are not read."""
        parameters, today = self._settings.parameters, self._today
        series = self._rents.series()
        month = series.newest.month if series.newest else None
        last = rules.fixed_by(effective, parameters, today)
        rows = [
            row
            for row in round_store.fixed_before(self._db, last, effective, today, parameters)
            if row.state in LISTED
        ]
        changes = round_store.fixed_of(self._db, [row.id for row in rows], today)
        facts = Judging(effective, month, series, parameters, today)
        verdicts = ((row.id, facts.of(row, changes[row.id], here=row.here)) for row in rows)
        return tuple(lease for lease, found in verdicts if found.why_not is None)

    def _changes(self) -> Mapping[LeaseId, tuple[RentChange, ...]]:
        """Of every lease; the preview and what waits are both asked for after every commit."""
        today = self._today
        return self._told.get(today, lambda: store.of_all(self._db, today))

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _judged(facts: Judging, row: LeaseRow, told: tuple[RentChange, ...], *, here: bool) -> RoundRow:
    found = facts.of(row, told, here=here)
    return RoundRow(row, row.rent, found.new, found.step, found.fixing, found.why_not, found.until)
