"""The printed list of stays: archival, accessible, whole in both languages (B11, REP-14)."""

from datetime import date, datetime

import page
import pytest

from app.core.money import Ore
from app.core.text import Language
from app.documents.parts import texts_of
from app.documents.render import render
from app.documents.texts import load_text
from app.leases.stays.model import (
    DayRange,
    PlaceKind,
    PriceSince,
    StayCounts,
    StayRow,
)
from app.leases.stays.prints import StayList, stay_list
from app.leases.stays.rules import cost, nights, sums
from app.people.model import AddressProtection
from tests.app.documents import reading
from tests.app.leases.stays.test_rules import stay
from tests.factories import a_profile
from tests.nynorsk import lacking

TODAY = date(2026, 11, 23)
YEAR = DayRange(date(2026, 1, 1), date(2026, 12, 31))


def listed(language: Language, rows: tuple[StayRow, ...]) -> bytes:
    """The list as a file."""
    known = StayList(
        office=a_profile(),
        issued=datetime.fromisoformat("2026-11-23T10:00:00+01:00"),
        within=YEAR,
        as_of=TODAY,
        rows=rows,
        sums=sums(rows, TODAY, YEAR),
        counts=StayCounts(1, 0, 0),
    )
    document = stay_list(known, load_text("stays", language.value, TODAY))
    said = " ".join(texts_of(document.blocks))
    assert ("Kari Kanarifugl" in said) is bool(rows)
    return render(document)


def a_row() -> StayRow:
    """Twenty nights at a guest house."""
    known = stay(date(2026, 11, 3), costs=(PriceSince(date(2026, 11, 3), Ore(95_000)),))
    return StayRow(
        stay=known,
        name="Kari Kanarifugl",
        protection=AddressProtection.NONE,
        kind=PlaceKind.GUEST_HOUSE,
        where="Elvegata gjestegård",
        vedtak_number="V2026-001",
        has_child=False,
        since=known.began_on,
        long_from=date(2026, 11, 17),
        very_long_from=date(2027, 2, 3),
        nights=nights(known, TODAY),
        cost=cost(known, TODAY),
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("empty", [True, False])
def test_the_list_is_archival_and_accessible(language: Language, *, empty: bool) -> None:
    data = listed(language, () if empty else (a_row(),))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize(("language", "word"), [("nb", "gjestegård"), ("nn", "gjestegard")])
def test_the_kind_of_place_is_told_in_the_language_of_the_office(language: str, word: str) -> None:
    assert lacking([PlaceKind]) == []
    assert f"{word} eller" in " ".join(reading.text(listed(Language(language), (a_row(),))).split())
