"""A desk with a person whose follow-up has an owner, a goal and a measure in two units."""

from datetime import date

from app.core.ids import PersonId
from app.followup.individual_plans.model import (
    CoordinatorAnswer,
    CoordinatorOffer,
    CoordinatorPost,
    IndividualPlanDraft,
    ParticipantDraft,
)
from app.followup.levels.model import HelpLevel
from app.followup.model import LifeArea, MeasureDraft
from app.followup.plans.model import GoalDraft
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from tests.app.followup.individual_plans.papers import DRAFT
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
UNTIL = date(2027, 11, 22)


class PlanDesk:
    """A person with level 2, goal and measures; `whole` fills the ten parts."""

    def __init__(self, office: Office, **person: object) -> None:
        self.office = office
        self.person: PersonId = registered_person(office, **person)
        self.own = office.individual_plans
        self.papers = office.individual_plan_papers
        office.levels.set(self.person, HelpLevel.SUPPORT, "Flere tjenester er i gang.")
        self.goal = office.plans.add_goal(
            self.person,
            GoalDraft(LifeArea.MONEY, "Jeg vil ha orden på husleia."),
            "hjelp med å betale fast",
        )
        codes = ("nav", "home_services")
        units = {each.code: each.id for each in office.service_units.open()}
        self.measures = tuple(
            office.followup.plan_measure(
                self.person,
                MeasureDraft(words, "Mona Lie", unit=units[code], goal=self.goal),
            )
            for words, code in zip(("Råd om gjeld", "Besøk hjemme"), codes, strict=True)
        )
        self.nav = units["nav"]

    def begun(self) -> None:
        """The person wants a plan and says yes."""
        self.own.want(self.person, TODAY, UNTIL)

    def whole(self, draft: IndividualPlanDraft = DRAFT) -> None:
        """Every part filled."""
        self.begun()
        self.own.change(self.person, draft)
        self.own.add_participant(
            self.person, ParticipantDraft("Mona Lie", "veileder", self.nav, "55 55 33 33")
        )
        self.own.set_extents(self.person, dict.fromkeys(self.measures, "hver uke"))
        for post in CoordinatorPost:
            offer = CoordinatorOffer(post, CoordinatorAnswer.NOT_RELEVANT, TODAY)
            self.own.answer_coordinator(self.person, offer)

    def shares(self, body: str = "") -> None:
        """The person agrees to sharing the plan."""
        scope = ConsentScope.SHARE_PLAN
        self.office.consents.add(Consent(self.person, scope, TODAY, UNTIL, body))

    def withdraw(self) -> None:
        """The person takes the consent back."""
        scope = ConsentScope.MAKE_INDIVIDUAL_PLAN
        held = self.office.consents.holding(self.person, scope)
        assert held is not None
        self.office.consents.withdraw(held.id)
