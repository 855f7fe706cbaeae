"""What is known and done about unpaid rent, put together for the office."""

from app.arrears.agreed_rows import AgreedRows
from app.arrears.billers.service import Billers
from app.arrears.disputes.service import RentDisputes
from app.arrears.instalments.notices import InstalmentNotices
from app.arrears.instalments.papers import InstalmentPapers
from app.arrears.instalments.service import Instalments
from app.arrears.listing.service import ArrearsList
from app.arrears.lists.service import ArrearsCheck
from app.arrears.months.service import MonthRents
from app.arrears.pauses.service import Pauses
from app.arrears.rounds.meetings import ArrearsMeetings
from app.arrears.rounds.service import ArrearsRounds
from app.arrears.service import Arrears
from app.arrears.signals.finders import EarlierEvictions, LateRents, ReturnedMail
from app.arrears.signals.service import EarlySignals
from app.arrears.steps.claims.service import ArrearsLetters
from app.arrears.steps.held_back import AgreedInParts, Disagreeing
from app.arrears.steps.service import ArrearsSteps
from app.core.records import dataclass
from app.decisions.service import Decisions
from app.dwellings.landlords.service import Landlords
from app.dwellings.service import Dwellings
from app.leases.letters import LeaseLetters
from app.leases.service import Leases
from app.letters.service import Letters
from app.people.consents.service import Consents
from app.people.service import People
from app.settings.service import Settings
from app.settings.units.service import ServiceUnits
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Ground:
    """What is there before arrears are: the services these stand on."""

    db: Database
    settings: Settings
    units: ServiceUnits
    people: People
    consents: Consents
    dwellings: Dwellings
    landlords: Landlords
    letters: Letters
    decisions: Decisions
    leases: Leases
    lease_letters: LeaseLetters


class ArrearsServices:
    """Made once for an office, which hands each of them out under the same name."""

    def __init__(self, on: Ground) -> None:
        self._wire_accounts(on)
        self._wire_agreements(on)
        self._wire_steps(on)
        self.arrears_list = ArrearsList(
            on.db, self.arrears, self.arrears_steps, self.billers, self.pauses
        )
        self._wire_signals(on)
        self._wire_rounds(on)

    def _wire_accounts(self, on: Ground) -> None:
        """What is claimed and paid."""
        self.billers = Billers(on.db)
        self.arrears = Arrears(on.db, on.leases, on.settings, self.billers)
        self.rent_disputes = RentDisputes(on.db, self.arrears)
        self.month_rents = MonthRents(on.db, on.leases, self.arrears, self.billers)
        self.arrears_check = ArrearsCheck(on.db, self.arrears, self.billers)

    def _wire_signals(self, on: Ground) -> None:
        """What was seen early; what the slices above hold of it is told where they are wired."""
        self.early_signals = EarlySignals(on.db, on.people, on.settings)
        self.early_signals.know_finder(LateRents(self.arrears))
        self.early_signals.know_finder(ReturnedMail(on.db))
        self.early_signals.know_finder(EarlierEvictions(on.db, on.leases))
        on.people.know_holder(self.early_signals)

    def _wire_rounds(self, on: Ground) -> None:
        """Whom to ring this month, and the meeting about those who owe."""
        self.arrears_rounds = ArrearsRounds(
            on.db, self.arrears, self.arrears_steps, on.people, on.leases, on.settings
        )
        self.arrears_meetings = ArrearsMeetings(
            on.db, self.arrears, self.arrears_steps, self.arrears_rounds, on.letters, on.settings
        )
        self.arrears_steps.know_meetings(self.arrears_rounds)
        on.people.know_holder(self.arrears_rounds)  # before the leases it points at

    def _wire_steps(self, on: Ground) -> None:
        """The money track, and the step that comes next."""
        self.arrears_steps = ArrearsSteps(on.db, self.arrears, on.people, on.settings)
        self.arrears_steps.know_check(Disagreeing(self.arrears_check))
        self.arrears_steps.know_agreed(AgreedInParts(self.instalments))
        self.arrears_steps.know_pauses(self.pauses)
        self.arrears_letters = ArrearsLetters(
            on.db,
            self.arrears,
            self.arrears_steps,
            on.leases,
            on.lease_letters,
            on.letters,
            on.settings,
        )
        on.people.know_holder(self.arrears_steps)  # before the claims and letters it points at

    def _wire_agreements(self, on: Ground) -> None:
        """What is agreed on paying in parts, and what waits."""
        self.instalments = Instalments(on.db, self.arrears, on.letters, on.settings)
        self.instalment_papers = InstalmentPapers(
            on.db, self.instalments, self.arrears, on.leases, on.lease_letters, on.settings
        )
        on.letters.know_watcher(InstalmentNotices(on.db, self.instalments))
        self.pauses = Pauses(on.db, self.arrears, on.settings)
        self.arrears.know_agreements(self.instalments)
        self.arrears.know_pauses(self.pauses)
        on.people.know_holder(AgreedRows(on.db, on.leases))
