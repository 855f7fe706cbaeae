"""What an officer writes in a case of advice can be let go of, wherever it was written (ADR-05)."""

from app.debt.telling_store import TELLING
from app.office import Office

WRITTEN = {"words", "reason", "wanted", "grounds"}
ELSEWHERE = {
    "debt_capacity",  # about the office itself
    "debt_claim",  # let go of by the claims, which keep the sum of our own rent
}


def test_no_table_of_a_case_has_words_that_nobody_lets_go_of(office: Office) -> None:
    known = {(each.table, column) for each in TELLING for column in each.emptied}
    ours = {table for table, _ in known}
    columns = office._db.select(
        lambda table, column: (table, column),
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
        " WHERE m.type = 'table'",
        (),
    )
    written = {
        (table, column)
        for table, column in columns
        if column in WRITTEN and (table in ours or table.startswith("debt_"))
    }
    assert {table for table, _ in written - known} == ELSEWHERE
    assert known <= set(columns)
