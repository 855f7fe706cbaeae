"""A cooperation agreement: what each side does (DOC-10)."""

from datetime import date
from enum import StrEnum

from app.core.ids import PersonId
from app.core.records import dataclass
from app.decisions.model import LetterFrom


class AgreementState(StrEnum):
    """Where an agreement stands."""

    DRAFT = "draft"
    SIGNED = "signed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, repr=False)
class AgreementDraft:
    """What is agreed in own words. What follows from a breach stands in the letter and can only
    be added to (`if_broken`); so does how it is ended."""

    purpose: str = ""
    we_do: str = ""
    person_does: str = ""
    visits: str = ""
    visited_by: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    if_broken: str = ""
    evaluation_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Agreement:
    """One as it stands on a day; `signed_on` None while nobody has signed."""

    id: int
    person: PersonId
    draft: AgreementDraft
    state: AgreementState
    since: date
    signed_on: date | None = None
    reason: str = ""

    def to_evaluate(self, today: date) -> bool:
        """Whether it holds, and the day to look at it together is here."""
        day = self.draft.evaluation_on
        return self.state is AgreementState.SIGNED and day is not None and day <= today


@dataclass(frozen=True, slots=True, repr=False)
class AgreementDue:
    """One that holds, and the day it was to be looked at together."""

    person: PersonId
    evaluation_on: date


@dataclass(frozen=True, slots=True, repr=False)
class AgreementPaper:
    """All that the print says."""

    draft: AgreementDraft
    sender: LetterFrom
    number: str
    name: str
    consents: tuple[str, ...] = ()
    large: bool = False
