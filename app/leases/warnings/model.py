"""Written warnings as the office knows them (HL-68, husleieloven § 9-9)."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import DocumentId, LeaseId
from app.core.records import dataclass
from app.decisions.model import LetterFrom


class WarnedBreach(StrEnum):
    """The breaches that end a lease only despite a written warning (HL-68 b to d)."""

    NEGLECT_OR_NUISANCE = "neglect_or_nuisance"
    UNLAWFUL_TRANSFER = "unlawful_transfer"
    OTHER_USE = "other_use"


class RuleBroken(StrEnum):
    """Which duty was broken; the letter words each with its paragraph."""

    HOUSE_RULES = "house_rules"
    CARE = "care"
    HANDED_OVER = "handed_over"
    TAKEN_IN = "taken_in"
    AGREED_USE = "agreed_use"

    @property
    def breach(self) -> WarnedBreach:
        """What a breach of it may end the lease for, if it goes on."""
        return _BREACHES[self]


_BREACHES = {
    RuleBroken.HOUSE_RULES: WarnedBreach.NEGLECT_OR_NUISANCE,
    RuleBroken.CARE: WarnedBreach.NEGLECT_OR_NUISANCE,
    RuleBroken.HANDED_OVER: WarnedBreach.UNLAWFUL_TRANSFER,
    RuleBroken.TAKEN_IN: WarnedBreach.UNLAWFUL_TRANSFER,
    RuleBroken.AGREED_USE: WarnedBreach.OTHER_USE,
}


@dataclass(frozen=True, slots=True, repr=False)
class WarningDraft:
    """What the form fills: what happened, which duty, what must change and by when.

    `facts` one happening to a line; `reports` those it rests on.
    """

    broken: RuleBroken | None = None
    facts: str = ""
    change: str = ""
    change_by: date | None = None
    reports: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LeaseWarning:
    """One warning that was issued and is not annulled; `sent_on` None while nobody sent it."""

    id: int
    lease: LeaseId
    document: DocumentId
    number: str
    issued_on: date
    sent_on: date | None
    arrived_on: date | None
    broken: RuleBroken
    facts: str = field(repr=False)
    change: str = field(repr=False)
    change_by: date
    reports: tuple[int, ...] = ()

    @property
    def about(self) -> WarnedBreach:
        """The breach it warns of, by the code the letter of heving uses."""
        return self.broken.breach


@dataclass(frozen=True, slots=True, repr=False)
class WarningLetter:
    """What the letter says, gathered from the register. `address` empty where none is shown."""

    draft: WarningDraft
    sender: LetterFrom
    number: str
    lease_number: str
    address: str
    copies: tuple[str, ...] = ()
