"""The first lines of a pack: whole sentences for none, one, some, all, and for no numbers."""

from datetime import UTC, date, datetime

import pytest

from app.core.report_periods import ReportPeriod, ReportSpan, row_of
from app.documents.model import Language
from app.documents.texts import Text, load_text
from app.overview.figures.model import Figure
from app.overview.indicators.model import (
    Indicator,
    IndicatorCard,
    IndicatorSheet,
    IndicatorVerdict,
    Reading,
)
from app.overview.quarter import opening
from app.overview.quarter.model import CasesEnded, Pack, PackEdition, PackPaper, PackShape
from app.settings.model import OfficeProfile

HALF = ReportPeriod(ReportSpan.HALF_YEAR, date(2026, 1, 1))
UNTIL = {
    "nb": "Tallene gjelder til og med 30. juni 2026.",
    "nn": "Tala gjeld til og med 30. juni 2026.",
}
REACHED, MISSED, NO_TARGET = (
    IndicatorVerdict.REACHED,
    IndicatorVerdict.MISSED,
    IndicatorVerdict.NO_TARGET,
)


def text_in(language: Language) -> Text:
    return load_text("quarter_pack", language, HALF.last)


def both(nb: str, nn: str) -> tuple[tuple[Language, str], ...]:
    return ("nb", nb), ("nn", nn)


def a_paper(*cards: IndicatorCard) -> PackPaper:
    sheet = IndicatorSheet(HALF, HALF.last, cards, row_of(HALF, 8))
    pack = Pack(sheet, "", None, (), CasesEnded(Figure("o"), Figure("k"), Figure("l")))
    issued = datetime(2026, 7, 1, 9, tzinfo=UTC)
    return PackPaper(OfficeProfile(), pack, issued, PackEdition.INTERNAL, PackShape.PAGES)


def cards_that(ways: str) -> list[IndicatorCard]:
    """A card for each: + went the right way, - the wrong, = stood still, ? is not known."""
    now = {"+": 3, "-": 1, "=": 2, "?": None}

    def reading(indicator: Indicator, value: int | None) -> Reading:
        return Reading(indicator, value, Figure(indicator.value))

    grows = Indicator.LEVEL_MOVES
    return [
        IndicatorCard(
            reading(grows, now[way]),
            NO_TARGET,
            (*(reading(grows, 2),) * 7, reading(grows, now[way])),
        )
        for way in ways
    ]


@pytest.mark.parametrize(
    ("ways", "nb", "nn"),
    [
        (
            "---=",
            "Ingen av tallene er bedre enn i 2. halvår 2025, og 3 er dårligere.",
            "Ingen av tala er betre enn i 2. halvår 2025, og 3 er dårlegare.",
        ),
        (
            "+-=?",
            "Ett av tallene er bedre enn i 2. halvår 2025, og ett er dårligere.",
            "Eitt av tala er betre enn i 2. halvår 2025, og eitt er dårlegare.",
        ),
        (
            "++=?",
            "2 av tallene er bedre enn i 2. halvår 2025, og ingen er dårligere.",
            "2 av tala er betre enn i 2. halvår 2025, og ingen er dårlegare.",
        ),
        (
            "++",
            "Alle tallene er bedre enn i 2. halvår 2025.",
            "Alle tala er betre enn i 2. halvår 2025.",
        ),
        (
            "--",
            "Alle tallene er dårligere enn i 2. halvår 2025.",
            "Alle tala er dårlegare enn i 2. halvår 2025.",
        ),
        (
            "==?",
            "Ingen av tallene er annerledes enn i 2. halvår 2025.",
            "Ingen av tala er annleis enn i 2. halvår 2025.",
        ),
        (
            "??",
            "Ingen av tallene kan sammenlignes med 2. halvår 2025.",
            "Ingen av tala kan samanliknast med 2. halvår 2025.",
        ),
    ],
)
def test_which_way_the_numbers_went_is_a_whole_sentence(ways: str, nb: str, nn: str) -> None:
    for language, said in both(nb, nn):
        paper = a_paper(*cards_that(ways))
        told = opening.lead(paper, text_in(language), whole=True)
        assert told == f"{UNTIL[language]} {said}"


def test_nothing_is_said_of_the_ways_where_a_number_is_held_back() -> None:
    assert opening.lead(a_paper(*cards_that("+-")), text_in("nb"), whole=False) == UNTIL["nb"]


@pytest.mark.parametrize(
    ("verdicts", "nb", "nn"),
    [
        ((MISSED, MISSED), "Ingen av målene er nådd", "Ingen av måla er nådde"),
        ((REACHED, MISSED, MISSED), "1 av 3 mål er nådd", "1 av 3 mål er nådde"),
        ((REACHED, REACHED), "Alle de 2 målene er nådd", "Alle dei 2 måla er nådde"),
        ((REACHED, NO_TARGET), "Målet er nådd", "Målet er nådd"),
        ((MISSED,), "Målet er ikke nådd", "Målet er ikkje nådd"),
        ((NO_TARGET,), "Boligarbeidet i 1. halvår 2026", "Bustadarbeidet i 1. halvår 2026"),
    ],
)
def test_the_title_tells_how_many_targets_are_reached(
    verdicts: tuple[IndicatorVerdict, ...], nb: str, nn: str
) -> None:
    reading = Reading(Indicator.WAITING, 1, Figure("waiting"))
    paper = a_paper(*(IndicatorCard(reading, each, (reading,) * 8) for each in verdicts))
    for language, said in both(nb, nn):
        assert opening.title(paper, text_in(language), whole=True) == said
