"""Vedtak as the office knows them: drafts that can change, and issued ones that never do."""

from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from app.core.ids import ApplicationId, DwellingId, OfficerId, PersonId, VedtakId
from app.core.periods import Period
from app.core.records import dataclass
from app.core.text import Language
from app.decisions.content.model import HelpMeasure, Plan, Service, StartPart
from app.settings.model import OfficeProfile


class VedtakKind(StrEnum):
    """What is decided."""

    MUNICIPAL_DWELLING = "municipal_dwelling"
    RENEWAL = "renewal"
    SWAP = "swap"
    HOUSING_HELP = "housing_help"
    TEMPORARY_STAY = "temporary_stay"

    @property
    def dwells(self) -> bool:
        """Whether it is about a lease of a municipal dwelling."""
        return self not in {VedtakKind.HOUSING_HELP, VedtakKind.TEMPORARY_STAY}

    @property
    def moves_in(self) -> bool:
        """Whether a grant leads to moving in, and so to a start package (D19)."""
        return self in {VedtakKind.MUNICIPAL_DWELLING, VedtakKind.SWAP}


class VedtakResult(StrEnum):
    """The answer."""

    GRANTED = "granted"
    PARTLY_GRANTED = "partly_granted"
    REFUSED = "refused"
    DISMISSED = "dismissed"

    @property
    def grants(self) -> bool:
        """Whether the person gets what was asked for, in full or in part."""
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
    NOT_WITHOUT_ROOF = "not_without_roof"

    def fits(self, kind: VedtakKind) -> bool:
        """Whether it can be the ground of a refusal of that kind."""
        return kind in _GROUNDS.get(self, frozenset(VedtakKind))


_DWELLS = frozenset(kind for kind in VedtakKind if kind.dwells)
_GROUNDS = {
    RefusalGround.NOT_DISADVANTAGED: _DWELLS | {VedtakKind.HOUSING_HELP},
    RefusalGround.RESIDENCE_PERIOD: _DWELLS,
    RefusalGround.AGE: _DWELLS,
    RefusalGround.MEANS_ABOVE_LIMIT: _DWELLS,
    RefusalGround.SWAP_NOT_MET: frozenset({VedtakKind.SWAP}),
    RefusalGround.RENEWAL_NOT_MET: frozenset({VedtakKind.RENEWAL}),
    RefusalGround.NOT_WITHOUT_ROOF: frozenset({VedtakKind.TEMPORARY_STAY}),
}


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
    REVERSED = "reversed"
    SET_ASIDE = "set_aside"


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
    # the lease that follows (HL-55), and a criterion set aside
    short_reason: str = ""
    dispensation_text: str = ""
    # DOC-04
    services: tuple[Service, ...] = ()
    start_package: tuple[StartPart, ...] = ()
    no_start_reason: str = ""
    plan: Plan = Plan.NONE
    plan_maker: str = ""
    responsible_unit: str = ""
    cooperation: bool = False
    cooperation_text: str = ""
    wishes_text: str = ""
    # DOC-03; `disadvantaged` None until it is answered (BS-04)
    disadvantaged: bool | None = None
    disadvantaged_text: str = ""
    help_measures: tuple[HelpMeasure, ...] = ()
    help_text: str = ""
    # SOT-04, SOT-05; `stay_where` in words
    stay_from: date | None = None
    stay_until: date | None = None
    stay_review: date | None = None
    stay_where: str = ""
    stay_quality: str = ""
    lasting_home_text: str = ""
    # by which act, and who stands for it (FV-10)
    legal_basis: str = ""
    legal_paragraph: str = ""
    appeal_weeks: int | None = None
    approver_name: str = ""
    approver_title: str = ""
    caseworker_impartial: bool = False
    approver_impartial: bool = False

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
    appeal period; `signed_appeal` when the act asks for a signature (FV-15). `copies` names who
    else gets it; `replaces` is the vedtak whose place this one takes (FV-19).
    """

    vedtak: Vedtak
    sender: LetterFrom
    received_on: date
    household: int
    appeal_period: Period
    arrival: date
    last_day: date
    signed_appeal: bool
    copies: tuple[str, ...] = ()
    replaces: Vedtak | None = None
