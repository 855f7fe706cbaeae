"""The parts of the page about one person's follow-up, and the letters that are made there."""

from app.people.model import Person
from ui.followup.agreement.letters import AGREEMENT_WRITE, AgreementDesk
from ui.followup.agreement.part import AgreementPart
from ui.followup.assessment.desk import AssessmentDesk
from ui.followup.assessment.part import WRITE, AssessmentPart
from ui.followup.contact.letters import ContactLogDesk
from ui.followup.contact.part import LOG, ContactPart
from ui.followup.individual_plan.letters import IndividualPlanDesk
from ui.followup.individual_plan.part import IndividualPart
from ui.followup.individual_plan.words import PRINT as INDIVIDUAL_PLAN_PRINT
from ui.followup.level.letters import HANDOVER, HandoverDesk
from ui.followup.level.part import LevelPart
from ui.followup.plan.part import PlanPart
from ui.followup.plan_print.letters import MALPLAN_PRINT, PlanPrintDesk
from ui.followup.services.letters import CONSENT_FORM, ConsentFormDesk
from ui.followup.services.part import ServicesPart
from ui.parted_page import MakeDesk, PartSpec

LEVEL = "level"
ASSESSMENT = "assessment"
PLAN = "plan"
INDIVIDUAL_PLAN = "individual_plan"
CONTACT = "contact"
SERVICES = "services"
AGREEMENT = "agreement"


PARTS: tuple[PartSpec[Person], ...] = (
    PartSpec(LEVEL, "Nivå og ansvar", LevelPart),
    PartSpec(ASSESSMENT, "Kartlegging", AssessmentPart),
    PartSpec(PLAN, "Plan", PlanPart),
    PartSpec(INDIVIDUAL_PLAN, "Individuell plan", IndividualPart),
    PartSpec(CONTACT, "Kontakt", ContactPart),
    PartSpec(SERVICES, "Tjenester", ServicesPart),
    PartSpec(AGREEMENT, "Samarbeidsavtale", AgreementPart),
)
"""In the order they are shown."""

DESKS: dict[str, MakeDesk[Person]] = {
    WRITE: AssessmentDesk,
    AGREEMENT_WRITE: AgreementDesk,
    MALPLAN_PRINT: PlanPrintDesk,
    INDIVIDUAL_PLAN_PRINT: IndividualPlanDesk,
    LOG: ContactLogDesk,
    CONSENT_FORM: ConsentFormDesk,
    HANDOVER: HandoverDesk,
}
"""The letters made about a person's follow-up, by the task that begins each."""
