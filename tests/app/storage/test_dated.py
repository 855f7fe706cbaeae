"""Rows that hold from a day, as they were on a day."""

from datetime import timedelta

from app.core.ids import DebtCaseId
from app.office import Office
from app.storage.database import Database
from app.storage.dated import by_owner
from tests.app.debt.desk import asked
from tests.factories import registered_person

STATES = "SELECT debt_case, since, state FROM debt_state"


def test_rows_stand_under_whose_they_are_the_oldest_first(db: Database, office: Office) -> None:
    today = office.clock.today()
    other = registered_person(office, national_id="")
    older, newer = asked(office, days=20), asked(office, other, days=3)
    office.debt_cases.start(older, today - timedelta(days=10))

    def on(days: int) -> dict[DebtCaseId, list[str]]:
        day = today - timedelta(days=days)
        found = by_owner(db, DebtCaseId, lambda _since, state: str(state), STATES, day)
        return {case: list(rows) for case, rows in found.items()}

    assert on(0) == {older: ["received", "started"], newer: ["received"]}
    assert on(10) == {older: ["received", "started"]}
    assert on(11) == {older: ["received"]}
    assert on(21) == {}
