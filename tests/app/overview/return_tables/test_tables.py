"""Tables of a return: sums that hold, numbers held back for others, and a paper without names."""

import page
import pytest

from app.core.ids import Ref
from app.documents.render import render
from app.evictions.model import EvictionOutcome
from app.office import Office
from app.overview.eviction_return.model import HomeWith
from app.overview.homeless.tables import tables
from app.overview.return_tables.model import ReturnTables, TableHead
from app.overview.return_tables.rules import answer, crossed, inside, outside
from app.overview.snapshots.model import ReturnKind
from tests.app.documents import reading
from tests.app.overview.homeless.test_service import TODAY, applied
from tests.factories import CANARY_NAME

CASES = [
    *[(EvictionOutcome.PAID, HomeWith.CHILDREN)] * 2,
    *[(EvictionOutcome.PAID, HomeWith.NO_CHILDREN)] * 9,
    *[(EvictionOutcome.AGREED, HomeWith.CHILDREN)] * 6,
    *[(EvictionOutcome.AGREED, HomeWith.NO_CHILDREN)] * 7,
    *[(EvictionOutcome.CARRIED_OUT, HomeWith.NO_CHILDREN)] * 12,
]


def a_return() -> ReturnTables:
    table = crossed(
        TableHead.EVICTION_OUTCOMES,
        EvictionOutcome,
        tuple(HomeWith),
        list(enumerate(CASES)),
        lambda each: each[1],
        lambda each: Ref("eviction_case", each[0] + 1),
    )
    return ReturnTables(ReturnKind.EVICTIONS, TODAY, TODAY, (table,))


def test_rows_columns_and_sums_tell_the_same() -> None:
    (table,) = inside(a_return())
    assert [row.counts for row in table.rows] == [(2, 9, 11), (6, 7, 13), (0, 12, 12), (8, 28, 36)]
    for row in table.rows:
        assert tuple(map(len, row.behind)) == row.counts


def test_b16_a_small_number_and_what_would_give_it_away_are_held_back() -> None:
    (table,) = outside(a_return(), 5)
    assert [row.counts for row in table.rows] == [
        (None, None, 11),
        (None, None, 13),
        (0, 12, 12),
        (8, 28, 36),
    ]
    assert table.hidden == 4
    assert not any(row.behind for row in table.rows)


def test_an_answer_has_words_for_every_figure() -> None:
    made = answer(a_return(), {})
    assert {figure.key for figure in made.figures} == made.words.keys()
    assert len(made.words) == 6


@pytest.mark.parametrize("others", [False, True])
def test_the_paper_names_nobody_and_follows_the_standards(office: Office, others: bool) -> None:
    for serial in range(6):
        applied(office, serial)
    count = office.homeless.at(TODAY)
    reports = office.counted_returns.reports
    made = render(reports.paper(tables(count), outside=others, estimate=count.estimate))
    told = reading.text(made)
    assert CANARY_NAME not in told
    assert "anslag" in told
    assert ("Tall under 5 er skjult" in told) is others
    assert ("Tall under 5 er holdt tilbake" in told) is others
    assert "6 personer var uten bolig 23. november 2026" in " ".join(told.split())
    for profile in ("2a", "ua1"):
        assert page.validate_pdf_bytes(made, profile=profile).is_compliant


def test_a_title_tells_no_number_that_is_held_back(office: Office) -> None:
    reports = office.counted_returns.reports
    applied(office, 0)
    few = tables(office.homeless.at(TODAY))
    inside_title, outside_title = (
        reports.paper(few, outside=others).title for others in (False, True)
    )
    assert inside_title == "1\u00a0person var uten bolig 23. november 2026"
    assert outside_title == "Bostedsløse i kommunen"
