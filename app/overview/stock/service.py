"""Reads the stock and the need on any day."""

from dataclasses import replace
from datetime import date

from app.core.errors import demand
from app.core.ids import ApplicationId
from app.documents.model import Document
from app.overview.figures.days import day_problems
from app.overview.stock import rules, store
from app.overview.stock.model import Balance, Home, Stock, StockPaper
from app.overview.stock.prints import stock_report
from app.overview.waiting_times.service import WaitingCounts
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered

TEXT = "stock_report"


class StockCounts:
    """Dwellings by owner, allocator, kind, size, access, area and status; and who needs them."""

    def __init__(self, db: Database, settings: Settings, waiting: WaitingCounts) -> None:
        self._db = db
        self._settings = settings
        self._waiting = waiting
        self._homes: Remembered[tuple[Home, ...]] = Remembered(db)

    @property
    def began(self) -> date | None:
        """The first day the register knows of any dwelling; None while it knows none."""
        return store.began(self._db)

    def at(self, day: date, *, leave_out_for_sale: bool = False) -> Stock:
        """The stock on a day (B1 to B4).

        Invalid `day_in_future`, or `before_register_began` with the day it began as remedy.
        """
        return rules.stock(self._on(day), day, leave_out_for_sale=leave_out_for_sale)

    def balance(self, day: date) -> Balance:
        """Need against stock by group and size (E12, E13); Invalid as `at`."""
        homes = self._on(day)
        asked = store.bedrooms_asked(self._db)
        known = self._waiting.began
        late = known is not None and day < known
        waits = () if late else self._waiting.at(day).groups
        wishes = [
            (ApplicationId(ref.id), each.group, asked.get(ApplicationId(ref.id)))
            for each in waits
            for ref in each.figure.behind
        ]
        told = rules.balance(homes, wishes, day)
        return replace(told, unknown_before=known) if late else told

    def paper(self, day: date, *, leave_out_for_sale: bool = False) -> Document:
        """The page to print."""
        profile, now = self._settings.profile, self._db.clock.now()
        text = self._settings.text(TEXT, profile.language, now.date())
        stock = self.at(day, leave_out_for_sale=leave_out_for_sale)
        return stock_report(StockPaper(profile, stock, self.balance(day), now), text)

    def check(self, day: date) -> None:
        """Refuse a day as `at` does, and count nothing."""
        demand(day_problems("day", day, self.began, self._db.clock.today()))

    def _on(self, day: date) -> tuple[Home, ...]:
        self.check(day)
        return self._homes.get(day, lambda: store.homes(self._db, day))
