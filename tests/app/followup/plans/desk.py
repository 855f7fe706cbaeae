"""A person with a level, an owner and a plan; what it takes to print one."""

from datetime import date, timedelta

from app.core.ids import GoalId, NeedId, PersonId, PlanId
from app.followup.levels.model import HelpLevel
from app.followup.model import LifeArea, MeasureDraft, MeasureKind
from app.followup.plans.model import (
    EvaluationDraft,
    GoalDraft,
    NeedDraft,
    Plan,
    PlanKind,
    PlanState,
)
from app.followup.plans.service import Plans
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from tests.factories import registered_person


class PlanDesk:
    """Makes a plan step by step; `ready` makes all of it."""

    def __init__(self, office: Office, level: HelpLevel = HelpLevel.SUPPORT) -> None:
        self.office = office
        self.person: PersonId = registered_person(office)
        office.levels.set(self.person, level, "Trenger noen å ringe til")
        self.plan: PlanId = office.plans.begin(self.person)
        self.today: date = office.clock.today()

    @property
    def plans(self) -> Plans:
        """The service."""
        return self.office.plans

    @property
    def known(self) -> Plan:
        """The plan as it stands."""
        return self.plans.get(self.plan)

    def state(self) -> PlanState:
        """Where it stands."""
        return self.known.state

    def kind(self) -> PlanKind:
        """What it is."""
        return self.known.kind

    def need(self, words: str = "Betaler sent", area: LifeArea = LifeArea.MONEY) -> NeedId:
        """One more."""
        return self.plans.add_need(self.person, NeedDraft(area, words))

    def goal(self, words: str = "Jeg vil ha orden på husleia") -> GoalId:
        """One more, with a need of its own."""
        return self.plans.add_goal(self.person, GoalDraft(LifeArea.MONEY, words, self.need()))

    def measure(self, goal: GoalId | None, **facts: object) -> int:
        """What is done for it."""
        given = {
            "words": "Fast trekk av husleia",
            "responsible": "Mona Lie",
            "kind": MeasureKind.VOLUNTARY_DEDUCTION,
            "goal": goal,
        } | facts
        draft = MeasureDraft(**given)  # type: ignore[arg-type]  # the draft's own fields
        return self.office.followup.plan_measure(self.person, draft)

    def ready(self, **facts: object) -> tuple[GoalId, int]:
        """A goal and what is done for it: nothing stands in the way of printing."""
        goal = self.goal()
        return goal, self.measure(goal, **facts)

    def agreed(self) -> tuple[GoalId, int]:
        """The person is with it."""
        made = self.ready()
        self.plans.offer(self.plan)
        self.plans.agree(self.plan)
        assert self.known.state is PlanState.ACTIVE
        return made

    def consent(self) -> None:
        """To an individual plan, for a year (DOC-08)."""
        scope = ConsentScope.MAKE_INDIVIDUAL_PLAN
        until = self.today + timedelta(days=365)
        self.office.consents.add(Consent(self.person, scope, self.today, until))

    def codes(self) -> list[str]:
        """What stands in the way."""
        return [each.code for each in self.plans.problems(self.plan) if each.blocks]

    def evaluation(self, **facts: object) -> EvaluationDraft:
        """Gone through today, next in 90 days."""
        given = {
            "evaluated_on": self.today,
            "words": "Det går bedre",
            "next_on": self.today + timedelta(days=90),
        } | facts
        return EvaluationDraft(**given)  # type: ignore[arg-type]  # the draft's own fields
