"""AL-19 on the dwelling's page: what binds it is told, coloured in its last year, and lifted."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import DwellingId
from app.dwellings.clauses.model import Clause, ClauseKind
from app.office import Office
from tests.factories import registered_dwelling
from tests.ui.applications.desk import seen
from ui.dwellings.card import DwellingCard
from ui.dwellings.clauses import ask_clause, clauses_card
from ui.kit.ask import AskDialog
from ui.kit.jobs import Jobs
from ui.navigation import Navigator

TODAY = date(2026, 11, 23)
LOAN = ClauseKind.HUSBANKEN_LOAN


@pytest.fixture
def flat(office: Office) -> DwellingId:
    """One dwelling."""
    return registered_dwelling(office)


@pytest.fixture
def card(qtbot: QtBot, office: Office, flat: DwellingId) -> DwellingCard:
    """Its page."""
    navigator = Navigator(Jobs())
    made = DwellingCard(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.show_dwelling(flat)
    return made


def asked(card: DwellingCard, office: Office, flat: DwellingId, **values: object) -> AskDialog:
    """The dialog, filled in and pressed."""
    dialog = ask_clause(office, card._navigator, flat, card)
    dialog.form.set_values(values)
    dialog.verb_button.click()
    return dialog


def test_it_is_told_lifted_and_brought_back(
    card: DwellingCard, office: Office, flat: DwellingId
) -> None:
    ends = date(2045, 6, 30)
    asked(card, office, flat, kind=LOAN, since=TODAY, ends_on=ends, reference="Lån 12")
    assert office.clauses.of(flat) == (Clause(LOAN, TODAY, ends, "Lån 12"),)
    card.show_dwelling(flat)
    asked(card, office, flat, kind=LOAN, since=TODAY, ends_on=None)
    assert office.clauses.of(flat) == ()
    office.history.undo()
    assert len(office.clauses.of(flat)) == 1


@pytest.mark.parametrize(
    ("since", "ends", "field"),
    [
        (TODAY + timedelta(days=1), date(2030, 1, 1), "since"),
        (TODAY, TODAY - timedelta(days=1), "ends_on"),
        (TODAY, None, "ends_on"),
    ],
)
def test_what_can_not_be_is_told_beside_its_field(
    card: DwellingCard,
    office: Office,
    flat: DwellingId,
    since: date,
    ends: date | None,
    field: str,
) -> None:
    dialog = asked(card, office, flat, kind=LOAN, since=since, ends_on=ends)
    assert dialog.form.field(field).verdict_words
    assert office.clauses.of(flat) == ()
    dialog.reject()


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        (date(2027, 11, 24), "til 24.11.2027"),
        (date(2027, 11, 23), "til 23.11.2027"),
        (date(2026, 11, 22), "gikk ut 22.11.2026"),
    ],
)
def test_the_card_says_when_it_ends_or_ended(qtbot: QtBot, ends: date, words: str) -> None:
    made = clauses_card([Clause(LOAN, date(2020, 1, 1), ends, "")], lambda: None, TODAY)
    qtbot.addWidget(made)
    made.show()
    assert words in seen(made)


def test_a_dwelling_that_nothing_binds_says_so(qtbot: QtBot) -> None:
    made = clauses_card([], lambda: None, TODAY)
    qtbot.addWidget(made)
    made.show()
    assert "Ingen klausul er ført" in seen(made)
