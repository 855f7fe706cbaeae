"""The office itself: who it is, what it does, and who may open the register."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.cases import CaseKind
from app.core.dated import DatedValue
from app.core.ids import OfficerId
from app.core.records import dataclass
from app.core.text import Language


class Duty(StrEnum):
    """What the office does; the rest is hidden."""

    ALLOCATION = "allocation"
    FOLLOWUP = "followup"
    ARREARS = "arrears"
    DEBT = "debt"


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """Municipality, office and letterhead. `demo` marks every page and print."""

    municipality: str = ""
    name: str = ""
    municipality_number: str = ""
    org_number: str = ""
    address: str = ""
    postal_code: str = ""
    postal_place: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""
    rent_account: str = ""
    appeal_body: str = ""
    incident_contact: str = ""
    language: Language = Language.NB
    duties: frozenset[Duty] = field(default_factory=lambda: frozenset(Duty))
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Officer:
    """A person who may open the register, from a day to a day; `slot` is their way in."""

    id: OfficerId
    name: str
    title: str
    slot: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, repr=False)
class OfficerDraft:
    """A new way in for a person. The passphrase is never shown."""

    name: str
    title: str
    passphrase: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """Which act decides a kind of case, who hears an appeal, and within how many weeks.

    `id` is 0 for what the program is shipped with; `appeal_address` may have several lines.
    """

    id: int
    case: CaseKind
    name: str
    paragraph: str
    appeal_body: str
    appeal_weeks: int
    valid_from: date
    source: str
    appeal_address: str = ""

    @property
    def appeal_lines(self) -> tuple[str, ...]:
        """The address of the appeal body, a line each."""
        return lines_of(self.appeal_address)


@dataclass(frozen=True, slots=True)
class LegalBasisDraft:
    """The municipality's own basis for a kind of case from a day, and where it was decided."""

    case: CaseKind
    name: str
    paragraph: str
    appeal_body: str
    appeal_weeks: int
    valid_from: date
    source: str
    appeal_address: str = ""


def lines_of(address: str) -> tuple[str, ...]:
    """The lines that hold anything, trimmed."""
    return tuple(line.strip() for line in address.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class OwnVersion:
    """A value of the municipality's own; `begun` says that it can no longer be taken back."""

    id: int
    parameter: str
    value: DatedValue
    begun: bool
    rule_set: int | None


@dataclass(frozen=True, slots=True)
class LocalText:
    """The municipality's own words for one passage of a letter, from a day."""

    id: int
    document: str
    language: Language
    passage: str
    text: str
    valid_from: date
    source: str


@dataclass(frozen=True, slots=True)
class LocalTextDraft:
    """New words for a passage."""

    document: str
    language: Language
    passage: str
    text: str
    valid_from: date
    source: str
