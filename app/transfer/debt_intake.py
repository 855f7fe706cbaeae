"""What the lines of a debt overview become in the case, in the unit of the import."""

from dataclasses import replace

from app.core.errors import OfficeError
from app.debt.claims.service import DebtClaims
from app.storage.unit import Unit
from app.transfer.debt_model import DebtRow
from app.transfer.model import TELL_EVERY, CheckedSheet, Receipt, Told


def take_in(
    unit: Unit, checked: CheckedSheet, sheet: int, claims: DebtClaims, told: Told | None = None
) -> Receipt:
    """Every claim of the rows; `sheet` is the import they came with."""
    case = checked.profile.case if checked.profile else None
    if case is None:
        raise OfficeError("debt_case_not_chosen")
    rows = tuple(row for row in checked.rows if isinstance(row, DebtRow))
    for done, row in enumerate(rows):
        if told is not None and done % TELL_EVERY == 0:
            told(done, len(rows))
        claims.add_in(unit, case, replace(row.draft, again=True), sheet)
    unit.subject = None  # it is about no single row of those it made
    return Receipt(unit.event_id, debts=len(rows))
