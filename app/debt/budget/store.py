"""SQL of budgets, what they change, which of them holds, and checks of the housing allowance."""

from collections import defaultdict
from datetime import date

from app.core.ids import BudgetId, DebtCaseId, DocumentId
from app.core.money import Ore
from app.debt.budget.bostotte.model import BostotteFacts, CapArea, OwnShareGroup
from app.debt.budget.model import (
    BudgetChange,
    BudgetDraft,
    BudgetPart,
    BudgetVersion,
    ChangeDraft,
    LivingBasis,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_VERSIONS = (
    "SELECT b.id, b.debt_case, b.name, b.made_on, b.counted_for, b.living, b.words,"
    " p.printed_on, p.document FROM budget b LEFT JOIN budget_print p ON p.id ="
    " (SELECT max(n.id) FROM budget_print n WHERE n.budget = b.id)"
    " WHERE b.debt_case = ? ORDER BY b.id"
)


def versions(db: Database, case: DebtCaseId) -> tuple[BudgetVersion, ...]:
    """Every budget of a case, the oldest first."""
    changes = _changes(db, case)

    def made(*row: object) -> BudgetVersion:
        texts = [str(column) for column in row]
        budget = BudgetId(int(texts[0]))
        return BudgetVersion(
            id=budget,
            case=DebtCaseId(int(texts[1])),
            name=texts[2],
            made_on=date.fromisoformat(texts[3]),
            counted_for=date.fromisoformat(texts[4]),
            living=LivingBasis(texts[5]),
            words=texts[6],
            changes=tuple(changes.get(budget, ())),
            printed_on=day_or_none(row[7]),
            document=None if row[8] is None else DocumentId(int(texts[8])),
        )

    return db.select(made, _VERSIONS, (case,))


def _changes(db: Database, case: DebtCaseId) -> dict[BudgetId, list[BudgetChange]]:
    found: dict[BudgetId, list[BudgetChange]] = defaultdict(list)
    for budget, change in db.select(
        lambda row, budget, part, line, words, amount, reason: (
            BudgetId(budget),
            BudgetChange(BudgetPart(part), words, Ore(amount), line, reason, row),
        ),
        "SELECT c.id, c.budget, c.part, c.line, c.words, c.amount, c.reason FROM budget_change c"
        " JOIN budget b ON b.id = c.budget WHERE b.debt_case = ? ORDER BY c.id",
        (case,),
    ):
        found[budget].append(change)
    return found


def case_of(db: Database, budget: BudgetId) -> DebtCaseId | None:
    """The case a budget is of."""
    return db.first(DebtCaseId, "SELECT debt_case FROM budget WHERE id = ?", (budget,))


def chosen(db: Database, case: DebtCaseId, day: date) -> BudgetId | None:
    """The budget that holds on a day, where one was chosen."""
    return db.first(
        lambda budget: None if budget is None else BudgetId(budget),
        "SELECT budget FROM budget_choice WHERE debt_case = ? AND since <= ?"
        " ORDER BY since DESC, id DESC LIMIT 1",
        (case, day.isoformat()),
    )


def insert(unit: Unit, case: DebtCaseId, draft: BudgetDraft) -> BudgetId:
    """A new budget."""
    made = unit.insert(
        "budget",
        debt_case=case,
        name=draft.name.strip(),
        made_on=unit.today,
        counted_for=draft.counted_for or unit.today,
        living=draft.living,
        words=draft.words.strip(),
    )
    return BudgetId(made)


def correct(unit: Unit, budget: BudgetId, draft: BudgetDraft) -> None:
    """Its name, its day, and what living is counted by."""
    unit.update(
        "budget",
        budget,
        name=draft.name.strip(),
        counted_for=draft.counted_for or unit.today,
        living=draft.living,
        words=draft.words.strip(),
    )


def remove(unit: Unit, version: BudgetVersion) -> None:
    """A budget nobody has printed, with what it changed."""
    for change in version.changes:
        unit.delete("budget_change", change.id)
    unit.delete("budget", version.id)


def add_change(unit: Unit, budget: BudgetId, draft: ChangeDraft) -> int:
    """A line of its own, or another sum of a line."""
    return unit.insert(
        "budget_change",
        budget=budget,
        part=draft.part,
        line=draft.line,
        words=draft.words.strip(),
        amount=draft.amount or 0,
        reason=draft.reason.strip(),
    )


def correct_change(unit: Unit, change: int, draft: ChangeDraft) -> None:
    """What was typed of a change."""
    unit.update(
        "budget_change",
        change,
        part=draft.part,
        words=draft.words.strip(),
        amount=draft.amount or 0,
        reason=draft.reason.strip(),
    )


def remove_change(unit: Unit, change: int) -> None:
    """The line as the economy and the rates give it."""
    unit.delete("budget_change", change)


def choose(unit: Unit, case: DebtCaseId, budget: BudgetId | None, since: date) -> None:
    """This one holds from a day; None is what the economy gives."""
    unit.insert("budget_choice", debt_case=case, since=since, budget=budget)


def was_chosen(db: Database, budget: BudgetId) -> bool:
    """Whether it holds, or ever did."""
    sql = "SELECT count(*) FROM budget_choice WHERE budget = ?"
    return db.value(int, sql, (budget,)) > 0


def add_print(unit: Unit, budget: BudgetId, document: DocumentId | None) -> None:
    """It is printed, and not changed after that."""
    unit.insert("budget_print", budget=budget, document=document, printed_on=unit.today)


def bostotte(db: Database, case: DebtCaseId, day: date) -> tuple[date, BostotteFacts] | None:
    """The newest check of the housing allowance up to a day."""
    return db.first(
        lambda since, adults, children, rent, heating, income, wealth, area, adapted, group: (
            date.fromisoformat(since),
            BostotteFacts(
                adults=adults,
                children=children,
                rent=Ore(rent),
                heating_in_rent=bool(heating),
                income=Ore(income),
                wealth=Ore(wealth),
                area=CapArea(area),
                adapted=bool(adapted),
                group=OwnShareGroup(group),
            ),
        ),
        "SELECT since, adults, children, rent, heating_in_rent, income, wealth, area, adapted,"
        " thresholds FROM bostotte_check WHERE debt_case = ? AND since <= ?"
        " ORDER BY since DESC, id DESC LIMIT 1",
        (case, day.isoformat()),
    )


def add_bostotte(unit: Unit, case: DebtCaseId, since: date, facts: BostotteFacts) -> None:
    """What the person told, from a day."""
    unit.insert(
        "bostotte_check",
        debt_case=case,
        since=since,
        adults=facts.adults,
        children=facts.children,
        rent=facts.rent,
        heating_in_rent=facts.heating_in_rent,
        income=facts.income,
        wealth=facts.wealth,
        area=facts.area,
        adapted=facts.adapted,
        thresholds=facts.group,
    )
