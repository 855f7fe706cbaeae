"""Reads the settled households and their leases on a day."""

from collections import defaultdict
from datetime import date

from app.core.errors import demand
from app.core.ids import PersonId
from app.leases.model import LeaseRow, LeaseState
from app.leases.service import Leases
from app.overview.cohorts import rules
from app.overview.cohorts.model import Cohorts, SettledHome
from app.overview.figures import beginning
from app.overview.figures.days import day_problems
from app.storage.database import Database

_NEVER = frozenset({LeaseState.DRAFT, LeaseState.TO_SIGN, LeaseState.CANCELLED})


class RefugeeCohorts:
    """Refugees settled year by year, and who has left municipal housing (B17)."""

    def __init__(self, db: Database, leases: Leases) -> None:
        self._db = db
        self._leases = leases

    @property
    def began(self) -> date | None:
        """The first day anyone is known to be settled; None while nobody is."""
        return beginning.began(self._db, "SELECT min(settled_on) FROM settlement")

    def at(self, day: date) -> Cohorts:
        """As known on a day; Invalid for a day to come, or before the first settlement known."""
        demand(day_problems("day", day, self.began, self._db.clock.today()))
        tenancies: dict[PersonId, list[LeaseRow]] = defaultdict(list)
        for lease in self._leases.rows(day):
            if lease.state not in _NEVER:
                tenancies[lease.tenant].append(lease)
        homes = [
            _home(*settled, [each for person in people for each in tenancies.get(person, ())])
            for settled, people in self._settled(day).items()
        ]
        return rules.cohorts(homes, day)

    def _settled(self, day: date) -> dict[tuple[int, int, date], set[PersonId]]:
        """Application, persons and day of each settlement, with everyone in the household."""
        found: dict[tuple[int, int, date], set[PersonId]] = defaultdict(set)
        for application, persons, settled_on, applicant, member in self._db.select(
            lambda *row: row,
            "SELECT s.application, s.persons, s.settled_on, a.applicant, m.person"
            " FROM settlement s JOIN application a ON a.id = s.application"
            " LEFT JOIN household_member m ON m.household = a.household"
            " WHERE s.settled_on <= ?1 AND s.cancelled_on IS NULL ORDER BY s.settled_on, s.id",
            (day.isoformat(),),
        ):
            people = found[application, persons, date.fromisoformat(settled_on)]
            people.add(PersonId(applicant))
            if member is not None:
                people.add(PersonId(member))
        return found


def _home(application: int, persons: int, settled_on: date, leases: list[LeaseRow]) -> SettledHome:
    """One lease that runs is enough; else the last day of the last one since they came."""
    rents = any(lease.state.holds for lease in leases)
    ends = (lease.ended_on or lease.end for lease in leases)
    left = max((end for end in ends if end is not None and end >= settled_on), default=None)
    return SettledHome(application, persons, settled_on, rents, None if rents else left)
