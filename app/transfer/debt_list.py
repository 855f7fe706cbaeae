"""A debt overview: each line becomes a claim in the case; what could be two things is asked."""

from app.core.money import Ore, format_kroner
from app.debt.claims import creditor_rules
from app.debt.claims.model import (
    ClaimSums,
    Creditor,
    CreditorDraft,
    DebtClaimDraft,
    DebtClaimKind,
    DebtClaimStage,
)
from app.transfer import debt_values, values
from app.transfer.debt_model import DebtColumn as Column
from app.transfer.debt_model import DebtGround, DebtRow
from app.transfer.model import FindingKind
from app.transfer.row_draft import RowDraft

_NOTHING = Ore(0)
_SUMS = (Column.PRINCIPAL, Column.INTEREST, Column.COSTS)


class DebtReader:
    """Reads lines one by one, and knows what the case and the lines before have."""

    def __init__(self, ground: DebtGround) -> None:
        self._ground = ground
        self._collectors: tuple[Creditor, ...] = ground.creditors
        self._there: dict[str, list[tuple[str, Ore, int]]] = {}
        for each in ground.claims:
            if each.open and each.draft.lease is None:
                key = creditor_rules.bare_name(each.creditor_name)
                self._there.setdefault(key, []).append((each.draft.reference, each.owed, 0))

    def read(self, row: RowDraft) -> DebtRow | None:
        """The line as it stands; None when it has to wait. See `row.waits`."""
        creditor = self._creditor(row)
        kind = self._kind(row)
        sums = self._sums(row)
        draft = DebtClaimDraft(
            new_creditor=creditor,
            kind=kind,
            sums=sums,
            as_of=row.find(Column.AS_OF, values.day),
            new_collector=self._collector(row, creditor),
            reference=row.read(Column.REFERENCE, values.text, ""),
            incurred_on=row.find(Column.INCURRED_ON, values.day),
            rate=row.find(Column.RATE, debt_values.rate),
            stage=row.read(Column.STAGE, debt_values.stage, DebtClaimStage.CURRENT),
            words=row.read(Column.REMARK, values.text, ""),
        )
        self._not_yet(row, draft)
        return None if row.waits else DebtRow(row.line, draft)

    def _creditor(self, row: RowDraft) -> CreditorDraft | None:
        number = row.read(Column.ORG_NUMBER, values.organisation, "")
        known = debt_values.creditor(self._ground.creditors, number)
        found = row.find(Column.CREDITOR, known)
        if found is None and not row.written(Column.CREDITOR):
            row.note(FindingKind.ERROR, Column.CREDITOR, "creditor_name_missing")
        return found

    def _collector(self, row: RowDraft, creditor: CreditorDraft | None) -> CreditorDraft | None:
        found = row.find(Column.COLLECTOR, debt_values.creditor(self._collectors))
        if found is None or creditor is None:
            return found
        mine = creditor_rules.bare_name(creditor.name)
        return None if creditor_rules.bare_name(found.name) == mine else found

    def _kind(self, row: RowDraft) -> DebtClaimKind | None:
        found = row.find(Column.KIND, debt_values.kind)
        if found is None and not row.written(Column.KIND):
            readings = debt_values.kind_readings()
            row.note(FindingKind.ERROR, Column.KIND, "debt_claim_kind_missing", "", readings)
        return found

    def _sums(self, row: RowDraft) -> ClaimSums:
        """The parts; a total that is not their sum is asked about."""
        told = len(row.findings)
        row.find(Column.CURRENCY, debt_values.currency)
        parts = [row.find(each, debt_values.money) for each in _SUMS]
        total = row.find(Column.TOTAL, debt_values.money)
        sums = ClaimSums(*(part or _NOTHING for part in parts))
        if any(each.kind is FindingKind.ERROR for each in row.findings[told:]):
            return sums
        if total is not None and all(part is None for part in parts):
            return ClaimSums(principal=total)
        if total is not None and total != sums.total:
            made = format_kroner(sums.total, False)
            row.note(FindingKind.ERROR, Column.TOTAL, "debt_total_differs", made, (made,))
        if not any((*parts, total)):
            self._nothing(row)
        return sums

    def _nothing(self, row: RowDraft) -> None:
        """A sum of nothing is no claim; no sum at all is asked for."""
        if any(row.written(each) for each in (*_SUMS, Column.TOTAL)):
            row.findings.clear()
            row.note(FindingKind.SKIPPED, "", "sums_of_nothing")
        else:
            row.note(FindingKind.ERROR, Column.PRINCIPAL, "row_claim_missing")

    def _not_yet(self, row: RowDraft, draft: DebtClaimDraft) -> None:
        """A day that has not been is asked about beside its cell."""
        for column, day in (
            (Column.AS_OF, draft.as_of),
            (Column.INCURRED_ON, draft.incurred_on),
        ):
            if day is not None and day > self._ground.today:
                row.note(FindingKind.ERROR, column, "day_in_future")

    def enter(self, draft: RowDraft, row: DebtRow) -> DebtRow | None:
        """The line if it is new; the same claim once more is left out, a like one asked about."""
        name = row.draft.new_creditor.name if row.draft.new_creditor else ""
        mine = self._there.setdefault(creditor_rules.bare_name(name), [])
        reference, owed = row.draft.reference, row.draft.sums.total
        same = next((at for ref, sum_, at in mine if (ref, sum_) == (reference, owed)), None)
        if same is not None:
            code = "same_as_line" if same else "already_in_register"
            draft.findings.clear()
            draft.note(FindingKind.DOUBLE, "", code, str(same) if same else "")
            return None
        if any(not ref or not reference or ref == reference for ref, _, _ in mine):
            draft.note(FindingKind.ERROR, Column.REFERENCE, "debt_reference_missing")
            return None
        mine.append((reference, owed, row.line))
        return row
