"""«Historikk»: everything done, in words, with nothing told that is not to be told."""

import pytest
from pytestqt.qtbot import QtBot

from app.core import words
from app.core.ids import Ref
from app.office import Office
from app.people.model import AddressProtection
from app.storage import triggers
from app.storage.database import Database
from tests.app.applications.conftest import a_new_application
from tests.factories import (
    CANARY_NUMBER,
    a_dwelling,
    a_person,
    registered_dwelling,
    registered_person,
)
from tests.ui import walker
from ui.history.page import HistoryPage
from ui.kit.jobs import Jobs
from ui.labels import done
from ui.navigation import Navigator, Place
from ui.past import HistoryPanel, changes, latest, name_of
from ui.past_values import CODES, STATES, value_words


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> HistoryPage:
    """The page on a register where a person and a dwelling were registered."""
    registered_person(office)
    registered_dwelling(office)
    made = HistoryPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1000, 700)
    made.refresh()
    made.show()
    return made


def test_newest_first_in_words_with_the_officers_name(page: HistoryPage, office: Office) -> None:
    rows = latest(office, 10)
    assert [row.what for row in rows[:2]] == ["Bolig registrert", "Person registrert"]
    assert a_dwelling().street in rows[0].about
    assert rows[0].who == "Siri Testmo"


def test_a_national_number_is_masked_in_the_changes(office: Office) -> None:
    registered_person(office)
    told = " ".join(change.after for change in changes(office, latest(office, 1)[0]))
    assert CANARY_NUMBER not in told
    assert value_words("person", "note", f"nr. {CANARY_NUMBER}") == "nr. 158885 •••••"


def test_the_address_of_the_protected_is_not_told(office: Office) -> None:
    person = registered_person(office)
    office.people.protect(person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    told = [change.after for row in latest(office, 10) for change in changes(office, row)]
    assert "Testbakken 12" not in told
    assert "Fortrolig" in told


def test_what_was_done_last_is_taken_back_from_here(page: HistoryPage, office: Office) -> None:
    assert page.undo_button.isEnabled()
    page.undo_button.click()
    rows = latest(office, 10)
    assert rows[0].what == "Angret"
    assert rows[1].undone


def test_a_line_leads_to_its_record(page: HistoryPage, office: Office) -> None:
    wanted: list[Place] = []
    page.navigator.wanted.connect(wanted.append)
    row = latest(office, 1)[0]
    page.navigator.open_ref(row.ref or Ref("dwelling", 0))
    assert wanted[0].ref == row.ref


def test_the_panel_of_one_record(qtbot: QtBot, office: Office) -> None:
    person = registered_person(office)
    panel = HistoryPanel(office, Ref("person", person))
    qtbot.addWidget(panel)
    office.people.correct(person, a_person(phone="88 88 88 88"))
    panel.reload()
    assert [row.title for row in panel.rows] == [
        done("person.corrected"),
        "Person registrert",
    ]


def test_everything_has_a_name(page: HistoryPage) -> None:
    assert walker.unnamed_focusables(page) == []
    assert walker.roleless_focusables(page) == []
    assert walker.rich_labels(page) == []
    assert walker.silent_icon_buttons(page) == []


def test_no_code_is_told_as_it_is_stored(db: Database) -> None:
    columns = [
        (table, column)
        for table in triggers.recorded_tables(db.column(triggers.TABLES))
        for column in db.column(f"SELECT name FROM pragma_table_info('{table}')")  # noqa: S608  our own names
        if words.column(table, str(column))
    ]
    assert columns
    assert {each for each in columns if each[1] in CODES} - set(STATES) == set()
    for states in STATES.values():
        assert all(words.has_word(member) for member in states)


def test_states_are_told_in_words() -> None:
    assert value_words("dwelling_status", "status", "ready") == "Klar for innflytting"
    assert value_words("dwelling", "rent", 820000) == "8\u00a0200\u00a0kr"
    assert value_words("dwelling_status", "since", "2026-11-23") == "23.11.2026"


def test_a_case_is_named_with_its_number(office: Office) -> None:
    application = office.applications.register(a_new_application())
    vedtak = office.decisions.draft(application)
    assert name_of(office, Ref("application", application)) == "Søknad S2026-001"
    assert name_of(office, Ref("vedtak", vedtak)) == "Vedtak V2026-001"
    office.decisions.discard(vedtak)
    assert name_of(office, Ref("vedtak", vedtak)) == "Vedtak"
