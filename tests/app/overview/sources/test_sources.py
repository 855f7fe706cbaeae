"""Every number that is handed over has its source, in both languages, on paper (E10)."""

from datetime import date

import page
import pytest

from app.core.clock import FixedClock
from app.core.text import Language
from app.documents.render import render
from app.office import Office
from app.overview.indicators.model import Indicator, IndicatorTarget
from app.overview.snapshots.model import ReturnKind
from app.overview.sources.model import RETURNS
from app.overview.sources.prints import source_register
from app.overview.sources.service import TEXT
from tests.app.documents import reading

DAY = date(2026, 10, 1)


def test_e10_every_indicator_and_every_return_stands_once(office: Office) -> None:
    found = [each.figure for each in office.sources.sources()]
    assert found == [*Indicator, *RETURNS]
    assert {*RETURNS} == {*ReturnKind} - {ReturnKind.QUARTER, ReturnKind.HALF_YEAR}


@pytest.mark.parametrize("language", list(Language))
def test_e10_each_says_what_where_whose_when_and_how_weak(
    office: Office, language: Language
) -> None:
    text = office.settings.text(TEXT, language, DAY)
    for key in (each.value for each in (*Indicator, *RETURNS)):
        for name in ("rule", "source", "owner", "when", "weak"):
            assert text.passage(f"{name}_{key}")
    for kind in RETURNS:
        assert text.passage(f"name_{kind.value}")
        assert text.passage(f"definition_{kind.value}")


def test_e10_the_paper_tells_the_target_and_who_decided_it(
    office: Office, clock: FixedClock
) -> None:
    aim = IndicatorTarget(Indicator.WAITING, date(2026, 1, 1), 20, "kommunestyret, sak 14/25")
    office.indicators.aim(aim)
    office.indicators.aim(IndicatorTarget(Indicator.WAITING, date(2027, 1, 1), 15))
    day = clock.today()
    office.snapshots.keep(ReturnKind.NEEDS, date(2026, 1, 1), date(2026, 6, 30), (), {})
    said = " ".join(reading.text(render(office.sources.paper())).split())
    assert "Mål 20 fra 01.01.2026, bestemt i kommunestyret, sak 14/25." in said
    assert f"Sist tatt vare på {day:%d.%m.%Y}." in said
    assert "Kildene til tallene" in said


@pytest.mark.parametrize("language", list(Language))
def test_the_paper_is_archival_and_accessible(office: Office, language: Language) -> None:
    text, pack = (office.settings.text(name, language, DAY) for name in (TEXT, "quarter_pack"))
    paper = office.sources.paper()
    assert paper.landscape
    data = render(source_register(office.sources.as_paper(), text, pack))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}
