"""The officer's verbs on what is offered to the creditors of a case (GJ-29)."""

from datetime import date

from app.core.errors import Invalid, NotFound, Problem, demand
from app.core.ids import CreditorId, DebtCaseId, DebtClaimId, Ref
from app.debt.claims.model import DebtClaim
from app.debt.model import AdviceStage
from app.debt.plans import rules, store
from app.debt.plans.book import GoOn, PlanBook, one_by_one, permitted
from app.debt.plans.contact import store as letter_store
from app.debt.plans.contact.model import CreditorLetterKind, LettersMade
from app.debt.plans.contact.service import address_of, always
from app.debt.plans.keeping import day_of
from app.debt.plans.model import (
    PaymentProposal,
    ProposalAnswer,
    ProposalDraft,
    ProposalShare,
    Run,
    Shared,
    Terms,
)
from app.debt.plans.paper_model import ClaimLine, ProposalPaper
from app.debt.plans.prints import creditor_proposal
from app.debt.plans.shares import months, schedule
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import document_of
from app.letters.model import DocumentKind


class PaymentProposals:
    """What is available is offered to all of them at once."""

    def __init__(self, book: PlanBook) -> None:
        self._book, self._from = book, book.sources
        self._db = self._from.db

    def of(self, case: DebtCaseId, on: date | None = None) -> tuple[PaymentProposal, ...]:
        """The offers of a case, oldest first."""
        return self._book.proposals(case, on)

    def newest(self, case: DebtCaseId, on: date | None = None) -> PaymentProposal | None:
        """The one that counts."""
        return next(reversed(self.of(case, on)), None)

    def longest(self) -> int:
        """How many months the municipality lets a plan take."""
        return self._from.settings.parameters.whole(rules.LONGEST, self._book.today)

    def drafted(self, case: DebtCaseId) -> ProposalDraft:
        """What the budget leaves, with what keeps a home before the rest (GJ-05)."""
        return rules.usual_proposal(
            self._book.claims(case),
            self._book.available(case),
            self._from.settings.parameters,
            self._book.today,
        )

    def check(self, case: DebtCaseId, draft: ProposalDraft) -> tuple[Problem, ...]:
        """What stands between an offer and the letters; some is only told."""
        found = rules.check_proposal(draft, self._book.claims(case), self._book.limits(case))
        return (*self._book.permits(case), *found)

    def offered(self, case: DebtCaseId, terms: Terms) -> tuple[ProposalShare, ...]:
        """What each claim would get of the first month."""
        return rules.offered(terms, self._book.claims(case))

    def runs(self, case: DebtCaseId, terms: Terms) -> tuple[Run, ...]:
        """Month by month what each would get."""
        asked = rules.shared(terms, self._book.claims(case))
        return schedule(terms.monthly or rules.NO_MONEY, asked, terms.basis, terms.months)

    def takes(self, case: DebtCaseId, terms: Terms) -> int:
        """How many months it takes."""
        return months(self.runs(case, terms))

    def make(self, case: DebtCaseId, draft: ProposalDraft) -> int:
        """The offer as it goes to all of them; the letters are made next. Invalid by the field."""
        self._demand(case, draft)
        with self._db.unit("payment_proposal.made", Ref("debt_case", case)) as unit:
            return store.insert_proposal(unit, case, draft, self.offered(case, draft.terms))

    def _demand(self, case: DebtCaseId, draft: ProposalDraft) -> None:
        demand(rules.check_proposal(draft, self._book.claims(case), self._book.limits(case)))
        permitted(self._book.permits(case))

    # letters

    def preview(self, case: DebtCaseId, draft: ProposalDraft) -> Document:
        """The letter to the first of them, as a draft. Invalid with what it lacks."""
        self._demand(case, draft)
        proposal = self._as_made(case, draft)
        mine = {each.claim for each in proposal.shares}
        first = next(each for each in self._book.claims(case) if each.id in mine)
        return self._document(proposal, first.receiver, as_draft=True)

    def _as_made(self, case: DebtCaseId, draft: ProposalDraft) -> PaymentProposal:
        terms, today = draft.terms, self._book.today
        return PaymentProposal(
            id=0,
            case=case,
            made_on=today,
            monthly=terms.monthly or rules.NO_MONEY,
            basis=terms.basis,
            first_on=terms.first_on or today,
            months=terms.months,
            answer_by=draft.answer_by or today,
            words=draft.words,
            shares=self.offered(case, terms),
        )

    def unwritten(self, proposal: int) -> tuple[CreditorId, ...]:
        """Who has not got the letter: the batch was stopped, or one could not be made."""
        return self._book.unwritten(self._book.proposal(proposal))

    def write(self, proposal: int, go_on: GoOn = always) -> LettersMade:
        """A letter to each who has not got one, one by one; final. Stops at a whole letter."""
        known = self._book.proposal(proposal)
        permitted(self._book.permits(known.case))
        self._from.letters.demand_officer()
        return one_by_one(self._book.unwritten(known), go_on, lambda who: self._write(known, who))

    def _write(self, proposal: PaymentProposal, creditor: CreditorId) -> Made:
        case, person = proposal.case, self._book.case(proposal.case).person
        document = self._document(proposal, creditor, as_draft=False)
        kind = DocumentKind.CREDITOR_PROPOSAL
        with self._db.unit(
            "payment_proposal.letter_issued", Ref("debt_case", case), final=True
        ) as unit:
            made = self._from.letters.issue_on_case(unit, case, person, document, kind)
            letter_store.insert(
                unit,
                case,
                creditor,
                CreditorLetterKind.PROPOSAL,
                proposal.answer_by,
                document_of(made),
                proposal.id,
            )
            self._from.cases.reached(unit, case, AdviceStage.PROPOSED, unit.today)
            return made

    def _document(
        self, proposal: PaymentProposal, creditor: CreditorId, *, as_draft: bool
    ) -> Document:
        letters, known = self._from.letters, self._book.case(proposal.case)
        whose, consent = letters.whose(known.person), self._book.consent(proposal.case)
        to = self._from.creditors.get(creditor)
        sender = letters.to_body(known.person, to.name, address_of(to), as_draft=as_draft)
        claims = {each.id: each for each in self._book.claims(proposal.case)}
        runs = self._runs_of(proposal, claims)
        first = {each.claim for each in proposal.shares if each.fixed is not None}
        paper = ProposalPaper(
            sender=sender,
            number=letters.number(sender),
            name=known.name,
            born=whose.birth_date,
            agreed_on=consent.since if consent else self._book.today,
            lines=tuple(
                _line(each, claims[each.claim], runs, proposal.first_on)
                for each in proposal.shares
                if each.claim in claims and claims[each.claim].receiver == creditor
            ),
            proposal=proposal,
            months=months(runs),
            first_covered=any(claims[each].kind.first for each in first if each in claims),
        )
        return creditor_proposal(paper, letters.text("creditor_proposal", sender))

    def _runs_of(
        self, proposal: PaymentProposal, claims: dict[DebtClaimId, DebtClaim]
    ) -> tuple[Run, ...]:
        asked = [
            Shared(each.claim, each.owed, claims[each.claim].kind.rank, each.fixed)
            for each in proposal.shares
            if each.claim in claims
        ]
        return schedule(proposal.monthly, asked, proposal.basis, proposal.months)

    # answers

    def share(self, share: int) -> tuple[PaymentProposal, ProposalShare]:
        """One claim of an offer; NotFound payment_proposal_not_found."""
        for proposal in self._book.all_proposals():
            for each in proposal.shares:
                if each.id == share:
                    return proposal, each
        raise NotFound("payment_proposal_not_found")

    def check_answer(self, share: int, answer: ProposalAnswer) -> tuple[Problem, ...]:
        """What is wrong with an answer, beside the field."""
        return rules.check_answer(self.share(share)[0], answer, self._book.today)

    def answered(self, share: int, answer: ProposalAnswer) -> None:
        """One claim of the offer is answered. Invalid beside the field."""
        self.answered_all((share,), answer)

    def answered_all(self, shares: tuple[int, ...], answer: ProposalAnswer) -> None:
        """A collector answers for all the claims they collect, at once. Invalid by the field."""
        if not shares:
            raise Invalid((Problem("shares", "creditor_answer_missing", "GJ-06"),))
        proposal, _ = self.share(shares[0])
        demand(rules.check_answer(proposal, answer, self._book.today))
        with self._db.unit("payment_proposal.answered", Ref("debt_case", proposal.case)) as unit:
            for each in shares:
                store.add_answer(unit, each, answer)


def _line(
    share: ProposalShare, claim: DebtClaim, runs: tuple[Run, ...], first_on: date
) -> ClaimLine:
    """One that waits for those before it is told the day it begins, and with how much."""
    mine = [each for each in runs if each.claim == share.claim]
    return ClaimLine(
        claim.creditor_name,
        claim.draft.reference.strip(),
        share.owed,
        mine[0].amount if mine else share.monthly,
        sum(each.last - each.first + 1 for each in mine),
        rules.total(mine),
        day_of(first_on, mine[0].first) if mine else None,
    )
