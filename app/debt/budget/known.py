"""Budgets of a case as they are known: counted when they are asked for, never stored."""

from datetime import date

from app.core.errors import NotFound
from app.core.ids import BudgetId, DebtCaseId
from app.core.money import Ore
from app.core.parameters import Parameters
from app.debt.budget import offers, rules, store
from app.debt.budget.bostotte import rules as bostotte
from app.debt.budget.bostotte.model import Bostotte, BostotteFacts
from app.debt.budget.model import NOW, Budget, BudgetOffer, BudgetVersion, Economies
from app.debt.budget.offers import Claims
from app.debt.economy.model import BudgetHousehold
from app.debt.service import DebtCases
from app.settings.service import Settings
from app.storage.database import Database


class KnownBudgets:
    """What is known of budgets; the verbs stand in the service."""

    def __init__(
        self, db: Database, cases: DebtCases, economies: Economies, settings: Settings
    ) -> None:
        self._db = db
        self._cases = cases
        self._economies = economies
        self._settings = settings
        self._claims: Claims | None = None

    def know_claims(self, claims: Claims) -> None:
        """Who knows what is claimed: told once they are there."""
        self._claims = claims

    def of(self, case: DebtCaseId) -> tuple[BudgetVersion, ...]:
        """The versions somebody has made, the oldest first."""
        return store.versions(self._db, case)

    def get(self, budget: BudgetId) -> BudgetVersion:
        """One of them; NotFound when there is none."""
        case = store.case_of(self._db, budget)
        found = () if case is None else self.of(case)
        for each in found:
            if each.id == budget:
                return each
        raise NotFound("budget_not_found")

    def now(self, case: DebtCaseId, on: date | None = None) -> BudgetVersion:
        """The one that nobody has made: the economy and the rates of a day, nothing changed."""
        day = on or self._today
        return BudgetVersion(NOW, case, "", day, day)

    def chosen(self, case: DebtCaseId, on: date | None = None) -> BudgetVersion:
        """The one that holds on a day: the chosen version, else what the economy gives."""
        day = on or self._today
        named = store.chosen(self._db, case, day)
        return self.now(case, day) if named is None else self.get(named)

    def compute(self, case: DebtCaseId, version: BudgetVersion) -> Budget:
        """A version counted: every line, what is left, and what is missing or to look at."""
        economy = self._economies.of(case, version.counted_for)
        return rules.compose(version, economy, self._parameters, self._today)

    def household(self, version: BudgetVersion) -> BudgetHousehold | None:
        """Whom a version is for."""
        return self._economies.of(version.case, version.counted_for).household

    def available(self, case: DebtCaseId, on: date | None = None) -> Ore | None:
        """What is left for creditors each month by the budget that holds; 0 when nothing is.

        None while the budget can not be counted: no household, no income, or no rates that day.
        """
        counted = self.compute(case, self.chosen(case, on))
        return Ore(max(0, counted.available)) if counted.whole else None

    def offers(self, budget: Budget) -> tuple[BudgetOffer, ...]:
        """How what a budget leaves may be shared: home, power and children first (GJ-05)."""
        if self._claims is None or not budget.whole:
            return ()
        claims = self._claims.of(budget.version.case)
        return offers.offers(claims, budget.available, self._parameters, self._today)

    def bostotte_facts(
        self, case: DebtCaseId, on: date | None = None
    ) -> tuple[date, BostotteFacts] | None:
        """What the person told when the housing allowance was last checked, with the day."""
        return store.bostotte(self._db, case, on or self._today)

    def bostotte(self, case: DebtCaseId, on: date | None = None) -> Bostotte | None:
        """The last check by the numbers of the day it was made; None when there is none."""
        known = self.bostotte_facts(case, on)
        if known is None:
            return None
        found, _problems = bostotte.check(known[1], self._parameters, known[0])
        return found

    @property
    def _parameters(self) -> Parameters:
        return self._settings.parameters

    @property
    def _today(self) -> date:
        return self._db.clock.today()
