"""Those who waited and were housed, from day to day, for tests of counts."""

from datetime import date

from app.applications.model import ApplicationKind, ApplicationState, TargetGroup
from app.core.ids import ApplicationId
from app.office import Office
from tests.app.applications.conftest import a_new_application
from tests.factories import a_number, a_person

S = ApplicationState
G = TargetGroup
SEEN = date(2026, 2, 2)


class Desk:
    """Puts households on the list and takes them off, on days of the test's choice."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._count = 0

    def asks(
        self,
        group: TargetGroup | None = G.SUBSTANCE_USE,
        received: date = SEEN,
        kind: ApplicationKind = ApplicationKind.NEW,
        bedrooms: int | None = 1,
    ) -> ApplicationId:
        """One more application, received that day."""
        number = a_number(date(1980, 1, 1 + self._count % 28), self._count // 28)
        self._count += 1
        draft = a_new_application(
            applicant=a_person(national_id=number, birth_date=None),
            received_on=received,
            group=group,
            kind=kind,
            bedrooms=bedrooms,
        )
        return self.office.applications.register(draft)

    def becomes(self, application: ApplicationId, state: ApplicationState, since: date) -> None:
        """A state from a day, as the register would have it."""
        with self.office.unit("application.state_changed") as unit:
            unit.insert(
                "application_state", application=application, since=since, state=state.value
            )

    def waits(self, since: date, group: TargetGroup | None = G.SUBSTANCE_USE) -> ApplicationId:
        """One who is granted a dwelling that day."""
        made = self.asks(group)
        self.becomes(made, S.GRANTED_WAITING, since)
        return made

    def housed(
        self, granted: date, on: date, group: TargetGroup | None = G.SUBSTANCE_USE
    ) -> ApplicationId:
        """One who was granted one day and got a dwelling another."""
        made = self.waits(granted, group)
        self.becomes(made, S.ALLOCATED, on)
        return made
