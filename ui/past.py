"""What was done, in words: lines of the history, what each changed, and the panel of one record.

National numbers are masked, and the address of anyone who is protected is never told here.
"""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core import words
from app.core.errors import NotFound
from app.core.ids import (
    ApplicationId,
    CreditorId,
    DebtCaseId,
    DwellingId,
    EvictionCaseId,
    PersonId,
    Ref,
    VedtakId,
)
from app.core.records import dataclass
from app.office import Office
from app.people.model import AddressProtection
from ui.kit.cards import Card
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.kit.words import Label
from ui.labels import done, moment
from ui.navigation import PAGE_OF
from ui.past_values import MASKED, value_words

MOST_ROWS = 60  # of one event: an import changes a hundred thousand, and nobody reads them here
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
    "eviction_case": "Utkastelsessak",
    "debt_case": "Rådgivningssak",
    "creditor": "Kreditor",
    "stay": "Midlertidig opphold",
    "stay_place": "Sted for opphold",
    "offer": "Tilbud",
    "document": "Brev",
    "officer": "Tilgang",
    "office": "Kontoret",
    "sheet_import": "Regneark",
}
_POINTS_AT = {
    "debt_case": "debt_case",
    "eviction_case": "eviction_case",
    "creditor": "creditor",
    "collector": "creditor",
    "person": "person",
    "officer": "officer",
}
"""Columns that hold the number of a row with a name."""
_NAMELESS = frozenset(
    {
        "budget",
        "creditor_letter",
        "debt_appeal",
        "debt_claim",
        "debt_decision",
        "debt_measure",
        "economy_household",
        "payment_plan",
        "plan_claim",
        "proposal",
        "proposal_share",
        "rule_versions",
    }
)
_NAMELESS_IN = frozenset(
    {
        ("budget_print", "document"),
        ("creditor_letter", "document"),
        ("debt_claim", "lease"),
        ("debt_claim", "sheet_import"),
        ("debt_decision", "document"),
        ("debt_decision", "replaces"),
        ("debt_waiting_letter", "document"),
        ("payment_plan", "document"),
    }
)


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
        if ref.kind == "eviction_case":
            return f"{kind} {office.eviction_cases.get(EvictionCaseId(ref.id)).number}"
        if ref.kind == "creditor":
            return office.creditors.get(CreditorId(ref.id)).name
        if ref.kind == "debt_case":
            return f"{kind} {office.debt_cases.get(DebtCaseId(ref.id)).number}"
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
        if not field or _is_own(change.table, change.column):
            continue
        if hidden and change.table in _ADDRESS:
            before = MASKED if change.before else "–"
            after = MASKED if change.after else "–"
        else:
            before = _told(office, change.table, change.column, change.before)
            after = _told(office, change.table, change.column, change.after)
        if before != after or before == MASKED:
            found.append(ChangeRow(field.removesuffix(" (øre)"), before, after))
    return tuple(dict.fromkeys(found))


def _is_own(table: str, column: str) -> bool:
    """Whether it points at a row that has no name: that number is the program's own."""
    return column in _NAMELESS or (table, column) in _NAMELESS_IN


def _told(office: Office, table: str, column: str, value: object) -> str:
    """The name of what a column points at; else its value in words."""
    kind = _POINTS_AT.get(column)
    if kind is None or not isinstance(value, int):
        return value_words(table, column, value)
    if kind == "officer":
        return next((each.name for each in office.settings.officers() if each.id == value), "–")
    return name_of(office, Ref(kind, value))


def _address_may_be_told(office: Office, ref: Ref | None) -> bool:
    if ref is None or ref.kind != "person":
        return False
    try:
        return office.people.get(PersonId(ref.id)).protection is AddressProtection.NONE
    except NotFound:
        return False


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
