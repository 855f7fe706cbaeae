"""A household with a little of everything, on a real register."""

from datetime import date

from app.core.ids import LeaseId, PersonId
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.levels.model import HelpLevel
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from app.people.model import HouseholdKind, MemberDraft, PersonDraft, Role
from tests.app.arrears.desk import owing
from tests.app.debt.desk import asked
from tests.app.evictions.desk import open_case
from tests.factories import a_profile, an_officer

LATE = date(2026, 11, 2)
NOTE = "Ringte Kari hjemme i Ødegårdsvegen."


class HouseholdDesk:
    """Kari rents a flat, owes November, lives with a child, and is helped."""

    def __init__(self, office: Office) -> None:
        self.office = office
        office.settings.change_profile(a_profile())
        office.settings.admit(an_officer())
        self.lease: LeaseId = owing(office, LATE)
        self.person: PersonId = office.arrears.tenancy(self.lease).tenant
        self.child = office.people.register(
            PersonDraft("Elif", "Demirova", birth_date=date(2017, 3, 4))
        )
        members = (MemberDraft(self.person, Role.APPLICANT), MemberDraft(self.child, Role.CHILD))
        office.people.found_household(HouseholdKind.SINGLE_PARENT, members)
        self.note(NOTE)

    def note(self, words: str, *, nav_only: bool = False) -> None:
        """A talk on the phone."""
        self.office.contact_notes.add(
            self.person,
            ContactNoteDraft(
                date(2026, 11, 20),
                ContactChannel.PHONE,
                ContactOutcome.REACHED,
                words,
                nav_only=nav_only,
            ),
        )

    def everything(self) -> None:
        """Advice, a home in danger, a level and a consent besides."""
        asked(self.office, self.person)
        open_case(self.office, self.person)
        self.office.levels.set(self.person, HelpLevel.SUPPORT, "Avtalt")
        until = date(2027, 11, 23)
        self.office.consents.add(
            Consent(self.person, ConsentScope.TALK_WITH_HEALTH, date(2026, 11, 23), until)
        )
