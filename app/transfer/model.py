"""What an import is made of: drafts of rows, findings, answers. Nothing here shows a number."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.applications.model import TargetGroup
from app.core.national_id import NationalId
from app.core.order import search_words
from app.dwellings.model import DwellingDraft
from app.people.model import PersonDraft


class ImportKind(StrEnum):
    """What the rows of a sheet are."""

    DWELLINGS = "dwellings"
    APPLICANTS = "applicants"


class FindingKind(StrEnum):
    """What a finding does to its row: the first leaves it waiting, the last two leave it out."""

    ERROR = "error"
    TO_CHECK = "to_check"
    FIXED = "fixed"
    DOUBLE = "double"
    SKIPPED = "skipped"


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


ImportRow = DwellingRow | ApplicantRow


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


def dwelling_key(draft: DwellingDraft) -> RowKey | None:
    """Address, unit and room; the cadastral numbers where there is no street; else None."""
    place = (search_words(draft.street), draft.house_number, draft.house_letter.upper())
    if not draft.street:
        place = (draft.farm_and_title, draft.lease_number, draft.section_number)
    if not place[0]:
        return None
    room = search_words(draft.extra_reference) if draft.extra_reference else ""
    return RowKey(("dwelling", draft.municipality_number, *place, draft.unit_number, room))


def applicant_key(person: PersonDraft) -> RowKey | None:
    """The national id; without one, name and telephone; with neither, None."""
    digits = "".join(person.national_id.split())
    if digits:
        return RowKey(("person", digits))
    if not person.phone:
        return None
    names = (person.family_name, person.given_name)
    return RowKey(("person", *(search_words(name) for name in names), person.phone))
