"""Numbers are counted within a year, from the newest row, and grow longer when they must."""

import pytest

from app.office import Office
from app.storage.database import Database
from app.storage.numbering import next_number
from tests.app.debt.desk import asked
from tests.app.storage.records import rewritten


def test_the_first_of_a_year_is_number_one(db: Database, office: Office) -> None:
    asked(office)
    assert next_number(db, "debt_case", "G-1999-", 1) == "G-1999-1"
    assert next_number(db, "debt_case", "S1999-") == "S1999-001"


@pytest.mark.parametrize(
    ("newest", "number"),
    [("S2026-001", "S2026-002"), ("S2026-009", "S2026-010"), ("S2026-999", "S2026-1000")],
)
def test_numbers_count_up(db: Database, office: Office, newest: str, number: str) -> None:
    asked(office)
    rewritten(db, "UPDATE debt_case SET number = ?", newest)
    assert next_number(db, "debt_case", "S2026-") == number
