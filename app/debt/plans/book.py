"""What is known of letters to creditors, offers and plans on a day; the verbs stand beside."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from app.core.errors import Invalid, NotFound, OfficeError, Problem
from app.core.ids import CreditorId, DebtCaseId, DebtClaimId, DocumentId
from app.core.money import Ore
from app.core.records import dataclass
from app.debt.case_letters import DebtLetters
from app.debt.claims.creditors import Creditors
from app.debt.claims.model import DebtClaim
from app.debt.claims.service import DebtClaims
from app.debt.model import DebtCase
from app.debt.plans import open_store, rules, store
from app.debt.plans.contact import rules as letter_rules
from app.debt.plans.contact import store as letter_store
from app.debt.plans.contact.model import (
    CreditorLetter,
    CreditorLetterKind,
    LettersMade,
    NotWritten,
    Receiver,
)
from app.debt.plans.model import Available, PaymentPlan, PaymentProposal, PlanPayment
from app.debt.plans.rules import Limits
from app.debt.service import DebtCases
from app.decisions.appeals.papers import Made
from app.letters.model import OnPaper
from app.people.consents.model import Consent, ConsentScope
from app.people.consents.service import Consents
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered

GoOn = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Sources:
    """Who is asked."""

    db: Database
    settings: Settings
    cases: DebtCases
    claims: DebtClaims
    creditors: Creditors
    consents: Consents
    budgets: Available
    letters: DebtLetters


class PlanBook:
    """Reads alone; every read takes a day, and is as things stood that day."""

    def __init__(self, on: Sources) -> None:
        self._db, self._from = on.db, on
        self._letters: Remembered[tuple[CreditorLetter, ...]] = Remembered(on.db)
        self._proposals: Remembered[tuple[PaymentProposal, ...]] = Remembered(on.db)
        self._plans: Remembered[tuple[PaymentPlan, ...]] = Remembered(on.db)
        self._running: Remembered[tuple[PaymentPlan, ...]] = Remembered(on.db)

    @property
    def sources(self) -> Sources:
        """Who is asked."""
        return self._from

    @property
    def today(self) -> date:
        """The day by the clock of the office."""
        return self._db.clock.today()

    def case(self, case: DebtCaseId, on: date | None = None) -> DebtCase:
        """The case; NotFound when there is none."""
        return self._from.cases.get(case, on)

    def claims(self, case: DebtCaseId, on: date | None = None) -> tuple[DebtClaim, ...]:
        """What is claimed in it, what comes first first (GJ-05)."""
        return self._from.claims.of(case, on)

    def consent(self, case: DebtCaseId) -> Consent | None:
        """The yes to talking with creditors; None when nobody has said so."""
        scope = ConsentScope.SHARE_CREDITORS
        return self._from.consents.holding(self.case(case).person, scope)

    def permits(self, case: DebtCaseId) -> tuple[Problem, ...]:
        """What stands between the office and any letter to a creditor (PV-02)."""
        found = []
        if not self.case(case).works:
            found.append(Problem("case", "creditors_not_begun", "GJ-06"))
        if self.consent(case) is None:
            found.append(Problem("consent", "creditors_no_consent", "PV-02"))
        return tuple(found)

    def limits(self, case: DebtCaseId) -> Limits:
        """What terms are held against today."""
        longest = self._from.settings.parameters.whole(rules.LONGEST, self.today)
        return Limits(self.available(case), longest, self.today)

    def available(self, case: DebtCaseId, on: date | None = None) -> Ore | None:
        """What the budget leaves each month; None while there is none."""
        return self._from.budgets.available(case, on)

    # letters

    def letters(self, case: DebtCaseId, on: date | None = None) -> tuple[CreditorLetter, ...]:
        """Every letter of a case to creditors, oldest first."""
        return tuple(each for each in self.all_letters(on) if each.case == case)

    def all_letters(self, on: date | None = None) -> tuple[CreditorLetter, ...]:
        """Those of all cases."""
        day = on or self.today
        return self._letters.get(day, lambda: letter_store.letters(self._db, day))

    def receivers(self, case: DebtCaseId, on: date | None = None) -> tuple[Receiver, ...]:
        """Whom open claims are paid to, and how far the talk with them has come."""
        known = {each.id: each for each in self._from.creditors.all()}
        return letter_rules.receivers(self.claims(case, on), known, self.letters(case, on))

    # offers

    def proposals(self, case: DebtCaseId, on: date | None = None) -> tuple[PaymentProposal, ...]:
        """The offers of a case, oldest first."""
        return tuple(each for each in self.all_proposals(on) if each.case == case)

    def all_proposals(self, on: date | None = None) -> tuple[PaymentProposal, ...]:
        """Those of all cases."""
        day = on or self.today
        return self._proposals.get(day, lambda: store.proposals(self._db, day))

    def proposal(self, proposal: int, on: date | None = None) -> PaymentProposal:
        """One offer; NotFound payment_proposal_not_found."""
        for each in self.all_proposals(on):
            if each.id == proposal:
                return each
        raise NotFound("payment_proposal_not_found")

    def unwritten(self, proposal: PaymentProposal) -> tuple[CreditorId, ...]:
        """Who is offered something and has not got the letter; rent of our own books needs none."""
        written = {
            each.creditor
            for each in self.letters(proposal.case)
            if each.kind is CreditorLetterKind.PROPOSAL and each.proposal == proposal.id
        }
        mine = {each.claim for each in proposal.shares}
        told = (each for each in self.claims(proposal.case) if each.draft.lease is None)
        found = (each.receiver for each in told if each.id in mine)
        return tuple(who for who in dict.fromkeys(found) if who not in written)

    # plans

    def all_plans(self, on: date | None = None) -> tuple[PaymentPlan, ...]:
        """The plans of all cases, oldest first."""
        day = on or self.today
        return self._plans.get(day, lambda: store.plans(self._db, day))

    def payments(self, plan: int, on: date | None = None) -> tuple[PlanPayment, ...]:
        """What was paid by a plan, oldest first."""
        day = on or self.today
        return store.payments(self._db, plan, day)

    # what is waited for: of what is over nothing is read

    def unanswered(
        self, cases: Collection[DebtCaseId], day: date
    ) -> tuple[tuple[CreditorLetter, ...], tuple[PaymentProposal, ...]]:
        """First letters and offers of some cases that are out on a day without an answer."""
        letters = open_store.letters(self._db, cases, day)
        offers = open_store.offers(self._db, cases, day)
        return (
            letter_store.letters(self._db, day, letters) if letters else (),
            store.proposals(self._db, day, offers) if offers else (),
        )

    def running(self, day: date) -> tuple[PaymentPlan, ...]:
        """Those of `all_plans` that hold on a day, oldest first."""
        return self._running.get(
            day, lambda: store.plans(self._db, day, open_store.running(self._db, day))
        )

    def paid(self, plans: Collection[int], day: date) -> Mapping[int, Mapping[DebtClaimId, Ore]]:
        """What was paid in all on each claim by each of some plans, through a day."""
        return store.paid(self._db, plans, day)


def one_by_one(
    receivers: Sequence[CreditorId], go_on: GoOn, write: Callable[[CreditorId], Made]
) -> LettersMade:
    """One whole letter after the other; stops between two."""
    made, not_made, papers = list[DocumentId](), list[NotWritten](), list[bytes]()
    for place, creditor in enumerate(receivers):
        if not go_on(place, len(receivers)):
            left = len(receivers) - place
            return LettersMade(tuple(made), tuple(not_made), left, tuple(papers))
        try:
            letter = write(creditor)
        except Invalid as error:
            not_made.append(NotWritten(creditor, error.problems[0].code))
        except OfficeError as error:
            not_made.append(NotWritten(creditor, error.code))
        else:
            if isinstance(letter, OnPaper):
                papers.append(letter.content)
            made.append(letter.id if isinstance(letter, OnPaper) else letter)
    return LettersMade(tuple(made), tuple(not_made), 0, tuple(papers))


def permitted(problems: Sequence[Problem]) -> None:
    """Letters may be made. OfficeError with what stands in the way, told as itself."""
    for each in problems:
        raise OfficeError(each.code)
