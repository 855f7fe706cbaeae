"""SQL of measures in a case, and of the terms of a settlement gone through."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
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

_HEADS = "SELECT m.id, m.debt_case, m.kind, m.with_whom, m.amount, m.words FROM debt_measure m"
_STATES = (
    "SELECT s.debt_measure, s.since, s.state, s.answer_by, s.consent_on, s.ends_on, s.words"
    " FROM debt_measure_state s"
)
_OVER = ", ".join(f"'{state}'" for state in DebtMeasureState if not state.open)
_NOW = (
    "(SELECT n.id FROM debt_measure_state n WHERE n.debt_measure = m.id AND n.since <= ?1"
    " ORDER BY n.since DESC, n.id DESC LIMIT 1)"
)


def measures(db: Database, day: date) -> Mapping[DebtCaseId, tuple[DebtMeasure, ...]]:
    """Those of every case up to a day, in the order they were begun."""
    rows = db.select(_row, f"{_STATES} WHERE s.since <= ? ORDER BY s.since, s.id", (_iso(day),))
    return _by_case(db.select(_head, f"{_HEADS} ORDER BY m.id"), rows)


def with_days(
    db: Database, cases: Collection[DebtCaseId], day: date
) -> Mapping[DebtCaseId, tuple[DebtMeasure, ...]]:
    """Those of some cases that a day may follow from: open, and a settlement or to be answered."""
    heads = db.select(
        _head,
        f"{_HEADS} JOIN debt_measure_state s ON s.id = {_NOW}"
        " WHERE m.debt_case IN (SELECT value FROM json_each(?2))"
        f" AND s.state NOT IN ({_OVER})"
        f" AND (m.kind = '{DebtMeasureKind.SETTLEMENT}' OR s.answer_by IS NOT NULL) ORDER BY m.id",
        (_iso(day), json.dumps(sorted(cases))),
    )
    rows = db.select(
        _row,
        f"{_STATES} JOIN json_each(?2) j ON j.value = s.debt_measure WHERE s.since <= ?1"
        " ORDER BY s.since, s.id",
        (_iso(day), json.dumps([measure for measure, _, _ in heads])),
    )
    return _by_case(heads, rows)


def _by_case(
    heads: Iterable[tuple[int, DebtCaseId, DebtMeasureDraft]],
    rows: Iterable[tuple[int, DebtMeasureRow]],
) -> Mapping[DebtCaseId, tuple[DebtMeasure, ...]]:
    of: dict[int, list[DebtMeasureRow]] = defaultdict(list)
    for measure, row in rows:
        of[measure].append(row)
    found: dict[DebtCaseId, list[DebtMeasure]] = defaultdict(list)
    for measure, case, draft in heads:
        if measure in of:
            found[case].append(DebtMeasure(measure, case, draft, tuple(of[measure])))
    return {case: tuple(each) for case, each in found.items()}


def _iso(day: date) -> str:
    return day.isoformat()


def _head(
    row: int, case: int, kind: str, with_whom: str, amount: int | None, words: str
) -> tuple[int, DebtCaseId, DebtMeasureDraft]:
    total = None if amount is None else Ore(amount)
    draft = DebtMeasureDraft(DebtMeasureKind(kind), with_whom, total, words)
    return row, DebtCaseId(case), draft


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
