"""What an application for debt settlement must tell (GJ-23, gjeldsordningsloven § 2-1)."""

from dataclasses import field
from datetime import date

from app.core.ids import PersonId
from app.core.money import Ore
from app.core.records import dataclass
from app.debt.claims.model import DebtClaim
from app.debt.economy.model import Economy
from app.debt.measures.model import DebtMeasure, RentSince
from app.debt.papers.model import DebtPaperKind
from app.decisions.model import LetterFrom


@dataclass(frozen=True, slots=True)
class OverviewDraft:
    """What the officer writes down with the person, since no list holds it.

    `work` is education and work, `cause` why it became so, `attempt` what was tried to come to
    terms, `partner` what a spouse or cohabitant owns and owes, `given_away` what was given away or
    sold the last years, `sureties` who else answers for the debt.
    """

    work: str = field(default="", repr=False)
    cause: str = field(default="", repr=False)
    attempt: str = field(default="", repr=False)
    partner: str = field(default="", repr=False)
    given_away: str = field(default="", repr=False)
    sureties: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class ClaimLine:
    """A claim with where its creditor is reached."""

    claim: DebtClaim
    address: str


@dataclass(frozen=True, slots=True, repr=False)
class Overview:
    """All that the sheet says, as it is known on its day."""

    draft: OverviewDraft
    sender: LetterFrom
    number: str
    case_number: str
    on: date
    name: str
    national_id: str
    address: tuple[str, ...]
    phone: str
    economy: Economy
    names: dict[PersonId, str]
    claims: tuple[ClaimLine, ...] = ()
    available: Ore | None = None
    attempts: tuple[DebtMeasure, ...] = ()
    rent: RentSince | None = None
    papers_missing: tuple[DebtPaperKind, ...] = ()
    papers_come: tuple[DebtPaperKind, ...] = ()
    hidden: bool = False

    @property
    def open_claims(self) -> tuple[ClaimLine, ...]:
        """Those that are still claimed."""
        return tuple(each for each in self.claims if each.claim.open)

    @property
    def owed(self) -> Ore:
        """What is claimed in all."""
        return Ore(sum(each.claim.owed for each in self.open_claims))
