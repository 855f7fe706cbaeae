"""Somebody who gets economic advice, whose life the stories tell."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.alerts.model import AlertId
from app.applications.intake.model import IncomeKind
from app.applications.model import Channel
from app.core.errors import OfficeError
from app.core.ids import DebtCaseId, DebtDecisionId, DocumentId, PersonId, Ref
from app.core.money import Ore, kroner
from app.debt.decisions.model import DebtVedtakDraft
from app.debt.economy.model import (
    LIVES,
    ChildDraft,
    CostDraft,
    CostKind,
    DebtorStatus,
    HouseholdDraft,
    IncomeDraft,
    Interval,
)
from app.debt.model import DebtCase
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from tests.app.debt.decisions.desk import decided
from tests.app.debt.desk import a_request
from tests.factories import a_person
from tests.flows.town import Town, codes

NOBODY = PersonId(0)
LEFT = kroner(1_258)
"""22 440 + 4 024 + 3 212 + 1 850 in; 9 200, 1 200 and 19 868 by the rates of 2026 out."""
_INCOMES = (
    (IncomeKind.WORK_ASSESSMENT_ALLOWANCE, 22_440),
    (IncomeKind.CHILD_BENEFIT, 4_024),
    (IncomeKind.BOSTOTTE, 3_212),
    (IncomeKind.CHILD_SUPPORT, 1_850),
)
_COSTS = ((CostKind.RENT, 9_200), (CostKind.KINDERGARTEN, 1_200))


@dataclass(slots=True)
class Advised:
    """One case and its town."""

    town: Town
    case: DebtCaseId

    @classmethod
    def rings(cls, town: Town, person: PersonId | None = None, **changes: object) -> "Advised":
        """Somebody asks aloud, and says yes to talking with creditors (GJ-01)."""
        today = town.clock.today()
        until = today + timedelta(days=365)
        agreed = Consent(NOBODY, ConsentScope.SHARE_CREDITORS, today, until)
        draft = a_request(
            person,
            new_person=None if person else a_person(),
            received_on=today,
            channel=Channel.PHONE,
            consents=(agreed,),
        )
        draft = replace(draft, **changes)  # type: ignore[arg-type]  # fields of the draft by name
        return cls(town, town.office.debt_cases.register(draft))

    @property
    def office(self) -> Office:
        """As it is open now."""
        return self.town.office

    @property
    def today(self) -> date:
        """By the moved clock."""
        return self.town.clock.today()

    @property
    def about(self) -> Ref:
        """The case, as alerts and letters know it."""
        return Ref("debt_case", self.case)

    def known(self) -> DebtCase:
        """As it stands now."""
        return self.office.debt_cases.get(self.case)

    def waits(self, alert: AlertId) -> int:
        """How many of a kind stand on I dag about this case."""
        return self.town.waiting_today(alert, self.about)

    def refused_undo(self) -> str:
        """What is said when the newest act can not be taken back."""
        return codes(self.office.history.undo, of=OfficeError)[0]

    def reopen(self) -> None:
        """Lock and open again: the same history, whole, with nothing left to undo."""
        head = self.office.history.head()
        self.town.lock()
        office = self.town.unlock()
        assert (office.opening.compared, office.opening.clean_end) == ("same", True)
        assert office.history.head() == head
        assert office.history.verify() is None
        assert self.refused_undo() == "nothing_to_undo"

    def decides(self, draft: DebtVedtakDraft) -> DebtDecisionId:
        """A vedtak that goes out the same day."""
        decision = decided(self.office, self.case, draft)
        assert self.refused_undo() == "undo_final"
        document = self.office.debt_decisions.get(decision).document
        assert document is not None
        self.town.send(document)
        return decision

    def sends(self, kind: DocumentKind) -> int:
        """Every letter of a kind that waits goes out today; gives how many."""
        waiting = {each.id for each in self.office.letters.to_send()}
        mine = [
            each.id
            for each in self.office.letters.of(self.about)
            if each.kind is kind and each.id in waiting
        ]
        for each in mine:
            self.town.send(each)
        return len(mine)

    def send(self, made: DocumentId | OnPaper) -> None:
        """One letter goes out today."""
        self.town.send(made)

    def tells_the_economy(self) -> None:
        """Who they are and what comes in and goes out each month."""
        economy, day = self.office.debt_economy, self.today
        children = (
            ChildDraft(date(2022, 3, 1), "Emma", LIVES),
            ChildDraft(date(2017, 3, 1), "Odin", LIVES),
        )
        economy.set_household(self.case, HouseholdDraft(DebtorStatus.SINGLE, 1, children, day))
        for income, amount in _INCOMES:
            economy.add(self.case, IncomeDraft(income, kroner(amount), Interval.MONTH, day))
        for cost, amount in _COSTS:
            economy.add(self.case, CostDraft(cost, kroner(amount), Interval.MONTH, day))

    def available(self) -> Ore | None:
        """What the budget that holds leaves."""
        return self.office.debt_budgets.available(self.case)

    def talks(self, words: str) -> None:
        """They spoke today."""
        note = ContactNoteDraft(self.today, ContactChannel.PHONE, ContactOutcome.REACHED, words)
        self.office.contact_notes.add(self.known().person, note)
