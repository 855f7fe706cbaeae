"""An individual plan with all ten parts filled, in both languages."""

from dataclasses import replace
from datetime import date

from app.core.ids import PersonId, PlanId, ServiceUnitId
from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.texts import load_text
from app.followup.individual_plans.model import (
    CoordinatorAnswer,
    CoordinatorOffer,
    CoordinatorPost,
    IndividualPlan,
    IndividualPlanDraft,
    IndividualPlanPaper,
    Participant,
    ParticipantDraft,
    PlanWish,
    WishOn,
)
from app.followup.individual_plans.prints import individual_plan
from app.followup.model import LifeArea
from app.followup.plans.model import (
    GoalLine,
    GoalState,
    MeasureLine,
    Plan,
    PlanContent,
    PlanDraft,
    PlanKind,
    PlanState,
)
from app.people.consents.model import Consent, ConsentScope
from tests.app.decisions.letters import ISSUED
from tests.factories import a_profile

TODAY = date(2026, 11, 23)
UNTIL = date(2027, 11, 22)
KARI = PersonId(1)
MAKES = Consent(KARI, ConsentScope.MAKE_INDIVIDUAL_PLAN, TODAY, UNTIL)
SHARES = Consent(KARI, ConsentScope.SHARE_PLAN, TODAY, UNTIL, "Mona Lie og fastlegen Per Vik")
MONA = Participant(
    11, ParticipantDraft("Mona Lie", "veileder", ServiceUnitId(2), "55 55 33 33", TODAY), "Nav"
)
PER = Participant(12, ParticipantDraft("Per Vik", "fastlege", None, "62 00 00 00", TODAY))
LISE = Participant(13, ParticipantDraft("Lise Kanarifugl", "søsteren min", None, "", TODAY))
DRAFT = IndividualPlanDraft(
    resources="Jeg er god til å lage mat, og jeg har søsteren min i nærheten.",
    prepared_by="Siri Testmo på boligkontoret, sammen med meg.",
    own_contribution="Jeg ringer Siri når noe er vanskelig. Jeg åpner posten hver mandag.",
    services_contribution="Siri kommer hjem til meg. Mona hjelper meg med pengene.",
    relatives_contribution="Lise er med meg til legen.",
    carried_out="Vi begynner med pengene. Siri og Mona snakker sammen hver måned.",
    cooperation="Vi snakker med sykehuset når jeg får time der.",
    child_participation="Ola på 9 år har fortalt hva han vil. Han vil bo nær skolen.",
    starts_on=date(2026, 12, 1),
    ends_on=date(2027, 11, 30),
    revise_on=(date(2027, 3, 1), date(2027, 9, 1)),
)
CONTENT = PlanContent(
    kind=PlanKind.INDIVIDUAL_PLAN,
    name="Kari Kanarifugl",
    level=3,
    unit="boligkontoret",
    coordinator="Siri Testmo",
    draft=PlanDraft(contact_name="Siri Testmo", contact_phone="55 55 33 39"),
    goals=(
        GoalLine(
            goal=1,
            area=LifeArea.MONEY,
            words="Jeg vil ha orden på husleia.",
            need="hjelp med å betale fast",
            state=GoalState.IN_PROGRESS,
            target_on=date(2027, 6, 1),
            measures=(
                MeasureLine(1, "Fast trekk av husleia", "Kari og Siri Testmo", "1. desember"),
                MeasureLine(2, "Råd om gjeld", "Mona Lie, Nav", "fra 7. desember", vedtak="26/103"),
            ),
        ),
        GoalLine(
            goal=2,
            area=LifeArea.HOME,
            words="Det skal være fint når Ola kommer.",
            need="hjelp i huset",
            state=GoalState.IN_PROGRESS,
            measures=(MeasureLine(3, "Besøk hjemme", "Siri Testmo", "ut mai"),),
        ),
    ),
)
EXTENTS = {1: "hver måned", 2: "én time i uka", 3: "hver tirsdag"}
OFFERS = {
    CoordinatorPost.COORDINATOR: CoordinatorOffer(
        CoordinatorPost.COORDINATOR, CoordinatorAnswer.APPOINTED, TODAY, "Siri Testmo"
    ),
    CoordinatorPost.CHILD_COORDINATOR: CoordinatorOffer(
        CoordinatorPost.CHILD_COORDINATOR, CoordinatorAnswer.NOT_RELEVANT, TODAY
    ),
    CoordinatorPost.CONTACT_DOCTOR: CoordinatorOffer(
        CoordinatorPost.CONTACT_DOCTOR, CoordinatorAnswer.DECLINED, TODAY
    ),
}
WHOLE = IndividualPlan(
    person=KARI,
    day=TODAY,
    plan=Plan(
        PlanId(1), KARI, PlanKind.INDIVIDUAL_PLAN, PlanState.ACTIVE, TODAY, TODAY, PlanDraft()
    ),
    content=CONTENT,
    draft=DRAFT,
    participants=(MONA, PER, LISE),
    extents=EXTENTS,
    wish=WishOn(PlanWish.WANTED, TODAY),
    offers=OFFERS,
    owner="Siri Testmo",
    owner_phone="55 55 33 39",
    consent=MAKES,
    shares=(SHARES,),
    children=True,
)


def paper(known: IndividualPlan = WHOLE, language: Language = Language.NB) -> IndividualPlanPaper:
    """The paper of a plan."""
    sender = LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", (), ISSUED, language)
    return IndividualPlanPaper(known, sender, "IP-2026-1", "Kari Kanarifugl", 1)


def printed(
    known: IndividualPlan = WHOLE, language: Language = Language.NB, **changes: object
) -> Document:
    """The plan as it is printed."""
    made = replace(paper(known, language), **changes)  # type: ignore[arg-type]  # the paper's own fields
    return individual_plan(made, load_text("individual_plan", language.value, TODAY))
