"""A person who is helped by other units, for the tests."""

from dataclasses import dataclass
from datetime import date

from app.core.ids import PersonId, ServiceUnitId
from app.followup.services.model import BasisDraft, ContactDraft, KnownBy, ServiceDraft
from app.office import Office
from app.people.consents.model import Consent, ConsentScope

TODAY = date(2026, 11, 23)
SINCE, UNTIL = date(2026, 6, 1), date(2027, 6, 1)


@dataclass(frozen=True)
class Helped:
    """The person, and the consent that lets the office know what health does."""

    person: PersonId
    consent: int


def unit_of(office: Office, code: str) -> ServiceUnitId:
    """A ready unit by its code."""
    return next(each.id for each in office.service_units.all() if each.code == code)


def by(consent: int) -> BasisDraft:
    """A consent to lean on."""
    return BasisDraft(KnownBy.CONSENT, consent)


def agrees(
    office: Office,
    person: PersonId,
    scope: ConsentScope = ConsentScope.TALK_WITH_HEALTH,
    until: date | None = UNTIL,
    body: str = "",
) -> int:
    """A consent from the first of June."""
    return office.consents.add(Consent(person, scope, SINCE, until, body))


def helped(office: Office, person: PersonId) -> Helped:
    """Home services and Siri Testmo there, by consent."""
    consent = agrees(office, person)
    home = unit_of(office, "home_services")
    service = ServiceDraft(home, "Praktisk bistand", "2026-014", since=SINCE, until=UNTIL)
    office.services_given.add(person, service, by(consent))
    contact = ContactDraft(home, "Siri Testmo", "primærkontakt", "900 00 111", SINCE)
    office.services_given.add_contact(person, contact)
    return Helped(person, consent)
