"""What was done, in words: lines of the history, what each changed, and the panel of one record.

National numbers are masked, and the address of anyone who is protected is never told here.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.applications.intake.model import (
    AssetKind,
    ConsentScope,
    ExpenseKind,
    HelpNeed,
    Hindrance,
    IncomeKind,
    LegalStay,
    MaritalStatus,
    PaperKind,
    RepresentativeKind,
    Requirement,
    Tenure,
    Wanted,
)
from app.applications.model import (
    ApplicationKind,
    ApplicationState,
    Channel,
    NeedCategory,
    ReferredBy,
    TargetGroup,
)
from app.core import words
from app.core.days import short_day
from app.core.errors import NotFound
from app.core.ids import ApplicationId, DwellingId, PersonId, Ref, VedtakId
from app.core.money import Ore, format_kroner
from app.core.national_id import IdKind
from app.core.text import Language
from app.decisions.appeals.model import AppealState
from app.decisions.content.model import Plan
from app.decisions.model import RefusalGround, VedtakKind, VedtakResult, VedtakState
from app.decisions.reversals.model import ReversalGround
from app.dwellings.model import DwellingStatus, DwellingType, Holding, OwnerKind
from app.leases.model import ChargeKind, LeaseKind, LeaseState
from app.letters.model import Channel as Sent
from app.letters.model import DocumentKind, DocumentState
from app.office import Office
from app.people.model import AddressProtection, HouseholdKind, Presence, Role
from app.transfer.model import ImportKind
from ui.kit.cards import Card
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.kit.words import Label
from ui.labels import done, moment, title_word
from ui.navigation import PAGE_OF

MASKED = "•••••"
MOST_ROWS = 60  # of one event: an import changes a hundred thousand, and nobody reads them here
STATES: dict[tuple[str, str], type[Enum]] = {
    ("person", "language"): Language,
    ("office", "language"): Language,
    ("address_protection", "level"): AddressProtection,
    ("national_id", "kind"): IdKind,
    ("household", "kind"): HouseholdKind,
    ("household_member", "role"): Role,
    ("household_member", "presence"): Presence,
    ("dwelling", "dwelling_type"): DwellingType,
    ("dwelling", "holding"): Holding,
    ("dwelling_status", "status"): DwellingStatus,
    ("application", "kind"): ApplicationKind,
    ("application", "channel"): Channel,
    ("application", "referred_by"): ReferredBy,
    ("application_state", "state"): ApplicationState,
    ("application_group", "target_group"): TargetGroup,
    ("application_need", "category"): NeedCategory,
    ("application_notice", "kind"): DocumentKind,
    ("application_confirmation", "channel"): Channel,
    ("application_rank", "target_group"): TargetGroup,
    ("intake", "wanted"): Wanted,
    ("intake", "marital_status"): MaritalStatus,
    ("intake", "legal_stay"): LegalStay,
    ("intake", "tenure"): Tenure,
    ("intake_income", "kind"): IncomeKind,
    ("intake_asset", "kind"): AssetKind,
    ("intake_expense", "kind"): ExpenseKind,
    ("intake_paper", "kind"): PaperKind,
    ("representative", "kind"): RepresentativeKind,
    ("consent", "scope"): ConsentScope,
    ("vedtak", "kind"): VedtakKind,
    ("vedtak", "result"): VedtakResult,
    ("vedtak", "plan"): Plan,
    ("vedtak", "refusal_ground"): RefusalGround,
    ("vedtak_state", "state"): VedtakState,
    ("appeal", "channel"): Channel,
    ("appeal_state", "state"): AppealState,
    ("reversal", "ground"): ReversalGround,
    ("owner", "kind"): OwnerKind,
    ("lease", "kind"): LeaseKind,
    ("document", "kind"): DocumentKind,
    ("document", "language"): Language,
    ("document_state", "state"): DocumentState,
    ("dispatch", "channel"): Sent,
    ("lease_state", "state"): LeaseState,
    ("lease_charge", "kind"): ChargeKind,
    ("sheet_profile", "kind"): ImportKind,
    ("sheet_import", "kind"): ImportKind,
}
CODES = frozenset(
    {"kind", "status", "state", "level", "role", "presence", "channel", "target_group", "category"}
)
_MARKS = (Requirement, Hindrance, HelpNeed)  # told in one column
_MONEY_TOLD = frozenset({"present_rent", "owed", "monthly", "value", "original", "remaining"})
_MONEY = frozenset({"rent", "deposit", "guarantee"})
_FLAGS = frozenset(
    {
        "not_needed",
        "registered_here",
        "in_institution",
        "by_agreement",
        "family_reunion",
        "cares_for_child",
        "guardian_consent",
        "rented_before",
        "accessible",
        "demo",
        "terminable",
        "cooperation",
        "disadvantaged",
        "caseworker_impartial",
        "approver_impartial",
        "signed",
        "deferred",
        "to_harm",
    }
)
_ADDRESS = frozenset({"person_address"})
_KINDS = {
    "person": "Person",
    "household": "Husstand",
    "dwelling": "Bolig",
    "application": "Søknad",
    "vedtak": "Vedtak",
    "appeal": "Klage",
    "prior_notice": "Forhåndsvarsel",
    "lease": "Leieforhold",
    "offer": "Tilbud",
    "document": "Brev",
    "officer": "Tilgang",
    "office": "Kontoret",
    "sheet_import": "Regneark",
}
_ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{6} ?\d{5}(?!\d)")
_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, repr=False)
class PastRow:
    """One line of the history: when, what, about what, by whom."""

    id: int
    at: datetime
    verb: str
    what: str
    about: str
    ref: Ref | None
    who: str
    reason: str
    undone: bool
    final: bool


@dataclass(frozen=True, slots=True, repr=False)
class ChangeRow:
    """One value that was changed, in words."""

    field: str
    before: str
    after: str


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("past", text)


def latest(office: Office, limit: int, before: int = 2**62) -> tuple[PastRow, ...]:
    """The newest lines of all, before an event."""
    told = _Teller(office)
    return tuple(
        told.row(e.id, e.verb, e.subject, e.at, e.by, e.reason, e.final, e.reversed_by)
        for e in office.history.latest(limit, before)
    )


def of(office: Office, ref: Ref, limit: int = 200) -> tuple[PastRow, ...]:
    """The newest lines about one record."""
    told = _Teller(office)
    return tuple(
        told.row(e.id, e.verb, e.subject, e.at, e.by, e.reason, e.final, e.reversed_by)
        for e in office.history.of(ref, limit)
    )


class _Teller:
    """Remembers names while many lines are worded."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._officers = {officer.id: officer.name for officer in office.settings.officers()}
        self._names: dict[Ref, str] = {}

    def row(
        self,
        event: int,
        verb: str,
        subject: Ref | None,
        at: datetime,
        by: int,
        reason: str,
        final: bool,
        reversed_by: int | None,
    ) -> PastRow:
        """One event in words."""
        about = ""
        if subject is not None:
            if subject not in self._names:
                self._names[subject] = name_of(self._office, subject)
            about = self._names[subject]
        who = next((name for key, name in self._officers.items() if key == by), "")
        return PastRow(
            event,
            at,
            verb,
            done(verb),
            about,
            subject if subject is not None and subject.kind in PAGE_OF else None,
            who or tr("Med gjenopprettingsnøkkelen"),
            reason,
            reversed_by is not None,
            final,
        )


def name_of(office: Office, ref: Ref) -> str:
    """What a record is called: a name, an address, a case with its number, or only its kind."""
    kind = _KINDS.get(ref.kind, "")
    try:
        if ref.kind == "person":
            return office.people.get(PersonId(ref.id)).name
        if ref.kind == "dwelling":
            return office.dwellings.get(DwellingId(ref.id)).address or kind
        if ref.kind == "application":
            return f"{kind} {office.applications.get(ApplicationId(ref.id)).number}"
        if ref.kind == "vedtak":
            return f"{kind} {office.decisions.get(VedtakId(ref.id)).number}"
        if ref.kind == "appeal":
            return f"{kind} {office.appeals.get(ref.id).number}"
    except NotFound:
        return kind
    return kind


def changes(office: Office, row: PastRow) -> tuple[ChangeRow, ...]:
    """What one event changed, for the officer: columns without words are the program's own."""
    hidden = not _address_may_be_told(office, row.ref)
    found = []
    for change in office.history.changes(row.id, MOST_ROWS):
        if change.redacted:
            found.append(ChangeRow(tr("Fjernet etter loven"), "–", "–"))
            continue
        field = words.column(change.table, change.column)
        if not field:
            continue
        if hidden and change.table in _ADDRESS:
            before = MASKED if change.before else "–"
            after = MASKED if change.after else "–"
        else:
            before = value_words(change.table, change.column, change.before)
            after = value_words(change.table, change.column, change.after)
        if before != after or before == MASKED:
            found.append(ChangeRow(field.removesuffix(" (øre)"), before, after))
    return tuple(dict.fromkeys(found))


def _address_may_be_told(office: Office, ref: Ref | None) -> bool:
    if ref is None or ref.kind != "person":
        return False
    try:
        return office.people.get(PersonId(ref.id)).protection is AddressProtection.NONE
    except NotFound:
        return False


def value_words(table: str, column: str, value: object) -> str:
    """A recorded value as the officer would write it; numbers of persons masked."""
    if value is None or value == "":
        return "–"
    states = _states(table, column, value)
    if states is not None and value in {member.value for member in states}:
        return title_word(states(value))
    if column in CODES or states is not None:
        return tr("(kode)")
    if _is_money(table, column) and isinstance(value, int):
        return format_kroner(Ore(value))
    if column in _FLAGS and isinstance(value, int):
        return tr("ja") if value else tr("nei")
    text = str(value)
    if _A_DAY.fullmatch(text):
        return short_day(date.fromisoformat(text))
    return _ELEVEN_DIGITS.sub(_mask, text)


def _states(table: str, column: str, value: object) -> type[Enum] | None:
    if (table, column) == ("intake_mark", "code"):
        return next((marks for marks in _MARKS if value in {str(each) for each in marks}), None)
    return STATES.get((table, column))


def _is_money(table: str, column: str) -> bool:
    return column in _MONEY or (table.startswith("intake") and column in _MONEY_TOLD)


def _mask(found: re.Match[str]) -> str:
    return f"{found[0][:6]} {MASKED}"


class HistoryPanel(Card):
    """«Historikk» for one record, newest first; for every page that shows one."""

    def __init__(
        self, office: Office, ref: Ref | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Historikk"), icon=Icon.HISTORY, parent=parent)
        self._office, self._ref = office, ref
        self._list = RowList(tr("Historikk"), Shape.TIMELINE, whole=True)
        self._none = Label(tr("Ingenting er endret ennå."))
        self.add(self._list, self._none)
        self.reload()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What it shows."""
        return self._list.rows

    def set_ref(self, ref: Ref | None) -> None:
        """Another record."""
        self._ref = ref
        self.reload()

    def reload(self) -> None:
        """Read anew."""
        found = of(self._office, self._ref) if self._ref is not None else ()
        today = self._office.clock.today()
        self._list.set_rows(
            [
                Row(
                    row.id,
                    row.what,
                    " · ".join(
                        filter(None, (tr("Angret") if row.undone else "", row.who, row.reason))
                    ),
                    icon=Icon.UNDO if row.undone else Icon.HISTORY,
                    when=moment(row.at, today),
                )
                for row in found
            ]
        )
        self._list.setVisible(bool(found))
        self._none.setVisible(not found)
