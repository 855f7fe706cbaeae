"""All rents at once: who can be adjusted by the index, and one whole letter after the other."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId
from app.core.kept import Kept
from app.core.parameters import Parameters
from app.documents.model import Document
from app.leases.model import LeaseRow, LeaseState
from app.leases.rents import rules, store
from app.leases.rents.model import (
    Fixing,
    IndexStep,
    NotTold,
    RentChange,
    RentChangeKind,
    RentChangeState,
    RentDraft,
    RentTold,
    RoundResult,
    RoundRow,
    WhyNot,
)
from app.leases.rents.round_prints import RoundPaper, round_document
from app.leases.rents.series import Series
from app.leases.rents.service import Rents
from app.leases.service import Leases
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered

GoOn = Callable[[int, int], bool]
"""Told how many are done of how many; False asks to stop."""

_LISTED = frozenset(
    {
        LeaseState.RUNNING,
        LeaseState.PAST_TERM,
        LeaseState.TURNED_OPEN_ENDED,
        LeaseState.UNDER_NOTICE,
    }
)


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
        facts = _Round(*around)

        def judged(row: LeaseRow) -> RoundRow:
            told, made_here = changes.get(row.id, ()), row.id in here
            anew = partial(_judged, facts, row, told, here=made_here, today=today)
            return self._same.get(row.id, row, (told, made_here), anew)

        return tuple(judged(row) for row in self._leases.held() if row.state in _LISTED)

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
        by_lease = {row.id: row for row in self._leases.held() if row.state in _LISTED}
        found = []
        for lease, changes in self._changes().items():
            row = by_lease.get(lease)
            if row is not None and changes[-1].state in wanted:
                found.append(
                    RentTold(changes[-1], row.tenant, row.number, row.tenant_name, row.address)
                )
        return tuple(found)

    def _changes(self) -> Mapping[LeaseId, tuple[RentChange, ...]]:
        """Of every lease; the preview and what waits are both asked for after every commit."""
        today = self._today
        return self._told.get(today, lambda: store.of_all(self._db, today))

    @property
    def _today(self) -> date:
        return self._db.clock.today()


class _Round:
    """What every row of one preview is judged by."""

    def __init__(
        self,
        effective: date,
        month: date | None,
        series: Series,
        parameters: Parameters,
        today: date,
    ) -> None:
        self._effective, self._month, self._series = effective, month, series
        self._first = rules.index_earliest(parameters, today)
        self._steps: dict[date, IndexStep | WhyNot] = {}

    def row(self, row: LeaseRow, fixing: Fixing, changes: Sequence[RentChange]) -> RoundRow:
        """What it would be, or why not."""
        why, until = self._stands_in_the_way(row, fixing, changes)
        if why is not None or row.rent is None:
            return RoundRow(row, row.rent, fixing=fixing, why_not=why, until=until)
        if self._month is None:
            return RoundRow(row, row.rent, fixing=fixing, why_not=WhyNot.INDEX_MISSING)
        step = self._step(fixing.month, self._month)
        if isinstance(step, WhyNot):
            return RoundRow(row, row.rent, fixing=fixing, why_not=step)
        new = rules.index_limit(row.rent, step)
        if new <= row.rent:
            return RoundRow(row, row.rent, None, step, fixing, WhyNot.NO_RISE)
        return RoundRow(row, row.rent, new, step, fixing)

    def _step(self, base: date, new: date) -> IndexStep | WhyNot:
        """The same for all whose rent was fixed in one month."""
        if base not in self._steps:
            try:
                self._steps[base] = self._series.step(base, new)
            except OfficeError as error:
                differs = error.code == "index_base_differs"
                self._steps[base] = WhyNot.BASE_DIFFERS if differs else WhyNot.INDEX_MISSING
        return self._steps[base]

    def _stands_in_the_way(
        self, row: LeaseRow, fixing: Fixing, changes: Sequence[RentChange]
    ) -> tuple[WhyNot | None, date | None]:
        pending = next((each for each in changes if each.state.pending), None)
        first = self._first(fixing)
        last = row.last_day if row.state is LeaseState.RUNNING else row.ended_on
        if row.state is LeaseState.UNDER_NOTICE:
            return WhyNot.UNDER_NOTICE, row.last_day
        if row.state is LeaseState.PAST_TERM:
            return WhyNot.TERM_RUN_OUT, row.last_day
        if row.rent is None:
            return WhyNot.NO_RENT, None
        if pending is not None:
            return WhyNot.PENDING, pending.effective_on
        if last is not None and last < self._effective:
            return WhyNot.ENDS_FIRST, last
        if self._effective < first:
            return WhyNot.TOO_EARLY, first
        if not fixing.sure:
            return WhyNot.FIXING_UNKNOWN, None
        return None, None


def _judged(
    facts: _Round, row: LeaseRow, told: tuple[RentChange, ...], *, here: bool, today: date
) -> RoundRow:
    start = row.start or today
    agreed = min(row.signed_on or start, start)
    fixing = rules.fixing_of(agreed, start, told, issued_here=here)
    return facts.row(row, fixing, told)
