"""Prints individual plans, keeps each edition, and copies it to those the person agrees to."""

from dataclasses import replace

from app.core.errors import OfficeError, Problem, demand
from app.core.ids import PersonId, Ref
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.documents.texts import Text
from app.followup.individual_plans import rules
from app.followup.individual_plans.model import (
    IndividualPlan,
    IndividualPlanPaper,
    IndividualPlanPrint,
)
from app.followup.individual_plans.prints import individual_plan, part_words
from app.followup.individual_plans.service import IndividualPlans
from app.followup.letters import FollowupLetters
from app.followup.plans.model import ContentPart, Plan, PlanContent
from app.followup.plans.service import Plans
from app.leases.letters import document_of
from app.letters.model import DocumentKind
from app.storage.database import Database

PREFIX, TEXT = "IP", "individual_plan"


class IndividualPlanPapers:
    """The print, its editions and its copies (DOC-08, P6); the plan's parts for its editions."""

    def __init__(
        self,
        db: Database,
        own: IndividualPlans,
        plans: Plans,
        letters: FollowupLetters,
    ) -> None:
        self._db = db
        self._own = own
        self._plans = plans
        self._letters = letters

    def preview(self, person: PersonId, choice: IndividualPlanPrint | None = None) -> Document:
        """The plan as a draft, also unfinished; OfficeError ip_not_begun."""
        known = self._own.of(person)
        if known.plan is None:
            raise OfficeError("ip_not_begun")
        paper = self._paper(known, draft=True)
        large = choice is not None and choice.large
        return individual_plan(replace(paper, large=large), self._text(paper))

    def check(self, person: PersonId, choice: IndividualPlanPrint) -> tuple[Problem, ...]:
        """What stands between the plan and its print, and a copy that nobody agreed to."""
        known = self._own.of(person)
        found = list(rules.problems(known))
        if known.plan is not None:
            told = {(each.field, each.code) for each in found}
            found += [
                each
                for each in self._plans.problems(known.plan.id)
                if each.blocks and (each.field, each.code) not in told
            ]
        allowed = {each.id for each in self._own.may_get(known)}
        if not allowed.issuperset(choice.copies):
            found.append(Problem("copies", "ip_copy_without_consent", "PV-02"))
        return tuple(found)

    def issue(self, person: PersonId, choice: IndividualPlanPrint) -> Made:
        """Finish it under «Skal sendes», with its copies; final. `OnPaper` if strengt fortrolig.

        Invalid with what it lacks; OfficeError ip_not_begun, officer_needed.
        """
        known = self._own.of(person)
        if known.plan is None or known.content is None:
            raise OfficeError("ip_not_begun")
        demand(self.check(person, choice))
        self._letters.demand_officer()
        paper = replace(self._paper(known, draft=False), large=choice.large)
        return self._issue(known.plan, known.content, paper, choice)

    def _issue(
        self,
        plan: Plan,
        content: PlanContent,
        paper: IndividualPlanPaper,
        choice: IndividualPlanPrint,
    ) -> Made:
        text, case = self._text(paper), Ref("person", plan.person)
        person = plan.person
        with self._db.unit("individual_plan.issued", case, final=True) as unit:
            document = individual_plan(paper, text)
            made = self._letters.issue(unit, person, document, DocumentKind.INDIVIDUAL_PLAN)
            self._plans.keep_edition(unit, plan.id, content, document_of(made))
            strict = self._letters.strict(person)
            for name in () if strict else self._copied_to(paper.known, choice):
                number = self._letters.number(paper.sender, PREFIX)
                copy = individual_plan(replace(paper, copy_to=name, number=number), text)
                self._letters.issue(unit, person, copy, DocumentKind.INDIVIDUAL_PLAN_COPY)
            return made

    def _copied_to(self, known: IndividualPlan, choice: IndividualPlanPrint) -> tuple[str, ...]:
        return tuple(each.draft.name for each in known.taking_part if each.id in set(choice.copies))

    # for the plan's editions

    def parts(self, plan: Plan) -> tuple[ContentPart, ...]:
        """What each part says, for an edition of the plan (D7)."""
        paper = self._paper(self._own.bare(plan.person, self._db.clock.today()), draft=True)
        return tuple(
            ContentPart(part.value, words) for part, words in part_words(paper, self._text(paper))
        )

    def problems(self, plan: Plan) -> tuple[Problem, ...]:
        """Parts that are not filled in."""
        return rules.problems(self._own.of(plan.person))

    def _paper(self, known: IndividualPlan, *, draft: bool) -> IndividualPlanPaper:
        sender = self._letters.sender(known.person, as_draft=draft)
        return IndividualPlanPaper(
            known=known,
            sender=sender,
            number=self._letters.number(sender, PREFIX),
            name=self._letters.whose(known.person).name,
            edition=(known.plan.edition if known.plan else 0) + 1,
        )

    def _text(self, paper: IndividualPlanPaper) -> Text:
        return self._letters.text(TEXT, paper.sender)
