"""One story on the card: a home in danger, unpaid rent and advice, with what was done in each."""

import pytest
from pytestqt.qtbot import QtBot

from app.applications.intake.model import IncomeKind
from app.core.ids import PersonId, Ref
from app.core.money import kroner
from app.debt.economy.model import IncomeDraft, Interval
from app.followup.model import MeasureDraft, MeasureKind
from app.office import Office
from tests.app.debt.claims.desk import claimed
from tests.app.debt.decisions.desk import granted
from tests.app.debt.desk import asked
from tests.app.evictions.desk import open_case
from tests.factories import a_person, registered_person
from ui.household.measures import MeasureDialogs
from ui.household.page import HouseholdPage
from ui.household.story import CHANGES
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place
from ui.past import changes, latest

STREET = "Testbakken"


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> HouseholdPage:
    made = HouseholdPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.resize(1040, 760)
    made.show()
    office.listen(made.learn)
    return made


def show(page: HouseholdPage, person: PersonId) -> None:
    page.show_place(Place(PageId.HOUSEHOLD, Ref("person", person)))


def titles(page: HouseholdPage) -> list[str]:
    found = page.card.middle.findChildren(Card)
    return [card.title.text() for card in found if card.title.text()]


def test_advice_stands_beside_the_home_in_danger(page: HouseholdPage, office: Office) -> None:
    person = registered_person(office)
    asked(office, person)
    open_case(office, person)
    show(page, person)
    assert titles(page)[:2] == ["Fare for å miste boligen", "Økonomisk rådgivning"]


def test_the_timeline_tells_what_was_done_in_both_cases(
    page: HouseholdPage, office: Office
) -> None:
    person = registered_person(office)
    case = asked(office, person)
    open_case(office, person)
    granted(office, case)
    income = IncomeDraft(IncomeKind.WORK, kroner(30_000), Interval.MONTH, sure=True)
    office.debt_economy.add(case, income)
    show(page, person)
    page.card.story.choose(CHANGES)
    told = [row.title for row in page.card.timeline.list.rows]
    assert "Henvendelse om økonomisk rådgivning registrert" in told
    assert "Vedtak om økonomisk rådgivning fattet" in told
    assert "Melding om utkastelse tatt inn, ny sak" in told
    assert "Inntekt ført inn" not in told, "each sum stands in the case"
    assert not any("Utkast" in each for each in told)


def test_one_who_is_shielded_shows_no_home_on_the_card(page: HouseholdPage, office: Office) -> None:
    """ADR-05: words are gone, and no value of the history is told."""
    person = registered_person(office)
    case = asked(office, person)
    office.debt_cases.withdraw(case, f"Flyttet fra {STREET}")
    office.people.shield(person, "Politiet", "Perm 4, ark 12")
    show(page, person)
    page.card.story.choose(CHANGES)
    said = " ".join(f"{row.title} {row.why}" for row in page.card.timeline.list.rows)
    assert "Henvendelsen er trukket" in said
    assert STREET not in said
    every = [each for row in latest(office, 50) for each in changes(office, row)]
    assert not any(STREET in f"{each.before} {each.after}" for each in every)


def test_the_history_names_what_is_pointed_at(office: Office) -> None:
    """No row's number stands where a name belongs, and no number of the program's own."""
    case = asked(office, office.people.register(a_person()))
    claimed(office, case, "Nordlys Bank AS")
    told = {each.field: each.after for each in changes(office, latest(office, 1)[0])}
    assert told["Kreditor"] == "Nordlys Bank AS"
    assert told["Rådgivningssak"] == "Rådgivningssak G-2026-1"
    assert told["Hovedstol"].replace("\u00a0", " ") == "42 000 kr"
    assert "Gjeld" not in told
    granted(office, case)
    told = {each.field: each.after for row in latest(office, 3) for each in changes(office, row)}
    assert told["Saksbehandler"] == "Siri Testmo"
    assert "Regler brukt" not in told


def test_a_measure_on_the_card_leads_to_the_case(
    qtbot: QtBot, office: Office, navigator: Navigator, went: list[Place], page: HouseholdPage
) -> None:
    person = registered_person(office)
    case = asked(office, person)
    draft = MeasureDraft("Få hjelp med gjelden", "Mona Lie", kind=MeasureKind.DEBT_ADVICE)
    made = office.followup.get(office.followup.plan_measure(person, draft))
    dialog = MeasureDialogs(office, navigator, page).change(made)
    (way,) = [each for each in dialog.findChildren(Button) if each.text() == "Til rådgivningssaken"]
    way.click()
    assert went == [Place(PageId.DEBT_CASE, Ref("debt_case", case))]
