"""«Økonomisk rådgivning» on the household card: the state, the next thing, a way to ask."""

from pytestqt.qtbot import QtBot

from app.core.ids import PersonId, Ref
from app.office import Office
from tests.app.debt.desk import asked, begun
from tests.factories import registered_person
from ui.household.debt import debt_card
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.list import RowList


def card_of(qtbot: QtBot, office: Office, person: PersonId, went: list[object]) -> Card:
    made = debt_card(office, (person,), went.append, lambda: went.append("new"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_who_never_asked_may_ask(qtbot: QtBot, office: Office) -> None:
    went: list[object] = []
    card = card_of(qtbot, office, registered_person(office), went)
    (link,) = card.findChildren(Button)
    link.click()
    assert went == ["new"]


def test_an_open_case_tells_its_state_and_the_next_thing(qtbot: QtBot, office: Office) -> None:
    went: list[object] = []
    person = registered_person(office)
    case = asked(office, person, days=9)
    card = card_of(qtbot, office, person, went)
    (rows,) = card.findChildren(RowList)
    (row,) = rows.rows
    why = row.why.replace("\u00a0", " ")
    assert row.title == "Mottatt"
    assert why == "G-2026-1 · ventet 9 dager · neste: gjør hastevurderingen"
    rows.activated_key.emit(row.key)
    assert went == [Ref("debt_case", case)]


def test_work_that_goes_on_tells_how_far_it_is(qtbot: QtBot, office: Office) -> None:
    person = registered_person(office)
    begun(office, person)
    card = card_of(qtbot, office, person, [])
    (rows,) = card.findChildren(RowList)
    assert rows.rows[0].title == "Skaffer oversikt"
