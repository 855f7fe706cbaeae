"""Every table of the count tells the same people (REP-04, REP-05)."""

from app.documents.render import render
from app.office import Office
from app.overview.homeless.model import HomelessIncome, HomelessProfile, Sex, YesNo
from app.overview.homeless.tables import tables
from app.overview.return_tables.rules import outside
from tests.app.documents import reading
from tests.app.overview.homeless.test_service import TODAY, applied
from tests.app.overview.return_tables.test_given_away import cells, given_away
from tests.factories import CANARY_NAME


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


def test_b16_what_is_exported_tells_no_small_number_and_no_name(office: Office) -> None:
    """Fourteen adults, two of them women: in the sheet, on paper, and from one day to another."""
    for serial in range(14):
        _, person = applied(office, serial)
        profile = HomelessProfile(
            sex=Sex.WOMAN if serial < 2 else Sex.MAN,
            income=HomelessIncome.WORK if serial < 6 else HomelessIncome.BENEFIT,
            drugs=YesNo.YES if serial % 3 else YesNo.NO,
            mental=YesNo.YES if serial % 2 else YesNo.NO,
            before=YesNo.YES if serial < 9 else YesNo.UNKNOWN,
        )
        office.homeless.describe(person, profile)
    made = office.homeless.tables(TODAY)
    reports = office.counted_returns.reports
    shown = outside(made, reports.least)
    for table, told in zip(made.tables, shown, strict=True):
        assert given_away(cells(table, told)) == [], told.name
    headings, rows = reports.sheet(made, outside=True)
    numbers = [row[3] for row in rows]
    whole = {each for each in numbers if isinstance(each, int)}
    assert not whole & set(range(1, reports.least))
    assert "skjult" in numbers
    sheet = office.transfer.to_xlsx("Bostedsløse", headings, rows)
    paper = reading.text(render(reports.paper(made, outside=True, estimate=True)))
    assert CANARY_NAME not in paper
    assert CANARY_NAME.encode() not in sheet
