"""Reads who may lose their home, each service once for everyone."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from app.arrears.signals.service import EarlySignals
from app.arrears.steps.service import ArrearsSteps
from app.core.ids import LeaseId, PersonId
from app.core.records import dataclass
from app.evictions.model import EvictionOutcome
from app.evictions.service import EvictionCases
from app.followup.owners.service import Owners
from app.followup.plans.service import Plans
from app.leases.model import LeaseRow
from app.leases.notices.service import Notices
from app.leases.service import Leases
from app.overview.at_risk import rules
from app.overview.at_risk.model import AtRiskRow, Risk, RiskSet
from app.people.model import AddressProtection, PersonRow
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered

MONTHS, DAYS = "local.at_risk_months", "local.at_risk_days"


@dataclass(frozen=True, slots=True)
class Sources:
    """Those who know something of it."""

    people: People
    leases: Leases
    notices: Notices
    steps: ArrearsSteps
    signals: EarlySignals
    cases: EvictionCases
    plans: Plans
    owners: Owners


class AtRisk:
    """The list «I ferd med å miste boligen»; nothing is stored, so nothing can go stale."""

    def __init__(self, db: Database, settings: Settings, sources: Sources) -> None:
        self._db = db
        self._settings = settings
        self._from = sources
        self._remembered: Remembered[tuple[AtRiskRow, ...]] = Remembered(db)

    def rows(self) -> tuple[AtRiskRow, ...]:
        """Everyone with a reason today, the most pressing first (SD-08)."""
        return self._remembered.get(self._today, self._rows)

    def belongs(self, row: AtRiskRow, which: RiskSet) -> bool:
        """Whether a person stands in a part of the list."""
        return rules.belongs(row, which)

    def _rows(self) -> tuple[AtRiskRow, ...]:
        known = self._from
        leases = known.leases.rows()
        risks: dict[PersonId, list[Risk]] = defaultdict(list)
        for person, risk in self._risks(leases):
            risks[person].append(risk)
        homes = {row.tenant: row.address for row in leases if row.state.lived_in}
        homes.update(
            (case.person, case.home) for case in known.cases.rows() if case.threatened and case.home
        )
        planned = {row.person for row in known.plans.rows()}
        return rules.ranked(
            self._row(person, risks[person.id], homes, planned)
            for person in known.people.rows_of(tuple(sorted(risks)))
        )

    def _row(
        self,
        person: PersonRow,
        risks: list[Risk],
        homes: dict[PersonId, str],
        planned: set[PersonId],
    ) -> AtRiskRow:
        found = rules.in_order(risks)
        owner = self._from.owners.all().get(person.id)
        open_home = person.protection is AddressProtection.NONE
        return AtRiskRow(
            person=person.id,
            name=person.name,
            protection=person.protection,
            home=homes.get(person.id, "") if open_home else "",
            risks=found,
            step=rules.step_after(found),
            ages=self._from.people.children().get(person.id, ()),
            planned=person.id in planned,
            coordinator=owner.coordinator if owner is not None else "",
        )

    def _risks(self, leases: tuple[LeaseRow, ...]) -> Iterator[tuple[PersonId, Risk]]:
        """Every reason there is, with whose it is."""
        known, parameters, today = self._from, self._settings.parameters, self._today
        months, days = parameters.whole(MONTHS, today), parameters.whole(DAYS, today)
        lost = self._lost()
        tenants: dict[LeaseId, PersonId] = {row.id: row.tenant for row in leases}
        found = [
            *((each.person, rules.of_case(each)) for each in known.cases.rows()),
            *(
                (each.tenancy.tenant, rules.of_arrears(each, months, days))
                for each in known.steps.proposals()
            ),
            *((row.tenant, rules.of_lease(row, lost)) for row in leases),
            *((tenants[each.notice.lease], rules.of_notice(each)) for each in known.notices.due()),
            *((each.person, rules.of_signals(each)) for each in known.signals.rows()),
        ]
        yield from ((person, risk) for person, risk in found if risk is not None)

    def _lost(self) -> frozenset[LeaseId]:
        """The leases of homes that somebody was put out of; the keys may come back later."""
        cases = self._from.cases
        return frozenset(
            lease
            for case in cases.rows()
            if case.outcome is EvictionOutcome.CARRIED_OUT and case.lease is not None
            for lease in cases.tenancy_of(case.lease)
        )

    @property
    def _today(self) -> date:
        return self._db.clock.today()
