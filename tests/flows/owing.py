"""A tenant of the town who owes rent, whose life the stories tell."""

from dataclasses import dataclass
from datetime import date

from app.alerts.model import AlertId
from app.arrears.accounts.model import ChargeDraft, PaymentDraft
from app.arrears.steps.claims.model import ClaimDraft
from app.arrears.steps.model import ArrearsStepKind, ContactDraft, Proposed
from app.core.ids import EvictionCaseId, LeaseId, PersonId, Ref
from app.core.money import Ore, kroner
from app.evictions.model import EvictionCase
from app.letters.model import Channel, DocumentKind
from app.office import Office
from app.people.model import Address
from tests.factories import a_dwelling, a_person
from tests.flows.tenancy import Life
from tests.flows.town import Town

RENT = kroner(8200)
DUE = date(2026, 12, 1)
STREET = "Gjømmeveien"
HOME = f"{STREET} 77"


@dataclass(slots=True)
class Owing:
    """One lease whose rent of December is not paid."""

    life: Life

    @property
    def town(self) -> Town:
        """Where it happens."""
        return self.life.town

    @property
    def office(self) -> Office:
        """As it is open now."""
        return self.life.town.office

    @property
    def today(self) -> date:
        """By the moved clock."""
        return self.town.clock.today()

    @property
    def lease(self) -> LeaseId:
        """What they rent."""
        return self.life.lease

    @property
    def person(self) -> PersonId:
        """Who rents it."""
        return self.life.tenant

    @property
    def next(self) -> Proposed:
        """What comes next."""
        return self.office.arrears_steps.next(self.lease)

    @property
    def case(self) -> EvictionCase:
        """The one case there is."""
        (case,) = self.office.eviction_cases.of_person(self.person)
        return case

    def alerts(self) -> set[AlertId]:
        """What I dag says about the tenancy, the case and the person."""
        mine = {Ref("lease", self.lease), Ref("person", self.person)}
        mine |= {
            Ref("eviction_case", each.id)
            for each in self.office.eviction_cases.of_person(self.person)
        }
        return {each.id for each in self.office.alerts.today() if each.case in mine}

    def claim(self, due_on: date) -> None:
        """A month's rent comes due."""
        draft = ChargeDraft(due_on=due_on, amount=RENT, month=f"{due_on:%Y-%m}")
        self.office.arrears.add_charge(self.lease, draft)

    def pay(self, amount: Ore) -> None:
        """Money today."""
        self.office.arrears.add_payment(self.lease, PaymentDraft(self.today, amount))

    def talk(self, kind: ArrearsStepKind, words: str) -> None:
        """We spoke together today."""
        draft = ContactDraft(kind, self.today, spoke=True, words=words)
        self.office.arrears_steps.log_contact(self.lease, draft)

    def writes(self, kind: ArrearsStepKind, letter: DocumentKind) -> None:
        """A letter of the money track, sent today."""
        self.office.arrears_letters.issue(self.lease, kind, ClaimDraft(self.today))
        self.sends(letter)

    def sends(self, *kinds: DocumentKind) -> None:
        """Every letter of these kinds that waits."""
        for row in self.office.letters.to_send():
            if row.kind in kinds:
                self.office.letters.sent(row.id, self.today, Channel.LETTER, "Postkassen")

    def reopen(self) -> None:
        """Lock and open: the same register, the same history, the same sums."""
        before = self.office.arrears.account(self.lease)
        self.life.reopen()
        assert self.office.arrears.account(self.lease) == before


def moved_in(town: Town) -> Owing:
    """A mother and her child in a dwelling of ours; her rent of December comes due."""
    office = town.office
    dwelling = office.dwellings.register(a_dwelling())
    address = Address(HOME, "2211", "Lia")
    application = town.apply(applicant=a_person(address=address))
    vedtak = town.grant(application, dwelling)
    lease = office.leases.prepare(vedtak=vedtak)
    office.leases.issue(lease)
    office.leases.signed(lease, town.clock.today())
    person = office.leases.get(lease).draft.tenant
    one = Owing(Life(town, lease, dwelling, person))
    town.until(DUE)
    one.claim(DUE)
    return one


def case_id(one: Owing) -> EvictionCaseId:
    """The number the services know it by."""
    return one.case.id
