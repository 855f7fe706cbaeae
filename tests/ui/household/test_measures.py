"""«Tiltak» on the household card: from the condition, followed up, and one's own."""

import pytest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from app.core.ids import LeaseId, Ref
from app.followup.model import MeasureDraft, MeasureKind, MeasureState
from app.leases.conditions.model import ConditionEvent, Outcome
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from tests.factories import registered_person
from tests.ui.walker import spoken_tree
from ui.household.card import PersonCard
from ui.household.measures import MeasureDialogs
from ui.kit.buttons import Button
from ui.kit.jobs import Jobs
from ui.kit.list import RowList
from ui.labels import title_word
from ui.navigation import Navigator, PageId, Place

_ORDERED = (MeasureState.ORDERED,)
WAYS = {
    MeasureState.PLANNED: (),
    MeasureState.ORDERED: _ORDERED,
    MeasureState.CONFIRMED: (*_ORDERED, MeasureState.CONFIRMED),
    MeasureState.TURNED_DOWN: (*_ORDERED, MeasureState.TURNED_DOWN),
    MeasureState.IN_PROGRESS: (MeasureState.IN_PROGRESS,),
    MeasureState.ON_HOLD: (MeasureState.IN_PROGRESS, MeasureState.ON_HOLD),
    MeasureState.DONE: (MeasureState.DONE,),
    MeasureState.NOT_DONE: (MeasureState.NOT_DONE,),
}


@pytest.fixture
def card(office: Office, qtbot: QtBot) -> PersonCard:
    """The card, in sight."""
    made = PersonCard(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    return made


@pytest.fixture
def dialogs(card: PersonCard, office: Office) -> MeasureDialogs:
    """What the card opens."""
    return MeasureDialogs(office, Navigator(Jobs()), card)


@pytest.fixture
def signed(office: Office) -> LeaseDesk:
    """Kari has signed a lease with two conditions."""
    desk = LeaseDesk(office)
    lease: LeaseId = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, office.clock.today())
    first = office.conditions.of(lease)[0]
    broken = ConditionEvent(office.clock.today(), Outcome.BROKEN, "Broren bor der")
    office.conditions.tell(first.id, broken)
    return desk


def test_an_empty_plan_says_where_it_comes_from(card: PersonCard, office: Office) -> None:
    card.show_person(registered_person(office))
    assert "blir tiltak når leieavtalen er underskrevet" in spoken_tree(card)


def test_each_condition_is_a_row_with_how_it_went(
    card: PersonCard, office: Office, signed: LeaseDesk
) -> None:
    card.show_person(signed.person)
    (rows,) = [each for each in card.findChildren(RowList) if each.accessibleName() == "Tiltak"]
    assert [row.title for row in rows.rows] == [
        "Bare du og barna kan bo fast i boligen",
        "Vi møtes etter 18 måneder",
    ]
    assert "brutt" in rows.rows[0].why


def test_it_is_followed_up_in_one_dialog(
    office: Office, signed: LeaseDesk, dialogs: MeasureDialogs
) -> None:
    first = office.followup.measures(signed.person)[0]
    dialog = dialogs.change(first)
    assert "words" not in dialog.form.names
    dialog.form.set_values({"state": MeasureState.NOT_DONE})
    assert not dialog.attempt()
    dialog.form.set_values({"reason": "Broren flyttet ut", "responsible": "Booppfølging"})
    assert dialog.attempt()
    known = office.followup.get(first.id)
    assert (known.state, known.draft.responsible) == (MeasureState.NOT_DONE, "Booppfølging")


def test_one_of_ones_own(office: Office, dialogs: MeasureDialogs) -> None:
    person = registered_person(office)
    dialog = dialogs.new(person)
    dialog.form.set_values({"words": "Ring om strømavtale"})
    assert dialog.attempt()
    assert [each.draft.words for each in office.followup.measures(person)] == [
        "Ring om strømavtale"
    ]


@pytest.mark.parametrize("state", list(MeasureState))
def test_d4_every_state_is_shown_and_only_its_own_moves_are_offered(
    office: Office, card: PersonCard, dialogs: MeasureDialogs, state: MeasureState
) -> None:
    person = registered_person(office)
    measure = office.followup.plan_measure(person, MeasureDraft("Besøk", "Ane"))
    for step in WAYS[state]:
        office.followup.set_state(measure, step, "Slik ble det")
    card.show_person(person)
    (rows,) = [each for each in card.findChildren(RowList) if each.accessibleName() == "Tiltak"]
    assert rows.rows[0].why.startswith(title_word(state))
    known = office.followup.get(measure)
    dialog = dialogs.change(known)
    offered = {button.text() for button in dialog.form.field("state").findChildren(QRadioButton)}
    assert offered == {title_word(each) for each in (state, *office.followup.moves(known))}
    dialog.form.set_values({"responsible": "Booppfølging"})
    assert dialog.attempt()
    assert office.followup.get(measure).draft.responsible == "Booppfølging"


def test_what_the_dialog_does_not_ask_for_stays(office: Office, dialogs: MeasureDialogs) -> None:
    person = registered_person(office)
    draft = MeasureDraft("Besøk", "Ane", kind=MeasureKind.HOME_VISIT, vedtak="2026/1033")
    measure = office.followup.plan_measure(person, draft)
    dialog = dialogs.change(office.followup.get(measure))
    dialog.form.set_values({"state": MeasureState.ORDERED})
    assert dialog.attempt()
    known = office.followup.get(measure)
    assert (known.state, known.draft) == (MeasureState.ORDERED, draft)


def test_the_plan_is_one_press_away(office: Office, qtbot: QtBot) -> None:
    navigator = Navigator(Jobs())
    card = PersonCard(office, navigator)
    qtbot.addWidget(card)
    card.resize(1100, 800)
    card.show()
    went: list[Place] = []
    navigator.wanted.connect(went.append)
    person = registered_person(office)
    card.show_person(person)
    words = [each for each in card.findChildren(Button) if each.accessibleName() == "Lag en plan"]
    words[0].click()
    assert went == [Place(PageId.PERSON_FOLLOWUP, Ref("person", person), "plan")]
    office.plans.begin(person)
    card.show_person(person)
    assert "Åpne planen" in spoken_tree(card)
