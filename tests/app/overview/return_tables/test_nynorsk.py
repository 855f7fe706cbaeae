"""Every return of an office that writes nynorsk is in nynorsk, row by row, in both editions."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core import words
from app.core.text import Language
from app.documents.render import render
from app.office import Office
from app.overview.figures.model import Figure
from app.overview.homeless.model import HomelessSource
from app.overview.return_tables.model import FigureRow, FigureTable, ReturnTables, TableHead
from app.overview.return_tables.rules import inside
from app.overview.snapshots.model import ReturnKind
from tests.app.documents import reading
from tests.nynorsk import bokmal_in, enums_of, lacking

DAY = date(2026, 11, 23)
COUNTED = ("homeless", "husbanken", "eviction_return", "advice_return", "needs")
KINDS = enums_of(
    *(f"app.overview.{name}.model" for name in COUNTED),
    *(f"app.overview.{name}.rules" for name in COUNTED),
    "app.overview.homeless.tables",
    "app.overview.return_tables.model",
) - {ReturnKind, HomelessSource}
"""Without the name of a return, which its text has, and the source of a count, which none tells."""


def every_row() -> tuple[FigureTable, ...]:
    """A table under each heading, and in the first a row for each code a return may tell of."""
    names = [each for kind in KINDS for each in kind if words.has_word(each)]
    rows = tuple(FigureRow(name, (Figure("x", value=20),)) for name in names)
    first, *rest = (each for each in TableHead if each not in (TableHead.COUNT, TableHead.SUM))
    return (
        FigureTable(first, (TableHead.COUNT,), rows),
        *(FigureTable(each, (TableHead.COUNT,), rows[:2]) for each in rest),
    )


def test_every_code_that_can_come_has_its_word_in_both() -> None:
    assert TableHead in KINDS
    assert lacking(KINDS) == []


@pytest.mark.parametrize("others", [False, True])
@pytest.mark.parametrize("kind", list(ReturnKind))
def test_the_paper_is_in_the_language_of_the_office(
    office: Office, kind: ReturnKind, others: bool
) -> None:
    profile = replace(office.settings.profile, language=Language.NN)
    office.settings.change_profile(profile)
    reports = office.counted_returns.reports
    paper = reports.paper(ReturnTables(kind, DAY, DAY, every_row()), outside=others, estimate=True)
    made = render(paper)
    told = reading.text(made)
    assert paper.language == "nn"
    assert bokmal_in(told, profile.name, profile.email, profile.address) == set()
    assert "Utkasta det siste halvåret" in told
    assert "Til saman" in told
    for form in ("2a", "ua1"):
        assert page.validate_pdf_bytes(made, profile=form).is_compliant


def test_the_screen_and_what_is_kept_stay_in_bokmal(office: Office) -> None:
    office.settings.change_profile(replace(office.settings.profile, language=Language.NN))
    tables = ReturnTables(ReturnKind.NEEDS, DAY, DAY, every_row())
    reports = office.counted_returns.reports
    assert reports.shown(tables, outside=False) == inside(tables)
    assert "boligen de trenger" in reports.answer(tables).words["x"]
