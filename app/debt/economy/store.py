"""SQL of what a household lives on, pays and owns."""

from datetime import date
from typing import TypeVar

from app.applications.intake.model import AssetKind, IncomeKind
from app.core.ids import DebtCaseId, PersonId
from app.core.money import Ore
from app.debt.economy.model import (
    BudgetChild,
    BudgetHousehold,
    Cost,
    CostKind,
    DebtorStatus,
    EconomyLine,
    Entry,
    Interval,
    NetIncome,
    Owned,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

T = TypeVar("T")

_INCOME = "kind, amount, interval, since, until, person, words, seen, id"
_COST = "kind, amount, interval, since, until, words, seen, id"
_OWNED = "kind, value, since, until, owed, words, id"
_COLUMNS = {
    EconomyLine.INCOME: _INCOME,
    EconomyLine.COST: _COST,
    EconomyLine.OWNED: _OWNED,
}
_HOLDS = "debt_case = ?1 AND since <= ?2 AND (until IS NULL OR until > ?2)"


def _income(
    kind: str,
    amount: int,
    interval: str,
    since: str,
    until: str | None,
    person: int | None,
    words: str,
    seen: int,
    row: int,
) -> NetIncome:
    return NetIncome(
        IncomeKind(kind),
        Ore(amount),
        Interval(interval),
        date.fromisoformat(since),
        day_or_none(until),
        None if person is None else PersonId(person),
        words,
        bool(seen),
        row,
    )


def _cost(
    kind: str,
    amount: int,
    interval: str,
    since: str,
    until: str | None,
    words: str,
    seen: int,
    row: int,
) -> Cost:
    return Cost(
        CostKind(kind),
        Ore(amount),
        Interval(interval),
        date.fromisoformat(since),
        day_or_none(until),
        words,
        bool(seen),
        row,
    )


def _owned(
    kind: str, value: int, since: str, until: str | None, owed: int, words: str, row: int
) -> Owned:
    return Owned(
        AssetKind(kind),
        Ore(value),
        date.fromisoformat(since),
        day_or_none(until),
        Ore(owed),
        words,
        row,
    )


def incomes(db: Database, case: DebtCaseId, day: date) -> tuple[NetIncome, ...]:
    """Those that hold on a day, the largest kind of sum first as they were written."""
    return db.select(
        _income,
        f"SELECT {_INCOME} FROM economy_income WHERE {_HOLDS} ORDER BY id",
        (case, day.isoformat()),
    )


def costs(db: Database, case: DebtCaseId, day: date) -> tuple[Cost, ...]:
    """Those that hold on a day: home, power, insurance and children first (GJ-05)."""
    order = list(CostKind)
    found = db.select(
        _cost,
        f"SELECT {_COST} FROM economy_cost WHERE {_HOLDS} ORDER BY id",
        (case, day.isoformat()),
    )
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


def owned(db: Database, case: DebtCaseId, day: date) -> tuple[Owned, ...]:
    """What is owned on a day."""
    return db.select(
        _owned,
        f"SELECT {_OWNED} FROM economy_owned WHERE {_HOLDS} ORDER BY id",
        (case, day.isoformat()),
    )


def others(db: Database, line: EconomyLine, case: DebtCaseId, day: date) -> tuple[Entry, ...]:
    """Those that hold from later on, or held before."""
    sql = f"SELECT {_COLUMNS[line]} FROM {line} WHERE debt_case = ?1"
    sql += " AND (since > ?2 OR (until IS NOT NULL AND until <= ?2)) ORDER BY id"
    parameters = (case, day.isoformat())
    if line is EconomyLine.INCOME:
        return db.select(_income, sql, parameters)
    if line is EconomyLine.COST:
        return db.select(_cost, sql, parameters)
    return db.select(_owned, sql, parameters)


def household(db: Database, case: DebtCaseId, day: date) -> tuple[date, BudgetHousehold] | None:
    """The newest household up to a day, with the day it holds from."""
    found = db.first(
        lambda row, since, status, adults: (
            int(row),
            date.fromisoformat(since),
            DebtorStatus(status),
            int(adults),
        ),
        "SELECT id, since, status, adults FROM economy_household WHERE debt_case = ?"
        " AND since <= ? ORDER BY since DESC, id DESC LIMIT 1",
        (case, day.isoformat()),
    )
    if found is None:
        return None
    row, since, status, adults = found
    children = db.select(
        lambda birth, name, contact, child: BudgetChild(
            date.fromisoformat(birth), name, contact, child
        ),
        "SELECT birth_date, name, contact_class, id FROM economy_child"
        " WHERE economy_household = ? ORDER BY contact_class IS NOT NULL, birth_date, id",
        (row,),
    )
    return since, BudgetHousehold(status, adults, children)


def add_household(unit: Unit, case: DebtCaseId, since: date, known: BudgetHousehold) -> None:
    """The household is so from this day, with its children."""
    row = unit.insert(
        "economy_household",
        debt_case=case,
        since=since,
        status=known.status,
        adults=known.adults,
    )
    for child in known.children:
        unit.insert(
            "economy_child",
            economy_household=row,
            name=child.name,
            birth_date=child.birth_date,
            contact_class=child.contact_class,
        )


# lines


def line_of(entry: Entry) -> EconomyLine:
    """The list an entry stands in."""
    if isinstance(entry, NetIncome):
        return EconomyLine.INCOME
    return EconomyLine.COST if isinstance(entry, Cost) else EconomyLine.OWNED


def entry(db: Database, line: EconomyLine, row: int) -> tuple[DebtCaseId, Entry] | None:
    """One line, with the case it stands in."""
    sql = f"SELECT {_COLUMNS[line]} FROM {line} WHERE id = ?"
    case = db.first(DebtCaseId, f"SELECT debt_case FROM {line} WHERE id = ?", (row,))
    if case is None:
        return None
    found: Entry | None
    if line is EconomyLine.INCOME:
        found = db.first(_income, sql, (row,))
    elif line is EconomyLine.COST:
        found = db.first(_cost, sql, (row,))
    else:
        found = db.first(_owned, sql, (row,))
    return None if found is None else (case, found)


def add(unit: Unit, case: DebtCaseId, entry: Entry) -> int:
    """One more line."""
    return unit.insert(line_of(entry), debt_case=case, **_values(entry))


def replace(unit: Unit, row: int, entry: Entry) -> None:
    """The same line, put right."""
    unit.update(line_of(entry), row, **_values(entry))


def end(unit: Unit, line: EconomyLine, row: int, until: date | None) -> None:
    """It holds up to this day."""
    unit.update(line, row, until=until)


def remove(unit: Unit, line: EconomyLine, row: int) -> None:
    """It was never so; history keeps what stood."""
    unit.delete(line, row)


def _values(entry: Entry) -> dict[str, object]:
    same: dict[str, object] = {
        "kind": entry.kind,
        "since": entry.since,
        "until": entry.until,
        "words": entry.words,
    }
    if isinstance(entry, Owned):
        return same | {"value": entry.value, "owed": entry.owed}
    same |= {"amount": entry.amount, "interval": entry.interval, "seen": int(entry.seen)}
    return same | {"person": entry.person} if isinstance(entry, NetIncome) else same
