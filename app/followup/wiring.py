"""What is done for a person, put together for the office."""

from app.core.records import dataclass
from app.decisions.service import Decisions
from app.followup.agreements.papers import AgreementPapers
from app.followup.agreements.service import Agreements
from app.followup.assessments.papers import AssessmentPapers
from app.followup.assessments.service import Assessments
from app.followup.consent_forms.service import ConsentForms
from app.followup.contact_notes.papers import ContactLogs
from app.followup.contact_notes.service import ContactNotes
from app.followup.individual_plans.papers import IndividualPlanPapers
from app.followup.individual_plans.service import IndividualPlans
from app.followup.letters import FollowupLetters
from app.followup.levels.service import Levels
from app.followup.owners.papers import HandoverNotes, NoteSources
from app.followup.owners.service import Owners
from app.followup.plans.making import GoalMaking
from app.followup.plans.papers import PlanPapers
from app.followup.plans.service import CaseServices, Plans
from app.followup.service import Followup
from app.followup.services.service import ServicesGiven
from app.followup.templates.service import PlanTemplates
from app.followup.templates.using import TemplateUse
from app.leases.service import Leases
from app.letters.service import Letters
from app.people.consents.service import Consents
from app.people.service import People
from app.settings.service import Settings
from app.settings.units.service import ServiceUnits
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Ground:
    """What is there before follow-up is: the services these stand on."""

    db: Database
    settings: Settings
    units: ServiceUnits
    people: People
    consents: Consents
    letters: Letters
    decisions: Decisions
    leases: Leases


class FollowupServices:
    """Made once for an office, which hands each of them out under the same name."""

    def __init__(self, on: Ground) -> None:
        self._wire_plans(on)
        self._wire_talks(on)
        self._wire_agreed(on)
        self._wire_papers(on)

    def _wire_plans(self, on: Ground) -> None:
        """How much help is agreed, who owns the case, and what is to be done."""
        self.followup = Followup(on.db, on.settings, on.people, on.units)
        on.leases.know_plan(self.followup)
        self.owners = Owners(on.db, on.people, on.settings, on.units)
        self.levels = Levels(on.db, on.people, self.owners)
        self.levels.know_measures(self.followup)
        around = CaseServices(self.levels, self.owners, on.consents)
        self.plans = Plans(on.db, self.followup, on.people, on.settings, on.units, around)
        self.levels.know_plans(self.plans)
        on.people.know_holder(self.plans)  # before letters, whose papers its editions point at
        self.plan_templates = PlanTemplates(on.db)
        self.goal_making = GoalMaking(on.db, self.plans, self.followup)
        self.template_use = TemplateUse(
            on.db, self.plan_templates, self.plans, self.followup, on.units, on.settings
        )

    def _wire_talks(self, on: Ground) -> None:
        """What is noted of a contact, and found in a conversation."""
        self.contact_notes = ContactNotes(on.db, on.people, on.settings)
        on.people.know_holder(self.contact_notes)
        self.assessments = Assessments(on.db, on.people, self.plans)
        self.levels.know_assessments(self.assessments)

    def _wire_agreed(self, on: Ground) -> None:
        """What others give, the plan they have in common, and what is signed."""
        self.services_given = ServicesGiven(on.db, on.people, on.consents, on.units, on.settings)
        self.individual_plans = IndividualPlans(
            on.db, self.plans, self.followup, self.owners, on.consents, on.people, on.units
        )
        self.agreements = Agreements(on.db, on.people, self.owners, self.plans)
        on.people.know_holder(self.agreements)  # before letters

    def _wire_papers(self, on: Ground) -> None:
        """What is printed of it."""
        letters = FollowupLetters(on.decisions, on.people, on.letters, on.settings)
        self.consent_forms = ConsentForms(on.db, letters, on.letters)
        self.plan_papers = PlanPapers(
            on.db, self.plans, self.followup, on.consents, on.units, letters
        )
        self.individual_plan_papers = IndividualPlanPapers(
            on.db, self.individual_plans, self.plans, letters
        )
        self.plans.know_parts(self.individual_plan_papers)
        self.contact_logs = ContactLogs(on.db, self.contact_notes, on.consents, letters)
        self.assessment_papers = AssessmentPapers(on.db, self.assessments, letters, on.settings)
        sources = NoteSources(
            self.owners, self.levels, self.plans, self.followup, on.consents, on.units, letters
        )
        self.handover_notes = HandoverNotes(on.db, sources)
        self.agreement_papers = AgreementPapers(on.db, self.agreements, on.consents, letters)
