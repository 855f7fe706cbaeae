"""Gathers what the overview for the namsfogd says, and makes it."""

from datetime import date

from app.core.errors import Problem, demand
from app.core.ids import CreditorId, DebtCaseId, PersonId, Ref
from app.core.records import dataclass
from app.debt.budget.service import DebtBudgets
from app.debt.case_letters import DebtLetters
from app.debt.claims.creditors import Creditors
from app.debt.claims.service import DebtClaims
from app.debt.economy.service import DebtEconomy
from app.debt.measures.model import DebtMeasure, DebtMeasureKind, RentSince
from app.debt.measures.overview import rules
from app.debt.measures.overview.model import ClaimLine, Overview, OverviewDraft
from app.debt.measures.overview.prints import namsfogd_overview
from app.debt.measures.service import DebtMeasures
from app.debt.papers.model import DebtPaperState
from app.debt.papers.service import DebtPapers
from app.debt.service import DebtCases
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.letters.model import DocumentKind
from app.people.model import AddressProtection
from app.people.service import People
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Sources:
    """Who is asked."""

    cases: DebtCases
    people: People
    economy: DebtEconomy
    claims: DebtClaims
    creditors: Creditors
    budgets: DebtBudgets
    measures: DebtMeasures
    papers: DebtPapers


class NamsfogdOverviews:
    """The sheet that goes with an application for debt settlement (GJ-09, GJ-23)."""

    def __init__(self, db: Database, sources: Sources, letters: DebtLetters) -> None:
        self._db = db
        self._from = sources
        self._letters = letters

    def check(self, case: DebtCaseId, draft: OverviewDraft) -> tuple[Problem, ...]:
        """What no overview can be made without."""
        return rules.check(self._overview(case, draft, as_draft=True))

    def preview(self, case: DebtCaseId, draft: OverviewDraft) -> Document:
        """The sheet as a draft; it never shows an address that is kept secret (ADR-03)."""
        return self._document(self._overview(case, draft, as_draft=True))

    def make(self, case: DebtCaseId, draft: OverviewDraft) -> Made:
        """Finish it, handed to the person to sign and send; final. On paper alone for strengt
        fortrolig (ADR-02). Invalid with what no overview can be made without.
        """
        overview = self._overview(case, draft, as_draft=False)
        demand(rules.check(overview))
        self._letters.demand_officer()
        person = self._from.cases.get(case).person
        document = self._document(overview)
        self._letters.show_address(person, document.reference)
        with self._db.unit("debt_overview.printed", Ref("debt_case", case), final=True) as unit:
            kind = DocumentKind.NAMSFOGD_OVERVIEW
            return self._letters.issue_on_case(unit, case, person, document, kind, to_send=False)

    def _document(self, overview: Overview) -> Document:
        text = self._letters.text("namsfogd_overview", overview.sender)
        return namsfogd_overview(overview, text, self._letters.text("budget", overview.sender))

    def _overview(self, case: DebtCaseId, draft: OverviewDraft, *, as_draft: bool) -> Overview:
        known, day = self._from.cases.get(case), self._db.clock.today()
        whose = self._from.people.get(known.person)
        sender = self._letters.to_person(known.person, as_draft=as_draft)
        number = None if as_draft else whose.national_id
        masked = whose.national_id.mask() if as_draft and whose.national_id else ""
        economy = self._from.economy.of(case, day)
        papers = self._from.papers.of(case, day)
        return Overview(
            draft=draft,
            sender=sender,
            number=self._letters.number(sender),
            case_number=known.number,
            on=day,
            name=whose.name,
            national_id=number.full() if number else masked,
            address=self._letters.window(known.person, as_draft=as_draft)[1:],
            phone=whose.phone,
            economy=economy,
            names=self._names({each.person for each in economy.incomes}),
            claims=self._claims(case, day),
            available=self._from.budgets.available(case, day),
            attempts=self._attempts(case, day),
            rent=self._rent(case, day),
            papers_missing=tuple(each.kind for each in papers if each.missing),
            papers_come=tuple(each.kind for each in papers if each.state is DebtPaperState.COME),
            hidden=whose.protection is not AddressProtection.NONE,
        )

    def _names(self, people: set[PersonId | None]) -> dict[PersonId, str]:
        return {each: self._from.people.get(each).name for each in people if each is not None}

    def _claims(self, case: DebtCaseId, day: date) -> tuple[ClaimLine, ...]:
        return tuple(
            ClaimLine(each, self._address(each.receiver))
            for each in self._from.claims.of(case, day)
        )

    def _address(self, creditor: CreditorId) -> str:
        draft = self._from.creditors.get(creditor).draft
        place = f"{draft.postal_code} {draft.postal_place}".strip()
        return ", ".join(each for each in (draft.address.strip(), place) if each)

    def _attempts(self, case: DebtCaseId, day: date) -> tuple[DebtMeasure, ...]:
        kind = DebtMeasureKind.OUT_OF_COURT
        return tuple(each for each in self._from.measures.of(case, day) if each.kind is kind)

    def _rent(self, case: DebtCaseId, day: date) -> RentSince | None:
        measure = self._from.measures.settlement(case, day)
        return None if measure is None else self._from.measures.rent_since(measure, day)
