"""Checking a sheet before anything is taken in: pure, and done again after every answer."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from app.arrears.lists.model import ListGround
from app.core.errors import OfficeError
from app.core.ids import BillerId
from app.core.national_id import K1_UNTIL_2031, NationalId
from app.transfer import values
from app.transfer.columns import heading_line, map_columns
from app.transfer.debt_list import DebtReader
from app.transfer.debt_model import DebtGround, DebtRow
from app.transfer.kobo import read_dwelling
from app.transfer.model import (
    TELL_EVERY,
    Answer,
    ApplicantRow,
    CheckedLine,
    CheckedSheet,
    ColumnMap,
    Counts,
    DwellingRow,
    Finding,
    FindingKind,
    ImportKind,
    ImportRow,
    KoboColumn,
    Profile,
    RowKey,
    Told,
)
from app.transfer.rent_book import RentBook
from app.transfer.rent_list import RentReader
from app.transfer.rent_model import RentRow
from app.transfer.row_draft import Answers, RowDraft, Rule
from app.transfer.sheet import CellKind, Row, Sheet
from app.transfer.values import Parser
from app.transfer.waiting import read_applicant

_SUM_WORDS = frozenset(("sum", "totalt", "total", "i alt", "tilsammen", "til sammen", "antall"))
_FEWEST_SAME_HEADINGS = 3

SheetRow = DwellingRow | ApplicantRow
Objections = Callable[[SheetRow], Iterable[tuple[str, str]]]
"""What the register would refuse a row for: field and code."""


def check_sheet(
    sheet: Sheet,
    profile: Profile,
    answers: Iterable[Answer] = (),
    known: frozenset[RowKey] = frozenset(),
    *,
    heading: int | None = None,
    k1_remainders: frozenset[int] = K1_UNTIL_2031,
    objections: Objections = lambda _row: (),
    ground: ListGround | None = None,
    debts: DebtGround | None = None,
    told: Told | None = None,
) -> CheckedSheet:
    """Every row read, every finding told. `known` are the keys the register already has.

    `objections` says what the register would refuse, so that no row is refused when all are
    taken in. `heading` is the line of the headings when the officer has chosen it. `ground` is
    what a biller's list is held against, else OfficeError `biller_not_chosen`; `debts` what a debt
    overview is, else `debt_case_not_chosen`. `told` may raise
    to cancel. OfficeError `columns_missing` (fact `fields`: one of each group is needed) when no
    row could be read.
    """
    start = heading_line(sheet, profile) if heading is None else heading
    columns = map_columns(sheet.row(start), profile)
    if columns.missing:
        raise OfficeError("columns_missing", fields=tuple(sorted(columns.missing[0])))
    number = values.national_id(k1_remainders)
    rows = tuple(row for row in sheet.rows if row.line > start and row.filled)
    check: _Check
    if profile.kind is ImportKind.RENT_LIST:
        check = _RentCheck(columns, ground, profile.biller)
    elif profile.kind is ImportKind.DEBT_OVERVIEW:
        check = _DebtCheck(columns, debts)
    else:
        check = _SheetCheck(profile.kind, columns, number, known, objections)
    check.run(rows, tuple(answers), told)
    return check.checked(rows)


class _Check:
    """One pass over the rows: what is read so far."""

    def __init__(self, kind: ImportKind, columns: ColumnMap) -> None:
        self._kind = kind
        self._columns = columns
        self._good: list[ImportRow] = []
        self._findings: list[Finding] = []

    def _read(self, draft: RowDraft) -> ImportRow | None:
        """What a line tells; what is to be told of it is kept on the draft."""
        raise NotImplementedError

    def _take(self, draft: RowDraft) -> None:
        """Read a line, and keep it if it can be taken in."""
        raise NotImplementedError

    def run(
        self, rows: tuple[Row, ...], answers: tuple[Answer, ...], told: Told | None = None
    ) -> None:
        """Read every row with the answers and the rules that follow from them."""
        by_cell = {(answer.line, answer.column): answer.value for answer in answers}
        by_line = {row.line: row for row in rows}
        rules = tuple(
            rule
            for answer in answers
            if answer.rest and answer.line in by_line
            for rule in self._rule(by_line[answer.line], answer)
        )
        given = Answers(by_cell, rules)
        for done, row in enumerate(rows):
            if told is not None and done % TELL_EVERY == 0:
                told(done, len(rows))
            skipped = _not_a_row(row, self._columns)
            if skipped:
                finding = Finding(row.line, "", FindingKind.SKIPPED, skipped)
                self._findings.append(finding)
            else:
                self._take(RowDraft(row, self._columns, given))

    def checked(self, rows: tuple[Row, ...]) -> CheckedSheet:
        """The outcome."""
        by_line: dict[int, list[Finding]] = {}
        for finding in self._findings:
            by_line.setdefault(finding.line, []).append(finding)
        lines = tuple(_line(row, self._columns, by_line.get(row.line, [])) for row in rows)
        counts = _counts(lines, self._good, self._findings)
        return CheckedSheet(
            self._kind, self._columns, tuple(self._good), tuple(self._findings), lines, counts
        )

    def _rule(self, row: Row, answer: Answer) -> Iterator[Rule]:
        """What the answer means for other cells: found by reading its row without any answer."""
        draft = RowDraft(row, self._columns, Answers({}))
        self._read(draft)
        for finding in draft.findings:
            asked = finding.kind in (FindingKind.ERROR, FindingKind.TO_CHECK)
            if asked and finding.column == answer.column:
                chosen = answer.value in finding.readings
                reading = finding.readings.index(answer.value) if chosen else None
                yield Rule(answer, finding.code, finding.before, reading)


class _RentCheck(_Check):
    """Lines of a biller's list, held against the accounts."""

    def __init__(
        self, columns: ColumnMap, ground: ListGround | None, biller: BillerId | None
    ) -> None:
        super().__init__(ImportKind.RENT_LIST, columns)
        if ground is None or biller is None or biller not in ground.billers:
            raise OfficeError("biller_not_chosen")
        self._reader = RentReader(ground)
        self._book = RentBook(ground, biller)

    def checked(self, rows: tuple[Row, ...]) -> CheckedSheet:
        """The outcome, with the balances that would not match."""
        good = [row for row in self._good if isinstance(row, RentRow)]
        self._findings.extend(self._book.balances_that_differ(good, self._columns))
        self._findings.sort(key=lambda each: each.line)
        return replace(super().checked(rows), wrong=self._book.wrong_biller())

    def _read(self, draft: RowDraft) -> RentRow | None:
        return self._reader.read(draft)

    def _take(self, draft: RowDraft) -> None:
        row = self._read(draft)
        new = None if row is None else self._book.enter(draft, row)
        if new is not None:
            self._good.append(new)
        self._findings.extend(draft.findings)


class _DebtCheck(_Check):
    """Lines of a debt overview, held against the case."""

    def __init__(self, columns: ColumnMap, ground: DebtGround | None) -> None:
        super().__init__(ImportKind.DEBT_OVERVIEW, columns)
        if ground is None:
            raise OfficeError("debt_case_not_chosen")
        self._reader = DebtReader(ground)

    def _read(self, draft: RowDraft) -> DebtRow | None:
        return self._reader.read(draft)

    def _take(self, draft: RowDraft) -> None:
        row = self._read(draft)
        new = None if row is None else self._reader.enter(draft, row)
        if new is not None:
            self._good.append(new)
        self._findings.extend(draft.findings)


class _SheetCheck(_Check):
    """Rows that stand for something each: whose keys are taken already."""

    def __init__(
        self,
        kind: ImportKind,
        columns: ColumnMap,
        number: Parser[NationalId],
        known: frozenset[RowKey],
        objections: Objections,
    ) -> None:
        super().__init__(kind, columns)
        self._objections = objections
        self._number = number
        self._known = known
        self._first: dict[RowKey, SheetRow] = {}

    def _read(self, draft: RowDraft) -> SheetRow:
        if self._kind is ImportKind.DWELLINGS:
            return read_dwelling(draft, self._number)
        return read_applicant(draft, self._number)

    def _take(self, draft: RowDraft) -> None:
        row = self._read(draft)
        if not draft.waits:
            for field, code in self._objections(row):
                draft.note(FindingKind.ERROR, field, code)
        if not draft.waits:
            key = row.key
            double = None if key is None else self._double(row, key)
            if double is not None:
                self._findings.append(double)
                return
            if key is not None:
                self._first[key] = row
            self._good.append(row)
        self._findings.extend(draft.findings)

    def _double(self, row: SheetRow, key: RowKey) -> Finding | None:
        """Left out when it is there already; another dwelling at the same place is asked."""
        if key in self._known:
            return Finding(row.line, "", FindingKind.DOUBLE, "already_in_register")
        first = self._first.get(key)
        if first is None:
            return None
        line = str(first.line)
        if isinstance(row, DwellingRow) and replace(row, line=first.line) != first:
            column = self._columns.heading(KoboColumn.UNIT_NUMBER)
            return Finding(row.line, column, FindingKind.ERROR, "same_place", "", line)
        return Finding(row.line, "", FindingKind.DOUBLE, "same_as_line", "", line)


def _not_a_row(row: Row, columns: ColumnMap) -> str:
    """Why a line with content is no row: a note, a sum, the headings once more; else ""."""
    filled = row.filled
    if len(filled) == 1:
        return "note_line"
    if filled[0].text.strip(" :.").casefold() in _SUM_WORDS:
        numbers = all(cell.kind is CellKind.NUMBER or _figures(cell.text) for cell in filled[1:])
        return "sum_line" if numbers else ""
    texts = tuple(" ".join(cell.text.split()) for cell in row.cells)
    if len(filled) >= _FEWEST_SAME_HEADINGS and texts == columns.headings[: len(texts)]:
        return "headings_again"
    return ""


def _figures(text: str) -> bool:
    return text.replace(" ", "").replace(",", "").replace(".", "").isdecimal()


def _line(row: Row, columns: ColumnMap, findings: list[Finding]) -> CheckedLine:
    after = {f.column: f.after for f in findings if f.kind is FindingKind.FIXED and f.column}
    texts = tuple(
        after.get(heading) or row.cell(at).text for at, heading in enumerate(columns.headings)
    )
    # what is there already of a line that brings something new is told, and does not leave it out
    kinds = {
        each.kind for each in findings if each.kind is not FindingKind.DOUBLE or not each.column
    }
    return CheckedLine(row.line, texts, next((k for k in _WEIGHT if k in kinds), None))


_WEIGHT = (
    FindingKind.SKIPPED,
    FindingKind.DOUBLE,
    FindingKind.ERROR,
    FindingKind.TO_CHECK,
    FindingKind.FIXED,
)


def _counts(
    lines: tuple[CheckedLine, ...], good: list[ImportRow], findings: list[Finding]
) -> Counts:
    outcomes = Counter(line.outcome for line in lines)
    alone = sum(1 for f in findings if f.kind is FindingKind.FIXED and f.code != "answered")
    return Counts(
        rows=len(lines),
        taken=len(good),
        waiting=outcomes[FindingKind.ERROR],
        to_check=outcomes[FindingKind.TO_CHECK],
        fixed=alone,
        doubles=outcomes[FindingKind.DOUBLE],
        skipped=outcomes[FindingKind.SKIPPED],
        leases=sum(1 for row in good if isinstance(row, DwellingRow) and row.lease is not None),
    )
