"""SQL of measures in a case, and of the terms of a settlement gone through."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from app.core.ids import DebtCaseId
from app.core.money import Ore
from app.debt.measures.model import (
    DebtMeasure,
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
    SettlementCheck,
)
from app.debt.model import Screened
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def measures(db: Database, day: date) -> Mapping[DebtCaseId, tuple[DebtMeasure, ...]]:
    """Those of every case up to a day, in the order they were begun."""
    rows = _rows(db, day)
    found: dict[DebtCaseId, list[DebtMeasure]] = defaultdict(list)
    for measure, case, draft in db.select(
        _head, "SELECT id, debt_case, kind, with_whom, amount, words FROM debt_measure ORDER BY id"
    ):
        if measure in rows:
            found[case].append(DebtMeasure(measure, case, draft, tuple(rows[measure])))
    return {case: tuple(each) for case, each in found.items()}


def _head(
    row: int, case: int, kind: str, with_whom: str, amount: int | None, words: str
) -> tuple[int, DebtCaseId, DebtMeasureDraft]:
    total = None if amount is None else Ore(amount)
    draft = DebtMeasureDraft(DebtMeasureKind(kind), with_whom, total, words)
    return row, DebtCaseId(case), draft


def _rows(db: Database, day: date) -> Mapping[int, list[DebtMeasureRow]]:
    found: dict[int, list[DebtMeasureRow]] = defaultdict(list)
    for measure, row in db.select(
        _row,
        "SELECT debt_measure, since, state, answer_by, consent_on, ends_on, words"
        " FROM debt_measure_state WHERE since <= ? ORDER BY since, id",
        (day.isoformat(),),
    ):
        found[measure].append(row)
    return found


def _row(
    measure: int,
    since: str,
    state: str,
    answer_by: str | None,
    consent_on: str | None,
    ends_on: str | None,
    words: str,
) -> tuple[int, DebtMeasureRow]:
    return measure, DebtMeasureRow(
        date.fromisoformat(since),
        DebtMeasureState(state),
        day_or_none(answer_by),
        day_or_none(consent_on),
        day_or_none(ends_on),
        words,
    )


def insert(unit: Unit, case: DebtCaseId, draft: DebtMeasureDraft) -> int:
    """A new measure; it stands nowhere until a state is added."""
    return unit.insert("debt_measure", debt_case=case, **_told(draft))


def correct(unit: Unit, measure: int, draft: DebtMeasureDraft) -> None:
    """What was typed wrong of it."""
    unit.update("debt_measure", measure, **_told(draft))


def _told(draft: DebtMeasureDraft) -> dict[str, object]:
    return {
        "kind": draft.kind,
        "with_whom": draft.with_whom.strip(),
        "amount": draft.amount,
        "words": draft.words.strip(),
    }


def add_row(unit: Unit, measure: int, row: DebtMeasureRow) -> None:
    """It stands so from this day."""
    unit.insert(
        "debt_measure_state",
        debt_measure=measure,
        since=row.since,
        state=row.state,
        answer_by=row.answer_by,
        consent_on=row.consent_on,
        ends_on=row.ends_on,
        words=row.words.strip(),
    )


def add_check(unit: Unit, case: DebtCaseId, check: SettlementCheck) -> None:
    """The terms were gone through."""
    unit.insert(
        "settlement_check",
        debt_case=case,
        since=check.since,
        lasting=check.lasting,
        recent_debt=check.recent_debt,
        crime_debt=check.crime_debt,
        disloyal=check.disloyal,
        earlier=check.earlier,
        earlier_done_on=check.earlier_done_on,
        business=check.business,
        partner_told=check.partner_told,
        words=check.words.strip(),
    )


def check(db: Database, case: DebtCaseId, day: date) -> SettlementCheck | None:
    """The newest answers that hold on a day."""
    return db.first(
        _check,
        "SELECT since, lasting, recent_debt, crime_debt, disloyal, earlier, earlier_done_on,"
        " business, partner_told, words FROM settlement_check"
        " WHERE debt_case = ? AND since <= ? ORDER BY since DESC, id DESC LIMIT 1",
        (case, day.isoformat()),
    )


def _check(*row: str | None) -> SettlementCheck:
    texts = [column or "" for column in row]
    return SettlementCheck(
        since=date.fromisoformat(texts[0]),
        lasting=Screened(texts[1]),
        recent_debt=Screened(texts[2]),
        crime_debt=Screened(texts[3]),
        disloyal=Screened(texts[4]),
        earlier=Screened(texts[5]),
        earlier_done_on=day_or_none(row[6]),
        business=Screened(texts[7]),
        partner_told=Screened(texts[8]),
        words=texts[9],
    )
