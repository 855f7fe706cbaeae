"""A family with children whose home is at stake, and the units that help it."""

from datetime import date

from app.core.ids import DocumentId, EvictionCaseId, PersonId, ServiceUnitId
from app.evictions.units.model import NoteDraft, UnitAround
from app.followup.services.model import ContactDraft, ServiceDraft
from app.letters.model import Channel
from app.office import Office
from app.people.consents.model import ConsentScope
from app.people.model import HouseholdKind, MemberDraft, Presence, Role
from tests.app.evictions.desk import open_case
from tests.app.followup.services.helped import agrees, by, unit_of
from tests.factories import a_person, a_profile, an_officer

SINCE = date(2026, 6, 1)
ASKS = "Ring oss i dag. Vi vil avtale hvem som gjør hva."


class Family:
    """Kari with two children, helped by «psykisk helse og rus» by consent; a petition has come."""

    def __init__(self, office: Office, *, children: bool = True, **person: object) -> None:
        office.settings.change_profile(a_profile())
        office.settings.admit(an_officer())
        self.office = office
        self.person: PersonId = office.people.register(a_person(**person))
        if children:
            self._children()
        self.health = unit_of(office, "mental_health_and_substance_use")
        self.nav = unit_of(office, "nav")
        self.welfare = unit_of(office, "child_welfare")
        self.consent = agrees(office, self.person, ConsentScope.TALK_WITH_HEALTH)
        basis = by(self.consent)
        given = office.services_given
        given.add(self.person, ServiceDraft(self.health, "Samtaler", since=SINCE), basis)
        given.add_contact(
            self.person, ContactDraft(self.health, "Siri Testmo", phone="55 55 10 10", since=SINCE)
        )
        self.case: EvictionCaseId = open_case(office, self.person)

    def _children(self) -> None:
        people = self.office.people
        members = [MemberDraft(self.person, Role.APPLICANT)]
        for name, born, there in (
            ("Elif", date(2017, 3, 4), Presence.LIVES_HERE),
            ("Emre", date(2022, 5, 6), Presence.VISITS),
        ):
            child = people.register(
                a_person(given_name=name, national_id="", birth_date=born, phone="")
            )
            members.append(MemberDraft(child, Role.CHILD, there))
        people.found_household(HouseholdKind.SINGLE_PARENT, tuple(members))

    def around(self, unit: ServiceUnitId) -> UnitAround:
        """One of the units."""
        every = self.office.unit_notes.around(self.case)
        return next(each for each in every if each.unit == unit)

    def note(self, unit: ServiceUnitId, **changes: object) -> NoteDraft:
        """A note on the ground that is proposed."""
        offer = self.around(unit).proposed
        facts = {"ground": None if offer is None else offer.ground, "asks": ASKS} | changes
        return NoteDraft(unit, **facts)  # type: ignore[arg-type]  # the draft's own fields

    def send(self, document: DocumentId, day: date) -> None:
        """It goes out."""
        self.office.letters.sent(document, day, Channel.DIGITAL_MAILBOX, "kvittering 1")
