"""The pack in its editions, on paper and kept (SD-10, A9, B14)."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.report_periods import ReportPeriod, ReportSpan
from app.core.text import Language
from app.documents.render import render
from app.followup.levels.model import HelpLevel
from app.office import Office
from app.overview.indicators.model import Indicator, IndicatorTarget
from app.overview.quarter.editions import key, values_told
from app.overview.quarter.model import PackEdition, PackShape
from app.overview.quarter.service import STEPS
from app.overview.snapshots.model import ReturnKind
from tests.app.documents import reading
from tests.app.overview.waiting_times.desk import Desk, G
from tests.factories import registered_person

Q3 = ReportPeriod(ReportSpan.QUARTER, date(2026, 7, 1))
INSIDE, OUTSIDE = PackEdition
PAGES, SLIDES = PackShape.PAGES, PackShape.SLIDES


@pytest.fixture
def counted(office: Office) -> Office:
    """Seven wait, three of them in a small group; six moved inwards and one outwards."""
    desk = Desk(office)
    for number in range(7):
        desk.waits(date(2026, 7, 10), G.REFUGEE if number < 3 else G.SUBSTANCE_USE)
    for number in range(7):
        person = registered_person(office, national_id="", given_name=f"P{number}")
        office.levels.set(person, HelpLevel.SUPPORT, "Avtalt", date(2026, 6, 1))
        level = HelpLevel.ADVICE if number else HelpLevel.LASTING_SERVICES
        office.levels.set(person, level, "Endret", date(2026, 8, 1))
    office.indicators.aim(IndicatorTarget(Indicator.WAITING, date(2026, 1, 1), 7))
    office.packs.write(Q3, "Køen er <b>kortere</b>.")
    return office


@pytest.mark.parametrize("edition", list(PackEdition))
@pytest.mark.parametrize("shape", list(PackShape))
@pytest.mark.parametrize("empty", [False, True])
def test_every_edition_is_archival_and_accessible(
    request: pytest.FixtureRequest, edition: PackEdition, shape: PackShape, *, empty: bool
) -> None:
    office = request.getfixturevalue("office" if empty else "counted")
    data = render(office.packs.paper(office.packs.of(Q3), edition, shape))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


def test_the_inside_edition_tells_every_number(counted: Office) -> None:
    pack = counted.packs.of(Q3)
    said = reading.text(render(counted.packs.paper(pack, INSIDE, PackShape.PAGES)))
    assert "Målet er nådd" in said
    assert "6 trenger mindre støtte, og 1 trenger mer" in said
    assert "Køen er <b>kortere</b>." in said
    assert "internt, alle tall er med" in said


def test_the_outside_edition_holds_small_numbers_back(counted: Office) -> None:
    """B16: one moved outwards and three refugees wait; neither is told, nor what gives it away."""
    pack = counted.packs.of(Q3)
    said = reading.text(render(counted.packs.paper(pack, OUTSIDE, PackShape.PAGES)))
    assert "trenger mindre støtte, og" not in said
    assert "til deling, tall under 5 er skjult" in said
    assert "Tallet er skjult, så ingen kan kjenne seg igjen." in said


def test_a5_the_eight_cards_stand_on_one_a4_page(counted: Office) -> None:
    """With target, actual and trend, and the page stands upright."""
    for edition in PackEdition:
        data = render(counted.packs.paper(counted.packs.of(Q3), edition, PackShape.PAGES))
        first, second = reading.pages(data)[:2]
        text = counted.settings.text("quarter_pack", Language.NB, date(2026, 10, 1))
        for each in Indicator:
            name = text.passage(f"name_{each.value}")
            assert name in " ".join(first.split()), name
        assert "Dager ledig" not in second


def test_a_few_lines_from_the_office_take_no_page_alone(counted: Office) -> None:
    """They stand beneath the cards; a slide is for one thing."""
    with_words = reading.pages(render(counted.packs.paper(counted.packs.of(Q3), INSIDE, PAGES)))
    assert "Fra boligkontoret" in with_words[0]
    assert "Køen er <b>kortere</b>." in with_words[0]
    assert "trenger mindre støtte" in with_words[1]
    slides = reading.pages(render(counted.packs.paper(counted.packs.of(Q3), INSIDE, SLIDES)))
    assert "Fra boligkontoret" in slides[1]
    counted.packs.write(Q3, "")
    without = reading.pages(render(counted.packs.paper(counted.packs.of(Q3), INSIDE, PAGES)))
    assert len(without) == len(with_words)


def test_nynorsk_says_the_same(counted: Office) -> None:
    text = counted.settings.text("quarter_pack", Language.NN, date(2026, 10, 1))
    assert text.passage("name_waiting") == "Ventar på bustad"


@pytest.mark.parametrize("language", list(Language))
def test_the_heads_of_eight_half_years_take_two_lines_and_break_no_word(
    counted: Office, language: Language
) -> None:
    office = counted.settings
    office.change_profile(replace(office.profile, language=language))
    half = ReportPeriod(ReportSpan.HALF_YEAR, date(2026, 1, 1))
    *_, values = reading.pages(render(counted.packs.paper(counted.packs.of(half), INSIDE, PAGES)))
    told = " ".join(values.replace("\N{NO-BREAK SPACE}", " ").split())
    assert told.count("1. halvår") == told.count("2. halvår") + 1 == 5  # one more in the title
    name = "Gjennomstrøyming" if language is Language.NN else "Gjennomstrømning"
    assert told.count(f"{name} ") == 2


def test_all_of_it_is_made_in_steps_that_can_be_stopped(counted: Office) -> None:
    steps: list[tuple[int, int]] = []
    made = counted.packs.make(Q3, lambda done, whole: steps.append((done, whole)))
    assert [each.edition for each in made] == list(PackEdition)
    assert steps[-1] == (STEPS - 1, STEPS)

    def stop(done: int, _whole: int) -> None:
        if done == 2:
            raise OfficeError("stopped")

    with pytest.raises(OfficeError, match="stopped"):
        counted.packs.make(Q3, stop)


def test_what_was_handed_over_is_kept_and_told_when_it_changes(counted: Office) -> None:
    """A9: the same question has the same answer; what is entered late is told."""
    counted.packs.keep(Q3)
    assert counted.snapshots.kept(ReturnKind.QUARTER, Q3.last)
    assert counted.packs.changed(Q3) == ()
    late = Desk(counted)
    late._count = 20
    late.waits(date(2026, 9, 1))
    (changed,) = counted.packs.changed(Q3)
    assert (changed.key, changed.then, changed.now) == ("waiting", 7, 8)
    after = counted.packs.of(Q3.after)
    said = reading.text(render(counted.packs.paper(after, INSIDE, PackShape.PAGES)))
    assert "annerledes da tallene ble delt 23.11.2026: venter på bolig" in " ".join(said.split())


def test_a_period_that_runs_and_a_year_are_not_kept(office: Office, clock: FixedClock) -> None:
    with pytest.raises(Invalid) as refused:
        office.packs.keep(office.indicators.period(ReportSpan.QUARTER, clock.today()))
    assert refused.value.problems[0].code == "pack_period_runs"
    with pytest.raises(OfficeError, match="pack_of_year_not_kept"):
        office.packs.keep(office.indicators.period(ReportSpan.YEAR, date(2025, 1, 1)))


def test_the_text_is_one_row_that_undo_gives_back(office: Office) -> None:
    office.packs.write(Q3, "Første")
    office.packs.write(Q3, "Andre ")
    assert office.packs.words(Q3) == "Andre"
    office.history.undo()
    assert office.packs.words(Q3) == "Første"
    assert office.packs.words(Q3.before) == ""


def test_what_left_the_office_is_remembered_and_held_back_in_later_packs(
    counted: Office, clock: FixedClock
) -> None:
    """B16: only what the outside edition held back is kept, once, and no number of it."""
    inside, outside = counted.packs.make(Q3)
    assert (inside.edition, outside.edition) == (INSIDE, OUTSIDE)
    assert not inside.held
    counted.packs.handed_out(Q3, inside)
    assert counted.packs.of(Q3).held == frozenset()
    assert key("level_moves", Q3) in outside.held
    counted.packs.handed_out(Q3, outside)
    counted.packs.handed_out(Q3, outside)
    verbs = [each.verb for each in counted.history.latest(2)]
    assert verbs.count("outside_edition.handed_out") == 1
    pack = counted.packs.of(Q3)
    assert pack.held == outside.held
    moves = pack.sheet.card(Indicator.LEVEL_MOVES)
    assert values_told(moves, pack, 5)[-1] is None
    assert values_told(moves, pack, 0)[-1] == 6
