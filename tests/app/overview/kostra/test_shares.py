"""The shares of SSB on small numbers counted by hand (P 5d)."""

from datetime import date

import pytest

from app.core.dated import DatedValue
from app.overview.figures.model import Figure
from app.overview.kostra.model import KostraQuery, ShareFault, ShareKind
from app.overview.kostra.shares import INHABITANTS, shares
from app.overview.kostra.wording import share_told, share_words
from tests.app.alerts.rows import PARAMETERS

Q, K = KostraQuery, ShareKind
LAST = date(2026, 12, 31)
FIGURES = {
    query: Figure(query.value, value=value)
    for query, value in (
        (Q.DWELLINGS, 341),
        (Q.OWNED, 21),
        (Q.ACCESSIBLE, 57),
        (Q.STAY_HOUSEHOLDS, 8),
        (Q.STAY_SHORT, 3),
        (Q.STAY_CHILDREN, 0),
        (Q.STAY_CHILDREN_LONG, 0),
    )
}


def told(people: int | None, since: date = date(2026, 1, 1)) -> dict[ShareKind, tuple[str, str]]:
    own = {} if people is None else {INHABITANTS: [DatedValue(people, since, source="SSB")]}
    found = shares(FIGURES, PARAMETERS.with_overrides(own), LAST)
    assert [each.kind for each in found] == list(ShareKind)
    return {each.kind: (share_words(each), share_told(each)) for each in found}


def test_5d_dwellings_by_a_thousand_inhabitants() -> None:
    """341 dwellings, 17 900 inhabitants: 19.05."""
    words, behind = told(17_900)[K.PER_THOUSAND]
    assert words == "19,1"
    assert behind == "341 boliger, 17\u00a0900 innbyggere fra 01.01.2026"


def test_5d_each_share_is_of_its_whole() -> None:
    found = told(17_900)
    assert found[K.OWNED] == ("6,2\u00a0%", "21 av 341")
    assert found[K.ACCESSIBLE] == ("16,7\u00a0%", "57 av 341")
    assert found[K.STAYS_SHORT] == ("37,5\u00a0%", "3 av 8")


def test_5d_a_share_of_nobody_is_not_told() -> None:
    assert told(17_900)[K.STAYS_CHILDREN_LONG] == ("–", "Ingen å regne av i disse dagene.")


def test_5d_what_lacks_is_told_with_what_to_fill_in() -> None:
    words, behind = told(None)[K.PER_THOUSAND]
    assert words == "–"
    assert "Skriv det inn under «Satser og regler»" in behind


@pytest.mark.parametrize(
    ("since", "old"), [(date(2025, 12, 31), False), (date(2025, 12, 29), True)]
)
def test_5d_an_old_number_is_told_as_old(since: date, old: bool) -> None:
    (first, *_) = shares(
        FIGURES,
        PARAMETERS.with_overrides({INHABITANTS: [DatedValue(17_900, since, source="SSB")]}),
        LAST,
    )
    assert (first.fault is ShareFault.OLD) is old
    assert first.tenths == 191
