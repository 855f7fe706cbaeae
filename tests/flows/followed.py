"""A tenant who is followed up, whose life the stories tell."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.alerts.model import Reason
from app.core.errors import OfficeError
from app.core.ids import PersonId, PlanId, Ref, ServiceUnitId
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.individual_plans.model import (
    CoordinatorAnswer,
    CoordinatorOffer,
    CoordinatorPost,
    ParticipantDraft,
)
from app.followup.levels.model import DemandCode
from app.followup.owners.model import OwnerDraft
from app.followup.plans.model import PlanPrint
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from tests.app.followup.individual_plans.papers import DRAFT
from tests.flows.tenancy import Life
from tests.flows.town import Town

NONE_YET = PlanId(0)


@dataclass(slots=True)
class Followed:
    """One person and the running plan."""

    life: Life
    person: PersonId
    plan: PlanId = NONE_YET

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

    def reasons(self) -> set[Reason]:
        """Why the person stands on I dag."""
        case = Ref("person", self.person)
        return {each.why for each in self.office.alerts.today() if each.case == case}

    def unmet(self) -> set[DemandCode]:
        """What the level asks for and is not there."""
        return {each.code for each in self.office.levels.unmet(self.person)}

    def blocking(self) -> list[str]:
        """What stands between the plan and its print."""
        return [each.code for each in self.office.plans.problems(self.plan) if each.blocks]

    def unit(self, code: str) -> ServiceUnitId:
        """A ready unit."""
        return next(each.id for each in self.office.service_units.all() if each.code == code)

    def vedtak(self) -> str:
        """The number of the one the lease rests on."""
        vedtak = self.office.leases.get(self.life.lease).draft.vedtak
        assert vedtak is not None
        return self.office.decisions.get(vedtak).number

    def agrees(self, scope: ConsentScope, body: str = "") -> int:
        """A consent for a year from today."""
        until = self.today + timedelta(days=365)
        return self.office.consents.add(Consent(self.person, scope, self.today, until, body))

    def withdraws(self, scope: ConsentScope) -> None:
        """Takes back what holds."""
        held = self.office.consents.holding(self.person, scope)
        assert held is not None
        self.office.consents.withdraw(held.id)

    def talk(self, outcome: ContactOutcome, words: str, again: int | None = None) -> int:
        """A call today, with a next step in so many days."""
        later = None if again is None else self.today + timedelta(days=again)
        note = ContactNoteDraft(self.today, ContactChannel.PHONE, outcome, words, later)
        return self.office.contact_notes.add(self.person, note)

    def prints(self) -> None:
        """The plan, agreed on the day."""
        made = self.office.plan_papers.issue(self.plan, PlanPrint(agreed=True))
        self.town.send(made)

    def hands_over(self, code: str, reason: str) -> None:
        """To another unit today."""
        owner = OwnerDraft(self.unit(code), "Mona Lie", "55 55 33 33")
        self.office.owners.hand_over(self.person, owner, self.today, reason)

    def fills_the_ten_parts(self) -> int:
        """Of the individual plan; gives the row of who takes part."""
        own, measures = self.office.individual_plans, self.office.followup.measures(self.person)
        own.change(self.person, DRAFT)
        taking = ParticipantDraft("Mona Lie", "veileder", self.unit("nav"), "55 55 33 33")
        part = own.add_participant(self.person, taking)
        own.set_extents(self.person, {each.id: "hver uke" for each in measures})
        for post in CoordinatorPost:
            offer = CoordinatorOffer(post, CoordinatorAnswer.NOT_RELEVANT, self.today)
            own.answer_coordinator(self.person, offer)
        return part

    def nobody_is_lost(self) -> None:
        """P1: the nightly check shows 0, today and on every day before it."""
        for back in range(0, 400, 7):
            day = self.today - timedelta(days=back)
            assert self.office.followups.without_owner(day) == frozenset()


def refused_undo(office: Office) -> str:
    """What is said when the newest act can not be taken back."""
    try:
        office.history.undo()
    except OfficeError as error:
        return error.code
    return ""
