"""The day an applicant leaves an institution or prison without a home (A3, A4, AL-18)."""

from dataclasses import dataclass, field
from datetime import date

from app.core.errors import Problem, demand
from app.core.ids import ApplicationId, Ref
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Leaving:
    """An open application whose applicant leaves on a day and has no home to go to."""

    application: ApplicationId
    number: str
    name: str = field(repr=False)
    leaves_on: date
    told_on: date


_LEAVING = (
    "SELECT a.id, a.number, trim(p.given_name || ' ' || p.family_name), f.leaves_on, f.since"
    " FROM planned_discharge f"
    " JOIN application a ON a.id = f.application JOIN person p ON p.id = a.applicant"
    " JOIN application_newest n ON n.id = a.id AND n.state IN"
    " ('received', 'incomplete', 'in_assessment', 'granted_waiting')"
    " WHERE f.since <= ?1 AND f.leaves_on <= ?2 AND NOT EXISTS (SELECT 1 FROM planned_discharge l"
    " WHERE l.application = f.application AND l.since <= ?1 AND (l.since, l.id) > (f.since, f.id))"
    " ORDER BY f.leaves_on, a.id"
)


class Discharges:
    """Tell the day, and see who leaves soon."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, application: ApplicationId, as_of: date | None = None) -> date | None:
        """The day that was told last by a day; None when there is none."""
        day = as_of or self._db.clock.today()
        return self._db.first(
            lambda told: date.fromisoformat(told) if told else None,
            "SELECT leaves_on FROM planned_discharge WHERE application = ? AND since <= ?"
            " ORDER BY since DESC, id DESC LIMIT 1",
            (application, day.isoformat()),
        )

    def leaving(self, until: date) -> tuple[Leaving, ...]:
        """Every applicant without a home who leaves by a day, the first to leave first."""
        today = self._db.clock.today().isoformat()
        return self._db.select(
            _leaving,
            _LEAVING,
            (today, until.isoformat()),
        )

    def tell(self, application: ApplicationId, leaves_on: date | None) -> None:
        """The day as it is known today, None when it is called off; Invalid for a day gone by."""
        today = self._db.clock.today()
        gone = leaves_on is not None and leaves_on < today
        demand([Problem("leaves_on", "discharge_day_passed", remedy=today)] if gone else [])
        with self._db.unit("application.discharge_told", Ref("application", application)) as unit:
            unit.insert(
                "planned_discharge", application=application, since=today, leaves_on=leaves_on
            )


def _leaving(application: int, number: str, name: str, leaves_on: str, since: str) -> Leaving:
    day, told = date.fromisoformat(leaves_on), date.fromisoformat(since)
    return Leaving(ApplicationId(application), number, name, day, told)
