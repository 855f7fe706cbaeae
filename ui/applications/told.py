"""Between the fields of the form and what it tells: each field of an Intake has its own."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace

from app.applications.intake.model import (
    Asset,
    AssetKind,
    Expense,
    ExpenseKind,
    Income,
    IncomeKind,
    Intake,
    Loan,
    Requirement,
)
from app.applications.intake.registration.model import ToldIncome
from app.core.ids import PersonId
from app.core.money import Ore

NAMES = tuple(each.name for each in fields(Intake) if each.name != "application")
_TEXTS = frozenset(each.name for each in fields(Intake) if each.type in {str, "str"})


def intake_of(values: Mapping[str, object], known: Intake, *, wheelchair: bool) -> Intake:
    """What is typed, on top of what is known; incomes are told by their own functions."""
    held = {name: values[name] for name in NAMES if name in values and name != "incomes"}
    held |= {name: value or "" for name, value in held.items() if name in _TEXTS}
    ticked = values["requirements"]
    rest = ticked if isinstance(ticked, frozenset) else frozenset()
    held |= {
        "requirements": rest | {Requirement.WHEELCHAIR} if wheelchair else rest,
        "assets": tuple(_assets(values)),
        "expenses": tuple(_expenses(values)),
        "loans": tuple(_loans(values)),
    }
    return replace(known, **held)  # type: ignore[arg-type]  # each field gives its own type


def shown(intake: Intake) -> dict[str, object]:
    """The values of the fields that tell it."""
    values = {name: getattr(intake, name) for name in NAMES}
    values |= {name: value or None for name, value in values.items() if name in _TEXTS}
    for name in ("incomes", "assets", "expenses", "loans"):
        values[name] = tuple(_row(each) for each in values[name])
    return values


def _row(each: object) -> dict[str, object]:
    names = getattr(each, "__dataclass_fields__", {})
    held = {name: getattr(each, name) for name in names}
    return {name: None if value == "" else value for name, value in held.items()}


def told_incomes(
    values: Mapping[str, object], place_of: Callable[[object], int | None]
) -> tuple[ToldIncome, ...]:
    """Incomes of those who may not be registered yet."""
    return tuple(
        ToldIncome(place_of(row["person"]), _income_kind(row), _ore(row["monthly"]) or Ore(0))
        for row in _rows(values, "incomes")
    )


def incomes(values: Mapping[str, object]) -> tuple[Income, ...]:
    """Incomes of those who are registered."""
    return tuple(
        Income(_person(row), _income_kind(row), _ore(row["monthly"]) or Ore(0))
        for row in _rows(values, "incomes")
    )


def _person(row: Mapping[str, object]) -> PersonId:
    person = row["person"]
    return PersonId(person if isinstance(person, int) else 0)


def _income_kind(row: Mapping[str, object]) -> IncomeKind:
    kind = row["kind"]
    return kind if isinstance(kind, IncomeKind) else IncomeKind.OTHER


def _assets(values: Mapping[str, object]) -> list[Asset]:
    return [
        Asset(kind if isinstance(kind := row["kind"], AssetKind) else AssetKind.OTHER, value)
        for row in _rows(values, "assets")
        if (value := _ore(row["value"])) is not None
    ]


def _expenses(values: Mapping[str, object]) -> list[Expense]:
    return [
        Expense(kind if isinstance(kind := row["kind"], ExpenseKind) else ExpenseKind.OTHER, value)
        for row in _rows(values, "expenses")
        if (value := _ore(row["monthly"])) is not None
    ]


def _loans(values: Mapping[str, object]) -> list[Loan]:
    return [
        Loan(
            str(row["creditor"] or ""),
            str(row["reference"] or ""),
            _ore(row["original"]),
            _ore(row["remaining"]),
            _ore(row["monthly"]),
        )
        for row in _rows(values, "loans")
    ]


def _rows(values: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    held = values.get(name)
    return [row for row in held if isinstance(row, Mapping)] if isinstance(held, tuple) else []


def _ore(value: object) -> Ore | None:
    return Ore(value) if isinstance(value, int) else None
