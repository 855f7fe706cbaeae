"""Vedtak as the office knows them: drafts that can change, and issued ones that never do."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.core.ids import ApplicationId, DwellingId, OfficerId, PersonId, VedtakId
from app.core.periods import Period
from app.core.text import Language
from app.settings.model import OfficeProfile


class VedtakKind(StrEnum):
    """What is decided."""

    MUNICIPAL_DWELLING = "municipal_dwelling"
    RENEWAL = "renewal"
    SWAP = "swap"
    HOUSING_HELP = "housing_help"
    TEMPORARY_STAY = "temporary_stay"


class VedtakResult(StrEnum):
    """The answer."""

    GRANTED = "granted"
    PARTLY_GRANTED = "partly_granted"
    REFUSED = "refused"
    DISMISSED = "dismissed"

    @property
    def grants(self) -> bool:
        """Whether the person gets a dwelling, in full or in part as asked."""
        return self in {VedtakResult.GRANTED, VedtakResult.PARTLY_GRANTED}


class RefusalGround(StrEnum):
    """Why the answer is no: a closed list, never a person's character (HL-06)."""

    NOT_DISADVANTAGED = "not_disadvantaged"
    CAN_SOLVE_OTHERWISE = "can_solve_otherwise"
    RESIDENCE_PERIOD = "residence_period"
    AGE = "age"
    LEGAL_RESIDENCE = "legal_residence"
    MEANS_ABOVE_LIMIT = "means_above_limit"
    OTHER_MUNICIPALITY = "other_municipality"
    PAPERS_MISSING = "papers_missing"
    SWAP_NOT_MET = "swap_not_met"
    RENEWAL_NOT_MET = "renewal_not_met"


class OtherMeans(StrEnum):
    """Help that a refusal points to (DOC-02)."""

    BOSTOTTE = "bostotte"
    DEBT_ADVICE = "debt_advice"
    GUARANTEE = "guarantee"
    FIND_DWELLING = "find_dwelling"
    STARTLAN = "startlan"


class VedtakState(StrEnum):
    """How far it has come; `notified` and `settled` are derived from the letter and the day."""

    DRAFT = "draft"
    ISSUED = "issued"
    NOTIFIED = "notified"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, repr=False)
class Condition:
    """A duty tied to a grant, with the reason it is needed for (FV-18); `id` 0 while new."""

    duty: str
    link: str
    id: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class VedtakDraft:
    """What the form fills. Reasons stand in three blocks (FV-09); the term in whole months."""

    kind: VedtakKind = VedtakKind.MUNICIPAL_DWELLING
    result: VedtakResult = VedtakResult.GRANTED
    refusal_ground: RefusalGround | None = None
    dwelling: DwellingId | None = None
    dwelling_words: str = ""
    term_months: int | None = None
    rules_text: str = ""
    facts_text: str = ""
    considerations_text: str = ""
    conditions: tuple[Condition, ...] = ()
    other_means: tuple[OtherMeans, ...] = ()
    guidance_text: str = ""
    appeal_body: str = ""

    @property
    def reasons(self) -> tuple[str, str, str]:
        """Rules, facts and what weighed most, in that order."""
        return self.rules_text, self.facts_text, self.considerations_text


@dataclass(frozen=True, slots=True, repr=False)
class Vedtak:
    """One vedtak as it is today. `issued_on` None while it is a draft.

    `rule_versions` are the parameters used, each with the day its version began.
    """

    id: VedtakId
    number: str
    application: ApplicationId
    draft: VedtakDraft
    state: VedtakState
    issued_on: date | None
    officer: OfficerId
    drafted_on: date
    rule_versions: tuple[tuple[str, date], ...] = ()

    def __repr__(self) -> str:
        return f"Vedtak({self.number})"


@dataclass(frozen=True, slots=True)
class VedtakRow:
    """A vedtak in the list, with whose it is."""

    id: VedtakId
    number: str
    kind: VedtakKind
    result: VedtakResult
    state: VedtakState
    application: ApplicationId
    applicant: PersonId
    applicant_name: str = field(repr=False)
    drafted_on: date
    issued_on: date | None


@dataclass(frozen=True, slots=True, repr=False)
class LetterFrom:
    """Who writes, to whom and when; `recipient` is what shows in the window, empty if by hand."""

    office: OfficeProfile
    officer_name: str
    officer_title: str
    recipient: tuple[str, ...]
    issued: datetime
    language: Language
    draft: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class VedtakLetter:
    """All that the letter with a vedtak says, gathered from the register.

    `household` counts the applicant too. `arrival` and `last_day` are the worked example of the
    appeal period; `signed_appeal` when the act asks for a signature (FV-15).
    """

    vedtak: Vedtak
    sender: LetterFrom
    received_on: date
    household: int
    appeal_period: Period
    arrival: date
    last_day: date
    signed_appeal: bool
