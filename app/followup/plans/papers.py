"""Prints målplaner, keeps each edition, and copies it to health when a consent carries it."""

from dataclasses import replace

from app.core.errors import Conflict, Invalid, Problem, demand
from app.core.ids import PlanId, Ref, ServiceUnitId
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.documents.texts import Text
from app.followup.letters import FollowupLetters
from app.followup.plans import consent_words, sharing
from app.followup.plans.model import Plan, PlanContent, PlanCopy, PlanKind, PlanPrint
from app.followup.plans.print_model import PlanPaper
from app.followup.plans.prints import malplan
from app.followup.plans.service import Plans
from app.followup.service import Followup
from app.leases.letters import document_of
from app.letters.model import DocumentKind
from app.people.consents.model import Consent, ConsentScope
from app.people.consents.service import Consents
from app.people.model import AddressProtection, Person
from app.settings.units.service import ServiceUnits
from app.storage.database import Database
from app.storage.unit import Unit

PREFIX, TEXT, NAV = "MP", "malplan", "nav"


class PlanPapers:
    """The print of a målplan, its editions and its copy (DOC-09, A3, P6)."""

    def __init__(
        self,
        db: Database,
        plans: Plans,
        followup: Followup,
        consents: Consents,
        units: ServiceUnits,
        letters: FollowupLetters,
    ) -> None:
        self._db = db
        self._plans = plans
        self._followup = followup
        self._consents = consents
        self._units = units
        self._letters = letters

    def preview(self, plan: PlanId, choice: PlanPrint | None = None) -> Document:
        """The plan as a draft, also unfinished; the copy for health when that is chosen.

        Invalid plan_copy_without_consent.
        """
        chosen = choice or PlanPrint()
        known = self._malplan(plan)
        self._demand_consent(known, chosen)
        paper = self._paper(known, chosen, draft=True)
        if chosen.copy is PlanCopy.HEALTH:
            paper = self._health(known, paper)
        return malplan(paper, self._text(paper))

    def issue(self, plan: PlanId, choice: PlanPrint) -> Made:
        """Finish it under «Skal sendes», with its copy; final. `OnPaper` if strengt fortrolig.

        Invalid with what it lacks; OfficeError officer_needed.
        """
        known = self._malplan(plan)
        demand(self._plans.problems(plan))
        self._demand_consent(known, choice)
        self._letters.demand_officer()
        paper = self._paper(known, choice, draft=False)
        person = Ref("person", known.person)
        with self._db.unit("plan.issued", person, final=True) as unit:
            made = self._keep(unit, known, paper, DocumentKind.MALPLAN)
            content = self._plans.content(plan)
            self._plans.keep_edition(unit, plan, content, document_of(made), agreed=choice.agreed)
            if choice.copy is PlanCopy.HEALTH and not self._letters.strict(known.person):
                number = self._letters.number(paper.sender, PREFIX)
                copy = replace(self._health(known, paper), number=number)
                self._keep(unit, known, copy, DocumentKind.MALPLAN_COPY)
            return made

    def _keep(self, unit: Unit, known: Plan, paper: PlanPaper, kind: DocumentKind) -> Made:
        document = malplan(paper, self._text(paper))
        return self._letters.issue(unit, known.person, document, kind)

    def _paper(self, known: Plan, choice: PlanPrint, *, draft: bool) -> PlanPaper:
        person = self._letters.whose(known.person)
        sender = self._letters.sender(known.person, as_draft=draft)
        return PlanPaper(
            content=_shown(self._plans.content(known.id), person, draft=draft),
            sender=sender,
            number=self._letters.number(sender, PREFIX),
            edition=known.edition + 1,
            large=choice.large,
            agreed=choice.agreed,
            news=choice.news,
            changes=self._plans.news(known.id),
        )

    def _health(self, known: Plan, paper: PlanPaper) -> PlanPaper:
        """The copy: Nav's own is in it only when the plan itself may be shared (A3)."""
        carrying = self._carrying(known)
        whole = any(each.scope is ConsentScope.SHARE_PLAN for each in carrying)
        measures = () if whole else self._followup.measures(known.person)
        hidden = sharing.nav_only(measures, self._nav)
        said = consent_words.said(carrying, paper.sender.language)
        content = paper.content if whole else sharing.health_copy(paper.content, hidden, said)
        return replace(
            paper, content=replace(content, consents=said), reader=PlanCopy.HEALTH, news=""
        )

    def _carrying(self, known: Plan) -> tuple[Consent, ...]:
        day = self._db.clock.today()
        held = (each for each in self._consents.of(known.person) if each.holds(day))
        return tuple(each for each in held if sharing.carries(each))

    def _demand_consent(self, known: Plan, choice: PlanPrint) -> None:
        if choice.copy is PlanCopy.HEALTH and not self._carrying(known):
            raise Invalid([Problem("copy", "plan_copy_without_consent", "P6")])

    def _malplan(self, plan: PlanId) -> Plan:
        """One that is a målplan; Conflict plan_is_individual, which has a print of its own."""
        known = self._plans.get(plan)
        if known.kind is PlanKind.INDIVIDUAL_PLAN:
            raise Conflict("plan_is_individual")
        return known

    @property
    def _nav(self) -> ServiceUnitId | None:
        return next((each.id for each in self._units.all() if each.code == NAV), None)

    def _text(self, paper: PlanPaper) -> Text:
        return self._letters.text(TEXT, paper.sender)


def _shown(content: PlanContent, person: Person, *, draft: bool) -> PlanContent:
    """A preview never tells where somebody with a secret address is met (ADR-03)."""
    if not draft or person.protection is AddressProtection.NONE:
        return content
    return replace(content, draft=replace(content.draft, next_talk_where=""))
