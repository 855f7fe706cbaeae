"""Counts a pack, prints it in its editions, and keeps what it said."""

from collections.abc import Callable
from datetime import date, timedelta

from app.core.errors import Invalid, OfficeError, Problem, demand
from app.core.records import dataclass
from app.core.report_periods import ReportPeriod, ReportSpan, quarters_of
from app.documents.model import Document
from app.documents.render import render
from app.overview.effect.model import Effect
from app.overview.effect.service import Effects
from app.overview.figures.model import Figure
from app.overview.indicators.model import Indicator
from app.overview.indicators.service import Indicators
from app.overview.quarter import editions, rules, store
from app.overview.quarter.model import (
    CasesEnded,
    FinishedPack,
    GroupNeed,
    Pack,
    PackEdition,
    PackPaper,
    PackPart,
    PackShape,
    PeriodTables,
)
from app.overview.quarter.prints import quarter_pack
from app.overview.small_numbers.limit import LEAST, least_shown
from app.overview.snapshots.model import Changed, ReturnKind, Snapshot
from app.overview.snapshots.service import Snapshots, used
from app.overview.stock.service import StockCounts
from app.overview.waiting_times.service import WaitingCounts
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "quarter_pack"
KINDS = {ReportSpan.QUARTER: ReturnKind.QUARTER, ReportSpan.HALF_YEAR: ReturnKind.HALF_YEAR}
_DAY = timedelta(days=1)
STEPS = 6
"""How many steps a whole pack takes: counting, then four files, and keeping."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a pack is put together from."""

    indicators: Indicators
    effects: Effects
    stock: StockCounts
    waiting: WaitingCounts
    snapshots: Snapshots


class Packs:
    """The quarter pack, the half-year report and that of a year (SD-10, B14, A9)."""

    def __init__(self, db: Database, settings: Settings, sources: Sources) -> None:
        self._db = db
        self._settings = settings
        self._from = sources

    # the officer's own text

    def words(self, period: ReportPeriod) -> str:
        """What the officer has written for a period; empty while nothing is."""
        found = store.words(self._db, period)
        return "" if found is None else found[1]

    def write(self, period: ReportPeriod, words: str) -> None:
        """The officer's own text of a period. Invalid when it is too long."""
        text = words.strip()
        demand(rules.check_words(text))
        known = store.words(self._db, period)
        if text == ("" if known is None else known[1]):
            return
        with self._db.unit("pack_text.written") as unit:
            store.write(unit, period, text, None if known is None else known[0])

    def definition(self, indicator: Indicator) -> str:
        """How an indicator is counted, in words."""
        profile, today = self._settings.profile, self._db.clock.today()
        text = self._settings.text(TEXT, profile.language, today)
        return text.passage(f"definition_{indicator.value}")

    # the pack

    def of(self, period: ReportPeriod, told: Callable[[int, int], None] | None = None) -> Pack:
        """All of a period, as far as it has come. Invalid `day_in_future`."""
        sheet = self._from.indicators.of(period, told)
        until = sheet.until
        averted = sheet.card(Indicator.EVICTIONS_AVERTED).now
        kept = averted.figure.behind
        ended = () if averted.whole is None else averted.whole.behind
        saved = frozenset(kept)
        earlier = self._kept(period.before)
        return Pack(
            sheet,
            self.words(period),
            self._effect(period.first - _DAY, until),
            self._need(period.first, until),
            CasesEnded(
                Figure("evictions_opened", store.opened(self._db, period.first, until)),
                Figure("evictions_kept", kept),
                Figure("evictions_lost", tuple(each for each in ended if each not in saved)),
            ),
            self._changed(period.before, earlier),
            None if earlier is None else earlier.kept_at.date(),
            tuple(map(self._tables, sheet.periods)),
            store.held(self._db),
        )

    def _tables(self, period: ReportPeriod) -> PeriodTables:
        """What the own pack of a period would tell, so that no trend undoes it (B16)."""
        until = period.until(self._db.clock.today())
        effect = self._effect(period.first - _DAY, until)
        return PeriodTables(
            period,
            self._waiting(until),
            None if effect is None else editions.matrix(effect),
            tuple(self._part(each) for each in quarters_of(period, self._db.clock.today())),
        )

    def _waiting(self, day: date) -> tuple[int, ...]:
        try:
            return tuple(each.figure.count for each in self._from.waiting.at(day).groups)
        except Invalid:
            return ()

    def _part(self, quarter: ReportPeriod) -> PackPart:
        """A quarter of a longer period, which is the sum of its quarters."""
        until = quarter.until(self._db.clock.today())
        read = tuple(self._from.indicators.reading(each, quarter) for each in editions.ADDED)
        averted = next(each for each in read if each.indicator is Indicator.EVICTIONS_AVERTED)
        ended = 0 if averted.whole is None else averted.whole.count
        try:
            given = self._from.waiting.allocated(quarter.first, until).groups
        except Invalid:
            given = ()
        return PackPart(
            tuple((each.group, each.figure.count) for each in given),
            len(store.opened(self._db, quarter.first, until)),
            averted.counted,
            ended - averted.counted,
            read,
        )

    def _effect(self, first: date, last: date) -> Effect | None:
        found = self._from.effects.of(first, last)
        return found if found.anyone else None

    def _need(self, first: date, last: date) -> tuple[GroupNeed, ...]:
        """By main group; empty before the register began."""
        try:
            balance = self._from.stock.balance(last)
            allocated = self._from.waiting.allocated(first, last)
        except Invalid:
            return ()
        given = {each.group: each.figure.count for each in allocated.groups}
        homes = {row.group: row.total for row in balance.rows}
        groups = dict.fromkeys((*homes, *given))
        return tuple(
            GroupNeed(
                group,
                homes[group].homes.count if group in homes else 0,
                homes[group].waiting.count if group in homes else 0,
                given.get(group, 0),
            )
            for group in groups
        )

    # on paper

    def paper(self, pack: Pack, edition: PackEdition, shape: PackShape) -> Document:
        """One edition of it, to be printed."""
        profile, now = self._settings.profile, self._db.clock.now()
        least = self._least() if edition is PackEdition.OUTSIDE else 0
        text = self._settings.text(TEXT, profile.language, now.date())
        return quarter_pack(PackPaper(profile, pack, now, edition, shape, least), text)

    def make(
        self, period: ReportPeriod, told: Callable[[int, int], None] | None = None
    ) -> tuple[FinishedPack, ...]:
        """Both editions as pages and slides; `told` hears of each step and may raise to stop."""

        def step(done: int) -> None:
            if told is not None:
                told(done, STEPS)

        step(0)
        pack = self.of(period, lambda _done, _all: step(0))
        made: list[FinishedPack] = []
        for edition in PackEdition:
            files: list[bytes] = []
            for shape in PackShape:
                step(1 + len(made) * len(PackShape) + len(files))
                files.append(render(self.paper(pack, edition, shape)))
            held = frozenset[str]()
            if edition is PackEdition.OUTSIDE:
                held = editions.held_back(pack, self._least())
            pages, slides = files
            made.append(FinishedPack(edition, pages, slides, held))
        step(STEPS - 1)
        return tuple(made)

    def _least(self) -> int:
        return least_shown(self._settings.parameters, self._db.clock.today())

    def handed_out(self, period: ReportPeriod, made: FinishedPack) -> None:
        """An outside edition was printed or saved: what it held back is held back from now on."""
        if made.edition is not PackEdition.OUTSIDE or made.held <= store.held(self._db):
            return
        with self._db.unit("outside_edition.handed_out", final=True) as unit:
            store.hand_out(unit, period, made.held)

    # what was said

    def keep(self, period: ReportPeriod, counted: Pack | None = None) -> int:
        """Freeze the numbers of a period, counted just now or here.

        OfficeError while it runs, and for a year.
        """
        kind = KINDS.get(period.span)
        if kind is None:
            raise OfficeError("pack_of_year_not_kept")
        if period.runs(self._db.clock.today()):
            raise Invalid([Problem("period", "pack_period_runs", remedy=period.last)])
        found = used(self._settings.parameters, (LEAST,), period.last)
        figures = rules.figures(counted or self.of(period))
        return self._from.snapshots.keep(kind, period.first, period.last, figures, found)

    def kept(self, period: ReportPeriod) -> Snapshot | None:
        """What was kept of a period, the newest."""
        return self._kept(period)

    def changed(self, period: ReportPeriod) -> tuple[Changed, ...]:
        """What is counted otherwise now than when it was kept."""
        return self._changed(period, self._kept(period))

    def _kept(self, period: ReportPeriod) -> Snapshot | None:
        kind = KINDS.get(period.span)
        if kind is None:
            return None
        return self._from.snapshots.at(kind, period.first, period.last)

    def _changed(self, period: ReportPeriod, kept: Snapshot | None) -> tuple[Changed, ...]:
        """Only the indicators are held against what was kept."""
        if kept is None:
            return ()
        now = [
            reading.figure
            for indicator in Indicator
            if (reading := self._from.indicators.reading(indicator, period)).value is not None
        ]
        names = {each.value for each in Indicator}
        found = self._from.snapshots.compare(kept, now)
        return tuple(each for each in found if each.key in names and each.then != each.now)
