"""Gathers what a dwelling and those on the list are held against, in one read for the list."""

from collections.abc import Callable, Iterable
from datetime import date

from app.allocation.offers import reserve_store
from app.allocation.offers import store as offer_store
from app.allocation.offers.model import InForce
from app.allocation.rulesets.model import DebtStage, RuleSet
from app.allocation.suitability import store
from app.allocation.suitability.fitting import Fit
from app.allocation.suitability.model import Home, Suitability, Wants
from app.core.ids import ApplicationId, DwellingId
from app.storage.database import Database


class FitFacts:
    """Reads them; without `rule_sets` the rules are the program's own proposal."""

    def __init__(self, db: Database, rule_sets: InForce | None) -> None:
        self._db = db
        self._rule_sets = rule_sets

    def rules(self, day: date) -> RuleSet:
        """The rules in force on a day."""
        return RuleSet() if self._rule_sets is None else self._rule_sets.in_force(day).rules

    def barred(self, dwelling: DwellingId, application: ApplicationId, day: date) -> bool:
        """Whether the dwelling is never for this household: there is a child in it."""
        suited = store.of(self._db, dwelling, day) or Suitability()
        return not suited.for_children and store.has_child(self._db, application, day)

    def by_agreement(self, application: ApplicationId, day: date) -> bool:
        """Whether the household is settled by agreement with the state (D8)."""
        found = store.wants(self._db, (application,), day)
        return found[application].by_agreement if application in found else False

    def debt_stops_lease(self, application: ApplicationId, day: date) -> bool:
        """Whether old debt must be settled first by the rules, without a plan that is enough."""
        rules = self.rules(day)
        wants = store.wants(self._db, (application,), day).get(application, Wants())
        if not wants.owed or rules.debt_stage is DebtStage.NONE:
            return False
        return wants.planned_on is None or not rules.debt_plan_is_enough

    def home(self, dwelling: DwellingId, day: date) -> Home:
        """What holds for a dwelling."""
        offer = offer_store.open_on(self._db, dwelling)
        held = (r for r in reserve_store.of_dwelling(self._db, dwelling) if r.holds(day))
        return Home(
            dwelling,
            store.of(self._db, dwelling, day) or Suitability(),
            next(held, None),
            None if offer is None else offer.application,
        )

    def fits(
        self, dwelling: DwellingId, applications: Iterable[ApplicationId], day: date
    ) -> Callable[[ApplicationId], Fit]:
        """For each of some applications, all that the match asks for."""
        home, rules = self.home(dwelling, day), self.rules(day)
        wants = store.wants(self._db, applications, day)
        return lambda one: Fit(home, wants.get(one, Wants()), rules, day)
