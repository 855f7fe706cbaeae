"""Every table of the count tells the same people (REP-04, REP-05)."""

from app.office import Office
from app.overview.homeless.tables import tables
from tests.app.overview.homeless.test_service import TODAY, applied


def test_each_table_sums_to_the_count(office: Office) -> None:
    for serial in range(4):
        applied(office, serial)
    count = office.homeless.at(TODAY)
    made = tables(count)
    assert {table.total for table in made.tables} == {4}
    assert len(made.tables) == 9
    reports = office.counted_returns.reports
    _, rows = reports.sheet(made, outside=True)
    assert {row[3] for row in rows} == {"skjult", 0} or {row[3] for row in rows} == {"skjult"}
    _, rows = reports.sheet(made, outside=False)
    assert all(isinstance(row[3], int) for row in rows)


def test_b16_shares_are_of_the_people_counted_and_never_of_a_hidden_number(office: Office) -> None:
    for serial in range(8):
        applied(office, serial)
    made = tables(office.homeless.at(TODAY))
    reports = office.counted_returns.reports
    for table in (each for each in reports.shown(made, outside=False) if each.whole):
        told = [table.share(row) for row in table.rows if not row.is_sum]
        assert sum(share or 0 for share in told) in range(97, 104)
    for table in reports.shown(made, outside=True):
        assert all(table.share(row) is None for row in table.rows if row.counts[0] is None)
