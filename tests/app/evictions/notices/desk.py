"""A tenancy that owes rent, with the officer who writes, and letters that are sent."""

from datetime import date

from app.arrears.model import RentChargeKind
from app.core.ids import DocumentId, LeaseId, PersonId, Ref
from app.core.money import Ore
from app.evictions.model import EnforcementGround
from app.evictions.notices.model import EvictionNoticeDraft, SocialNoticeDraft
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.letters.model import Channel, DocumentKind
from app.office import Office
from tests.app.arrears.desk import RENT, claim, owing, pay
from tests.factories import a_profile, an_officer

DUE = date(2026, 11, 2)
UNPAID = EvictionNoticeDraft(EnforcementGround.UNPAID_RENT)
NAV = SocialNoticeDraft("Nav Lia", "Torget 1\n2211 Lia")


class HomeDesk:
    """Opened on Monday 23 November 2026: the rent of November is three weeks late."""

    def __init__(self, office: Office) -> None:
        office.settings.change_profile(a_profile())
        office.settings.admit(an_officer())
        self.office = office
        self.lease: LeaseId = owing(office, DUE)

    @property
    def person(self) -> PersonId:
        """Whose home it is."""
        return self.office.arrears.tenancy(self.lease).tenant

    def claim(
        self,
        due_on: date,
        amount: Ore = RENT,
        kind: RentChargeKind = RentChargeKind.RENT,
    ) -> None:
        """A claim on the tenancy."""
        claim(self.office, self.lease, due_on, amount, kind)

    def pay(self, paid_on: date, amount: Ore) -> None:
        """Money on the tenancy."""
        pay(self.office, self.lease, paid_on, amount)

    def letters(self, kind: DocumentKind) -> list[DocumentId]:
        """The letters of a kind on the lease, oldest first."""
        rows = self.office.letters.of(Ref("lease", self.lease))
        return sorted(row.id for row in rows if row.kind is kind)

    def noticed(self, sent_on: date, channel: Channel = Channel.LETTER) -> DocumentId:
        """The notice under § 4-18, made and sent."""
        self.office.home_letters.issue_notice(self.lease, UNPAID)
        letter = self.letters(DocumentKind.EVICTION_NOTICE)[-1]
        self.office.letters.sent(letter, sent_on, channel, "kvittering 12")
        return letter

    def told(self, sent_on: date) -> None:
        """The notice under § 9-11 and its copy, made and sent."""
        self.office.home_letters.issue_social(self.lease, NAV)
        kinds = (DocumentKind.SOCIAL_SERVICE_NOTICE, DocumentKind.SOCIAL_SERVICE_NOTICE_COPY)
        for letter in (self.letters(kind)[-1] for kind in kinds):
            self.office.letters.sent(letter, sent_on, Channel.LETTER, "kvittering 13")

    def met(
        self,
        day: date,
        channel: ContactChannel = ContactChannel.MEETING,
        outcome: ContactOutcome = ContactOutcome.REACHED,
    ) -> None:
        """A meeting, or an attempt at one."""
        self.office.contact_notes.add(
            self.person, ContactNoteDraft(day, channel, outcome, "Snakket om leien")
        )

    def codes(self, on: date | None = None) -> list[str]:
        """What a petition waits for."""
        return [each.code for each in self.office.home_track.of(self.lease, on).locks]
