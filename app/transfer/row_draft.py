"""Reading one row field by field, with the officer's answers, and keeping what is to be told."""

from typing import TypeVar

from app.core.records import dataclass
from app.transfer.model import (
    Answer,
    ColumnMap,
    Finding,
    FindingKind,
    KoboColumn,
    WaitingColumn,
)
from app.transfer.sheet import EMPTY_CELL, Cell, CellKind, Row
from app.transfer.values import Parser, Read, refused

T = TypeVar("T")

_SECRET = frozenset((KoboColumn.TENANT.value, WaitingColumn.NATIONAL_ID.value))
_ASKED = frozenset((FindingKind.ERROR, FindingKind.TO_CHECK))


@dataclass(frozen=True, slots=True)
class Rule:
    """«Gjør likt for resten»: the same question in the same column gets the same reading.

    `reading` is which of the readings was chosen; None when a value was written instead, which
    then holds for cells with the same text as `answer` was given for.
    """

    answer: Answer
    code: str
    before: str
    reading: int | None

    def value_for(self, finding: Finding) -> str | None:
        """What this rule answers the finding with, None when it is another question."""
        if (finding.column, finding.code) != (self.answer.column, self.code):
            return None
        if self.reading is not None:
            many = len(finding.readings)
            return finding.readings[self.reading] if self.reading < many else None
        return self.answer.value if finding.before == self.before else None


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers so far, by cell, and the rules that follow from them."""

    by_cell: dict[tuple[int, str], str]
    rules: tuple[Rule, ...] = ()


class RowDraft:
    """One row under way; `findings` grows as fields are read."""

    def __init__(self, row: Row, columns: ColumnMap, answers: Answers) -> None:
        self.line = row.line
        self.findings: list[Finding] = []
        self._row = row
        self._columns = columns
        self._answers = answers

    @property
    def waits(self) -> bool:
        """Whether the officer has to say something before the row can be taken in."""
        return any(finding.kind is FindingKind.ERROR for finding in self.findings)

    def read(self, field: str, parser: Parser[T], empty: T) -> T:
        """The field's value; `empty` when the cell is empty or has to wait."""
        found = self.find(field, parser)
        return empty if found is None else found

    def find(self, field: str, parser: Parser[T]) -> T | None:
        """The field's value; None when the cell is empty or has to wait."""
        cell = self.cell(field)
        answer = self._answers.by_cell.get((self.line, self._columns.heading(field)))
        if answer is not None:
            return self._answered(field, cell, answer, parser)
        if cell.kind is CellKind.EMPTY:
            return None
        read: Read[T] = refused("cell_error") if cell.kind is CellKind.ERROR else parser(cell)
        finding = self._finding(field, cell, read)
        if finding is not None and finding.kind in _ASKED:
            for rule in self._answers.rules:
                value = rule.value_for(finding)
                if value is not None:
                    return self._answered(field, cell, value, parser)
        return self._keep(read, finding)

    def cell(self, field: str) -> Cell:
        """The cell as it stands in the file."""
        at = self._columns.index(field)
        return EMPTY_CELL if at is None else self._row.cell(at)

    def has(self, field: str) -> bool:
        """Whether the sheet has a column for it at all."""
        return self._columns.index(field) is not None

    def written(self, field: str) -> str:
        """What stands there, or what the officer answered, letter for letter."""
        answer = self._answers.by_cell.get((self.line, self._columns.heading(field)))
        return (self.cell(field).text if answer is None else answer).strip()

    def note(
        self,
        kind: FindingKind,
        field: str,
        code: str,
        after: str = "",
        readings: tuple[str, ...] = (),
    ) -> None:
        """Tell something that no single cell shows; field "" for the whole row."""
        column = self._columns.heading(field) if field else ""
        before = self.cell(field).text if field else ""
        secret = field in _SECRET
        self.findings.append(
            Finding(self.line, column, kind, code, before, after, readings, secret)
        )

    def _answered(self, field: str, cell: Cell, value: str, parser: Parser[T]) -> T | None:
        """The answer in the cell's place; an answer that is itself wrong is told as such."""
        if not value.strip():
            self.note(FindingKind.FIXED, field, "answered")
            return None
        read = parser(Cell(CellKind.TEXT, value))
        finding = self._finding(field, cell, read)
        if finding is None or finding.kind is FindingKind.FIXED:
            self.note(FindingKind.FIXED, field, "answered", value)
            return read.value
        return self._keep(read, finding)

    def _keep(self, read: Read[T], finding: Finding | None) -> T | None:
        if finding is not None:
            self.findings.append(finding)
        return read.value

    def _finding(self, field: str, cell: Cell, read: Read[T]) -> Finding | None:
        if read.kind is None:
            return None
        return Finding(
            self.line,
            self._columns.heading(field),
            read.kind,
            read.code,
            cell.text,
            read.after,
            read.readings,
            field in _SECRET,
        )
