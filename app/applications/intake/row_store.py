"""SQL of what a form tells in rows: incomes, assets, expenses, loans, papers, marks."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.applications.intake.model import (
    Asset,
    AssetKind,
    Expense,
    ExpenseKind,
    Income,
    IncomeKind,
    Intake,
    Loan,
    Paper,
    PaperKind,
)
from app.core.ids import ApplicationId, DocumentId, PersonId
from app.core.money import Ore
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

Row = Mapping[str, object]

_COLUMNS = {
    "intake_income": ("person", "kind", "monthly"),
    "intake_asset": ("kind", "value"),
    "intake_expense": ("kind", "monthly"),
    "intake_loan": ("creditor", "reference", "original", "remaining", "monthly"),
}
_PAPER = ("asked_on", "received_on", "not_needed", "document")


def incomes(db: Database, application: ApplicationId) -> tuple[Income, ...]:
    """As they were told, in their order."""
    return db.select(
        lambda person, kind, monthly: Income(PersonId(person), IncomeKind(kind), Ore(monthly)),
        _select("intake_income"),
        (application,),
    )


def assets(db: Database, application: ApplicationId) -> tuple[Asset, ...]:
    """As they were told, in their order."""
    return db.select(
        lambda kind, value: Asset(AssetKind(kind), Ore(value)),
        _select("intake_asset"),
        (application,),
    )


def expenses(db: Database, application: ApplicationId) -> tuple[Expense, ...]:
    """As they were told, in their order."""
    return db.select(
        lambda kind, monthly: Expense(ExpenseKind(kind), Ore(monthly)),
        _select("intake_expense"),
        (application,),
    )


def loans(db: Database, application: ApplicationId) -> tuple[Loan, ...]:
    """As they were told, in their order."""
    return db.select(Loan, _select("intake_loan"), (application,))


def _select(table: str) -> str:
    columns = ", ".join(_COLUMNS[table])
    return f"SELECT {columns} FROM {table} WHERE application = ? ORDER BY id"


def papers(db: Database, application: ApplicationId) -> tuple[Paper, ...]:
    """Each paper once, in the form's order."""
    found = db.select(
        lambda kind, asked, received, not_needed, document: Paper(
            PaperKind(kind),
            day_or_none(asked),
            day_or_none(received),
            bool(not_needed),
            None if document is None else DocumentId(document),
        ),
        "SELECT kind, asked_on, received_on, not_needed, document FROM intake_paper"
        " WHERE application = ?",
        (application,),
    )
    order = {kind: at for at, kind in enumerate(PaperKind)}
    return tuple(sorted(found, key=lambda paper: order[paper.kind]))


def marks(db: Database, application: ApplicationId, kind: str, day: date) -> tuple[str, ...]:
    """The codes of a kind of mark that hold on a day."""
    return db.select(
        str,
        "SELECT code FROM intake_mark WHERE application = ?1 AND kind = ?2 AND since <= ?3"
        " AND (until IS NULL OR until > ?3) ORDER BY id",
        (application, kind, day.isoformat()),
    )


def rows_of(intake: Intake) -> dict[str, tuple[Row, ...]]:
    """What a form tells in rows, by table."""
    told: dict[str, Sequence[object]] = {
        "intake_income": intake.incomes,
        "intake_asset": intake.assets,
        "intake_expense": intake.expenses,
        "intake_loan": intake.loans,
    }
    return {
        table: tuple({name: getattr(each, name) for name in _COLUMNS[table]} for each in rows)
        for table, rows in told.items()
    }


def change_rows(
    db: Database,
    unit: Unit,
    table: str,
    application: ApplicationId,
    before: tuple[Row, ...],
    after: tuple[Row, ...],
) -> None:
    """Write the rows that differ and no other, so that they are read back in their order."""
    if before == after:
        return
    ids = db.select(
        int, f"SELECT id FROM {table} WHERE application = ? ORDER BY id", (application,)
    )
    kept = _kept(before, after)
    for row_id, stays in zip(ids, kept, strict=True):
        if not stays:
            unit.delete(table, row_id)
    left = [row_id for row_id, stays in zip(ids, kept, strict=True) if stays]
    old = [row for row, stays in zip(before, kept, strict=True) if stays]
    for row_id, was, now in zip(left, old, after, strict=False):
        changed = {name: value for name, value in now.items() if was[name] != value}
        if changed:
            unit.update(table, row_id, **changed)
    for row in after[len(left) :]:
        unit.insert(table, application=application, **row)


def _kept(before: tuple[Row, ...], after: tuple[Row, ...]) -> list[bool]:
    """Which old rows stay; where some were only taken away, all others are left in peace."""
    rest, kept = list(after), []
    for row in before:
        kept.append(bool(rest) and rest[0] == row)
        if kept[-1]:
            rest.pop(0)
    if not rest:
        return kept
    return [at < len(after) for at in range(len(before))]


def change_papers(
    db: Database,
    unit: Unit,
    application: ApplicationId,
    before: tuple[Paper, ...],
    after: tuple[Paper, ...],
) -> None:
    """Write the papers that differ; there is one row for a kind."""
    known = {paper.kind: paper for paper in before}
    told = {paper.kind: paper for paper in after}
    for kind in sorted(known.keys() - told.keys()):
        unit.delete("intake_paper", _paper_row(db, application, kind))
    for kind, paper in told.items():
        values = {name: getattr(paper, name) for name in _PAPER}
        if kind not in known:
            unit.insert("intake_paper", application=application, kind=kind, **values)
        elif known[kind] != paper:
            row = _paper_row(db, application, kind)
            was = {name: getattr(known[kind], name) for name in _PAPER}
            changed = {name: value for name, value in values.items() if was[name] != value}
            unit.update("intake_paper", row, **changed)


def _paper_row(db: Database, application: ApplicationId, kind: PaperKind) -> int:
    return db.value(
        int,
        "SELECT id FROM intake_paper WHERE application = ? AND kind = ?",
        (application, kind.value),
    )


def marks_of(intake: Intake) -> dict[str, frozenset[str]]:
    """The codes ticked on a form, by kind of mark."""
    return {
        "requirement": frozenset(each.value for each in intake.requirements),
        "hindrance": frozenset(each.value for each in intake.hindrances),
        "help": frozenset(each.value for each in intake.help_needs),
    }


def change_marks(
    unit: Unit,
    application: ApplicationId,
    kind: str,
    before: frozenset[str],
    after: frozenset[str],
    since: date,
) -> None:
    """End the marks that are over and begin the new ones, from a day."""
    for code in sorted(before - after):
        unit.execute(
            "UPDATE intake_mark SET until = ? WHERE application = ? AND kind = ? AND code = ?"
            " AND until IS NULL",
            (since.isoformat(), application, kind, code),
        )
    for code in sorted(after - before):
        unit.insert("intake_mark", application=application, kind=kind, code=code, since=since)
