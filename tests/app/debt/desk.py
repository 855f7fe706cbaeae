"""What tests of economic advice begin with: somebody who has asked, and work that has begun."""

from dataclasses import replace
from datetime import date, timedelta

from app.applications.model import Channel
from app.core.ids import DebtCaseId, PersonId
from app.debt.model import AcuteScreen, DebtTopic, RequestDraft, Screened
from app.office import Office
from tests.factories import registered_person


def a_request(person: PersonId | None = None, **changes: object) -> RequestDraft:
    """Somebody came by and asked about loans."""
    draft = RequestDraft(
        person=person,
        channel=Channel.IN_PERSON,
        topics=frozenset({DebtTopic.CONSUMER_DEBT}),
        words="Har flere lån.",
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # fields of the draft by name


def calm(since: date) -> AcuteScreen:
    """Every question asked, nothing urgent."""
    return AcuteScreen(since, Screened.NO, None, Screened.NO, None, Screened.NO, Screened.NO)


def asked(office: Office, person: PersonId | None = None, days: int = 0) -> DebtCaseId:
    """A request that came so many days ago."""
    who = registered_person(office) if person is None else person
    day = office.clock.today() - timedelta(days=days)
    return office.debt_cases.register(a_request(who, received_on=day))


def begun(office: Office, person: PersonId | None = None, days: int = 0) -> DebtCaseId:
    """Work that began on the day of the request."""
    case = asked(office, person, days)
    office.debt_cases.start(case, office.debt_cases.get(case).received_on)
    return case
