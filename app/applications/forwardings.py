"""Sending a request on to another unit; it closes nothing here (BS-08)."""

from collections.abc import Iterator
from datetime import date

from app.applications.model import Application, Forwarding
from app.applications.service import Applications
from app.core.errors import Problem, demand
from app.core.ids import ApplicationId, Ref
from app.storage.database import Database


class Forwardings:
    """Log that a request was sent on. State, clock and place on the list stay as they are."""

    def __init__(self, db: Database, applications: Applications) -> None:
        self._db = db
        self._applications = applications

    def forward(self, application: ApplicationId, unit: str, reason: str, since: date) -> None:
        """Sent to that unit that day; Invalid without a unit, or with a day that can not be."""
        known = self._applications.get(application)
        demand(_problems(known, unit, since, self._db.clock.today()))
        subject = Ref("application", application)
        with self._db.unit("application.forwarded", subject) as writing:
            writing.insert(
                "application_forwarding",
                application=application,
                since=since,
                unit=unit.strip(),
                reason=reason.strip(),
            )

    def of(self, application: ApplicationId) -> tuple[Forwarding, ...]:
        """Where one case has been sent, oldest first."""
        return self._db.select(
            lambda unit, since, reason, row: Forwarding(
                unit, date.fromisoformat(since), reason, row
            ),
            "SELECT unit, since, reason, id FROM application_forwarding WHERE application = ?"
            " ORDER BY since, id",
            (application,),
        )


def _problems(known: Application, unit: str, since: date, today: date) -> Iterator[Problem]:
    if not unit.strip():
        yield Problem("unit", "forward_unit_missing")
    if since > today:
        yield Problem("since", "day_in_future")
    elif since < known.received_on:
        yield Problem("since", "forwarded_before_received", facts={"received": known.received_on})
