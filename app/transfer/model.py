"""What an import is made of: drafts of rows, findings, answers. Nothing here shows a number."""

from collections.abc import Callable, Iterable
from dataclasses import field, replace
from datetime import date
from enum import StrEnum

from app.applications.model import TargetGroup
from app.core.errors import OfficeError
from app.core.ids import BillerId, DebtCaseId
from app.core.national_id import NationalId
from app.core.order import search_words
from app.core.records import dataclass
from app.dwellings.model import DwellingDraft
from app.dwellings.rules import same_place
from app.people.model import PersonDraft
from app.transfer.debt_model import DebtColumn as DebtColumn  # a page shows it
from app.transfer.debt_model import DebtRow
from app.transfer.rent_model import RentColumn as RentColumn  # a page shows it
from app.transfer.rent_model import RentRow
from app.transfer.rent_model import WrongBiller as WrongBiller  # a page asks about it
from app.transfer.sheet import Cell as Cell  # a page shows it
from app.transfer.sheet import CellKind as CellKind  # a page shows it
from app.transfer.sheet import ReadOptions as ReadOptions  # a page names it
from app.transfer.sheet import Sheet as Sheet  # a page names it

Told = Callable[[int, int], None]
"""Told how many rows of how many are taken in; may raise to cancel."""

TELL_EVERY = 50


class ImportKind(StrEnum):
    """What the rows of a sheet are."""

    DWELLINGS = "dwellings"
    APPLICANTS = "applicants"
    RENT_LIST = "rent_list"
    DEBT_OVERVIEW = "debt_overview"


class FindingKind(StrEnum):
    """What a finding does to its row: the first leaves it waiting, the last two leave it out."""

    ERROR = "error"
    TO_CHECK = "to_check"
    FIXED = "fixed"
    DOUBLE = "double"
    SKIPPED = "skipped"


class KoboColumn(StrEnum):
    """The 35 columns of the national sheet, in its order and spelling."""

    MUNICIPALITY = "kommunenummer"
    FARM_AND_TITLE = "gnrbnr"
    LEASE_NUMBER = "festenummer"
    SECTION_NUMBER = "seksjonsnummer"
    UNIT_NUMBER = "bruksenhetsnummer"
    STREET = "gatenavn"
    HOUSE_NUMBER = "husnummer"
    HOUSE_LETTER = "husbokstav"
    POSTAL_CODE = "postnummer"
    EXTRA_REFERENCE = "ekstrareferanse"
    TYPE = "koboboligtype"
    SUBTYPE = "underkategoriboligtype"
    HOLDING = "kobodisposisjonsform"
    OWNER_NAME = "boligeiersnavn"
    OWNER_NUMBER = "boligeiersorganisasjonsnummer"
    OWNER_PHONE = "boligeiersmobilnummer"
    STATUS = "boligstatus"
    STATUS_SINCE = "statusdato"
    RENT = "manedsleie"
    POWER_METER = "malernummerstrom"
    WATER_METER = "malernummervann"
    DEPOSIT = "depositum"
    ACCESSIBLE = "errullestoltilpasset"
    BEDROOMS = "antallsoverom"
    PRIMARY_SCHOOL = "skolekretsbarneskole"
    LOWER_SECONDARY_SCHOOL = "skolekretsungdomsskole"
    REMARK = "ovriginformasjon"
    VAT_COMPENSATION = "kvalifiserermvakompensasjon"
    SHARED_HOUSING = "erbofellesskap"
    STAFFED = "erdognbemannet"
    STAFF_BASE = "harpersonalbase"
    TENANT = "hovedsoker"
    LEASE_OPEN_ENDED = "leieforholdertidsubegrenset"
    LEASE_START = "leieforholdstartdato"
    LEASE_END = "leieforholdsluttdato"


class WaitingColumn(StrEnum):
    """What a plain list of applicants may tell."""

    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    NATIONAL_ID = "national_id"
    TELEPHONE = "telephone"
    APPLIED_ON = "applied_on"
    GROUP = "group"
    CHILDREN = "children"
    LIVES_NOW = "lives_now"
    PROTECTION = "protection"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell about one cell, or about the whole line when `column` is empty.

    `column` is the heading as it stands in the file. `readings` are what the officer may choose
    between, written so that each can be given back as an answer. For a double, `after` is the
    earlier line, empty when the register has it. `secret`: show `before` and `after` masked.
    """

    line: int
    column: str
    kind: FindingKind
    code: str
    before: str = field(default="", repr=False)
    after: str = field(default="", repr=False)
    readings: tuple[str, ...] = field(default=(), repr=False)
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the officer said about one cell; `rest`: the same for every cell with that question."""

    line: int
    column: str
    value: str = field(repr=False)
    rest: bool = False


@dataclass(frozen=True, slots=True)
class RowKey:
    """What makes two rows one dwelling or one person. Never shown."""

    parts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class LeaseDraft:
    """The tenancy a dwelling row tells of. `end` None: open-ended, or not told (marked)."""

    tenant: NationalId
    start: date | None
    end: date | None
    open_ended: bool


@dataclass(frozen=True, slots=True)
class DwellingRow:
    """A row of the 35-column sheet that can be taken in, with the lease it tells of."""

    line: int
    draft: DwellingDraft
    lease: LeaseDraft | None

    @property
    def key(self) -> RowKey | None:
        """What tells this dwelling from another."""
        return dwelling_key(self.draft)


@dataclass(frozen=True, slots=True)
class ApplicantRow:
    """A row of a waiting list that can be taken in.

    `person.protection` is the strictest until the officer has said which it is (marked).
    `group` is None for a word nobody knows; `group_text` is the word as written.
    """

    line: int
    person: PersonDraft = field(repr=False)
    applied_on: date | None
    group: TargetGroup | None
    group_text: str
    children: int | None
    lives_now: str
    remark: str = field(repr=False)

    @property
    def key(self) -> RowKey | None:
        """What tells this person from another."""
        return applicant_key(self.person)


ImportRow = DwellingRow | ApplicantRow | RentRow | DebtRow


@dataclass(frozen=True, slots=True)
class Counts:
    """The line of figures over the preview. `rows` are lines with content under the heading.

    `fixed` counts what was put right by itself, not what the officer answered.
    """

    rows: int = 0
    taken: int = 0
    waiting: int = 0
    to_check: int = 0
    fixed: int = 0
    doubles: int = 0
    skipped: int = 0
    leases: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """A remembered way of reading one office's sheets. `columns`: heading key and field.

    Headings it does not name are found by the usual words; the field "" leaves a column out.
    `biller` is whose lists they are, for those that are a biller's. `case` is whose debts are
    read, and is not remembered.
    """

    name: str
    kind: ImportKind
    columns: tuple[tuple[str, str], ...] = ()
    encoding: str | None = None
    separator: str | None = None
    biller: BillerId | None = None
    case: DebtCaseId | None = None

    def with_column(self, heading: str, field: str) -> "Profile":
        """The same profile with this heading read as `field`; "" for not taken in."""
        if field and field not in fields_of(self.kind):
            raise OfficeError("profile_field", field=field)
        others = tuple(pair for pair in self.columns if pair[0] != heading_key(heading))
        return replace(self, columns=(*others, (heading_key(heading), field)))

    def fits(self, headings: Iterable[str]) -> bool:
        """Whether a sheet has exactly the headings that are remembered."""
        return {key for key, _ in self.columns} == {heading_key(h) for h in headings if h}


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The headings as written, left to right, and the field of each ("" for unknown)."""

    line: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    missing: tuple[frozenset[str], ...] = ()
    places: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {name: at for at, name in enumerate(self.fields) if name}
        object.__setattr__(self, "places", places)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Headings that are not taken in; listed for the officer, never lost from sight."""
        pairs = zip(self.headings, self.fields, strict=True)
        return tuple(heading for heading, field in pairs if heading and not field)

    def index(self, field: str) -> int | None:
        """Where the field stands, None when the sheet does not have it."""
        return self.places.get(field)

    def heading(self, field: str) -> str:
        """The field's heading as written; the field's own name when it has no column."""
        at = self.places.get(field)
        return field if at is None else self.headings[at]

    def field_of(self, heading: str) -> str:
        """The field under a heading as written, or the name itself for one without a column."""
        return self.fields[self.headings.index(heading)] if heading in self.headings else heading


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """A line as the preview shows it: the cells with what was put right, and what becomes of it.

    `outcome` None: taken in as it stands.
    """

    line: int
    texts: tuple[str, ...]
    outcome: FindingKind | None

    def __repr__(self) -> str:
        return f"CheckedLine({self.line}, {self.outcome})"


@dataclass(frozen=True, slots=True)
class CheckedSheet:
    """What would be taken in, what is to be told, and the figures over it.

    `profile` is how it was read, to be remembered when it is a biller's; `wrong` when the list
    looks like another biller's.
    """

    kind: ImportKind
    columns: ColumnMap
    rows: tuple[ImportRow, ...]
    findings: tuple[Finding, ...]
    lines: tuple[CheckedLine, ...]
    counts: Counts
    profile: Profile | None = None
    wrong: WrongBiller | None = None

    def about(self, line: int) -> tuple[Finding, ...]:
        """Everything found on one line."""
        return tuple(finding for finding in self.findings if finding.line == line)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What one take-in did. `event` is what undoes it as one.

    `shielded` counts tenancies that were not taken in: the tenant is strengt fortrolig (ADR-02).
    """

    event: int
    dwellings: int = 0
    leases: int = 0
    persons: int = 0
    applications: int = 0
    shielded: int = 0
    claims: int = 0
    payments: int = 0
    balances: int = 0
    debts: int = 0


def heading_key(text: str) -> str:
    """«Gnr/bnr», «GNR BNR» and «gnrbnr» are one heading: letters and digits, folded."""
    return "".join(char for char in search_words(text) if char.isalnum())


def fields_of(kind: ImportKind) -> tuple[str, ...]:
    """Every field a column can be mapped to, in the order to show them."""
    return tuple(COLUMNS[kind])


COLUMNS: dict[
    ImportKind, type[KoboColumn] | type[WaitingColumn] | type[RentColumn] | type[DebtColumn]
] = {
    ImportKind.DWELLINGS: KoboColumn,
    ImportKind.APPLICANTS: WaitingColumn,
    ImportKind.RENT_LIST: RentColumn,
    ImportKind.DEBT_OVERVIEW: DebtColumn,
}
"""What the columns of each kind of sheet may be."""


def dwelling_key(draft: DwellingDraft) -> RowKey | None:
    """The same place is the same dwelling; None where none is told."""
    place = same_place(draft)
    return RowKey(("dwelling", place)) if place else None


def applicant_key(person: PersonDraft) -> RowKey | None:
    """The national id; without one, name and telephone; with neither, None."""
    digits = "".join(person.national_id.split())
    if digits:
        return RowKey(("person", digits))
    if not person.phone:
        return None
    names = (person.family_name, person.given_name)
    return RowKey(("person", *(search_words(name) for name in names), person.phone))
